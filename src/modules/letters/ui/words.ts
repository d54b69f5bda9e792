import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type {
  getLetter,
  getMerge,
  getTemplate,
  listLetters,
  listMergeRows,
  listMerges,
  listTemplates,
  previewLetter,
} from '../contract.ts'
import type { en } from '../messages/en.ts'

export type LetterKeys = keyof typeof en
export type LetterDetail = OutputOf<typeof getLetter>
export type LetterLine = OutputOf<typeof listLetters>['rows'][number]
export type TemplateLine = OutputOf<typeof listTemplates>['rows'][number]
export type TemplateDetail = OutputOf<typeof getTemplate>
export type PaperPage = OutputOf<typeof previewLetter>['pages'][number]

export const letterGlyphs: Readonly<Record<LetterLine['state'], Glyph>> = {
  draft: 'draft',
  finished: 'settled',
  sent: 'done',
  discarded: 'ended',
}
export const languageCodes = ['sv', 'nb', 'nl', 'ro', 'pt', 'en'] as const
export type LanguageCode = (typeof languageCodes)[number]

export const pictureAddress = (fileId: string): string => `/api/letters/pictures/${fileId}`

export type MergeLine = OutputOf<typeof listMerges>['rows'][number]
export type MergeDetail = OutputOf<typeof getMerge>
export type MergeRowLine = OutputOf<typeof listMergeRows>['rows'][number]
export const mergeGlyphs: Readonly<Record<MergeLine['state'], Glyph>> = {
  preparing: 'draft',
  running: 'half',
  stopped: 'blocked',
  done: 'done',
}
export const rowGlyphs: Readonly<Record<MergeRowLine['state'], Glyph>> = {
  waiting: 'waits',
  sending: 'half',
  done: 'done',
  failed: 'blocked',
  unsure: 'late',
}

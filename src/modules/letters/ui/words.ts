import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getLetter, getTemplate, listLetters, listTemplates, previewLetter } from '../contract.ts'
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

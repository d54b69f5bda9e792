import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { caseFigures, getAnswer, getCase, listAnswers, listCases, listKinds, offerAnswers } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type CaseKeys = keyof typeof en
export type CaseLine = OutputOf<typeof listCases>['rows'][number]
export type CaseDetail = OutputOf<typeof getCase>
export type AnswerLine = OutputOf<typeof listAnswers>['rows'][number]
export type AnswerDetail = OutputOf<typeof getAnswer>
export type Offered = OutputOf<typeof offerAnswers>['rows'][number]
export type FiguresOf = OutputOf<typeof caseFigures>
export type KindLine = OutputOf<typeof listKinds>['rows'][number]

export const caseStates = ['new', 'owned', 'waiting', 'answered', 'closed', 'dropped'] as const
export const sorts = ['question', 'complaint', 'request'] as const
export const caseGlyphs: Readonly<Record<CaseLine['state'], Glyph>> = {
  new: 'open',
  owned: 'half',
  waiting: 'waits',
  answered: 'settled',
  closed: 'done',
  dropped: 'ended',
}
export const answerGlyphs = { current: 'done', old: 'late', retired: 'ended' } as const
export const channelIcons: Readonly<Record<CaseLine['channel'], string>> = {
  call: 'phone',
  mail: 'mail',
  post: 'mailbox',
  counter: 'user',
  web: 'external-link',
  message: 'message',
  meeting: 'users',
  other: 'message',
}

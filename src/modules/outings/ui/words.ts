import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getOuting, listOutings } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type OutingKeys = keyof typeof en
export type OutingDetail = OutputOf<typeof getOuting>
export type OutingLine = OutputOf<typeof listOutings>['rows'][number]
export type Registration = OutingDetail['registrations'][number]

export const outingGlyphs: Readonly<Record<OutingLine['state'], Glyph>> = {
  planning: 'draft',
  open: 'open',
  closed: 'settled',
  cancelled: 'ended',
}
export const answerGlyphs: Readonly<Record<Registration['answer'], Glyph>> = {
  invited: 'open',
  coming: 'done',
  waiting: 'waits',
  declined: 'ended',
}
export const dietCodes = ['vegetarian', 'vegan', 'gluten', 'lactose', 'nuts', 'fish', 'pork', 'alcohol'] as const

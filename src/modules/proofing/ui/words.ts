import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getCheck, listChecks, listWords } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type ProofingKeys = keyof typeof en
export type CheckDetail = OutputOf<typeof getCheck>
export type CheckLine = OutputOf<typeof listChecks>['rows'][number]
export type WordLine = OutputOf<typeof listWords>['rows'][number]

export const checkStates = ['held', 'asked', 'corrected', 'released', 'withdrawn', 'sent'] as const
export const checkGlyphs: Readonly<Record<CheckLine['state'], Glyph>> = {
  sent: 'settled',
  held: 'open',
  asked: 'waits',
  corrected: 'half',
  released: 'done',
  withdrawn: 'ended',
}

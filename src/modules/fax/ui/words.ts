import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { SayFunction } from '../../../web/language/Say.tsx'
import type { checkNumber, getFax, listFaxes, listLines } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type FaxKeys = keyof typeof en
export type FaxLine = OutputOf<typeof listFaxes>['rows'][number]
export type FaxDetail = OutputOf<typeof getFax>
export type LineRow = OutputOf<typeof listLines>['rows'][number]
export type NumberCheck = OutputOf<typeof checkNumber>

export const faxGlyphs: Readonly<Record<FaxLine['state'], Glyph>> = {
  new: 'open',
  given: 'half',
  done: 'done',
  queued: 'waits',
  sending: 'half',
  sent: 'half',
  delivered: 'done',
  failed: 'late',
  doubtful: 'blocked',
  cancelled: 'ended',
}

/** The state, and why. */
export const stateOf = (say: SayFunction<FaxKeys>, { state, problem }: Pick<FaxLine, 'state' | 'problem'>): string =>
  problem ? `${say(`state.fax.${state}`)}: ${say(`choice.fax.problem.${problem}`)}` : say(`state.fax.${state}`)

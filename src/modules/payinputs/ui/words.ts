import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getPayee, getPeriod, listPayees, listPeriods } from '../contract.ts'
import type { en } from '../messages/en.ts'

export type PayKeys = keyof typeof en
export type PeriodLine = OutputOf<typeof listPeriods>['rows'][number]
export type PeriodDetail = OutputOf<typeof getPeriod>
export type PayInput = PeriodDetail['inputs'][number]
export type PayProblem = PeriodDetail['problems'][number]
export type PayeeLine = OutputOf<typeof listPayees>['rows'][number]
export type PayeeDetail = OutputOf<typeof getPayee>

export const periodGlyphs: Readonly<Record<PeriodLine['state'], Glyph>> = {
  open: 'open',
  gathered: 'half',
  checked: 'half',
  locked: 'settled',
  'handed-on': 'done',
}

export const kinds = [
  'hours',
  'overtime',
  'overtime-high',
  'on-call',
  'vacation',
  'sick',
  'sick-child',
  'parental',
  'leave',
  'training',
  'away',
  'expenses',
  'bonus',
  'deduction',
] as const satisfies readonly PayInput['payKind'][]

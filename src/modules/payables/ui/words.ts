import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type {
  getAgreement,
  listAgreements,
  cashAhead,
  getBill,
  getBillSettings,
  listBills,
  moneyToday,
} from '../contract.ts'
import type { en } from '../messages/en.ts'

export type BillKeys = keyof typeof en
export type BillDetail = OutputOf<typeof getBill>
export type BillLine = OutputOf<typeof listBills>['rows'][number]
export type BillRules = OutputOf<typeof getBillSettings>
export type MoneyDay = OutputOf<typeof moneyToday>
export type AgreementDetail = OutputOf<typeof getAgreement>
export type AgreementLine = OutputOf<typeof listAgreements>['rows'][number]
export type Ahead = OutputOf<typeof cashAhead>

export const parcelGlyphs: Readonly<Record<'making' | 'ready' | 'sent' | 'withdrawn', Glyph>> = {
  making: 'waits',
  ready: 'half',
  sent: 'done',
  withdrawn: 'ended',
}

export const billStates = ['to-code', 'to-approve', 'approved', 'part-paid', 'paid', 'withdrawn'] as const
export const billGlyphs: Readonly<Record<BillLine['state'], Glyph>> = {
  'to-code': 'draft',
  'to-approve': 'waits',
  approved: 'half',
  'part-paid': 'half',
  paid: 'done',
  withdrawn: 'ended',
}

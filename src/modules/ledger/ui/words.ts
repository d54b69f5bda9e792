import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type {
  getAccount,
  getEntry,
  getSettings,
  listAccounts,
  listDimensions,
  listEntries,
  listPeriods,
  listVatCodes,
} from '../contract.ts'
import type { en } from '../messages/en.ts'

export type BookKeys = keyof typeof en
export type EntryLine = OutputOf<typeof listEntries>['rows'][number]
export type EntryDetail = OutputOf<typeof getEntry>
export type AccountLine = OutputOf<typeof listAccounts>['rows'][number]
export type AccountCard = OutputOf<typeof getAccount>
export type BookSettings = OutputOf<typeof getSettings>
export type VatCode = OutputOf<typeof listVatCodes>['rows'][number]
export type Dimension = OutputOf<typeof listDimensions>['rows'][number]
export type Year = OutputOf<typeof listPeriods>['years'][number]
export type Period = Year['periods'][number]

export const entryGlyphs: Readonly<Record<EntryLine['state'], Glyph>> = {
  posted: 'done',
  reversed: 'ended',
  reversal: 'settled',
}

export const voucherOf = (entry: { readonly series: string; readonly number: number }): string =>
  `${entry.series}${entry.number}`

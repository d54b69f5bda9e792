import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getReport, listReports } from '../contract.ts'
import type { useFormats, useSay } from '../../../web/language/Say.tsx'
import type { en } from '../messages/en.ts'

export type ExpenseKeys = keyof typeof en
export type ReportDetail = OutputOf<typeof getReport>
export type ReportLine = OutputOf<typeof listReports>['rows'][number]
export type ExpenseLine = ReportDetail['lines'][number]
export type DoubtLine = ReportDetail['doubts'][number]

export const reportStates = ['draft', 'handed-in', 'verified', 'approved', 'paid', 'withdrawn'] as const
export const reportGlyphs: Readonly<Record<ReportLine['state'], Glyph>> = {
  draft: 'draft',
  'handed-in': 'open',
  verified: 'half',
  approved: 'waits',
  paid: 'done',
  withdrawn: 'ended',
}

/** The picture of a receipt's first page. */
export const pictureOf = (documentId: string, width: number): string =>
  `/api/documents/${documentId}/pages/1.webp?width=${width}`

type Formats = ReturnType<typeof useFormats>

/** Amounts and days come plain from the server: `300.00 SEK`, `2026-11-17`. */
function written(formats: Formats, value: string | number): string | number {
  if (typeof value === 'number') return value
  const [, amount, currency] = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(value) ?? []
  if (amount && currency) return formats.money({ amount, currency })
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formats.day(value) : value
}

/** What a doubt says. */
export function doubtWords(say: ReturnType<typeof useSay<ExpenseKeys>>, formats: Formats, doubt: DoubtLine): string {
  const params = Object.entries(doubt.params).map(([name, value]) => [name, written(formats, value)])
  return say(`doubt.${doubt.code}`, Object.fromEntries(params))
}

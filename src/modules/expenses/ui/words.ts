import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type { getReport, listReports } from '../contract.ts'
import type { useSay } from '../../../web/language/Say.tsx'
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

/** What a doubt says. */
export const doubtWords = (say: ReturnType<typeof useSay<ExpenseKeys>>, { code, params }: DoubtLine): string =>
  say(`doubt.${code}`, params)

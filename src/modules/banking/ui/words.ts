import type { OutputOf } from '../../../web/answers.ts'
import type { Glyph } from '../../../web/kit/State.tsx'
import type {
  getAccount,
  getReconciliation,
  getRun,
  getStatement,
  listAccounts,
  listLines,
  listRuns,
  listStatements,
  listToMatch,
  previewRun,
} from '../contract.ts'
import type { en } from '../messages/en.ts'

export type BankKeys = keyof typeof en
export type AccountLine = OutputOf<typeof listAccounts>['rows'][number]
export type AccountDetail = OutputOf<typeof getAccount>
export type RunLine = OutputOf<typeof listRuns>['rows'][number]
export type RunDetail = OutputOf<typeof getRun>
export type Payment = RunDetail['payments'][number]
export type Preview = OutputOf<typeof previewRun>
export type StatementLine = OutputOf<typeof listStatements>['rows'][number]
export type StatementDetail = OutputOf<typeof getStatement>
export type BankLine = OutputOf<typeof listLines>['rows'][number]
export type LineToMatch = OutputOf<typeof listToMatch>['rows'][number]
export type Proposal = LineToMatch['proposals'][number]
export type Reconciliation = OutputOf<typeof getReconciliation>

export const runStates = ['proposed', 'approved', 'handed-out', 'settled', 'rejected', 'withdrawn'] as const
export const runGlyphs: Readonly<Record<RunLine['state'], Glyph>> = {
  proposed: 'draft',
  approved: 'half',
  'handed-out': 'waits',
  settled: 'done',
  rejected: 'blocked',
  withdrawn: 'ended',
}
export const paymentGlyphs: Readonly<Record<Payment['state'], Glyph>> = {
  planned: 'open',
  settled: 'done',
  rejected: 'blocked',
  dropped: 'ended',
}
export const statementStates = ['waiting', 'read', 'asks', 'refused'] as const
export const statementGlyphs: Readonly<Record<StatementLine['state'], Glyph>> = {
  waiting: 'waits',
  read: 'done',
  asks: 'blocked',
  refused: 'ended',
}

/** A number as it is printed: an IBAN in fours, a giro with its hyphen. */
export function printedNumber(scheme: string, number: string): string {
  if (scheme === 'iban') return number.replace(/(.{4})(?=.)/g, '$1 ')
  if (scheme === 'bankgiro') return number.replace(/^(\d{3,4})(\d{4})$/, '$1-$2')
  if (scheme === 'plusgiro') return number.replace(/(\d)$/, '-$1')
  return number
}

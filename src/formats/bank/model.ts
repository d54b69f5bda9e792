/**
 * What a bank tells of an account, whatever format it told it in. Days are ISO texts (`2026-11-22`), amounts integer minor units,
 * signed as the account sees them: money in is positive.
 */
import type { Money } from '../../kernel/money.ts'

export type Day = string

export const statementFormats = [
  'camt.052',
  'camt.053',
  'camt.054',
  'mt940',
  'bgmax',
  'ocr-giro',
  'coda',
  'csv',
] as const
export type StatementFormat = (typeof statementFormats)[number]

/**
 * What the lines are. `statement`: the account's bookings, with balances where the format has them. `intraday`: bookings of a day
 * that is not over, told again by the statement that follows. `advice`: what stands inside bookings (BgMax, OCR giro, camt.054):
 * each payer with the reference; the account's statement shows their sum as one line (`batch.id` binds them).
 */
export type StatementKind = 'statement' | 'intraday' | 'advice'

/** `account` is a national number in no scheme of its own (clearing and account, kontonummer, old Dutch numbers). */
export type AccountScheme = 'iban' | 'bankgiro' | 'plusgiro' | 'account'

export interface AccountNumber {
  readonly scheme: AccountScheme
  /** Without spaces, dots and hyphens. */
  readonly number: string
}

export interface StatementAccount extends AccountNumber {
  readonly bic: string | null
  readonly name: string | null
  /** ISO 4217; null where the file does not say it (the office's account does). */
  readonly currency: string | null
}

/** A balance at the end (closing) or start (opening) of a day. */
export interface Balance {
  readonly on: Day
  readonly amount: Money
}

export interface Counterparty {
  readonly name: string | null
  readonly account: AccountNumber | null
  readonly bic: string | null
}

/** `structured`: the bank calls it a reference and says no scheme. `text`: a number that the payer wrote, checked by nobody. */
export const lineReferenceSchemes = [
  'ocr',
  'kid',
  'rf',
  'betalingskenmerk',
  'multibanco',
  'structured-communication',
  'swiss',
  'structured',
  'text',
] as const
export type LineReferenceScheme = (typeof lineReferenceSchemes)[number]

export interface LineReference {
  readonly scheme: LineReferenceScheme
  readonly value: string
  /** The part of the line's amount that this reference is for, where one payment tells several; signed like the line. */
  readonly amount: Money | null
}

/** A line that the bank booked as one sum with others: the sum is what the account shows. */
export interface Batch {
  /** The same for all lines of one sum within a file: the bank's or the payer's own name for it. */
  readonly id: string
  /** The payment information id of our own payment file, where the bank tells it: one of our own runs. */
  readonly paymentInfoId: string | null
  readonly sum: Money
  readonly count: number
}

/** Where other currency was exchanged: what was paid in the other, and how many of the account's currency one of it cost. */
export interface Exchange {
  readonly original: Money
  /** A decimal text as the bank wrote it; null where it did not. */
  readonly rate: string | null
}

export interface StatementLine {
  /** The n-th line of its statement, from 1. */
  readonly position: number
  /** The line in the file, from 1, where it stands. */
  readonly fileLine: number
  readonly bookedOn: Day
  readonly valueOn: Day | null
  /** Signed: in is positive, out is negative. */
  readonly amount: Money
  readonly exchange: Exchange | null
  /** What the bank took from this amount, where it says so (positive): amount is what is left after it. */
  readonly fee: Money | null
  /** The bank's own name for the booking; unique within the account where a bank is careful. */
  readonly bankRef: string | null
  /** What the payer called the payment (pain.001 EndToEndId). */
  readonly endToEndId: string | null
  /** The payer's instruction id (pain.001 InstrId) or, in MT940, the customer reference. */
  readonly instructionId: string | null
  /** What kind of booking: ISO `PMNT/RCDT/ESCT`, SWIFT `NTRF`, or the bank's own code. */
  readonly code: string | null
  readonly counterparty: Counterparty | null
  /** All that the payment refers to; `reference` is the first of them. */
  readonly references: readonly LineReference[]
  readonly reference: LineReference | null
  /** What the payer or the bank wrote in words; lines parted by `\n`. */
  readonly text: string
  /** It takes back an earlier booking. */
  readonly reversal: boolean
  readonly batch: Batch | null
}

export interface Statement {
  readonly kind: StatementKind
  readonly account: StatementAccount
  /** The bank's name for this statement; empty where it gives none. */
  readonly id: string
  /** Its number, such as `12` or `12/3` (third page), as the bank counts. */
  readonly sequence: string | null
  readonly from: Day | null
  readonly to: Day | null
  readonly opening: Balance | null
  readonly closing: Balance | null
  readonly lines: readonly StatementLine[]
}

/** Names of what is said of a file that was read all the same. */
export const statementFindingNames = [
  'balance-differs',
  'balance-missing',
  'pages-missing',
  'details-differ',
  'pending-left-out',
  'count-differs',
  'currency-unknown',
  'row-left-out',
  'record-unknown',
] as const

/** What is worth saying of a file that was read all the same; `data` is for the sentence. */
export interface StatementFinding {
  readonly name: (typeof statementFindingNames)[number]
  /** Of the file, from 1. */
  readonly line: number | null
  readonly data: Readonly<Record<string, string | number>>
}

export interface StatementFile {
  readonly format: StatementFormat
  /** As exact as the file says it: `camt.053.001.08`. */
  readonly version: string | null
  readonly statements: readonly Statement[]
  readonly findings: readonly StatementFinding[]
}

/** Why a file is refused whole: nothing of it is taken. */
export const statementRefusals = [
  /** No format that Kontor knows. */
  'statement-format-unknown',
  /** It ends before its end: no closing record, or XML that stops. */
  'statement-truncated',
  /** A record or element that breaks the format. */
  'statement-broken',
  /** The file's own counts or sums contradict its lines. */
  'statement-sums-differ',
  /** A table whose columns are not known yet: say the layout. */
  'statement-layout-unknown',
  /** XML with a document type, entities or sizes that no bank sends. */
  'statement-hostile',
  'statement-too-large',
] as const
export type StatementRefusal = (typeof statementRefusals)[number]

/** Thrown when a file is refused; `line` (from 1) is where. */
export class StatementRefused extends Error {
  readonly refusal: StatementRefusal
  readonly line: number | null
  readonly detail: string

  constructor(refusal: StatementRefusal, line: number | null, detail: string) {
    super(`${refusal}${line === null ? '' : ` at line ${line}`}: ${detail}`)
    this.name = 'StatementRefused'
    this.refusal = refusal
    this.line = line
    this.detail = detail
  }
}

/** Columns of a table, from 0, and how its cells are written: what an account remembers of its bank's CSV. */
export interface CsvLayout {
  readonly separator: ',' | ';' | '\t' | '|'
  /** Lines before the first row of bookings (headings and what the bank writes above them). */
  readonly skip: number
  readonly decimal: ',' | '.'
  readonly dayOrder: 'ymd' | 'dmy' | 'mdy'
  readonly columns: {
    readonly bookedOn: number
    readonly valueOn?: number
    /** Signed amount, or `moneyIn` and `moneyOut` in columns of their own, or an amount with `sign` beside it. */
    readonly amount?: number
    readonly moneyIn?: number
    readonly moneyOut?: number
    readonly sign?: number
    readonly currency?: number
    readonly balance?: number
    readonly name?: number
    readonly account?: number
    readonly ownAccount?: number
    readonly reference?: number
    readonly bankRef?: number
    readonly code?: number
    readonly text?: readonly number[]
  }
}

export interface ReadOptions {
  /** The file's name: it helps to tell tables from texts. */
  readonly name?: string
  /** Of a CSV file; guessed from its headings where left out. */
  readonly layout?: CsvLayout
  /** Currency of the account where the file says none (OCR giro is NOK by itself). */
  readonly currency?: string
}

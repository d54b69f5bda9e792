/** What an office asks its bank to pay, before it is a file or a list for the hand. */
import type { Money } from '../../../kernel/money.ts'
import type { ReferenceScheme } from '../../references/check.ts'
import type { AccountNumber, Day } from '../model.ts'

export interface PostalAddress {
  readonly street: string | null
  readonly postalCode: string | null
  readonly town: string | null
  /** ISO 3166, two letters. */
  readonly country: string | null
}

export interface Payer {
  readonly name: string
  readonly address: PostalAddress
  readonly account: AccountNumber & { readonly bic: string | null; readonly currency: string }
  /** Under which the bank knows who sends files: `BANK` its own number for the customer, `CUST` the customer's. */
  readonly customerId: { readonly value: string; readonly scheme: 'BANK' | 'CUST' } | null
}

export interface Payment {
  /** At most 35 signs, unlike all others of the order: by it the statement and the status report name the payment again. */
  readonly endToEndId: string
  /** Above nothing. */
  readonly amount: Money
  readonly payOn: Day
  readonly payee: { readonly name: string; readonly address: PostalAddress }
  readonly account: AccountNumber
  readonly bic: string | null
  /** Exactly one of reference and text is written: the reference where it has a scheme. */
  readonly reference: { readonly scheme: ReferenceScheme | 'none'; readonly value: string } | null
  readonly text: string
}

export interface PaymentOrder {
  /** The name of the file for the bank, at most 35 signs: the bank refuses a second one of that name. */
  readonly messageId: string
  /** A moment as ISO text, `2026-11-22T09:30:00`; given, so that the same order gives the same bytes. */
  readonly createdAt: string
  readonly payer: Payer
  readonly payments: readonly Payment[]
}

export interface PainOptions {
  /** `09` is the one of today, with structured addresses; some banks still want `03`. */
  readonly version: '09' | '03'
  /** Whether the bank books a group as one sum (it may do otherwise). */
  readonly batchBooking: boolean
  /** `latin`: letters as they are, for banks that take them. `sepa`: only what every SEPA bank must take (EPC217-08). */
  readonly signs: 'latin' | 'sepa'
  /** Swedish bank accounts: the clearing number beside the account (most banks), or in front of it as well. */
  readonly swedishAccounts?: 'apart' | 'with-clearing'
}

export const paymentProblems = [
  'nothing-to-pay',
  'message-id-wrong',
  'moment-wrong',
  'payer-account-wrong',
  'end-to-end-id-wrong',
  'end-to-end-id-twice',
  'amount-wrong',
  'day-wrong',
  'payee-name-missing',
  'account-wrong',
  'bic-missing',
  'bic-wrong',
  'address-missing',
  'reference-wrong',
  /** Multibanco references are paid at the bank's own page: put them on the list for the hand. */
  'only-by-hand',
  /** Bankgiro and Plusgiro take Swedish kronor from Swedish accounts. */
  'giro-currency-wrong',
] as const

/** Why an order cannot be written; `payment` is the index of the payment, null for the order itself. */
export interface PaymentProblem {
  readonly name: (typeof paymentProblems)[number]
  readonly payment: number | null
}

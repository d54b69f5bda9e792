/** A list to pay by hand from, for banks that take no files: everything as it is typed at the bank, day by day. */
import type { Money } from '../../../kernel/money.ts'
import {
  creditorReferencePrinted,
  ibanPrinted,
  structuredCommunicationPrinted,
} from '../../references/international.ts'
import { betalingskenmerkPrinted } from '../../references/netherlands.ts'
import { norwegianAccountPrinted } from '../../references/norway.ts'
import { multibancoPrinted } from '../../references/portugal.ts'
import { readSwedishAccount, swedishAccountPrinted } from '../../references/swedish-accounts.ts'
import { bankgiroPrinted, plusgiroPrinted } from '../../references/sweden.ts'
import type { AccountNumber, Day } from '../model.ts'
import type { Payment } from './model.ts'

export interface HandPayment {
  /** Of the order, from 0. */
  readonly index: number
  readonly payee: string
  /** As people read it: in groups. */
  readonly account: string
  /** As it is pasted. */
  readonly accountCompact: string
  readonly bic: string | null
  readonly reference: string | null
  readonly referenceCompact: string | null
  /** What is written where there is no reference. */
  readonly text: string
  readonly amount: Money
}

export interface HandDay {
  readonly payOn: Day
  readonly payments: readonly HandPayment[]
  /** One for each currency. */
  readonly sums: readonly Money[]
}

/** The payments by day, in each day as they stand. */
export function payByHand(payments: readonly Payment[], country: string): HandDay[] {
  const days = Map.groupBy(payments.entries(), ([, payment]) => payment.payOn)
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([payOn, entries]) => ({
      payOn,
      payments: entries.map(([index, payment]) => handPayment(index, payment, country)),
      sums: sumsOf(entries.map(([, payment]) => payment.amount)),
    }))
}

function handPayment(index: number, payment: Payment, country: string): HandPayment {
  const { reference } = payment
  const isReference = reference !== null && reference.scheme !== 'none' && reference.scheme !== 'text'
  return {
    index,
    payee: payment.payee.name,
    account: accountPrinted(payment.account, payment.payee.address.country ?? country),
    accountCompact: payment.account.number.replace(/[^0-9A-Za-z]/g, ''),
    bic: payment.bic,
    reference: isReference ? referencePrinted(reference.scheme, reference.value) : null,
    referenceCompact: isReference ? reference.value.replace(/\s/g, '') : null,
    text: reference?.scheme === 'text' ? reference.value : payment.text,
    amount: payment.amount,
  }
}

/** An account as its country prints it. */
export function accountPrinted({ scheme, number }: AccountNumber, country: string): string {
  if (scheme === 'iban') return ibanPrinted(number.replace(/\s/g, ''))
  if (scheme === 'bankgiro') return bankgiroPrinted(number)
  if (scheme === 'plusgiro') return plusgiroPrinted(number)
  const swedish = country === 'SE' ? readSwedishAccount(number) : null
  if (swedish) return swedishAccountPrinted(swedish)
  return country === 'NO' && /^\d{11}$/.test(number) ? norwegianAccountPrinted(number) : number
}

/** A reference as its country prints it. */
export function referencePrinted(scheme: string, value: string): string {
  const compact = value.replace(/\s/g, '')
  if (scheme === 'rf') return creditorReferencePrinted(compact)
  if (scheme === 'betalingskenmerk') return betalingskenmerkPrinted(compact)
  if (scheme === 'structured-communication' && /^\d{12}$/.test(compact)) return structuredCommunicationPrinted(compact)
  if (scheme === 'multibanco' && /^\d{14}$/.test(compact))
    return `${compact.slice(0, 5)} ${multibancoPrinted(compact.slice(5))}`
  return value
}

function sumsOf(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, bigint>()
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + minor)
  return [...sums].map(([currency, minor]) => ({ minor, currency }))
}

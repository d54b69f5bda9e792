/** Puts together what stands on the sheet of an advice. */
import { sql } from 'kysely'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { type AccountRow, dbOf, moneyOf } from '../account-row.ts'
import type { AdvicePaper } from '../contract.ts'
import { paymentItems, type PaymentRow, type RunRow } from '../run-row.ts'
import type { Payee, Reader } from './advice-row.ts'

const addressOf = (...lines: readonly (string | null)[]): string[] =>
  lines.filter(line => line !== null && line !== '') as string[]
const townOf = (code: string | null, town: string | null): string => [code, town].filter(Boolean).join(' ')

/** `payee` is nobody where the directory does not know who was paid. */
export async function papersOf(
  at: Reader,
  run: RunRow & { readonly title: string },
  account: AccountRow,
  payments: readonly (readonly [PaymentRow, Payee | undefined])[],
): Promise<AdvicePaper[]> {
  const items = await paymentItems(
    at,
    payments.map(([{ id }]) => id),
  )
  const { rows } = await sql<{ item_id: string; issued_on: Temporal.PlainDate }>`
    select item_id, issued_on from ledger.item_fact
    where organisation_id = ${at.office.id} and item_id = any(${items.map(one => one.item_id)}::uuid[])`.execute(
    dbOf(at),
  )
  const issued = new Map(rows.map(row => [row.item_id, row.issued_on]))
  const payer = {
    name: account.holder,
    address: addressOf(account.street, townOf(account.postal_code, account.town)),
  }
  return payments.map(([payment, payee]) => ({
    language: payee?.language ?? nearestLanguage(at.office.language),
    on: payment.settled_on ?? payment.pay_on,
    run: run.title,
    payer,
    payee: {
      name: payee?.name ?? payment.party_name,
      address: addressOf(payee?.street ?? null, townOf(payee?.postcode ?? null, payee?.city ?? null)),
    },
    from: { scheme: account.scheme, number: account.number },
    to: { scheme: payment.pay_to.scheme, number: payment.pay_to.number },
    reference: payment.reference?.value ?? null,
    amount: moneyOf(payment.amount_minor, payment.currency),
    lines: items
      .filter(item => item.payment_id === payment.id)
      .map(item => ({
        number: item.number,
        issuedOn: issued.get(item.item_id) ?? null,
        amount: moneyOf(item.amount_minor, payment.currency),
        discount: item.discount_minor > 0n ? moneyOf(item.discount_minor, payment.currency) : null,
        paid: moneyOf(item.amount_minor - item.discount_minor, payment.currency),
      })),
  }))
}

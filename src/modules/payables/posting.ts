/** What a bill asks of the ledger: its entry, what is owed, and whether it may be paid. */
import type { Act } from '../../kernel/implement.ts'
import type { BookLine, BookWish, ItemChange, ItemWish, PayTo } from '../ledger/contract.ts'
import { sql } from 'kysely'
import { moneyOf, signOf, signedTotal, type NewLine } from './bill-row.ts'
import type { BillRow } from './rows.ts'

export const bookKey = ({ id, round }: Pick<BillRow, 'id' | 'round'>): string => `payables.bill:${id}:${round}`
export const itemKey = bookKey
const itemPattern = /^payables\.bill:([0-9a-f-]{36}):(\d+)$/
/** The bill whose item bears this key; null for anybody else's. */
export const billOfItem = (key: string): string | null => itemPattern.exec(key)?.[1] ?? null

/** Small differences of a paper that adds up its lines another way: in minor units. */
export const roundingMost = 100n

const bookText = (row: BillRow): string => [row.supplier_name, row.number].filter(Boolean).join(' ').slice(0, 300)

function costLine(row: BillRow, line: NewLine): BookLine {
  const sign = signOf(row)
  return {
    account: line.account!,
    amount: moneyOf(sign * (line.vat_code ? line.net_minor : line.net_minor + line.vat_minor), row.currency),
    ...(line.vat_code ? { vatCode: line.vat_code, vat: moneyOf(sign * line.vat_minor, row.currency) } : {}),
    ...(line.text ? { text: line.text } : {}),
    ...(Object.keys(line.dimensions).length > 0 ? { dimensions: line.dimensions } : {}),
  }
}

/** What the lines leave of the sum: rounding on the paper. */
export function differenceOf(row: Pick<BillRow, 'total_minor'>, lines: readonly NewLine[]): bigint {
  return row.total_minor - lines.reduce((sum, line) => sum + line.net_minor + line.vat_minor, 0n)
}

/** The entry of a bill: costs and tax on one side, what is owed on the other. */
export function entryOf(row: BillRow, lines: readonly NewLine[]): BookWish {
  const sign = signOf(row)
  const rounding = sign * differenceOf(row, lines)
  return {
    key: bookKey(row),
    book: 'bills',
    on: row.book_on,
    text: bookText(row),
    sourceId: row.id,
    ...(row.document_id ? { documentIds: [row.document_id] } : {}),
    lines: [
      ...lines.filter(line => line.net_minor !== 0n || line.vat_minor !== 0n).map(line => costLine(row, line)),
      ...(rounding === 0n ? [] : [{ role: 'rounding' as const, amount: moneyOf(rounding, row.currency) }]),
      {
        role: 'payables' as const,
        amount: moneyOf(-sign * row.total_minor, row.currency),
        ...(row.supplier_id ? { partyId: row.supplier_id } : {}),
      },
    ],
  }
}

/** Whom a bill is paid to, as the directory has it. */
export interface Payee {
  readonly name: string
  readonly country: string | null
  readonly street: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly address_country: string | null
}

export async function payeeOf(act: Act, { supplier_id }: BillRow): Promise<Payee | null> {
  if (supplier_id === null) return null
  const { rows } = await sql<Payee>`
    select name, country, street, postcode, city, address_country from directory.payee_fact
    where organisation_id = ${act.office.id} and party_id = ${supplier_id}`.execute(act.db())
  return rows[0] ?? null
}

export function payToOf(row: BillRow, payee: Payee | null): PayTo | null {
  if (row.pay_scheme === null || row.pay_number === null) return null
  const cut = (text: string | null | undefined, most: number) => text?.slice(0, most) || null
  const country = payee?.address_country ?? payee?.country ?? null
  return {
    scheme: row.pay_scheme,
    number: row.pay_number,
    bic: row.pay_bic,
    name: (payee?.name ?? row.supplier_name).slice(0, 140),
    street: cut(payee?.street, 70),
    postalCode: cut(payee?.postcode, 16),
    town: cut(payee?.city, 35),
    country: country && /^[A-Z]{2}$/.test(country) ? country : null,
  }
}

/** Approved, and nothing keeps it. */
export const isReady = (row: Pick<BillRow, 'approved_at' | 'hold' | 'stopped'>): boolean =>
  row.approved_at !== null && row.hold === null && !row.stopped

/** Why it is kept from being paid, for whoever proposes payments. */
export const holdReasonOf = (row: Pick<BillRow, 'hold_reason' | 'stopped'>, stopWords: string): string | null =>
  row.hold_reason ?? (row.stopped ? stopWords.slice(0, 300) : null)

export function itemOf(row: BillRow, payee: Payee | null, stopWords: string): ItemWish {
  return {
    key: itemKey(row),
    side: 'payable',
    recordId: row.id,
    partyId: row.supplier_id,
    partyName: row.supplier_name,
    number: row.number,
    reference: row.reference_scheme && row.reference ? { scheme: row.reference_scheme, value: row.reference } : null,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    amount: signedTotal(row),
    payTo: payToOf(row, payee),
    method: row.method,
    discount:
      row.discount_on && row.discount_minor !== null
        ? { on: row.discount_on, amount: moneyOf(row.discount_minor, row.currency) }
        : null,
    ready: isReady(row),
    holdReason: holdReasonOf(row, stopWords),
  }
}

/** Told of an item that is there already, when what keeps it or lets it go has changed. */
export const readiness = (row: BillRow, stopWords: string): ItemChange => ({
  key: itemKey(row),
  ready: isReady(row),
  holdReason: holdReasonOf(row, stopWords),
})

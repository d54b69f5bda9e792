/** A cash box's own rows, and how an entry is put into it. */
import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import type { Money } from '../../../kernel/money.ts'
import type { BookLine } from '../../ledger/contract.ts'
import { dbOf, moneyOf, type Reading, wordedAmount } from '../account-row.ts'
import * as c from '../contract.ts'

export interface BoxRow {
  readonly id: string
  readonly currency: string
  readonly ledger_account: string | null
  readonly keeper_id: string | null
  readonly balance_minor: bigint
  readonly last_number: bigint
  readonly is_closed: boolean
}

export interface EntryRow {
  readonly id: string
  readonly number: bigint
  readonly what: (typeof c.cashEntryKinds)[number]
  readonly on_day: Temporal.PlainDate
  readonly amount_minor: bigint
  readonly balance_minor: bigint
  readonly text: string
  readonly counterparty: string | null
  readonly account: string | null
  readonly vat_code: string | null
  readonly vat_minor: bigint
  readonly document_id: string | null
  readonly item_id: string | null
  readonly takes_back_id: string | null
  readonly made_by_id: string
}

export async function boxOf(at: Reading, id: string): Promise<BoxRow> {
  const { rows } = await sql<BoxRow>`
    select * from banking.cash_box where organisation_id = ${at.office.id} and id = ${id}`.execute(dbOf(at))
  return rows[0]!
}

export function requireOpenBox(act: Act, box: BoxRow): void {
  if (box.is_closed) act.refuse(c.cashBoxClosed, { title: act.locked(box.id).title })
}

/** Refuses money of another currency than the box holds, and less than nothing. */
export function requireAmount(act: Act, box: BoxRow, amount: Money, noughtToo: boolean): void {
  if (amount.currency !== box.currency)
    act.refuse(c.cashCurrencyOther, { currency: box.currency, title: act.locked(box.id).title })
  if (amount.minor < 0n || (amount.minor === 0n && !noughtToo)) act.refuse(c.cashAmountWrong)
}

/** Where the box stands in the books. */
export const boxSide = (box: BoxRow): { account: string } | { role: 'cash' } =>
  box.ledger_account ? { account: box.ledger_account } : { role: 'cash' }

export interface NewEntry {
  readonly id: string
  readonly what: EntryRow['what']
  readonly on: Temporal.PlainDate
  readonly minor: bigint
  readonly text: string
  readonly counterparty?: string | null
  readonly account?: string | null
  readonly vatCode?: string | null
  readonly vat_minor?: bigint
  readonly documentId?: string | null
  readonly itemId?: string | null
  readonly takesBackId?: string
}

/** Puts an entry into the locked box; refused where the box would hold less than nothing. Gives what is in it then. */
export async function enter(
  act: Act,
  box: BoxRow,
  entry: NewEntry,
): Promise<{ number: bigint; balance_minor: bigint }> {
  const balance_minor = box.balance_minor + entry.minor
  if (balance_minor < 0n)
    act.refuse(c.cashShort, {
      title: act.locked(box.id).title,
      balance: wordedAmount(moneyOf(box.balance_minor, box.currency)),
    })
  const number = box.last_number + 1n
  await sql`
    insert into banking.cash_entry (organisation_id, box_id, id, number, what, on_day, amount_minor, balance_minor, text, counterparty,
      account, vat_code, vat_minor, document_id, item_id, takes_back_id, made_by_id, made_at)
    values (${act.office.id}, ${box.id}, ${entry.id}, ${number}, ${entry.what}, ${entry.on}, ${entry.minor}, ${balance_minor}, ${entry.text},
      ${entry.counterparty ?? null}, ${entry.account ?? null}, ${entry.vatCode ?? null}, ${entry.vat_minor ?? 0n}, ${entry.documentId ?? null},
      ${entry.itemId ?? null}, ${entry.takesBackId ?? null}, ${act.principal.id}, ${act.at})`.execute(act.db())
  return { number, balance_minor }
}

export const entryKey = (entryId: string): string => `banking.cash:${entryId}`

/** The two sides of an entry: the box, and what it was for. */
export function linesOf(box: BoxRow, minor: bigint, other: BookLine): [BookLine, BookLine] {
  return [{ ...boxSide(box), amount: { minor, currency: box.currency } }, other]
}

/** What an approved report asks of the ledger: its entry and its open items. */
import type { Act } from '../../kernel/implement.ts'
import type { BookLine, BookWish, ItemWish, PayTo } from '../ledger/contract.ts'
import { type LineRow, numberOf, owedOf, type ReportRow } from './rows.ts'
import { rulesOf } from './rules.ts'
import type { ExpensesTables } from './tables.ts'

export const itemKey = (id: string, nth: number): string => `expenses.report:${id}:${nth}`
const cardKey = (id: string, nth: number): string => `expenses.card:${id}:${nth}`

/** The account a person is paid to, as the ledger takes it. */
export async function payToOf(act: Act, personId: string): Promise<PayTo | null> {
  const row = await act
    .db<ExpensesTables>()
    .selectFrom('expenses.claimant')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return null
  return {
    scheme: row.scheme,
    number: row.number,
    bic: row.bic,
    name: (await nameOf(act, personId)).slice(0, 140),
    street: null,
    postalCode: null,
    town: null,
    country: null,
  }
}

export async function nameOf(act: Act, id: string): Promise<string> {
  const row = await act
    .db()
    .selectFrom('kernel.record')
    .select('title')
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.title
}

/** What the person is owed (or owes), and what the card's statement will bring. */
export async function itemsOf(
  act: Act,
  row: ReportRow,
  nth: number,
  title: string,
): Promise<{ items?: ItemWish[]; owed: bigint }> {
  const owed = owedOf(row)
  const money = (minor: bigint) => ({ minor, currency: row.currency })
  const common = {
    recordId: row.id,
    number: numberOf(row),
    issuedOn: act.today,
    dueOn: act.today,
    discount: null,
    ready: true,
    holdReason: null,
    payTo: null,
    reference: { scheme: 'text' as const, value: `${numberOf(row)} ${title}`.slice(0, 140) },
  }
  const person = { partyId: row.person_id, partyName: (await nameOf(act, row.person_id)).slice(0, 200) }
  const items: ItemWish[] = []
  if (owed > 0n) {
    const payTo = await payToOf(act, row.person_id)
    const key = itemKey(row.id, nth)
    items.push({ ...common, ...person, key, side: 'payable', amount: money(owed), payTo, method: 'transfer' })
  }
  if (owed < 0n) {
    const key = itemKey(row.id, nth)
    items.push({ ...common, ...person, key, side: 'receivable', amount: money(-owed), method: 'none' })
  }
  if (row.card_minor > 0n) {
    const card = { partyId: null, partyName: title.slice(0, 200), method: 'card' as const }
    items.push({ ...common, ...card, key: cardKey(row.id, nth), side: 'payable', amount: money(row.card_minor) })
  }
  return { ...(items.length ? { items } : {}), owed }
}

/** The entry: each line to its account with its tax, against what the person is owed, had in advance, or the card paid. */
export async function entryOf(
  act: Act,
  row: ReportRow,
  nth: number,
  title: string,
  lines: readonly LineRow[],
): Promise<{ book?: BookWish[] }> {
  const rules = await rulesOf(act)
  const money = (minor: bigint) => ({ minor, currency: row.currency })
  const costs = lines
    .filter(line => line.office_minor)
    .map((line): BookLine => {
      const { account, vatCode } = rules.ruleOn(line.category, line.on_day)
      const place = account ? { account } : { role: 'purchases' as const }
      const text = line.text.slice(0, 300)
      // Tax of another land is no input tax here: it is part of the cost.
      const taxed = vatCode !== null && line.vat_minor !== null && line.currency === row.currency
      return {
        ...place,
        amount: money(taxed ? line.office_minor! - line.vat_minor! : line.office_minor!),
        ...(taxed ? { vatCode, vat: money(line.vat_minor!) } : {}),
        ...(text ? { text } : {}),
      }
    })
  if (costs.length === 0) return {}
  const owed = owedOf(row)
  const against: BookLine[] = []
  if (owed > 0n) against.push({ role: 'employee-claims', amount: money(-owed), partyId: row.person_id })
  if (owed < 0n) against.push({ role: 'receivables', amount: money(-owed), partyId: row.person_id })
  if (row.card_minor > 0n) against.push({ role: 'employee-claims', amount: money(-row.card_minor) })
  if (row.advance_minor > 0n)
    against.push({ role: 'employee-claims', amount: money(-row.advance_minor), partyId: row.person_id })
  const documentIds = [...new Set(lines.flatMap(line => line.document_id ?? []))].slice(0, 100)
  return {
    book: [
      {
        key: itemKey(row.id, nth),
        book: 'expenses',
        on: act.today,
        text: `${numberOf(row)} ${title}`.slice(0, 300),
        lines: [...costs, ...against],
        sourceId: row.id,
        ...(documentIds.length ? { documentIds } : {}),
      },
    ],
  }
}

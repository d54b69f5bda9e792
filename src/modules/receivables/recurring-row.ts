/** Reading and writing invoices that come again, and the content of their turns. */
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Act, Standing } from '../../kernel/implement.ts'
import { nearestLanguage } from '../../kernel/language/catalogue.ts'
import type { Content } from './content.ts'
import type { Customer } from './customers.ts'
import { contentOf } from './invoice-row.ts'
import type { ReceivablesTables, RecurringTable } from './tables.ts'
import { monthsFor, monthsWords, pricedOn, type Raise, turnDay, turnsBefore, withPeriod } from './turn.ts'

export type RecurringRow = Selectable<RecurringTable>
type Reading = Pick<Standing, 'office'> & { db(): unknown }
const dbOf = (at: Reading) => (at as unknown as Act).db<ReceivablesTables>()

export const recurringOf = (at: Reading, id: string): Promise<RecurringRow> =>
  dbOf(at)
    .selectFrom('receivables.recurring')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export async function updateRecurring(act: Act, id: string, change: Updateable<RecurringTable>): Promise<void> {
  await act
    .db<ReceivablesTables>()
    .updateTable('receivables.recurring')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** Raises that have not been applied, of several at once. */
export async function openRaises(at: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, Raise[]>> {
  if (ids.length === 0) return new Map()
  const rows = await dbOf(at)
    .selectFrom('receivables.recurring_raise')
    .select(['recurring_id', 'from_on', 'percent'])
    .where('organisation_id', '=', at.office.id)
    .where('recurring_id', 'in', ids)
    .where('applied_on', 'is', null)
    .execute()
  return new Map(
    [...Map.groupBy(rows, row => row.recurring_id)].map(([id, raises]) => [
      id,
      raises.map(row => ({ fromOn: row.from_on, percent: row.percent })),
    ]),
  )
}

/** What the price list says now of the lines that follow it. */
export async function listedPrices(at: Reading, contents: readonly Content[]): Promise<ReadonlyMap<string, string>> {
  const ids = contents.flatMap(content => (content.lines ?? []).flatMap(line => line.priceId ?? []))
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; price: string }>`
    select id, trim_scale(price)::text as price from receivables.price
    where organisation_id = ${at.office.id} and id = any(${[...new Set(ids)]}::uuid[]) and removed_at is null`.execute(
    at.db() as never,
  )
  return new Map(rows.map(row => [row.id, row.price]))
}

interface TurnGround {
  readonly raises: readonly Raise[]
  readonly prices: ReadonlyMap<string, string>
}

/** The content with the prices of the next turn, without what is told of its months. */
export function pricedTurn(at: Reading, row: RecurringRow, { raises, prices }: TurnGround): Content {
  const content = contentOf(row)
  return pricedOn(content, row.next_on, { currency: content.currency ?? at.office.currency, raises, prices })
}

/** What the invoice of the next turn says. */
export function turnContent(
  at: Reading,
  row: Pick<RecurringRow, 'period' | 'next_on' | 'every_months'>,
  priced: Content,
  customer: Customer,
): Content {
  const language =
    priced.language ?? customer.terms.language ?? customer.language ?? nearestLanguage(at.office.language)
  const months = monthsFor(row.period, row.next_on, row.every_months)
  const lines = priced.lines?.map(({ priceId: _, ...line }) => line)
  return withPeriod({ ...priced, ...(lines ? { lines } : {}) }, months && monthsWords(months, language))
}

/** The turn after this one; past the last day there is none, and it has ended. */
export function afterTurn(row: RecurringRow): Pick<RecurringRow, 'passed' | 'next_on' | 'state'> {
  const passed = row.passed + 1
  const next_on = turnDay(row.first_on, row.every_months, passed)
  const over = row.until_on !== null && Temporal.PlainDate.compare(next_on, row.until_on) > 0
  return { passed, next_on, state: over ? 'ended' : row.state }
}

/** The first turn that does not lie behind a day. */
export function turnFrom(row: RecurringRow, day: Temporal.PlainDate): Pick<RecurringRow, 'passed' | 'next_on'> {
  const passed = Math.max(row.passed, turnsBefore(row.first_on, row.every_months, day))
  return { passed, next_on: turnDay(row.first_on, row.every_months, passed) }
}

export const stuckKey = (id: string, on: Temporal.PlainDate): string => `receivables.turn-stuck:${id}:${on}`
export const draftKey = (invoiceId: string): string => `receivables.turn:${invoiceId}`

/** The task of an invoice that came of a turn is done with it. */
export async function turnTask(act: Act, invoiceId: string): Promise<{ workDone?: { key: string }[] }> {
  const row = await act
    .db<ReceivablesTables>()
    .selectFrom('receivables.recurring_turn')
    .select('recurring_id')
    .where('organisation_id', '=', act.office.id)
    .where('invoice_id', '=', invoiceId)
    .executeTakeFirst()
  return row ? { workDone: [{ key: draftKey(invoiceId) }] } : {}
}

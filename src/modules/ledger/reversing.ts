/** Reversals: entries that take others back, which stay as they were. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { stopOfReversed } from './accrual-wishes.ts'
import { settingsOf } from './chart-facts.ts'
import { type Posting, reversed } from './compose.ts'
import { entryReversedEvent } from './contract/events.ts'
import type { BookReversal, Book } from './contract/wish.ts'
import { type EntryPlan, type Posted, postPlans } from './posting.ts'

export interface EntryRow {
  readonly id: string
  readonly key: string | null
  readonly book: Book
  readonly text: string
  readonly series: string
  readonly number: bigint
  readonly posted_on: Temporal.PlainDate
  readonly source_id: string | null
  readonly reversal_of: string | null
  readonly reversed_by: string | null
}

/**
 * What a module of papers booked is taken back there, so that paper and books say the same; exchange differences go with
 * the payment, a revaluation by its own act.
 */
export const isByHand = (key: string | null): boolean =>
  key === null || (key.startsWith('ledger.') && !/^ledger\.(exchange|revaluation|year):/.test(key))

const columns = sql`e.id, e.key, e.book, e.text, e.series, e.number, e.posted_on, e.source_id, e.reversal_of,
  (select r.id from ledger.entry r where r.organisation_id = e.organisation_id and r.reversal_of = e.id) as reversed_by`

export async function entryOf(act: Act, id: string): Promise<EntryRow> {
  const { rows } = await sql<EntryRow>`
    select ${columns} from ledger.entry e where e.organisation_id = ${act.office.id} and e.id = ${id}`.execute(act.db())
  return rows[0]!
}

interface PostingRow {
  readonly entry_id: string
  readonly account: string
  readonly amount_minor: bigint
  readonly currency: string | null
  readonly foreign_minor: bigint | null
  readonly vat_code: string | null
  readonly vat_part: Posting['vatPart']
  readonly dimensions: Record<string, string> | null
  readonly party_id: string | null
  readonly text: string | null
}

/** What was posted in these entries, line by line. */
export async function postingsOf(act: Act, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Posting[]>> {
  const { rows } = await sql<PostingRow>`
    select * from ledger.posting where organisation_id = ${act.office.id} and entry_id = any(${ids}::uuid[]) order by entry_id, line`.execute(
    act.db(),
  )
  const postings = new Map<string, Posting[]>(ids.map(id => [id, []]))
  for (const row of rows)
    postings.get(row.entry_id)!.push({
      account: row.account,
      amount: row.amount_minor,
      foreign: row.currency === null ? null : { minor: row.foreign_minor!, currency: row.currency },
      vatCode: row.vat_code,
      vatPart: row.vat_part,
      dimensions: row.dimensions,
      partyId: row.party_id,
      text: row.text,
    })
  return postings
}

/** Posts reversals of these entries; each on its day, in the book of what it reverses. */
export async function reverseEntries(
  act: Act,
  wanted: readonly { readonly entry: EntryRow; readonly on: Temporal.PlainDate; readonly text: string }[],
): Promise<Posted[]> {
  if (wanted.length === 0) return []
  await stopOfReversed(act, wanted)
  const settings = (await settingsOf(act))!
  const postings = await postingsOf(
    act,
    wanted.map(({ entry }) => entry.id),
  )
  const plans = wanted.map(
    ({ entry, on, text }): EntryPlan => ({
      book: entry.book,
      on,
      text,
      postings: reversed(postings.get(entry.id)!),
      reversalOf: entry.id,
      ...(entry.key ? { key: `${entry.key}#reversed` } : {}),
      ...(entry.source_id ? { sourceId: entry.source_id } : {}),
    }),
  )
  const posted = await postPlans(act, { settings }, plans)
  wanted.forEach(({ entry, on }, n) => {
    const title = `${entry.series}${entry.number} ${entry.text}`
    act.emit(entryReversedEvent, { id: entry.id, title, reversalId: posted[n]!.id, on }, [entry.id])
  })
  return posted
}

/** Reverses what was posted under these keys; what was not, or is reversed already, is left alone. */
export async function reverseKeys(act: Act, wishes: readonly BookReversal[]): Promise<Posted[]> {
  if (wishes.length === 0) return []
  const { rows } = await sql<EntryRow>`
    select ${columns} from ledger.entry e where e.organisation_id = ${act.office.id} and e.key = any(${wishes.map(({ key }) => key)}::text[])`.execute(
    act.db(),
  )
  const byKey = new Map(rows.map(row => [row.key, row]))
  const wanted = [...new Map(wishes.map(wish => [wish.key, wish])).values()].flatMap(({ key, on, text }) => {
    const entry = byKey.get(key)
    return entry && entry.reversed_by === null ? [{ entry, on, text }] : []
  })
  return reverseEntries(act, wanted)
}

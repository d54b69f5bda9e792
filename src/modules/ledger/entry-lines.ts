/** Entries as lists and pages show them. */
import { type RawBuilder, sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { namesOf, naming } from '../../kernel/named.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import { settingsOf } from './chart-facts.ts'
import type { EntryState } from './contract/shapes.ts'
import type { Book } from './contract/wish.ts'

export interface SeenEntry {
  readonly id: string
  readonly title: string
  readonly class: number
  readonly version: number
  readonly series: string
  readonly number: bigint
  readonly book: Book
  readonly posted_on: Temporal.PlainDate
  readonly text: string
  readonly total_minor: bigint
  readonly source_id: string | null
  readonly reversal_of: string | null
  readonly reversed_by: string | null
  readonly imported: boolean
  readonly made_at: Temporal.Instant
  readonly made_by_id: string
}

/** The entries that may be seen, as `e`, with their record as `r`. */
export const seenEntries = (view: View): RawBuilder<unknown> => sql`
  ledger.entry e join ${visibleRecords(view, 'ledger-entry').select(['id', 'title', 'class', 'version'])} r
    on e.organisation_id = ${view.office.id} and e.id = r.id`

export const entryColumns = sql`e.id, r.title, r.class, r.version, e.series, e.number, e.book, e.posted_on, e.text, e.total_minor, e.source_id,
  e.reversal_of, e.imported, e.made_at, e.made_by_id,
  (select x.id from ledger.entry x where x.organisation_id = e.organisation_id and x.reversal_of = e.id) as reversed_by`

export const entryState = (entry: Pick<SeenEntry, 'reversal_of' | 'reversed_by'>): EntryState =>
  entry.reversed_by ? 'reversed' : entry.reversal_of ? 'reversal' : 'posted'

/** The currency of the books; that of the office until they are set up. */
export const currencyOf = async (view: View): Promise<string> =>
  (await settingsOf(view))?.currency ?? view.office.currency

export async function entryFacts(view: View, rows: readonly SeenEntry[], currency: string) {
  const name = naming(
    await namesOf(
      view,
      rows.map(({ source_id }) => source_id),
    ),
  )
  return (row: SeenEntry) => ({
    series: row.series,
    number: Number(row.number),
    book: row.book,
    on: row.posted_on,
    text: row.text,
    total: { minor: row.total_minor, currency },
    source: name(row.source_id),
  })
}

/** Posting: wishes become entries with numbers, in as few statements as there are tables. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { foldInPlace } from '../../kernel/search/snippet.ts'
import { type Facts, factsFor, ratesOn, seriesOf } from './chart-facts.ts'
import { compose, type Posting } from './compose.ts'
import { entryPosted } from './contract/events.ts'
import { dimensionUnknown } from './contract/refusals.ts'
import type { Book, BookLine } from './contract/wish.ts'
import { openPeriods, type Period } from './years.ts'

/** An entry as it is wished for. */
export interface EntryWish {
  readonly key?: string | undefined
  readonly book: Book
  readonly on: Temporal.PlainDate
  readonly text: string
  readonly lines: readonly BookLine[]
  readonly sourceId?: string | undefined
  readonly documentIds?: readonly string[] | undefined
  readonly rate?: string | undefined
}

/** An entry whose postings are known. */
export interface EntryPlan extends Omit<EntryWish, 'lines' | 'rate'> {
  readonly postings: readonly Posting[]
  readonly reversalOf?: string
}

export interface Posted {
  readonly id: string
  readonly series: string
  readonly number: number
  readonly title: string
}

/** The entries of these wishes: those that were posted before are left out, and all where the books are kept elsewhere. */
export async function postWishes(act: Act, wishes: readonly EntryWish[]): Promise<Posted[]> {
  if (wishes.length === 0) return []
  const facts = await factsFor(
    act,
    wishes.flatMap(({ lines }) => lines),
    wishes.flatMap(({ key }) => key ?? []),
  )
  if (facts?.settings.mode !== 'books') return []
  const fresh = [...new Map(wishes.map(wish => [wish.key ?? Symbol(), wish])).values()].filter(
    ({ key }) => !key || !facts.posted.has(key),
  )
  await requireDimensions(act, fresh)
  const plans: EntryPlan[] = []
  for (const wish of fresh) plans.push(await planOf(act, facts, wish))
  return postPlans(act, facts, plans)
}

async function planOf(act: Act, facts: Facts, { lines, rate, ...wish }: EntryWish): Promise<EntryPlan> {
  const foreign = [...new Set(lines.map(({ amount }) => amount.currency))].filter(one => one !== facts.currency)
  const rates = rate ? null : await ratesOn(act, foreign, wish.on)
  const postings = compose(lines, facts, currency => rate ?? rates?.get(currency) ?? null)
  if ('refused' in postings) return act.refuse(postings.refused, { on: String(wish.on), ...postings.data })
  return { ...wish, postings }
}

async function requireDimensions(act: Act, wishes: readonly EntryWish[]): Promise<void> {
  const pairs = new Map<string, readonly [string, string]>()
  for (const { lines } of wishes)
    for (const { dimensions } of lines)
      for (const [dimension, code] of Object.entries(dimensions ?? {}))
        pairs.set(`${dimension}\n${code}`, [dimension, code])
  if (pairs.size === 0) return
  const { rows } = await sql<{ dimension: string; code: string }>`
    select w.dimension, w.code from unnest(${[...pairs.values()].map(([d]) => d)}::text[], ${[...pairs.values()].map(([, c]) => c)}::text[]) w(dimension, code)
    left join ledger.dimension_value v on v.organisation_id = ${act.office.id} and v.dimension = w.dimension and v.code = w.code and v.in_use
    where v.code is null limit 1`.execute(act.db())
  const [unknown] = rows
  if (unknown) act.refuse(dimensionUnknown, { dimension: unknown.dimension, code: unknown.code })
}

/** Takes numbers and writes entries and postings: all of an act at once. */
export async function postPlans(
  act: Act,
  facts: Pick<Facts, 'settings'>,
  plans: readonly EntryPlan[],
): Promise<Posted[]> {
  if (plans.length === 0) return []
  const periods = await openPeriods(act, plans)
  const numbered = await takeNumbers(act, facts, plans, periods)
  const posted: Posted[] = []
  const rows = []
  for (const { plan, period, series, number } of numbered) {
    const title = `${series}${number} ${plan.text}`
    const source = plan.sourceId ? { source: plan.sourceId } : {}
    const id = await act.createRecord({ kind: 'ledger-entry', title, ...source })
    posted.push({ id, series, number, title })
    rows.push(entryRow(act, id, plan, { period, series, number }))
  }
  insertEntries(act, rows)
  insertPostings(act, plans, posted)
  insertDocuments(act, plans, posted)
  plans.forEach((plan, n) => {
    const { id, title } = posted[n]!
    const { book, on, sourceId = null } = plan
    act.emit(entryPosted, { id, title, book, on, sourceId }, [id, ...(sourceId ? [sourceId] : [])])
  })
  return posted
}

interface Numbered {
  readonly plan: EntryPlan
  readonly period: Period
  readonly series: string
  readonly number: number
}

/** The next numbers of their series; given back when the act comes to nothing, so that none is ever missing. */
async function takeNumbers(
  act: Act,
  { settings }: Pick<Facts, 'settings'>,
  plans: readonly EntryPlan[],
  periods: ReadonlyMap<string, Period>,
): Promise<Numbered[]> {
  const groups = new Map<string, { yearId: string; series: string; plans: EntryPlan[] }>()
  for (const plan of plans) {
    const yearId = periods.get(String(plan.on))!.year_id
    const series = seriesOf(settings, plan.book)
    const key = `${yearId} ${series}`
    const group = groups.get(key) ?? { yearId, series, plans: [] }
    group.plans.push(plan)
    groups.set(key, group)
  }
  const taken = new Map<EntryPlan, Numbered>()
  // in one order, so that two acts never wait for each other
  for (const [, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { rows } = await sql<{ last: bigint }>`
      insert into ledger.series as s (organisation_id, year_id, code, last_number)
      values (${act.office.id}, ${group.yearId}, ${group.series}, ${group.plans.length})
      on conflict (organisation_id, year_id, code) do update set last_number = s.last_number + excluded.last_number
      returning last_number as last`.execute(act.db())
    const first = Number(rows[0]!.last) - group.plans.length + 1
    group.plans.forEach((plan, n) => {
      taken.set(plan, { plan, period: periods.get(String(plan.on))!, series: group.series, number: first + n })
    })
  }
  return plans.map(plan => taken.get(plan)!)
}

function entryRow(act: Act, id: string, plan: EntryPlan, { period, series, number }: Omit<Numbered, 'plan'>) {
  const total = plan.postings.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n)
  return {
    organisation_id: act.office.id,
    id,
    year_id: period.year_id,
    period_on: period.starts_on.toString(),
    series,
    number,
    book: plan.book,
    posted_on: plan.on.toString(),
    text: plan.text,
    key: plan.key ?? null,
    source_id: plan.sourceId ?? null,
    reversal_of: plan.reversalOf ?? null,
    line_count: plan.postings.length,
    total_minor: String(total),
    folded: foldInPlace(`${series}${number}\n${plan.text}`),
    made_at: act.at.toString(),
    made_by_id: act.principal.id,
  }
}

function insertEntries(act: Act, rows: readonly ReturnType<typeof entryRow>[]): void {
  act.write(sql`insert into ledger.entry (organisation_id, id, year_id, period_on, series, number, book, posted_on, text, key, source_id,
      reversal_of, line_count, total_minor, folded, made_at, made_by_id)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(organisation_id uuid, id uuid, year_id uuid, period_on date, series text,
      number bigint, book text, posted_on date, text text, key text, source_id uuid, reversal_of uuid, line_count integer, total_minor bigint,
      folded text, made_at timestamptz, made_by_id uuid)`)
}

function insertPostings(act: Act, plans: readonly EntryPlan[], posted: readonly Posted[]): void {
  const rows = plans.flatMap((plan, n) =>
    plan.postings.map((posting, index) => ({
      entry_id: posted[n]!.id,
      line: index + 1,
      account: posting.account,
      posted_on: plan.on.toString(),
      amount_minor: String(posting.amount),
      currency: posting.foreign?.currency ?? null,
      foreign_minor: posting.foreign ? String(posting.foreign.minor) : null,
      vat_code: posting.vatCode,
      vat_part: posting.vatPart,
      dimensions: posting.dimensions && Object.keys(posting.dimensions).length > 0 ? posting.dimensions : null,
      party_id: posting.partyId,
      text: posting.text,
    })),
  )
  act.write(sql`insert into ledger.posting (organisation_id, entry_id, line, account, posted_on, amount_minor, currency, foreign_minor, vat_code,
      vat_part, dimensions, party_id, text)
    select ${act.office.id}::uuid, p.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(entry_id uuid, line smallint, account text,
      posted_on date, amount_minor bigint, currency text, foreign_minor bigint, vat_code text, vat_part text, dimensions jsonb, party_id uuid,
      text text)`)
}

function insertDocuments(act: Act, plans: readonly EntryPlan[], posted: readonly Posted[]): void {
  const pairs = plans.flatMap((plan, n) =>
    [...new Set(plan.documentIds ?? [])].map(documentId => ({ entryId: posted[n]!.id, documentId })),
  )
  if (pairs.length === 0) return
  act.write(sql`insert into ledger.entry_document (organisation_id, entry_id, document_id)
    select ${act.office.id}, e, d from unnest(${pairs.map(p => p.entryId)}::uuid[], ${pairs.map(p => p.documentId)}::uuid[]) x(e, d)`)
}

import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { causesOf, kindMap, kindNameOf } from '../case-lines.ts'
import type { CaseRow } from '../case-row.ts'
import { workingBetween, workingTimeOf } from '../clock.ts'
import * as c from '../contract.ts'

type Row = Pick<
  CaseRow,
  'id' | 'kind_id' | 'cause_id' | 'received_at' | 'answered_at' | 'kept' | 'verdict' | 'reopened' | 'repeats_id'
>

const start = (view: View, on: Temporal.PlainDate) => on.toZonedDateTime(view.office.zone).toInstant()

async function casesBetween(view: View, from: Temporal.PlainDate, until: Temporal.PlainDate): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select c.id, c.kind_id, c.cause_id, c.received_at, c.answered_at, c.kept, c.verdict, c.reopened, c.repeats_id
    from cases.case_file c join ${visibleRecords(view, 'case').selectAll()} r on r.id = c.id
    where c.organisation_id = ${view.office.id} and c.state <> 'dropped'
      and c.received_at >= ${start(view, from)} and c.received_at < ${start(view, until.add({ days: 1 }))}
    order by c.received_at`.execute(view.db())
  return rows
}

async function remediesOf(view: View, ids: readonly string[]) {
  const { rows } = await sql<{ cause_id: string | null; currency: string; minor: bigint }>`
    select f.cause_id, m.currency, sum(m.amount_minor)::bigint as minor from cases.remedy m
    join cases.case_file f on f.organisation_id = m.organisation_id and f.id = m.case_id
    where m.organisation_id = ${view.office.id} and m.case_id = any(${[...ids]}::uuid[]) and m.amount_minor is not null
    group by 1, 2 order by 2`.execute(view.db())
  return rows
}

const count = <T>(rows: readonly T[], fits: (row: T) => boolean): number => rows.filter(fits).length
const inTime = (rows: readonly Row[]) => ({
  kept: count(rows, row => row.kept === true),
  broken: count(rows, row => row.kept === false),
})

function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted.length === 0 ? null : sorted[Math.floor((sorted.length - 1) / 2)]!
}

/** Every month from the first in which something came, also those in which nothing did. */
function monthsOf(from: Temporal.PlainDate, until: Temporal.PlainDate): string[] {
  const months: string[] = []
  for (let month = from.toPlainYearMonth(); months.length < 120; month = month.add({ months: 1 })) {
    if (Temporal.PlainYearMonth.compare(month, until.toPlainYearMonth()) > 0) break
    months.push(month.toString())
  }
  return months
}

export const caseFiguresBody = implementQuery(c.caseFigures, async (view, { from, until, sort }) => {
  const kinds = await kindMap(view)
  const causes = await causesOf(view)
  const time = await workingTimeOf(view)
  const wanted = (row: Row) => !sort || kinds.get(row.kind_id)?.sort === sort
  const rows = (await casesBetween(view, from, until)).filter(wanted)
  const days = Math.max(1, from.until(until, { largestUnit: 'day' }).days + 1)
  const earlier = (await casesBetween(view, from.subtract({ days }), from.subtract({ days: 1 }))).filter(wanted)
  const remedies = await remediesOf(
    view,
    rows.map(row => row.id),
  )
  const monthOf = (row: Row) =>
    row.received_at.toZonedDateTimeISO(view.office.zone).toPlainDate().toPlainYearMonth().toString()
  const sortOf = (row: Row) => kinds.get(row.kind_id)?.sort
  const byMonth = Map.groupBy(rows, monthOf)
  const first = rows[0] ? rows[0].received_at.toZonedDateTimeISO(view.office.zone).toPlainDate() : until
  return {
    total: rows.length,
    months: monthsOf(first, until).map(month => {
      const here = byMonth.get(month) ?? []
      const of = (one: string) => count(here, row => sortOf(row) === one)
      return { month, questions: of('question'), complaints: of('complaint'), requests: of('request'), ...inTime(here) }
    }),
    kinds: [...Map.groupBy(rows, row => row.kind_id)].map(([id, here]) => ({
      id,
      title: kindNameOf(view, kinds, id).title,
      count: here.length,
      ...inTime(here),
      medianMinutes: median(
        here.flatMap(row => (row.answered_at ? [workingBetween(row.received_at, row.answered_at, time)] : [])),
      ),
      content: count(here, row => row.verdict === 'content'),
      partly: count(here, row => row.verdict === 'partly'),
      not: count(here, row => row.verdict === 'not'),
      reopened: count(here, row => row.reopened > 0),
    })),
    causes: [...Map.groupBy(rows, row => row.cause_id)]
      .map(([id, here]) => ({
        id,
        title: id ? (causes.get(id) ?? null) : null,
        count: here.length,
        before: count(earlier, row => row.cause_id === id),
        repeats: count(here, row => row.repeats_id !== null),
        remedies: remedies.filter(one => one.cause_id === id).map(({ minor, currency }) => ({ minor, currency })),
        not: count(here, row => row.verdict === 'not'),
      }))
      .toSorted((a, b) => Number(a.id === null) - Number(b.id === null) || b.count - a.count),
  }
})

import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type InputOf, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked, partsOfPlace, writePlace } from '../../../kernel/place.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { causesOf, fromOf, kindMap, type LineRow, lineOf } from '../case-lines.ts'
import { workingTimeOf } from '../clock.ts'
import * as c from '../contract.ts'

type Input = InputOf<typeof c.listCases>

const dayStart = (view: View, on: Temporal.PlainDate) => on.toZonedDateTime(view.office.zone).toInstant()

/** What is asked for, one condition after the other. */
function conditionsOf(view: View, input: Input): RawBuilder<unknown>[] {
  const like = input.text?.trim() ? liked(input.text.trim()) : null
  const owner = input.mine ? view.principal.id : input.ownerId
  return [
    sql`c.organisation_id = ${view.office.id}`,
    input.states ? sql`c.state = any(${[...input.states]}::text[])` : sql`c.state <> 'dropped'`,
    ...(like
      ? [
          sql`(kernel.fold(r.title) like kernel.fold(${like}) or kernel.fold(coalesce(c.contact_name, '')) like kernel.fold(${like})
            or kernel.fold(coalesce(p.title, '')) like kernel.fold(${like}) or c.contact_email like lower(${like})
            or kernel.fold(coalesce(c.product, '')) like kernel.fold(${like}) or c.year || '-' || c.serial like ${like})`,
        ]
      : []),
    ...(input.sorts ? [sql`coalesce(k.sort, 'question') = any(${[...input.sorts]}::text[])`] : []),
    ...(input.kindId ? [sql`c.kind_id = ${input.kindId}`] : []),
    ...(owner ? [sql`c.owner_id = ${owner}`] : []),
    ...(input.partyId ? [sql`c.party_id = ${input.partyId}`] : []),
    ...(input.causeId ? [sql`c.cause_id = ${input.causeId}`] : []),
    ...(input.late
      ? [sql`(c.kept is false or (c.state in ('new', 'owned', 'waiting') and c.due_at <= ${view.at}))`]
      : []),
    ...(input.from ? [sql`c.received_at >= ${dayStart(view, input.from)}`] : []),
    ...(input.until ? [sql`c.received_at < ${dayStart(view, input.until.add({ days: 1 }))}`] : []),
  ]
}

/** Open ones first, the one whose promise breaks first at the top; what is over stands behind, the latest first. */
const orderKey = {
  due: sql`case when c.state in ('new', 'owned', 'waiting')
    then '0' || to_char(coalesce(c.due_at, timestamptz '9999-01-01') at time zone 'UTC', 'YYYYMMDDHH24MISSUS')
    else '1' || lpad((20000000000000 - extract(epoch from c.received_at) * 1000)::bigint::text, 16, '0') end`,
  '-received': sql`lpad((20000000000000 - extract(epoch from c.received_at) * 1000)::bigint::text, 16, '0')`,
}

const linesOf = (view: View, input: Input) => sql`(
  select c.*, r.title, r.version::int as version, ${orderKey[input.sort]} as place
  from cases.case_file c join ${visibleRecords(view, 'case').selectAll()} r on r.id = c.id
  left join cases.kind k on k.organisation_id = c.organisation_id and k.id = c.kind_id
  left join ${visibleRecords(view).selectAll()} p on p.id = c.party_id
  where ${sql.join(conditionsOf(view, input), sql` and `)}) l`

async function namingOf(view: View, rows: readonly LineRow[]) {
  return {
    name: naming(
      await namesOf(
        view,
        rows.flatMap(row => [row.party_id, row.owner_id]),
      ),
    ),
    kinds: await kindMap(view),
    causes: await causesOf(view),
    time: await workingTimeOf(view),
  }
}

export const listCasesBody = implementQuery(c.listCases, async (view, input) => {
  const lines = linesOf(view, input)
  const [key, id] = partsOfPlace(input.after, 2) ?? []
  const onward = key !== undefined && id !== undefined ? sql`where (l.place, l.id::text) > (${key}, ${id})` : sql``
  const { rows } = await sql<LineRow & { place: string }>`
    select * from ${lines} ${onward} order by l.place, l.id::text limit ${input.limit + 1}`.execute(view.db())
  const { rows: all } = await sql<{ total: number }>`select count(*)::int as total from ${lines}`.execute(view.db())
  const shown = rows.slice(0, input.limit)
  const names = await namingOf(view, shown)
  const last = shown.at(-1)
  return {
    rows: shown.map(row => lineOf(view, row, names)),
    total: all[0]!.total,
    next: rows.length > input.limit && last ? writePlace(last.place, last.id) : null,
  }
})

export const listWaitingBody = implementQuery(c.listWaiting, async (view, { limit, after }) => {
  const lines = linesOf(view, { limit, sort: 'due', states: ['new'] } as Input)
  const [key, id] = partsOfPlace(after, 2) ?? []
  const onward = key !== undefined && id !== undefined ? sql`where (l.place, l.id::text) > (${key}, ${id})` : sql``
  const { rows } = await sql<LineRow & { place: string }>`
    select * from ${lines} ${onward} order by l.place, l.id::text limit ${limit + 1}`.execute(view.db())
  const { rows: all } = await sql<{ total: number }>`select count(*)::int as total from ${lines}`.execute(view.db())
  const shown = rows.slice(0, limit)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.party_id),
    ),
  )
  const last = shown.at(-1)
  return {
    rows: shown.map(row => ({
      id: row.id,
      kind: 'case',
      title: row.title,
      from: fromOf(row, name(row.party_id)),
      at: row.received_at,
      path: `/cases/${row.id}`,
      urgent: row.warn_at !== null && Temporal.Instant.compare(row.warn_at, view.at) <= 0,
    })),
    total: all[0]!.total,
    next: rows.length > limit && last ? writePlace(last.place, last.id) : null,
  }
})

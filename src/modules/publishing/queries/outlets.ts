import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { holdOf, type OutletRow } from '../rows.ts'

type Seen = OutletRow & { readonly title: string; readonly version: number; readonly place: string }

export const listOutletsBody = implementQuery(c.listOutlets, async (view, input) => {
  const conditions = [
    input.retired ? sql`true` : sql`not o.retired`,
    ...(input.text ? [sql`r.title ilike ${liked(input.text)}`] : []),
  ]
  const lines = sql`(select o.*, r.title, r.version, o.retired::int || lower(r.title) as place
    from ${visibleRecords(view, 'outlet').selectAll()} r
    join publishing.outlet o on o.organisation_id = ${view.office.id} and o.id = r.id
    where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'place', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.keeper_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      network: row.network,
      wire: row.wire,
      language: row.language,
      address: row.address,
      keeper: name(row.keeper_id),
      url: row.url,
      account: row.account,
      problem: row.problem,
      retired: row.retired,
    })),
    ...slice,
  }
})

export const getHoldBody = implementQuery(c.getHold, async view => {
  const hold = await holdOf(view)
  const name = naming(await namesOf(view, [hold.held_by]))
  const { rows } = await sql<{ count: number }>`
    select count(distinct p.publication_id)::int as count from publishing.placement p
    join ${visibleRecords(view, 'publication').selectAll()} r on r.id = p.publication_id
    join publishing.publication b on b.organisation_id = p.organisation_id and b.id = p.publication_id
    where p.organisation_id = ${view.office.id} and b.state = 'approved'
      and (p.state = 'missed' or (p.state = 'waiting' and p.due_at <= ${view.at} and ${hold.reason !== null}))`.execute(
    view.db(),
  )
  return { reason: hold.reason, heldAt: hold.held_at, heldBy: name(hold.held_by), waiting: rows[0]!.count }
})

interface Counted {
  readonly likes: number | null
  readonly shares: number | null
  readonly replies: number | null
  readonly views: number | null
}

export const monthReportBody = implementQuery(c.monthReport, async (view, { month }) => {
  const { zone } = view.office
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
  const [start, end] = [first, first.add({ months: 1 })].map(day => day.toZonedDateTime(zone).toInstant()) as [
    Temporal.Instant,
    Temporal.Instant,
  ]
  const out = sql`from publishing.placement p
    join ${visibleRecords(view, 'publication').selectAll()} r on r.id = p.publication_id
    join publishing.outlet o on o.organisation_id = p.organisation_id and o.id = p.outlet_id
    join ${visibleRecords(view, 'outlet').selectAll()} n on n.id = o.id
    where p.organisation_id = ${view.office.id} and p.state = 'published'
      and p.published_at >= ${start} and p.published_at < ${end}`
  const { rows } = await sql<Counted & { id: string; outlet: string; network: c.Network; posts: number }>`
    select o.id, n.title as outlet, o.network, count(*)::int as posts, sum(p.likes)::int as likes, sum(p.shares)::int as shares,
      sum(p.replies)::int as replies, sum(p.views)::int as views
    ${out} group by o.id, n.title, o.network order by n.title, o.id`.execute(view.db())
  const { rows: best } = await sql<Counted & { id: string; title: string; outlet: string; address: string | null }>`
    select r.id, r.title, n.title as outlet, p.address, p.likes, p.shares, p.replies, p.views
    ${out} and p.figures_at is not null
    order by coalesce(p.likes, 0) + coalesce(p.shares, 0) + coalesce(p.replies, 0) desc, r.id limit 5`.execute(
    view.db(),
  )
  return { rows, best }
})

import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import type { Named } from '../../../kernel/shapes.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment, workingCalendar } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { hasBegun, holdOf, partsOf, picturesOf, type PlacedRow, placementsOf, type PublicationRow } from '../rows.ts'
import { rhythmOf } from '../rule.ts'

type Seen = PublicationRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly place: string
  readonly near: boolean
  readonly pictures: number
}

const nearMinutes = sql`interval '30 minutes'`
const isPlanned = sql`('draft', 'asked', 'approved', 'published')`

/** Another that is seen, at an outlet of it, within half an hour. */
const nearTo = (view: View, id: RawBuilder<unknown>, planned: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  from publishing.publication o
  join ${visibleRecords(view, 'publication').selectAll()} n on n.id = o.id
  where o.organisation_id = ${view.office.id} and o.id <> ${id} and o.state in ${isPlanned}
    and o.planned_at > ${planned} - ${nearMinutes} and o.planned_at < ${planned} + ${nearMinutes}
    and exists (select from publishing.placement a join publishing.placement b
      on b.organisation_id = a.organisation_id and b.outlet_id = a.outlet_id
      where a.organisation_id = o.organisation_id and a.publication_id = o.id and b.publication_id = ${id})`

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'publication').selectAll()} r
  join publishing.publication p on p.organisation_id = ${view.office.id} and p.id = r.id`
const columns = (view: View) => sql`p.*, r.title, r.class, r.version, coalesce(to_char(p.planned_at at time zone 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS'), '9') as place,
  (p.planned_at is not null and p.state in ${isPlanned} and exists (select ${nearTo(view, sql`p.id`, sql`p.planned_at`)})) as near,
  (select count(*)::int from publishing.picture i where i.organisation_id = p.organisation_id and i.publication_id = p.id) as pictures`

function lineOf(row: Seen, placed: readonly PlacedRow[], name: (id: string | null) => Named | null) {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    state: row.state,
    plannedAt: row.planned_at,
    text: row.body.slice(0, 300),
    campaign: row.campaign,
    owner: name(row.owner_id),
    repeats: rhythmOf(row.rule),
    pictures: row.pictures,
    outlets: placed
      .filter(one => one.publication_id === row.id)
      .map(one => ({ id: one.outlet_id, title: one.title, network: one.network, state: one.state })),
    near: row.near,
  }
}

export const listPublicationsBody = implementQuery(c.listPublications, async (view, input) => {
  const zone = view.office.zone
  const conditions = [
    input.states ? sql`p.state = any(${input.states}::text[])` : sql`p.state <> 'dropped'`,
    ...(input.outletId
      ? [
          sql`exists (select from publishing.placement a where a.organisation_id = p.organisation_id
            and a.publication_id = p.id and a.outlet_id = ${input.outletId})`,
        ]
      : []),
    ...(input.campaign ? [sql`p.campaign = ${input.campaign}`] : []),
    ...(input.mine ? [sql`${view.principal.id} in (p.owner_id, p.approver_id)`] : []),
    ...(input.from ? [sql`p.planned_at >= ${input.from}::date::timestamp at time zone ${zone}`] : []),
    ...(input.until ? [sql`p.planned_at < (${input.until}::date + 1)::timestamp at time zone ${zone}`] : []),
  ]
  if (input.text)
    conditions.push(sql`(r.title ilike ${liked(input.text)} or p.body ilike ${liked(input.text)}
      or p.campaign ilike ${liked(input.text)})`)
  const lines = sql`(select ${columns(view)} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'place', 'text', input)
  const placed = await placementsOf(
    view,
    shown.map(row => row.id),
  )
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.owner_id),
    ),
  )
  return { rows: shown.map(row => lineOf(row, placed, name)), ...slice }
})

function placementOf(row: PublicationRow, placed: PlacedRow) {
  const words = c.composed(partsOf(row, placed.body))
  return {
    outlet: { id: placed.outlet_id, title: placed.title, network: placed.network, wire: placed.wire },
    state: placed.state,
    ownText: placed.body,
    words,
    length: c.lengthFor(placed.network, words),
    bound: c.bounds[placed.network].length,
    publishedAt: placed.published_at,
    address: placed.address,
    said: placed.said,
    figures: { likes: placed.likes, shares: placed.shares, replies: placed.replies, views: placed.views },
    figuresAt: placed.figures_at,
  }
}

/** A weekday on which nobody works: a public holiday. */
function isHoliday(view: View, row: PublicationRow): boolean {
  if (!row.planned_at) return false
  const day = row.planned_at.toZonedDateTimeISO(row.zone).toPlainDate()
  return day.dayOfWeek <= 5 && !workingCalendar(view.office.country).isWorkday(day)
}

async function nearOnes(view: View, row: Seen) {
  if (!row.near) return []
  const { rows } = await sql<{ id: string; title: string; plannedAt: Temporal.Instant }>`
    select o.id, n.title, o.planned_at as "plannedAt" ${nearTo(view, sql`${row.id}::uuid`, sql`${row.planned_at}::timestamptz`)}
    order by o.planned_at limit 20`.execute(view.db())
  return rows
}

export const getPublicationBody = implementQuery(c.getPublication, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns(view)} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'publication', id })
  const [placed, pictures, hold] = [await placementsOf(view, [id]), await picturesOf(view, id), await holdOf(view)]
  const ids = [row.owner_id, row.approver_id, row.written_by, row.approved_by, row.about_id]
  const name = naming(await namesOf(view, [...ids, ...pictures.map(one => one.document_id)]))
  return {
    record: { id, kind: 'publication', title: row.title, class: row.class, version: row.version, state: row.state },
    text: row.body,
    link: row.link,
    hashtags: row.hashtags,
    language: row.language,
    campaign: row.campaign,
    plannedAt: row.planned_at,
    zone: row.zone,
    repeats: rhythmOf(row.rule),
    owner: name(row.owner_id),
    approver: name(row.approver_id),
    writtenBy: name(row.written_by),
    approvedBy: name(row.approved_by),
    approvedAt: row.approved_at,
    sentBack: row.sent_back,
    about: name(row.about_id),
    placements: placed.map(one => placementOf(row, one)),
    pictures: pictures.map(one => ({
      n: one.n,
      fileId: one.file_id,
      document: name(one.document_id),
      alt: one.alt,
      mediaType: one.media_type,
    })),
    near: await nearOnes(view, row),
    holiday: isHoliday(view, row),
    held: hold.reason,
    can: hasBegun(placed) ? can(view, addComment, { recordId: id }) : offers(view, row, hold.reason),
  }
})

function offers(view: View, row: Seen, held: string | null): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const comment = can(view, addComment, { recordId: row.id })
  const drop = can(view, c.dropPublication, input)
  switch (row.state) {
    case 'draft':
      return [
        ...can(view, c.askApproval, input, { primary: true }),
        ...can(view, c.approvePublication, input),
        ...can(view, c.changePublication, input),
        ...comment,
        ...drop,
      ]
    case 'asked':
      return [
        ...can(view, c.approvePublication, input, { primary: true }),
        ...can(view, c.sendBackPublication, input),
        ...can(view, c.changePublication, input),
        ...comment,
        ...drop,
      ]
    case 'approved':
      return [
        ...can(view, c.publishNow, input, {
          refusedBecause: held ? { name: c.allHeld.name, data: { reason: held } } : null,
        }),
        ...can(view, c.changePublication, input),
        ...can(view, c.sendBackPublication, input),
        ...comment,
        ...drop,
      ]
    case 'dropped':
      return [...can(view, c.restorePublication, input, { primary: true }), ...comment]
    case 'published':
      return comment
  }
}

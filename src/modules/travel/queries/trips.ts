import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import type { Command } from '../../../kernel/declare.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { alsoThen, legOf, peopleMet, stayOf, visitOf, type Whole, wholeTrip } from '../facts.ts'
import { contactsOf, type CostRow, costsOf, papersOf, thingsOf } from '../lists.ts'
import { asksApproval, takes } from '../states.ts'
import { policyOf, type TripRow } from '../trip-row.ts'

type Seen = TripRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly people: readonly string[]
  readonly countries: readonly string[]
  readonly cost_minor: bigint | null
  readonly cost_currency: string | null
  readonly sort: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'trip').selectAll()} r
  join travel.trip t on t.organisation_id = ${view.office.id} and t.id = r.id`

/** What comes stands first, forwards; what was, after it, backwards. */
const sortOf = (
  view: View,
) => sql`case when t.ends_on >= ${view.today}::date then '0' || to_char(t.starts_on, 'YYYYMMDD')
  else '1' || lpad((99999999 - to_char(t.starts_on, 'YYYYMMDD')::int)::text, 8, '0') end`

const columns = (view: View) => sql`t.*, r.title, r.class, r.version, ${sortOf(view)} as sort,
  (select array_agg(p.person_id order by p.position) from travel.traveller p
    where p.organisation_id = t.organisation_id and p.trip_id = t.id) as people,
  array(select to_country::text from travel.leg l where l.organisation_id = t.organisation_id and l.trip_id = t.id and to_country is not null
    union select country::text from travel.stay s where s.organisation_id = t.organisation_id and s.trip_id = t.id and country is not null) as countries,
  s.cost_minor, s.cost_currency`
/** What it came to as far as it is known, else what is reckoned with; nothing where that is in several currencies. */
const sums = sql`left join lateral (
  select sum(coalesce(k.actual_minor, k.planned_minor, 0))::bigint as cost_minor, min(k.currency) as cost_currency from travel.cost k
  where k.organisation_id = t.organisation_id and k.trip_id = t.id having count(distinct k.currency) = 1) s on true`

function within(view: View, { box, whose }: { box: (typeof c.boxes)[number]; whose: (typeof c.whoses)[number] }) {
  const conditions = [sql`true`]
  if (box === 'coming') conditions.push(sql`t.ends_on >= ${view.today}::date and t.state <> 'cancelled'`)
  if (box === 'past') conditions.push(sql`t.ends_on < ${view.today}::date`)
  const mine = sql`exists (select from travel.traveller p where p.organisation_id = t.organisation_id and p.trip_id = t.id and p.person_id = ${view.principal.id})`
  if (whose === 'mine') conditions.push(mine)
  if (whose === 'arranged') conditions.push(sql`t.arranger_id = ${view.principal.id}`)
  return conditions
}

const money = (minor: bigint | null, currency: string | null) =>
  minor === null || currency === null ? null : { minor: BigInt(minor), currency }

/** Trips that are over are not looked through again for what is wrong with them. */
async function standing(view: View, row: Seen, policy: c.Approval): Promise<Pick<Whole, 'state'> & { doubts: number }> {
  if (Temporal.PlainDate.compare(row.ends_on, view.today.subtract({ days: 1 })) < 0) {
    const waits = row.state === 'planned' && asksApproval(policy, view.office.country, [row.country, ...row.countries])
    return { state: row.state === 'cancelled' || waits ? row.state : 'done', doubts: 0 }
  }
  const { state, checks } = await wholeTrip(view, row)
  return { state, doubts: checks.filter(one => one.loud).length }
}

export const listTripsBody = implementQuery(c.listTrips, async (view, { text, box, whose, ...input }) => {
  const conditions = within(view, { box, whose })
  if (text)
    conditions.push(sql`(r.title ilike ${liked(text)} or t.destination ilike ${liked(text)} or exists (
      select from travel.traveller p join kernel.record n on n.organisation_id = p.organisation_id and n.id = p.person_id
      where p.organisation_id = t.organisation_id and p.trip_id = t.id and n.title ilike ${liked(text)}))`)
  const lines = sql`(select ${columns(view)} ${from(view)} ${sums} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'sort', 'text', input)
  const policy = await policyOf(view)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => [row.arranger_id, ...row.people]),
    ),
  )
  const rows = []
  for (const row of shown) {
    const { state, doubts } = await standing(view, row, policy)
    rows.push({ id: row.id, version: row.version, title: row.title, state, doubts, ...lineOf(view, row, name) })
  }
  return { rows, ...slice }
})

const lineOf = (view: View, row: Seen, name: ReturnType<typeof naming>) => ({
  destination: row.destination,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  travellers: row.people.map(name).filter(one => one !== null),
  arranger: name(row.arranger_id),
  cost: money(row.cost_minor, row.cost_currency),
  mine: row.people.includes(view.principal.id),
})

interface ClaimRow {
  readonly person_id: string
  readonly report_id: string
}

/** Sums of lines in one currency; null where there are none, or several currencies. */
function sumOf(lines: readonly CostRow[], minor: (line: CostRow) => bigint | null) {
  const known = lines.filter(line => minor(line) !== null)
  const [currency, ...more] = new Set(known.map(line => line.currency))
  if (!currency || more.length > 0) return null
  return { minor: known.reduce((sum, line) => sum + minor(line)!, 0n), currency }
}

export const getTripBody = implementQuery(c.getTrip, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns(view)} ${from(view)} ${sums} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'trip', id })
  const whole = await wholeTrip(view, row)
  const others = await alsoThen(view, whole)
  const met = await peopleMet(
    view,
    [...whole.visits, ...others].map(visit => visit.event_id),
    whole.people,
  )
  const papers = await papersOf(view, id)
  const costs = await costsOf(view, id)
  const { rows: claims } = await sql<ClaimRow>`
    select person_id, report_id from travel.claim where organisation_id = ${view.office.id} and trip_id = ${id} order by person_id`.execute(
    view.db(),
  )
  const name = naming(
    await namesOf(view, [
      ...row.people,
      row.arranger_id,
      row.approved_by_id,
      ...papers.map(one => one.document_id),
      ...costs.map(one => one.document_id),
      ...claims.flatMap(one => [one.person_id, one.report_id]),
    ]),
  )
  const over = Temporal.Instant.compare(view.at, whole.until) >= 0
  return {
    record: { id, kind: 'trip', title: row.title, class: row.class, version: row.version, state: whole.state },
    ...lineOf(view, row, name),
    doubts: whole.checks.filter(one => one.loud).length,
    country: row.country,
    purpose: row.purpose,
    costCentre: row.cost_centre,
    budget: money(row.budget_minor, row.budget_currency),
    daysAs: row.days_as,
    visaFor: row.visa_for,
    approvedBy: name(row.approved_by_id),
    approvedAt: row.approved_at,
    needsApproval: whole.needsApproval,
    homeZone: view.office.zone,
    legs: whole.legs.map(legOf),
    stays: whole.stays.map(stayOf),
    visits: whole.visits.map(one => visitOf(one, met)),
    alsoThen: others.map(one => visitOf(one, met)),
    checks: [...whole.checks],
    things: (await thingsOf(view, id)).map(({ text, sort, done }) => ({ text, sort, done })),
    contacts: (await contactsOf(view, id)).map(one => ({
      name: one.name,
      phone: one.phone,
      what: one.what,
      sort: one.sort,
    })),
    papers: papers.flatMap(one => {
      const document = name(one.document_id)
      return document ? [{ document, what: one.what, itemId: one.item_id }] : []
    }),
    costs: costs.map(line => ({
      kind: line.kind,
      what: line.what,
      planned: money(line.planned_minor, line.currency),
      actual: money(line.actual_minor, line.currency),
      paidBy: line.paid_by,
      on: line.on_day,
      document: name(line.document_id),
    })),
    planned: sumOf(costs, line => line.planned_minor),
    actual: sumOf(costs, line => line.actual_minor),
    claims: claims.flatMap(one => {
      const person = name(one.person_id)
      return person ? [{ person, report: name(one.report_id) }] : []
    }),
    over,
    can: canOf(view, row, whole, { over, claimed: claims.map(one => one.person_id) }),
  }
})

interface After {
  readonly over: boolean
  readonly claimed: readonly string[]
}

function canOf(view: View, row: Seen, { needsApproval, people }: Whole, { over, claimed }: After): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const { title } = row
  const offer = (command: Command, options: Parameters<typeof can>[3] = {}, more: object = {}): Can[] =>
    takes(command.name, row.state) ? can(view, command, { ...input, ...more }, options) : []
  const mine = people.includes(view.principal.id)
  const unclaimed = people.filter(one => !claimed.includes(one))
  const claimant = unclaimed.includes(view.principal.id) ? view.principal.id : unclaimed[0]
  return [
    ...(needsApproval
      ? offer(c.approveTrip, { primary: !mine, refusedBecause: mine ? { name: 'trip-own', data: { title } } : null })
      : []),
    ...(over
      ? []
      : offer(c.bookTrip, {
          primary: row.state === 'approved' || !needsApproval,
          refusedBecause:
            needsApproval && row.state === 'planned' ? { name: 'trip-not-approved', data: { title } } : null,
        })),
    ...(over && claimant ? offer(c.claimExpenses, { primary: true }, { personId: claimant }) : []),
    ...offer(c.changeTrip),
    ...(over ? [] : offer(c.unbookTrip)),
    ...offer(c.unapproveTrip),
    ...(over ? [] : offer(c.cancelTrip)),
    ...offer(c.restoreTrip, { primary: true }),
    ...can(view, addComment, { recordId: row.id }),
  ]
}

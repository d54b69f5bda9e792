import { type RawBuilder, sql, type Selectable } from 'kysely'
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
import { codedBills, onPapers, projectOf, sums } from '../costs.ts'
import { dietTotals } from '../diets.ts'
import { type OutingRow, type RegistrationRow, registrationsOf } from '../outing-row.ts'
import { budgetOf, programmeOf } from '../plans.ts'
import { takes } from '../states.ts'
import type { FoodOrderTable, OutingsTables } from '../tables.ts'

type Seen = OutingRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly waiting: number
  readonly mine: c.Answer | null
  readonly sort: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'outing').selectAll()} r
  join outings.outing o on o.organisation_id = ${view.office.id} and o.id = r.id
  left join outings.registration m on m.organisation_id = o.organisation_id and m.outing_id = o.id and m.principal_id = ${view.principal.id}`

/** What comes stands first, forwards; what was, after it, backwards. */
const sortOf = (view: View) => sql`case when o.ends_at > ${view.at}
  then '0' || lpad(extract(epoch from o.starts_at)::bigint::text, 12, '0')
  else '1' || lpad((99999999999 - extract(epoch from o.starts_at)::bigint)::text, 12, '0') end`

const columns = (view: View) => sql`o.*, r.title, r.class, r.version, m.answer as mine, ${sortOf(view)} as sort,
  (select count(*)::int from outings.registration w where w.organisation_id = o.organisation_id and w.outing_id = o.id
    and w.answer = 'waiting') as waiting`

const factsOf = (row: Seen, name: ReturnType<typeof naming>) => ({
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: row.place,
  owner: name(row.owner_id),
  capacity: row.capacity,
  taken: row.seats_taken,
  waiting: row.waiting,
  mine: row.mine,
})

export const listOutingsBody = implementQuery(c.listOutings, async (view, { text, box, ...input }) => {
  const conditions = [
    box === 'all' ? sql`true` : box === 'coming' ? sql`o.ends_at > ${view.at}` : sql`o.ends_at <= ${view.at}`,
  ]
  if (text) conditions.push(sql`(r.title ilike ${liked(text)} or o.place ilike ${liked(text)})`)
  const lines = sql`(select ${columns(view)} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'sort', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.owner_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      ...factsOf(row, name),
    })),
    ...slice,
  }
})

export const getOutingBody = implementQuery(c.getOuting, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns(view)} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'outing', id })
  const registrations = await registrationsOf(view, id)
  const own = registrations.find(one => one.principal_id === view.principal.id)
  const budget = await budgetOf(view, id)
  const named = budget.flatMap(line => line.document_id ?? [])
  const papers = await onPapers(view, named)
  const bills = await codedBills(view, row, named)
  const food = await foodOf(view, id)
  const name = naming(
    await namesOf(view, [
      row.owner_id,
      ...registrations.map(one => one.principal_id),
      ...budget.map(line => line.document_id),
      ...food.map(one => one.supplier_id),
    ]),
  )
  const lines = budget.map(line => {
    const paper = line.document_id ? papers.get(line.document_id) : undefined
    const actual = line.actual_minor ?? (paper?.currency === line.currency ? paper.minor : null)
    return {
      what: line.what,
      planned: { minor: line.planned_minor, currency: line.currency },
      actual: actual === null ? null : { minor: actual, currency: line.currency },
      document: name(line.document_id),
    }
  })
  const over = Temporal.Instant.compare(view.at, row.ends_at) >= 0
  const eaten = dietTotals(registrations.filter(one => one.answer === 'coming'))
  return {
    record: { id, kind: 'outing', title: row.title, class: row.class, version: row.version, state: row.state },
    ...factsOf(row, name),
    description: row.description,
    plusOnes: row.plus_ones,
    registerUntil: row.register_until,
    keepDays: row.keep_days,
    dietsErased: row.diets_erased_at !== null,
    registrations: registrations.map(one => ({
      id: one.id,
      name: one.name,
      person: name(one.principal_id),
      email: one.email,
      answer: one.answer,
      guests: one.guests,
      checkedInAt: one.checked_in_at,
      mailed: one.principal_id || !one.email ? null : one.invited_mail,
    })),
    myGuests: own?.guests ?? 0,
    myDiets: own?.diets ?? [],
    myDietNote: own?.diet_note ?? '',
    dietTotals: eaten.totals,
    dietNotes: eaten.notes,
    programme: await programmeOf(view, id),
    budget: lines,
    project: await projectOf(view, row),
    bills,
    eventId: row.own_event ? row.event_id : null,
    ...sums(lines, bills, registrations),
    food: food.map(one => foodAnswer(one, name)),
    feedback: feedbackIn(registrations),
    over,
    can: canOf(view, row, own, over),
  }
})

function feedbackIn(registrations: readonly RegistrationRow[]) {
  const rated = registrations.flatMap(one => one.rating ?? [])
  return {
    count: rated.length,
    average: rated.length > 0 ? rated.reduce((sum, one) => sum + one, 0) / rated.length : null,
    texts: registrations.flatMap(one => one.feedback.trim() || []).toSorted(),
  }
}

type FoodRow = Selectable<FoodOrderTable>
const foodOf = (view: View, id: string): Promise<FoodRow[]> =>
  view
    .db<OutingsTables>()
    .selectFrom('outings.food_order')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('for_id', '=', id)
    .orderBy('deliver_at')
    .orderBy('id')
    .execute()

const foodAnswer = (one: FoodRow, name: ReturnType<typeof naming>) => ({
  id: one.id,
  what: one.what,
  body: one.body,
  heads: one.heads,
  deliverAt: one.deliver_at,
  supplier: name(one.supplier_id),
  how: one.how,
})

export const listFoodBody = implementQuery(c.listFood, async (view, { forId }) => {
  const seen = await visibleRecords(view).select('id').where('id', '=', forId).executeTakeFirst()
  if (!seen) view.refuse(kernelRefusals.notFound, { kind: 'outing', id: forId })
  const rows = await foodOf(view, forId)
  const name = naming(
    await namesOf(
      view,
      rows.map(one => one.supplier_id),
    ),
  )
  return { rows: rows.map(one => foodAnswer(one, name)) }
})

function canOf(view: View, row: Seen, own: RegistrationRow | undefined, over: boolean): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const offer = (command: Command, options: Parameters<typeof can>[3] = {}, more: object = {}): Can[] =>
    takes(command.name, row.state) ? can(view, command, { ...input, ...more }, options) : []
  const isComing = own?.answer === 'coming' || own?.answer === 'waiting'
  return [
    ...(over
      ? own?.answer === 'coming'
        ? offer(c.giveFeedback, { primary: true })
        : []
      : [
          ...(isComing ? [...offer(c.stateDiets), ...offer(c.decline)] : offer(c.register, { primary: true })),
          ...offer(c.setRegistration, { primary: row.state !== 'open' }, { open: row.state !== 'open' }),
          ...offer(c.inviteGuests),
        ]),
    ...(over ? offer(c.askFeedback, { primary: row.feedback_asked_at === null }) : []),
    ...(row.state === 'cancelled' ? [] : can(view, c.orderFood, { forId: row.id })),
    ...offer(c.changeOuting),
    ...offer(c.cancelOuting),
    ...offer(c.restoreOuting, { primary: true }),
    ...can(view, addComment, { recordId: row.id }),
  ]
}

/** Afterwards: the expense report of whoever travelled, begun as a draft in their name, for them to look through and hand in. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { money } from '../../../kernel/schema.ts'
import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import { addAllowance, addExpense, addMileage, createReport } from '../../expenses/contract.ts'
import * as c from '../contract.ts'
import { wholeTrip, type Whole } from '../facts.ts'
import { costsOf } from '../lists.ts'
import { localOf } from '../clock.ts'
import { type Held, lockOf, tripFor } from '../trip-row.ts'
import type { TravelTables } from '../tables.ts'

/** When one left and was back, on the office's clock: what daily allowances are counted by. */
function journeyOf(act: Act, { row, legs }: Whole) {
  const zone = act.office.zone
  const first = legs[0]
  const last = legs.toSorted((a, b) => Temporal.Instant.compare(a.arrives_at, b.arrives_at)).at(-1)
  const [left, back] = [
    first ? localOf(first.departs_at, zone) : `${row.starts_on}T08:00`,
    last && legs.length > 1 ? localOf(last.arrives_at, zone) : `${row.ends_on}T17:00`,
  ]
  return { leftOn: left.slice(0, 10), leftTime: left.slice(11), backOn: back.slice(0, 10), backTime: back.slice(11) }
}

interface Filled {
  readonly lines: number
  /** What could not be put on it, by the name of what stood against it. */
  readonly left: readonly string[]
}

async function fill(act: Act, personId: string, reportId: string, trip: Held, whole: Whole): Promise<Filled> {
  const left: string[] = []
  let lines = 0
  const note = (outcome: Outcome<unknown>, many = 1) => {
    if (outcome.status === 'done') lines += many
    else left.push(outcome.status === 'refused' ? outcome.refusal.name : outcome.status)
  }
  const isFirst = whole.people[0] === personId
  for (const cost of isFirst ? await costsOf(act, trip.id) : []) {
    if (cost.actual_minor === null || cost.paid_by === 'invoice') continue
    const wire = {
      id: reportId,
      category: cost.kind,
      on: (cost.on_day ?? trip.starts_on).toString(),
      text: cost.what,
      total: money().encode({ minor: cost.actual_minor, currency: cost.currency }),
      paidBy: cost.paid_by === 'card' ? ('company' as const) : ('own' as const),
      documentId: cost.document_id,
    }
    note(await act.actAs(personId, addExpense, wire))
  }
  for (const leg of whole.legs)
    if (isFirst && leg.mode === 'car' && leg.kilometres !== null)
      note(
        await act.actAs(personId, addMileage, {
          id: reportId,
          on: leg.departs.slice(0, 10),
          text: `${leg.from_place} – ${leg.to_place}`,
          distance: String(leg.kilometres),
          vehicle: 'own-car',
        }),
      )
  if (whole.row.starts_on.equals(whole.row.ends_on)) return { lines, left }
  const allowance = await act.actAs(personId, addAllowance, { id: reportId })
  note(allowance, allowance.status === 'done' ? (allowance.output as { count: number }).count : 0)
  return { lines, left: [...new Set(left)] }
}

export const claimExpensesBody = implementCommand(c.claimExpenses, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.claimExpenses, id),
  async run(act, { id, personId }, trip) {
    const whole = await wholeTrip(act, trip)
    const person = personId ?? (whole.people.includes(act.principal.id) ? act.principal.id : whole.people[0]!)
    if (!whole.people.includes(person)) act.refuse(c.tripPersonUnknown, { id: person })
    if (Temporal.Instant.compare(act.at, whole.until) < 0) act.refuse(c.claimEarly, { title: trip.title })
    const made = await act.actAs(person, createReport, {
      purpose: trip.title,
      ...journeyOf(act, whole),
      place: trip.destination,
      country: whole.stays[0]?.country ?? trip.country,
      sourceId: id,
    })
    if (made.status !== 'done')
      return act.refuse(c.claimNotMade, { because: made.status === 'refused' ? made.refusal.name : made.status })
    const reportId = made.output.id
    await act
      .db<TravelTables>()
      .insertInto('travel.claim')
      .values({ organisation_id: act.office.id, trip_id: id, person_id: person, report_id: reportId })
      .execute()
    const { lines, left } = await fill(act, person, reportId, trip, whole)
    await act.link(id, reportId, 'expenses')
    act.emit(c.expensesClaimed, { id, title: trip.title, name: await nameOf(act, person) }, [id, reportId])
    return { output: { id, version: await act.changeRecord(id), reportId, lines, left: [...left] } }
  },
  constraints: { claim_pkey: c.claimThere },
})

async function nameOf(act: Act, id: string): Promise<string> {
  const row = await act
    .db<TravelTables>()
    .selectFrom('kernel.record')
    .select('title')
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.title ?? ''
}

/** Planning, changing and ending a trip. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague } from '../../../kernel/named.ts'
import { money } from '../../../kernel/schema.ts'
import { leaveCalendars, stepCalendars } from '../calendar-step.ts'
import * as c from '../contract.ts'
import { wholeTrip } from '../facts.ts'
import { noticesOf } from '../telling.ts'
import {
  type Held,
  keep,
  lockOf,
  readersOf,
  requireTravellers,
  searchText,
  travellersOf,
  tripFor,
  type TripRow,
  updateTrip,
  writeTravellers,
} from '../trip-row.ts'
import type { TravelTables } from '../tables.ts'

function requireOrder(act: Act, startsOn: Temporal.PlainDate, endsOn: Temporal.PlainDate): void {
  // a trip of years is a slip of the pen
  if (Temporal.PlainDate.compare(endsOn, startsOn) < 0 || startsOn.until(endsOn).total('days') > 366)
    act.refuse(c.tripReversed)
}

export const createTripBody = implementCommand(c.createTrip, {
  weigh: ({ budget }) => (budget ? { amount: budget } : {}),
  async run(act, input) {
    const { title, startsOn, endsOn, budget } = input
    requireOrder(act, startsOn, endsOn)
    const people = [...new Set(input.travellerIds ?? [act.principal.id])]
    await requireTravellers(act, people)
    await requireColleague(act, input.arrangerId, c.tripPersonUnknown)
    const arranger =
      input.arrangerId === undefined && !people.includes(act.principal.id)
        ? act.principal.id
        : (input.arrangerId ?? null)
    const id = await act.createRecord({
      kind: 'trip',
      title,
      ...(input.class === undefined ? {} : { class: input.class }),
      audience: await readersOf(act, [...people, arranger, act.principal.id]),
      search: { body: `${input.destination ?? ''}\n${input.purpose ?? ''}` },
    })
    await act
      .db<TravelTables>()
      .insertInto('travel.trip')
      .values({
        organisation_id: act.office.id,
        id,
        state: 'planned',
        starts_on: startsOn,
        ends_on: endsOn,
        destination: input.destination ?? null,
        country: input.country ?? null,
        purpose: input.purpose ?? '',
        arranger_id: arranger,
        created_by_id: act.principal.id,
        cost_centre: input.costCentre ?? null,
        budget_minor: budget?.minor ?? null,
        budget_currency: budget?.currency ?? null,
        days_as: input.daysAs ?? 'away',
        visa_for: [...new Set(input.visaFor ?? [])],
        approved_at: null,
        approved_by_id: null,
        doubtful_at: null,
      })
      .execute()
    await writeTravellers(act, id, people)
    await stepCalendars(act, await heldNew(act, id, title, input.class))
    act.emit(c.tripCreated, { id, title, notify: noticesOf(act, id, people, 'planned', { title }) }, [id])
    return { output: { id, version: 1 }, undo: { command: 'travel.cancel-trip', input: { id, expectedVersion: 1 } } }
  },
})

async function heldNew(act: Act, id: string, title: string, level = 1): Promise<Held> {
  const row = await act
    .db<TravelTables>()
    .selectFrom('travel.trip')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...row, title, class: level }
}

const budgetOf = (row: TripRow) =>
  row.budget_minor === null ? null : money().encode({ minor: row.budget_minor, currency: row.budget_currency! })

export const changeTripBody = implementCommand(c.changeTrip, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.changeTrip, id),
  weigh: ({ budget }) => (budget ? { amount: budget } : {}),
  async run(act, input, before) {
    const { id, budget, travellerIds } = input
    const [startsOn, endsOn] = [keep(input.startsOn, before.starts_on), keep(input.endsOn, before.ends_on)]
    requireOrder(act, startsOn, endsOn)
    const were = await travellersOf(act, id)
    const people = travellerIds ? [...new Set(travellerIds)] : were
    await requireTravellers(
      act,
      people.filter(one => !were.includes(one)),
    )
    await requireColleague(act, input.arrangerId, c.tripPersonUnknown)
    const change = {
      starts_on: startsOn,
      ends_on: endsOn,
      destination: keep(input.destination, before.destination),
      country: keep(input.country, before.country),
      purpose: keep(input.purpose, before.purpose),
      arranger_id: keep(input.arrangerId, before.arranger_id),
      cost_centre: keep(input.costCentre, before.cost_centre),
      ...(budget === undefined
        ? {}
        : { budget_minor: budget?.minor ?? null, budget_currency: budget?.currency ?? null }),
      days_as: keep(input.daysAs, before.days_as),
      visa_for: [...new Set(keep(input.visaFor, before.visa_for))],
    }
    await updateTrip(act, id, change)
    if (travellerIds) await writeTravellers(act, id, people)
    const title = input.title ?? before.title
    await leaveCalendars(
      act,
      id,
      were.filter(one => !people.includes(one)),
    )
    const isOther = travellerIds !== undefined || input.arrangerId !== undefined
    const version = await act.changeRecord(id, {
      title,
      ...(isOther ? { audience: await readersOf(act, [...people, change.arranger_id, before.created_by_id]) } : {}),
      search: { body: await searchText(act, id) },
    })
    await stepCalendars(act, { ...before, ...change, title })
    const fresh = people.filter(one => !were.includes(one))
    act.emit(c.tripChanged, { id, title, notify: noticesOf(act, id, fresh, 'planned', { title }) }, [id])
    return {
      output: { id, version },
      undo: { command: 'travel.change-trip', input: factsBefore(before, were, version) },
    }
  },
})

const factsBefore = (before: Held, people: readonly string[], version: number) => ({
  id: before.id,
  expectedVersion: version,
  title: before.title,
  startsOn: before.starts_on.toString(),
  endsOn: before.ends_on.toString(),
  destination: before.destination,
  country: before.country,
  purpose: before.purpose,
  travellerIds: people,
  arrangerId: before.arranger_id,
  costCentre: before.cost_centre,
  budget: budgetOf(before),
  daysAs: before.days_as,
  visaFor: before.visa_for,
})

export const approveTripBody = implementCommand(c.approveTrip, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.approveTrip, id),
  weigh: (_, trip) =>
    trip.budget_minor === null ? {} : { amount: { minor: trip.budget_minor, currency: trip.budget_currency! } },
  async run(act, { id }, { title, arranger_id }) {
    const people = await travellersOf(act, id)
    if (people.includes(act.principal.id)) act.refuse(c.tripOwn, { title })
    await updateTrip(act, id, { state: 'approved', approved_at: act.at, approved_by_id: act.principal.id })
    const notify = noticesOf(act, id, [...people, arranger_id], 'approved', { title })
    act.emit(c.tripApproved, { id, title, notify }, [id])
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'travel.unapprove-trip', input: { id, expectedVersion: version } },
    }
  },
})

export const unapproveTripBody = implementCommand(c.unapproveTrip, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.unapproveTrip, id),
  async run(act, { id }, { title, arranger_id }) {
    await updateTrip(act, id, { state: 'planned', approved_at: null, approved_by_id: null })
    const people = [...(await travellersOf(act, id)), arranger_id]
    act.emit(c.tripUnapproved, { id, title, notify: noticesOf(act, id, people, 'unapproved', { title }) }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const bookTripBody = implementCommand(c.bookTrip, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.bookTrip, id),
  async run(act, { id }, before) {
    const { title } = before
    if (before.state === 'planned' && (await wholeTrip(act, before)).needsApproval)
      act.refuse(c.tripNotApproved, { title })
    await updateTrip(act, id, { state: 'booked' })
    const notify = noticesOf(act, id, await travellersOf(act, id), 'booked', { title })
    act.emit(c.tripBooked, { id, title, notify }, [id])
    const version = await act.changeRecord(id)
    return { output: { id, version }, undo: { command: 'travel.unbook-trip', input: { id, expectedVersion: version } } }
  },
})

export const unbookTripBody = implementCommand(c.unbookTrip, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.unbookTrip, id),
  async run(act, { id }, before) {
    await updateTrip(act, id, { state: before.approved_at ? 'approved' : 'planned' })
    act.emit(c.tripUnbooked, { id, title: before.title }, [id])
    const version = await act.changeRecord(id)
    return { output: { id, version }, undo: { command: 'travel.book-trip', input: { id, expectedVersion: version } } }
  },
})

export const cancelTripBody = implementCommand(c.cancelTrip, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.cancelTrip, id),
  async run(act, { id }, before) {
    const { title } = before
    await updateTrip(act, id, { state: 'cancelled', approved_at: null, approved_by_id: null, doubtful_at: null })
    await stepCalendars(act, { ...before, state: 'cancelled' })
    const people = [...(await travellersOf(act, id)), before.arranger_id]
    act.emit(
      c.tripCancelled,
      {
        id,
        title,
        notify: noticesOf(act, id, people, 'cancelled', { title }),
        workWithdrawn: [{ key: `travel.doubtful:${id}` }],
      },
      [id],
    )
    const version = await act.changeRecord(id)
    return {
      output: { id, version },
      undo: { command: 'travel.restore-trip', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreTripBody = implementCommand(c.restoreTrip, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.restoreTrip, id),
  async run(act, { id }, before) {
    const { title } = before
    await updateTrip(act, id, { state: 'planned' })
    await stepCalendars(act, { ...before, state: 'planned' })
    const people = [...(await travellersOf(act, id)), before.arranger_id]
    act.emit(c.tripRestored, { id, title, notify: noticesOf(act, id, people, 'restored', { title }) }, [id])
    const version = await act.changeRecord(id)
    return { output: { id, version }, undo: { command: 'travel.cancel-trip', input: { id, expectedVersion: version } } }
  },
})

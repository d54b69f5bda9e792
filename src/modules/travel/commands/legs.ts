import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { routeOf, stepCalendars } from '../calendar-step.ts'
import { isZone, momentOf } from '../clock.ts'
import * as c from '../contract.ts'
import { noticesOf, legIn, tellOfLeg, timesOf } from '../telling.ts'
import { type Held, keep, type LegRow, lockOf, type NewLeg, searchText, travellersOf, tripFor } from '../trip-row.ts'
import type { TravelTables } from '../tables.ts'

interface Given {
  readonly mode: c.Mode
  readonly from: string
  readonly fromZone: string
  readonly departs: string
  readonly to: string
  readonly toZone: string
  readonly arrives: string
  readonly toCountry?: string | null | undefined
  readonly carrier?: string | null | undefined
  readonly number?: string | null | undefined
  readonly seat?: string | null | undefined
  readonly reference?: string | null | undefined
  readonly kilometres?: number | null | undefined
  readonly note?: string | undefined
}

export function requireZones(act: Act, ...zones: readonly string[]): void {
  for (const zone of zones) if (!isZone(zone)) act.refuse(c.tripZoneUnknown, { zone })
}

/** A leg of weeks is a slip of the pen. */
const longestHours = 24 * 21

function rowOf(act: Act, given: Given): NewLeg {
  requireZones(act, given.fromZone, given.toZone)
  const [departs_at, arrives_at] = [momentOf(given.departs, given.fromZone), momentOf(given.arrives, given.toZone)]
  const hours = departs_at.until(arrives_at).total('hours')
  if (hours <= 0 || hours > longestHours) act.refuse(c.legReversed)
  return {
    mode: given.mode,
    from_place: given.from,
    from_zone: given.fromZone,
    departs: given.departs,
    departs_at,
    to_place: given.to,
    to_zone: given.toZone,
    arrives: given.arrives,
    arrives_at,
    to_country: given.toCountry ?? null,
    carrier: given.carrier ?? null,
    number: given.number ?? null,
    seat: given.seat ?? null,
    reference: given.reference ?? null,
    kilometres: given.kilometres ?? null,
    note: given.note ?? '',
  }
}

const wireOf = (leg: LegRow) => ({
  mode: leg.mode,
  from: leg.from_place,
  fromZone: leg.from_zone,
  departs: leg.departs,
  to: leg.to_place,
  toZone: leg.to_zone,
  arrives: leg.arrives,
  toCountry: leg.to_country,
  carrier: leg.carrier,
  number: leg.number,
  seat: leg.seat,
  reference: leg.reference,
  kilometres: leg.kilometres,
  note: leg.note,
})

/** Raises the version, finds it by what it now holds, and brings the calendars into step. */
export async function settled(act: Act, trip: Held): Promise<number> {
  const version = await act.changeRecord(trip.id, { search: { body: await searchText(act, trip.id) } })
  await stepCalendars(act, trip)
  return version
}

export const everybodyOf = async (act: Act, trip: Held): Promise<(string | null)[]> => [
  ...(await travellersOf(act, trip.id)),
  trip.arranger_id,
]

export const addLegBody = implementCommand(c.addLeg, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.addLeg, id),
  async run(act, { id, itemId: given, ...facts }, trip) {
    const row = rowOf(act, facts)
    const itemId = given ?? act.newId()
    await act
      .db<TravelTables>()
      .insertInto('travel.leg')
      .values({ ...row, organisation_id: act.office.id, trip_id: id, id: itemId })
      .execute()
    const version = await settled(act, trip)
    act.emit(c.itemAdded, { id, title: trip.title, what: `${row.from_place} – ${row.to_place}` }, [id])
    return {
      output: { id, version, itemId },
      undo: { command: 'travel.remove-leg', input: { id, expectedVersion: version, itemId } },
    }
  },
})

export const changeLegBody = implementCommand(c.changeLeg, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.changeLeg, id),
  async run(act, { id, itemId, tellGuests = false, expectedVersion: _, ...given }, trip) {
    const before = (await legIn(act, id, itemId)) ?? act.refuse(c.tripItemUnknown)
    const was = wireOf(before)
    const facts = Object.fromEntries(
      Object.entries(was).map(([key, value]) => [key, keep((given as Record<string, unknown>)[key], value)]),
    )
    const row = rowOf(act, facts as unknown as Given)
    await act
      .db<TravelTables>()
      .updateTable('travel.leg')
      .set(row)
      .where('organisation_id', '=', act.office.id)
      .where('trip_id', '=', id)
      .where('id', '=', itemId)
      .execute()
    const version = await settled(act, trip)
    const after = (await legIn(act, id, itemId))!
    const moved = timesOf(before) !== timesOf(after) || routeOf(before) !== routeOf(after)
    const told = {
      id,
      title: trip.title,
      what: `${after.from_place} – ${after.to_place}`,
      was: timesOf(before),
      now: timesOf(after),
      notify: moved ? await tellOfLeg(act, trip, before, after, tellGuests) : [],
    }
    act.emit(c.itemChanged, told, [id])
    return {
      output: { id, version },
      undo: { command: 'travel.change-leg', input: { id, expectedVersion: version, itemId, ...was } },
    }
  },
})

export const removeLegBody = implementCommand(c.removeLeg, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.removeLeg, id),
  async run(act, { id, itemId }, trip) {
    const before = (await legIn(act, id, itemId)) ?? act.refuse(c.tripItemUnknown)
    await act
      .db<TravelTables>()
      .deleteFrom('travel.leg')
      .where('organisation_id', '=', act.office.id)
      .where('trip_id', '=', id)
      .where('id', '=', itemId)
      .execute()
    const version = await settled(act, trip)
    const what = `${before.from_place} – ${before.to_place}`
    const params = { title: trip.title, what, was: timesOf(before), now: '–' }
    const notify = noticesOf(act, id, await everybodyOf(act, trip), 'changed', params)
    act.emit(c.itemRemoved, { id, title: trip.title, what, notify: trip.state === 'planned' ? [] : notify }, [id])
    return {
      output: { id, version },
      undo: { command: 'travel.add-leg', input: { id, expectedVersion: version, itemId, ...wireOf(before) } },
    }
  },
})

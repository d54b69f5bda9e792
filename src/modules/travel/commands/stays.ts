import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { momentOf } from '../clock.ts'
import * as c from '../contract.ts'
import { noticesOf } from '../telling.ts'
import { keep, lockOf, type NewStay, type StayRow, staysOf, tripFor } from '../trip-row.ts'
import type { TravelTables } from '../tables.ts'
import { everybodyOf, requireZones, settled } from './legs.ts'

interface Given {
  readonly name: string
  readonly zone: string
  readonly checkIn: string
  readonly checkOut: string
  readonly address?: string | null | undefined
  readonly country?: string | null | undefined
  readonly reference?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly note?: string | undefined
}

const longestDays = 366

function rowOf(act: Act, given: Given): NewStay {
  requireZones(act, given.zone)
  const [check_in_at, check_out_at] = [momentOf(given.checkIn, given.zone), momentOf(given.checkOut, given.zone)]
  const hours = check_in_at.until(check_out_at).total('hours')
  if (hours <= 0 || hours > 24 * longestDays) act.refuse(c.stayReversed)
  return {
    name: given.name,
    address: given.address ?? null,
    zone: given.zone,
    check_in: given.checkIn,
    check_in_at,
    check_out: given.checkOut,
    check_out_at,
    country: given.country ?? null,
    reference: given.reference ?? null,
    phone: given.phone ?? null,
    note: given.note ?? '',
  }
}

const wireOf = (stay: StayRow) => ({
  name: stay.name,
  address: stay.address,
  zone: stay.zone,
  checkIn: stay.check_in,
  checkOut: stay.check_out,
  country: stay.country,
  reference: stay.reference,
  phone: stay.phone,
  note: stay.note,
})

const timesOf = (stay: StayRow): string => `${stay.check_in.replace('T', ' ')} – ${stay.check_out.replace('T', ' ')}`

const stayIn = async (act: Act, id: string, itemId: string): Promise<StayRow> =>
  (await staysOf(act, id)).find(stay => stay.id === itemId) ?? act.refuse(c.tripItemUnknown)

export const addStayBody = implementCommand(c.addStay, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.addStay, id),
  async run(act, { id, itemId: given, ...facts }, trip) {
    const row = rowOf(act, facts)
    const itemId = given ?? act.newId()
    await act
      .db<TravelTables>()
      .insertInto('travel.stay')
      .values({ ...row, organisation_id: act.office.id, trip_id: id, id: itemId })
      .execute()
    const version = await settled(act, trip)
    act.emit(c.itemAdded, { id, title: trip.title, what: row.name }, [id])
    return {
      output: { id, version, itemId },
      undo: { command: 'travel.remove-stay', input: { id, expectedVersion: version, itemId } },
    }
  },
})

export const changeStayBody = implementCommand(c.changeStay, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.changeStay, id),
  async run(act, { id, itemId, expectedVersion: _, ...given }, trip) {
    const before = await stayIn(act, id, itemId)
    const was = wireOf(before)
    const facts = Object.fromEntries(
      Object.entries(was).map(([key, value]) => [key, keep((given as Record<string, unknown>)[key], value)]),
    )
    await act
      .db<TravelTables>()
      .updateTable('travel.stay')
      .set(rowOf(act, facts as unknown as Given))
      .where('organisation_id', '=', act.office.id)
      .where('trip_id', '=', id)
      .where('id', '=', itemId)
      .execute()
    const version = await settled(act, trip)
    const after = await stayIn(act, id, itemId)
    const said = { what: after.name, was: `${before.name} ${timesOf(before)}`, now: `${after.name} ${timesOf(after)}` }
    const tells = said.was !== said.now && trip.state !== 'planned'
    const notify = tells
      ? noticesOf(act, id, await everybodyOf(act, trip), 'changed', { title: trip.title, ...said })
      : []
    act.emit(c.itemChanged, { id, title: trip.title, ...said, notify }, [id])
    return {
      output: { id, version },
      undo: { command: 'travel.change-stay', input: { id, expectedVersion: version, itemId, ...was } },
    }
  },
})

export const removeStayBody = implementCommand(c.removeStay, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.removeStay, id),
  async run(act, { id, itemId }, trip) {
    const before = await stayIn(act, id, itemId)
    await act
      .db<TravelTables>()
      .deleteFrom('travel.stay')
      .where('organisation_id', '=', act.office.id)
      .where('trip_id', '=', id)
      .where('id', '=', itemId)
      .execute()
    const version = await settled(act, trip)
    const params = { title: trip.title, what: before.name, was: timesOf(before), now: '–' }
    const notify = noticesOf(act, id, await everybodyOf(act, trip), 'changed', params)
    act.emit(
      c.itemRemoved,
      { id, title: trip.title, what: before.name, notify: trip.state === 'planned' ? [] : notify },
      [id],
    )
    return {
      output: { id, version },
      undo: { command: 'travel.add-stay', input: { id, expectedVersion: version, itemId, ...wireOf(before) } },
    }
  },
})

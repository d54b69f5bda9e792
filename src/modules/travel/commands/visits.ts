/** Meetings there: events of the calendar that belong to the trip. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { createEvent } from '../../calendar/contract.ts'
import * as c from '../contract.ts'
import { calendarsKept, lockOf, travellersOf, tripFor } from '../trip-row.ts'
import type { TravelTables } from '../tables.ts'
import { requireZones } from './legs.ts'

async function insertVisit(act: Act, id: string, eventId: string): Promise<void> {
  await act
    .db<TravelTables>()
    .insertInto('travel.visit')
    .values({ organisation_id: act.office.id, trip_id: id, event_id: eventId })
    .execute()
}

export const addVisitBody = implementCommand(c.addVisit, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.addVisit, id),
  async run(act, { id, eventId }, trip) {
    const what = await requireVisible(act, eventId, ['event'])
    await insertVisit(act, id, eventId)
    const version = await act.changeRecord(id)
    act.emit(c.visitAdded, { id, title: trip.title, what }, [id, eventId])
    return {
      output: { id, version },
      undo: { command: 'travel.remove-visit', input: { id, expectedVersion: version, eventId } },
    }
  },
  constraints: { visit_pkey: c.visitThere },
})

/** In whose name: one's own, where one keeps the traveller's calendar; else theirs, and one is told of it as a guest. */
async function wayFor(act: Act, traveller: string) {
  if (traveller === act.principal.id) return { as: traveller, calendarId: null, informed: [] }
  if ((await calendarsKept(act, [traveller])).has(traveller)) {
    const { rows } = await sql<{ calendar_id: string }>`
      select calendar_id from calendar.calendar_fact where organisation_id = ${act.office.id} and owner_id = ${traveller} and type = 'main'`.execute(
      act.db(),
    )
    return { as: act.principal.id, calendarId: rows[0]!.calendar_id, informed: [] }
  }
  return { as: traveller, calendarId: null, informed: [act.principal.id] }
}

export const arrangeVisitBody = implementCommand(c.arrangeVisit, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.arrangeVisit, id),
  async run(act, { id, title, zone, start, end, place, guests = [] }, trip) {
    requireZones(act, zone)
    const [first, ...others] = await travellersOf(act, id)
    const { as, calendarId, informed } = await wayFor(act, first!)
    const inside = (ids: readonly string[], role: 'required' | 'informed') =>
      ids.map(principalId => ({ who: { principalId }, role }))
    const outcome = await act.actAs(as, createEvent, {
      ...(calendarId ? { calendarId } : {}),
      title,
      when: { allDay: false, start, end, zone },
      guests: [
        ...inside(others, 'required'),
        ...inside(
          informed.filter(one => !others.includes(one)),
          'informed',
        ),
        ...guests.map(({ name, email }) => ({ who: { name, email } })),
      ],
      ...(place ? { place } : {}),
      sourceId: id,
    })
    if (outcome.status !== 'done')
      return act.refuse(c.visitNotMade, {
        because: outcome.status === 'refused' ? outcome.refusal.name : outcome.status,
      })
    const eventId = outcome.output.id
    await insertVisit(act, id, eventId)
    const version = await act.changeRecord(id)
    act.emit(c.visitAdded, { id, title: trip.title, what: title }, [id, eventId])
    return { output: { id, version, eventId } }
  },
})

export const removeVisitBody = implementCommand(c.removeVisit, {
  locks: input => lockOf(input),
  load: (act, { id }) => tripFor(act, c.removeVisit, id),
  async run(act, { id, eventId }, trip) {
    const what = await requireVisible(act, eventId, ['event'])
    const { numAffectedRows } = await sql`
      delete from travel.visit where organisation_id = ${act.office.id} and trip_id = ${id} and event_id = ${eventId}`.execute(
      act.db(),
    )
    if (!numAffectedRows) act.refuse(c.tripItemUnknown)
    const version = await act.changeRecord(id)
    act.emit(c.visitRemoved, { id, title: trip.title, what }, [id, eventId])
    return {
      output: { id, version },
      undo: { command: 'travel.add-visit', input: { id, expectedVersion: version, eventId } },
    }
  },
})

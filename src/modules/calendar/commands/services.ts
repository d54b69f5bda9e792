/** Catering and set-up ordered with a booking; they follow the event. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { calendarIn, readCalendars, requireDegree } from '../calendars.ts'
import * as c from '../contract.ts'
import type { EventTime } from '../contract.ts'
import { whenOf } from '../edits.ts'
import { loadEvent, loadEvents } from '../event-row.ts'
import { type EventFacts, fieldsAt, repeats } from '../facts.ts'
import { isInstance } from '../lay-out.ts'
import { saveService, type Service, servicesOf, tasksOf } from '../service-row.ts'
import { clockFor, secondsOf, startText, textOfSeconds } from '../wall.ts'
import { instanceMeant } from './save-events.ts'

async function requireWriter(act: Act, facts: EventFacts): Promise<void> {
  const calendars = await readCalendars(act, [facts.calendarId])
  requireDegree(act, calendarIn(act, calendars, facts.calendarId), 'write')
}

const timeAt = (facts: EventFacts, at: string | null): EventTime => (at === null ? facts.when : whenOf(facts, at))

/** When an order is due, from where its event stands. */
function dueAt(act: Act, when: EventTime, offset: number): Temporal.Instant {
  const local = secondsOf(startText(when)) + offset * 60
  return Temporal.Instant.fromEpochMilliseconds(clockFor(when, act.office.zone).instantOf(local))
}

/** Minutes from the event's beginning to a time of its first day. */
const offsetOf = (when: EventTime, time: string): number =>
  Math.round((secondsOf(`${startText(when).slice(0, 10)}T${time}:00`) - secondsOf(startText(when))) / 60)

/** The first room of the event that was not refused, and who keeps it. */
async function roomOf(
  act: Act,
  facts: EventFacts,
  at: string | null,
): Promise<{ id: string; keeper: string | null } | null> {
  const ids = fieldsAt(facts, at).guests.flatMap(({ who, answer }) =>
    'calendarId' in who && answer !== 'declined' ? [who.calendarId] : [],
  )
  const places = await readCalendars(act, ids)
  const room = ids.map(id => places.get(id)).find(one => one?.place?.type === 'room')
  return room ? { id: room.id, keeper: room.place?.keeper_id ?? null } : null
}

async function colleague(act: Act, id: string | null | undefined): Promise<void> {
  if (!id) return
  const { rows } = await sql`
    select 1 from kernel.record where organisation_id = ${act.office.id} and id = ${id} and kind = 'principal'`.execute(
    act.db(),
  )
  if (rows.length === 0) act.refuse(c.calendarPersonUnknown, { id })
  await requireVisible(act, id)
}

export const orderServiceBody = implementCommand(c.orderService, {
  locks: ({ id, expectedVersion }) => [{ kind: 'event', id, expectedVersion }],
  load: (act, { id }) => loadEvent(act, id),
  async run(act, input, { facts }) {
    await requireWriter(act, facts)
    if (facts.status === 'cancelled' || (repeats(facts) && input.recurrence === undefined))
      act.refuse(c.instanceUnknown, { recurrence: input.recurrence ?? null })
    await colleague(act, input.responsibleId)
    const at = repeats(facts) ? instanceMeant(act, facts, input.recurrence) : null
    const when = timeAt(facts, at)
    const offset = input.time ? offsetOf(when, input.time) : 0
    const start = dueAt(act, when, offset)
    if (Temporal.Instant.compare(start, act.at) < 0) act.refuse(c.eventOver)
    const room = await roomOf(act, facts, at)
    const serviceId = act.newId()
    const after: Service = {
      id: serviceId,
      event_id: facts.id,
      recurrence: at,
      place_id: room?.id ?? null,
      kind: input.service,
      what: input.what,
      heads: input.heads ?? null,
      diets: input.diets ?? null,
      offset_minutes: offset,
      start_at: start,
      responsible_id: input.responsibleId ?? room?.keeper ?? null,
      currency: input.cost?.currency ?? null,
      cost_minor: input.cost?.minor ?? null,
      cost_centre: input.costCentre ?? null,
      state: 'ordered',
      edition: 1,
    }
    await saveService(act, after)
    const version = await act.changeRecord(facts.id)
    const { title } = fieldsAt(facts, at)
    const tasks = await tasksOf(act, { before: null, after, title })
    act.emit(c.serviceOrdered, { eventId: facts.id, title, what: after.what, ...tasks }, [facts.id])
    return {
      output: { id: facts.id, version, serviceId },
      undo: { command: 'calendar.cancel-service', input: { id: facts.id, expectedVersion: version, serviceId } },
    }
  },
})

async function standing(act: Act, eventId: string, serviceId: string): Promise<Service> {
  const found = (await servicesOf(act, eventId)).find(({ id, state }) => id === serviceId && state === 'ordered')
  return found ?? act.refuse(c.serviceUnknown, { serviceId })
}

/** The clock's time of an order on its event's day, for taking a change back. */
const timeOf = (when: EventTime, offset: number): string =>
  textOfSeconds(secondsOf(startText(when)) + offset * 60).slice(11, 16)

export const changeServiceBody = implementCommand(c.changeService, {
  locks: ({ id, expectedVersion }) => [{ kind: 'event', id, expectedVersion }],
  load: (act, { id }) => loadEvent(act, id),
  async run(act, input, { facts }) {
    await requireWriter(act, facts)
    const before = await standing(act, facts.id, input.serviceId)
    await colleague(act, input.responsibleId)
    const when = timeAt(facts, before.recurrence)
    const offset = input.time ? offsetOf(when, input.time) : before.offset_minutes
    const given = <T>(value: T | undefined, known: T): T => (value === undefined ? known : value)
    const after: Service = {
      ...before,
      what: input.what ?? before.what,
      heads: given(input.heads, before.heads),
      diets: given(input.diets, before.diets),
      offset_minutes: offset,
      start_at: dueAt(act, when, offset),
      responsible_id: given(input.responsibleId, before.responsible_id),
      currency: input.cost === undefined ? before.currency : (input.cost?.currency ?? null),
      cost_minor: input.cost === undefined ? before.cost_minor : (input.cost?.minor ?? null),
      cost_centre: given(input.costCentre, before.cost_centre),
      edition: before.edition + 1,
    }
    await saveService(act, after)
    const version = await act.changeRecord(facts.id)
    const { title } = fieldsAt(facts, before.recurrence)
    const tasks = await tasksOf(act, { before, after, title })
    act.emit(c.serviceChanged, { eventId: facts.id, title, what: after.what, ...tasks }, [facts.id])
    const cost = before.currency ? { currency: before.currency, minor: before.cost_minor! } : null
    return {
      output: { id: facts.id, version, serviceId: before.id },
      undo: {
        command: 'calendar.change-service',
        input: c.changeService.input.encode({
          id: facts.id,
          expectedVersion: version,
          serviceId: before.id,
          what: before.what,
          heads: before.heads,
          diets: before.diets,
          time: timeOf(when, before.offset_minutes),
          responsibleId: before.responsible_id,
          cost,
          costCentre: before.cost_centre,
        }),
      },
    }
  },
})

export const cancelServiceBody = implementCommand(c.cancelService, {
  locks: ({ id, expectedVersion }) => [{ kind: 'event', id, expectedVersion }],
  load: (act, { id }) => loadEvent(act, id),
  async run(act, { serviceId }, { facts }) {
    await requireWriter(act, facts)
    const before = await standing(act, facts.id, serviceId)
    const after: Service = { ...before, state: 'cancelled', edition: before.edition + 1 }
    await saveService(act, after)
    const version = await act.changeRecord(facts.id)
    const { title } = fieldsAt(facts, before.recurrence)
    const tasks = await tasksOf(act, { before, after, title })
    act.emit(c.serviceCancelled, { eventId: facts.id, title, what: after.what, ...tasks }, [facts.id])
    return { output: { id: facts.id, version, serviceId } }
  },
})

/** Where an order stands after its event has changed: moved, in another room, fallen, or as before. */
async function followed(act: Act, before: Service, facts: EventFacts): Promise<Service> {
  const { recurrence: at } = before
  const there =
    facts.status !== 'cancelled' &&
    fieldsAt(facts, at).status !== 'cancelled' &&
    (repeats(facts) ? at !== null && isInstance(facts, at, act.office.zone) : at === null)
  if (!there) return { ...before, state: 'fallen' }
  const start = dueAt(act, timeAt(facts, at), before.offset_minutes)
  return { ...before, state: 'ordered', start_at: start, place_id: (await roomOf(act, facts, at))?.id ?? null }
}

export const followServicesBody = implementCommand(c.followServices, {
  async run(act, { eventId, shift, splitInto, from }) {
    const rows = (await servicesOf(act, eventId)).filter(({ state }) => state !== 'cancelled')
    const stored = rows.length === 0 ? null : await loadEvents(act, [eventId, ...(splitInto ? [splitInto] : [])])
    const work = []
    const workWithdrawn = []
    let count = 0
    for (const row of rows) {
      const goesAlong = splitInto !== null && from !== null && row.recurrence !== null && row.recurrence >= from
      const moves = row.recurrence !== null && shift !== 0 && (splitInto === null || goesAlong)
      const own = {
        ...row,
        event_id: goesAlong ? splitInto : eventId,
        recurrence: moves ? textOfSeconds(secondsOf(row.recurrence!) + shift) : row.recurrence,
      }
      const facts = stored!.get(own.event_id)?.facts
      if (!facts) continue
      const after = await followed(act, own, facts)
      const told = after.state !== row.state || !after.start_at.equals(row.start_at) || after.place_id !== row.place_id
      const next = told ? { ...after, edition: row.edition + 1 } : after
      await saveService(act, next)
      if (!told) continue
      count++
      const tasks = await tasksOf(act, { before: row, after: next, title: fieldsAt(facts, own.recurrence).title })
      work.push(...(tasks.work ?? []))
      workWithdrawn.push(...(tasks.workWithdrawn ?? []))
    }
    const [first] = rows
    if (count > 0 && first) {
      const title = stored!.get(eventId)?.facts.title ?? first.what
      act.emit(c.servicesFollowed, { eventId, title, count, work, workWithdrawn }, [eventId])
    }
    return { output: { count } }
  },
})

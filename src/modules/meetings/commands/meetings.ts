import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { beginRun, endRun, moveRunDays, pointsMoved, requireProcedure } from '../around-run.ts'
import { recordsFor } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import {
  approversOf,
  insertAttendees,
  insertMeeting,
  lockOf,
  meetingFor,
  openKeys,
  requireOrder,
  requirePeople,
  stepKey,
  turnsOf,
  updateMeeting,
  writeAround,
} from '../meeting-row.ts'
import { eventFacts, instanceOf } from '../event-facts.ts'
import { attendeeOf, attendeesNamed } from '../people.ts'

export const createMeetingBody = implementCommand(c.createMeeting, {
  async run(act, input) {
    const { title, startsAt, endsAt, eventId, attendeeIds = [], approverIds, turnIds } = input
    requireOrder(act, startsAt, endsAt)
    await requirePeople(act, [input.chairId, input.secretaryId, ...(approverIds ?? []), ...(turnIds ?? [])])
    await requireProcedure(act, input.procedureId)
    if (eventId) await requireVisible(act, eventId, ['event'])
    const chair = input.chairId === undefined ? act.principal.id : input.chairId
    const secretary = input.secretaryId === undefined ? act.principal.id : input.secretaryId
    const id = await insertMeeting(act, {
      title,
      class: input.class,
      source: eventId,
      facts: {
        starts_at: startsAt,
        ends_at: endsAt,
        event_id: eventId ?? null,
        recurrence: input.recurrence ?? '',
        place: input.place ?? null,
        chair_id: chair,
        secretary_id: secretary,
        agenda_days: input.agendaDays === undefined ? null : input.agendaDays,
        points_days: input.pointsDays ?? null,
        procedure_id: input.procedureId ?? null,
        rotates: input.rotates ?? 'nobody',
      },
    })
    await writeAround(act, id, { approverIds, turnIds })
    const people = new Set([...attendeeIds, chair, secretary].filter(one => one !== null))
    await insertAttendees(act, id, await attendeesNamed(act, [...people]))
    if (!(await beginRun(act, id, { procedure_id: input.procedureId ?? null, starts_at: startsAt })))
      act.refuse(c.procedureNotBegun, { title })
    act.emit(c.meetingCreated, { id, title, at: startsAt }, eventId ? [id, eventId] : [id])
    return {
      output: { id, version: 1 },
      undo: { command: 'meetings.cancel-meeting', input: { id, expectedVersion: 1 } },
    }
  },
  constraints: { meeting_of_event: c.eventHasMeeting },
})

export const prepareEventBody = implementCommand(c.prepareEvent, {
  locks: ({ eventId }) => [{ kind: 'event', id: eventId }],
  async run(act, { eventId, recurrence }) {
    const { title } = act.locked(eventId)
    const laid = (await instanceOf(act, eventId, recurrence)) ?? act.refuse(c.timeUnknown, { title })
    const there = await meetingThere(act, eventId, laid.recurrence ?? '')
    if (there) return { output: there }
    const facts = await eventFacts(act, eventId)
    const id = await insertMeeting(act, {
      title: title.slice(0, 200),
      source: eventId,
      facts: {
        starts_at: laid.start_at,
        ends_at: laid.end_at,
        event_id: eventId,
        recurrence: laid.recurrence ?? '',
        place: facts.place,
        chair_id: facts.chairId ?? act.principal.id,
        secretary_id: act.principal.id,
      },
    })
    const people = new Map(facts.guests.map(one => [one.personId ?? one.email ?? one.name, one]))
    for (const own of [facts.chairId, act.principal.id])
      if (own && !people.has(own)) people.set(own, await attendeeOf(act, own))
    await insertAttendees(act, id, [...people.values()])
    act.emit(c.meetingCreated, { id, title, at: laid.start_at }, [id, eventId])
    return {
      output: { id, version: 1 },
      undo: { command: 'meetings.cancel-meeting', input: { id, expectedVersion: 1 } },
    }
  },
  constraints: { meeting_of_event: c.eventHasMeeting },
})

/** The meeting of that instance, where it was prepared before and whoever asks may see it. */
async function meetingThere(act: Act, eventId: string, recurrence: string) {
  const { rows } = await sql<{ id: string; version: number }>`
    select r.id, r.version from ${recordsFor(act, 'meeting')} r
    join meetings.meeting m on m.organisation_id = ${act.office.id} and m.id = r.id
    where m.event_id = ${eventId} and m.recurrence = ${recurrence} and m.state <> 'cancelled'`.execute(act.db())
  return rows[0]
}

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

export const changeMeetingBody = implementCommand(c.changeMeeting, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.changeMeeting, id),
  async run(act, input, before) {
    const { id, title: name, approverIds, turnIds } = input
    const was = act.locked(id).title
    const [startsAt, endsAt] = [keep(input.startsAt, before.starts_at), keep(input.endsAt, before.ends_at)]
    requireOrder(act, startsAt, endsAt)
    await requirePeople(act, [input.chairId, input.secretaryId, ...(approverIds ?? []), ...(turnIds ?? [])])
    await requireProcedure(act, input.procedureId)
    const around = {
      approverIds: approverIds && (await approversOf(act, id)).map(row => row.principal_id),
      turnIds: turnIds && (await turnsOf(act, id)),
    }
    await updateMeeting(act, id, {
      starts_at: startsAt,
      ends_at: endsAt,
      place: keep(input.place, before.place),
      chair_id: keep(input.chairId, before.chair_id),
      secretary_id: keep(input.secretaryId, before.secretary_id),
      agenda_days: keep(input.agendaDays, before.agenda_days),
      points_days: keep(input.pointsDays, before.points_days),
      procedure_id: keep(input.procedureId, before.procedure_id),
      rotates: keep(input.rotates, before.rotates),
    })
    await writeAround(act, id, { approverIds, turnIds })
    const title = name ?? was
    const version = await act.changeRecord(id, { title, search: { body: keep(input.place, before.place) ?? '' } })
    await moveRunDays(act, before, startsAt)
    act.emit(c.meetingChanged, { id, title, ...(await pointsMoved(act, before, startsAt)) }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'meetings.change-meeting',
        input: {
          id,
          expectedVersion: version,
          title: was,
          startsAt: before.starts_at.toString(),
          endsAt: before.ends_at.toString(),
          place: before.place,
          chairId: before.chair_id,
          secretaryId: before.secretary_id,
          agendaDays: before.agenda_days,
          pointsDays: before.points_days,
          procedureId: before.procedure_id,
          rotates: before.rotates,
          ...(around.approverIds ? { approverIds: around.approverIds } : {}),
          ...(around.turnIds ? { turnIds: around.turnIds } : {}),
        },
      },
    }
  },
})

export const cancelMeetingBody = implementCommand(c.cancelMeeting, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.cancelMeeting, id),
  async run(act, { id }, row) {
    await updateMeeting(act, id, { state: 'cancelled' })
    await endRun(act, row)
    const version = await act.changeRecord(id)
    const workWithdrawn = [
      ...(await openKeys(act, stepKey('points', id))),
      ...(await openKeys(act, stepKey('minutes', id))),
    ]
    act.emit(c.meetingCancelled, { id, title: act.locked(id).title, workWithdrawn }, [id])
    return {
      output: { id, version },
      undo: { command: 'meetings.restore-meeting', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreMeetingBody = implementCommand(c.restoreMeeting, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.restoreMeeting, id),
  async run(act, { id }, row) {
    await updateMeeting(act, id, { state: 'preparing' })
    await beginRun(act, id, row)
    const version = await act.changeRecord(id)
    act.emit(c.meetingRestored, { id, title: act.locked(id).title }, [id])
    return {
      output: { id, version },
      undo: { command: 'meetings.cancel-meeting', input: { id, expectedVersion: version } },
    }
  },
  constraints: { meeting_of_event: c.eventHasMeeting, meeting_next: c.nextThere },
})

import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { type AttendeeRow, attendeesOf, insertAttendees, lockOf, meetingFor } from '../meeting-row.ts'
import { attendeeOf } from '../people.ts'
import type { MeetingsTables } from '../tables.ts'

async function theOne(act: Act, id: string, attendeeId: string): Promise<AttendeeRow> {
  const found = (await attendeesOf(act, id)).find(one => one.id === attendeeId)
  return found ?? act.refuse(c.attendeeUnknown)
}

async function told(act: Act, id: string, name: string): Promise<number> {
  const version = await act.changeRecord(id)
  act.emit(c.attendeesChanged, { id, title: act.locked(id).title, name }, [id])
  return version
}

export const addAttendeeBody = implementCommand(c.addAttendee, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.addAttendee, id),
  async run(act, { id, personId, name, email, role }) {
    const known = personId ? await attendeeOf(act, personId) : null
    const called = known?.name ?? name ?? act.refuse(c.attendeeNameless)
    const [attendeeId] = await insertAttendees(act, id, [
      { personId: personId ?? null, name: called, email: email ?? known?.email ?? null, ...(role ? { role } : {}) },
    ])
    const version = await told(act, id, called)
    return {
      output: { id, version, attendeeId: attendeeId! },
      undo: { command: 'meetings.remove-attendee', input: { id, expectedVersion: version, attendeeId } },
    }
  },
  constraints: { attendee_once: c.attendeeThere },
})

export const removeAttendeeBody = implementCommand(c.removeAttendee, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.removeAttendee, id),
  async run(act, { id, attendeeId }) {
    const { name } = await theOne(act, id, attendeeId)
    await act
      .db<MeetingsTables>()
      .deleteFrom('meetings.attendee')
      .where('organisation_id', '=', act.office.id)
      .where('meeting_id', '=', id)
      .where('id', '=', attendeeId)
      .execute()
    return { output: { id, version: await told(act, id, name) } }
  },
})

export const setPresenceBody = implementCommand(c.setPresence, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.setPresence, id),
  async run(act, { id, attendeeId, presence }) {
    const before = await theOne(act, id, attendeeId)
    await act
      .db<MeetingsTables>()
      .updateTable('meetings.attendee')
      .set({ presence })
      .where('organisation_id', '=', act.office.id)
      .where('meeting_id', '=', id)
      .where('id', '=', attendeeId)
      .execute()
    const version = await told(act, id, before.name)
    return {
      output: { id, version },
      undo: {
        command: 'meetings.set-presence',
        input: { id, expectedVersion: version, attendeeId, presence: before.presence },
      },
    }
  },
})

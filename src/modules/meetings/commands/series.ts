import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { createEvent } from '../../calendar/contract.ts'
import { beginRun, requireProcedure } from '../around-run.ts'
import * as c from '../contract.ts'
import { eventFacts, instanceOf } from '../event-facts.ts'
import { insertAttendees, insertMeeting, requireOrder, requirePeople, writeAround } from '../meeting-row.ts'
import { attendeesNamed } from '../people.ts'
import { ruleOf } from '../rhythm.ts'
import type { MeetingsTables } from '../tables.ts'

type Input = InputOf<typeof c.createSeries>

const wall = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' })

/** A single time is no series; where clocks change it still ends on the day that was said. */
function ruleFor(act: Act, { startsAt, rhythm, untilOn, title }: Input): string {
  const { zone } = act.office
  const first = startsAt.toZonedDateTimeISO(zone).toPlainDate()
  if (untilOn && Temporal.PlainDate.compare(untilOn, first) <= 0) act.refuse(c.seriesUnending, { title })
  const until = untilOn?.toZonedDateTime({ timeZone: zone, plainTime: '23:59:59' }).toInstant()
  return ruleOf(rhythm, first, until)
}

/** Puts the series into the calendar of whoever sets it up; what the calendar refuses is refused. */
async function book(act: Act, input: Input, people: readonly string[]) {
  const { zone } = act.office
  const guests = [
    ...people.filter(one => one !== act.principal.id).map(principalId => ({ who: { principalId } })),
    ...(input.roomId ? [{ who: { calendarId: input.roomId } }] : []),
  ]
  const outcome = await act.actAs(act.principal.id, createEvent, {
    title: input.title,
    when: { allDay: false, start: wall(input.startsAt, zone), end: wall(input.endsAt, zone), zone },
    repeat: { rule: ruleFor(act, input) },
    guests,
    ...(input.place ? { place: input.place } : {}),
    ...((input.class ?? 0) >= 2 ? { privacy: 'confidential' } : {}),
  })
  if (outcome.status === 'done') return outcome.output
  if (outcome.status === 'asked') throw new Error('an event asked for approval')
  const { name, status, data } = outcome.refusal
  throw new Refusal({ name, status }, data)
}

async function writeItems(act: Act, id: string, items: NonNullable<Input['items']>): Promise<void> {
  if (items.length === 0) return
  const rows = items.map((item, at) => ({
    organisation_id: act.office.id,
    meeting_id: id,
    id: act.newId(),
    position: at + 1,
    kind: item.kind ?? ('discussion' as const),
    title: item.title,
    owner_id: null,
    minutes: item.minutes ?? null,
    standing: true,
    carried_id: null,
  }))
  await act.db<MeetingsTables>().insertInto('meetings.item').values(rows).execute()
}

export const createSeriesBody = implementCommand(c.createSeries, {
  async run(act, input) {
    const { title, startsAt, endsAt, approverIds, turnIds } = input
    requireOrder(act, startsAt, endsAt)
    const chair = input.chairId === undefined ? act.principal.id : input.chairId
    const secretary = input.secretaryId === undefined ? act.principal.id : input.secretaryId
    const people = [...new Set([...(input.attendeeIds ?? []), chair, secretary].filter(one => one !== null))]
    await requirePeople(act, [...people, ...(approverIds ?? []), ...(turnIds ?? [])])
    await requireProcedure(act, input.procedureId)
    const { id: eventId } = await book(act, input, people)
    const laid = (await instanceOf(act, eventId))!
    const facts = {
      starts_at: laid.start_at,
      ends_at: laid.end_at,
      event_id: eventId,
      recurrence: laid.recurrence ?? '',
      place: input.place ?? (await eventFacts(act, eventId)).place,
      chair_id: chair,
      secretary_id: secretary,
      agenda_days: input.agendaDays,
      points_days: input.pointsDays,
      procedure_id: input.procedureId ?? null,
      rotates: input.rotates ?? ('nobody' as const),
    }
    const id = await insertMeeting(act, { title, class: input.class, source: eventId, facts })
    await writeAround(act, id, { approverIds, turnIds })
    await insertAttendees(act, id, await attendeesNamed(act, people))
    await writeItems(act, id, input.items ?? [])
    if (!(await beginRun(act, id, facts))) act.refuse(c.procedureNotBegun, { title })
    act.emit(c.meetingCreated, { id, title, at: laid.start_at }, [id, eventId])
    return {
      output: { id, version: 1, eventId },
      undo: { command: 'calendar.cancel-event', input: { id: eventId } },
    }
  },
})

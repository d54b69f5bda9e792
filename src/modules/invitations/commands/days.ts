/** A day of somebody, cancelled or moved in one act. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { answerEvent, cancelEvent, type EventTime, moveEvent, restoreEvent } from '../../calendar/contract.ts'
import { apologyIn } from '../apology.ts'
import * as c from '../contract.ts'
import { type DayMeeting, dayBounds, meetingsOf } from '../day-meetings.ts'
import { correspondents, guestsOf, nameOf } from '../facts.ts'
import { guestRows, updateGuest } from '../ledger.ts'
import { wall } from './proposals.ts'

interface Undone {
  readonly id: string
  readonly recurrence: string | null
  readonly when: EventTime | null
  readonly answer: (typeof c.answers)[number] | null
}

const whichOf = ({ repeats, recurrence }: Pick<DayMeeting, 'repeats' | 'recurrence'>) =>
  repeats ? { scope: 'this' as const, recurrence } : { scope: 'all' as const }

/** When it is, moved by so many days on its own clock. */
function timeOf(meeting: DayMeeting, officeZone: string, days: number): EventTime {
  const { from_day, until_day, start_at, end_at } = meeting
  if (from_day && until_day)
    return { allDay: true, from: from_day.add({ days }).toString(), until: until_day.add({ days }).toString() }
  const zone = meeting.zone ?? officeZone
  const shifted = (at: Temporal.Instant) => wall(at.toZonedDateTimeISO(zone).add({ days }).toInstant(), zone)
  return { allDay: false, start: shifted(start_at), end: shifted(end_at), zone }
}

type Done = { readonly undone: Undone } | { readonly because: string }
const refusalIn = (outcome: { status: string; refusal?: { name: string } }): Done => ({
  because: outcome.refusal?.name ?? outcome.status,
})

interface Clearing {
  readonly personId: string
  readonly on: Temporal.PlainDate
  readonly to: Temporal.PlainDate | null
  readonly words: string | null
}

/** What guests outside are told with it, each in their language. */
async function sayTo(act: Act, meeting: DayMeeting, { personId, to, words }: Clearing): Promise<void> {
  const rows = (await guestRows(act, meeting.id)).filter(({ told }) => told !== null)
  const language = await correspondents(
    act,
    rows.map(({ email }) => email),
  )
  const name = (await nameOf(act, personId)) ?? act.office.name
  for (const row of rows) {
    const text = words ?? apologyIn(language(row.email).language, { name, moved: to !== null })
    await updateGuest(act, row.id, { words: text })
  }
}

async function clearOne(act: Act, meeting: DayMeeting, clearing: Clearing): Promise<Done> {
  const { personId, on, to } = clearing
  const { id } = meeting
  const recurrence = meeting.repeats ? meeting.recurrence : null
  if (meeting.organiser_id !== personId) {
    // Of others: one only says that one does not come; there is nothing to move.
    if (to) return { because: 'not-own-meeting' }
    const guest = (await guestsOf(act, id)).find(({ principal_id }) => principal_id === personId)
    const note = clearing.words?.slice(0, 500) ?? null
    const said = await act.actAs(act.principal.id, answerEvent, {
      id,
      ...whichOf(meeting),
      answer: 'declined',
      note,
      ...(personId === act.principal.id ? {} : { for: personId }),
    })
    return said.status === 'done'
      ? { undone: { id, recurrence, when: null, answer: guest?.answer ?? 'none' } }
      : refusalIn(said)
  }
  await sayTo(act, meeting, clearing)
  const outcome = to
    ? await act.actAs(act.principal.id, moveEvent, {
        id,
        ...whichOf(meeting),
        when: timeOf(meeting, act.office.zone, on.until(to).days),
      })
    : await act.actAs(act.principal.id, cancelEvent, { id, ...whichOf(meeting) })
  if (outcome.status !== 'done') return refusalIn(outcome)
  return { undone: { id, recurrence, when: to ? timeOf(meeting, act.office.zone, 0) : null, answer: null } }
}

export const clearDayBody = implementCommand(c.clearDay, {
  async run(act, { personId = act.principal.id, on, to = null, eventIds, words }) {
    const name = await requireVisible(act, personId, ['principal'])
    const { from, until } = dayBounds(on, act.office.zone)
    const meetings = (await meetingsOf(act, personId, from, until)).filter(
      ({ id }) => !eventIds || eventIds.includes(id),
    )
    if (meetings.length === 0) act.refuse(c.dayHasNoMeetings, { name, on: on.toString() })
    const clearing: Clearing = { personId, on, to, words: words?.trim() || null }
    const undone: Undone[] = []
    const left: { id: string; title: string; because: string }[] = []
    for (const meeting of meetings) {
      const done = await clearOne(act, meeting, clearing)
      if ('undone' in done) undone.push(done.undone)
      else left.push({ id: meeting.id, title: meeting.title, because: done.because })
    }
    if (undone.length > 0)
      act.emit(c.dayCleared, { name, on: on.toString(), count: undone.length, to: to?.toString() ?? null }, [
        ...new Set(undone.map(({ id }) => id)),
      ])
    return {
      output: { done: undone.length, left },
      ...(undone.length > 0 ? { undo: { command: c.restoreDay.name, input: { personId, meetings: undone } } } : {}),
    }
  },
})

export const restoreDayBody = implementCommand(c.restoreDay, {
  async run(act, { personId = act.principal.id, meetings }) {
    for (const meeting of meetings) {
      const done = await restoreOne(act, meeting, personId)
      if (done.status !== 'done')
        return act.refuse(c.meetingNotChanged, { because: done.status === 'refused' ? done.refusal.name : done.status })
      for (const row of await guestRows(act, meeting.id))
        if (row.words !== null) await updateGuest(act, row.id, { words: null })
    }
    if (meetings.length > 0)
      act.emit(c.dayRestored, { count: meetings.length }, [...new Set(meetings.map(({ id }) => id))])
    return { output: { done: meetings.length } }
  },
})

function restoreOne(act: Act, { id, recurrence, when, answer }: Undone, personId: string) {
  const which = recurrence === null ? { scope: 'all' as const } : { scope: 'this' as const, recurrence }
  if (answer !== null) {
    const whose = personId === act.principal.id ? {} : { for: personId }
    return act.actAs(act.principal.id, answerEvent, { id, ...which, answer, ...whose })
  }
  if (when !== null) return act.actAs(act.principal.id, moveEvent, { id, ...which, when })
  return act.actAs(act.principal.id, restoreEvent, { id, ...(recurrence === null ? {} : { recurrence }) })
}

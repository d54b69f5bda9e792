/** Other times: taken, declined, and proposed by ourselves to organisers outside. */
import { one } from '../../../formats/ical/component.ts'
import { attendeeOf, eventsOf, instanceOf, sequenceOf } from '../../../formats/ical/itip/parts.ts'
import { counter, declineCounter, seriesOf, utcText } from '../../../formats/ical/itip/write.ts'
import { property } from '../../../formats/ical/write.ts'
import { type Act, implementCommand, type Undo } from '../../../kernel/implement.ts'
import { type EventTime, moveEvent } from '../../calendar/contract.ts'
import * as c from '../contract.ts'
import { correspondence, guestName } from '../due-messages.ts'
import { accountsOf, calendarIn, dbOf, eventOf, mayWrite, nameOf } from '../facts.ts'
import { keyOf } from '../instance-key.ts'
import { type ProposalRow, writeMessage } from '../ledger.ts'
import { officeWords } from '../words.ts'

async function openProposal(act: Act, eventId: string, id: string): Promise<ProposalRow> {
  const row = await dbOf(act)
    .selectFrom('invitations.proposal')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('event_id', '=', eventId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return act.refuse(c.proposalUnknown, { id })
  if (row.state !== 'open') act.refuse(c.proposalSettled, { name: row.name })
  return row
}

const settle = (act: Act, id: string, state: 'accepted' | 'declined') =>
  dbOf(act)
    .updateTable('invitations.proposal')
    .set({ state })
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()

/** A moment on a clock, as the calendar writes it. */
export const wall = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' })

function whenOf(row: ProposalRow, zone: string): EventTime {
  if (row.from_day && row.until_day)
    return { allDay: true, from: row.from_day.toString(), until: row.until_day.toString() }
  return { allDay: false, start: wall(row.start_at, zone), end: wall(row.end_at, zone), zone }
}

export const acceptProposalBody = implementCommand(c.acceptProposal, {
  locks: ({ id }) => [{ kind: 'event', id }],
  async run(act, { id, proposalId }) {
    const row = await openProposal(act, id, proposalId)
    const event = (await eventOf(act, id))!
    const moved = await act.actAs(act.principal.id, moveEvent, {
      id,
      ...(row.recurrence ? { scope: 'this' as const, recurrence: row.recurrence } : {}),
      when: whenOf(row, event.zone ?? act.office.zone),
    })
    if (moved.status !== 'done')
      return act.refuse(c.meetingNotChanged, {
        because: moved.status === 'refused' ? moved.refusal.name : moved.status,
      })
    await settle(act, proposalId, 'accepted')
    act.emit(c.proposalAccepted, { id, title: event.title, name: row.name }, [id])
    const { version } = moved.output
    return { output: { id, version }, ...(moved.undo ? { undo: moved.undo as Undo } : {}) }
  },
})

export const declineProposalBody = implementCommand(c.declineProposal, {
  locks: ({ id }) => [{ kind: 'event', id }],
  async run(act, { id, proposalId, words }) {
    const row = await openProposal(act, id, proposalId)
    const event = (await eventOf(act, id))!
    if (!(await mayWrite(act, event))) act.refuse(c.notYourMeeting, { title: event.title })
    await settle(act, proposalId, 'declined')
    const with_ = await correspondence(act, event, [row.email])
    const key = row.recurrence ? keyOf(row.recurrence, event.zone) : null
    const { now } = with_
    const source = now && (eventsOf(now).find(one_ => instanceOf(now, one_) === key) ?? seriesOf(now))
    if (now && source) {
      const calendar = declineCounter(now, source, { at: act.at, guest: row.email, comment: words ?? null })
      await writeMessage(act, {
        eventId: id,
        method: 'DECLINECOUNTER',
        uid: event.uid,
        sequence: sequenceOf(source),
        instance: key ?? '',
        email: row.email,
        name: guestName(now, row.email),
        letter: with_.letter(
          'kept',
          row.email,
          { ...now, components: [...now.components.filter(({ name }) => name !== 'VEVENT'), source] },
          words ?? null,
        ),
        calendar,
        occasion: proposalId,
      })
      act.enqueue(c.sendJob, { eventId: id }, { startAfter: act.at.add({ seconds: 2 }), singletonKey: id })
    }
    act.emit(c.proposalDeclined, { id, title: event.title, name: row.name }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const proposeTimeBody = implementCommand(c.proposeTime, {
  locks: ({ id }) => [{ kind: 'event', id }],
  async run(act, { id, recurrence, start, end, words }) {
    const event = await eventOf(act, id)
    const { title } = act.locked(id)
    const email = (await accountsOf(act)).find(({ principalId }) => principalId === act.principal.id)?.email
    const calendar = calendarIn(event?.ics ?? null)
    const key = recurrence && event ? keyOf(recurrence, event.zone) : null
    const series = calendar && seriesOf(calendar)
    const source = calendar && (eventsOf(calendar).find(one_ => instanceOf(calendar, one_) === key) ?? series)
    if (!event?.organiser_email || !calendar || !source || !email || !attendeeOf(source, email))
      return act.refuse(c.notOrganisedElsewhere, { title })
    const organiser = event.organiser_email.toLowerCase()
    const name = (await nameOf(act, act.principal.id)) ?? email
    const instance = key !== null && !one(source, 'RECURRENCE-ID')
    const asked = instance
      ? {
          ...source,
          properties: [
            ...source.properties.filter(({ name: one_ }) => !/^(RRULE|RDATE|EXDATE)$/.test(one_)),
            recurrenceLine(key),
          ],
        }
      : source
    const times = { start: property('DTSTART', utcText(start)), end: property('DTEND', utcText(end)) }
    const message = counter(calendar, asked, { at: act.at, guest: email, comment: words ?? null, ...times })
    const with_ = await correspondence(act, { ...event, organiser_id: act.principal.id }, [organiser])
    await writeMessage(act, {
      eventId: id,
      method: 'COUNTER',
      uid: event.uid,
      sequence: sequenceOf(source),
      instance: key ?? '',
      email: organiser,
      name: event.organiser_name ?? organiser,
      letter: {
        ...with_.letter('proposes', organiser, message, words ?? null, {
          name,
          answer: officeWords(act)('page.invitation-letter.answer.other-time'),
        }),
        replyTo: email,
        fromName: name,
      },
      calendar: message,
      occasion: String(act.at.epochMilliseconds),
    })
    act.enqueue(c.sendJob, { eventId: id }, { startAfter: act.at.add({ seconds: 2 }), singletonKey: id })
    act.emit(c.guestsWritten, { id, title, count: 1 }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

const recurrenceLine = (key: string) =>
  key.length === 8
    ? property('RECURRENCE-ID', key, { VALUE: 'DATE' })
    : property('RECURRENCE-ID', utcText(Temporal.Instant.fromEpochMilliseconds(Number(key))))

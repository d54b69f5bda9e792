/** What guests say of a meeting of ours: answers, other times, questions how it is. */
import type { Component, Property } from '../../../formats/ical/component.ts'
import { durationOf } from '../../../formats/ical/duration.ts'
import type { Answer, Outcome } from '../../../formats/ical/itip/outcome.ts'
import { momentOf } from '../../../formats/ical/rule.ts'
import { clockOf, clocksOf, utc } from '../../../formats/ical/zone.ts'
import type { Act } from '../../../kernel/implement.ts'
import { answerEvent } from '../../calendar/contract.ts'
import * as c from '../contract.ts'
import { dbOf, hostsOf } from '../facts.ts'
import { recurrenceOf } from '../instance-key.ts'
import { guestRow, updateGuest } from '../ledger.ts'
import { officeWords } from '../words.ts'
import type { Known } from './known.ts'

export const answerNames = {
  'NEEDS-ACTION': 'none',
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
  DELEGATED: 'delegated',
} as const

export type Taken = { readonly ok: true } | { readonly ok: false; readonly because: string }

/** Records an answer on the event, as whoever acts. */
export async function answerFor(
  act: Act,
  { event, principals }: Pick<Known, 'event' | 'principals'>,
  {
    guest,
    answer,
    recurrence,
    note,
  }: { guest: string; answer: keyof typeof answerNames; recurrence: string | null; note: string | null },
): Promise<Taken> {
  const principalId = principals.get(guest)
  const outcome = await act.actAs(act.principal.id, answerEvent, {
    id: event.event_id,
    ...(recurrence === null ? { scope: 'all' as const } : { scope: 'this' as const, recurrence }),
    answer: answerNames[answer],
    note: note?.slice(0, 500) || null,
    ...(principalId ? { for: principalId } : { email: guest }),
  })
  if (outcome.status === 'done') return { ok: true }
  return { ok: false, because: outcome.status === 'refused' ? outcome.refusal.name : outcome.status }
}

/** Who hears of it, beside whoever said it. */
export const heard = (known: Pick<Known, 'event'>, titleKey: string, key: string, params: Record<string, string>) => ({
  notify: hostsOf(known.event).map(toId => ({
    key: `invitations.${key}:${known.event.event_id}`.slice(0, 200),
    toId,
    titleKey,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value.slice(0, 300)])),
    recordId: known.event.event_id,
    urgency: 'today' as const,
  })),
})

/** An answer by mail. What is passed on is noted, and the one it was passed to may answer from then on. */
export async function takeAnswer(act: Act, known: Known, answer: Answer, name: string): Promise<Taken> {
  const { event } = known
  const say = officeWords(act)
  const passed = answer.delegatedTo
    ? say('page.invitation-letter.note.delegated', { to: answer.delegatedTo })
    : answer.delegate
      ? say('page.invitation-letter.note.for', { name: answer.delegate.name ?? answer.delegate.address })
      : null
  const taken = await answerFor(act, known, {
    guest: answer.guest,
    answer: answer.answer,
    recurrence: answer.instance === null ? null : recurrenceOf(answer.instance, event.zone),
    note: [passed, answer.comment].filter(Boolean).join(' – ') || null,
  })
  if (!taken.ok) return taken
  const row = await guestRow(act, event.event_id, answer.guest)
  await updateGuest(act, row.id, {
    answered: JSON.stringify({ ...row.answered, [answer.instance ?? '']: [answer.sequence, answer.stamp] }),
    ...(answer.delegatedTo && !row.delegated_to.includes(answer.delegatedTo)
      ? { delegated_to: [...row.delegated_to, answer.delegatedTo].slice(-10) }
      : {}),
  })
  act.emit(c.guestAnswered, { id: event.event_id, title: event.title, name }, [event.event_id])
  return taken
}

type Countered = Extract<Outcome, { what: 'countered' }>

interface Span {
  readonly start: Temporal.Instant
  readonly end: Temporal.Instant
  readonly from: Temporal.PlainDate | null
  readonly until: Temporal.PlainDate | null
}

/** The time that a message proposes; null where it cannot be read. */
export function proposedSpan(calendar: Component, outcome: Countered, zone: string): Span | null {
  const clocks = clocksOf(calendar, clockOf(zone))
  const at = (property: Property) => {
    const moment = momentOf(property.value.trim())
    if (!moment) return null
    if (moment.kind === 'day') return { day: true, ms: moment.seconds * 1000 }
    const clock = moment.kind === 'utc' ? utc : clocks(property.parameters.get('TZID')?.[0])
    return { day: false, ms: clock.instantOf(moment.seconds) }
  }
  const start = at(outcome.start)
  if (!start) return null
  const given = outcome.end ? at(outcome.end) : null
  const length = outcome.duration ? durationOf(outcome.duration.value, outcome.duration.line) : null
  const span = length ? (length.days * 86_400 + length.seconds) * 1000 : start.day ? 86_400_000 : 0
  const end = given?.ms ?? start.ms + span
  if (end < start.ms || end - start.ms > 400 * 86_400_000) return null
  const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)
  const dayOf = (ms: number) => instant(ms).toZonedDateTimeISO('UTC').toPlainDate()
  return {
    start: instant(start.ms),
    end: instant(end),
    from: start.day ? dayOf(start.ms) : null,
    until: start.day ? dayOf(Math.max(start.ms, end - 86_400_000)) : null,
  }
}

export interface Proposed extends Span {
  readonly email: string
  readonly name: string
  readonly recurrence: string | null
  readonly said: string | null
}

/** Keeps another time that a guest proposed; an earlier one of the same guest for the same instance gives way. */
export async function keepProposal(act: Act, known: Pick<Known, 'event'>, proposed: Proposed): Promise<string> {
  const { event } = known
  const db = dbOf(act)
  await db
    .deleteFrom('invitations.proposal')
    .where('organisation_id', '=', act.office.id)
    .where('event_id', '=', event.event_id)
    .where('email', '=', proposed.email)
    .where('state', '=', 'open')
    .where('recurrence', 'is not distinct from', proposed.recurrence)
    .execute()
  const id = act.newId()
  await db
    .insertInto('invitations.proposal')
    .values({
      organisation_id: act.office.id,
      id,
      event_id: event.event_id,
      email: proposed.email,
      name: proposed.name.slice(0, 200),
      recurrence: proposed.recurrence,
      start_at: proposed.start,
      end_at: proposed.end,
      from_day: proposed.from,
      until_day: proposed.until,
      said: proposed.said?.slice(0, 2000) ?? null,
      state: 'open',
      at: act.at,
    })
    .execute()
  act.emit(
    c.timeProposed,
    {
      id: event.event_id,
      title: event.title,
      name: proposed.name,
      proposalId: id,
      ...heard(known, 'notice.invitations.proposed', `proposed:${proposed.email}`, {
        name: proposed.name,
        title: event.title,
      }),
    },
    [event.event_id],
  )
  return id
}

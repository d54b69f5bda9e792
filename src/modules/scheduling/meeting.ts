/** From a time and people to an event of the calendar. */
import type { z } from 'zod'
import type { Act } from '../../kernel/implement.ts'
import { requireColleague, requireVisible } from '../../kernel/named.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { createEvent } from '../calendar/contract.ts'
import { schedulingPersonUnknown, schedulingZoneUnknown } from './contract.ts'
import { isZone } from './clock.ts'

type EventWire = typeof createEvent extends { readonly input: z.ZodType<unknown, infer Wire> } ? Wire : never

export interface Meeting {
  readonly title: string
  readonly must: readonly string[]
  readonly may: readonly string[]
  readonly outside: readonly {
    readonly name: string
    readonly email: string
    readonly partyId?: string | null | undefined
  }[]
  readonly placeId: string | null
  readonly place?: string | null
  readonly conferenceUrl?: string | null
  readonly note: string
  readonly start: Temporal.Instant
  readonly minutes: number
  readonly weeks?: number
  readonly zone: string
  readonly category?: string | undefined
  readonly privacy?: 'open' | 'private' | 'confidential' | undefined
  readonly documentIds?: readonly string[]
  readonly holdId?: string | null
  /** What it comes of: it is as confidential as that. */
  readonly sourceId?: string
}

/** Refuses people who are no colleagues here and zones that nobody knows. */
export async function requirePeople(act: Act, people: readonly string[], zone: string | undefined): Promise<void> {
  for (const id of new Set(people)) await requireColleague(act, id, schedulingPersonUnknown)
  if (zone !== undefined && !isZone(zone)) act.refuse(schedulingZoneUnknown, { zone })
}

/** Papers are those that whoever arranges it may see, each once. */
export async function requirePapers(act: Act, ids: readonly string[] = []): Promise<string[]> {
  const papers = [...new Set(ids)]
  for (const id of papers) await requireVisible(act, id, ['document'])
  return papers
}

const localOf = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' })

function wireOf(meeting: Meeting, organiserId: string): EventWire {
  const { start, minutes, zone, weeks = 1, must, may, outside, placeId } = meeting
  const invited = (ids: readonly string[], role: 'required' | 'optional') =>
    [...new Set(ids)].filter(id => id !== organiserId).map(principalId => ({ who: { principalId }, role }))
  const required = new Set(must)
  return {
    title: meeting.title,
    when: { allDay: false, start: localOf(start, zone), end: localOf(start.add({ minutes }), zone), zone },
    ...(weeks > 1 ? { repeat: { rule: `FREQ=WEEKLY;COUNT=${weeks}` } } : {}),
    guests: [
      ...invited(must, 'required'),
      ...invited(
        may.filter(id => !required.has(id)),
        'optional',
      ),
      ...outside.map(({ name, email, partyId }) => ({
        who: { email, name, ...(partyId ? { partyId } : {}) },
        role: 'required' as const,
      })),
      ...(placeId ? [{ who: { calendarId: placeId }, role: 'required' as const }] : []),
    ],
    ...(meeting.note ? { notes: meeting.note } : {}),
    ...(meeting.place ? { place: meeting.place } : {}),
    ...(meeting.conferenceUrl ? { conferenceUrl: meeting.conferenceUrl } : {}),
    ...(meeting.category ? { category: meeting.category } : {}),
    ...(meeting.privacy ? { privacy: meeting.privacy } : {}),
    ...(meeting.documentIds?.length ? { documentIds: [...meeting.documentIds] } : {}),
    ...(meeting.holdId ? { holdId: meeting.holdId } : {}),
    ...(meeting.sourceId ? { sourceId: meeting.sourceId } : {}),
  }
}

/** Puts it into the calendar of whoever arranges it, in their name; what the calendar refuses is refused. */
export async function bookMeeting(act: Act, meeting: Meeting, organiserId = act.principal.id) {
  const outcome = await act.actAs(organiserId, createEvent, wireOf(meeting, organiserId))
  if (outcome.status === 'done') return outcome.output
  if (outcome.status === 'refused') {
    const { name, status, data } = outcome.refusal
    throw new Refusal({ name, status }, data)
  }
  throw new Error('an event asked for approval')
}

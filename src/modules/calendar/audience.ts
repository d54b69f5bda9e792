import type { CalendarFacts } from './calendars.ts'
import { allGuests, type EventFacts } from './facts.ts'

/** In which calendars an event lies, and how. */
export interface Lying {
  readonly calendar: CalendarFacts
  readonly laying: 'home' | 'guest' | 'booking'
}

/** Who may read an event, as `calendar.event_audience` has it of what is stored; null: everybody with the clearance. */
export function audienceOf(facts: EventFacts, lies: readonly Lying[]): string[] | null {
  const isPrivate = facts.privacy === 'private'
  const open = lies.some(
    ({ calendar, laying }) => laying !== 'booking' && (calendar.everyone === 'read' || calendar.everyone === 'write'),
  )
  if (!isPrivate && open) return null
  const readers = new Set<string>()
  for (const { calendar, laying } of lies)
    for (const { id, degree } of calendar.readers) {
      const reads = isPrivate
        ? laying !== 'booking' && degree === 'manage'
        : laying === 'booking'
          ? degree === 'manage'
          : degree !== 'busy'
      if (reads) readers.add(id)
    }
  for (const { who } of allGuests(facts)) if ('principalId' in who) readers.add(who.principalId)
  if ('principalId' in facts.organiser) {
    readers.add(facts.organiser.principalId)
    if (facts.organiser.sentBy) readers.add(facts.organiser.sentBy)
  }
  return [...readers].sort()
}

/** A confidential event is for those cleared for it, whoever they are. */
export const classOf = ({ privacy }: Pick<EventFacts, 'privacy'>): number => (privacy === 'confidential' ? 2 : 1)

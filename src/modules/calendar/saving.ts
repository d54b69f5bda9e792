/** What a saving of an event is given and gives, and the calendars it takes hold of. */
import type { Act } from '../../kernel/implement.ts'
import { type CalendarFacts, lockCalendars } from './calendars.ts'
import type { PlaceAnswer } from './contract/shapes.ts'
import type { StoredEvent, StoredPlacing } from './event-row.ts'
import { allGuests, type EventFacts } from './facts.ts'
import type { Laid } from './lay-out.ts'

export interface Saving {
  readonly before: StoredEvent | null
  readonly after: EventFacts
  /** A place that is not given: the act is refused, or the place declines and the event is kept. */
  readonly onPlace: 'refuse' | 'decline'
  /** A client's file: where it stands, and the text it wrote. */
  readonly object?: { readonly calendarId: string; readonly href: string; readonly ics: string }
  /** Answers given by this act, whose time is now. */
  readonly answered?: readonly string[]
  /** What a new event is made from. */
  readonly sourceId?: string
  /** Reminders of guests' own. */
  readonly reminders?: ReadonlyMap<string, readonly number[]>
  /** Places whose keeper says no. */
  readonly refusedPlaces?: readonly string[]
  /** Looked up before, so that it is not asked for twice. */
  readonly calendars?: ReadonlyMap<string, CalendarFacts>
}

export interface Kept {
  readonly facts: EventFacts
  readonly version: number
  readonly places: readonly PlaceAnswer[]
  readonly laid: readonly Laid[]
  readonly placings: readonly StoredPlacing[]
  readonly calendars: ReadonlyMap<string, CalendarFacts>
}

/** Calendars and people that an event is about. */
export const calendarsNamed = (facts: EventFacts): { ids: string[]; people: string[] } => {
  const guests = allGuests(facts).map(({ who }) => who)
  return {
    ids: [facts.calendarId, ...guests.flatMap(who => ('calendarId' in who ? [who.calendarId] : []))],
    people: guests.flatMap(who => ('principalId' in who ? [who.principalId] : [])),
  }
}

/** Takes hold of all calendars that an event lies in before and after an act. */
export function lockFor(act: Act, before: StoredEvent | null, after: EventFacts): Promise<Map<string, CalendarFacts>> {
  const { ids, people } = calendarsNamed(after)
  return lockCalendars(act, [...ids, ...(before?.placings.map(({ calendar_id }) => calendar_id) ?? [])], people)
}

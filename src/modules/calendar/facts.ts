/** An event as a whole: what every act changes and what is written from it, without database. */
import type { EventFields, Guest, GuestRef } from './contract/shapes.ts'

/** What an instance may have of its own. */
export type InstanceChange = Partial<Omit<EventFields, 'calendarId' | 'repeat' | 'privacy' | 'reminders' | 'organiser'>>

/** What an instance may not have of its own. */
export const ofSeriesAlone = ['calendarId', 'repeat', 'privacy', 'reminders', 'organiser'] as const

export interface EventFacts extends EventFields {
  readonly id: string
  readonly uid: string
  readonly sequence: number
  /** Changed instances by their own time. */
  readonly instances: ReadonlyMap<string, InstanceChange>
  readonly splitFromId: string | null
}

export const keyOf = (who: GuestRef): string =>
  'principalId' in who ? who.principalId : 'calendarId' in who ? who.calendarId : who.email.toLowerCase()

/** The fields of one instance; of the series where none is named. */
export function fieldsAt(facts: EventFacts, recurrence: string | null): EventFields {
  const { id: _id, uid: _uid, sequence: _sequence, instances, splitFromId: _split, ...fields } = facts
  return recurrence === null ? fields : { ...fields, ...instances.get(recurrence) }
}

/** Everybody who is asked to the series or to any instance. */
export function allGuests(facts: EventFacts): Guest[] {
  const found = new Map(facts.guests.map(guest => [keyOf(guest.who), guest]))
  for (const { guests } of facts.instances.values())
    for (const guest of guests ?? []) if (!found.has(keyOf(guest.who))) found.set(keyOf(guest.who), guest)
  return [...found.values()]
}

export const repeats = ({ repeat }: Pick<EventFacts, 'repeat'>): boolean =>
  repeat !== null && (repeat.rule !== null || repeat.added.length > 0)

/** The same whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return left.length === right.length && left.every(([key, value]) => same(value, (b as Record<string, unknown>)[key]))
}

/** What happens to events with guests from outside is followed in the same transaction. */
import type { Happened, Reaction } from '../../../kernel/implement.ts'
import {
  type EventFields,
  type EventPayload,
  eventAnswered,
  eventCancelled,
  eventChanged,
  eventCreated,
  eventRestored,
} from '../../calendar/contract.ts'
import { followEvent } from '../contract.ts'

const hasGuests = (event: EventFields | null): boolean =>
  event !== null && event.guests.some(({ who }) => 'email' in who)

function changed({ payload }: Happened<EventPayload>) {
  const { eventId, before, after, splitInto, by } = payload
  if (by === 'feed' || !(hasGuests(before) || hasGuests(after))) return []
  return [eventId, ...(splitInto ? [splitInto] : [])].map(id => ({ eventId: id }))
}

const answered = ({ payload }: Happened<{ eventId: string; who: object }>) =>
  'email' in payload.who ? [{ eventId: payload.eventId }] : []

export const followCalendar: readonly Reaction[] = [
  ...[eventCreated, eventChanged, eventCancelled, eventRestored].map(({ name }) => ({
    on: name,
    command: followEvent,
    inputs: changed,
  })),
  { on: eventAnswered.name, command: followEvent, inputs: answered },
]

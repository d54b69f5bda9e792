/** What happens to events is told to guests outside; what we answer, to organisers outside. */
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
import { documentArrived } from '../../documents/contract.ts'
import { noteArrival, noteDue } from '../contract.ts'

/** Whether somebody outside has to do with it: most events are the office's own, and cost nothing here. */
const concernsOthers = (event: EventFields | null): boolean =>
  event !== null && ('email' in event.organiser || event.guests.some(({ who }) => 'email' in who))

function changed({ payload }: Happened<EventPayload>) {
  const { eventId, before, after, splitInto, by } = payload
  if (by === 'feed' || !(concernsOthers(before) || concernsOthers(after))) return []
  return [{ eventIds: [eventId, ...(splitInto ? [splitInto] : [])] }]
}

/** A guest outside who has answered is told nothing of it; an organiser outside is told what we answer. */
const answered = ({ payload }: Happened<{ eventId: string; who: object }>) =>
  'principalId' in payload.who ? [{ eventIds: [payload.eventId] }] : []

const arrived = ({ payload }: Happened<{ documentId: string; name: string; arrivedBy: string }>) =>
  payload.arrivedBy === 'mail' || (payload.arrivedBy !== 'backlog' && /\.eml$/i.test(payload.name))
    ? [{ documentId: payload.documentId }]
    : []

export const followCalendar: readonly Reaction[] = [
  ...[eventCreated, eventChanged, eventCancelled, eventRestored].map(({ name }) => ({
    on: name,
    command: noteDue,
    inputs: changed,
  })),
  { on: eventAnswered.name, command: noteDue, inputs: answered },
  { on: documentArrived.name, command: noteArrival, inputs: arrived },
]

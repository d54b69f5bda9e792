import type { Happened, Reaction } from '../../../kernel/implement.ts'
import { type EventPayload, followServices } from '../contract.ts'
import { same } from '../facts.ts'
import { secondsOf, startText } from '../wall.ts'

const places = (fields: EventPayload['after']) =>
  (fields?.guests ?? []).flatMap(({ who, answer }) =>
    'calendarId' in who && answer !== 'declined' ? [who.calendarId] : [],
  )

/** Only what moves an event, takes it to another room or calls it off concerns what was ordered with it. */
function concerned({ name, payload }: Happened<EventPayload>): object[] {
  const { eventId, before, after, scope, recurrence, splitInto } = payload
  if (name === 'calendar.event-changed' && before && after && splitInto === null) {
    const stays =
      same(before.when, after.when) && same(before.repeat, after.repeat) && same(places(before), places(after))
    if (stays && before.status === after.status) return []
  }
  const moved =
    scope !== 'this' && before && after ? secondsOf(startText(after.when)) - secondsOf(startText(before.when)) : 0
  return [{ eventId, shift: moved, splitInto, from: splitInto === null ? null : recurrence }]
}

/** What was ordered with an event follows it in the same transaction. */
export const followServicesOnChange: readonly Reaction[] = (
  ['calendar.event-changed', 'calendar.event-cancelled', 'calendar.event-restored'] as const
).map(on => ({ on, command: followServices, inputs: concerned }))

import type { Happened, Reaction } from '../../../kernel/implement.ts'
import { followEvent } from '../contract.ts'

const eventOf = ({ payload }: Happened<{ readonly eventId: string }>): { eventId: string }[] => [
  { eventId: payload.eventId },
]

/** What is moved or cancelled in a calendar, the outing follows in the same transaction. */
export const followEvents: readonly Reaction[] = (['calendar.event-changed', 'calendar.event-cancelled'] as const).map(
  on => ({ on, command: followEvent, inputs: eventOf }),
)

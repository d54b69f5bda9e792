import type { Happened, Reaction } from '../../../kernel/implement.ts'
import { followEvent } from '../contract.ts'

const eventOf = ({ payload }: Happened<{ readonly eventId: string }>): { eventId: string }[] => [
  { eventId: payload.eventId },
]

/** What the calendar moves or cancels, its meetings follow in the same transaction. */
export const followEvents: readonly Reaction[] = (['calendar.event-changed', 'calendar.event-cancelled'] as const).map(
  on => ({ on, command: followEvent, inputs: eventOf }),
)

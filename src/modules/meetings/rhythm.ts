/** How often a meeting comes again, as the calendar writes it (RFC 5545, 3.3.10). */
import type { Rhythm } from './contract/shapes.ts'

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** From the third on, the last of its weekday in a month that has no fifth: the fifth Tuesday is the last one. */
const whichOf = ({ day }: Temporal.PlainDate): number => (day > 28 ? -1 : Math.ceil(day / 7))

/** After the 28th it is the last day: every month has one. */
const dayOf = ({ day }: Temporal.PlainDate): number => (day > 28 ? -1 : day)

export function ruleOf(rhythm: Rhythm, first: Temporal.PlainDate, until?: Temporal.Instant): string {
  const parts: Readonly<Record<Rhythm, string>> = {
    weekly: 'FREQ=WEEKLY',
    fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
    'weekday-monthly': `FREQ=MONTHLY;BYDAY=${whichOf(first)}${weekdays[first.dayOfWeek - 1]}`,
    monthly: `FREQ=MONTHLY;BYMONTHDAY=${dayOf(first)}`,
    quarterly: `FREQ=MONTHLY;INTERVAL=3;BYDAY=${whichOf(first)}${weekdays[first.dayOfWeek - 1]}`,
  }
  // an instant, as RFC 5545 asks where the series has a zone
  const ends = until ? `;UNTIL=${until.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}` : ''
  return `${parts[rhythm]}${ends}`
}

import type { Act } from '../../kernel/implement.ts'
import { spanWrong } from './contract.ts'

const longestHours = 366 * 24

/** Refuses a stretch that has passed, ends before it begins or is longer than a year. */
export function requireSpan(act: Act, start: Temporal.Instant, end: Temporal.Instant): void {
  const isReversed = Temporal.Instant.compare(start, end) >= 0
  const isOver = Temporal.Instant.compare(end, act.at) <= 0
  if (isReversed || isOver || start.until(end).total('hours') > longestHours) act.refuse(spanWrong)
}

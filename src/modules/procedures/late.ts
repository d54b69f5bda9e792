import type { StepRow } from './steps.ts'

/** The day on which something ended, on the office's clock. */
export const dayOf = (at: Temporal.Instant, zone: string): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate()

/** Whether a step ended after the day on which it was due; so many days, none where it was in time. */
export function daysLate(step: Pick<StepRow, 'due_on' | 'ended_at'>, zone: string): number {
  if (!step.due_on || !step.ended_at) return 0
  return Math.max(0, step.due_on.until(dayOf(step.ended_at, zone), { largestUnit: 'day' }).days)
}

export const endedLate = (step: Pick<StepRow, 'due_on' | 'ended_at'>, zone: string): boolean => daysLate(step, zone) > 0

/** How long a filed document is kept. */
import type { RetentionStart } from './contract/words.ts'

export interface RetentionFacts {
  readonly receivedOn: Temporal.PlainDate
  readonly issuedOn: Temporal.PlainDate | null
  readonly validUntil: Temporal.PlainDate | null
}

/** The last day on which it must be kept; null where it is kept for good. */
export function keepUntil(
  years: number | null,
  from: RetentionStart,
  facts: RetentionFacts,
): Temporal.PlainDate | null {
  if (years === null) return null
  const day = facts.issuedOn ?? facts.receivedOn
  if (from === 'year-end') return new Temporal.PlainDate(day.year + years, 12, 31)
  return (from === 'validity-end' ? (facts.validUntil ?? day) : day).add({ years })
}

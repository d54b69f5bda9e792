/**
 * Interest on what is paid late: simple, by the day, 365 days a year, from the day after it was due, on what remained each day at
 * the yearly rate that held that day. Exact, and rounded once at the end.
 */
import { decimal, divided } from './decimal.ts'

type Day = Temporal.PlainDate

export interface RateFrom {
  readonly fromOn: Day
  /** Percent a year. */
  readonly percent: string
}

/** What remained from a day on. */
export interface RemainingFrom {
  readonly fromOn: Day
  readonly minor: bigint
}

const scale = 6
const unit = 10n ** BigInt(scale)
const before = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0
const unitsOf = (percent: string): bigint => {
  const { units, scale: given } = decimal(percent)
  return units * 10n ** BigInt(scale - given)
}

/**
 * Minor units owed for the days after `after` up to and with `until`. `remaining` in the order of its days: what was left at the
 * end of each; the first holds for all days before it too.
 */
export function interestOn(
  remaining: readonly RemainingFrom[],
  rates: readonly RateFrom[],
  { after, until }: { after: Day; until: Day },
): bigint {
  const ordered = rates.toSorted((a, b) => Temporal.PlainDate.compare(a.fromOn, b.fromOn))
  const breaks = [...ordered.map(rate => rate.fromOn), ...remaining.map(one => one.fromOn), until.add({ days: 1 })]
  let from = after.add({ days: 1 })
  let exact = 0n
  while (!before(until, from)) {
    const next = breaks.reduce(
      (best, day) => (before(from, day) && before(day, best) ? day : best),
      until.add({ days: 1 }),
    )
    const rate = ordered.findLast(one => !before(from, one.fromOn))
    // paid on a day means no interest for that day
    const left = (remaining.findLast(one => !before(from, one.fromOn)) ?? remaining[0])?.minor ?? 0n
    if (rate && left > 0n) exact += left * unitsOf(rate.percent) * BigInt(from.until(next).days)
    from = next
  }
  return divided(exact, 365n * 100n * unit)
}

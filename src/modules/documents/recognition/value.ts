import type { MoneyRole, WeighedAmount } from './money.ts'

/** One value with all its places, the best weight of each role, and how often it was said to be a sum. */
export interface Value {
  readonly value: bigint
  readonly places: readonly WeighedAmount[]
  readonly weights: Readonly<Partial<Record<MoneyRole, number>>>
  /** The amounts above it in its column make it. */
  readonly columnAddsUp: boolean
}

/** Groups equal values: a sum that stands at two places is one candidate. */
export function valuesOf(weighed: readonly WeighedAmount[]): Value[] {
  const groups = new Map<bigint, WeighedAmount[]>()
  for (const one of weighed) {
    const list = groups.get(one.amount.value)
    if (list) list.push(one)
    else groups.set(one.amount.value, [one])
  }
  return Array.from(groups, ([value, places]) => ({
    value,
    places,
    weights: best(places),
    columnAddsUp: places.some(place => place.columnAddsUp),
  }))
}

function best(places: readonly WeighedAmount[]): Partial<Record<MoneyRole, number>> {
  const weights: Partial<Record<MoneyRole, number>> = {}
  for (const place of places) {
    for (const [role, weight] of Object.entries(place.weights) as [MoneyRole, number][]) {
      const damped =
        weight * (place.amount.doubtful ? 0.8 : 1) * (place.amount.decimals || place.amount.marked ? 1 : 0.7)
      weights[role] = Math.max(weights[role] ?? 0, damped)
    }
  }
  return weights
}

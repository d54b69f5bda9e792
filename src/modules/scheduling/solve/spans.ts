/** Stretches of time in whole minutes since 1970 (UTC), the end not included; lists are sorted and disjoint. */
export type Span = readonly [from: number, until: number]

const isSorted = (spans: readonly Span[]): boolean => {
  for (let n = 1; n < spans.length; n++) if (spans[n]![0] < spans[n - 1]![0]) return false
  return true
}

/** Sorts, where they are not in order yet, and joins what overlaps or touches. */
export function joined(spans: readonly Span[]): Span[] {
  const found: [number, number][] = []
  for (const [from, until] of isSorted(spans) ? spans : spans.toSorted((a, b) => a[0] - b[0])) {
    if (until <= from) continue
    const last = found.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else found.push([from, until])
  }
  return found
}

/** Of two joined lists what is in either, by one pass. */
export function union(a: readonly Span[], b: readonly Span[]): Span[] {
  const found: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const takesA = j >= b.length || (i < a.length && a[i]![0] <= b[j]![0])
    const [from, until] = takesA ? a[i++]! : b[j++]!
    const last = found.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else found.push([from, until])
  }
  return found
}

/** What of a window a joined list leaves free. */
export function gaps(spans: readonly Span[], [from, until]: Span): Span[] {
  const found: Span[] = []
  let at = from
  for (const span of spans) {
    if (span[1] <= at) continue
    if (span[0] >= until) break
    if (span[0] > at) found.push([at, span[0]])
    at = span[1]
  }
  if (at < until) found.push([at, until])
  return found
}

/** The first of a list, sorted by `from`, that begins at `at` or later. */
export function firstFrom(list: readonly { readonly from: number }[], at: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.from < at) low = middle + 1
    else high = middle
  }
  return low
}

/** The place in a joined list of the first span that ends after `at`. */
export function firstAfter(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]![1] <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** How many minutes of a stretch lie within a joined list. */
export function within(spans: readonly Span[], from: number, until: number): number {
  let sum = 0
  for (let n = firstAfter(spans, from); n < spans.length && spans[n]![0] < until; n++)
    sum += Math.min(until, spans[n]![1]) - Math.max(from, spans[n]![0])
  return sum
}

/** Whether a joined list holds this moment. */
export function holds(spans: readonly Span[], at: number): boolean {
  const span = spans[firstAfter(spans, at)]
  return span !== undefined && span[0] <= at
}

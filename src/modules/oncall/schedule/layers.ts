/**
 * A rota's layers as stretches of time. Whoever's turn it is follows from the day a layer began, by the clock of the wall in the
 * rota's zone: a hand-over at nine is at nine in summer and winter, and the turn in which the clocks change is an hour longer or shorter.
 */
export const units = ['hour', 'day', 'week'] as const
export type Unit = (typeof units)[number]

export interface Layer {
  readonly id: string
  readonly name: string
  /** In the order in which they take their turns. */
  readonly people: readonly string[]
  readonly unit: Unit
  /** How many hours, days or weeks a turn is. */
  readonly every: number
  /** ISO day on which the first of them began. */
  readonly startsOn: string
  /** `09:00` */
  readonly handOver: string
  /** Weekdays on which it covers, Monday 1; a stretch that passes midnight belongs to the day on which it begins. */
  readonly days: readonly number[]
  /** From when until when on those days; the same twice is the whole day. */
  readonly from: string
  readonly until: string
}

/** Milliseconds since 1970: from the first until before the second. */
export type Window = readonly [from: number, until: number]

export interface Stretch {
  readonly start: number
  readonly end: number
  readonly personId: string
  /** What it comes of: a layer or an override. */
  readonly by: string
  /** Which turn of its layer, counted from its first; none of an override. */
  readonly turn: number
}

const hour = 3_600_000
const unitLength: Readonly<Record<Unit, number>> = { hour, day: 24 * hour, week: 7 * 24 * hour }
const allWeek = 7

/** The moment of a time on the wall; one that the clocks skip is as much later, one that comes twice is the first. */
export const momentOf = (local: Temporal.PlainDateTime, zone: string): number =>
  local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds

export const localOf = (at: number, zone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime()

const coversAll = ({ days, from, until }: Layer): boolean => days.length === allWeek && from === until

/** When a layer covers, within a window: sorted, apart from each other. */
export function covered(layer: Layer, zone: string, [from, until]: Window): Window[] {
  if (coversAll(layer)) return [[from, until]]
  const found: Window[] = []
  const last = localOf(until, zone).toPlainDate()
  const [begins, ends] = [Temporal.PlainTime.from(layer.from), Temporal.PlainTime.from(layer.until)]
  const overnight = Temporal.PlainTime.compare(ends, begins) <= 0
  for (
    let day = localOf(from, zone).toPlainDate().subtract({ days: 1 });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (!layer.days.includes(day.dayOfWeek)) continue
    const start = Math.max(from, momentOf(day.toPlainDateTime(begins), zone))
    const end = Math.min(until, momentOf(day.add({ days: overnight ? 1 : 0 }).toPlainDateTime(ends), zone))
    const before = found.at(-1)
    if (end <= start) continue
    if (before && before[1] >= start) found[found.length - 1] = [before[0], Math.max(before[1], end)]
    else found.push([start, end])
  }
  return found
}

/** Whose turn it is in a layer, whether it covers then or not. */
function turns(layer: Layer, zone: string, [from, until]: Window): Stretch[] {
  const { people, every, unit, id } = layer
  if (people.length === 0) return []
  const first = Temporal.PlainDate.from(layer.startsOn).toPlainDateTime(Temporal.PlainTime.from(layer.handOver))
  const begin = (turn: number): number => momentOf(first.add({ [`${unit}s`]: turn * every }), zone)
  // The clocks' hours are made up for by beginning two turns early.
  let turn = Math.max(0, Math.floor((from - begin(0)) / (every * unitLength[unit])) - 2)
  const found: Stretch[] = []
  for (let start = begin(turn); start < until; turn++) {
    const end = begin(turn + 1)
    const stretch = { start: Math.max(start, from), end: Math.min(end, until) }
    if (stretch.end > stretch.start) found.push({ ...stretch, personId: people[turn % people.length]!, by: id, turn })
    start = end
  }
  return found
}

/** Who has a layer, and when: its turns, as far as it covers. */
export function layerRow(layer: Layer, zone: string, window: Window): Stretch[] {
  return within(turns(layer, zone, window), covered(layer, zone, window))
}

/** What of sorted stretches lies in sorted windows. */
export function within(stretches: readonly Stretch[], windows: readonly Window[]): Stretch[] {
  const found: Stretch[] = []
  let first = 0
  for (const stretch of stretches) {
    while (first < windows.length && windows[first]![1] <= stretch.start) first++
    for (let n = first; n < windows.length && windows[n]![0] < stretch.end; n++) {
      const start = Math.max(stretch.start, windows[n]![0])
      const end = Math.min(stretch.end, windows[n]![1])
      if (end > start) found.push({ ...stretch, start, end })
    }
  }
  return found
}

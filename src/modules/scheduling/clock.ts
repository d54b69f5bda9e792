/** A zone's wall clock in whole minutes: days since 1970 and minutes after midnight, to and from minutes since 1970 in UTC. */
const dayMinutes = 1440
const first = Temporal.PlainDate.from('1970-01-01')
const mostDays = 4_000

export interface WallClock {
  /** The moment of a minute of a day; one that the clock skips is taken with the offset before, as Temporal has it. */
  minuteOf(day: number, minute: number): number
  localOf(at: number): { readonly day: number; readonly minute: number }
}

export const dayNumber = (date: Temporal.PlainDate): number => first.until(date, { largestUnit: 'day' }).days
const dates = new Map<number, Temporal.PlainDate>()

/** One and the same for the same day, since many people are asked about it. */
export function dateOf(day: number): Temporal.PlainDate {
  let date = dates.get(day)
  if (!date) {
    if (dates.size >= mostDays) dates.clear()
    dates.set(day, (date = first.add({ days: day })))
  }
  return date
}
export const minutesOf = (instant: Temporal.Instant): number => Math.floor(instant.epochMilliseconds / 60_000)
export const instantOf = (minute: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(minute * 60_000)

const clocks = new Map<string, WallClock>()

/** Throws a RangeError for a zone that nobody knows. */
export function wallClock(zone: string): WallClock {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = clockOf(zone)
    if (clocks.size < 600) clocks.set(zone, clock)
  }
  return clock
}

export function isZone(zone: string): boolean {
  try {
    wallClock(zone).minuteOf(0, 0)
    return true
  } catch {
    return false
  }
}

function clockOf(zone: string): WallClock {
  const begins = new Map<number, number>()
  const beginOf = (day: number): number => {
    let begin = begins.get(day)
    if (begin === undefined) {
      if (begins.size >= mostDays) begins.clear()
      begin = Math.floor(dateOf(day).toZonedDateTime(zone).epochMilliseconds / 60_000)
      begins.set(day, begin)
    }
    return begin
  }
  const isWhole = (day: number) => beginOf(day + 1) - beginOf(day) === dayMinutes
  return {
    minuteOf(day, minute) {
      if (minute === dayMinutes) return beginOf(day + 1)
      if (isWhole(day)) return beginOf(day) + minute
      const time = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60)
      return Math.floor(dateOf(day).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds / 60_000)
    },
    localOf(at) {
      let day = Math.floor(at / dayMinutes)
      while (beginOf(day) > at) day--
      while (beginOf(day + 1) <= at) day++
      if (isWhole(day)) return { day, minute: at - beginOf(day) }
      const { hour, minute } = instantOf(at).toZonedDateTimeISO(zone)
      return { day, minute: hour * 60 + minute }
    },
  }
}

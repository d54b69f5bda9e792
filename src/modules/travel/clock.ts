/** The clocks of the places of a trip. */

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** The moment at which that place's clock shows it; a time that spring skips is an hour later, one that autumn repeats is the first. */
export const momentOf = (local: string, zone: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()

/** `YYYY-MM-DDTHH:MM` of that place's clock. */
export const localOf = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** Whole minutes from one moment to the other. */
export const minutesBetween = (from: Temporal.Instant, until: Temporal.Instant): number =>
  Math.round((until.epochMilliseconds - from.epochMilliseconds) / 60_000)

/** How many minutes the clock there is ahead of the one here. */
export const shiftBetween = (at: Temporal.Instant, here: string, there: string): number =>
  (at.toZonedDateTimeISO(there).offsetNanoseconds - at.toZonedDateTimeISO(here).offsetNanoseconds) / 60e9

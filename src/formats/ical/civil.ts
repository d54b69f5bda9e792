/**
 * Days and times of day as whole numbers, proleptic Gregorian: what recurrence is reckoned in, since a rule may be asked about
 * a hundred thousand days. A local time is its seconds since 1970-01-01T00:00:00 on the same clock, whatever the zone.
 */
export const daySeconds = 86_400

export interface Civil {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

/** Days since 1970-01-01; months beyond December run on into the next year. (H. Hinnant, days_from_civil.) */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The date of a day number. */
export function civil(day: number): Civil {
  const z = day + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : lengths[month - 1]!
export const yearLength = (year: number): number => (isLeap(year) ? 366 : 365)

/** 0 Monday to 6 Sunday. */
export const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7

export const dayOfLocal = (local: number): number => Math.floor(local / daySeconds)
export const timeOfLocal = (local: number): number => local - dayOfLocal(local) * daySeconds

export const localOf = (at: Temporal.PlainDateTime | Temporal.PlainDate): number => {
  const day = dayNumber(at.year, at.month, at.day) * daySeconds
  return 'hour' in at ? day + at.hour * 3600 + at.minute * 60 + at.second : day
}

export function plainOf(local: number): Temporal.PlainDateTime {
  const { year, month, day } = civil(dayOfLocal(local))
  const time = timeOfLocal(local)
  return new Temporal.PlainDateTime(year, month, day, Math.floor(time / 3600), Math.floor(time / 60) % 60, time % 60)
}

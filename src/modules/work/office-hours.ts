import type { WorkingCalendar } from './working-days.ts'

/** The office's working day, on its own clock. */
export interface OfficeHours {
  readonly from: Temporal.PlainTime
  readonly until: Temporal.PlainTime
  readonly breakFrom: Temporal.PlainTime
  readonly breakUntil: Temporal.PlainTime
}

const usual = { from: '08:00', until: '17:00', breakFrom: '12:00', breakUntil: '13:00' }

/** Reads `workday.from` and so on from the organisation's settings; what is missing or unreadable is the usual eight to five. */
export function officeHours(settings: Readonly<Record<string, unknown>> | undefined): OfficeHours {
  const time = (name: keyof typeof usual) => {
    const text = settings?.[`workday.${name}`]
    return Temporal.PlainTime.from(
      typeof text === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : usual[name],
    )
  }
  const hours = {
    from: time('from'),
    until: time('until'),
    breakFrom: time('breakFrom'),
    breakUntil: time('breakUntil'),
  }
  return dayMinutes(hours) > 0 ? hours : officeHours(undefined)
}

const minuteOf = (time: Temporal.PlainTime) => time.hour * 60 + time.minute

/** Minutes of work between two times of one day, the break left out. */
export function workBetween(hours: OfficeHours, from: Temporal.PlainTime, until: Temporal.PlainTime): number {
  const overlap = (a: number, b: number, c: number, d: number) => Math.max(0, Math.min(b, d) - Math.max(a, c))
  const [a, b] = [Math.max(minuteOf(from), minuteOf(hours.from)), Math.min(minuteOf(until), minuteOf(hours.until))]
  return Math.max(0, b - a) - overlap(a, Math.max(a, b), minuteOf(hours.breakFrom), minuteOf(hours.breakUntil))
}

export function dayMinutes(hours: OfficeHours): number {
  return workBetween(hours, hours.from, hours.until)
}

/** What is left of the working day from a moment on; nothing on days when nobody works. */
export function minutesLeft(now: Temporal.ZonedDateTime, hours: OfficeHours, calendar: WorkingCalendar): number {
  return calendar.isWorkday(now.toPlainDate()) ? workBetween(hours, now.toPlainTime(), hours.until) : 0
}

/**
 * The last day on which work of so many minutes must be begun to be ready at the deadline, counting working hours
 * only; never looks back further than a year.
 */
export function lastStart(
  deadline: Temporal.ZonedDateTime,
  effortMinutes: number,
  hours: OfficeHours,
  calendar: WorkingCalendar,
): Temporal.PlainDateTime {
  const perDay = dayMinutes(hours)
  let date = deadline.toPlainDate()
  let left = effortMinutes
  let room = calendar.isWorkday(date) ? workBetween(hours, hours.from, deadline.toPlainTime()) : 0
  for (let days = 0; left > room && days < 366; days++) {
    left -= room
    date = calendar.onOrBefore(date.subtract({ days: 1 }))
    room = perDay
  }
  if (date.equals(deadline.toPlainDate()) && left === 0) return deadline.toPlainDateTime()
  return startWithin(date, room - Math.min(left, room), hours)
}

/** The moment of a day when so many minutes of its working time have passed. */
function startWithin(date: Temporal.PlainDate, passed: number, hours: OfficeHours): Temporal.PlainDateTime {
  const beforeBreak = workBetween(hours, hours.from, hours.breakFrom)
  const start = date.toPlainDateTime(hours.from).add({ minutes: passed })
  if (passed < beforeBreak) return start
  const breakMinutes = Math.max(
    0,
    minuteOf(hours.breakUntil) - Math.max(minuteOf(hours.breakFrom), minuteOf(hours.from)),
  )
  return minuteOf(hours.breakFrom) < minuteOf(hours.until) ? start.add({ minutes: breakMinutes }) : start
}

/**
 * Working days of the countries Kontor is made for: weekends and public holidays. Sources: each country's holiday act
 * (SE SFS 1989:253, NO LOV-1995-02-24-12, NL Algemene termijnenwet, RO Codul muncii art. 139, PT Código do Trabalho
 * art. 234, GB Banking and Financial Dealings Act 1971, IE Organisation of Working Time Act 1997). Swedish offices also
 * close on Midsummer, Christmas and New Year's Eve. Elsewhere only weekends are known.
 */
type Date = Temporal.PlainDate

/** Western Easter Sunday (Meeus/Jones/Butcher). */
export function easter(year: number): Date {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}

/** Orthodox Easter Sunday in the Gregorian calendar (Meeus, Julian + 13 days until 2099). */
export function orthodoxEaster(year: number): Date {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const n = d + e + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 }).add({ days: 13 })
}

/** The nth weekday of a month, counted from its end where n is negative; null where the month has none. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): Date | null {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  if (n < 0) {
    const last = first.with({ day: first.daysInMonth })
    return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 })
  }
  const found = first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (n - 1) * 7 })
  return found.month === month ? found : null
}

const on = (year: number, ...monthDays: [month: number, day: number][]) =>
  monthDays.map(([month, day]) => Temporal.PlainDate.from({ year, month, day }))
const from = (sunday: Date, ...days: number[]) => days.map(n => sunday.add({ days: n }))
const weekdayOnOrAfter = (date: Date, weekday: number) => date.add({ days: (weekday - date.dayOfWeek + 7) % 7 })
/** British substitute days: what falls on a weekend is made up for on the next weekday that is free. */
function substituted(dates: readonly Date[]): Date[] {
  const kept: Date[] = []
  for (let date of dates) {
    while (date.dayOfWeek > 5 || kept.some(other => other.equals(date))) date = date.add({ days: 1 })
    kept.push(date)
  }
  return kept
}
const nth = (year: number, month: number, weekday: number, n: number) => nthWeekday(year, month, weekday, n)!

const holidays: Readonly<Record<string, (year: number) => Date[]>> = {
  SE: y => [
    ...on(y, [1, 1], [1, 6], [5, 1], [6, 6], [12, 24], [12, 25], [12, 26], [12, 31]),
    ...from(easter(y), -2, 1, 39),
    weekdayOnOrAfter(Temporal.PlainDate.from({ year: y, month: 6, day: 19 }), 5),
  ],
  NO: y => [...on(y, [1, 1], [5, 1], [5, 17], [12, 25], [12, 26]), ...from(easter(y), -3, -2, 1, 39, 50)],
  NL: y => {
    const king = Temporal.PlainDate.from({ year: y, month: 4, day: 27 })
    return [
      ...on(y, [1, 1], [12, 25], [12, 26]),
      ...from(easter(y), 1, 39, 50),
      king.dayOfWeek === 7 ? king.subtract({ days: 1 }) : king,
      ...(y % 5 === 0 ? on(y, [5, 5]) : []),
    ]
  },
  RO: y => [
    ...on(
      y,
      [1, 1],
      [1, 2],
      [1, 24],
      [5, 1],
      [6, 1],
      [8, 15],
      [11, 30],
      [12, 1],
      [12, 25],
      [12, 26],
      ...(y >= 2024
        ? ([
            [1, 6],
            [1, 7],
          ] as [number, number][])
        : []),
    ),
    ...from(orthodoxEaster(y), -2, 1, 50),
  ],
  PT: y => [
    ...on(y, [1, 1], [4, 25], [5, 1], [6, 10], [8, 15], [10, 5], [11, 1], [12, 1], [12, 8], [12, 25]),
    ...from(easter(y), -2, 60),
  ],
  GB: y => [
    ...substituted(on(y, [1, 1])),
    ...from(easter(y), -2, 1),
    nth(y, 5, 1, 1),
    nth(y, 5, 1, -1),
    nth(y, 8, 1, -1),
    ...substituted(on(y, [12, 25], [12, 26])),
  ],
  IE: y => {
    const brigid = Temporal.PlainDate.from({ year: y, month: 2, day: 1 })
    return [
      ...on(y, [1, 1], [3, 17], [12, 25], [12, 26]),
      ...from(easter(y), 1),
      brigid.dayOfWeek === 5 ? brigid : nth(y, 2, 1, 1),
      nth(y, 5, 1, 1),
      nth(y, 6, 1, 1),
      nth(y, 8, 1, 1),
      nth(y, 10, 1, -1),
    ]
  },
}

export interface WorkingCalendar {
  isWorkday(date: Date): boolean
  /** The date itself where one works, else the next or previous day where one does. */
  onOrAfter(date: Date): Date
  onOrBefore(date: Date): Date
  /** The nth working day of the date's month, -1 the last; the last where there are not so many. */
  nthOfMonth(month: Temporal.PlainYearMonth, n: number): Date
}

const known = new Map<string, ReadonlySet<string>>()

function holidaysOf(country: string, year: number): ReadonlySet<string> {
  const key = `${country}${year}`
  let days = known.get(key)
  if (!days) known.set(key, (days = new Set((holidays[country]?.(year) ?? []).map(String))))
  return days
}

/** The working days of a country (ISO 3166 alpha-2). */
export function workingCalendar(country: string): WorkingCalendar {
  const isWorkday = (date: Date) => date.dayOfWeek <= 5 && !holidaysOf(country, date.year).has(date.toString())
  const walk = (date: Date, days: 1 | -1) => {
    while (!isWorkday(date)) date = date.add({ days })
    return date
  }
  return {
    isWorkday,
    onOrAfter: date => walk(date, 1),
    onOrBefore: date => walk(date, -1),
    nthOfMonth: (month, n) => {
      const days: Date[] = []
      for (let day = 1; day <= month.daysInMonth; day++) {
        const date = month.toPlainDate({ day })
        if (isWorkday(date)) days.push(date)
      }
      return (n < 0 ? days.at(n) : days[Math.min(n, days.length) - 1]) ?? month.toPlainDate({ day: 1 })
    },
  }
}

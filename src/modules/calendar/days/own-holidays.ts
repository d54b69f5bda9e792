/**
 * Public holidays by their names, for standing above their days. The days are those of each country's act (SE SFS 1989:253, NO
 * LOV-1995-02-24-12, NL Algemene termijnenwet, RO Codul muncii art. 139, PT Código do Trabalho art. 234, GB Banking and Financial
 * Dealings Act 1971, IE Organisation of Working Time Act 1997), and the Swedish eves on which nobody works.
 */
import type { en } from '../messages/pages/en.ts'

export type HolidayKey = Extract<keyof typeof en, `page.holiday.${string}`>
type Name = HolidayKey extends `page.holiday.${infer Rest}` ? Rest : never
type Named = readonly [day: string, name: Name]

const day_ms = 86_400_000
const addDays = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * day_ms).toISOString().slice(0, 10)
/** Monday 1 to Sunday 7. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
const two = (value: number): string => String(value).padStart(2, '0')

/** Western Easter Sunday (Meeus/Jones/Butcher). */
function easter(year: number): string {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114
  return `${year}-${two(Math.floor(n / 31))}-${two((n % 31) + 1)}`
}

/** Orthodox Easter Sunday in the Gregorian calendar (Meeus, Julian + 13 days until 2099). */
function orthodoxEaster(year: number): string {
  const d = (19 * (year % 19) + 15) % 30
  const n = d + ((2 * (year % 4) + 4 * (year % 7) - d + 34) % 7) + 114
  return addDays(`${year}-${two(Math.floor(n / 31))}-${two((n % 31) + 1)}`, 13)
}

const onOrAfter = (day: string, weekday: number): string => addDays(day, (weekday - weekdayOf(day) + 7) % 7)
const lastMonday = (year: number, month: number): string => {
  const end = addDays(month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`, -1)
  return addDays(end, -((weekdayOf(end) + 6) % 7))
}
const fixed =
  (year: number) =>
  (month: number, day: number, name: Name): Named => [`${year}-${two(month)}-${two(day)}`, name]
const after =
  (sunday: string) =>
  (days: number, name: Name): Named => [addDays(sunday, days), name]

/** What falls on a weekend is made up for on the next weekday that is free (Great Britain). */
function substituted(days: readonly Named[]): Named[] {
  const taken = new Set<string>()
  return days.map(([day, name]) => {
    let free = day
    while (weekdayOf(free) > 5 || taken.has(free)) free = addDays(free, 1)
    taken.add(free)
    return [free, name]
  })
}

const byCountry: Readonly<Record<string, (year: number) => Named[]>> = {
  SE: year => {
    const [on, at] = [fixed(year), after(easter(year))]
    const midsummer = onOrAfter(`${year}-06-20`, 6)
    return [
      on(1, 1, 'new-year'),
      on(1, 6, 'epiphany'),
      at(-2, 'good-friday'),
      at(0, 'easter'),
      at(1, 'easter-monday'),
      on(5, 1, 'labour-day'),
      at(39, 'ascension'),
      at(49, 'whitsun'),
      on(6, 6, 'national-day'),
      [addDays(midsummer, -1), 'midsummer-eve'],
      [midsummer, 'midsummer'],
      [onOrAfter(`${year}-10-31`, 6), 'all-saints'],
      on(12, 24, 'christmas-eve'),
      on(12, 25, 'christmas'),
      on(12, 26, 'second-christmas'),
      on(12, 31, 'new-year-eve'),
    ]
  },
  NO: year => {
    const [on, at] = [fixed(year), after(easter(year))]
    return [
      on(1, 1, 'new-year'),
      at(-3, 'maundy-thursday'),
      at(-2, 'good-friday'),
      at(0, 'easter'),
      at(1, 'easter-monday'),
      on(5, 1, 'labour-day'),
      on(5, 17, 'constitution-day'),
      at(39, 'ascension'),
      at(49, 'whitsun'),
      at(50, 'whit-monday'),
      on(12, 25, 'christmas'),
      on(12, 26, 'second-christmas'),
    ]
  },
  NL: year => {
    const [on, at] = [fixed(year), after(easter(year))]
    return [
      on(1, 1, 'new-year'),
      at(0, 'easter'),
      at(1, 'easter-monday'),
      weekdayOf(`${year}-04-27`) === 7 ? on(4, 26, 'kings-day') : on(4, 27, 'kings-day'),
      on(5, 5, 'liberation-day'),
      at(39, 'ascension'),
      at(49, 'whitsun'),
      at(50, 'whit-monday'),
      on(12, 25, 'christmas'),
      on(12, 26, 'second-christmas'),
    ]
  },
  RO: year => {
    const [on, at] = [fixed(year), after(orthodoxEaster(year))]
    return [
      on(1, 1, 'new-year'),
      on(1, 2, 'new-year'),
      ...(year >= 2024 ? [on(1, 6, 'epiphany'), on(1, 7, 'saint-john')] : []),
      on(1, 24, 'unification-day'),
      at(-2, 'good-friday'),
      at(0, 'easter'),
      at(1, 'easter-monday'),
      on(5, 1, 'labour-day'),
      on(6, 1, 'childrens-day'),
      at(49, 'whitsun'),
      at(50, 'whit-monday'),
      on(8, 15, 'assumption'),
      on(11, 30, 'saint-andrew'),
      on(12, 1, 'national-day'),
      on(12, 25, 'christmas'),
      on(12, 26, 'second-christmas'),
    ]
  },
  PT: year => {
    const [on, at] = [fixed(year), after(easter(year))]
    return [
      on(1, 1, 'new-year'),
      at(-2, 'good-friday'),
      at(0, 'easter'),
      on(4, 25, 'freedom-day'),
      on(5, 1, 'labour-day'),
      at(60, 'corpus-christi'),
      on(6, 10, 'national-day'),
      on(8, 15, 'assumption'),
      on(10, 5, 'republic-day'),
      on(11, 1, 'all-saints'),
      on(12, 1, 'restoration-day'),
      on(12, 8, 'immaculate-conception'),
      on(12, 25, 'christmas'),
    ]
  },
  GB: year => {
    const [on, at] = [fixed(year), after(easter(year))]
    return [
      ...substituted([on(1, 1, 'new-year')]),
      at(-2, 'good-friday'),
      at(1, 'easter-monday'),
      [onOrAfter(`${year}-05-01`, 1), 'bank-holiday'],
      [lastMonday(year, 5), 'bank-holiday'],
      [lastMonday(year, 8), 'bank-holiday'],
      ...substituted([on(12, 25, 'christmas'), on(12, 26, 'second-christmas')]),
    ]
  },
  IE: year => {
    const [on, at] = [fixed(year), after(easter(year))]
    const brigid = weekdayOf(`${year}-02-01`) === 5 ? `${year}-02-01` : onOrAfter(`${year}-02-01`, 1)
    return [
      on(1, 1, 'new-year'),
      [brigid, 'saint-brigid'],
      on(3, 17, 'saint-patrick'),
      at(1, 'easter-monday'),
      [onOrAfter(`${year}-05-01`, 1), 'bank-holiday'],
      [onOrAfter(`${year}-06-01`, 1), 'bank-holiday'],
      [onOrAfter(`${year}-08-01`, 1), 'bank-holiday'],
      [lastMonday(year, 10), 'bank-holiday'],
      on(12, 25, 'christmas'),
      on(12, 26, 'second-christmas'),
    ]
  },
}

/** Countries whose holidays are told here. */
export const ownCountries: ReadonlySet<string> = new Set(Object.keys(byCountry))

/** The public holidays of a country (ISO 3166) from a year to a year; none where its act is not known. */
export function holidaysIn(country: string, from: number, until: number): ReadonlyMap<string, HolidayKey> {
  const of = byCountry[country]
  const days = new Map<string, HolidayKey>()
  for (let year = from; of && year <= until; year++)
    for (const [day, name] of of(year)) days.set(day, `page.holiday.${name}` as HolidayKey)
  return days
}

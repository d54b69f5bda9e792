/**
 * Reads a day as one says it: `+3`, `+2w`, `tue`, `tue 14`, `14`, `14/12`, `14.12.2026`, `14 dec`, `dec 14`, `2026-12-14`, `w49`,
 * `today`, `tomorrow`; names in the person's language and in English. What has no year or month means the next one coming.
 */
import { addDays, addMonths, dayFrom, mondayOf, weekdayOf, weekOf } from './day.ts'
import { wordLocale } from '../../kernel/language/catalogue.ts'
import { dateFormat } from './locale.ts'

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.,]/g, ' ').replace(/\s+/g, ' ').trim()

interface Names {
  readonly weekdays: readonly string[]
  readonly months: readonly string[]
  /** today, tomorrow, the day after, yesterday */
  readonly near: ReadonlyMap<string, number>
}

const known = new Map<string, Names>()

/** Names as Intl has them, so that no catalogue is needed. */
function namesOf(language: string): Names {
  let names = known.get(language)
  if (names) return names
  const locale = wordLocale(language)
  const weekday = dateFormat(locale, { timeZone: 'UTC', weekday: 'long' })
  const month = dateFormat(locale, { timeZone: 'UTC', month: 'long' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  names = {
    weekdays: [1, 2, 3, 4, 5, 6, 7].map(day => fold(weekday.format(new Date(Date.UTC(2024, 0, day))))),
    months: Array.from({ length: 12 }, (_, index) => fold(month.format(new Date(Date.UTC(2024, index, 15))))),
    near: new Map([0, 1, 2, -1].map(days => [fold(relative.format(days, 'day')), days])),
  }
  known.set(language, names)
  return names
}

/** Index from 1 of the name that the text begins, at least two letters and only one; 0 when none. */
function indexOf(text: string, names: readonly string[]): number {
  if (text.length < 2) return 0
  const hits = names.flatMap((name, index) => (name.startsWith(text) ? [index + 1] : []))
  const exact = names.indexOf(text)
  if (exact >= 0) return exact + 1
  return hits.length === 1 || (hits.length > 1 && text.length >= 3) ? (hits[0] ?? 0) : 0
}

/** The first name of any language that fits. */
function find(text: string, language: string, list: 'weekdays' | 'months'): number {
  return indexOf(text, namesOf(language)[list]) || indexOf(text, namesOf('en')[list])
}

/** The next time that weekday comes; today when `today` is one. */
const comingWeekday = (weekday: number, today: string): string => addDays(today, (weekday - weekdayOf(today) + 7) % 7)

/** The next month whose day of that number exists, from today on. */
function comingDay(number: number, today: string): string | null {
  for (let months = 0; months < 3; months++) {
    const month = addMonths(`${today.slice(0, 8)}01`, months)
    const day = dayFrom(Number(month.slice(0, 4)), Number(month.slice(5, 7)), number)
    if (day && day >= today) return day
  }
  return null
}

/** `tue 14`: the next 14th that is a Tuesday within three months; else the next 14th, since the number is surer than the name. */
function weekdayAndDay(weekday: number, number: number, today: string): string | null {
  for (let months = 0; months < 4; months++) {
    const month = addMonths(`${today.slice(0, 8)}01`, months)
    const day = dayFrom(Number(month.slice(0, 4)), Number(month.slice(5, 7)), number)
    if (day && day >= today && weekdayOf(day) === weekday) return day
  }
  return comingDay(number, today)
}

function dayAndMonth(number: number, month: number, yearText: string | undefined, today: string): string | null {
  if (yearText) return dayFrom(yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText), month, number)
  const year = Number(today.slice(0, 4))
  const day = dayFrom(year, month, number)
  return day && day >= today ? day : dayFrom(year + 1, month, number)
}

function byOffset(text: string, today: string): string | null {
  const match = /^([+-])\s?(\d{1,4})\s?([a-z]?)/.exec(text)
  if (!match) return null
  const size = Number(match[2]) * (match[1] === '-' ? -1 : 1)
  const unit = match[3] ?? ''
  if ('wvus'.includes(unit) && unit) return addDays(today, size * 7)
  if (unit === 'm' || unit === 'l') return addMonths(today, size)
  return addDays(today, size)
}

function byFigures(text: string, today: string): string | null {
  const isoDay = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (isoDay) return dayFrom(Number(isoDay[1]), Number(isoDay[2]), Number(isoDay[3]))
  const parts = /^(\d{1,2})(?:[\s/-](\d{1,2}))?(?:[\s/-](\d{4}|\d{2}))?$/.exec(text)
  if (!parts) return null
  if (!parts[2]) return comingDay(Number(parts[1]), today)
  return dayAndMonth(Number(parts[1]), Number(parts[2]), parts[3], today)
}

function byWeek(text: string, language: string, today: string): string | null {
  const match = /^(?:w|v|u|s|week|vecka|uke|sapt|sem)\s?(\d{1,2})(?:\s(\p{L}+))?$/u.exec(text)
  const number = Number(match?.[1])
  if (!match || number < 1 || number > 53) return null
  const now = weekOf(today)
  const weekday = match[2] ? find(match[2], language, 'weekdays') : 1
  if (!weekday) return null
  return addDays(mondayOf(number < now.week ? now.year + 1 : now.year, number), weekday - 1)
}

function byNames(text: string, language: string, today: string): string | null {
  const words = text
    .replace(/(\d)(st|nd|rd|th|:e|:a)\b/g, '$1')
    .split(' ')
    .filter(word => word !== 'de')
  const [first = '', second = '', third] = words
  const weekday = find(first, language, 'weekdays')
  if (weekday && !second) return comingWeekday(weekday, today)
  if (weekday && /^\d{1,2}$/.test(second) && !third) return weekdayAndDay(weekday, Number(second), today)
  const rest = weekday ? words.slice(1) : words
  const [a = '', b = '', year] = rest
  if (/^\d{1,2}$/.test(a) && find(b, language, 'months'))
    return dayAndMonth(Number(a), find(b, language, 'months'), year, today)
  if (/^\d{1,2}$/.test(b) && find(a, language, 'months'))
    return dayAndMonth(Number(b), find(a, language, 'months'), year, today)
  return null
}

/** The day that is meant, or null. */
export function readDay(text: string, today: string, language: string): string | null {
  const said = fold(text)
  if (!said) return null
  const near = namesOf(language).near.get(said) ?? namesOf('en').near.get(said)
  if (near !== undefined) return addDays(today, near)
  return (
    byOffset(said, today) ?? byFigures(said, today) ?? byWeek(said, language, today) ?? byNames(said, language, today)
  )
}

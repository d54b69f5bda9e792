/** Office days are ISO strings (`2026-11-24`) here as on the wire; arithmetic is done in UTC, where no day has 23 hours. */
import { wordLocale } from '../../kernel/language/catalogue.ts'
import { dateFormat } from './locale.ts'

const nbsp = '\u00a0'
const dayLength = 86_400_000

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)
const iso = (date: Date): string => date.toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => iso(new Date(utc(day).getTime() + days * dayLength))

/** Whole days from one to the other. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / dayLength)

/** Monday 1 to Sunday 7. */
export const weekdayOf = (day: string): number => utc(day).getUTCDay() || 7

/** Adds months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: string, months: number): string {
  const date = utc(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return iso(date)
}

/** ISO 8601 week: that of the week's Thursday. */
export function weekOf(day: string): { readonly year: number; readonly week: number } {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const year = Number(thursday.slice(0, 4))
  return { year, week: Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1 }
}

/** Monday of an ISO week. */
export function mondayOf(year: number, week: number): string {
  const january4 = `${year}-01-04`
  return addDays(january4, 1 - weekdayOf(january4) + (week - 1) * 7)
}

/** A day that exists, from its parts; null for the 31st of April. */
export function dayFrom(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const date = utc(text)
  return Number.isNaN(date.getTime()) || iso(date) !== text ? null : text
}

/** The office's day at a moment. */
export function dayIn(zone: string, at: Date = new Date()): string {
  const parts = dateFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at)
  const part = (type: string) => parts.find(one => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** `09:42`, always 24 hours. */
export const timeIn = (zone: string, at: Date): string =>
  dateFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

const word = (language: string, day: string, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(wordLocale(language), { timeZone: 'UTC', ...options })
    .format(utc(day))
    .replace(/\.$/, '')

function dayAndMonth(day: string, language: string, month: 'short' | 'long'): string {
  const number = Number(day.slice(8)) + (language === 'nb' ? '.' : '')
  // British ICU writes Sept, alone with four letters among months of three.
  const name = word(language, day, { month }).replace(/^Sept$/, 'Sep')
  return [number, ...(language === 'pt' && month === 'long' ? ['de'] : []), name].join(nbsp)
}

/** `27 Nov`, with the year when it is another than today's. */
export function shortDay(day: string, language: string, today: string): string {
  const text = dayAndMonth(day, language, 'short')
  return day.slice(0, 4) === today.slice(0, 4) ? text : `${text}${nbsp}${day.slice(0, 4)}`
}

/** `20 Nov 2026` */
export const fullDay = (day: string, language: string): string =>
  `${dayAndMonth(day, language, 'short')}${nbsp}${day.slice(0, 4)}`

/** `Fri 27 Nov`, with the year when it is another than today's. */
export const weekdayDay = (day: string, language: string, today: string): string =>
  `${word(language, day, { weekday: 'short' })}${nbsp}${shortDay(day, language, today)}`

/** `Tuesday 24 November`, with the first letter raised where it opens a line. */
export function longDay(day: string, language: string, today: string = day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : `${nbsp}${day.slice(0, 4)}`
  const text = `${word(language, day, { weekday: 'long' })} ${dayAndMonth(day, language, 'long')}${year}`
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}

/** `today`, `tomorrow`, `in 3 days`, `3 weeks ago`, in the person's words. */
export function relativeDay(day: string, language: string, today: string): string {
  const days = daysBetween(today, day)
  const format = new Intl.RelativeTimeFormat(wordLocale(language), { numeric: 'auto' })
  const size = Math.abs(days)
  // Norwegian says dager of days to come; Intl says døgn, which is 24 hours.
  if (size < 14) return format.format(days, 'day').replace('døgn', 'dager')
  return size < 60 ? format.format(Math.round(days / 7), 'week') : format.format(Math.round(days / 30.44), 'month')
}

import { wordLocale } from '../../../kernel/language/catalogue.ts'
import { dateFormat } from '../../format/locale.ts'

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** `Wed` and `25`: what stands above a day. */
export function dayHead(day: string, language: string): { readonly weekday: string; readonly number: number } {
  const weekday = dateFormat(wordLocale(language), { timeZone: 'UTC', weekday: 'short' }).format(utc(day))
  return { weekday: weekday.replace(/\.$/, ''), number: Number(day.slice(8)) }
}

/** `November 2026`, raised where it opens a line. */
export function monthName(day: string, language: string, withYear = true): string {
  const name = dateFormat(wordLocale(language), {
    timeZone: 'UTC',
    month: 'long',
    ...(withYear ? { year: 'numeric' } : {}),
  }).format(utc(day))
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

/** `Monday`, or its shortest letters. */
export const weekdayName = (day: string, language: string, length: 'long' | 'short' | 'narrow'): string =>
  dateFormat(wordLocale(language), { timeZone: 'UTC', weekday: length }).format(utc(day)).replace(/\.$/, '')

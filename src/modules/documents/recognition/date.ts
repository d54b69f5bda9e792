import { fold } from './fold.ts'
import { phrasesOf, vocabularies } from './vocabulary/index.ts'

/** How a sender writes numeric dates. Years of four digits that come first need no order; `26-03-04` is Swedish. */
export type DayOrder = 'day-first' | 'month-first' | 'year-first'

/** One date found in a text, before the order of its numbers is settled. */
export interface DateText {
  /** Where in the text it begins and ends. */
  readonly start: number
  readonly end: number
  /** Every reading that is a day of the calendar, the likelier first: day-first before month-first. */
  readonly readings: readonly { readonly iso: string; readonly order: DayOrder | null }[]
  /** Eight digits in a row, which may be any number. */
  readonly compact: boolean
}

const months = new Map<string, number>()
for (const vocabulary of vocabularies) {
  for (const [index, names] of vocabulary.months.entries()) {
    for (const name of phrasesOf(names)) if (!months.has(fold(name))) months.set(fold(name), index + 1)
  }
}

/** The number of a month by its name or abbreviation in any language, or null. */
export function monthOf(word: string): number | null {
  return months.get(fold(word).replace(/[^a-z]/g, '')) ?? null
}

const numeric = /(?<![\d.,/-])(\d{1,4})(\s?[./-]\s?)(\d{1,2})\2(\d{4}|\d{2})(?!\d|[.,/-]\d)/g
const scandinavian = /(?<![\d\p{L}.,/-])(\d{1,2})\/(\d{1,2})(?:\s?-\s?(\d{4}|\d{2})|\s(20\d{2}))(?!\d|[.,/-]\d)/gu
const loose = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(20\d{2}|19\d{2})/g
const compact = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g
const dayMonth =
  /(?<![\d\p{L}])(\d{1,2})(?:st|nd|rd|th|er|e|:a|:e|\.|º|ª|,)?[\s.-]{0,3}(?:de\s|of\s|di\s)?([\p{L}]{3,12})[.,]?[\s.-]{0,3}(?:de\s|del\s)?,?\s?['’]?(\d{4}|\d{2})(?!\d|[.,]\d)/giu
const monthDay = /(?<!\p{L})(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?\s?,?\s{1,2}['’]?(\d{4})(?!\d)/giu

/** All dates in a short text. The patterns are bounded, so that no text takes long. */
export function datesIn(text: string): DateText[] {
  const found: DateText[] = []
  collect(found, text, numeric, match => numericReadings(match[1] ?? '', match[3] ?? '', match[4] ?? ''))
  collect(found, text, scandinavian, match => {
    const year = fullYear(match[3] ?? match[4] ?? '')
    return reading(year, Number(match[2]), Number(match[1]), 'day-first')
  })
  collect(found, text, dayMonth, match => named(match[3] ?? '', match[2] ?? '', match[1] ?? ''))
  collect(found, text, monthDay, match => named(match[3] ?? '', match[1] ?? '', match[2] ?? ''))
  collect(found, text, loose, match => numericReadings(match[1] ?? '', match[3] ?? '', match[4] ?? ''))
  collect(found, text, compact, match => reading(Number(match[1]), Number(match[2]), Number(match[3]), null))
  return found.sort((a, b) => a.start - b.start)
}

function collect(
  found: DateText[],
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => DateText['readings'],
): void {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [start, end] = [match.index, match.index + match[0].length]
    if (found.some(one => one.start < end && start < one.end)) continue
    const readings = read(match)
    if (readings.length > 0) found.push({ start, end, readings, compact: pattern === compact })
    else pattern.lastIndex = match.index + 1
  }
}

function named(year: string, month: string, day: string): DateText['readings'] {
  const number = monthOf(month)
  return number === null ? [] : reading(fullYear(year), number, Number(day), null)
}

function numericReadings(a: string, b: string, c: string): DateText['readings'] {
  if (a.length === 3) return []
  if (a.length === 4) return c.length === 2 ? reading(Number(a), Number(b), Number(c), null) : []
  const first = Number(a)
  const second = Number(b)
  const year = fullYear(c)
  const readings = [...reading(year, second, first, 'day-first')]
  if (first !== second) readings.push(...reading(year, first, second, 'month-first'))
  const yearFirst = a.length === 2 && c.length === 2 ? reading(fullYear(a), second, Number(c), 'year-first') : []
  if (first === second && yearFirst.length === 0) return readings.map(one => ({ ...one, order: null }))
  return [...readings, ...yearFirst.filter(one => readings.every(other => other.iso !== one.iso))]
}

function fullYear(text: string): number {
  const year = Number(text)
  if (text.length !== 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function reading(year: number, month: number, day: number, order: DayOrder | null): DateText['readings'] {
  const iso = isoDate(year, month, day)
  return iso ? [{ iso, order }] : []
}

/** YYYY-MM-DD of a day of the calendar between 1900 and 2199, or null. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day > last) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The day `days` after an ISO date. */
export function daysAfter(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** First and last day of a month. */
export function monthSpan(year: number, month: number): { readonly from: string; readonly to: string } | null {
  const from = isoDate(year, month, 1)
  const to = isoDate(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate())
  return from && to ? { from, to } : null
}

/** Recurrence rules as they are written (RFC 5545, 3.3.10). */
import { dayNumber, daySeconds } from './civil.ts'
import { IcalRefused } from './refused.ts'

export const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]

/** A weekday, and which one of its month or year; 0: every one. */
export interface WeekdayRule {
  readonly nth: number
  /** 0 Monday to 6 Sunday. */
  readonly weekday: number
}

/** The last moment of a rule: a day, a time on the event's own clock, or an instant, each as seconds since 1970. */
export interface Until {
  readonly kind: 'day' | 'local' | 'utc'
  readonly seconds: number
}

export interface Rule {
  readonly frequency: Frequency
  readonly interval: number
  readonly count: number | null
  readonly until: Until | null
  /** 0 Monday to 6 Sunday. */
  readonly weekStart: number
  readonly months: readonly number[]
  readonly weekNumbers: readonly number[]
  readonly yearDays: readonly number[]
  readonly monthDays: readonly number[]
  readonly weekdays: readonly WeekdayRule[]
  readonly hours: readonly number[]
  readonly minutes: readonly number[]
  readonly seconds: readonly number[]
  readonly positions: readonly number[]
}

export const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** YYYYMMDD (with a Z that means nothing, as Google's birthdays have), YYYYMMDDTHHMMSS, and that with Z; null for anything else, and for the 30th of February. */
export function momentOf(text: string): Until | null {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?|Z)?$/.exec(text)
  if (!found) return null
  const [year, month, day, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(part => Number(part ?? 0))
  if (month! < 1 || month! > 12 || day! < 1 || hour > 23 || minute > 59 || second > 60) return null
  const number = dayNumber(year!, month!, day!)
  if (number >= dayNumber(year!, month! + 1, 1)) return null
  const seconds = number * daySeconds + hour * 3600 + minute * 60 + Math.min(second, 59)
  return { kind: found[4] === undefined ? 'day' : found[7] ? 'utc' : 'local', seconds }
}

type Parts = ReadonlyMap<string, string>

/** Whole numbers of a list, each between bounds; signed ones are never zero. */
function numbers(parts: Parts, name: string, least: number, most: number, signed = false): number[] {
  const text = parts.get(name)
  if (text === undefined) return []
  const list = text.split(',').map(item => {
    const number = /^[+-]?\d{1,5}$/.test(item) ? Number(item) : Number.NaN
    const size = signed ? Math.abs(number) : number
    if (!(size >= least && size <= most)) throw new RangeError(`${name}=${text}`)
    return number
  })
  return [...new Set(list)]
}

function weekdaysOf(parts: Parts): WeekdayRule[] {
  const text = parts.get('BYDAY')
  if (text === undefined) return []
  return text.split(',').map(item => {
    const found = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(item)
    const nth = Number(found?.[1] ?? 0)
    if (!found || Math.abs(nth) > 53 || (found[1] !== undefined && nth === 0)) throw new RangeError(`BYDAY=${text}`)
    return { nth, weekday: weekdayNames.indexOf(found[2] as (typeof weekdayNames)[number]) }
  })
}

function whole(parts: Parts, name: string): number | null {
  const text = parts.get(name)
  if (text === undefined) return null
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) throw new RangeError(`${name}=${text}`)
  return Number(text)
}

function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>()
  for (const item of text.toUpperCase().split(';').filter(Boolean)) {
    const [name = '', value = '', ...more] = item.split('=')
    if (!/^[A-Z-]+$/.test(name) || value === '' || more.length > 0 || parts.has(name)) throw new RangeError(item)
    parts.set(name.trim(), value.trim())
  }
  return parts
}

function ruleOf(text: string): Rule {
  const parts = partsOf(text)
  const frequency = frequencies.find(one => one === parts.get('FREQ'))
  if (!frequency) throw new RangeError('FREQ')
  const untilText = parts.get('UNTIL')
  const until = untilText === undefined ? null : momentOf(untilText)
  if (untilText !== undefined && !until) throw new RangeError(`UNTIL=${untilText}`)
  const weekStart = weekdayNames.indexOf((parts.get('WKST') ?? 'MO') as (typeof weekdayNames)[number])
  if (weekStart < 0) throw new RangeError('WKST')
  return {
    frequency,
    interval: whole(parts, 'INTERVAL') ?? 1,
    count: whole(parts, 'COUNT'),
    until,
    weekStart,
    months: numbers(parts, 'BYMONTH', 1, 12),
    weekNumbers: numbers(parts, 'BYWEEKNO', 1, 53, true),
    yearDays: numbers(parts, 'BYYEARDAY', 1, 366, true),
    monthDays: numbers(parts, 'BYMONTHDAY', 1, 31, true),
    weekdays: weekdaysOf(parts),
    hours: numbers(parts, 'BYHOUR', 0, 23),
    minutes: numbers(parts, 'BYMINUTE', 0, 59),
    seconds: numbers(parts, 'BYSECOND', 0, 60).map(second => Math.min(second, 59)),
    positions: numbers(parts, 'BYSETPOS', 1, 366, true),
  }
}

/** Reads a rule; `line` is told where it cannot be read. Parts that are unknown (`X-`, `RSCALE=GREGORIAN`) are passed over. */
export function parseRule(text: string, line = 0): Rule {
  try {
    return ruleOf(text)
  } catch (thrown) {
    throw new IcalRefused('ical-rule', line, (thrown as Error).message)
  }
}

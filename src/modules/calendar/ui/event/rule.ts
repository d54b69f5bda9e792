/** The repetitions that one says in words, as the rules of RFC 5545 and back; every other rule stays as it is written. */
import { addDays, weekdayOf } from '../../../../web/format/day.ts'

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

export interface SaidRule {
  readonly every: 'day' | 'week' | 'month' | 'year'
  readonly interval: number
  /** Of weeks: Monday 1 to Sunday 7. */
  readonly weekdays: readonly number[]
  /** Of months: on its day, or on the so-manieth weekday; 5 is the last. */
  readonly nth: number | null
  readonly until: string | null
  readonly count: number | null
}

const frequencies = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const
const names = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const

/** A rule as one says it; null for one that has more to it. */
export function readRule(rule: string, first: string): SaidRule | null {
  const parts = new Map(rule.split(';').map(part => part.toUpperCase().split('=') as [string, string]))
  const every = frequencies[parts.get('FREQ') as keyof typeof frequencies]
  const said = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'UNTIL', 'COUNT', 'WKST', 'BYMONTH']
  if (!every || [...parts.keys()].some(key => !said.includes(key))) return null
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const until = parts.get('UNTIL')
  const byDay = parts.get('BYDAY')?.split(',') ?? []
  const monthDay = parts.get('BYMONTHDAY')
  const month = parts.get('BYMONTH')
  if (monthDay && (every === 'week' || every === 'day' || Number(monthDay) !== Number(first.slice(8)))) return null
  if (month && (every !== 'year' || Number(month) !== Number(first.slice(5, 7)))) return null
  const ends = {
    interval,
    until: until ? `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` : null,
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null,
  }
  const plainDays = byDay.every(code => (codes as readonly string[]).includes(code))
  const weekdays = byDay.map(code => (codes as readonly string[]).indexOf(code) + 1).toSorted((a, b) => a - b)
  if (every === 'week')
    return plainDays ? { every, ...ends, weekdays: weekdays.length ? weekdays : [weekdayOf(first)], nth: null } : null
  if (every === 'day' && plainDays && byDay.length > 0)
    return interval === 1 ? { every: 'week', ...ends, weekdays, nth: null } : null
  if (every === 'month' && byDay.length === 1) {
    const match = /^(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)$/.exec(byDay[0] ?? '')
    if (!match || codes.indexOf(match[2] as 'MO') + 1 !== weekdayOf(first)) return null
    return { every, ...ends, weekdays: [], nth: match[1] === '-1' ? 5 : Number(match[1]) }
  }
  return byDay.length ? null : { every, ...ends, weekdays: [], nth: null }
}

/** The rule of what was said, for something that first takes place on that day. */
export function writeRule(said: SaidRule, first: string): string {
  const parts = [`FREQ=${names[said.every]}`]
  if (said.interval > 1) parts.push(`INTERVAL=${said.interval}`)
  if (said.every === 'week') parts.push(`BYDAY=${said.weekdays.map(day => codes[day - 1]).join(',')}`)
  if (said.every === 'month')
    parts.push(
      said.nth === null
        ? `BYMONTHDAY=${Number(first.slice(8))}`
        : `BYDAY=${said.nth === 5 ? -1 : said.nth}${codes[weekdayOf(first) - 1]}`,
    )
  if (said.count) parts.push(`COUNT=${said.count}`)
  else if (said.until) parts.push(`UNTIL=${addDays(said.until, 0).replaceAll('-', '')}T235959Z`)
  return parts.join(';')
}

/** Which of its weekdays in its month a day is; 5: the last. */
export function nthOf(day: string): number {
  const next = addDays(day, 7)
  return next.slice(0, 7) !== day.slice(0, 7) && Number(day.slice(8)) > 28 ? 5 : Math.ceil(Number(day.slice(8)) / 7)
}

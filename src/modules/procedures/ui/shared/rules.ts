/** Rules as people choose them: the simple ones have names, all others are their RRULE. */
export interface WireRule {
  readonly rrule: string
  readonly fromOn: string
  readonly shift?: 'none' | 'before' | 'after' | undefined
}

export const ruleKinds = [
  'week',
  'two-weeks',
  'day-of-month',
  'workday-of-month',
  'last-workday',
  'quarter',
  'year',
  'own',
] as const
export type RuleKind = (typeof ruleKinds)[number]

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

export interface Chosen {
  readonly kind: RuleKind
  /** The weekday (1 Monday), the day of the month or the number of the working day. */
  readonly n: number
}

/** What a rule is among the simple ones. */
export function chosenOf({ rrule, fromOn }: WireRule): Chosen {
  const week = /^FREQ=WEEKLY;(INTERVAL=2;)?BYDAY=([A-Z]{2})$/.exec(rrule)
  if (week) return { kind: week[1] ? 'two-weeks' : 'week', n: days.indexOf(week[2]!) + 1 }
  const day = /^FREQ=MONTHLY;BYMONTHDAY=(\d+)$/.exec(rrule)
  if (day) return { kind: 'day-of-month', n: Number(day[1]) }
  const workday = /^FREQ=MONTHLY;BYWORKDAY=(-?\d+)$/.exec(rrule)
  if (workday)
    return workday[1] === '-1' ? { kind: 'last-workday', n: -1 } : { kind: 'workday-of-month', n: Number(workday[1]) }
  if (rrule === quarterly) return { kind: 'quarter', n: 0 }
  if (rrule === yearly(fromOn)) return { kind: 'year', n: 0 }
  return { kind: 'own', n: 0 }
}

const quarterly = 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'
const yearly = (fromOn: string): string =>
  `FREQ=YEARLY;BYMONTH=${Number(fromOn.slice(5, 7))};BYMONTHDAY=${Number(fromOn.slice(8, 10))}`

/** The RRULE of what was chosen. */
export function rruleOf({ kind, n }: Chosen, fromOn: string, own: string): string {
  const day = days[Math.min(Math.max(n, 1), 7) - 1]
  switch (kind) {
    case 'week':
      return `FREQ=WEEKLY;BYDAY=${day}`
    case 'two-weeks':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}`
    case 'day-of-month':
      return `FREQ=MONTHLY;BYMONTHDAY=${Math.min(Math.max(n, 1), 31)}`
    case 'workday-of-month':
      return `FREQ=MONTHLY;BYWORKDAY=${Math.min(Math.max(n, 1), 23)}`
    case 'last-workday':
      return 'FREQ=MONTHLY;BYWORKDAY=-1'
    case 'quarter':
      return quarterly
    case 'year':
      return yearly(fromOn)
    case 'own':
      return own
  }
}

/** How days are named in the reader's language. */
export interface DayNames {
  /** 1 is Monday. */
  readonly weekday: (n: number) => string
  /** Months by number, shortly: `Feb–Jul, Sep`. */
  readonly months: (numbers: readonly number[]) => string
  readonly on: (day: string) => string
}

/** The key and parameters that say a rule in words; null where only its RRULE says it. */
export function ruleSentence(rule: WireRule, { weekday, months, on }: DayNames) {
  const { kind, n } = chosenOf(rule)
  if (kind === 'own') return ownSentence(rule.rrule, weekday, months)
  if (kind === 'last-workday') return { key: 'rhythm.last-workday', params: {} }
  return { key: `rhythm.${kind}`, params: { n, day: weekday(n), on: on(rule.fromOn) } }
}

/** What is not among the simple ones, but often in laws and contracts. */
function ownSentence(rrule: string, weekday: DayNames['weekday'], months: DayNames['months']) {
  if (/^FREQ=(DAILY|WEEKLY);BYDAY=MO,TU,WE,TH,FR$/.test(rrule)) return { key: 'rhythm.workdays', params: {} }
  if (rrule === 'FREQ=MONTHLY;BYMONTHDAY=-1') return { key: 'rhythm.last-day', params: {} }
  const ofMonth = /^FREQ=MONTHLY;BYDAY=(-1|[1-5])([A-Z]{2})$/.exec(rrule)
  if (ofMonth) {
    const params = { day: weekday(days.indexOf(ofMonth[2]!) + 1), n: Number(ofMonth[1]) }
    return { key: params.n === -1 ? 'rhythm.last-weekday' : 'rhythm.weekday-of-month', params }
  }
  const ofYear = /^FREQ=YEARLY;BYMONTH=([\d,]+);BYMONTHDAY=(-1|\d+)$/.exec(rrule)
  if (!ofYear) return null
  const params = { n: Number(ofYear[2]), months: months(ofYear[1]!.split(',').map(Number)) }
  return { key: params.n === -1 ? 'rhythm.last-day-of-months' : 'rhythm.day-of-months', params }
}

/** Months that follow each other are one span: `Feb–Jul, Sep–Dec`. */
export function monthSpans(numbers: readonly number[], name: (month: number) => string): string {
  const spans: [from: number, to: number][] = []
  for (const month of numbers.toSorted((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last && last[1] === month - 1) last[1] = month
    else spans.push([month, month])
  }
  return spans
    .map(([from, to]) => (from === to ? name(from) : `${name(from)}${to === from + 1 ? ', ' : '–'}${name(to)}`))
    .join(', ')
}

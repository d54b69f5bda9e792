import type { EntryWords } from './entry-words/index.ts'
import { timeAt } from './entry-time.ts'
import { matchOneOf, matchPhrase, type Token } from './entry-tokens.ts'
import type { WorkingCalendar } from './working-days.ts'

type Date = Temporal.PlainDate

export interface EntryContext {
  readonly today: Date
  readonly words: EntryWords
  readonly calendar: WorkingCalendar
  /** Words of a language that is not the writer's own: only what cannot be anything else counts. */
  readonly strict: boolean
}

export interface FoundDate {
  readonly date: Date
  readonly tokens: number
  /** A bare number after it is a time of day ("tue 14"), not a day of the month. */
  readonly takesHour: boolean
}

/** The date that begins at this token, a preposition before it included. */
export function dateAt(tokens: readonly Token[], at: number, context: EntryContext): FoundDate | null {
  const bare = bareDateAt(tokens, at, context, false)
  if (bare) return bare
  for (let before = matchPhrase(tokens, at, context.words.by); before > 0; before--) {
    const found = bareDateAt(tokens, at + before, context, true)
    if (found) return { ...found, tokens: found.tokens + before }
  }
  return null
}

function bareDateAt(tokens: readonly Token[], at: number, context: EntryContext, led: boolean): FoundDate | null {
  return (
    numericDate(tokens, at, context) ??
    namedMonth(tokens, at, context) ??
    relative(tokens, at, context) ??
    weekdayDate(tokens, at, context, led)
  )
}

/** The date with this day and month that comes next; with a year, that of the year. */
function upcoming(context: EntryContext, month: number, day: number, year?: number): Date | null {
  const make = (y: number) => {
    try {
      return Temporal.PlainDate.from({ year: y, month, day }, { overflow: 'reject' })
    } catch {
      return null
    }
  }
  if (year !== undefined) {
    const whole = year < 100 ? 2000 + year : year
    return whole >= 1900 && whole <= 2200 ? make(whole) : null
  }
  for (let y = context.today.year; y <= context.today.year + 8; y++) {
    const date = make(y)
    if (date && Temporal.PlainDate.compare(date, context.today) >= 0) return date
  }
  return null
}

/** 2026-11-14, 14.11., 14.11.2026, 14/11, 14-11-2026, +3, +2w: day before month, as all six write it. */
function numericDate(tokens: readonly Token[], at: number, context: EntryContext): FoundDate | null {
  const word = tokens[at]?.lower ?? ''
  const found = (date: Date | null): FoundDate | null => date && { date, tokens: 1, takesHour: true }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word)
  if (iso) return found(upcoming(context, Number(iso[2]), Number(iso[3]), Number(iso[1])))
  const written = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/.exec(word)
  // "12-13" and "1-2" are as likely ranges: a hyphen needs its year
  if (written && (written[2] !== '-' || written[4]))
    return found(upcoming(context, Number(written[3]), Number(written[1]), written[4] ? Number(written[4]) : undefined))
  const ahead = /^\+(\d{1,3})([dw]?)$/.exec(word)
  if (ahead)
    return found(context.today.add(ahead[2] === 'w' ? { weeks: Number(ahead[1]) } : { days: Number(ahead[1]) }))
  return null
}

/** "14 nov", "14. november 2026", "14 de novembro", "nov 14", "14th of May". */
function namedMonth(tokens: readonly Token[], at: number, context: EntryContext): FoundDate | null {
  const { months, of } = context.words
  const dayFirst = dayNumber(tokens[at])
  if (dayFirst !== null) {
    const skipped = 1 + matchPhrase(tokens, at + 1, of)
    const month = matchOneOf(tokens, at + skipped, months)
    return month ? withYear(tokens, at, skipped + month[1], month[0] + 1, dayFirst, context) : null
  }
  const month = matchOneOf(tokens, at, months)
  const day = month && dayNumber(tokens[at + month[1]])
  return month && day !== null ? withYear(tokens, at, month[1] + 1, month[0] + 1, day, context) : null
}

function withYear(
  tokens: readonly Token[],
  at: number,
  used: number,
  month: number,
  day: number,
  context: EntryContext,
): FoundDate | null {
  let taken = used + matchPhrase(tokens, at + used, context.words.of)
  const year = /^(20\d\d)$/.exec(tokens[at + taken]?.lower ?? '')
  if (!year) taken = used
  const date = upcoming(context, month, day, year ? Number(year[1]) : undefined)
  return date && { date, tokens: taken + (year ? 1 : 0), takesHour: true }
}

function dayNumber(token: Token | undefined): number | null {
  const match = /^(\d{1,2})(?:st|nd|rd|th|:e|:a|\.|e|de|ste|º)?$/.exec(token?.lower ?? '')
  const day = Number(match?.[1] ?? 0)
  return day >= 1 && day <= 31 ? day : null
}

/** Today, tomorrow, in 3 days, next week, week 48. */
function relative(tokens: readonly Token[], at: number, context: EntryContext): FoundDate | null {
  const { today, words } = context
  const found = (tokensUsed: number, date: Date): FoundDate => ({ date, tokens: tokensUsed, takesHour: true })
  for (const [phrases, days] of [
    [words.dayAfterTomorrow, 2],
    [words.tomorrow, 1],
    [words.today, 0],
  ] as const) {
    const length = matchPhrase(tokens, at, phrases)
    if (length > 0) return found(length, today.add({ days }))
  }
  return inUnits(tokens, at, context) ?? nextUnit(tokens, at, context) ?? weekNumber(tokens, at, context)
}

function inUnits(tokens: readonly Token[], at: number, context: EntryContext): FoundDate | null {
  const { today, words, calendar } = context
  const lead = matchPhrase(tokens, at, words.within)
  if (lead === 0) return null
  const amount = amountAt(tokens, at + lead, words)
  const unit =
    amount &&
    matchOneOf(tokens, at + lead + amount.tokens, [words.day, words.week, words.month, words.year, words.workday])
  if (!amount || !unit) return null
  const n = amount.value
  const tokensUsed = lead + amount.tokens + unit[1]
  if (unit[0] === 4) {
    let date = today
    for (let i = 0; i < n; i++) date = calendar.onOrAfter(date.add({ days: 1 }))
    return { date, tokens: tokensUsed, takesHour: true }
  }
  const date = today.add([{ days: n }, { weeks: n }, { months: n }, { years: n }][unit[0]]!)
  return { date, tokens: tokensUsed, takesHour: true }
}

export function amountAt(
  tokens: readonly Token[],
  at: number,
  words: EntryWords,
): { value: number; tokens: number } | null {
  const digits = /^\d{1,3}$/.exec(tokens[at]?.lower ?? '')
  if (digits) return { value: Number(digits[0]), tokens: 1 }
  const word = matchOneOf(tokens, at, [words.one, words.two, words.three])
  return word && { value: word[0] + 1, tokens: word[1] }
}

/** Next week is its Monday, next month its first working day. */
function nextUnit(tokens: readonly Token[], at: number, context: EntryContext): FoundDate | null {
  const { today, words, calendar } = context
  const lead = matchPhrase(tokens, at, words.next)
  const unit = matchOneOf(tokens, at + lead, [words.week, words.month])
  if (!unit) return null
  const tail = lead > 0 ? 0 : matchPhrase(tokens, at + unit[1], words.nextAfter)
  if (lead === 0 && tail === 0) return null
  const date =
    unit[0] === 0
      ? today.add({ days: 8 - today.dayOfWeek })
      : calendar.onOrAfter(today.with({ day: 1 }).add({ months: 1 }))
  return { date, tokens: lead + unit[1] + tail, takesHour: false }
}

/** "v48", "week 48": by the Friday of that ISO week. */
function weekNumber(tokens: readonly Token[], at: number, context: EntryContext): FoundDate | null {
  const { today, words } = context
  const joined = /^(?:v|w|wk|u)\.?(\d{1,2})$/.exec(tokens[at]?.lower ?? '')
  const lead = matchPhrase(tokens, at, words.weekNumber)
  const digits = joined?.[1] ?? (lead > 0 ? /^\d{1,2}$/.exec(tokens[at + lead]?.lower ?? '')?.[0] : undefined)
  const week = Number(digits ?? 0)
  if (week < 1 || week > 53) return null
  for (const year of [today.year, today.year + 1]) {
    const monday = Temporal.PlainDate.from({ year, month: 1, day: 4 })
    const friday = monday.subtract({ days: monday.dayOfWeek - 1 }).add({ weeks: week - 1, days: 4 })
    if (friday.weekOfYear === week && Temporal.PlainDate.compare(friday, today) >= 0)
      return { date: friday, tokens: joined ? 1 : lead + 1, takesHour: false }
  }
  return null
}

/** A weekday is the next one after today; with "next" that of next week. A date after it says the same more exactly. */
function weekdayDate(tokens: readonly Token[], at: number, context: EntryContext, led: boolean): FoundDate | null {
  const { today, words } = context
  const lead = matchPhrase(tokens, at, words.next)
  const weekday = matchOneOf(tokens, at + lead, words.weekdays)
  if (!weekday) return null
  const end = at + lead + weekday[1]
  if (!isPlainly(tokens, at + lead, end, context, led || lead > 0)) return null
  const exact = numericDate(tokens, end, context) ?? namedMonth(tokens, end, context)
  if (exact) return { ...exact, tokens: exact.tokens + (end - at) }
  const tail = lead > 0 ? 0 : matchPhrase(tokens, end, words.nextAfter)
  const ahead = (weekday[0] + 1 - today.dayOfWeek + 7) % 7 || 7
  const nextWeek = 7 - today.dayOfWeek + weekday[0] + 1
  return {
    date: today.add({ days: lead > 0 || tail > 0 ? nextWeek : ahead }),
    tokens: end - at + tail,
    takesHour: true,
  }
}

/**
 * Short forms are often other words ("sun", "man", "ter", "mi"): they count where nothing but a weekday makes sense, at the
 * end, before a number or a mark, or after "on" and "next". In another language than the writer's own only before a
 * number.
 */
function isPlainly(tokens: readonly Token[], at: number, end: number, context: EntryContext, led: boolean): boolean {
  const length = tokens[end - 1]!.to - tokens[at]!.from
  const following = tokens[end]?.raw
  const beforeNumber =
    following !== undefined && (/^\d/.test(following) || timeAt(tokens, end, context.words, true) !== null)
  if (context.strict) return length >= 5 || beforeNumber
  return length >= 4 || led || following === undefined || beforeNumber || /^[~!@]/.test(following)
}

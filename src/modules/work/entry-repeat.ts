import type { RepeatRule } from './contract.ts'
import { amountAt } from './entry-date.ts'
import { matchOneOf, matchPhrase, type Token } from './entry-tokens.ts'
import type { EntryWords } from './entry-words/index.ts'

export interface FoundRepeat {
  readonly rule: RepeatRule
  readonly tokens: number
}

const plain = { interval: 1, from: 'due', shift: 'none' } as const
const units = ['day', 'workday', 'week', 'month', 'year'] as const

/** "every monday", "varannan vecka", "elke 2 weken", "every third working day", "every 15th", "monthly". */
export function repeatAt(tokens: readonly Token[], at: number, words: EntryWords): FoundRepeat | null {
  const often = matchOneOf(tokens, at, [words.daily, [], words.weekly, words.monthly, words.yearly])
  if (often) return { rule: { ...plain, every: units[often[0]]! }, tokens: often[1] }
  const other = matchPhrase(tokens, at, words.everyOther)
  const lead = other || matchPhrase(tokens, at, words.every)
  if (lead === 0) return null
  const found = afterEvery(tokens, at + lead, words, other > 0 ? 2 : 1)
  return found && { ...found, tokens: found.tokens + lead }
}

function afterEvery(tokens: readonly Token[], at: number, words: EntryWords, interval: number): FoundRepeat | null {
  return interval === 1
    ? (nthAt(tokens, at, words) ??
        unitAt(tokens, at, words, 1) ??
        weekdaysAt(tokens, at, words, 1) ??
        dayOfMonthAt(tokens, at))
    : (unitAt(tokens, at, words, interval) ?? weekdaysAt(tokens, at, words, interval))
}

/** The nth, or last, weekday or working day of each month. */
function nthAt(tokens: readonly Token[], at: number, words: EntryWords): FoundRepeat | null {
  for (const [lists, toN] of [
    [words.ordinals, (index: number) => index + 1],
    [[words.last], () => -1],
  ] as const) {
    const ordinal = matchOneOf(tokens, at, lists)
    if (!ordinal) continue
    const next = at + ordinal[1]
    const workday = matchPhrase(tokens, next, words.workday)
    if (workday > 0)
      return { rule: { ...plain, every: 'month', workday: toN(ordinal[0]) }, tokens: ordinal[1] + workday }
    const weekday = matchOneOf(tokens, next, words.weekdays)
    if (weekday)
      return {
        rule: { ...plain, every: 'month', nth: { n: toN(ordinal[0]), weekday: weekday[0] + 1 } },
        tokens: ordinal[1] + weekday[1],
      }
  }
  return null
}

function unitAt(tokens: readonly Token[], at: number, words: EntryWords, interval: number): FoundRepeat | null {
  const lists = [words.day, words.workday, words.week, words.month, words.year]
  const unit = matchOneOf(tokens, at, lists)
  const weekday = matchOneOf(tokens, at, words.weekdays)
  // "luni" is Monday and months in Romanian: after "every" without a number it is the day
  if (unit && !(weekday && weekday[1] >= unit[1]))
    return { rule: { ...plain, every: units[unit[0]]!, interval }, tokens: unit[1] }
  const amount = amountAt(tokens, at, words)
  const counted = amount && matchOneOf(tokens, at + amount.tokens, lists)
  if (!amount || !counted || amount.value < 1 || amount.value > 99) return null
  return { rule: { ...plain, every: units[counted[0]]!, interval: amount.value }, tokens: amount.tokens + counted[1] }
}

function weekdaysAt(tokens: readonly Token[], at: number, words: EntryWords, interval: number): FoundRepeat | null {
  const days: number[] = []
  let used = 0
  for (;;) {
    const joint = days.length > 0 ? matchPhrase(tokens, at + used, words.and) : 0
    const weekday = matchOneOf(tokens, at + used + joint, words.weekdays)
    if (!weekday) break
    days.push(weekday[0] + 1)
    used += joint + weekday[1]
  }
  if (days.length === 0) return null
  return {
    rule: { ...plain, every: 'week', interval, weekdays: [...new Set(days)].sort((a, b) => a - b) },
    tokens: used,
  }
}

function dayOfMonthAt(tokens: readonly Token[], at: number): FoundRepeat | null {
  const match = /^(\d{1,2})(?:st|nd|rd|th|:e|:a|\.|e|de|ste|º)$/.exec(tokens[at]?.lower ?? '')
  const dayOfMonth = Number(match?.[1] ?? 0)
  return dayOfMonth >= 1 && dayOfMonth <= 31 ? { rule: { ...plain, every: 'month', dayOfMonth }, tokens: 1 } : null
}

import type { EntryWords } from './entry-words/index.ts'
import { matchPhrase, type Token } from './entry-tokens.ts'

export interface FoundTime {
  readonly time: Temporal.PlainTime
  readonly tokens: number
}

/** A time of day: 14:00, kl 14, at 2pm, 14h30, om 14 uur; `afterDate` lets "14" and "14.30" be one. */
export function timeAt(tokens: readonly Token[], at: number, words: EntryWords, afterDate: boolean): FoundTime | null {
  const lead = matchPhrase(tokens, at, words.at)
  const token = tokens[at + lead]
  if (!token) return null
  const clear = clearTime(token.lower)
  const tail = matchPhrase(tokens, at + lead + 1, words.hour)
  const loose = lead > 0 || afterDate || tail > 0 ? looseTime(token.lower) : null
  const time = clear ?? loose
  return time && { time, tokens: lead + 1 + tail }
}

function clearTime(word: string): Temporal.PlainTime | null {
  const colon = /^(\d{1,2}):(\d{2})$/.exec(word) ?? /^(\d{1,2})h(\d{2})?$/.exec(word)
  if (colon) return clock(Number(colon[1]), Number(colon[2] ?? 0))
  const half = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)$/.exec(word)
  if (!half || Number(half[1]) > 12 || Number(half[1]) < 1) return null
  return clock((Number(half[1]) % 12) + (half[3] === 'pm' ? 12 : 0), Number(half[2] ?? 0))
}

function looseTime(word: string): Temporal.PlainTime | null {
  const match = /^(\d{1,2})(?:\.(\d{2}))?$/.exec(word)
  return match && clock(Number(match[1]), Number(match[2] ?? 0))
}

function clock(hour: number, minute: number): Temporal.PlainTime | null {
  return hour < 24 && minute < 60 ? new Temporal.PlainTime(hour, minute) : null
}

/** "~20m", "~2h", "~1h30", "~1,5t", "~90": minutes of work. */
export function effortOf(word: string): number | null {
  const both = /^~(\d{1,3})(?:h|t|u|o)(\d{1,2})m?$/.exec(word)
  if (both) return Number(both[1]) * 60 + Number(both[2])
  const match = /^~(\d{1,4}(?:[.,]\d{1,2})?)(m|min|h|hr|t|tim|u|uur|ore|o|d)?$/.exec(word)
  if (!match) return null
  const amount = Number(match[1]!.replace(',', '.'))
  const unit = match[2] ?? 'm'
  const perUnit = unit.startsWith('m') ? 1 : unit === 'd' ? 480 : 60
  return Math.min(100_000, Math.round(amount * perUnit))
}

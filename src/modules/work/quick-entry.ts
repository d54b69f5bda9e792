/**
 * Reads a task from one line, purely: "call landlord tue 14 ~10m @karin !", "ring hyresvärden tis 14", "every monday".
 * What is understood is taken out of the line and told with its place; everything else is the title.
 */
import { type Language, languages, nearestLanguage } from '../../kernel/language/catalogue.ts'
import type { RepeatRule, Urgency } from './contract.ts'
import { dateAt, type EntryContext } from './entry-date.ts'
import { repeatAt } from './entry-repeat.ts'
import { effortOf, timeAt } from './entry-time.ts'
import { type Token, tokenize } from './entry-tokens.ts'
import { entryWords } from './entry-words/index.ts'
import { firstOccurrence } from './repeat-rule.ts'
import type { WorkingCalendar } from './working-days.ts'

export type EntryMeaning = 'date' | 'time' | 'repeat' | 'effort' | 'person' | 'urgency' | 'record'

export interface EntrySpan {
  readonly from: number
  readonly to: number
  readonly meaning: EntryMeaning
}

export interface QuickEntry {
  readonly title: string
  readonly dueOn: Temporal.PlainDate | null
  readonly dueTime: Temporal.PlainTime | null
  readonly effortMinutes: number | null
  readonly urgency: Urgency
  /** As written after the @. */
  readonly person: string | null
  readonly repeat: RepeatRule | null
  /** Of `#number`, where it is known; in small letters. */
  readonly number: string | null
  /** In order, never overlapping; offsets into the text as it was given. */
  readonly spans: readonly EntrySpan[]
}

export interface EntrySettings {
  readonly today: Temporal.PlainDate
  readonly language: string
  readonly calendar: WorkingCalendar
  /** Numbers that mean something here, in small letters; any other `#word` is part of the title. */
  readonly numbers?: { has(number: string): boolean }
}

interface Reading {
  dueOn: Temporal.PlainDate | null
  dueTime: Temporal.PlainTime | null
  effortMinutes: number | null
  urgency: Urgency
  person: string | null
  repeat: RepeatRule | null
  number: string | null
  spans: EntrySpan[]
}

/** Reads in the writer's language first; if that finds no date, in the others, where only what is plain counts. */
export function readQuickEntry(text: string, settings: EntrySettings): QuickEntry {
  const own = nearestLanguage(settings.language)
  const tokens = tokenize(text)
  let reading = readIn(tokens, own, settings, false)
  for (const language of languages) {
    if (reading.dueOn || reading.repeat) break
    if (language === own) continue
    const other = readIn(tokens, language, settings, true)
    if (other.dueOn || other.repeat) reading = other
  }
  return finish(text, reading, settings)
}

function readIn(tokens: readonly Token[], language: Language, settings: EntrySettings, strict: boolean): Reading {
  const context: EntryContext = {
    today: settings.today,
    calendar: settings.calendar,
    words: entryWords[language],
    strict,
  }
  const reading: Reading = {
    dueOn: null,
    dueTime: null,
    effortMinutes: null,
    urgency: 'normal',
    person: null,
    repeat: null,
    number: null,
    spans: [],
  }
  let at = 0
  let afterDate = false
  while (at < tokens.length) {
    const step: number =
      takeMark(tokens[at]!, reading) ||
      takeNumber(tokens[at]!, reading, settings) ||
      takeRepeat(tokens, at, context, reading) ||
      takeDate(tokens, at, context, reading)
    const used: number = step || takeTime(tokens, at, context, reading, afterDate)
    const last = reading.spans.at(-1)
    afterDate = used > 0 && (last?.meaning === 'date' || last?.meaning === 'repeat')
    at += used || 1
  }
  return reading
}

function note(reading: Reading, tokens: readonly Token[], at: number, used: number, meaning: EntryMeaning): number {
  reading.spans.push({ from: tokens[at]!.from, to: tokens[at + used - 1]!.to, meaning })
  return used
}

/** What bears a mark of its own: ! and !!, ~effort, @person. Of each the first counts. */
function takeMark(token: Token, reading: Reading): number {
  if (/^!{1,3}$/.test(token.raw) && reading.urgency === 'normal') {
    reading.urgency = token.raw === '!' ? 'high' : 'urgent'
    return note(reading, [token], 0, 1, 'urgency')
  }
  const effort = reading.effortMinutes === null ? effortOf(token.lower) : null
  if (effort !== null) {
    reading.effortMinutes = effort
    return note(reading, [token], 0, 1, 'effort')
  }
  if (reading.person === null && /^@\p{L}[\p{L}\p{M}\d._'-]*$/u.test(token.raw)) {
    reading.person = token.raw.slice(1).replace(/[._'-]+$/, '')
    return note(reading, [token], 0, 1, 'person')
  }
  return 0
}

const numbered = /^#([\p{L}\d][\p{L}\d./_-]{0,39})$/u

/** Every `#number` of a line, in small letters. */
export const numbersIn = (text: string): string[] => [
  ...new Set(tokenize(text).flatMap(({ raw }) => numbered.exec(raw)?.[1]?.toLowerCase() ?? [])),
]

/** A number that is known here; anything else after a # stays in the title. */
function takeNumber(token: Token, reading: Reading, { numbers }: EntrySettings): number {
  const number = numbered.exec(token.raw)?.[1]?.toLowerCase()
  if (reading.number !== null || number === undefined || !numbers?.has(number)) return 0
  reading.number = number
  return note(reading, [token], 0, 1, 'record')
}

function takeRepeat(tokens: readonly Token[], at: number, context: EntryContext, reading: Reading): number {
  if (reading.repeat) return 0
  const found = repeatAt(tokens, at, context.words)
  if (!found) return 0
  reading.repeat = found.rule
  return note(reading, tokens, at, found.tokens, 'repeat')
}

function takeDate(tokens: readonly Token[], at: number, context: EntryContext, reading: Reading): number {
  if (reading.dueOn) return 0
  const found = dateAt(tokens, at, context)
  if (!found) return 0
  reading.dueOn = found.date
  return note(reading, tokens, at, found.tokens, 'date')
}

function takeTime(
  tokens: readonly Token[],
  at: number,
  context: EntryContext,
  reading: Reading,
  afterDate: boolean,
): number {
  if (reading.dueTime) return 0
  const found = timeAt(tokens, at, context.words, afterDate)
  if (!found) return 0
  reading.dueTime = found.time
  return note(reading, tokens, at, found.tokens, 'time')
}

/** A time without a date is today's; a rule without a date begins with its first day. */
function finish(text: string, reading: Reading, { today, calendar }: EntrySettings): QuickEntry {
  let { dueOn } = reading
  if (!dueOn && reading.repeat) dueOn = firstOccurrence(reading.repeat, today, calendar).dueOn
  if (!dueOn && reading.dueTime) dueOn = today
  let title = ''
  let at = 0
  for (const span of reading.spans) {
    title += `${text.slice(at, span.from)} `
    at = span.to
  }
  title = (title + text.slice(at))
    .replace(/\s+/g, ' ')
    .replace(/(^| )[,;:]+(?= |$)/g, '')
    .trim()
    .slice(0, 300)
  return { ...reading, dueOn, title }
}

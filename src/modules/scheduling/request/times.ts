/** Reads at what time of the day, within which days and for how long: "friday afternoon", "within two weeks", "after 14". */
import { type Language, wordLocale } from '../../../kernel/language/catalogue.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { type DayPart, type DayPartName, dayParts, type DayWords } from './day-words.ts'
import { phraseAt, type Word } from './phrase.ts'
import type { RequestWords } from './words.ts'

export interface TimesRead {
  /** Minutes after midnight, by the office's clock. */
  between: DayPart | null
  /** Both days inclusive. */
  days: readonly [Temporal.PlainDate, Temporal.PlainDate] | null
  left: Word[]
}

export interface TimeWords {
  readonly day: DayWords
  readonly request: RequestWords
  readonly language: Language
  readonly today: Temporal.PlainDate
}

const names = Object.keys(dayParts) as DayPartName[]
const dayEnds = 1440

/** How many words say something of the time here; what they say is kept. */
export const takeTimes = (words: readonly Word[], at: number, terms: TimeWords, reading: TimesRead): number =>
  takeOfToday(words, at, terms, reading) ||
  takePart(words, at, terms, reading) ||
  takeAfter(words, at, terms, reading) ||
  takeThisWeek(words, at, terms, reading) ||
  takeWithin(words, at, terms, reading) ||
  phraseAt(words, at, terms.day.anyDay) ||
  (reading.left.length === 0 ? phraseAt(words, at, terms.day.please) : 0)

function takeOfToday(words: readonly Word[], at: number, { day }: TimeWords, reading: TimesRead): number {
  for (const name of names) {
    const used = phraseAt(words, at, day.ofToday[name] ?? [])
    if (used === 0) continue
    reading.between ??= dayParts[name]
    reading.left.push(plain(day.today))
    return used
  }
  return 0
}

const plain = (raw: string): Word => ({ raw, lower: raw, ends: false })

function takePart(words: readonly Word[], at: number, terms: TimeWords, reading: TimesRead): number {
  const { day } = terms
  const last = reading.left.at(-1)
  const follows = last !== undefined && (isWeekday(last.lower, terms.language) || last.isTomorrow === true)
  for (const name of names) {
    const used = Math.max(
      phraseAt(words, at, day.parts[name]),
      follows ? phraseAt(words, at, day.afterDay[name] ?? []) : 0,
    )
    if (used === 0) continue
    // "lunch" and "pm" of their own are what a meeting is about, or nothing: a part of a day is said of a day.
    reading.between ??= dayParts[name]
    // A short weekday counts where it is plainly one: written out, or with "on" before it.
    if (follows && last.isTomorrow !== true) reading.left.splice(-1, 1, ...plainly(last, terms))
    return used
  }
  return 0
}

function plainly(day: Word, { language, request }: TimeWords): Word[] {
  if (day.raw.length >= 4) return [day]
  const full = namesOf(language).find(name => name.startsWith(foldInPlace(day.lower)))!
  return full.length >= 4 ? [{ ...day, raw: full, lower: full }] : [plain(request.on[0]!), day]
}

const weekdays = new Map<Language, readonly string[]>()

/** Monday to Sunday, without their marks. */
function namesOf(language: Language): readonly string[] {
  let known = weekdays.get(language)
  if (!known) {
    const format = new Intl.DateTimeFormat(wordLocale(language), { weekday: 'long', timeZone: 'UTC' })
    // 5 January 1970 was a Monday
    known = Array.from({ length: 7 }, (_, n) => foldInPlace(format.format((4 + n) * 86_400_000).toLowerCase()))
    weekdays.set(language, known)
  }
  return known
}

/** A weekday of the language, or the beginning of one: "fre", "joi", "vineri". */
export function isWeekday(typed: string, language: Language): boolean {
  const wanted = foldInPlace(typed.replace(/\.$/, ''))
  const base = wanted.replace(/(en|a)$/, '')
  return (
    wanted.length >= 2 &&
    namesOf(language).some(name => name.startsWith(wanted) || (base.length >= 3 && name.startsWith(base)))
  )
}

function hourAt(words: readonly Word[], at: number): number | null {
  const found = /^(\d{1,2})(?:[:.h](\d{2}))?(h|am|pm)?$/.exec(words[at]?.lower ?? '')
  const half = found?.[3] === 'am' || found?.[3] === 'pm' ? found[3] : null
  const minute = Number(found?.[2] ?? 0)
  const hour = half === null ? Number(found?.[1] ?? 99) : (Number(found![1]) % 12) + (half === 'pm' ? 12 : 0)
  return hour <= 24 && minute < 60 ? hour * 60 + minute : null
}

/** "after 14", "from 9.30", "before kl 10": a date is not meant by it, where the clock is named or it is no day before. */
function takeAfter(words: readonly Word[], at: number, { day }: TimeWords, reading: TimesRead): number {
  for (const which of ['after', 'before'] as const) {
    const lead = phraseAt(words, at, day[which])
    if (lead === 0) continue
    const named = phraseAt(words, at + lead, day.clock)
    const minute = hourAt(words, at + lead + named)
    if (minute === null) continue
    const tail = phraseAt(words, at + lead + named + 1, day.oClock)
    const isClock = named + tail > 0 || which === 'after' || / (ora|das|às)$/.test(` ${words[at + lead - 1]!.lower}`)
    const isDate = phraseAt(words, at + lead + named + 1, monthsOf()) > 0
    if ((!isClock && !/[:.h]/.test(words[at + lead]!.lower)) || isDate) continue
    const [from, until] = reading.between ?? [0, dayEnds]
    reading.between =
      which === 'after' ? [minute, until > minute ? until : dayEnds] : [from < minute ? from : 0, minute]
    return lead + named + 1 + tail
  }
  return 0
}

/** "from 3 December" is a day; months of all six, by how they begin. */
let knownMonths: readonly string[] | null = null
const monthsOf = () =>
  (knownMonths ??= [
    ...new Set(
      (['en', 'sv', 'nb', 'nl', 'ro', 'pt'] as const).flatMap(language =>
        Array.from({ length: 12 }, (_, n) => Date.UTC(1970, n, 2)).flatMap(at =>
          (['long', 'short'] as const).map(month =>
            new Intl.DateTimeFormat(wordLocale(language), { month, timeZone: 'UTC' })
              .format(at)
              .toLowerCase()
              .replace(/\.$/, ''),
          ),
        ),
      ),
    ),
  ])

const daysLeft = (today: Temporal.PlainDate) => [today, today.add({ days: 7 - today.dayOfWeek })] as const

function takeThisWeek(words: readonly Word[], at: number, { day, today }: TimeWords, reading: TimesRead): number {
  const used = phraseAt(words, at, day.thisWeek)
  if (used > 0) reading.days ??= daysLeft(today)
  return used
}

/** "within two weeks", "de närmaste 10 dagarna" */
function takeWithin(words: readonly Word[], at: number, { day, today }: TimeWords, reading: TimesRead): number {
  const lead = phraseAt(words, at, day.within)
  if (lead === 0) return 0
  const word = words[at + lead]?.lower ?? ''
  const amount = /^\d{1,2}$/.test(word) ? Number(word) : day.numbers.indexOf(word) + 1
  if (amount < 1) return 0
  for (const [phrases, length] of [
    [day.weeks, 7],
    [day.days, 1],
  ] as const) {
    const unit = phraseAt(words, at + lead + 1, phrases)
    if (unit === 0) continue
    reading.days ??= [today, today.add({ days: amount * length })]
    return lead + 1 + unit
  }
  return 0
}

/** "dinsdagochtend", "fredagseftermiddag", "morgenochtend": the day and the part of it, as two words. */
export function apart(word: Word, { day, language }: Pick<TimeWords, 'day' | 'language'>): Word[] {
  for (const name of names)
    for (const part of [...day.parts[name], ...(day.afterDay[name] ?? [])]) {
      if (part.length < 5 || part.includes(' ') || !word.lower.endsWith(part) || word.lower === part) continue
      const lead = word.lower.slice(0, -part.length).replace(/s$/, '')
      const isTomorrow = language === 'nl' && lead === 'morgen'
      if (lead.length < 2 || (!isTomorrow && !isWeekday(lead, language))) continue
      const raw = word.raw.slice(0, lead.length)
      return [
        { raw, lower: lead, ends: false, ...(isTomorrow ? { isTomorrow } : {}) },
        { raw: part, lower: part, ends: word.ends },
      ]
    }
  return [word]
}

/**
 * Reads a request for a meeting from one line, purely: "design review 90 min with karin samir by fri room with screen".
 * How long, who, which room and until when are taken out; what is left is what it is about.
 */
import { type Language, languages, nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { readQuickEntry, type WorkingCalendar } from '../../work/contract.ts'
import { equipmentWords, type RequestWords, requestWords } from './words.ts'

export interface Somebody {
  readonly id: string
  readonly name: string
}

export interface RequestSettings {
  readonly language: string
  readonly today: Temporal.PlainDate
  readonly calendar: WorkingCalendar
  /** Those whom a name may mean, colleagues first. */
  readonly people: readonly Somebody[]
  /** What the rooms of the office have, and the sites they are at. */
  readonly equipment: readonly string[]
  readonly sites: readonly string[]
}

export interface Request {
  readonly title: string
  readonly minutes: number
  /** Both days inclusive; null where none was said. */
  readonly fromOn: Temporal.PlainDate | null
  readonly untilOn: Temporal.PlainDate | null
  readonly must: readonly string[]
  readonly may: readonly string[]
  readonly room: boolean
  readonly seats: number
  readonly equipment: readonly string[]
  readonly site: string | null
  readonly weeks: number
  readonly unclear: readonly { readonly typed: string; readonly choices: readonly Somebody[] }[]
}

const usualMinutes = 60
const usualWeeks = 8

interface Word {
  readonly raw: string
  readonly lower: string
  /** A comma, a semicolon or the end of the line stands after it. */
  readonly ends: boolean
}

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/\S+/g)].flatMap(({ 0: found }) => {
    const raw = found.replace(/[,;]+$/, '')
    return raw ? [{ raw, lower: raw.toLowerCase().normalize('NFC'), ends: raw !== found }] : []
  })

const same = (typed: string, word: string) =>
  typed === word || (word.length >= 4 && foldInPlace(typed) === foldInPlace(word))

/** How many words from `at` on are one of the phrases; the longest counts. */
function phraseAt(words: readonly Word[], at: number, phrases: readonly string[]): number {
  let longest = 0
  for (const phrase of phrases) {
    const parts = phrase.split(' ')
    if (parts.length > longest && parts.every((part, n) => same(words[at + n]?.lower ?? '', part)))
      longest = parts.length
  }
  return longest
}

interface Reading {
  minutes: number | null
  must: string[]
  may: string[]
  room: boolean
  seats: number
  equipment: string[]
  site: string | null
  weeks: number
  unclear: { typed: string; choices: readonly Somebody[] }[]
  left: Word[]
}

/** Reads in the writer's language; where that finds neither people nor length, in the others. */
export function readRequest(text: string, settings: RequestSettings): Request {
  const own = nearestLanguage(settings.language)
  let best = readIn(text, own, settings)
  for (const language of languages) {
    if (language === own || best.must.length + best.may.length > 0 || best.minutes !== null) continue
    const other = readIn(text, language, settings)
    if (other.must.length + other.may.length > 0 || other.minutes !== null) best = other
  }
  return best.finish()
}

function readIn(text: string, language: Language, settings: RequestSettings) {
  const words = wordsIn(text)
  const terms = requestWords[language]
  const reading: Reading = {
    minutes: null,
    must: [],
    may: [],
    room: false,
    seats: 0,
    equipment: [],
    site: null,
    weeks: 1,
    unclear: [],
    left: [],
  }
  for (let at = 0; at < words.length; ) {
    const used =
      takeWeekly(words, at, terms, reading) ||
      takeLength(words, at, terms, reading) ||
      takeSeats(words, at, terms, reading) ||
      takeRoom(words, at, terms, reading, settings) ||
      takeSite(words, at, reading, settings) ||
      takePeople(words, at, terms, reading, settings)
    if (used === 0) reading.left.push(words[at]!)
    at += used || 1
  }
  return { ...reading, finish: () => finished(reading, terms, language, settings) }
}

function takeWeekly(words: readonly Word[], at: number, terms: RequestWords, reading: Reading): number {
  const used = phraseAt(words, at, terms.weekly)
  if (used > 0) reading.weeks = usualWeeks
  return used
}

function takeLength(words: readonly Word[], at: number, terms: RequestWords, reading: Reading): number {
  if (reading.minutes !== null) return 0
  const take = (minutes: number, used: number) => {
    if (minutes < 5 || minutes > 1440) return 0
    reading.minutes = minutes
    return used
  }
  for (const [phrases, minutes] of [
    [terms.oneAndHalf, 90],
    [terms.halfHour, 30],
    [terms.oneHour, 60],
  ] as const) {
    const used = phraseAt(words, at, phrases)
    if (used > 0) return take(minutes, used)
  }
  const word = words[at]!.lower.replace(/^~/, '')
  const both = /^(\d{1,2})(?:h|t|u)(\d{2})(?:m|min)?$/.exec(word)
  if (both) return take(Number(both[1]) * 60 + Number(both[2]), 1)
  const joined = /^(\d{1,3}(?:[.,]\d{1,2})?)(\p{L}+)$/u.exec(word)
  const amount = Number((joined?.[1] ?? /^\d{1,3}(?:[.,]\d{1,2})?$/.exec(word)?.[0] ?? '').replace(',', '.'))
  if (!amount) return 0
  const unit = joined?.[2] ?? words[at + 1]?.lower ?? ''
  const per = terms.minute.includes(unit) ? 1 : terms.hour.some(one => same(unit, one)) ? 60 : 0
  return per === 0 ? 0 : take(Math.round(amount * per), joined ? 1 : 2)
}

/** "for 8 people", "8 seats" */
function takeSeats(words: readonly Word[], at: number, terms: RequestWords, reading: Reading): number {
  const lead = phraseAt(words, at, terms.for)
  const count = Number(/^\d{1,4}$/.exec(words[at + lead]?.lower ?? '')?.[0] ?? 0)
  const tail = count > 0 ? phraseAt(words, at + lead + 1, terms.people) : 0
  if (tail === 0) return 0
  reading.seats = count
  return lead + 1 + tail
}

/** "room", and what it must have: "room with screen and video". */
function takeRoom(
  words: readonly Word[],
  at: number,
  terms: RequestWords,
  reading: Reading,
  settings: RequestSettings,
): number {
  let used = phraseAt(words, at, terms.room)
  if (used === 0) return 0
  reading.room = true
  const lead = phraseAt(words, at + used, terms.with)
  if (lead === 0) return used
  let taken = 0
  for (;;) {
    const joint = taken > 0 ? phraseAt(words, at + used + lead + taken, terms.and) : 0
    const thing = equipmentAt(words, at + used + lead + taken + joint, settings.equipment)
    if (!thing) break
    if (!reading.equipment.includes(thing.name)) reading.equipment.push(thing.name)
    taken += joint + thing.words
  }
  if (taken > 0) used += lead + taken
  return used
}

function equipmentAt(words: readonly Word[], at: number, known: readonly string[]) {
  for (const name of known) {
    const used = phraseAt(words, at, [name.toLowerCase()])
    if (used > 0) return { name, words: used }
  }
  const typed = words[at]?.lower
  const alike = typed === undefined ? undefined : equipmentWords.find(list => list.some(word => same(typed, word)))
  const name =
    alike && known.find(one => alike.some(word => foldInPlace(one.toLowerCase()).includes(foldInPlace(word))))
  return name === undefined ? null : { name, words: 1 }
}

function takeSite(words: readonly Word[], at: number, reading: Reading, { sites }: RequestSettings): number {
  if (reading.site !== null || !words[at]!.raw.startsWith('#')) return 0
  const typed = foldInPlace(words[at]!.lower.slice(1))
  const site = typed && sites.find(one => foldInPlace(one.toLowerCase()).startsWith(typed))
  if (!site) return 0
  reading.site = site
  return 1
}

/** Those named after "with", or "@name" wherever it stands; after "maybe" those who are welcome. */
function takePeople(
  words: readonly Word[],
  at: number,
  terms: RequestWords,
  reading: Reading,
  settings: RequestSettings,
): number {
  if (/^@\p{L}/u.test(words[at]!.raw)) return takeName(words, at, reading, reading.must, settings)
  let list = reading.must
  let used = phraseAt(words, at, terms.with)
  const optional = phraseAt(words, at + used, terms.maybe)
  if (used + optional === 0) return 0
  if (optional > 0) list = reading.may
  used += optional
  const before = used
  for (;;) {
    const joint = phraseAt(words, at + used, terms.and)
    const maybe = phraseAt(words, at + used + joint, terms.maybe)
    if (maybe > 0) list = reading.may
    const name = takeName(words, at + used + joint + maybe, reading, list, settings)
    if (name === 0) break
    used += joint + maybe + name
  }
  return used === before ? 0 : used
}

/** The longest name that stands here; one that means several people is told as unclear. */
function takeName(
  words: readonly Word[],
  at: number,
  reading: Reading,
  list: string[],
  { people }: RequestSettings,
): number {
  for (const length of [3, 2, 1]) {
    const part = words.slice(at, at + length)
    if (part.length < length || part.slice(0, -1).some(({ ends }) => ends)) continue
    const typed = part
      .map(({ raw }) => raw)
      .join(' ')
      .replace(/^@/, '')
      .replaceAll('_', ' ')
    const meant = named(typed, people)
    if (meant.length === 0) continue
    if (meant.length === 1) {
      const { id } = meant[0]!
      if (![...reading.must, ...reading.may].includes(id)) list.push(id)
    } else reading.unclear.push({ typed, choices: meant.slice(0, 6) })
    return length
  }
  return 0
}

/** Those whom it may mean: by the whole name, else by a first name, else by words that begin so. */
function named(typed: string, people: readonly Somebody[]): Somebody[] {
  const wanted = foldInPlace(typed.toLowerCase())
  const of = (fits: (name: string) => boolean) => people.filter(({ name }) => fits(foldInPlace(name.toLowerCase())))
  for (const fits of [
    (name: string) => name === wanted,
    (name: string) => name.split(' ')[0] === wanted,
    (name: string) => wanted.length >= 3 && (name.startsWith(wanted) || name.includes(` ${wanted}`)),
  ]) {
    const found = of(fits)
    if (found.length > 0) return found
  }
  return []
}

function finished(reading: Reading, terms: RequestWords, language: Language, settings: RequestSettings): Request {
  const rest = reading.left.map(({ raw }) => raw).join(' ')
  const { today, calendar } = settings
  const entry = readQuickEntry(rest, { today, language, calendar })
  const span = entry.spans.find(({ meaning }) => meaning === 'date')
  const typed = span ? wordsIn(rest.slice(span.from, span.to)) : []
  const day = entry.dueOn
  const days = day === null ? null : daysMeant(day, typed, terms, today)
  return {
    title: tidy(entry.title),
    minutes: reading.minutes ?? usualMinutes,
    fromOn: days?.[0] ?? null,
    untilOn: days?.[1] ?? null,
    must: reading.must,
    may: reading.may,
    room: reading.room || reading.equipment.length > 0,
    seats: reading.seats,
    equipment: reading.equipment,
    site: reading.site,
    weeks: entry.repeat?.every === 'week' && reading.weeks === 1 ? usualWeeks : reading.weeks,
    unclear: reading.unclear,
  }
}

/** "by Friday" is any day until then, "on Friday" that day, "week 48" any of its days. */
function daysMeant(day: Temporal.PlainDate, typed: readonly Word[], terms: RequestWords, today: Temporal.PlainDate) {
  if (phraseAt(typed, 0, terms.by) > 0) return [today, day] as const
  const isWeek = typed.some(
    ({ lower }, at) => phraseAt(typed, at, terms.week) > 0 || /^(v|w|wk|u)\.?\d{1,2}$/.test(lower),
  )
  if (!isWeek) return [day, day] as const
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  return [Temporal.PlainDate.compare(monday, today) < 0 ? today : monday, monday.add({ days: 6 })] as const
}

/** Without a word left hanging at either end. */
const tidy = (title: string): string => title.replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')

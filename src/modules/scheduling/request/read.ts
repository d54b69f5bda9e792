/**
 * Reads a request for a meeting from one line, purely: "design review 90 min with karin samir by fri room with screen".
 * How long, who, which room and until when are taken out; what is left is what it is about.
 */
import { type Language, languages, nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { readQuickEntry, type WorkingCalendar } from '../../work/contract.ts'
import { type DayPart, type DayWords, dayWords } from './day-words.ts'
import { phraseAt, same, type Word, wordsIn } from './phrase.ts'
import { apart, isWeekday, takeTimes, type TimesRead } from './times.ts'
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
  /** At what time of the day, in minutes after midnight; null for any. */
  readonly between: DayPart | null
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

interface Reading extends TimesRead {
  minutes: number | null
  must: string[]
  may: string[]
  room: boolean
  seats: number
  equipment: string[]
  site: string | null
  weeks: number
  unclear: { typed: string; choices: readonly Somebody[] }[]
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
  const terms = requestWords[language]
  const times = { day: dayWords[language], request: terms, language, today: settings.today }
  const words = wordsIn(text).flatMap(word => apart(word, times))
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
    between: null,
    days: null,
  }
  for (let at = 0; at < words.length; ) {
    const used =
      takeWeekly(words, at, terms, reading) ||
      takeLength(words, at, terms, reading, times.day) ||
      takeSeats(words, at, terms, reading) ||
      takeRoom(words, at, terms, reading, settings) ||
      takeSite(words, at, reading, settings) ||
      takePeople(words, at, terms, reading, settings) ||
      takeTimes(words, at, times, reading)
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

function takeLength(words: readonly Word[], at: number, terms: RequestWords, reading: Reading, day: DayWords): number {
  // "om 14 uur" is a time of day, not a length.
  if (reading.minutes !== null || (at > 0 && day.clock.includes(words[at - 1]!.lower))) return 0
  const take = (minutes: number, used: number) => {
    if (minutes < 5 || minutes > 1440) return 0
    reading.minutes = minutes
    return used
  }
  for (const [phrases, minutes] of [
    [terms.oneAndHalf, 90],
    [terms.halfHour, 30],
    [terms.oneHour, 60],
    ...day.lengths.map(([minutes, phrases]) => [phrases, minutes] as const),
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
  const { today } = settings
  const minutes = reading.minutes ?? usualMinutes
  const entry = datesOf(reading.left, terms, language, settings)
  const days = entry.days ?? reading.days
  return {
    title: tidy(entry.title),
    minutes,
    fromOn: days?.[0] ?? null,
    untilOn: days?.[1] ?? null,
    between: reading.between ?? exactly(entry.time, minutes),
    must: reading.must,
    may: reading.may,
    room: reading.room || reading.equipment.length > 0,
    seats: reading.seats,
    equipment: reading.equipment,
    site: reading.site,
    weeks: entry.isWeekly && reading.weeks === 1 ? usualWeeks : reading.weeks,
    unclear: reading.unclear,
  }

  /** "at 14" is that time and no other. */
  function exactly(time: Temporal.PlainTime | null, length: number): DayPart | null {
    if (!time) return null
    const from = time.hour * 60 + time.minute
    return from + length <= 1440 && Temporal.PlainDate.compare(days?.[1] ?? today, today) >= 0
      ? [from, from + length]
      : null
  }
}

interface Dates {
  readonly title: string
  readonly days: readonly [Temporal.PlainDate, Temporal.PlainDate] | null
  readonly time: Temporal.PlainTime | null
  readonly isWeekly: boolean
}

/** The days that are named, by work's quick entry; a week and a weekday, in whichever order, are that day of that week. */
function datesOf(left: readonly Word[], terms: RequestWords, language: Language, settings: RequestSettings): Dates {
  const { today, calendar } = settings
  const read = (text: string) => {
    const entry = readQuickEntry(text, { today, language, calendar })
    const span = entry.spans.find(({ meaning }) => meaning === 'date')
    const typed = span ? wordsIn(text.slice(span.from, span.to)) : []
    const isWeek = isWeekOf(typed, terms)
    const isDay = !isWeek && typed.some(({ lower }) => isWeekday(lower, language))
    return { entry, typed, isWeek, isDay, isSaid: span !== undefined, ahead: text.slice(0, span?.from ?? 0).trimEnd() }
  }
  const first = read(left.map(({ raw }) => raw).join(' '))
  const { entry } = first
  const none = { title: entry.title, time: entry.dueTime, isWeekly: entry.repeat?.every === 'week' }
  if (entry.dueOn === null) return { ...none, days: null }
  const second = first.isWeek || first.isDay ? read(entry.title) : null
  if (second?.isSaid && first.isWeek !== second.isWeek && first.isDay !== second.isDay && second.entry.dueOn) {
    const [week, day] = first.isWeek ? [entry.dueOn, second.entry.dueOn] : [second.entry.dueOn, entry.dueOn]
    const on = week.add({ days: day.dayOfWeek - week.dayOfWeek })
    const time = entry.dueTime ?? second.entry.dueTime
    const isBy = phraseAt(first.typed, 0, terms.by) > 0 && phraseAt(first.typed, 0, terms.on) === 0
    return {
      title: withoutOf(second, dayWords[language]),
      time,
      isWeekly: none.isWeekly,
      days: [isBy ? today : on, on],
    }
  }
  // A time alone is of no day: any will do.
  const isSaid = first.isSaid || entry.repeat !== null
  return { ...none, days: isSaid ? daysMeant(entry.dueOn, first, terms, today) : null }
}

/** "Tuesday of next week": the "of" goes with the week. */
function withoutOf(
  { entry, ahead }: { readonly entry: { readonly title: string }; readonly ahead: string },
  day: DayWords,
) {
  const last = ahead.split(' ').at(-1)!
  const isOf = day.of.includes(last.toLowerCase()) && entry.title.startsWith(ahead)
  return isOf ? `${ahead.slice(0, -last.length)}${entry.title.slice(ahead.length)}`.trim() : entry.title
}

const isWeekOf = (typed: readonly Word[], terms: RequestWords): boolean =>
  typed.some(({ lower }, at) => phraseAt(typed, at, terms.week) > 0 || /^(v|w|wk|u)\.?\d{1,2}$/.test(lower))

/** "by Friday" is any day until then, "on Friday" that day, "week 48" any of its days. */
function daysMeant(
  day: Temporal.PlainDate,
  { typed, isWeek }: { readonly typed: readonly Word[]; readonly isWeek: boolean },
  terms: RequestWords,
  today: Temporal.PlainDate,
) {
  const isBy = phraseAt(typed, 0, terms.by) > 0
  if (isBy && !isWeek) return [today, day] as const
  if (!isWeek) return [day, day] as const
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const from = isBy || Temporal.PlainDate.compare(monday, today) < 0 ? today : monday
  return [from, monday.add({ days: 6 })] as const
}

/** Without a word left hanging at either end. */
const tidy = (title: string): string => title.replace(/^[\s,;:–-]+|[\s,;:?!–-]+$/g, '')

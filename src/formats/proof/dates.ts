/** Days as people write them in six languages, with the weekday that stands beside them. */
import type { Passage, ProofLanguage } from './model.ts'
import { wordsOf } from './words/index.ts'

type Day = Temporal.PlainDate

export interface FoundDate {
  readonly start: number
  readonly end: number
  /** As written; null where the year goes without saying. */
  readonly year: number | null
  readonly month: number
  readonly day: number
  /** 1 is Monday; null where none stands beside it. */
  readonly weekday: number | null
  /** The day as it is meant; null where there is no such day. */
  readonly on: Day | null
}

/** A stretch `23–27 November` writes its month once. */
export interface FoundStart {
  readonly start: number
  readonly end: number
  readonly day: number
  readonly weekday: number | null
  /** Whether a stretch is meant, and not two days. */
  readonly stretch: boolean
}

interface Expressions {
  readonly textual: RegExp
  readonly monthFirst: RegExp | null
  readonly iso: RegExp
  readonly numeric: RegExp
  readonly dayOnly: RegExp
  readonly partial: RegExp
  readonly pairBefore: RegExp
  readonly weekdays: readonly RegExp[]
  readonly months: readonly RegExp[]
}

const kept = new Map<ProofLanguage, Expressions>()

/** After `2 mai` a Romanian goes on with more than a month: `2 mai multe`. */
const noMonth = '(?!\\s+(?:mult|puțin|mar[ie]|mic|bun|sus|jos|departe|ales|devreme|târziu|apropi|vech|no[iu]\\b|tare))'

function expressionsOf(language: ProofLanguage): Expressions {
  const known = kept.get(language)
  if (known) return known
  const words = wordsOf[language]
  const W = words.weekdays.join('|')
  const M = words.months.join('|')
  const before = `(?:(?:${words.beforeDay})\\s+)*`
  const between = `(?:(?:${words.between})\\s+)?`
  const clock = `(?:(?:${words.clock})\\.?\\s*\\d{1,2}(?:[.:h]\\d{2})?\\s*(?:uur|u\\b|h\\b|am|pm)?,?\\s+)?`
  const led = `(?<![\\p{L}\\p{N}])(?:(?<weekday>${W})\\.?(?:\\s*,\\s*|\\s*\\(\\s*|\\s+)${clock}${before})?`
  const after = `(?:\\s*\\(\\s*(?:en\\s+|a\\s+|een\\s+|uma?\\s+|o\\s+)?(?<after>${W})\\.?\\s*\\)|,\\s+(?<behind>${W})(?=\\s*(?:[,.;)\\n]|$)))?`
  const month = `(?<month>${M})(?!\\p{L})${language === 'ro' ? noMonth : ''}`
  const mark = `(?:${words.dayMark})?\\.?`
  const range = `(?:-|–|—|${words.rangeWords})`
  const made: Expressions = {
    textual: new RegExp(
      `${led}(?<![\\p{N}.,])(?<day>\\d{1,2})${mark}\\s*${between}${month}\\.?(?:,?\\s*${between}(?<year>(?:19|20)\\d{2})(?!\\d))?${after}`,
      'giu',
    ),
    monthFirst:
      language === 'en'
        ? new RegExp(
            `${led}${month}\\.?\\s+(?:the\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d]|[:.,]\\d)(?:,?\\s+(?<year>(?:19|20)\\d{2})(?!\\d))?${after}`,
            'giu',
          )
        : null,
    iso: new RegExp(
      `${led}(?<![\\p{N}-])(?<year>(?:19|20)\\d{2})-(?<monthNo>\\d{2})-(?<day>\\d{2})(?![\\p{N}-])${after}`,
      'giu',
    ),
    numeric: new RegExp(
      `${led}(?<![\\p{N}./-])(?<day>\\d{1,2})(?<mark>[./-])(?<monthNo>\\d{1,2})(?:\\k<mark>(?<year>(?:19|20)\\d{2}|\\d{2})|\\.(?!\\d)|(?![\\p{N}./-]))(?![\\p{N}/-])${after}`,
      'giu',
    ),
    dayOnly: new RegExp(
      `(?<![\\p{L}\\p{N}])(?<weekday>${W})\\.?,?\\s+(?:(?:(?:${words.beforeDay})\\s+)+(?<day>\\d{1,2})${mark}|(?<marked>\\d{1,2})(?:${words.dayMark}))(?![\\p{L}\\p{N}:]|[.,/-]\\d)`,
      'giu',
    ),
    partial: new RegExp(
      `${led}(?<![\\p{N}.,/-])(?<day>\\d{1,2})(?:${words.dayMark})?\\.?\\s*(?<sep>${range}|och|and|en|og|și|e)\\s*(?=(?:(?:${W})\\.?,?\\s+)?${before}\\d{1,2}(?:${words.dayMark})?\\.?\\s*${between}(?:${M})(?!\\p{L}))`,
      'giu',
    ),
    pairBefore: new RegExp(`(?<![\\p{L}])(?<first>${W})\\.?\\s*${range}\\s*$`, 'iu'),
    weekdays: words.weekdays.map(one => new RegExp(`^(?:${one})$`, 'iu')),
    months: words.months.map(one => new RegExp(`^(?:${one})$`, 'iu')),
  }
  kept.set(language, made)
  return made
}

const indexOf = (list: readonly RegExp[], word: string | undefined): number =>
  word === undefined ? -1 : list.findIndex(one => one.test(word.replace(/\.$/, '')))

/** The day nearest to today that bears this month and day; null where there is none in any year. */
function nearest(month: number, day: number, today: Day): Day | null {
  const years = [today.year - 1, today.year, today.year + 1]
  const days = years.map(year => dayOf(year, month, day)).filter(one => one !== null)
  const far = (one: Day) => Math.abs(today.until(one).days)
  return days.sort((a, b) => far(a) - far(b))[0] ?? null
}

export function dayOf(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return day <= first.daysInMonth ? first.with({ day }) : null
}

export interface DatesFound {
  readonly dates: readonly FoundDate[]
  readonly starts: readonly FoundStart[]
}

/** All days of a passage, in their order. */
export function datesIn(passage: Passage, today: Day, country: string): DatesFound {
  const e = expressionsOf(passage.language)
  const dates: FoundDate[] = []
  const starts: FoundStart[] = []
  const taken = (start: number, end: number) => dates.some(one => start < one.end && one.start < end)
  const add = (match: RegExpMatchArray, month: number, day: number, year: number | null) => {
    const start = match.index!
    const end = start + match[0].trimEnd().length
    if (taken(start, end)) return
    const groups = match.groups!
    const weekday = indexOf(e.weekdays, groups['weekday'] ?? groups['after'] ?? groups['behind'])
    const on = year === null ? nearest(month, day, today) : dayOf(year, month, day)
    dates.push({ start, end, year, month, day, weekday: weekday < 0 ? null : weekday + 1, on })
  }
  for (const match of passage.text.matchAll(e.partial)) {
    const { day, weekday, sep } = match.groups!
    let index = indexOf(e.weekdays, weekday)
    const pair = e.pairBefore.exec(passage.text.slice(0, match.index))
    if (pair) index = indexOf(e.weekdays, pair.groups!['first'])
    starts.push({
      start: match.index,
      end: match.index + match[0].length,
      day: Number(day),
      weekday: index < 0 ? null : index + 1,
      stretch: !/^(?:och|and|en|og|și|e)$/iu.test(sep!),
    })
  }
  const yearOf = (text: string | undefined) =>
    text === undefined ? null : Number(text.length === 2 ? `20${text}` : text)
  for (const match of passage.text.matchAll(e.iso))
    add(match, Number(match.groups!['monthNo']), Number(match.groups!['day']), yearOf(match.groups!['year']))
  for (const expression of [e.textual, e.monthFirst])
    for (const match of expression ? passage.text.matchAll(expression) : []) {
      const { month, day, year } = match.groups!
      if (passage.language === 'en' && month === 'may') continue
      add(match, indexOf(e.months, month) + 1, Number(day), yearOf(year))
    }
  for (const match of passage.text.matchAll(e.numeric)) {
    const { day, monthNo, year, weekday, after, behind } = match.groups!
    const beside = weekday ?? after ?? behind
    if (year === undefined || year.length === 2) {
      if (!beside && !ledByDay(passage, match.index)) continue
      if (year === undefined && match.groups!['mark'] === '-' && !beside) continue
      // a point between two figures is a time in most countries
      if (
        year === undefined &&
        match.groups!['mark'] === '.' &&
        !beside &&
        passage.language !== 'nb' &&
        passage.language !== 'ro'
      )
        continue
    }
    const american = country === 'US' && passage.language === 'en'
    const [d, m] =
      american || (Number(monthNo) > 12 && Number(day) <= 12 && passage.language === 'en')
        ? [monthNo, day]
        : [day, monthNo]
    if ((Number(m) > 12 || Number(m) === 0) && year === undefined) continue
    if (/^\s*(?:uur|u\b|h\b)/iu.test(passage.text.slice(match.index + match[0].length))) continue
    add(match, Number(m), Number(d), yearOf(year))
  }
  for (const match of passage.text.matchAll(e.dayOnly)) {
    const day = Number(match.groups!['day'] ?? match.groups!['marked'])
    if (
      taken(match.index, match.index + match[0].length) ||
      starts.some(one => one.start <= match.index && match.index < one.end)
    )
      continue
    const on = comingDay(day, today)
    if (on) add(match, on.month, day, null)
  }
  return { dates: dates.sort((a, b) => a.start - b.start), starts }
}

/** `the 24th`: this month's or the next's. */
function comingDay(day: number, today: Day): Day | null {
  for (let month = today.with({ day: 1 }), tries = 0; tries < 3; month = month.add({ months: 1 }), tries++) {
    const on = dayOf(month.year, month.month, day)
    if (on && Temporal.PlainDate.compare(on, today) >= 0) return on
  }
  return null
}

/** Figures alone are a day only where a word before them says so. */
function ledByDay(passage: Passage, at: number): boolean {
  const words = wordsOf[passage.language]
  const lead = new RegExp(
    `(?<![\\p{L}])(?:${words.beforeDay}|${words.rangeWords}|senast|innan|före|innen|før|by|before|uiterlijk|vóór|până|antes|do|den|per)\\s+$`,
    'iu',
  )
  return lead.test(passage.text.slice(Math.max(0, at - 24), at))
}

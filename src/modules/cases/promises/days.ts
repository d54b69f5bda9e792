/** Days that a text names, by words of each language in small letters without marks. */
import type { Language } from '../../../kernel/language/catalogue.ts'
import { type DayWords, dayWords } from './day-words.ts'
import { anyOf } from './letters.ts'

type Date = Temporal.PlainDate

type Reader = readonly [
  pattern: RegExp,
  read: (match: RegExpExecArray, today: Date, work: (on: Date) => boolean) => Date | null,
]

const friday = (today: Date): Date => today.add({ days: Math.max(0, 5 - today.dayOfWeek) })
const inNextWeek = (today: Date, weekday: number): Date => today.add({ days: 8 - today.dayOfWeek + weekday - 1 })
const dayOf = (year: number, month: number, day: number): Date | null => {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** The next day of that number and month that has not passed. */
function coming(today: Date, month: number, day: number): Date | null {
  const on = dayOf(today.year, month, day)
  return on && Temporal.PlainDate.compare(on, today) < 0 ? dayOf(today.year + 1, month, day) : on
}

function comingDay(today: Date, day: number): Date | null {
  const on = dayOf(today.year, today.month, day)
  if (on && Temporal.PlainDate.compare(on, today) >= 0) return on
  const month = today.add({ months: 1 })
  return dayOf(month.year, month.month, day)
}

function afterWorkdays(from: Date, days: number, work: (on: Date) => boolean): Date {
  let on = from
  for (let left = days; left > 0; ) {
    on = on.add({ days: 1 })
    if (work(on)) left--
  }
  return on
}

function readersOf(w: DayWords): Reader[] {
  const number = `(\\d{1,2}(?:-\\d{1,2})?|${w.numbers.join('|')})`
  const count = (said: string): number => {
    const figures = said.split('-').at(-1)!
    return /^\d/.test(figures) ? Number(figures) : w.numbers.findIndex(one => new RegExp(`^(?:${one})$`).test(said)) + 1
  }
  const lasting = (unit: string) => anyOf(`(?:${w.within}) ${number} (?:${unit})`)
  const month = w.months.map(one => `(${one})\\.?`).join('|')
  const monthAt = (found: RegExpExecArray, from: number) => found.slice(from, from + 12).findIndex(Boolean) + 1
  const weekdays = w.weekdays.flatMap((name, index): Reader[] => [
    [anyOf(`(?:${w.next}) ${name}|${name} (?:${w.next})`), (_, today) => inNextWeek(today, index + 1)],
    [anyOf(`${name}`), (_, today) => today.add({ days: (index + 1 - today.dayOfWeek + 7) % 7 || 7 })],
  ])
  const nextOnes = weekdays.filter((_, n) => n % 2 === 0)
  const plainOnes = weekdays.filter((_, n) => n % 2 === 1)
  return [
    [/(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/gu, m => dayOf(Number(m[1]), Number(m[2]), Number(m[3]))],
    [
      anyOf(`(\\d{1,2})(?:${w.ordinal || '(?!)'}|\\.)?${w.of} (?:${month})(?: (\\d{4}))?`),
      (m, today) =>
        m[14] ? dayOf(Number(m[14]), monthAt(m, 2), Number(m[1])) : coming(today, monthAt(m, 2), Number(m[1])),
    ],
    [
      anyOf(`(?:${month}) (\\d{1,2})(?:${w.ordinal || '(?!)'})?`),
      (m, today) => coming(today, monthAt(m, 1), Number(m[13])),
    ],
    [
      /(?<![\d/.])(\d{1,2})(?:\/|\.)(\d{1,2})\.?(?![\d/])/gu,
      (m, today) => (Number(m[2]) <= 12 && Number(m[1]) <= 31 ? coming(today, Number(m[2]), Number(m[1])) : null),
    ],
    [anyOf(`(?:${w.the}) (\\d{1,2})(?:${w.ordinal || '(?!)'})?`), (m, today) => comingDay(today, Number(m[1]))],
    [lasting(w.workdays), (m, today, work) => afterWorkdays(today, count(m[1]!), work)],
    [lasting(w.days), (m, today) => today.add({ days: count(m[1]!) })],
    [lasting(w.weeks), (m, today) => today.add({ weeks: count(m[1]!) })],
    [
      anyOf(`(?:${w.within}) ${number} (?:${w.hours})`),
      (m, today) => today.add({ days: Math.floor(count(m[1]!) / 20) }),
    ],
    [anyOf(w.dayAfter), (_, today) => today.add({ days: 2 })],
    [anyOf(w.tomorrow), (_, today) => today.add({ days: 1 })],
    [anyOf(w.earlyNextWeek), (_, today) => inNextWeek(today, 2)],
    ...nextOnes,
    ...plainOnes,
    [anyOf(w.nextWeek), (_, today) => inNextWeek(today, 5)],
    [anyOf(w.thisWeek), (_, today) => friday(today)],
    [anyOf(w.monthEnd), (_, today) => today.with({ day: today.daysInMonth })],
    [anyOf(w.today), (_, today) => today],
  ]
}

const readers = Object.fromEntries(Object.entries(dayWords).map(([language, w]) => [language, readersOf(w)])) as Record<
  Language,
  Reader[]
>

/** The day that a sentence names, by the day on which it was written; null where it names none, or one that lies behind. */
export function dayIn(plain: string, language: Language, today: Date, work: (on: Date) => boolean): Date | null {
  for (const [pattern, read] of readers[language]) {
    pattern.lastIndex = 0
    const match = pattern.exec(plain)
    const on = match && read(match, today, work)
    if (on && Temporal.PlainDate.compare(on, today) >= 0) return on
  }
  return null
}

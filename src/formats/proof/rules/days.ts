/** Days that cannot be, or are another weekday, another week, or gone by. */
import { dayOf, datesIn, type DatesFound, type FoundDate } from '../dates.ts'
import { found, type Passage, type Prepared, type ProofFinding, type Rule } from '../model.ts'
import { wholeOf, wordsOf } from '../words/index.ts'
import { byToday } from './today.ts'

type Day = Temporal.PlainDate
const compare = Temporal.PlainDate.compare

export const days: Rule = prepared => {
  const { question } = prepared
  return prepared.passages.flatMap(passage => {
    const all = datesIn(passage, question.today, question.country)
    return [
      ...all.dates.flatMap(date => ofDate(prepared, passage, date)),
      ...startsOf(prepared, passage, all),
      ...stretches(passage, all.dates),
      ...weeks(prepared, passage, all.dates),
      ...relatives(prepared, passage, all.dates),
    ]
  })
}

function ofDate(prepared: Prepared, passage: Passage, date: FoundDate): ProofFinding[] {
  if (date.on === null)
    return [
      found(passage, date.start, date.end, {
        rule: 'no-such-day',
        severity: 'loud',
        data: { day: date.day, month: date.month },
      }),
    ]
  const wrong = wrongWeekday(prepared, passage, date, date.weekday, date.on)
  return wrong ? [wrong] : byToday(prepared, passage, date, date.on)
}

/** Where no year stands, half a year away may be either year's. */
const meantToo = (date: FoundDate, on: Day, today: Day): Day | null => {
  if (date.year !== null) return null
  const far = today.until(on).days
  return Math.abs(far) < 150 ? null : dayOf(on.year + (far > 0 ? -1 : 1), on.month, on.day)
}

function wrongWeekday(
  prepared: Prepared,
  passage: Passage,
  date: Pick<FoundDate, 'start' | 'end'> & Partial<FoundDate>,
  weekday: number | null,
  on: Day,
) {
  if (weekday === null || on.dayOfWeek === weekday) return null
  const other = date.year === undefined ? null : meantToo(date as FoundDate, on, prepared.question.today)
  if (other && other.dayOfWeek === weekday) return null
  return found(passage, date.start, date.end, {
    rule: 'weekday',
    severity: 'loud',
    data: { on: on.toString(), isWeekday: on.dayOfWeek, saidWeekday: weekday },
  })
}

/** `23–27 November`: the first day has its month from the second. */
function startsOf(prepared: Prepared, passage: Passage, { dates, starts }: DatesFound): ProofFinding[] {
  return starts.flatMap(start => {
    const date = dates.find(one => one.start >= start.end - 1)
    if (!date?.on || date.start - start.end > 16) return []
    const place = { start: start.start, end: date.end }
    const on = dayOf(date.on.year, date.on.month, start.day)
    if (start.day > 31) return []
    if (!on)
      return [
        found(passage, place.start, place.end, {
          rule: 'no-such-day',
          severity: 'loud',
          data: { day: start.day, month: date.month },
        }),
      ]
    if (start.stretch && start.day > date.day)
      return [
        found(passage, place.start, place.end, {
          rule: 'reversed',
          reason: 'reversed.days',
          severity: 'loud',
          data: { fromOn: on.toString(), untilOn: date.on.toString() },
        }),
      ]
    const wrong = wrongWeekday(prepared, passage, { ...date, ...place }, start.weekday, on)
    return wrong ? [wrong] : []
  })
}

/** From one day to another that lies before it. */
function stretches(passage: Passage, dates: readonly FoundDate[]): ProofFinding[] {
  const words = wordsOf[passage.language]
  const between = wholeOf(passage.language, 'stretch', () => words.rangeWords)
  return dates.flatMap((first, index) => {
    const second = dates[index + 1]
    if (!second?.on || !first.on) return []
    const gap = passage.text.slice(first.end, second.start).trim()
    between.lastIndex = 0
    const paired = and.test(gap) && fromTo.test(passage.text.slice(0, first.start))
    if (gap.length > 16 || !(/^[-–—]$/.test(gap) || between.test(gap) || paired)) return []
    const from = first.year === null && second.year !== null ? dayOf(second.year, first.month, first.day) : first.on
    let until: Day | null = second.on
    if (!from) return []
    if (second.year === null && compare(until, from) < 0) until = dayOf(until.year + 1, until.month, until.day)
    // across New Year the first's year goes without saying too
    const back = first.year === null ? dayOf(from.year - 1, from.month, from.day) : null
    const spans = [
      until && from.until(until).days,
      back && from.year === second.on.year && second.year !== null ? back.until(second.on).days : null,
    ]
    if (
      spans.some(
        span => typeof span === 'number' && span >= 0 && (first.year !== null || span < 200 || second.year === null),
      )
    ) {
      const apart = until ? from.until(until).days : 0
      if (!(first.year === null && second.year === null && apart > 250)) return []
    }
    return [
      found(passage, first.start, second.end, {
        rule: 'reversed',
        reason: 'reversed.days',
        severity: 'loud',
        data: { fromOn: from.toString(), untilOn: second.on.toString() },
      }),
    ]
  })
}

/** `between the 28th and the 23rd` */
const fromTo =
  /(?<!\p{L})(?:between|mellan|mellom|tussen|între|entre)\s+(?:(?:the|den|de|o|os|dia|dias|data de)\s+)*(?:\p{L}+,?\s+(?:(?:the|den|de)\s+)?)?$/iu
const and = /^(?:and|och|og|en|și|e)(?:\s+(?:the|den|de|o|dia))?$/iu

const near =
  /^[\s,(–—:;-]*(?:den |the |on |dagen |de |op |på |pe |em |no dia |dia |som er |det vil si |dvs\.? |d\.v\.s\.? |adică |ou seja |dus |i\.e\.? |that is )*[\s(]*$/iu

function weeks(prepared: Prepared, passage: Passage, dates: readonly FoundDate[]): ProofFinding[] {
  const body = () => `(?:${wordsOf[passage.language].week})\\s?(\\d{1,2})`
  const expression = wholeOf(passage.language, 'week', body)
  return [...passage.text.matchAll(expression)].flatMap(match => {
    const week = Number(match[1])
    const start = match.index
    const end = start + match[0].length
    if (week === 0 || week > 53)
      return [
        found(passage, start, end, { rule: 'week', reason: 'week.none', severity: 'loud', data: { saidWeek: week } }),
      ]
    const beside = dates.filter(
      date =>
        (date.start >= end && near.test(passage.text.slice(end, date.start).replace(/\d{1,2}\.?\s*[-–]\s*$/, ''))) ||
        (date.end <= start && near.test(passage.text.slice(date.end, start))),
    )
    const date = beside[0]
    if (!date?.on) return []
    if (date.on.weekOfYear === week) return []
    const other = meantToo(date, date.on, prepared.question.today)
    if (other?.weekOfYear === week) return []
    return [
      found(passage, Math.min(start, date.start), Math.max(end, date.end), {
        rule: 'week',
        severity: 'loud',
        data: { on: date.on.toString(), isWeek: date.on.weekOfYear!, saidWeek: week },
      }),
    ]
  })
}

function relatives(prepared: Prepared, passage: Passage, dates: readonly FoundDate[]): ProofFinding[] {
  const words = wordsOf[passage.language]
  const names = Object.keys(words.relative).sort((a, b) => b.length - a.length)
  const weekdays = words.weekdays.map(one => new RegExp(`^(?:${one})$`, 'iu'))
  const beside = wholeOf(
    passage.language,
    'relative',
    () => `(${names.join('|')})(?:\\s*[,(]?\\s*|\\s+(?:den|the|op|på|pe)\\s+)(${words.weekdays.join('|')})`,
  )
  const { today } = prepared.question
  const meant = (name: string) => today.add({ days: words.relative[name.toLowerCase()] ?? 0 })
  const say = (start: number, end: number, name: string, on: Day) => {
    const is = meant(name)
    return found(passage, start, end, {
      rule: 'relative-day',
      severity: 'loud',
      data: { word: name, isOn: is.toString(), on: on.toString() },
    })
  }
  const byDate = [...passage.text.matchAll(wholeOf(passage.language, 'relative alone', () => names.join('|')))].flatMap(
    match => {
      const end = match.index + match[0].length
      const date = dates.find(
        one =>
          (one.start >= end && near.test(passage.text.slice(end, one.start))) ||
          (one.end <= match.index &&
            near.test(passage.text.slice(one.end, match.index)) &&
            /[,(]/.test(passage.text.slice(one.end, match.index))),
      )
      return date?.on && !date.on.equals(meant(match[0]))
        ? [say(Math.min(match.index, date.start), Math.max(end, date.end), match[0], date.on)]
        : []
    },
  )
  const byWeekday = [...passage.text.matchAll(beside)].flatMap(match => {
    const weekday = weekdays.findIndex(one => one.test(match[2]!)) + 1
    const is = meant(match[1]!)
    if (
      weekday === 0 ||
      is.dayOfWeek === weekday ||
      byDate.some(one => one.at!.start - passage.offset <= match.index && match.index < one.at!.end - passage.offset)
    )
      return []
    return [say(match.index, match.index + match[0].length, match[1]!, is.add({ days: weekday - is.dayOfWeek }))]
  })
  return [...byDate, ...byWeekday]
}

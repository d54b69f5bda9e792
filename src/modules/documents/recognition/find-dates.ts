import { type DayOrder, type DateText, datesIn } from './date.ts'
import { unconfuse } from './amount.ts'
import type { Row, Sheet, Span, Token } from './layout.ts'

/** A date at its place, its order settled as far as the document allows. */
export interface DateAt extends Span {
  readonly iso: string
  /** Other readings of the same digits. */
  readonly others: readonly string[]
  /** Day and month could be exchanged, and nothing in the document says which. */
  readonly ambiguous: boolean
  /** Eight digits in a row: a date only where a label says so. */
  readonly compact: boolean
  /** Letters had to be read as digits. */
  readonly repaired: boolean
}

export interface DateContext {
  readonly language: string | null
  readonly country: string | null
  /** Signs of a month-first country in the text: state and ZIP, dollars. */
  readonly american: boolean
}

interface Raw extends Span {
  readonly date: DateText
  readonly repaired: boolean
}

/** All dates of the sheet. Unambiguous ones decide how the ambiguous are read. */
export function findDates(sheet: Sheet, context: DateContext): DateAt[] {
  const yearFirst = context.language === 'sv' && (context.country === null || context.country === 'SE')
  const raw = sheet.rows.flatMap(row => datesOfRow(row, sheet.recognised)).map(one => withoutRare(one, yearFirst))
  const settled = orderOf(raw, context)
  return raw.map(one => settle(one, settled))
}

/** `26-03-04` begins with its year in Swedish, and elsewhere only where it can be nothing else. */
function withoutRare(raw: Raw, yearFirst: boolean): Raw {
  const { readings } = raw.date
  const swedish = readings.filter(one => one.order === 'year-first')
  if (swedish.length === 0 || swedish.length === readings.length) return raw
  const dashed = raw.row.tokens.slice(raw.from, raw.to).some(token => token.text.includes('-'))
  const kept = yearFirst && dashed ? swedish : readings.filter(one => one.order !== 'year-first')
  return { ...raw, date: { ...raw.date, readings: kept } }
}

function datesOfRow(row: Row, recognised: boolean): Raw[] {
  const { text, starts } = join(row)
  if (!/\d/.test(text)) return []
  const found = datesIn(text).map(date => ({ ...spanOf(row, starts, date), date, repaired: false }))
  if (!recognised || found.length > 0) return found
  const repaired = repairRow(row)
  if (repaired === null) return []
  return datesIn(repaired).map(date => ({ ...spanOf(row, starts, date), date, repaired: true }))
}

function join(row: Row): { text: string; starts: number[] } {
  const starts: number[] = []
  let text = ''
  for (const token of row.tokens) {
    starts.push(text.length)
    text += `${token.text} `
  }
  return { text, starts }
}

/** The row with look-alike letters turned to digits in words that are mostly digits; same length, so places stay true. */
function repairRow(row: Row): string | null {
  let changed = false
  const words = row.tokens.map(({ text }) => {
    const mostly = text.replace(/[^\d./-]/g, '').length >= text.length / 2
    const fixed = mostly ? unconfuse(text) : null
    if (fixed === null) return text
    changed = true
    return fixed
  })
  return changed ? `${words.join(' ')} ` : null
}

function spanOf(row: Row, starts: readonly number[], date: DateText): Span {
  let from = 0
  let to = 0
  for (const [index, start] of starts.entries()) {
    const end = start + (row.tokens[index] as Token).text.length
    if (start <= date.start) from = index
    if (start < date.end && end > date.start) to = index + 1
  }
  return { row, from, to: Math.max(to, from + 1) }
}

interface Settled {
  readonly order: DayOrder
  readonly certain: boolean
}

const monthFirstCountries = new Set(['US', 'PH', 'FM', 'MH', 'PW'])

function orderOf(raw: readonly Raw[], context: DateContext): Settled {
  const votes = { 'day-first': 0, 'month-first': 0 }
  for (const { date } of raw) {
    const order = date.readings.length === 1 ? date.readings[0]?.order : null
    if (order === 'day-first' || order === 'month-first') votes[order] += 1
  }
  if (votes['month-first'] > votes['day-first']) return { order: 'month-first', certain: votes['day-first'] === 0 }
  if (votes['day-first'] > 0) return { order: 'day-first', certain: votes['month-first'] === 0 }
  if (context.country !== null) {
    return { order: monthFirstCountries.has(context.country) ? 'month-first' : 'day-first', certain: true }
  }
  if (context.american) return { order: 'month-first', certain: false }
  return { order: 'day-first', certain: context.language !== null && context.language !== 'en' }
}

function settle({ row, from, to, date, repaired }: Raw, settled: Settled): DateAt {
  const { readings } = date
  const preferred = readings.find(one => one.order === settled.order) ?? readings[0]
  const choice = preferred ?? { iso: '', order: null }
  const others = readings.filter(one => one.iso !== choice.iso).map(one => one.iso)
  const dotted = row.tokens.slice(from, to).some(token => /\d\.\d{1,2}\.\d/.test(token.text))
  const dayFirst = dotted ? readings.find(one => one.order === 'day-first') : undefined
  if (dayFirst)
    return {
      row,
      from,
      to,
      iso: dayFirst.iso,
      others: others.filter(iso => iso !== dayFirst.iso),
      compact: false,
      ambiguous: false,
      repaired,
    }
  return {
    row,
    from,
    to,
    iso: choice.iso,
    others,
    compact: date.compact,
    ambiguous: readings.length > 1 && !settled.certain,
    repaired,
  }
}

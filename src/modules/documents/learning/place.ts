/**
 * Where a field stands on the papers of one sender, learnt from a value that a person gave: beside or below which words, or at
 * which spot of the page. Pure. A place is kept only if it gives the corrected value on the very paper it was learnt from.
 */
import { fromHundredths } from '../recognition/decimal.ts'
import { findAmounts } from '../recognition/find-amounts.ts'
import { findDates } from '../recognition/find-dates.ts'
import { squash } from '../recognition/fold.ts'
import {
  lineHeight,
  type Row,
  type Sheet,
  type Span,
  spanLeft,
  spanRight,
  spanText,
  startsColumn,
} from '../recognition/layout.ts'
import { underneath } from '../recognition/near.ts'
import type { FieldName } from '../recognition/types.ts'

/** The words that a value stands beside or below, as on the paper; compared by their letters alone. */
export interface Anchor {
  readonly side: 'beside' | 'below'
  readonly words: string
}

/** A spot on the page, as fractions of it: middle of the value. */
export interface Spot {
  readonly page: 'first' | 'last'
  readonly x: number
  readonly y: number
}

export interface Place {
  /** All that fit; each further correction leaves those that fit again. */
  readonly anchors: readonly Anchor[]
  /** Where no words stand by it. */
  readonly spot: Spot | null
  /** How a number looks, `A-9`: runs of letters and of digits; null for days and amounts. */
  readonly shape: string | null
  /** It is written without the spaces that stand on the paper. */
  readonly compact: boolean
  /** Day and month are exchanged on these papers: the other reading of 03/04/2026 is meant. */
  readonly otherOrder: boolean
}

/** What bears on how the figures of a paper are read. */
export interface Eyes {
  readonly language: string | null
  readonly country: string | null
}

const days: ReadonlySet<FieldName> = new Set(['issuedOn', 'dueOn', 'periodFrom', 'periodTo', 'validUntil'])
const amounts: ReadonlySet<FieldName> = new Set(['net', 'vat', 'total', 'payable'])
const numbers: ReadonlySet<FieldName> = new Set(['number', 'reference', 'orderNumber', 'account', 'iban'])

/** Whether it is a field of which a place can be learnt. */
export const standsSomewhere = (name: FieldName): boolean => days.has(name) || amounts.has(name) || numbers.has(name)

interface Candidate extends Span {
  readonly value: string
  readonly others: readonly string[]
}

const longestRun = 6
const mostAnchors = 4
const longestLabel = 4
/** Rows below its words in which a value may stand, and how many heights of a line lie between. */
const rowsBelow = 3
const heightsBelow = 3.4

/** `INV-2026/0312` → `A-9/9`. */
export function shapeOf(text: string): string {
  return text
    .trim()
    .replace(/\p{L}+/gu, 'A')
    .replace(/\d+/g, '9')
    .replace(/\s+/g, ' ')
}

/** Everything on the sheet that could be a value of the field; of numbers those alone of which `wanted` holds. */
function candidates(sheet: Sheet, name: FieldName, eyes: Eyes, wanted: (text: string) => boolean): Candidate[] {
  if (days.has(name))
    return findDates(sheet, { ...eyes, american: false }).map(date => ({
      ...spanOf(date),
      value: date.iso,
      others: date.others,
    }))
  if (amounts.has(name))
    return findAmounts(sheet).map(amount => ({ ...spanOf(amount), value: fromHundredths(amount.value), others: [] }))
  return sheet.rows.flatMap(row => runsOf(row, wanted))
}

const spanOf = ({ row, from, to }: Span): Span => ({ row, from, to })
const bare = (text: string): string => text.replace(/^[#:(="'№]+|[).,;:"'|]+$/g, '')

/** Neighbouring words of one column that hold a digit. */
function runsOf(row: Row, wanted: (text: string) => boolean): Candidate[] {
  const found: Candidate[] = []
  for (let from = 0; from < row.tokens.length; from += 1) {
    for (let to = from + 1; to <= Math.min(row.tokens.length, from + longestRun); to += 1) {
      if (to > from + 1 && startsColumn(row, to - 1)) break
      const value = bare(spanText({ row, from, to }))
      if (/\d/.test(value) && value.length <= 60 && wanted(value)) found.push({ row, from, to, value, others: [] })
    }
  }
  return found
}

/** The words right before a value in its row, up to where their column begins. */
function wordsBefore(span: Span): string | null {
  const { row } = span
  let from = span.from
  while (from > 0 && span.from - from < longestLabel) {
    const token = row.tokens[from - 1]!
    if (/\d/.test(token.key)) break
    from -= 1
    if (startsColumn(row, from)) break
  }
  return wordsOf({ row, from, to: span.from })
}

/** The words of the column right above a value. */
function wordsAbove(sheet: Sheet, span: Span): string | null {
  for (let up = 1; up <= rowsBelow; up += 1) {
    const row = sheet.rows[span.row.index - up]
    if (!row || row.page !== span.row.page || span.row.top - row.bottom > heightsBelow * lineHeight(row)) return null
    const over = columnsOf(row).find(column => underneath(column, span) && wordsOf(column) !== null)
    if (over) return wordsOf(over)
  }
  return null
}

/** The row cut where columns begin. */
function columnsOf(row: Row): Span[] {
  const starts = row.tokens.flatMap((_, at) => (startsColumn(row, at) ? [at] : []))
  return starts.map((from, index) => ({ row, from, to: starts[index + 1] ?? row.tokens.length }))
}

/** What a label may be: a few words without figures. */
function wordsOf(span: Span): string | null {
  const text = spanText(span)
  const key = squash(text)
  return key.length >= 2 && key.length <= 40 && !/\d/.test(key) ? text.trim().slice(0, 60) : null
}

/** Every place at which these words stand. */
function occurrences(sheet: Sheet, words: string): Span[] {
  const key = squash(words)
  const found: Span[] = []
  for (const row of sheet.rows) {
    for (let from = 0; from < row.tokens.length; from += 1) {
      if (row.tokens[from]!.key === '') continue
      let sofar = ''
      for (let to = from + 1; to <= row.tokens.length && sofar.length < key.length; to += 1) {
        sofar += row.tokens[to - 1]!.key
        if (sofar === key) found.push({ row, from, to })
      }
    }
  }
  return found
}

const nothingBetween = (row: Row, from: number, to: number): boolean =>
  row.tokens.slice(from, to).every(token => token.key === '')

/** The candidate that stands at one occurrence of the words; of several that begin there the longest. */
function atLabel(sheet: Sheet, label: Span, side: Anchor['side'], list: readonly Candidate[]): Candidate | null {
  const longest = (some: readonly Candidate[]) => some.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0] ?? null
  if (side === 'beside')
    return longest(
      list.filter(({ row, from }) => row === label.row && from >= label.to && nothingBetween(row, label.to, from)),
    )
  for (let down = 1; down <= rowsBelow; down += 1) {
    const row = sheet.rows[label.row.index + down]
    if (!row || row.page !== label.row.page || row.top - label.row.bottom > heightsBelow * lineHeight(label.row)) break
    const here = list.filter(one => one.row === row && underneath(label, one))
    if (here.length > 0) return longest(here)
  }
  return null
}

const middleOf = (sheet: Sheet, { row, from, to }: Span) => ({
  x: (spanLeft({ row, from, to }) + spanRight({ row, from, to })) / 2 / (sheet.width.get(row.page) ?? 595),
  y: (row.top + row.bottom) / 2 / (sheet.height.get(row.page) ?? 842),
})

/** How far a value may stand from its spot: two lines' breadth aside, less than a line up or down. */
const aside = 0.06
const upOrDown = 0.012

function atSpot(sheet: Sheet, spot: Spot, list: readonly Candidate[]): Candidate[] {
  const pages = sheet.rows.map(({ page }) => page)
  const page = spot.page === 'first' ? Math.min(...pages) : Math.max(...pages)
  const near = list.filter(one => {
    const { x, y } = middleOf(sheet, one)
    return one.row.page === page && !one.row.flow && Math.abs(x - spot.x) < aside && Math.abs(y - spot.y) < upOrDown
  })
  const longest = Math.max(0, ...near.map(({ from, to }) => to - from))
  return near.filter(({ from, to }) => to - from === longest)
}

export interface FoundAt {
  readonly value: string
  readonly span: Span
}

const written = (one: Candidate, place: Place): string =>
  place.otherOrder && one.others[0] ? one.others[0] : place.compact ? one.value.replace(/\s+/g, '') : one.value

function valuesAt(sheet: Sheet, place: Place, anchor: Anchor, list: readonly Candidate[]): FoundAt[] {
  return occurrences(sheet, anchor.words).flatMap(label => {
    const one = atLabel(sheet, label, anchor.side, list)
    return one ? [{ value: written(one, place), span: spanOf(one) }] : []
  })
}

/** The one value that stands at the place; null where none does, or where its signs disagree. */
export function valueAt(sheet: Sheet, name: FieldName, place: Place, eyes: Eyes): FoundAt | null {
  const list = candidates(sheet, name, eyes, text => place.shape === null || shapeOf(text) === place.shape)
  const found = place.anchors.flatMap(anchor => valuesAt(sheet, place, anchor, list))
  const all =
    found.length === 0 && place.spot
      ? atSpot(sheet, place.spot, list).map(one => ({ value: written(one, place), span: spanOf(one) }))
      : found
  return new Set(all.map(({ value }) => value)).size === 1 ? all[0]! : null
}

const mostPlacesLookedAt = 12

/** The places that give this value on this paper, or null where none does. */
export function placeOf(sheet: Sheet, name: FieldName, value: string, eyes: Eyes): Place | null {
  const asNumber = squash(value)
  const meant = (one: Candidate) =>
    numbers.has(name) ? squash(one.value) === asNumber : one.value === value || one.others.includes(value)
  const list = candidates(sheet, name, eyes, text => squash(text) === asNumber)
    .filter(meant)
    .slice(0, mostPlacesLookedAt)
  const first = list[0]
  if (!first) return null
  const blank: Place = {
    anchors: [],
    spot: null,
    shape: numbers.has(name) ? shapeOf(first.value) : null,
    compact: numbers.has(name) && /\s/.test(first.value) && !/\s/.test(value),
    otherOrder: first.value !== value && first.others.includes(value),
  }
  const gives = (place: Place) => {
    const found = valueAt(sheet, name, place, eyes)
    return found !== null && (numbers.has(name) ? squash(found.value) === asNumber : found.value === value)
  }
  const signs = list.flatMap((one): Anchor[] => {
    const [before, above] = [wordsBefore(one), wordsAbove(sheet, one)]
    return [
      ...(before ? [{ side: 'beside' as const, words: before }] : []),
      ...(above ? [{ side: 'below' as const, words: above }] : []),
    ]
  })
  const anchors = once(signs)
    .filter(anchor => gives({ ...blank, anchors: [anchor] }))
    .slice(0, mostAnchors)
  if (anchors.length > 0) return { ...blank, anchors }
  const spots = list.filter(({ row }) => !row.flow).map(one => spotOf(sheet, one))
  const spot = spots.find(one => gives({ ...blank, spot: one })) ?? null
  return spot && { ...blank, spot }
}

function spotOf(sheet: Sheet, one: Span): Spot {
  const first = sheet.rows[0]?.page
  const { x, y } = middleOf(sheet, one)
  return { page: one.row.page === first ? 'first' : 'last', x: round(x), y: round(y) }
}

const round = (part: number): number => Math.round(part * 10_000) / 10_000
const keyOf = ({ side, words }: Anchor): string => `${side} ${squash(words)}`
const once = (anchors: readonly Anchor[]): Anchor[] => [...new Map(anchors.map(one => [keyOf(one), one])).values()]

/** What two papers taught together: the signs that held on both; where none did, what the later one taught. */
export function bothPlaces(before: Place, now: Place): Place {
  const same = new Set(before.anchors.map(keyOf))
  const anchors = now.anchors.filter(one => same.has(keyOf(one)))
  return anchors.length > 0 ? { ...now, anchors } : now
}

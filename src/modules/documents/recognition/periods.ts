import { daysBetween, monthOf, monthSpan } from './date.ts'
import type { DateAt } from './find-dates.ts'
import { squash } from './fold.ts'
import type { Guess } from './found.ts'
import type { Label } from './labels.ts'
import { type Row, startsColumn, type Token } from './layout.ts'
import { byRow } from './near.ts'
import { phrasesOf, vocabularies } from './vocabulary/index.ts'

const untilWords = new Set(vocabularies.flatMap(one => phrasesOf(one.untilWords).map(squash)))

/** A period: two dates with a dash or a word between them, under or beside a label; or a month and year. */
export function periods(
  dates: readonly DateAt[],
  announced: ReadonlySet<DateAt>,
  labels: readonly Label[],
): { periodFrom: Guess[]; periodTo: Guess[] } {
  const from: Guess[] = []
  const to: Guess[] = []
  const inRows = byRow(dates)
  for (const [row, inRow] of inRows) {
    for (const [index, first] of inRow.entries()) {
      const second = inRow[index + 1]
      const labelled = announced.has(first)
      if (!second || daysBetween(first.iso, second.iso) < 0) continue
      if (!spans(row, first, second) && !(labelled && second.from === first.to)) continue
      const confidence = labelled ? 0.9 : 0.5
      const reasons = [labelled ? 'label-beside' : 'range-of-dates']
      from.push({ value: first.iso, span: first, confidence, sure: labelled && !first.ambiguous, reasons })
      to.push({ value: second.iso, span: second, confidence, sure: labelled && !second.ambiguous, reasons })
    }
  }
  if (from.length > 0) return { periodFrom: from, periodTo: to }
  return monthPeriod(labels)
}

function spans(row: Row, first: DateAt, second: DateAt): boolean {
  if (first.from === second.from) return true
  const between = row.tokens.slice(first.to, second.from)
  if (between.length > 4) return false
  const glued =
    /[-–]$/.test((row.tokens[first.to - 1] as Token).text) || /^[-–]/.test((row.tokens[second.from] as Token).text)
  return (
    glued ||
    between.some(token => /^[-–—]$/.test(token.text)) ||
    untilWords.has(between.map(token => token.key).join(''))
  )
}

function monthPeriod(labels: readonly Label[]): { periodFrom: Guess[]; periodTo: Guess[] } {
  const from: Guess[] = []
  const to: Guess[] = []
  for (const label of labels) {
    if (!label.concepts.includes('period')) continue
    for (let at = label.to; at + 1 < label.row.tokens.length && at < label.to + 3; at += 1) {
      const month = monthOf((label.row.tokens[at] as Token).text)
      const year = /^(20\d{2})[.,;]?$/.exec((label.row.tokens[at + 1] as Token).text)
      if (month === null || !year || (startsColumn(label.row, at) && at > label.to)) continue
      const whole = monthSpan(Number(year[1]), month)
      if (!whole) continue
      const span = { row: label.row, from: at, to: at + 2 }
      from.push({ value: whole.from, span, confidence: 0.85, sure: false, reasons: ['month-named'] })
      to.push({ value: whole.to, span, confidence: 0.85, sure: false, reasons: ['month-named'] })
    }
  }
  return { periodFrom: from, periodTo: to }
}

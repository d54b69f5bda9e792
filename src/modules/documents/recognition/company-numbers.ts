import type { Guess } from './found.ts'
import { announces, type Label } from './labels.ts'
import { lineHeight, type Row, type Sheet, type Span, type Token } from './layout.ts'
import { byRow } from './near.ts'
import { organisationNumber } from './registers.ts'
import { saysYours } from './sender-numbers.ts'

/** How each country writes the number of a company; others are taken as long as they have five digits. */
const shapes: Readonly<Record<string, RegExp>> = {
  SE: /^\d{6}-?\d{4}$/,
  NO: /^\d{9}(?:MVA)?$/,
  DK: /^\d{8}$/,
  NL: /^\d{8}$/,
  PT: /^\d{9}$/,
  FR: /^\d{9}(?:\d{5})?$/,
  RO: /^J\d{1,2}\/\d{1,7}\/\d{4}$|^J\d{13}$/,
  GB: /^[A-Z]{0,2}\d{6,8}$/,
  IE: /^\d{5,6}$/,
}
const anywhere = /^(?!\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$)(?:HR[AB])?[A-Z]{0,2}[\d./-]{5,17}$/

/** Company numbers of the sender: right of their label or under it, in the writing of the country. */
export function organisationGuesses(
  sheet: Sheet,
  labels: readonly Label[],
  country: string | null,
  isBuyers: (span: Span) => boolean,
  vatNumbers: readonly Guess[],
): Guess[] {
  const inRows = byRow(labels)
  const shape = shapes[country ?? ''] ?? anywhere
  const found: Guess[] = []
  for (const label of labels) {
    if (!announces(label, 'organisationNumber') || isBuyers(label)) continue
    const place = placesOf(sheet, label).find(one => shape.test(one.text))
    if (!place || isBuyers(place) || saysYours(inRows.get(place.row) ?? [], place.from)) continue
    const number = organisationNumber(place.text, country)
    if (!number) continue
    const exact = country !== null && country in shapes
    const confidence = number.valid ? 0.93 : exact ? 0.85 : 0.7
    const reasons = ['label-beside', number.valid ? 'check-digits-right' : 'unchecked']
    found.push({ value: number.value, span: place, confidence, sure: number.valid, reasons })
  }
  return found.length > 0 ? found : fromVatNumber(vatNumbers)
}

/** In Norway and Portugal the company number is the VAT number without its trimmings. */
function fromVatNumber(vatNumbers: readonly Guess[]): Guess[] {
  const first = vatNumbers[0]
  if (!first || !/^(?:NO|PT)\d{9}/.test(first.value)) return []
  return [
    {
      ...first,
      value: first.value.slice(2, 11),
      confidence: first.confidence * 0.97,
      reasons: [...first.reasons, 'from-vat-number'],
    },
  ]
}

interface Place extends Span {
  readonly text: string
}

/** Runs of digit groups right of the label, then in the two rows under it in its column. */
function placesOf(sheet: Sheet, label: Label): Place[] {
  const places = runs(label.row, label.to, Math.min(label.row.tokens.length, label.to + 8))
  const left = label.row.tokens[label.from]?.left ?? 0
  for (const row of sheet.rows.slice(label.row.index + 1, label.row.index + 8)) {
    if (row.page !== label.row.page || row.top - label.row.bottom > 2.5 * lineHeight(label.row)) break
    const from = row.tokens.findIndex(token => Math.abs(token.left - left) < 30)
    if (from >= 0)
      places.push(...runs(row, from, Math.min(row.tokens.length, from + 5)).filter(one => one.from === from))
  }
  return places
}

function runs(row: Row, from: number, to: number): Place[] {
  const found: Place[] = []
  for (let at = from; at < to; at += 1) {
    const text = clean(row.tokens[at] as Token)
    if (!/^(?:[A-Z]{0,3})\d/.test(text)) continue
    let end = at + 1
    let joined = text
    while (end < to && /^[\d-]{2,6}$/.test(clean(row.tokens[end] as Token)) && joined.length < 12) {
      joined += clean(row.tokens[end] as Token)
      end += 1
    }
    const bare = joined.replace(/^(?:NO|SE)(?=\d)/, '')
    found.push({ row, from: at, to: end, text: bare }, { row, from: at, to: at + 1, text })
  }
  return found
}

function clean(token: Token): string {
  return token.text.replace(/[,;:)]+$|^\(/g, '')
}

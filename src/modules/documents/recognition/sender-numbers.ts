import type { Guess } from './found.ts'
import { announces, type Label } from './labels.ts'
import type { Row, Sheet, Span, Token } from './layout.ts'
import { byRow } from './near.ts'
import { bareVatNumber, type RegisterNumber, vatNumber } from './registers.ts'

const countryOfLanguage: Readonly<Record<string, string>> = {
  sv: 'SE',
  nb: 'NO',
  nl: 'NL',
  ro: 'RO',
  pt: 'PT',
  de: 'DE',
  fr: 'FR',
}

interface NumberAt extends Span {
  readonly number: RegisterNumber
  readonly labelled: boolean
}

/** VAT numbers of the sender: those of the buyer are told by their block or by a `your` before the label. */
export function vatNumberGuesses(sheet: Sheet, labels: readonly Label[], isBuyers: (span: Span) => boolean): Guess[] {
  const inRows = byRow(labels)
  const found = [...prefixedNumbers(sheet, inRows), ...labelledNumbers(sheet, labels)]
  const guesses = found.map(({ row, from, to, number, labelled }) => {
    const label = (inRows.get(row) ?? []).findLast(
      one => one.to <= from && announces(one, 'vatNumber', 'organisationNumber'),
    )
    const theirs = label !== undefined && isBuyers(label)
    const buyers = theirs || isBuyers({ row, from, to }) || saysYours(inRows.get(row) ?? [], from)
    const confidence = (number.valid ? 0.9 : labelled ? 0.72 : 0.5) + (labelled ? 0.05 : 0) - (buyers ? 0.6 : 0)
    const reasons = [
      number.valid ? 'check-digits-right' : 'check-digits-wrong',
      ...(labelled ? ['label-beside'] : []),
      ...(buyers ? ['buyers'] : []),
    ]
    return { value: number.value, span: { row, from, to }, confidence, sure: false, reasons }
  })
  const others = new Set(guesses.filter(one => one.confidence > 0.4).map(one => one.value))
  return guesses
    .filter(one => one.confidence > 0.25)
    .map(one => ({
      ...one,
      sure: others.size === 1 && one.reasons.includes('check-digits-right') && one.confidence > 0.8,
    }))
    .sort((a, b) => b.confidence - a.confidence)
}

/** Whether `your`, `uw`, `Ihre` stands right before: then it is the buyer's. */
export function saysYours(labels: readonly Label[], from: number): boolean {
  return labels.some(label => label.concepts.includes('yours') && label.to <= from && from - label.to <= 4)
}

function prefixedNumbers(sheet: Sheet, inRows: ReadonlyMap<Row, Label[]>): NumberAt[] {
  const found: NumberAt[] = []
  for (const row of sheet.rows) {
    for (let at = 0; at < row.tokens.length; at += 1) {
      const text = (row.tokens[at] as Token).text
      if (!/^\(?[A-Z]{2}/.test(text) || (/^[A-Z]{2}\d{2}[^.]*$/.test(text) && text.length > 15)) continue
      const match = joined(row, at)
      if (!match) continue
      const near = (inRows.get(row) ?? []).some(
        label => label.to <= at && at - label.to <= 2 && announces(label, 'vatNumber', 'organisationNumber'),
      )
      if (near || match.number.valid) found.push({ row, from: at, to: match.to, number: match.number, labelled: near })
      at = match.to - 1
    }
  }
  return found
}

/** The shortest joining of up to five words that is a VAT number, right ones before merely plausible ones. */
function joined(row: Row, from: number): { number: RegisterNumber; to: number } | null {
  let plausible: { number: RegisterNumber; to: number } | null = null
  let text = ''
  for (let at = from; at < row.tokens.length && at < from + 6; at += 1) {
    const piece = (row.tokens[at] as Token).text
    text += at === from ? piece.replace(/^\(/, '') : ` ${piece}`
    const number = vatNumber(text.replace(/[.,;:)]+$/, ''))
    const mva = /^MVA/i.test(row.tokens[at + 1]?.text ?? '')
    if (number?.valid) return { number, to: mva ? at + 2 : at + 1 }
    if (number) plausible = { number, to: at + 1 }
    if (text.length > 22) break
  }
  return plausible
}

/** `CUI 12345678`, `NIF 123456789`, `Org.nr 987 654 321 MVA`: the label's language names the country. */
function labelledNumbers(sheet: Sheet, labels: readonly Label[]): NumberAt[] {
  const found: NumberAt[] = []
  for (const label of labels) {
    if (!announces(label, 'vatNumber', 'organisationNumber')) continue
    for (const [row, start] of [
      [label.row, label.to],
      [sheet.rows[label.row.index + 1], 0],
    ] as const) {
      if (!row || row.page !== label.row.page) continue
      const span = digitsAfter(row, start, row === label.row ? 3 : 0, label)
      if (!span) continue
      const text = row.tokens
        .slice(span.from, span.to)
        .map(token => token.text)
        .join('')
      const mva = /MVA/i.test(text) || /^MVA/i.test(row.tokens[span.to]?.text ?? '')
      const countries = announces(label, 'vatNumber')
        ? [...label.languages].map(one => countryOfLanguage[one]).filter(one => one !== undefined && one !== 'NO')
        : []
      const number = mva
        ? bareVatNumber(text, 'NO')
        : (countries.map(country => bareVatNumber(text, country as string)).find(one => one?.valid) ?? null)
      if (number) found.push({ ...span, number, labelled: true })
      break
    }
  }
  return found
}

/** The first run of digit groups at most `reach` words after `start`; below, the one under the label. */
function digitsAfter(row: Row, start: number, reach: number, label: Label): Span | null {
  const below = row !== label.row
  const left = label.row.tokens[label.from]?.left ?? 0
  const first = row.tokens.findIndex(
    (token, index) =>
      index >= start && /^(?:[A-Z]{2})?\d[\d.-]*/.test(token.text) && (!below || Math.abs(token.left - left) < 30),
  )
  if (first < 0 || (!below && first > start + reach)) return null
  let to = first + 1
  while (to < row.tokens.length && /^[\d.-]{2,5}$/.test((row.tokens[to] as Token).text) && to < first + 4) to += 1
  return { row, from: first, to }
}

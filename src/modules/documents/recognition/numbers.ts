import { currencyOf } from './amount.ts'
import type { DateAt } from './find-dates.ts'
import type { Guess } from './found.ts'
import { announces, type Label } from './labels.ts'
import { type Row, type Sheet, type Span, type Token, startsColumn } from './layout.ts'
import { byRow, tie } from './near.ts'
import type { Title } from './titles.ts'
import type { DocumentKind } from './types.ts'
import { squash } from './fold.ts'
import { phrasesOf, vocabularies } from './vocabulary/index.ts'

/** Something that may be a number of a paper: letters, digits and - / . # _ with at least one digit. */
export interface IdentifierAt extends Span {
  readonly value: string
}

const numberWords = new Set(vocabularies.flatMap(one => phrasesOf(one.numberWords).map(squash)))
const series = /^(?:FT|FS|FR|FA|NC|ND|FAC|VD|GT|GR|OR|PF|RC|RG|FTR|NCR)$/

/** Words that could number a paper; dates and amounts with decimals are none. */
export function findIdentifiers(sheet: Sheet, dates: readonly DateAt[], labels: readonly Label[]): IdentifierAt[] {
  const labelsByRow = byRow(labels)
  const datesByRow = byRow(dates)
  const found: IdentifierAt[] = []
  for (const row of sheet.rows) {
    const inRow = datesByRow.get(row) ?? []
    for (let at = 0; at < row.tokens.length; at += 1) {
      if (inRow.some(date => !date.compact && date.from <= at && at < date.to)) continue
      const identifier = identifierAt(row, at, labelsByRow.get(row) ?? [])
      if (!identifier) continue
      found.push(identifier)
      at = identifier.to - 1
    }
  }
  return found
}

function identifierAt(row: Row, from: number, labelled: readonly Label[]): IdentifierAt | null {
  const first = row.tokens[from] as Token
  const next = row.tokens[from + 1]
  if (series.test(first.text) && next && /^[A-Z0-9.]*\/?\d+$/.test(next.text) && !startsColumn(row, from + 1)) {
    return { row, from, to: from + 2, value: `${first.text} ${next.text}` }
  }
  const serial = serialNumber(row, from)
  if (serial) return serial
  if (
    isPrefix(row, from, labelled) &&
    next &&
    /^(?:[A-Z0-9.]*\/)?\d{2,}$/.test(clean(next.text)) &&
    !startsColumn(row, from + 1)
  ) {
    return { row, from, to: from + 2, value: `${first.text} ${clean(next.text)}` }
  }
  const value = clean(first.text)
  if (!isIdentifier(value)) return null
  let text = value
  let to = from + 1
  while (to + 1 < row.tokens.length && /^[-/–]$/.test((row.tokens[to] as Token).text) && isTight(row, to + 1)) {
    text += `${(row.tokens[to] as Token).text.replace('–', '-')}${clean((row.tokens[to + 1] as Token).text)}`
    to += 2
  }
  return { row, from, to, value: text }
}

/** Capitals right after a label or at the head of a column that belong to the number behind them: `MS 419`, `NE A26/9259`. */
function isPrefix(row: Row, at: number, labelled: readonly Label[]): boolean {
  const { text, key } = row.tokens[at] as Token
  if (!/^[A-Z]{2,5}$/.test(text) || numberWords.has(key) || currencyOf(text) !== null) return false
  if (labelled.some(label => label.from <= at && at < label.to)) return false
  return (
    startsColumn(row, at) ||
    labelled.some(label => label.to === at || (label.to === at - 1 && row.tokens[at - 1]?.key === ''))
  )
}

/** Romanian `Seria FCT nr. 00123`: the series and the number are one. */
function serialNumber(row: Row, from: number): IdentifierAt | null {
  const [first, word, digits] = [row.tokens[from], row.tokens[from + 1], row.tokens[from + 2]]
  const before = row.tokens[from - 1]?.key
  if (!first || !word || !digits || (before !== 'seria' && before !== 'serie')) return null
  if (!/^[A-Z]{1,8}$/.test(first.text) || !numberWords.has(word.key) || !/^\d+[.,;]?$/.test(digits.text)) return null
  return { row, from, to: from + 3, value: `${first.text} ${clean(digits.text)}` }
}

function isTight(row: Row, at: number): boolean {
  return (
    !startsColumn(row, at) && !startsColumn(row, at - 1) && /^[A-Z0-9][\w.]*$/i.test((row.tokens[at] as Token).text)
  )
}

function clean(text: string): string {
  return text.replace(/^[#:(="'№]+|[).,;:"'|]+$/g, '').replace(/^(?:n[°º]|nr\.?:?)/i, '')
}

function isIdentifier(value: string): boolean {
  if (!/\d/.test(value) || value.length > 40 || /[%€$£@]/.test(value)) return false
  if (/^-?\d{1,3}(?:[.,' ]\d{3})*[.,]\d{2}$/.test(value) || /^[+(]\d/.test(value)) return false
  return /^[\p{L}\d][\p{L}\d\-/._#+]*$/u.test(value)
}

/** How much an identifier looks like the number of a paper rather than a word, year, page or quantity. */
function fitness(value: string): number {
  const digits = value.replace(/\D/g, '').length
  if (/^(?:19|20)\d{2}$/.test(value)) return 0.55
  if (/^\d{1,2}:\d{2}/.test(value) || /^\d{1,2}\/\d{1,2}$/.test(value)) return 0.3
  if (digits === 1 && value.length === 1) return 0.45
  if (digits <= 2 && value.length <= 2) return 0.6
  if (digits < value.length / 5) return 0.6
  return 1
}

/** What numbers a contract or a delivery is no number of a bill; our reference numbers letters and permits. */
function weightOf(label: Label, kind: DocumentKind): number {
  if (announces(label, 'number')) return 1
  const bill = billLike.has(kind)
  return announces(label, 'looseNumber') ? (bill ? 0.62 : 0.95) : bill || kind === 'order' ? 0.4 : 0.75
}

/** Guesses for the paper's own number. */
export function numberGuesses(
  sheet: Sheet,
  labels: readonly Label[],
  titles: readonly Title[],
  identifiers: readonly IdentifierAt[],
  kind: DocumentKind,
): Guess[] {
  const guesses: Guess[] = []
  for (const { label, value, relation, fit } of tie(sheet, labels, identifiers, one =>
    announces(one, 'number', 'looseNumber', 'ourReference'),
  )) {
    const said = weightOf(label, kind) * (relation === 'below' && isTitle(label, titles) ? 0.8 : 1)
    const shared = label.concepts.some(one => !['number', 'looseNumber', 'ourReference', 'yourReference'].includes(one))
      ? 0.85
      : 1
    const weight = said * shared * label.strength * fit * fitness(value.value)
    guesses.push(
      guess(value, weight, fit > 0.8 ? [relation === 'beside' ? 'label-beside' : 'label-above'] : ['label-near']),
    )
  }
  for (const title of titles) guesses.push(...afterTitle(title, labels, identifiers))
  return agree(guesses)
}

/** `INVOICE` alone heads the paper; only with `#` or a word for number does it head a column. */
function isTitle(label: Label, titles: readonly Title[]): boolean {
  if (label.row.tokens.slice(label.from, label.to + 1).some(token => token.text.includes('#'))) return false
  return titles.some(title => title.row === label.row && title.from <= label.from && label.to <= title.to)
}

function guess(value: IdentifierAt, weight: number, reasons: string[]): Guess {
  return { value: value.value, span: value, confidence: 0.93 * weight, sure: false, reasons }
}

const billLike = new Set<string>(['bill', 'credit-note', 'reminder'])

/** `Rechnung des Versicherers Nr. 12`, `Invoice INV/2023/8`, `Faktura 1234`: a title, perhaps a word for number, and a number. */
function afterTitle(title: Title, labels: readonly Label[], identifiers: readonly IdentifierAt[]): Guess[] {
  if (!title.leads) return []
  const own = title.kinds.some(kind => billLike.has(kind))
  const row = title.row
  const next = identifiers.find(one => one.row === row && one.from >= title.to)
  if (!next) return []
  const code = /^\(\d{3}\)$/.test((row.tokens[next.from] as Token).text)
  const target = code ? identifiers.find(one => one.row === row && one.from > next.from) : next
  if (!target) return []
  const between = row.tokens
    .slice(title.to, target.from)
    .filter(token => token.key !== '' && !/^\(.*\)$/.test(token.text))
  const worded = between.some(token => numberWords.has(token.key))
  const taken = labels.some(
    label =>
      label.row === row &&
      label.from >= title.to &&
      label.to <= target.from &&
      !announces(label, 'number', 'looseNumber', 'looseDate', 'reference', 'yourReference'),
  )
  if (taken || between.length > (worded ? 5 : 1)) return []
  const weight = (own ? 0.95 : 0.6) * fitness(target.value) * (worded ? 0.98 : 0.8) * (title.depth < 0.5 ? 1 : 0.9)
  const large = title.size >= 1.25 || (row.flow && row.index <= 1 && title.alone)
  const heading = own && large && title.depth < 0.5 && between.length === 0 && fitness(target.value) === 1
  if (heading) return [guess(target, 0.97, ['after-title'])]
  return [guess(target, weight, [worded ? 'after-title' : 'beside-title'])]
}

/** The same number at several places confirms itself. */
function agree(guesses: readonly Guess[]): Guess[] {
  const ranked = [...guesses].sort((a, b) => b.confidence - a.confidence)
  const best = ranked[0]
  return ranked.map(one => {
    const rows = new Set(ranked.filter(other => other.value === one.value).map(other => other.span?.row)).size
    const rival = ranked.find(other => other.value !== one.value)
    const clear = one === best && (rival === undefined || rival.confidence < one.confidence - 0.12)
    const explicit = ['label-beside', 'label-above', 'after-title'].some(reason => one.reasons.includes(reason))
    const confidence = Math.min(0.98, one.confidence + (rows > 1 ? 0.04 : 0))
    return {
      ...one,
      confidence,
      sure: clear && explicit && confidence >= 0.84,
      reasons: rows > 1 ? [...one.reasons, 'stands-twice'] : one.reasons,
    }
  })
}

/** Guesses for the number of the order that the paper answers. */
export function orderGuesses(
  sheet: Sheet,
  labels: readonly Label[],
  identifiers: readonly IdentifierAt[],
  whose: 'orderNumber' | 'yourOrder',
): Guess[] {
  return tie(sheet, labels, identifiers, one => announces(one, whose))
    .filter(({ label, value }) => !value.row.tokens.slice(label.to, value.from).some(token => /[<>]/.test(token.text)))
    .map(({ value, relation, fit }) => {
      const confidence = (whose === 'yourOrder' ? 0.93 : 0.9) * fit * fitness(value.value)
      return {
        value: value.value,
        span: value,
        confidence,
        sure: relation === 'beside' && confidence > 0.85,
        reasons: ['label-beside'],
      }
    })
}

/** `Votre référence BC543`: what the buyer called its order, where it is a number and no person. */
export function referenceAsOrder(
  sheet: Sheet,
  labels: readonly Label[],
  identifiers: readonly IdentifierAt[],
): Guess[] {
  return tie(sheet, labels, identifiers, one => announces(one, 'yourReference'))
    .filter(({ relation, value }) => relation === 'beside' && value.value.length >= 4 && fitness(value.value) === 1)
    .map(({ value, fit }) => ({
      value: value.value,
      span: value,
      confidence: 0.5 * fit,
      sure: false,
      reasons: ['your-reference'],
    }))
}

import { type Amount, currencyOf, parseAmount, unconfuse } from './amount.ts'
import type { Row, Sheet, Span, Token } from './layout.ts'

/** An amount at its place. */
export interface AmountAt extends Span, Amount {}

/** Every amount of the sheet, the widest reading of neighbouring groups of digits first. */
export function findAmounts(sheet: Sheet): AmountAt[] {
  const found: AmountAt[] = []
  for (const row of sheet.rows) {
    let at = 0
    while (at < row.tokens.length) {
      const amount = amountAt(row, at, sheet.recognised)
      if (amount) found.push(amount)
      at = amount ? Math.max(amount.to, at + 1) : at + 1
    }
  }
  return wholeUnits(found)
}

/** Where money has no hundredths (rupiah, forint, yen) 39.600 is no fraction: none has decimals, and several are in thousands. */
function wholeUnits(found: AmountAt[]): AmountAt[] {
  const grouped = found.filter(inThousands)
  if (grouped.length < 3 || found.some(one => one.decimals)) return found
  return found.map(one => (inThousands(one) ? { ...one, decimals: true, doubtful: false } : one))
}

function inThousands({ row, from, to, decimals }: AmountAt): boolean {
  const text = row.tokens
    .slice(from, to)
    .map(token => token.text)
    .join(' ')
  return !decimals && /(?<!\d)\d{1,3}(?:[.,]\d{3})+(?!\d)/.test(text)
}

const startsNumber = /^[-−–+(]?\s?(?:[€$£]|rm|rs\.?|[a-z]{2,4}\.?)?[-−–]?\d/i

/** One amount that begins at this token: sign, currency, digits in groups, currency, in up to six tokens. */
function amountAt(row: Row, from: number, recognised: boolean): AmountAt | null {
  const first = row.tokens[from] as Token
  if (isPartOfRange(row, from)) return null
  if (startsNumber.test(first.text)) return digitsAt(row, from, from, recognised)
  if (first.text.length > 5) return null
  const lead = first.text
  const next = row.tokens[from + 1]
  if (!next || gap(first, next) > 3.5) return null
  const isLead = /^[-−–+(]$/.test(lead) || (currencyOf(lead) !== null && gap(first, next) < 3.5)
  if (!isLead) return null
  if (/^[-−–+(]?\d/.test(next.text)) return digitsAt(row, from, from + 1, recognised)
  const third = row.tokens[from + 2]
  const double = /^[-−–+€$£]$/.test(next.text) && third && gap(next, third) < 2 && /^\d/.test(third.text)
  return double ? digitsAt(row, from, from + 2, recognised) : null
}

function digitsAt(row: Row, from: number, digits: number, recognised: boolean): AmountAt | null {
  const lead = row.tokens
    .slice(from, digits)
    .map(token => token.text)
    .join('')
  let text = (row.tokens[digits] as Token).text
  let to = digits + 1
  while (continues(row, to, text, recognised)) {
    text += ` ${(row.tokens[to] as Token).text}`
    to += 1
  }
  let amount = read(lead, text, recognised)
  const after = row.tokens[to]
  if (!amount) return null
  const last = row.tokens[to - 1] as Token
  if (after && /^%/.test(after.text) && gap(last, after) < 1.5) return null
  if (after && /^(?:-|−|–|:-|,-|\.-)$/.test(after.text) && gap(last, after) < 0.6 && amount.decimalMark !== null) {
    amount = { ...amount, value: -amount.value }
    to += 1
  }
  const code = row.tokens[to]
  const currency = code && gap(row.tokens[to - 1] as Token, code) < 2 ? currencyOf(code.text) : null
  if (currency !== null && !amount.currency) {
    amount = { ...amount, currency: currency === '' ? null : currency, marked: true }
    to += 1
  }
  return { row, from, to, ...amount }
}

function read(lead: string, text: string, recognised: boolean): Amount | null {
  const trimmed = text.replace(/[;*|]+$/, '').replace(/(\d)[.,:]$/, '$1')
  const plain = parseAmount(lead + trimmed) ?? parseAmount(trimmed)
  if (plain || !recognised) return plain
  const repaired = unconfuse(trimmed.replace(/^[.,'‘’`"]+/, ''))
  const read = repaired ? parseAmount(lead + repaired) : null
  return read?.decimals ? { ...read, doubtful: true } : null
}

/** Groups of three digits after a space belong to one number: 1 234 567,89. The gap must be that of a space in a number. */
function continues(row: Row, to: number, text: string, recognised: boolean): boolean {
  const next = row.tokens[to]
  const last = row.tokens[to - 1]
  if (!next || !last) return false
  if (/^[.,]\d{2}$/.test(next.text) && /\d$/.test(text) && !/[.,]\d{1,2}$/.test(text)) return gap(last, next) < 0.5
  if (/[.,]$/.test(text) && /^\d{2}(?!\d)/.test(next.text)) return gap(last, next) < 0.5
  if (!/(?:^|[^\d.,])\d{1,3}(?: \d{3})*$/.test(text)) return false
  return (
    /^\d{3}(?:[.,:]\d{2})?(?:[^\d.,:].{0,4}|[.,:]?-?)?$/.test(next.text) && gap(last, next) < (recognised ? 0.85 : 0.55)
  )
}

/** The empty space between two tokens in letter heights. */
function gap(left: Token, right: Token): number {
  if (left.box[2] === 0 && left.box[3] === 0) return (right.left - left.right) / 14
  return (right.left - left.right) / Math.max(4, Math.min(left.bottom - left.top, right.bottom - right.top))
}

/** Numbers inside identifiers, times and ranges are not amounts: 12-14, 08.30 - 12.30, 19 %. */
function isPartOfRange(row: Row, at: number): boolean {
  const token = row.tokens[at] as Token
  return /%$/.test(token.text) || /^\d{1,2}[:.]\d{2}-\d/.test(token.text)
}

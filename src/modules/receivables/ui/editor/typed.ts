/** Figures as people type them, and as the wire takes them. */
import type { LineGiven } from '../words.ts'

export interface DraftLine {
  readonly key: number
  readonly text: string
  readonly quantity: string
  readonly unit: NonNullable<LineGiven['unit']>
  readonly price: string
  readonly discount: string
  readonly vatCode: string
  readonly account: string
  readonly interest: LineGiven['interest']
  /** The row of the price list it follows, where it comes again. */
  readonly priceId: string | null
}

let keys = 0
export const newLine = (given: Partial<Omit<DraftLine, 'key'>> = {}): DraftLine => ({
  key: ++keys,
  text: '',
  quantity: '1',
  unit: 'piece',
  price: '',
  discount: '',
  vatCode: '',
  account: '',
  interest: null,
  priceId: null,
  ...given,
})

/** "1 250,50" and "1250.50" are 1250.50; what is no figure is null. */
export function figureOf(typed: string): string | null {
  const text = typed
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.')
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? text : null
}

/** A line that says nothing yet is left out; null where one cannot be read. */
export function linesGiven(lines: readonly DraftLine[]): LineGiven[] | null {
  const given: LineGiven[] = []
  for (const line of lines) {
    if (!line.text.trim() && !line.price.trim()) continue
    const [quantity, price] = [figureOf(line.quantity), figureOf(line.price)]
    const discount = line.discount.trim() ? figureOf(line.discount) : ''
    if (!line.text.trim() || quantity === null || price === null || discount === null) return null
    given.push({
      text: line.text.trim(),
      quantity,
      unit: line.unit,
      price,
      discount: discount || null,
      vatCode: line.vatCode || null,
      account: line.account.trim() || null,
      interest: line.interest ?? null,
      ...(line.priceId ? { priceId: line.priceId } : {}),
    })
  }
  return given
}

export const draftOf = (line: LineGiven): DraftLine =>
  newLine({
    text: line.text,
    quantity: line.quantity ?? '1',
    unit: line.unit ?? 'piece',
    price: line.price,
    discount: line.discount ?? '',
    vatCode: line.vatCode ?? '',
    account: line.account ?? '',
    interest: line.interest ?? null,
    priceId: line.priceId ?? null,
  })

/** What the lines of an e-invoice state, as a bill's lines: name, net, rate of its tax. Pure. */
import type { Invoice } from '../../../formats/einvoice/model.ts'

export interface StatedLine {
  readonly text: string | null
  /** Decimals as in the file. */
  readonly net: string
  /** Percent. */
  readonly rate: string
  /** The time that the line is for, else the whole invoice. */
  readonly periodFrom?: string
  readonly periodTo?: string
}

const decimals = /^-?\d{1,12}(\.\d{1,2})?$/
const percent = /^\d{1,3}(\.\d{1,2})?$/
const mostLines = 200

const negated = (amount: string): string => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`)

const day = /^\d{4}-\d{2}-\d{2}$/

/** Both days, in their order; half a period is none. */
function periodOf(period: Invoice['period']): Pick<StatedLine, 'periodFrom' | 'periodTo'> {
  const [from, to] = [period?.from ?? '', period?.to ?? '']
  return isDay(from) && isDay(to) && from <= to ? { periodFrom: from, periodTo: to } : {}
}

function isDay(text: string): boolean {
  if (!day.test(text)) return false
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}

/** Lines, then allowances and charges of the whole; none where one of them cannot be read, or they are too many to look at. */
export function statedLines({ lines, adjustments, period }: Invoice): StatedLine[] {
  const stated = [
    ...lines.map(line => ({
      text: line.item?.name ?? line.note,
      net: line.amount ?? '',
      rate: line.vat?.rate ?? '0',
      ...periodOf(line.period ?? period),
    })),
    ...adjustments.map(one => ({
      text: one.reason,
      net: one.charge ? (one.amount ?? '') : negated(one.amount ?? ''),
      rate: one.vat?.rate ?? '0',
    })),
  ]
  const readable = stated.every(({ net, rate }) => decimals.test(net) && percent.test(rate))
  return readable && stated.length <= mostLines
    ? stated.map(line => ({ ...line, text: line.text?.replace(/\s+/g, ' ').trim().slice(0, 300) || null }))
    : []
}

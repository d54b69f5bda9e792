/** Tables of exchange rates, as central banks publish them. */
import { minorDigits } from '../../kernel/money.ts'
import { scaledRate } from './compose.ts'

export interface Rate {
  readonly currency: string
  readonly on: string
  /** Currency of the books for one unit. */
  readonly rate: string
}

const known = new Set(Intl.supportedValuesOf('currency'))
const decimals = 10
const unit = 10n ** BigInt(decimals)

function written(scaled: bigint): string {
  const text = scaled.toString().padStart(decimals + 1, '0')
  const fraction = text.slice(-decimals).replace(/0+$/, '')
  return `${text.slice(0, -decimals)}${fraction ? `.${fraction}` : ''}`
}

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '1900') return false
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}

/**
 * Reads a table of units for one euro: a heading of currencies, then a line for each day (`Date,USD,SEK`). Gives what
 * one unit of each is worth in `into`; null, with the line, where it is no such table.
 */
export function readRates(table: string, into: string): readonly Rate[] | { readonly line: number } {
  const lines = table.split(/\r?\n/)
  const cells = (line: string): string[] => line.split(/[,;\t]/).map(cell => cell.trim())
  const [, ...currencies] = cells(lines[0] ?? '')
  const named = currencies.map(one => (known.has(one) ? one : null))
  const own = named.indexOf(into)
  if (!named.some(Boolean) || (into !== 'EUR' && own < 0)) return { line: 1 }
  const rates: Rate[] = []
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue
    const [on = '', ...values] = cells(line)
    if (!isDay(on)) return { line: index + 1 }
    const perEuro = values.map(value => (/^\d{1,9}(\.\d{1,10})?$/.test(value) ? scaledRate(value) : 0n))
    const ownPerEuro = into === 'EUR' ? unit : (perEuro[own] ?? 0n)
    if (ownPerEuro === 0n) continue
    if (into !== 'EUR') rates.push({ currency: 'EUR', on, rate: written(ownPerEuro) })
    named.forEach((currency, n) => {
      const per = perEuro[n] ?? 0n
      if (!currency || currency === into || per === 0n) return
      const scaled = (ownPerEuro * unit + per / 2n) / per
      if (scaled > 0n) rates.push({ currency, on, rate: written(scaled) })
    })
  }
  return rates.length > 0 ? rates : { line: lines.length }
}

/** Whether a currency is one that amounts can be written in. */
export const isCurrency = (currency: string): boolean => known.has(currency) && minorDigits(currency) <= 4

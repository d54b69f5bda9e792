import { Fact } from './fact.ts'
import type { Invoice } from './model.ts'

/** An invoice that was read, without the places: terms as text, empty ones as null. */
export function plainInvoice(invoice: Invoice<Fact>): Invoice {
  return plain(invoice) as Invoice
}

function plain(value: unknown): unknown {
  if (value instanceof Fact) return value.text || null
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([name]) => name !== 'at')
  return Object.fromEntries(entries.map(([name, one]) => [name, plain(one)]))
}

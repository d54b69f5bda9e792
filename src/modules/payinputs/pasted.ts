/** A pasted table of inputs: number; kind; day, or from–until; quantity; note. */
import { guessSeparator, splitTable } from '../../kernel/table/split.ts'
import { type PayKind, payKinds, unitOf } from './contract/shapes.ts'

export interface Pasted {
  readonly number: string
  readonly kind: PayKind
  readonly on: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  readonly minutes: number | null
  /** Decimal, in the office's currency. */
  readonly amount: string | null
  readonly note: string
}

export type Read =
  | { readonly ok: true; readonly rows: readonly Pasted[] }
  | { readonly ok: false; readonly line: number }

const dayOf = (text: string): Temporal.PlainDate | null => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** 2,5 or 2:30 hours in minutes; null for what is neither. */
export function minutesOf(text: string): number | null {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const [, whole, fraction = ''] = /^(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(text) ?? []
  return whole === undefined ? null : Math.round(Number(`${whole}.${fraction || 0}`) * 60)
}

/**
 * Reads all rows or says which line cannot be read. Kinds go by their names here, by what the payroll system calls them, or
 * by their words in the office's language. A head line is known by its day that is none.
 */
export function readPasted(text: string, kindOf: (written: string) => PayKind | undefined): Read {
  const rows: Pasted[] = []
  const table = splitTable(text, guessSeparator(text))
  for (const [index, cells] of table.entries()) {
    const [number = '', kindText = '', days = '', quantity = '', ...notes] = cells.map(cell => cell.trim())
    if (cells.every(cell => cell.trim() === '')) continue
    const kind = kindOf(kindText)
    const [first = '', last = first] = days.split(/\s*(?:–|\.\.|\/)\s*/)
    const [on, until] = [dayOf(first), dayOf(last)]
    if (index === 0 && !on && !/\d/.test(days)) continue
    const row = kind && on && until && number ? rowOf(kind, quantity) : null
    if (!row || !on || !until || Temporal.PlainDate.compare(until, on) < 0) return { ok: false, line: index + 1 }
    rows.push({ number, kind: kind!, on, until, ...row, note: notes.filter(Boolean).join(' ').slice(0, 300) })
  }
  return rows.length > 0 ? { ok: true, rows } : { ok: false, line: 1 }
}

function rowOf(kind: PayKind, quantity: string): Pick<Pasted, 'minutes' | 'amount'> | null {
  if (unitOf(kind) === 'amount') {
    const amount = quantity.replace(/[\s\u00a0]/g, '').replace(',', '.')
    return /^-?\d{1,12}(\.\d{1,4})?$/.test(amount) && /[1-9]/.test(amount) ? { minutes: null, amount } : null
  }
  if (quantity === '') return unitOf(kind) === 'absence' ? { minutes: null, amount: null } : null
  const minutes = minutesOf(quantity)
  return minutes !== null && minutes > 0 && minutes <= 60_000 ? { minutes, amount: null } : null
}

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** Looks a kind up by its name, its code or its word. */
export function kindFinder(
  codes: Readonly<Record<string, string>>,
  wordOf: (kind: PayKind) => string,
): (written: string) => PayKind | undefined {
  const known = new Map<string, PayKind>()
  for (const kind of payKinds)
    for (const name of [wordOf(kind), codes[kind] ?? '', kind]) if (name) known.set(fold(name), kind)
  return written => known.get(fold(written))
}

/** Which lines of another program's entry are net amounts of a VAT code, and which are its tax. Pure. */
import type { BookAccount, BookEntry, BookLine, Books } from '../../../formats/books/model.ts'
import type { VatKind, VatPart } from '../contract/shapes.ts'
import { percentToRate } from '../percent.ts'

/** A code of the file, as its entries use it. */
export interface UsedCode {
  readonly code: string
  readonly name: string
  /** Hundredths of a percent; null where neither the file nor its lines say it. */
  readonly rate: number | null
  /** Null where it cannot be told: the file says both, and it stands on accounts of either side. */
  readonly side: 'sale' | 'purchase' | null
  readonly taxAccount: string | null
}

const rateOf = (text: string | null | undefined): number | null =>
  text && /^\d{1,2}([.,]\d+)?$/.test(text.trim()) ? percentToRate(text.trim().replace(',', '.')) : null

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n)

/** The account on which the tax of a code most often stands: a line without a code that is exactly the tax of one entry's. */
function usualTaxAccount(code: string, entries: readonly BookEntry[]): string | null {
  const counts = new Map<string, number>()
  for (const { lines } of entries) {
    const tax = sum(lines.flatMap(({ vat }) => (vat?.code === code ? [vat.amount] : [])))
    if (tax === 0n) continue
    const same = lines.filter(({ vat, amount }) => vat === null && amount === tax)
    if (same.length === 1) counts.set(same[0]!.account, (counts.get(same[0]!.account) ?? 0) + 1)
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null
}

function sideOf(lines: readonly BookLine[], accounts: ReadonlyMap<string, BookAccount>): UsedCode['side'] {
  const income = lines.filter(({ account }) => accounts.get(account)?.type === 'income').length
  return income === lines.length ? 'sale' : income === 0 ? 'purchase' : null
}

export function usedCodes(books: Books): UsedCode[] {
  const accounts = new Map(books.accounts.map(account => [account.number, account]))
  const facts = new Map(books.vatCodes.map(one => [one.code, one]))
  const coded = books.entries.flatMap(({ lines }) => lines.filter(({ vat }) => vat !== null))
  return [...Map.groupBy(coded, ({ vat }) => vat!.code)].map(([code, lines]) => {
    const fact = facts.get(code)
    const side = fact && fact.direction !== 'both' ? fact.direction : sideOf(lines, accounts)
    const said = side === 'sale' ? fact?.salesAccount : fact?.purchaseAccount
    return {
      code,
      name: fact?.name || code,
      rate: rateOf(fact?.rate) ?? rateOf(lines.find(({ vat }) => vat?.rate)?.vat?.rate),
      side,
      taxAccount: usualTaxAccount(code, books.entries) ?? said ?? null,
    }
  })
}

/** What a code of the file is here. */
export interface CodeHere {
  readonly here: string
  readonly kind: VatKind
  readonly taxAccount: string | null
  readonly dueAccount: string | null
}

export interface Mark {
  readonly code: string
  readonly part: VatPart
}

const isReversed = (kind: VatKind): boolean => kind === 'reverse-charge' || kind === 'import'

/** Lines on an account that come to a tax: all that stand there, or the one that is just it. */
function taxLines(
  free: readonly (readonly [number, BookLine])[],
  account: string | null,
  tax: bigint,
): number[] | null {
  const there = free.filter(([, line]) => line.account === account)
  if (there.length > 0 && sum(there.map(([, { amount }]) => amount)) === tax) return there.map(([index]) => index)
  const same = there.filter(([, { amount }]) => amount === tax)
  return same.length === 1 ? [same[0]![0]] : null
}

/** By the line's index. A code whose tax is not found among the lines of its entry marks none of them. */
export function marksOf(entry: BookEntry, codes: ReadonlyMap<string, CodeHere>): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>()
  const lines = [...entry.lines.entries()]
  const groups = Map.groupBy(
    lines.filter(([, { vat }]) => vat !== null),
    ([, { vat }]) => vat!.code,
  )
  for (const [fileCode, group] of groups) {
    const code = codes.get(fileCode)
    if (!code) continue
    const tax = sum(group.map(([, { vat }]) => vat!.amount))
    const free = lines.filter(([index, { vat }]) => vat === null && !marks.has(index))
    const found: [number, VatPart][] = group.map(([index]) => [index, 'base'])
    if (tax !== 0n) {
      const taxed = taxLines(free, code.taxAccount, tax)
      const due = isReversed(code.kind) ? taxLines(free, code.dueAccount, -tax) : []
      if (!taxed || !due) continue
      found.push(...taxed.map(index => [index, 'tax'] as [number, VatPart]))
      found.push(...due.map(index => [index, 'due'] as [number, VatPart]))
    }
    for (const [index, part] of found) marks.set(index, { code: code.here, part })
  }
  return marks
}

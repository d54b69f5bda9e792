/** What must hold of books in any format; a writer refuses what breaks it, a reader names the line. */
import { sumOf } from './amounts.ts'
import { type Books, BooksFault, type BooksFinding } from './model.ts'

/**
 * Own rules that every export passes before it is handed out: entries balance, use known accounts, dimensions, VAT codes and
 * parties, lie in the span; closing balances are the opening ones and what was booked.
 */
export function checkBooks(books: Books): readonly BooksFinding[] {
  const findings: BooksFinding[] = []
  const found = (name: string, data: Record<string, string>): void => void findings.push({ name, line: null, data })
  const accounts = new Set(books.accounts.map(account => account.number))
  const dimensions = new Map(books.dimensions.map(one => [one.code, new Set(one.values.map(value => value.code))]))
  const vatCodes = new Set(books.vatCodes.map(code => code.code))
  const parties = new Set(books.parties.map(party => party.code))
  if (accounts.size !== books.accounts.length) found('account-twice', {})
  for (const entry of books.entries) {
    const at = { entry: `${entry.series}${entry.number}` }
    if (sumOf(entry.lines.map(line => line.amount)) !== 0n) found('entry-unbalanced', at)
    if (books.span && (entry.on < books.span.from || entry.on > books.span.to)) found('entry-outside', at)
    for (const line of entry.lines) {
      if (!accounts.has(line.account)) found('account-unknown', { ...at, account: line.account })
      if (line.vat && !vatCodes.has(line.vat.code)) found('vat-code-unknown', { ...at, code: line.vat.code })
      if (line.party !== null && !parties.has(line.party)) found('party-unknown', { ...at, party: line.party })
      for (const part of line.dimensions)
        if (!dimensions.get(part.dimension)?.has(part.value))
          found('dimension-unknown', { ...at, value: `${part.dimension}:${part.value}` })
    }
  }
  findings.push(...closingFindings(books))
  return findings
}

/** Where closing balances are given and the entries cover the year: they follow from the opening ones. */
export function closingFindings(books: Books): BooksFinding[] {
  const year = books.years[0]
  if (!year || year.closing.length === 0) return []
  if (books.span && (books.span.from > year.from || books.span.to < year.to)) return []
  const expected = new Map<string, bigint>()
  const add = (account: string, amount: bigint): void =>
    void expected.set(account, (expected.get(account) ?? 0n) + amount)
  for (const one of year.opening) if (one.dimensions.length === 0) add(one.account, one.amount)
  for (const entry of books.entries)
    if (entry.on >= year.from && entry.on <= year.to) for (const line of entry.lines) add(line.account, line.amount)
  const findings: BooksFinding[] = []
  for (const one of year.closing) {
    if (one.dimensions.length > 0) continue
    const should = expected.get(one.account) ?? 0n
    if (should !== one.amount)
      findings.push({
        name: 'closing-differs',
        line: null,
        data: { account: one.account, says: one.amount.toString(), is: should.toString() },
      })
  }
  return findings
}

/** Throws at the first broken rule: nothing that does not hold is handed out. */
export function mustHold(books: Books): void {
  const first = checkBooks(books)[0]
  if (first) throw new BooksFault(first.name, null, first.data)
}

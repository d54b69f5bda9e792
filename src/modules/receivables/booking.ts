/** What the ledger is asked to book and to keep as owed. */
import type { Money } from '../../kernel/money.ts'
import type { AccountRole, BookLine, BookWish, ItemWish } from '../ledger/contract.ts'
import type { Paper } from './contract/shapes.ts'
import { roleMark } from './paper-of.ts'
import { type NetPart, shareOut, type Totals } from './totals.ts'

export const itemKey = (id: string): string => `receivables.invoice:${id}`
export const invoiceOfKey = (key: string): string | null =>
  key.startsWith('receivables.invoice:') ? key.slice('receivables.invoice:'.length) : null
export const entryKey = (id: string): string => `receivables.entry:${id}`

const target = (account: string): Pick<BookLine, 'account' | 'role'> =>
  account.startsWith(roleMark) ? { role: account.slice(roleMark.length) as AccountRole } : { account }

/** The other side of a receivable: what was sold, with its tax. `sign` is −1 for an invoice, 1 for what takes it back. */
function netLine(part: NetPart, sign: bigint, currency: string): BookLine {
  const money = (minor: bigint): Money => ({ minor: sign * minor, currency })
  return {
    ...target(part.account),
    amount: money(part.net),
    ...(part.code ? { vatCode: part.code, vat: money(part.tax) } : {}),
  }
}

/** An invoice: receivable against sales and output tax; a credit note the other way. */
export function invoiceEntry(
  { id, customerId, title }: { id: string; customerId: string; title: string },
  paper: Paper,
  totals: Totals,
): BookWish {
  const { currency } = paper
  const sign = paper.type === 'credit-note' ? 1n : -1n
  return {
    key: entryKey(id),
    book: 'invoices',
    on: paper.issuedOn,
    text: title.slice(0, 300),
    lines: [
      { role: 'receivables', amount: { minor: -sign * totals.payable, currency }, partyId: customerId },
      ...totals.parts.filter(part => part.net !== 0n || part.tax !== 0n).map(part => netLine(part, sign, currency)),
      ...(totals.rounding === 0n
        ? []
        : [{ role: 'rounding' as const, amount: { minor: sign * totals.rounding, currency } }]),
    ],
    sourceId: id,
    ...(paper.rate ? { rate: paper.rate } : {}),
  }
}

export function invoiceItem({ id, customerId }: { id: string; customerId: string }, paper: Paper): ItemWish {
  const { currency, payable } = paper
  return {
    key: itemKey(id),
    side: 'receivable',
    recordId: id,
    partyId: customerId,
    partyName: paper.buyer.name.slice(0, 200),
    number: paper.number,
    reference: paper.reference,
    issuedOn: paper.issuedOn,
    dueOn: paper.dueOn ?? paper.issuedOn,
    amount: { minor: paper.type === 'credit-note' ? -payable.minor : payable.minor, currency },
    payTo: null,
    method: 'transfer',
    discount: null,
    ready: true,
    holdReason: null,
  }
}

/** What remains is given up: the cost of it, and the tax that was never received. */
export function writeOffEntry(
  { id, key, customerId, title }: { id: string; key: string; customerId: string; title: string },
  paper: Paper,
  remaining: bigint,
  on: Temporal.PlainDate,
): BookWish {
  const { currency } = paper
  const groups = codesOf(paper)
  const shares = shareOut(
    remaining,
    groups.map(group => group.base + group.tax),
  )
  return {
    key,
    book: 'invoices',
    on,
    text: title.slice(0, 300),
    lines: [
      ...groups.flatMap(({ code, base, tax }, at): BookLine[] => {
        const [net, vat] = shareOut(shares[at]!, [base, tax])
        if (shares[at] === 0n) return []
        const amount = { minor: net!, currency }
        return [
          { role: 'write-offs', amount, ...(code === null ? {} : { vatCode: code, vat: { minor: vat!, currency } }) },
        ]
      }),
      { role: 'receivables', amount: { minor: -remaining, currency }, partyId: customerId },
    ],
    sourceId: id,
    ...(paper.rate ? { rate: paper.rate } : {}),
  }
}

/** Base and tax of each VAT code of a paper. */
function codesOf(paper: Paper): { code: string | null; base: bigint; tax: bigint }[] {
  const found: { code: string | null; base: bigint; tax: bigint }[] = []
  for (const group of paper.groups) {
    const lines = paper.lines.filter(line => line.category === group.category && sameRate(line.vatRate, group.rate))
    const codes = [...new Set(lines.map(line => line.vatCode))]
    const weights = codes.map(code =>
      lines.filter(line => line.vatCode === code).reduce((sum, line) => sum + line.net.minor, 0n),
    )
    const [bases, taxes] = [shareOut(group.base.minor, weights), shareOut(group.tax.minor, weights)]
    codes.forEach((code, at) => found.push({ code, base: bases[at]!, tax: taxes[at]! }))
  }
  return found
}

const sameRate = (a: string, b: string): boolean => Number(a) === Number(b)

/** A payment noted by hand: where it came in against the receivable. */
export function paymentEntry(
  { id, key, customerId, title }: { id: string; key: string; customerId: string; title: string },
  into: 'bank' | 'cash' | 'clearing',
  amount: Money,
  on: Temporal.PlainDate,
): BookWish {
  return {
    key,
    book: into === 'cash' ? 'cash' : 'bank',
    on,
    text: title.slice(0, 300),
    lines: [
      { role: into, amount },
      { role: 'receivables', amount: { ...amount, minor: -amount.minor }, partyId: customerId },
    ],
    sourceId: id,
  }
}

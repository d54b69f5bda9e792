/** What stands in a parcel, as tables of cells in the office's words, and the papers that belong to it. */
import { sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import { decimalOfMoney } from '../../../kernel/money.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import type { Keys } from '../messages/en.ts'
import { accountPrinted } from '../pay-to.ts'
import type { BillRow } from '../rows.ts'
import { officeWords } from '../words.ts'

export interface Table {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

type ParcelBill = BillRow & { readonly position: number; readonly late: boolean; readonly again: boolean }

export async function billsOf(view: View, id: string): Promise<ParcelBill[]> {
  const { rows } = await sql<ParcelBill>`
    select b.*, g.position, g.late, g.again from payables.parcel_bill g
    join payables.bill b on b.organisation_id = g.organisation_id and b.id = g.bill_id
    where g.organisation_id = ${view.office.id} and g.parcel_id = ${id} order by g.position`.execute(view.db())
  return rows
}

const words = (view: View, keys: readonly Keys[]): string[] => keys.map(key => officeWords(view, key))
const amount = (minor: bigint, currency: string): string => decimalOfMoney({ minor, currency })
const signed = (bill: BillRow, minor: bigint): bigint => (bill.kind === 'credit-note' ? -minor : minor)
const remark = (view: View, { late, again }: { late: boolean; again: boolean }): string =>
  [late ? officeWords(view, 'parcel.late') : '', again ? officeWords(view, 'parcel.again') : '']
    .filter(Boolean)
    .join('; ')

export async function billTable(view: View, bills: readonly ParcelBill[]): Promise<Table> {
  const name = naming(
    await namesOf(
      view,
      bills.map(bill => bill.approved_by_id),
    ),
  )
  return {
    name: officeWords(view, 'parcel.file.bills'),
    heads: words(view, [
      'parcel.head.no',
      'parcel.head.supplier',
      'parcel.head.number',
      'parcel.head.issued',
      'parcel.head.due',
      'parcel.head.booked',
      'parcel.head.total',
      'parcel.head.vat',
      'parcel.head.currency',
      'parcel.head.account',
      'parcel.head.reference',
      'parcel.head.paid',
      'parcel.head.approved-by',
      'parcel.head.remark',
    ]),
    rows: bills.map(bill => [
      String(bill.position),
      bill.supplier_name,
      bill.number ?? '',
      String(bill.issued_on),
      String(bill.due_on),
      String(bill.book_on),
      amount(signed(bill, bill.total_minor), bill.currency),
      bill.vat_minor === null ? '' : amount(signed(bill, bill.vat_minor), bill.currency),
      bill.currency,
      bill.pay_scheme && bill.pay_number ? accountPrinted({ scheme: bill.pay_scheme, number: bill.pay_number }) : '',
      bill.reference ?? '',
      bill.paid_on ? String(bill.paid_on) : '',
      name(bill.approved_by_id)?.title ?? '',
      remark(view, bill),
    ]),
  }
}

interface Coded {
  readonly bill_id: string
  readonly text: string | null
  readonly net_minor: bigint
  readonly vat_minor: bigint
  readonly vat_code: string | null
  readonly account: string | null
  readonly dimensions: Record<string, string>
  readonly period_from: Temporal.PlainDate | null
  readonly period_to: Temporal.PlainDate | null
}

export async function codingTable(view: View, bills: readonly ParcelBill[]): Promise<Table> {
  const byId = new Map(bills.map(bill => [bill.id, bill]))
  const { rows } = await sql<Coded>`
    select l.bill_id, l.text, l.net_minor, l.vat_minor, l.vat_code, l.account, l.dimensions, l.period_from, l.period_to from payables.bill_line l
    where l.organisation_id = ${view.office.id} and l.bill_id = any(${[...byId.keys()]}::uuid[]) order by l.bill_id, l.position`.execute(
    view.db(),
  )
  const inOrder = rows.toSorted((a, b) => byId.get(a.bill_id)!.position - byId.get(b.bill_id)!.position)
  return {
    name: officeWords(view, 'parcel.file.coding'),
    heads: words(view, [
      'parcel.head.no',
      'parcel.head.account-code',
      'parcel.head.text',
      'parcel.head.net',
      'parcel.head.vat',
      'parcel.head.currency',
      'parcel.head.vat-code',
      'parcel.head.dimensions',
      'parcel.head.from',
      'parcel.head.until',
    ]),
    rows: inOrder.map(line => {
      const bill = byId.get(line.bill_id)!
      return [
        String(bill.position),
        line.account ?? '',
        line.text ?? '',
        amount(signed(bill, line.net_minor), bill.currency),
        amount(signed(bill, line.vat_minor), bill.currency),
        bill.currency,
        line.vat_code ?? '',
        Object.entries(line.dimensions)
          .map(pair => pair.join(' '))
          .join('; '),
        line.period_from ? String(line.period_from) : '',
        line.period_to ? String(line.period_to) : '',
      ]
    }),
  }
}

interface Part {
  readonly itemId?: string
  readonly paymentId?: string
  readonly account?: string
  readonly role?: string
}
interface BankLine {
  readonly account_number: string
  readonly booked_on: Temporal.PlainDate
  readonly amount_minor: bigint
  readonly currency: string
  readonly party_name: string | null
  readonly text: string
  readonly parts: readonly Part[]
  readonly late: boolean
}

/** What each part of a match is, in words: whose bill or invoice, or which account. */
async function whatOf(view: View, lines: readonly BankLine[]): Promise<(part: Part) => string> {
  const parts = lines.flatMap(line => line.parts)
  const paymentIds = parts.flatMap(part => part.paymentId ?? [])
  const { rows: paid } = await sql<{ payment_id: string; item_id: string }>`
    select payment_id, item_id from banking.payment_fact
    where organisation_id = ${view.office.id} and payment_id = any(${paymentIds}::uuid[])`.execute(view.db())
  const ids = [...parts.flatMap(part => part.itemId ?? []), ...paid.map(one => one.item_id)]
  const { rows: items } = await sql<{ item_id: string; party_name: string; number: string | null }>`
    select item_id, party_name, number from ledger.item_fact
    where organisation_id = ${view.office.id} and item_id = any(${ids}::uuid[])`.execute(view.db())
  const named = new Map(items.map(item => [item.item_id, [item.party_name, item.number].filter(Boolean).join(' ')]))
  const ofPayment = Map.groupBy(paid, one => one.payment_id)
  return part => {
    if (part.itemId) return named.get(part.itemId) ?? ''
    if (!part.paymentId) return part.account ?? part.role ?? ''
    return (ofPayment.get(part.paymentId) ?? []).map(one => named.get(one.item_id) ?? '').join(', ')
  }
}

export async function bankTable(view: View, id: string): Promise<Table> {
  const { rows: lines } = await sql<BankLine>`
    select l.account_number, l.booked_on, l.amount_minor, l.currency, l.party_name, l.text, l.parts, g.late from payables.parcel_line g
    join banking.matched_line_fact l on l.organisation_id = g.organisation_id and l.line_id = g.line_id
    where g.organisation_id = ${view.office.id} and g.parcel_id = ${id} order by g.position`.execute(view.db())
  const what = await whatOf(view, lines)
  return {
    name: officeWords(view, 'parcel.file.bank'),
    heads: words(view, [
      'parcel.head.bank-account',
      'parcel.head.day',
      'parcel.head.amount',
      'parcel.head.currency',
      'parcel.head.party',
      'parcel.head.text',
      'parcel.head.what',
      'parcel.head.remark',
    ]),
    rows: lines.map(line => [
      line.account_number,
      String(line.booked_on),
      amount(line.amount_minor, line.currency),
      line.currency,
      line.party_name ?? '',
      line.text.replace(/\s+/g, ' '),
      line.parts.map(what).filter(Boolean).join(' + '),
      remark(view, { late: line.late, again: false }),
    ]),
  }
}

const unnameable = /[\\/:*?"<>|\p{Cc}\p{Cs}]+/gu

export interface Paper {
  readonly name: string
  readonly digest: string
  readonly bill: number
}

/** The papers of the bills, named by the bill's place in the list: each bill's own first. */
export async function papersOf(view: View, bills: readonly ParcelBill[]): Promise<Paper[]> {
  const { rows } = await sql<{ bill_id: string; name: string; digest: Buffer }>`
    select k.from_id as bill_id, f.name, f.digest from kernel.link k
    join documents.paper_fact f on f.organisation_id = k.organisation_id and f.document_id = k.to_id
    join payables.bill b on b.organisation_id = k.organisation_id and b.id = k.from_id
    join kernel.record r on r.organisation_id = k.organisation_id and r.id = k.to_id and r.class <= 2
    where k.organisation_id = ${view.office.id} and k.relation = 'attachment' and k.from_id = any(${bills.map(bill => bill.id)}::uuid[])
    order by k.from_id, k.to_id = b.document_id desc nulls last, k.to_id`.execute(view.db())
  const byBill = Map.groupBy(rows, row => row.bill_id)
  return bills.flatMap(bill =>
    (byBill.get(bill.id) ?? []).map((paper, index) => {
      const place = String(bill.position).padStart(3, '0') + (index === 0 ? '' : String.fromCharCode(97 + (index % 26)))
      const ending = /\.[A-Za-z0-9]{1,5}$/.exec(paper.name)?.[0].toLowerCase() ?? ''
      const about = [bill.supplier_name, bill.number]
        .filter(Boolean)
        .join(' ')
        .replace(unnameable, ' ')
        .trim()
        .slice(0, 80)
      return { name: `${place} ${about}${ending}`, digest: paper.digest.toString('hex'), bill: bill.position }
    }),
  )
}

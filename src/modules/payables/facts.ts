/** What is said of a bill becomes its columns; what is left out stays as it was. */
import { sql } from 'kysely'
import type { Act, InputOf } from '../../kernel/implement.ts'
import type { Money } from '../../kernel/money.ts'
import { requireVisible } from '../../kernel/named.ts'
import { amountTooLarge, billDaysReversed, type changeBill, currencyDiffers, supplierMissing } from './contract.ts'
import { accountFrom, bicFrom, numberKey, referenceFrom, type WrittenAccount } from './pay-to.ts'
import type { BillRow } from './rows.ts'

export type Facts = Partial<Omit<InputOf<typeof changeBill>, 'id' | 'expectedVersion'>>

/** Columns that a person may give. */
export type FactColumns = Pick<
  BillRow,
  | 'supplier_id'
  | 'supplier_name'
  | 'number'
  | 'number_key'
  | 'issued_on'
  | 'due_on'
  | 'book_on'
  | 'currency'
  | 'total_minor'
  | 'vat_minor'
  | 'period_from'
  | 'period_to'
  | 'reference_scheme'
  | 'reference'
  | 'pay_scheme'
  | 'pay_number'
  | 'pay_bic'
  | 'order_number'
  | 'method'
  | 'discount_on'
  | 'discount_minor'
  | 'note'
>

export async function payeeName(act: Act, id: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select name from directory.payee_fact where organisation_id = ${act.office.id} and party_id = ${id}`.execute(
    act.db(),
  )
  return rows[0]?.name.slice(0, 200) ?? null
}

async function supplierOf(act: Act, facts: Facts, was: FactColumns | null) {
  const id = facts.supplierId === undefined ? (was?.supplier_id ?? null) : facts.supplierId
  if (id && id !== was?.supplier_id) {
    const title = await requireVisible(act, id, ['organisation', 'person'])
    // a party's record bears its name
    return { supplier_id: id, supplier_name: title.slice(0, 200) }
  }
  const name = facts.supplierName ?? was?.supplier_name ?? act.refuse(supplierMissing)
  return { supplier_id: id, supplier_name: name }
}

function amountIn(act: Act, money: Money | null | undefined, was: bigint | null, currency: string): bigint | null {
  if (money === undefined) return was
  if (money === null) return null
  if (money.currency !== currency) act.refuse(currencyDiffers, { currency: money.currency, wanted: currency })
  return money.minor
}

const later = (a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): boolean =>
  a !== null && b !== null && Temporal.PlainDate.compare(a, b) > 0

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

/** Whom it is paid to, under which reference. */
function paying(act: Act, facts: Facts, was: FactColumns | null) {
  const { country } = act.office
  const before: WrittenAccount | null =
    was?.pay_scheme && was.pay_number ? { scheme: was.pay_scheme, number: was.pay_number } : null
  const account =
    facts.account === undefined ? before : facts.account === null ? null : accountFrom(facts.account, country)
  const reference =
    facts.reference === undefined
      ? was?.reference_scheme && was.reference
        ? { scheme: was.reference_scheme, value: was.reference }
        : null
      : facts.reference === null
        ? null
        : referenceFrom(facts.reference, account, country)
  return {
    pay_scheme: account?.scheme ?? null,
    pay_number: account?.number ?? null,
    pay_bic: facts.bic === undefined ? (was?.pay_bic ?? null) : bicFrom(facts.bic),
    reference_scheme: reference?.scheme ?? null,
    reference: reference?.value ?? null,
  }
}

/** A Multibanco reference without an account is paid at the machine or the bank's page: in no payment file. */
const usualMethod = ({ reference_scheme, pay_number }: ReturnType<typeof paying>) =>
  reference_scheme === 'multibanco' && pay_number === null ? ('multibanco' as const) : ('transfer' as const)

/** The columns after what is said; `was` is null for a new bill, of which days and sum must be given. */
export async function factColumns(act: Act, facts: Facts, was: FactColumns | null): Promise<FactColumns> {
  const total = facts.total ?? { minor: was!.total_minor, currency: was!.currency }
  const { currency } = total
  if (total.minor < 0n) act.refuse(amountTooLarge, {})
  const issued = facts.issuedOn ?? was!.issued_on
  const due = facts.dueOn ?? was!.due_on
  const vat = amountIn(act, facts.vat, was?.vat_minor ?? null, currency)
  if (vat !== null && vat > total.minor) act.refuse(amountTooLarge, {})
  const discount = amountIn(act, facts.discount, was?.discount_minor ?? null, currency)
  const from = keep(facts.periodFrom, was?.period_from ?? null)
  const until = keep(facts.periodTo, was?.period_to ?? null)
  if (later(from, until)) act.refuse(billDaysReversed, { from: `${from}`, until: `${until}` })
  const discountOn = keep(facts.discountOn, was?.discount_on ?? null)
  const discounted = discountOn !== null && discount !== null && discount > 0n
  const paid = paying(act, facts, was)
  const number = keep(facts.number, was?.number ?? null)
  return {
    ...(await supplierOf(act, facts, was)),
    number,
    number_key: numberKey(number),
    issued_on: issued,
    due_on: due,
    book_on: facts.bookOn ?? (facts.issuedOn || !was ? issued : was.book_on),
    currency,
    total_minor: total.minor,
    vat_minor: vat,
    period_from: from,
    period_to: until,
    ...paid,
    order_number: keep(facts.orderNumber, was?.order_number ?? null),
    method: facts.method ?? was?.method ?? usualMethod(paid),
    discount_on: discounted ? discountOn : null,
    discount_minor: discounted ? discount : null,
    note: facts.note ?? was?.note ?? '',
  }
}

/** Reading and writing a run, its payments, and what they pay. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { Money } from '../../kernel/money.ts'
import type { PayReference, PayTo } from '../ledger/contract.ts'
import { type Reading, dbOf } from './account-row.ts'
import {
  itemsMoved,
  type PaymentState,
  paymentUnknown,
  type RunMethod,
  type RunState,
  runStateWrong,
} from './contract.ts'

import type { PlannedPayment } from './plan.ts'

export interface RunRow {
  readonly id: string
  readonly account_id: string
  readonly year: number
  readonly serial: bigint
  readonly method: RunMethod
  readonly state: RunState
  readonly currency: string
  readonly message_id: string
  readonly proposed_by_id: string
  readonly proposed_on: Temporal.PlainDate
  readonly approved_by_id: string | null
  readonly approved_at: Temporal.Instant | null
  readonly handed_out_by_id: string | null
  readonly handed_out_at: Temporal.Instant | null
  readonly accepted_on: Temporal.PlainDate | null
  readonly settled_on: Temporal.PlainDate | null
  readonly confirmed_because: string | null
  readonly file_id: string | null
  readonly file_digest: Buffer | null
  readonly file_name: string | null
  readonly problem: { name: string; payee: string }[] | null
}

export interface PaymentRow {
  readonly id: string
  readonly run_id: string
  readonly position: number
  readonly party_id: string | null
  readonly party_name: string
  readonly pay_to: PayTo
  readonly reference: PayReference | null
  readonly text: string
  readonly amount_minor: bigint
  readonly currency: string
  readonly pay_on: Temporal.PlainDate
  readonly end_to_end_id: string
  readonly payment_info_id: string | null
  readonly state: PaymentState
  readonly ticked_at: Temporal.Instant | null
  readonly reason: string | null
  readonly handed_key: string | null
  readonly confirmed_key: string | null
  readonly settled_on: Temporal.PlainDate | null
  readonly line_id: string | null
  /** What it took from an account in another currency, where somebody confirmed it. */
  readonly paid_minor: bigint | null
}

export interface PaymentItemRow {
  readonly payment_id: string
  readonly item_id: string
  readonly record_id: string
  readonly number: string | null
  readonly due_on: Temporal.PlainDate
  readonly amount_minor: bigint
  readonly discount_minor: bigint
  readonly live: boolean
}

export async function runOf(at: Reading, id: string): Promise<RunRow> {
  const { rows } = await sql<RunRow>`
    select * from banking.run where organisation_id = ${at.office.id} and id = ${id}`.execute(dbOf(at))
  return rows[0]!
}

export async function paymentsOf(at: Reading, runId: string): Promise<PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    select * from banking.payment where organisation_id = ${at.office.id} and run_id = ${runId} order by pay_on, position`.execute(
    dbOf(at),
  )
  return rows
}

export async function paymentItems(at: Reading, paymentIds: readonly string[]): Promise<PaymentItemRow[]> {
  if (paymentIds.length === 0) return []
  const { rows } = await sql<PaymentItemRow>`
    select * from banking.payment_item where organisation_id = ${at.office.id} and payment_id = any(${[...paymentIds]}::uuid[])
    order by due_on, item_id`.execute(dbOf(at))
  return rows
}

export function requireRunState(act: Act, row: RunRow, ...states: readonly RunState[]): void {
  if (!states.includes(row.state)) act.refuse(runStateWrong, { title: act.locked(row.id).title })
}

export async function paymentIn(act: Act, runId: string, paymentId: string): Promise<PaymentRow> {
  const found = (await paymentsOf(act, runId)).find(one => one.id === paymentId)
  return found ?? act.refuse(paymentUnknown)
}

export const sumOf = (payments: readonly { readonly amount_minor: bigint }[], currency: string): Money => ({
  minor: payments.reduce((sum, one) => sum + one.amount_minor, 0n),
  currency,
})

/** A name of at most 35 signs that is nobody else's: pain.001 allows no more. */
export const fileName = (prefix: 'K' | 'P', id: string): string => `${prefix}${id.replaceAll('-', '').toUpperCase()}`

/** Puts planned payments into a run. An item that stands in another live payment breaks `payment_item_live_once`. */
export async function addPayments(
  act: Act,
  run: Pick<RunRow, 'id' | 'currency'>,
  planned: readonly PlannedPayment[],
): Promise<void> {
  const { rows: last } = await sql<{ position: number }>`
    select coalesce(max(position), 0) as position from banking.payment where organisation_id = ${act.office.id} and run_id = ${run.id}`.execute(
    act.db(),
  )
  const payments = planned.map((one, index) => {
    const id = act.newId()
    return { one, id, position: last[0]!.position + index + 1 }
  })
  const rows = payments.map(({ one, id, position }) => ({
    id,
    position,
    party_id: one.partyId,
    party_name: one.partyName,
    pay_to: one.payTo,
    reference: one.reference,
    text: one.text,
    amount_minor: String(one.amount_minor),
    pay_on: String(one.payOn),
    end_to_end_id: fileName('P', id),
  }))
  await sql`
    insert into banking.payment (organisation_id, run_id, id, position, party_id, party_name, pay_to, reference, text, amount_minor, currency, pay_on, end_to_end_id, state)
    select ${act.office.id}, ${run.id}, x.id, x.position, x.party_id, x.party_name, x.pay_to, case when jsonb_typeof(x.reference) = 'object' then x.reference end,
      x.text, x.amount_minor, ${run.currency}, x.pay_on, x.end_to_end_id, 'planned'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, position int, party_id uuid, party_name text, pay_to jsonb,
      reference jsonb, text text, amount_minor bigint, pay_on date, end_to_end_id text)`.execute(act.db())
  const items = payments.flatMap(({ one, id }) =>
    one.items.map(({ item, amount_minor, discount_minor }) => ({
      payment_id: id,
      item_id: item.item_id,
      record_id: item.record_id,
      number: item.number,
      due_on: String(item.due_on),
      amount_minor: String(amount_minor),
      discount_minor: String(discount_minor),
    })),
  )
  await sql`
    insert into banking.payment_item (organisation_id, payment_id, item_id, record_id, number, due_on, amount_minor, discount_minor, live)
    select ${act.office.id}, x.payment_id, x.item_id, x.record_id, x.number, x.due_on, x.amount_minor, x.discount_minor, true
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as x(payment_id uuid, item_id uuid, record_id uuid, number text, due_on date,
      amount_minor bigint, discount_minor bigint)`.execute(act.db())
}

/** Refuses when what a run pays has changed since: held, settled otherwise, withdrawn, another account. */
export async function requireUnmoved(act: Act, payments: readonly PaymentRow[]): Promise<void> {
  const live = payments.filter(one => one.state === 'planned')
  const paid = (
    await paymentItems(
      act,
      live.map(({ id }) => id),
    )
  ).filter(one => one.live)
  const { rows } = await sql<{
    item_id: string
    remaining_minor: bigint
    ready: boolean
    state: string
    pay_to: PayTo | null
    reference: string | null
  }>`
    select item_id, remaining_minor, ready, state, pay_to, reference from ledger.item_fact
    where organisation_id = ${act.office.id} and item_id = any(${paid.map(({ item_id }) => item_id)}::uuid[])`.execute(
    act.db(),
  )
  const facts = new Map(rows.map(row => [row.item_id, row]))
  const names = new Map(live.map(one => [one.id, one]))
  for (const one of paid) {
    const now = facts.get(one.item_id)
    const payment = names.get(one.payment_id)!
    const left = now?.remaining_minor ?? 0n
    const enough = one.amount_minor > 0n ? one.amount_minor <= left : one.amount_minor >= left
    const same =
      one.amount_minor < 0n ||
      (payment.reference?.scheme === 'multibanco' && now?.reference === payment.reference.value) ||
      (now?.pay_to?.number === payment.pay_to.number && now.pay_to.scheme === payment.pay_to.scheme)
    if (!now?.ready || now.state !== 'open' || !enough || !same)
      act.refuse(itemsMoved, { name: payment.party_name, number: one.number ?? '' })
  }
}

/** Payments that the bank will not carry out, or that nobody has sent: what they would have paid is open again. */
export async function endPayments(
  act: Act,
  ids: readonly string[],
  end: { readonly state: 'dropped' } | { readonly state: 'rejected'; readonly reason: string },
): Promise<void> {
  const reason = end.state === 'rejected' ? end.reason.slice(0, 300) : null
  await sql`
    update banking.payment set state = ${end.state}, reason = ${reason}, handed_key = null
    where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[]) and state = 'planned'`.execute(act.db())
  await sql`
    update banking.payment_item set live = false
    where organisation_id = ${act.office.id} and payment_id = any(${[...ids]}::uuid[])`.execute(act.db())
}

export async function settlePayments(
  act: Act,
  ids: readonly string[],
  on: Temporal.PlainDate,
  lineId: string | null,
): Promise<void> {
  await sql`
    update banking.payment set state = 'settled', settled_on = ${on}, line_id = coalesce(${lineId}::uuid, line_id)
    where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`.execute(act.db())
  await sql`
    update banking.payment_item set live = false
    where organisation_id = ${act.office.id} and payment_id = any(${[...ids]}::uuid[])`.execute(act.db())
}

/** Where a run stands after its payments changed: settled when none is planned any more, rejected when the bank took none. */
export async function followPayments(act: Act, runId: string, on: Temporal.PlainDate): Promise<void> {
  await sql`
    update banking.run r set
      state = case when s.planned > 0 then 'handed-out' when s.settled > 0 then 'settled' else 'rejected' end,
      settled_on = case when s.planned = 0 and s.settled > 0 then ${on}::date end
    from (select count(*) filter (where state = 'planned') as planned, count(*) filter (where state = 'settled') as settled
      from banking.payment where organisation_id = ${act.office.id} and run_id = ${runId}) s
    where r.organisation_id = ${act.office.id} and r.id = ${runId} and r.state in ('handed-out', 'settled', 'rejected')`.execute(
    act.db(),
  )
}

/** How many open items of an office's are named by payments, for locking out two who propose at once. */
export const lockProposing = (act: Act): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended('banking.propose ' || ${act.office.id}, 0))`.execute(act.db())

/** The records that paid items stand for: told with the event, so that their timelines show it. */
export const recordsOf = async (act: Act, paymentIds: readonly string[]): Promise<string[]> => [
  ...new Set((await paymentItems(act, paymentIds)).map(({ record_id }) => record_id)),
]

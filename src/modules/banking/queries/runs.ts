import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { naming, namesOf } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import { advicesShown } from '../advice/queries.ts'
import { accountOf, moneyOf } from '../account-row.ts'
import * as c from '../contract.ts'
import { type PlannedPayment, planRun, sumsByDay } from '../plan.ts'
import { paymentItems, type PaymentRow, paymentsOf, type RunRow, sumOf } from '../run-row.ts'
import { accountSeen } from './accounts.ts'

type Seen = RunRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly payment_count: number
  readonly rejected: number
  readonly amount_minor: bigint
  readonly first_on: Temporal.PlainDate | null
  readonly last_on: Temporal.PlainDate | null
  readonly ticked: number
  readonly place: string
}

const runsSeen = (view: View): RawBuilder<unknown> => sql`
  (select u.*, r.title, r.class, r.version, s.payment_count, s.rejected, s.amount_minor, s.first_on, s.last_on, s.ticked,
    lpad((9999 - u.year)::text, 4, '0') || lpad((999999999 - u.serial)::text, 9, '0') as place, names.all_names
  from ${visibleRecords(view, 'payment-run').selectAll()} r
  join banking.run u on u.organisation_id = ${view.office.id} and u.id = r.id
  join lateral (
    select count(*)::int as payment_count, count(*) filter (where p.state = 'rejected')::int as rejected,
      coalesce(sum(p.amount_minor), 0)::bigint as amount_minor, min(p.pay_on) as first_on, max(p.pay_on) as last_on,
      count(p.ticked_at)::int as ticked
    from banking.payment p where p.organisation_id = u.organisation_id and p.run_id = u.id) s on true
  join lateral (
    select coalesce(string_agg(p.party_name, ' '), '') as all_names from banking.payment p
    where p.organisation_id = u.organisation_id and p.run_id = u.id) names on true) l`

async function factsOf(view: View, rows: readonly Seen[]) {
  const name = naming(
    await namesOf(
      view,
      rows.map(row => row.account_id),
    ),
  )
  return (row: Seen) => ({
    account: name(row.account_id),
    method: row.method,
    count: row.payment_count,
    rejected: row.rejected,
    amount: moneyOf(row.amount_minor, row.currency),
    firstOn: row.first_on,
    lastOn: row.last_on,
    proposedOn: row.proposed_on,
  })
}

export const listRunsBody = implementQuery(c.listRuns, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [
    input.states ? sql`l.state = any(${input.states}::text[])` : sql`l.state <> 'withdrawn'`,
  ]
  if (input.accountId) conditions.push(sql`l.account_id = ${input.accountId}`)
  if (input.text) conditions.push(sql`(l.title ilike ${liked(input.text)} or l.all_names ilike ${liked(input.text)})`)
  const lines = sql`(select l.* from ${runsSeen(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'place', 'text', input)
  const facts = await factsOf(view, shown)
  return {
    rows: shown.map(row => ({ id: row.id, version: row.version, title: row.title, state: row.state, ...facts(row) })),
    ...slice,
  }
})

async function paymentLines(view: View, payments: readonly PaymentRow[]) {
  const items = await paymentItems(
    view,
    payments.map(({ id }) => id),
  )
  const name = naming(
    await namesOf(
      view,
      items.map(({ record_id }) => record_id),
    ),
  )
  const advice = await advicesShown(view, payments)
  return payments.map(one => ({
    advice: advice(one),
    id: one.id,
    position: one.position,
    partyId: one.party_id,
    partyName: one.party_name,
    payTo: one.pay_to,
    reference: one.reference,
    amount: moneyOf(one.amount_minor, one.currency),
    payOn: one.pay_on,
    state: one.state,
    ticked: one.ticked_at !== null,
    reason: one.reason,
    items: items
      .filter(item => item.payment_id === one.id)
      .map(item => ({
        itemId: item.item_id,
        recordId: item.record_id,
        recordKind: name(item.record_id)?.kind ?? '',
        title: name(item.record_id)?.title ?? item.number ?? one.party_name,
        number: item.number,
        dueOn: item.due_on,
        amount: moneyOf(item.amount_minor, one.currency),
        discount: item.discount_minor > 0n ? moneyOf(item.discount_minor, one.currency) : null,
      })),
  }))
}

const savedOf = (
  payments: readonly { readonly items: readonly { readonly discount: { minor: bigint } | null }[] }[],
): bigint => payments.flatMap(({ items }) => items).reduce((sum, { discount }) => sum + (discount?.minor ?? 0n), 0n)

export const getRunBody = implementQuery(c.getRun, async (view, { id }) => {
  const { rows } = await sql<Seen>`select * from ${runsSeen(view)} where l.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'payment-run', id })
  const facts = await factsOf(view, [row])
  const payments = await paymentsOf(view, id)
  const shown = await paymentLines(view, payments)
  const name = naming(await namesOf(view, [row.proposed_by_id, row.approved_by_id, row.handed_out_by_id]))
  const dayOf = (at: Temporal.Instant | null) => at && at.toZonedDateTimeISO(view.office.zone).toPlainDate()
  return {
    record: { id, kind: 'payment-run', title: row.title, class: row.class, version: row.version, state: row.state },
    ...facts(row),
    payments: shown,
    days: sumsByDay(
      payments.map(one => ({ payOn: one.pay_on, amount_minor: one.amount_minor })),
      row.currency,
    ),
    saved: moneyOf(savedOf(shown), row.currency),
    proposedBy: name(row.proposed_by_id),
    approvedBy: name(row.approved_by_id),
    approvedOn: dayOf(row.approved_at),
    handedOutBy: name(row.handed_out_by_id),
    handedOutAt: row.handed_out_at,
    acceptedOn: row.accepted_on,
    settledOn: row.settled_on,
    confirmedBecause: row.confirmed_because,
    file: row.file_digest ? { name: row.file_name ?? '', digest: row.file_digest.toString('hex') } : null,
    problems: row.problem ?? [],
    can: offers(
      view,
      row,
      payments,
      shown.some(one => one.advice.stand === 'ready'),
    ),
  }
})

function offers(view: View, row: Seen, payments: readonly PaymentRow[], mayAdvise: boolean): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const advise = mayAdvise ? can(view, c.sendAdvices, input) : []
  const primary = { primary: true }
  const comment = can(view, addComment, { recordId: row.id })
  switch (row.state) {
    case 'proposed':
      return [...can(view, c.approveRun, input, primary), ...comment, ...can(view, c.withdrawRun, input)]
    case 'approved':
      return [
        ...(row.method === 'hand'
          ? []
          : row.problem
            ? can(view, c.writeAgain, input, primary)
            : can(view, c.handOutRun, input, {
                ...primary,
                refusedBecause: row.file_id ? null : { name: c.fileMissing.name, data: { title: row.title } },
              })),
        ...comment,
        ...(row.ticked > 0 ? [] : can(view, c.withdrawRun, input)),
      ]
    case 'handed-out':
      return [...can(view, c.confirmRun, input), ...advise, ...comment]
    default:
      return payments.some(one => one.confirmed_key && !one.line_id)
        ? [...advise, ...can(view, c.takeBackConfirmation, input), ...comment]
        : [...advise, ...comment]
  }
}

export const previewRunBody = implementQuery(c.previewRun, async (view, { accountId, ...options }) => {
  const seen = await accountSeen(view, accountId)
  const plan = await planRun(view, await accountOf(view, accountId), options)
  const { currency } = plan
  const payments = plan.payments.map(one => plannedOut(one, currency))
  return {
    until: plan.until,
    currency,
    currencies: [...plan.currencies],
    payments,
    leftOut: plan.leftOut.map(({ item, reason }) => ({
      itemId: item.item_id,
      recordId: item.record_id,
      partyName: item.party_name,
      number: item.number,
      dueOn: item.due_on,
      amount: moneyOf(item.remaining_minor, item.currency),
      reason,
      because: reason === 'held' ? item.hold_reason : null,
    })),
    days: sumsByDay(plan.payments, currency),
    amount: sumOf(plan.payments, currency),
    saved: moneyOf(savedOf(payments), currency),
    balance: seen.balance_minor === null ? null : moneyOf(seen.balance_minor, seen.currency),
  }
})

const plannedOut = (one: PlannedPayment, currency: string) => ({
  partyId: one.partyId,
  partyName: one.partyName,
  payTo: one.payTo,
  reference: one.reference,
  amount: moneyOf(one.amount_minor, currency),
  payOn: one.payOn,
  late: one.late,
  items: one.items.map(({ item, amount_minor, discount_minor }) => ({
    itemId: item.item_id,
    recordId: item.record_id,
    recordKind: item.record_kind,
    title: item.title,
    number: item.number,
    dueOn: item.due_on,
    amount: moneyOf(amount_minor, currency),
    discount: discount_minor > 0n ? moneyOf(discount_minor, currency) : null,
  })),
})

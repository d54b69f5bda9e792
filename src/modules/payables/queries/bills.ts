import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { liked } from '../../../kernel/place.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { moneyOf, signOf } from '../bill-row.ts'
import * as c from '../contract.ts'
import { numberKey } from '../pay-to.ts'
import type { BillRow } from '../rows.ts'

export type Seen = BillRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly alarms: number
  readonly approver: string | null
  readonly coding: string | null
}

/** What is still on its way to being paid. */
export const openStates = ['to-code', 'to-approve', 'approved', 'part-paid'] as const

export const fromBills = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'bill').selectAll()} r
  join payables.bill b on b.organisation_id = ${view.office.id} and b.id = r.id`

export const billColumns = (view: View): RawBuilder<unknown> => sql`b.*, r.title, r.class, r.version,
  (select count(*)::int from payables.alarm a where a.organisation_id = b.organisation_id and a.bill_id = b.id
    and a.settled_at is null and a.severity <> 'told') as alarms,
  (select p.title from kernel.record p where p.organisation_id = b.organisation_id and p.id = b.approver_id) as approver,
  (select string_agg(distinct l.account, ', ') from payables.bill_line l
    where l.organisation_id = ${view.office.id} and l.bill_id = b.id) as coding`

export const isLate = (view: Pick<View, 'today'>, row: BillRow): boolean =>
  row.remaining_minor > 0n &&
  !['paid', 'withdrawn'].includes(row.state) &&
  row.kind === 'bill' &&
  Temporal.PlainDate.compare(row.due_on, view.today) < 0

export const lineOf = (view: View, row: Seen) => ({
  id: row.id,
  version: row.version,
  title: row.title,
  kind: row.kind,
  state: row.state,
  supplier: row.supplier_name,
  number: row.number,
  issuedOn: row.issued_on,
  dueOn: row.due_on,
  total: moneyOf(signOf(row) * row.total_minor, row.currency),
  remaining: moneyOf(signOf(row) * row.remaining_minor, row.currency),
  method: row.method,
  late: isLate(view, row),
  hold: row.hold,
  holdReason: row.hold_reason,
  stopped: row.stopped,
  alarms: row.alarms,
  waitsFor: row.state === 'to-approve' ? row.approver : null,
  coding: row.coding,
})

/** Days ahead that count as due now. */
const dueWithin = 7

/** What one may do something about oneself: to code by who codes, to approve where it is theirs or anybody's. */
export function mineOf(view: View): RawBuilder<unknown> {
  const may = (command: { permission: string }) =>
    ['*', 'payables.*', command.permission].some(key => view.principal.permissions.has(key))
  const { id } = view.principal
  const approves = sql`b.state = 'to-approve' and (b.approver_id = ${id} or b.approver_id is null and ${may(c.approveBill)})`
  return sql`(${approves} or b.state = 'to-code' and ${may(c.codeBill)})`
}

export function boxOf(view: View, box: (typeof c.billBoxes)[number] | undefined): RawBuilder<unknown>[] {
  const open = sql`b.state = any(${[...openStates]}::text[])`
  switch (box) {
    case 'open':
      return [open]
    case 'mine':
      return [mineOf(view)]
    case 'kept':
      return [open, sql`(b.hold is not null or b.stopped)`]
    case 'due':
      return [open, sql`b.due_on <= ${view.today.add({ days: dueWithin })}::date`]
    case 'late':
      return [open, sql`b.due_on < ${view.today}::date and b.kind = 'bill'`]
    default:
      return []
  }
}

export const listBillsBody = implementQuery(c.listBills, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = boxOf(view, input.box)
  if (input.states) conditions.push(sql`b.state = any(${input.states}::text[])`)
  else if (!input.box) conditions.push(sql`b.state <> 'withdrawn'`)
  if (input.supplierId) conditions.push(sql`b.supplier_id = ${input.supplierId}`)
  if (input.dueUntil) conditions.push(sql`b.due_on <= ${input.dueUntil}::date`)
  if (input.text) {
    const key = numberKey(input.text) ?? ''
    conditions.push(
      sql`(r.title ilike ${liked(input.text)} or b.number_key = ${key} or b.reference ilike ${liked(input.text)})`,
    )
  }
  // what is settled stands behind what is not
  const order = sql`case when b.state = any(${[...openStates]}::text[]) then b.due_on else '9000-01-01'::date + ('2999-12-31'::date - b.due_on) end`
  const lines = sql`(select ${billColumns(view)}, ${order} as place ${fromBills(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen & { place: Temporal.PlainDate }>(view, lines, 'place', 'date', input)
  return { rows: shown.map(row => lineOf(view, row)), ...slice }
})

export const countBillsBody = implementQuery(c.countBills, async view => {
  const { rows } = await sql<{ total: number; code: number; approve: number; kept: number }>`
    select (count(*) filter (where ${mineOf(view)}))::int as total,
      (count(*) filter (where b.state = 'to-code'))::int as code, (count(*) filter (where b.state = 'to-approve'))::int as approve,
      (count(*) filter (where b.hold is not null or b.stopped))::int as kept
    ${fromBills(view)} where b.state = any(${[...openStates]}::text[])`.execute(view.db())
  const counts = rows[0]!
  return { total: counts.total, toCode: counts.code, toApprove: counts.approve, kept: counts.kept }
})

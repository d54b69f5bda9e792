/** What a bill is for somebody's desk: an approval that is waited for, an account that is to be made sure of. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import type { TaskWish } from '../work/contract.ts'
import { signedTotal } from './bill-row.ts'
import type { BillRow } from './rows.ts'
import { moneyWords, officeWords } from './words.ts'

/** The keys of open tasks that begin so: what an act does away with. */
export async function openKeys(act: Act, ...prefixes: readonly string[]): Promise<{ key: string }[]> {
  if (prefixes.length === 0) return []
  const { rows } = await sql<{ key: string }>`
    select raised_key as key from work.task_fact where organisation_id = ${act.office.id} and state in ('open', 'waiting')
      and raised_key like any(${prefixes.map(prefix => `${prefix}%`)}::text[])`.execute(act.db())
  return rows
}

export const approveKey = (id: string): string => `payables.approve:${id}:`
export const accountKey = (id: string): string => `payables.account:${id}:`
/** The task that confirming the paper made: done when its bill is paid or taken out. */
export const paperKey = ({ document_id }: Pick<BillRow, 'document_id'>): string[] =>
  document_id ? [`documents/${document_id}/`] : []

const params = (act: Act, row: BillRow) => ({
  supplier: row.supplier_name,
  number: row.number ?? '–',
  total: moneyWords(act, signedTotal(row)),
})

/** Days before a bill is due by which its approval is asked for. */
const approveBefore = 5

const notBefore = (day: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(day, today) < 0 ? today : day

/** Only where it is somebody's in particular: what anybody may approve stands in the list of bills. */
export function approveWish(act: Act, row: BillRow): TaskWish[] {
  if (!row.approver_id || row.approver_id === act.principal.id) return []
  return [
    {
      key: `${approveKey(row.id)}${act.locked(row.id).version + 1}`,
      title: officeWords(act, 'task.approve', params(act, row)).slice(0, 300),
      ownerId: row.approver_id,
      sourceId: row.id,
      dueOn: notBefore(row.due_on.subtract({ days: approveBefore }), act.today),
      effortMinutes: 3,
      ifLate: 'costs-money',
    },
  ]
}

/** Somebody rings the supplier on a number that was known before. */
export function accountWish(act: Act, row: BillRow, version: number): TaskWish {
  return {
    key: `${accountKey(row.id)}${version}`,
    title: officeWords(act, 'task.account', params(act, row)).slice(0, 300),
    role: 'bookkeeper',
    sourceId: row.id,
    dueOn: notBefore(row.due_on.subtract({ days: 3 }), act.today),
    effortMinutes: 10,
    ifLate: 'costs-money',
    urgency: 'high',
    ...(row.supplier_id ? { forId: row.supplier_id } : {}),
  }
}

/** Parts of an event's envelope, left out where they hold nothing. */
export const filled = <T extends Record<string, readonly unknown[]>>(parts: T): Partial<T> =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part.length > 0)) as Partial<T>

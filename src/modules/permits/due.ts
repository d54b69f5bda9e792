/** What the days bring: renewals to begin, conditions to check, deadlines that are near, decisions that become final. */
import { type RawBuilder, sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { checkRaised, deadlineNear, decisionFinal, renewalRaised } from './contract.ts'
import { type ApplicationRow, caseWish, nearDeadline, numberOf, updateApplication } from './application-row.ts'
import {
  checkWish,
  type ConditionRow,
  permitKey,
  type PermitRow,
  permitWish,
  renewOn,
  updateCondition,
  updatePermit,
} from './permit-row.ts'

type At = Pick<View, 'office' | 'today'>

/** How long before its day a check becomes a task. */
const checkLeadDays = 14

const renewals = (at: At) => sql`
  from permits.permit p where p.organisation_id = ${at.office.id} and p.state in ('granted', 'partly')
    and p.renewal_raised_at is null and p.valid_until - p.renewal_lead_days <= ${at.today}::date`
const checks = (at: At) => sql`
  from permits.condition c
  join permits.permit p on p.organisation_id = c.organisation_id and p.id = c.permit_id and p.state in ('granted', 'partly')
  where c.organisation_id = ${at.office.id} and c.next_on <= ${at.today.add({ days: checkLeadDays })}::date
    and c.raised_on is distinct from c.next_on`
const finals = (at: At) => sql`
  from permits.application a where a.organisation_id = ${at.office.id} and a.state = 'notified'
    and a.appeal_until < ${at.today}::date`

export async function dueCount(view: View): Promise<number> {
  const count = (from: RawBuilder<unknown>) => sql`(select count(*) ${from})`
  const { rows } = await sql<{ count: number }>`
    select (${count(renewals(view))} + ${count(checks(view))} + ${count(nearDeadline(view))} + ${count(finals(view))})::int as count`.execute(
    view.db(),
  )
  return rows[0]!.count
}

export async function raiseRenewals(act: Act): Promise<number> {
  const { rows } = await sql<PermitRow & { title: string }>`
    select p.*, (select r.title from kernel.record r where r.organisation_id = p.organisation_id and r.id = p.id) as title
    ${renewals(act)} order by p.id for update of p`.execute(act.db())
  for (const { title, ...row } of rows) {
    await updatePermit(act, row.id, { renewal_raised_at: act.at })
    const on = row.valid_until!
    const from = renewOn(row)!
    const dueOn = Temporal.PlainDate.compare(from, act.today) < 0 ? act.today : from
    const key = `${permitKey('renewal', row.id)}${on}`
    const work = [permitWish(act, row, { key, message: 'task.renewal', title, dueOn })]
    act.emit(renewalRaised, { id: row.id, title, on, work }, [row.id])
  }
  return rows.length
}

export async function raiseChecks(act: Act): Promise<number> {
  const { rows } = await sql<ConditionRow & { title: string; permit_owner_id: string | null }>`
    select c.*, p.owner_id as permit_owner_id,
      (select r.title from kernel.record r where r.organisation_id = p.organisation_id and r.id = p.id) as title
    ${checks(act)} order by c.id for update of c`.execute(act.db())
  for (const { title, permit_owner_id, ...row } of rows) {
    await updateCondition(act, row.permit_id, row.id, { raised_on: row.next_on })
    const work = [checkWish(act, { id: row.permit_id, owner_id: permit_owner_id }, row, title)]
    act.emit(checkRaised, { id: row.permit_id, title, condition: row.condition.slice(0, 200), work }, [row.permit_id])
  }
  return rows.length
}

const cases = (act: Act, from: RawBuilder<unknown>) =>
  sql<ApplicationRow & { title: string }>`
    select a.*, (select r.title from kernel.record r where r.organisation_id = a.organisation_id and r.id = a.id) as title
    ${from} order by a.id for update of a`.execute(act.db())

export async function warnOfDeadlines(act: Act): Promise<number> {
  const { rows } = await cases(act, nearDeadline(act))
  for (const { title, ...row } of rows) {
    await updateApplication(act, row.id, { warned_at: act.at })
    const key = `permits.case-decide:${row.id}:near:${row.decide_by}`
    const work = [
      {
        ...caseWish(act, row, title, { key, message: 'task.case-decide', dueOn: row.decide_by }),
        urgency: 'high' as const,
      },
    ]
    act.emit(deadlineNear, { id: row.id, title, number: numberOf(row), on: row.decide_by, work }, [row.id])
  }
  return rows.length
}

/** Nobody has appealed in time: the decision holds from the day after. */
export async function makeFinal(act: Act): Promise<number> {
  const { rows } = await cases(act, finals(act))
  for (const { title, ...row } of rows) {
    await updateApplication(act, row.id, { state: 'final', final_on: row.appeal_until!.add({ days: 1 }), prior: null })
    act.emit(decisionFinal, { id: row.id, title, number: numberOf(row) }, [row.id])
  }
  return rows.length
}

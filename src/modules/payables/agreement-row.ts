/** Reading and writing agreements, and which of them a bill comes by. */
import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { decimalOfMoney } from '../../kernel/money.ts'
import type { AgreementKind, AgreementState } from './contract/agreement-commands.ts'
import { moneyOf, updateBill } from './bill-row.ts'
import { openKeys } from './bill-work.ts'
import { dayOf } from './rhythm.ts'
import type { Finding } from './rules.ts'
import type { BillRow } from './rows.ts'

type Day = Temporal.PlainDate

export interface AgreementRow {
  id: string
  state: AgreementState
  about: AgreementKind
  supplier_id: string | null
  supplier_name: string
  customer_number: string | null
  starts_on: Day | null
  ends_on: Day | null
  notice_months: number | null
  notice_raised_on: Day | null
  currency: string
  usual_from_minor: bigint
  usual_to_minor: bigint
  every_months: number
  first_on: Day
  come: number
  next_on: Day
  slack_days: number
  missed_on: Day | null
  owner_id: string | null
  note: string
}

export async function agreementOf(at: Pick<Act | View, 'office' | 'db'>, id: string): Promise<AgreementRow> {
  const { rows } = await sql<AgreementRow>`
    select * from payables.agreement where organisation_id = ${at.office.id} and id = ${id}`.execute(at.db())
  return rows[0]!
}

export async function updateAgreement(act: Act, id: string, change: Partial<AgreementRow>): Promise<void> {
  const sets = Object.entries(change).map(([name, value]) => sql`${sql.ref(name)} = ${value}`)
  await sql`
    update payables.agreement set ${sql.join(sets)} where organisation_id = ${act.office.id} and id = ${id}`.execute(
    act.db(),
  )
}

export const missedKey = (id: string, on: Day | string = ''): string => `payables.missed:${id}:${on}`
export const noticeKey = (id: string, on: Day | string = ''): string => `payables.notice:${id}:${on}`

/** How long before its day a bill of an agreement may come. */
const earlyDays = 25

async function candidates(act: Act, row: BillRow): Promise<AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`
    select * from payables.agreement a where a.organisation_id = ${act.office.id} and a.state = 'running'
      and (a.supplier_id = ${row.supplier_id}::uuid or a.supplier_id is null and lower(a.supplier_name) = lower(${row.supplier_name}))
      and a.currency = ${row.currency} and a.next_on <= ${row.received_on.add({ days: earlyDays })}::date
    order by a.next_on, a.id for update`.execute(act.db())
  return rows
}

const within = (row: BillRow, one: AgreementRow): boolean =>
  row.total_minor >= one.usual_from_minor && row.total_minor <= one.usual_to_minor

const finding = (row: BillRow, one: AgreementRow): Finding => {
  const sum = (minor: bigint) => decimalOfMoney(moneyOf(minor, one.currency))
  const [from, to] = [sum(one.usual_from_minor), sum(one.usual_to_minor)]
  return {
    rule: 'agreement-differs',
    severity: 'look',
    about: `${one.id}:${row.total_minor}`,
    data: { expected: from === to ? from : `${from} – ${to}`, currency: one.currency, title: one.supplier_name },
  }
}

export interface Came {
  readonly agreementId: string
  readonly finding: Finding | null
  /** Tasks that asked where it was. */
  readonly workDone: { key: string }[]
}

/** The agreement that a new bill comes by: the one whose sum it has, else the one that was expected first; it then expects the next. */
export async function comeBy(act: Act, row: BillRow): Promise<Came | null> {
  if (row.kind !== 'bill' || row.agreement_id !== null) return null
  const running = await candidates(act, row)
  const one = running.find(candidate => within(row, candidate)) ?? running[0]
  if (!one) return null
  await sql`
    insert into payables.agreement_bill (organisation_id, agreement_id, expected_on, bill_id, noted_at)
    values (${act.office.id}, ${one.id}, ${one.next_on}, ${row.id}, ${act.at})
    on conflict (organisation_id, agreement_id, expected_on) do update set bill_id = excluded.bill_id, noted_at = excluded.noted_at`.execute(
    act.db(),
  )
  await moveOn(act, one)
  updateBill(act, row.id, { agreement_id: one.id })
  return {
    agreementId: one.id,
    finding: within(row, one) ? null : finding(row, one),
    workDone: await openKeys(act, missedKey(one.id)),
  }
}

/** The next one is expected by the rhythm. */
export async function moveOn(act: Act, one: AgreementRow): Promise<void> {
  const come = one.come + 1
  await updateAgreement(act, one.id, { come, next_on: dayOf(one.first_on, one.every_months, come), missed_on: null })
}

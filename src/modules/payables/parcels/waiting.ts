/** What waits to go to the accountant by the end of a month: approved bills, and lines of the bank that were matched, that have not gone as they stand. */
import { sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { BillKind } from '../contract/shapes.ts'

type At = Pick<View, 'office' | 'principal' | 'db'>
type Day = Temporal.PlainDate

/** What is secret leaves the office in no parcel. */
const highestClass = 2

export interface WaitingBill {
  readonly id: string
  readonly title: string
  readonly class: number
  readonly kind: BillKind
  readonly round: number
  readonly book_on: Day
  readonly currency: string
  readonly total_minor: bigint
  readonly late: boolean
  readonly again: boolean
}

export const monthOf = (day: Day): Day => day.with({ day: 1 })
export const endOf = (month: Day): Day => month.with({ day: month.daysInMonth })

/** Late: a parcel of its month, or of a later one, has gone without it. */
export async function waitingBills(at: At, month: Day): Promise<WaitingBill[]> {
  const { rows } = await sql<WaitingBill>`
    select b.id, r.title, r.class, b.kind, b.round, b.book_on, b.currency, b.total_minor,
      exists (select from payables.parcel p where p.organisation_id = b.organisation_id and p.state <> 'withdrawn'
        and p.month_on >= date_trunc('month', b.book_on)::date and p.month_on < ${month}::date) as late,
      exists (select from payables.parcel_bill g where g.organisation_id = b.organisation_id and g.bill_id = b.id and g.live) as again
    from ${visibleRecords(at as View, 'bill').selectAll()} r
    join payables.bill b on b.organisation_id = ${at.office.id} and b.id = r.id
    where b.approved_at is not null and b.state <> 'withdrawn' and b.book_on <= ${endOf(month)} and r.class <= ${highestClass}
      and not exists (select from payables.parcel_bill g where g.organisation_id = b.organisation_id and g.bill_id = b.id and g.round = b.round and g.live)
    order by b.book_on, b.supplier_name, b.id limit 5000`.execute(at.db())
  return rows
}

export interface WaitingLine {
  readonly line_id: string
  readonly match_id: string
  readonly account_id: string
  readonly late: boolean
}

export async function waitingLines(at: At, month: Day): Promise<WaitingLine[]> {
  const { rows } = await sql<WaitingLine>`
    select l.line_id, l.match_id, l.account_id,
      exists (select from payables.parcel p where p.organisation_id = l.organisation_id and p.state <> 'withdrawn'
        and p.month_on >= date_trunc('month', l.booked_on)::date and p.month_on < ${month}::date) as late
    from banking.matched_line_fact l
    join ${visibleRecords(at as View, 'bank-account').selectAll()} r on r.id = l.account_id
    where l.organisation_id = ${at.office.id} and l.booked_on <= ${endOf(month)} and r.class <= ${highestClass}
      and not exists (select from payables.parcel_line g where g.organisation_id = l.organisation_id and g.line_id = l.line_id
        and g.match_id = l.match_id and g.live)
    order by l.booked_on, l.account_number, l.position, l.line_id limit 20000`.execute(at.db())
  return rows
}

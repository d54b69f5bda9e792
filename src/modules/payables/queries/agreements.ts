import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import type { AgreementRow } from '../agreement-row.ts'
import { moneyOf } from '../bill-row.ts'
import { missed, notices } from '../commands/agreements.ts'
import * as c from '../contract.ts'
import { noticeDay, rhythmIn, rhythmOfMonths, monthsOf } from '../rhythm.ts'
import { fromBills } from './bills.ts'

type Seen = AgreementRow & { readonly title: string; readonly class: number; readonly version: number }

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'agreement').selectAll()} r
  join payables.agreement a on a.organisation_id = ${view.office.id} and a.id = r.id`
const columns = sql`a.*, r.title, r.class, r.version`

const isMissing = (view: View, row: AgreementRow): boolean =>
  row.state === 'running' && Temporal.PlainDate.compare(row.next_on.add({ days: row.slack_days }), view.today) < 0

const factsOf = (view: View, row: Seen) => ({
  about: row.about,
  usualFrom: moneyOf(row.usual_from_minor, row.currency),
  usualTo: moneyOf(row.usual_to_minor, row.currency),
  rhythm: rhythmOfMonths(row.every_months),
  nextOn: row.next_on,
  missing: isMissing(view, row),
  endsOn: row.ends_on,
  noticeOn: row.state === 'running' ? noticeDay(row.ends_on, row.notice_months) : null,
})

export const listAgreementsBody = implementQuery(c.listAgreements, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [
    input.states ? sql`a.state = any(${input.states}::text[])` : sql`a.state = 'running'`,
  ]
  if (input.missing) conditions.push(sql`a.state = 'running' and a.next_on + a.slack_days < ${view.today}::date`)
  if (input.text)
    conditions.push(
      sql`(r.title ilike ${liked(input.text)} or a.supplier_name ilike ${liked(input.text)} or a.customer_number ilike ${liked(input.text)})`,
    )
  const lines = sql`(select ${columns} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'next_on', 'date', input)
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      supplier: row.supplier_name,
      ...factsOf(view, row),
    })),
    ...slice,
  }
})

interface CameRow {
  readonly expected_on: Temporal.PlainDate
  readonly bill_id: string | null
  readonly total_minor: bigint | null
  readonly currency: string | null
  readonly due_on: Temporal.PlainDate | null
}

async function cameBy(view: View, id: string): Promise<CameRow[]> {
  const { rows } = await sql<CameRow>`
    select g.expected_on, b.id as bill_id, b.total_minor, b.currency, b.due_on
    from payables.agreement_bill g
    left join (select b.id, b.total_minor, b.currency, b.due_on ${fromBills(view)}) b on b.id = g.bill_id
    where g.organisation_id = ${view.office.id} and g.agreement_id = ${id} order by g.expected_on desc limit 60`.execute(
    view.db(),
  )
  return rows
}

function offers(view: View, row: Seen): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const comment = can(view, addComment, { recordId: row.id })
  if (row.state === 'ended') return [...can(view, c.resumeAgreement, input), ...comment]
  return [
    ...(isMissing(view, row) ? can(view, c.skipExpected, input, { primary: true }) : []),
    ...can(view, c.changeAgreement, input),
    ...comment,
    ...(isMissing(view, row) ? [] : can(view, c.skipExpected, input)),
    ...can(view, c.endAgreement, input),
  ]
}

export const getAgreementBody = implementQuery(c.getAgreement, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'agreement', id })
  const came = await cameBy(view, id)
  const { rows: papers } = await sql<{ to_id: string }>`
    select to_id from kernel.link where organisation_id = ${view.office.id} and from_id = ${id} and relation = 'attachment'
    order by to_id limit 20`.execute(view.db())
  const name = naming(
    await namesOf(view, [
      row.supplier_id,
      row.owner_id,
      ...papers.map(({ to_id }) => to_id),
      ...came.map(({ bill_id }) => bill_id),
    ]),
  )
  return {
    record: { id, kind: 'agreement', title: row.title, class: row.class, version: row.version, state: row.state },
    ...factsOf(view, row),
    supplier: name(row.supplier_id),
    supplierName: row.supplier_name,
    customerNumber: row.customer_number,
    startsOn: row.starts_on,
    noticeMonths: row.notice_months,
    slackDays: row.slack_days,
    owner: name(row.owner_id),
    note: row.note,
    documents: papers.flatMap(({ to_id }) => name(to_id) ?? []),
    came: came.map(one => ({
      expectedOn: one.expected_on,
      bill: name(one.bill_id),
      total: one.total_minor === null || one.currency === null ? null : moneyOf(one.total_minor, one.currency),
      dueOn: one.due_on,
    })),
    can: offers(view, row),
  }
})

interface History {
  readonly supplier_id: string
  readonly currency: string
  readonly days: readonly string[]
  readonly sums: readonly string[]
}

export const proposeAgreementsBody = implementQuery(c.proposeAgreements, async view => {
  const since = view.today.subtract({ months: 40 })
  const { rows } = await sql<History>`
    select b.supplier_id, b.currency, array_agg(b.issued_on::text order by b.issued_on desc) as days,
      array_agg(b.total_minor::text order by b.issued_on desc) as sums
    ${fromBills(view)}
    where b.kind = 'bill' and b.state <> 'withdrawn' and b.supplier_id is not null and b.issued_on > ${since}::date
      and not exists (select from payables.agreement a where a.organisation_id = b.organisation_id and a.supplier_id = b.supplier_id)
    group by b.supplier_id, b.currency having count(*) between 3 and 60 order by count(*) desc limit 200`.execute(
    view.db(),
  )
  const name = naming(
    await namesOf(
      view,
      rows.map(row => row.supplier_id),
    ),
  )
  return {
    rows: rows
      .flatMap(row => {
        const days = row.days.slice(0, 12).map(day => Temporal.PlainDate.from(day))
        const rhythm = rhythmIn(days)
        const supplier = name(row.supplier_id)
        const sums = row.sums.slice(0, 12).map(BigInt)
        const least = sums.reduce((a, b) => (a < b ? a : b))
        const most = sums.reduce((a, b) => (a > b ? a : b))
        const nextOn = rhythm && days[0]!.add({ months: monthsOf[rhythm] })
        // sums that differ by more than half are bought now and then, not agreed
        if (!rhythm || !nextOn || !supplier || most > least * 2n) return []
        return [
          {
            supplier,
            rhythm,
            count: row.days.length,
            usualFrom: moneyOf(least, row.currency),
            usualTo: moneyOf(most, row.currency),
            nextOn,
          },
        ]
      })
      .slice(0, 20),
  }
})

export const countDueBody = implementQuery(c.countDue, async view => {
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) ${missed(view)}) + (select count(*) ${notices(view)}))::int as count`.execute(view.db())
  return { count: rows[0]!.count }
})

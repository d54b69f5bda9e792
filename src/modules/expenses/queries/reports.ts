import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import { kilometresOf } from '../amounts.ts'
import * as c from '../contract.ts'
import { linesOf, type LineRow, lookAt, maySeeAll, numberOf, owedOf, type ReportRow } from '../rows.ts'
import { rulesOf } from '../rules.ts'
import type { ExpensesTables } from '../tables.ts'

type Seen = ReportRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly receipts: number
  readonly place_in_list: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'expense-report').selectAll()} r
  join expenses.report p on p.organisation_id = ${view.office.id} and p.id = r.id`

/** The doubtful first where one verifies; else the newest. */
const order = (box: string): RawBuilder<string> =>
  box === 'to-verify' || box === 'to-approve'
    ? sql<string>`lpad((99999 - least(p.doubts, 99999))::text, 5, '0') || lpad(p.serial::text, 12, '0')`
    : sql<string>`lpad((999999999999 - p.serial)::text, 12, '0')`

const columns = (box: string) => sql`p.*, r.title, r.class, r.version, ${order(box)} as place_in_list,
  (select count(*)::int from expenses.line l where l.organisation_id = p.organisation_id and l.report_id = p.id
    and l.document_id is not null and not l.removed) as receipts`

const inBox = (view: View, box: string): RawBuilder<unknown> => {
  const me = view.principal.id
  switch (box) {
    case 'mine':
      return sql`p.person_id = ${me} and p.state <> 'withdrawn'`
    case 'to-verify':
      return sql`p.state = 'handed-in' and p.person_id <> ${me}`
    case 'to-approve':
      return sql`p.state = 'verified' and p.person_id <> ${me}`
    case 'to-pay':
      return sql`p.state = 'approved'`
    default:
      return sql`(p.state not in ('draft', 'withdrawn') or p.person_id = ${me})`
  }
}

const facts = (row: Seen) => ({
  number: numberOf(row),
  leftOn: row.left_on,
  backOn: row.back_on,
  place: row.place,
  total: { minor: row.total_minor, currency: row.currency },
  owed: { minor: owedOf(row), currency: row.currency },
  returned: row.state === 'draft' && row.returned_reason !== null,
})

export const listReportsBody = implementQuery(c.listReports, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [
    input.states ? sql`p.state = any(${input.states}::text[])` : inBox(view, input.box),
  ]
  if (input.states && input.box !== 'all') conditions.push(inBox(view, input.box))
  if (input.text) {
    const like = liked(input.text)
    conditions.push(sql`(r.title ilike ${like} or p.place ilike ${like} or ('E' || p.serial::text) ilike ${like}
      or exists (select from kernel.record w where w.organisation_id = p.organisation_id and w.id = p.person_id and w.title ilike ${like}))`)
  }
  const lines = sql`(select ${columns(input.box)} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'place_in_list', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.person_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      person: name(row.person_id),
      doubts: row.doubts,
      receipts: row.receipts,
      ...facts(row),
    })),
    ...slice,
  }
})

interface Paper {
  readonly document_id: string
  readonly pages: number
  readonly reading: boolean
}

export const getReportBody = implementQuery(c.getReport, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns('all')} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'expense-report', id })
  const lines = await linesOf(view, id)
  const doubts = await lookAt(view, row, lines)
  const name = naming(
    await namesOf(view, [
      row.person_id,
      row.verified_by_id,
      row.approved_by_id,
      ...lines.map(line => line.document_id),
      ...doubts.map(doubt => doubt.otherId),
    ]),
  )
  const papers = await papersOf(view, lines)
  const money = (minor: bigint, currency = row.currency) => ({ minor, currency })
  return {
    record: { id, kind: 'expense-report', title: row.title, class: row.class, version: row.version, state: row.state },
    office: view.office.name,
    language: view.principal.language ?? view.office.language,
    person: name(row.person_id),
    ...facts(row),
    mine: row.person_id === view.principal.id,
    country: row.country,
    leftTime: row.left_time,
    backTime: row.back_time,
    advance: money(row.advance_minor),
    card: money(row.card_minor),
    handedInAt: row.handed_in_at?.toString() ?? null,
    verifiedBy: name(row.verified_by_id),
    approvedBy: name(row.approved_by_id),
    returnedReason: row.state === 'draft' ? row.returned_reason : null,
    account: await accountOf(view, row.person_id),
    lines: lines.map(line => ({
      id: line.id,
      sort: line.sort,
      category: line.category,
      on: line.on_day,
      text: line.text,
      document: name(line.document_id),
      pages: papers.get(line.document_id ?? '')?.pages ?? 0,
      proposed: line.proposed,
      reading: papers.get(line.document_id ?? '')?.reading ?? false,
      total: money(line.amount_minor, line.currency),
      vat: line.vat_minor === null ? null : money(line.vat_minor, line.currency),
      rate: line.rate,
      rateOn: line.rate_on,
      inOffice: line.office_minor === null ? null : money(line.office_minor),
      paidBy: line.paid_by,
      participants: line.participants,
      distance: line.distance_tenths === null ? null : kilometresOf(line.distance_tenths),
      vehicle: line.vehicle,
      country: line.country,
      share: line.share,
      breakfast: line.breakfast,
      lunch: line.lunch,
      dinner: line.dinner,
    })),
    doubts: doubts.map(({ code, lineId, params, otherId }) => ({ code, lineId, params, other: name(otherId) })),
    can: await offers(view, row, doubts.length),
  }
})

async function papersOf(view: View, lines: readonly LineRow[]): Promise<ReadonlyMap<string, Paper>> {
  const ids = [...new Set(lines.flatMap(line => line.document_id ?? []))]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Paper>`
    select f.document_id, coalesce(f.pages, 0)::int as pages, f.read_at is null as reading
    from documents.receipt_fact f where f.organisation_id = ${view.office.id} and f.document_id = any(${ids}::uuid[])`.execute(
    view.db(),
  )
  return new Map(rows.map(row => [row.document_id, row]))
}

/** The last digits are enough to know one's account by. */
async function accountOf(view: View, personId: string): Promise<string | null> {
  const row = await view
    .db<ExpensesTables>()
    .selectFrom('expenses.claimant')
    .select('number')
    .where('organisation_id', '=', view.office.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ? `… ${row.number.slice(-4)}` : null
}

async function offers(view: View, row: Seen, doubts: number): Promise<Can[]> {
  const input = { id: row.id, expectedVersion: row.version }
  const primary = { primary: true }
  const mine = row.person_id === view.principal.id
  const own =
    mine && (await rulesOf(view)).policyOn(view.today).fourEyes
      ? { name: 'report-own', data: { title: row.title } }
      : null
  const comment = can(view, addComment, { recordId: row.id })
  switch (row.state) {
    case 'draft':
      return [
        ...can(view, c.handIn, input, primary),
        ...can(view, c.addExpense, input),
        ...can(view, c.addMileage, input),
        ...can(view, c.addAllowance, row.country ? { ...input, country: row.country } : input),
        ...can(view, c.changeReport, input),
        ...comment,
        ...can(view, c.withdrawReport, input),
      ]
    case 'handed-in':
      return [
        ...can(view, c.verifyReport, doubts > 0 ? { ...input, anyway: true } : input, {
          primary: true,
          refusedBecause: own,
        }),
        ...can(view, c.returnReport, input, { refusedBecause: own }),
        ...(mine || maySeeAll(view) ? can(view, c.takeBack, input) : []),
        ...comment,
      ]
    case 'verified':
      return [
        ...can(view, c.approveReport, input, primary),
        ...can(view, c.returnReport, input, { refusedBecause: own }),
        ...comment,
        ...can(view, c.unverifyReport, input),
      ]
    case 'approved':
      return [...comment, ...can(view, c.unapproveReport, input)]
    case 'withdrawn':
      return [...can(view, c.restoreReport, input), ...comment]
    default:
      return comment
  }
}

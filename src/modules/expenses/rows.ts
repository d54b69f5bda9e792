/** Reading and writing the rows of a report. */
import { type Kysely, type Selectable, sql, type Updateable } from 'kysely'
import { limitOf } from '../../kernel/authority.ts'
import type { KernelTables } from '../../kernel/database/tables.ts'
import type { Act, Office, Standing } from '../../kernel/implement.ts'
import { decimalOfMoney } from '../../kernel/money.ts'
import { standardRoles } from '../authority/contract.ts'
import { expenseUnknown, reportStateWrong, type ReportState } from './contract.ts'
import { type Doubt, doubtsOf, type OtherLine, type ReceiptFact } from './doubts.ts'
import { rulesOf, vatRatesOf } from './rules.ts'
import type { ExpensesTables, LineTable, ReportTable } from './tables.ts'

export type ReportRow = Selectable<ReportTable>
export type LineRow = Selectable<LineTable>
/** What both acts and views read with. */
export interface Reader {
  readonly office: Office
  readonly today: Temporal.PlainDate
  db<T>(): Kysely<T & KernelTables>
}

export const reportOf = (at: Reader, id: string): Promise<ReportRow> =>
  at
    .db<ExpensesTables>()
    .selectFrom('expenses.report')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** The lines that stand, in their order. */
export const linesOf = (at: Reader, id: string): Promise<LineRow[]> =>
  at
    .db<ExpensesTables>()
    .selectFrom('expenses.line')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('report_id', '=', id)
    .where('removed', '=', false)
    .orderBy('on_day')
    .orderBy('position')
    .execute()

export async function lineOf(act: Act, reportId: string, lineId: string): Promise<LineRow> {
  const line = (await linesOf(act, reportId)).find(({ id }) => id === lineId)
  return line ?? act.refuse(expenseUnknown)
}

export async function updateReport(act: Act, id: string, change: Updateable<ReportTable>): Promise<void> {
  await act
    .db<ExpensesTables>()
    .updateTable('expenses.report')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

export function requireReportState(act: Act, row: ReportRow, states: readonly ReportState[], title: string): void {
  if (!states.includes(row.state)) act.refuse(reportStateWrong, { title })
}

export const numberOf = (row: Pick<ReportRow, 'serial'>): string => `E${row.serial}`

/** What the person is owed: neither what the card paid nor what was advanced. Below nothing: owed back. */
export const owedOf = (row: Pick<ReportRow, 'total_minor' | 'card_minor' | 'advance_minor'>): bigint =>
  row.total_minor - row.card_minor - row.advance_minor

/** Sums of the lines anew, and how much is doubtful in them. */
export async function reckon(act: Act, id: string): Promise<number> {
  const lines = await linesOf(act, id)
  const sum = (of: readonly LineRow[]) => of.reduce((all, line) => all + (line.office_minor ?? 0n), 0n)
  const row = await reportOf(act, id)
  const doubts = (await lookAt(act, row, lines)).length
  await updateReport(act, id, {
    total_minor: sum(lines),
    card_minor: sum(lines.filter(line => line.paid_by === 'company')),
    doubts,
  })
  return doubts
}

/** Everything that a report is compared with, and what comes of it. */
export async function lookAt(at: Reader, report: ReportRow, lines: readonly LineRow[]): Promise<Doubt[]> {
  const rules = await rulesOf(at)
  const papers = [...new Set(lines.flatMap(line => line.document_id ?? []))]
  const { rows: facts } = papers.length
    ? await sql<ReceiptFact>`
        select document_id, issued_on, total_minor, currency, duplicate_of, duplicate_settled, words
        from documents.receipt_fact where organisation_id = ${at.office.id} and document_id = any(${papers}::uuid[])`.execute(
        at.db(),
      )
    : { rows: [] }
  return doubtsOf({
    report,
    lines,
    receipts: new Map(facts.map(fact => [fact.document_id, fact])),
    others: await othersLike(at, report.id),
    policyOn: day => rules.policyOn(day),
    ruleOn: (category, day) => rules.ruleOn(category, day),
    handedInOn: report.handed_in_at?.toZonedDateTimeISO(at.office.zone).toPlainDate() ?? at.today,
    vatRates: vatRatesOf(at.office.country),
    write: (minor, currency) => `${decimalOfMoney({ minor, currency })} ${currency}`,
  })
}

/** Lines of other reports with the same paper, or of the same day and amount: whoever's they are. */
async function othersLike(at: Reader, id: string): Promise<OtherLine[]> {
  const { rows } = await sql<OtherLine>`
    select distinct o.report_id, o.document_id, o.on_day, o.amount_minor, o.currency, o.text
    from expenses.line m
    join expenses.line o on o.organisation_id = m.organisation_id and o.report_id <> m.report_id and not o.removed
      and (o.document_id = m.document_id
        or (o.sort = 'receipt' and o.on_day = m.on_day and o.amount_minor = m.amount_minor and o.currency = m.currency))
    join expenses.report r on r.organisation_id = o.organisation_id and r.id = o.report_id and r.state <> 'withdrawn'
    where m.organisation_id = ${at.office.id} and m.report_id = ${id} and not m.removed and m.sort = 'receipt'
    limit 200`.execute(at.db())
  return rows
}

const verifying = 'expenses.verify-report'
export const maySeeAll = ({ principal }: Pick<Standing, 'principal'>): boolean =>
  limitOf(principal, verifying) !== undefined

/** Who may know of a person's money: the person, the roles that keep the books, and who else may verify. */
export async function readersOf(act: Act, personId: string): Promise<string[]> {
  const { rows } = await sql<{ principal_id: string }>`
    select distinct principal_id from authority.permission_holder
    where organisation_id = ${act.office.id} and permission in ('expenses.verify-report', 'expenses.approve-report')
      and from_at <= ${act.at} and (until_at is null or until_at > ${act.at})`.execute(act.db())
  const { owner, manager, clerk, bookkeeper } = standardRoles
  const ids = [personId, owner.id, manager.id, clerk.id, bookkeeper.id, ...rows.map(row => row.principal_id)]
  return [...new Set(ids)]
}

/** The keys of open tasks that begin so: what an act does away with. */
export async function openKeys(act: Act, prefix: string): Promise<{ key: string }[]> {
  const { rows } = await sql<{ key: string }>`
    select raised_key as key from work.task_fact where organisation_id = ${act.office.id}
      and raised_key like ${`${prefix}%`} and state in ('open', 'waiting')`.execute(act.db())
  return rows
}
export const taskKey = (what: 'verify' | 'approve' | 'correct', id: string): string => `expenses.${what}:${id}:`

/** Lines of a draft: receipts, kilometres, allowances. */
import { type Insertable, sql } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import type { Money } from '../../../kernel/money.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { money } from '../../../kernel/schema.ts'
import { allowanceAmount, allowanceDays } from '../allowance-days.ts'
import { converted, distanceAmount, kilometresOf, minorOf, tenthsOf } from '../amounts.ts'
import * as c from '../contract.ts'
import { dayRate } from '../day-rate.ts'
import { lineOf, linesOf, type LineRow, reckon, reportOf, type ReportRow, requireReportState } from '../rows.ts'
import { rulesOf } from '../rules.ts'
import type { ExpensesTables, LineTable } from '../tables.ts'
import { officeWords } from '../words.ts'
import { insertReport } from './reports.ts'

type NewLine = Omit<Insertable<LineTable>, 'organisation_id' | 'report_id' | 'id' | 'position'>

const bare = {
  document_id: null,
  vat_minor: null,
  rate: null,
  rate_on: null,
  participants: null,
  distance_tenths: null,
  vehicle: null,
  country: null,
  share: null,
} as const

/** Adds lines to a draft after those it has; gives their ids. */
export async function insertLines(act: Act, reportId: string, lines: readonly NewLine[]): Promise<string[]> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(position), 0)::int as last from expenses.line
    where organisation_id = ${act.office.id} and report_id = ${reportId}`.execute(act.db())
  const ids = lines.map(() => act.newId())
  await act
    .db<ExpensesTables>()
    .insertInto('expenses.line')
    .values(
      lines.map((line, index) => ({
        ...line,
        organisation_id: act.office.id,
        report_id: reportId,
        id: ids[index]!,
        position: rows[0]!.last + index + 1,
      })),
    )
    .execute()
  return ids
}

/** What an amount is in the office's currency, by the rate that is written, else by the ledger's of the day; null where neither is known. */
async function rated(act: Act, amount: Money, on: Temporal.PlainDate, written: string | null | undefined) {
  const { currency } = act.office
  if (amount.currency === currency) return { rate: null, rate_on: null, office_minor: amount.minor }
  const known = written ? null : await dayRate(act, amount.currency, on)
  const rate = written ?? known?.rate ?? null
  return { rate, rate_on: known?.on ?? null, office_minor: rate === null ? null : converted(amount, rate, currency) }
}

function requireVat(act: Act, total: Money, vat: Money | null | undefined): void {
  if (vat && (vat.currency !== total.currency || vat.minor < 0n || vat.minor > total.minor)) act.refuse(c.vatTooHigh)
  if (total.minor < 0n) act.refuse(c.vatTooHigh)
}

async function added(act: Act, id: string, lineIds: readonly string[]) {
  await reckon(act, id)
  const version = await act.changeRecord(id)
  act.emit(c.expensesAdded, { id, title: act.locked(id).title, count: lineIds.length }, [id])
  const undo = { command: 'expenses.remove-expenses', input: { id, expectedVersion: version, lineIds } } as const
  return { version, undo }
}

export const addExpenseBody = implementCommand(c.addExpense, {
  locks: ({ id, expectedVersion }) => [{ kind: 'expense-report', id, expectedVersion }],
  load: (act, { id }) => reportOf(act, id),
  weigh: ({ total }) => ({ amount: total }),
  async run(act, input, row) {
    const { id, total, vat, rate, documentId } = input
    requireReportState(act, row, ['draft'], act.locked(id).title)
    requireVat(act, total, vat)
    if (documentId) await bindReceipt(act, id, documentId)
    const [lineId] = await insertLines(act, id, [
      {
        ...bare,
        sort: 'receipt',
        category: input.category,
        on_day: input.on,
        text: input.text,
        document_id: documentId ?? null,
        currency: total.currency,
        amount_minor: total.minor,
        vat_minor: vat?.minor ?? null,
        ...(await rated(act, total, input.on, rate)),
        paid_by: input.paidBy ?? 'own',
        participants: input.participants ?? null,
      },
    ])
    const { version, undo } = await added(act, id, [lineId!])
    return { output: { id, version, lineId: lineId! }, undo }
  },
})

async function bindReceipt(act: Act, id: string, documentId: string): Promise<void> {
  await requireVisible(act, documentId, ['document'])
  await act.link(id, documentId, 'receipt')
}

interface Read {
  readonly sender_name: string | null
  readonly issued_on: Temporal.PlainDate | null
  readonly total_minor: bigint | null
  readonly vat_minor: bigint | null
  readonly currency: string | null
}

/** What was read on a receipt, as a line proposes it. */
export async function proposed(act: Act, documentId: string, fallback: Temporal.PlainDate): Promise<NewLine> {
  const { rows } = await sql<Read>`
    select sender_name, issued_on, total_minor, vat_minor, currency from documents.receipt_fact
    where organisation_id = ${act.office.id} and document_id = ${documentId}`.execute(act.db())
  const read = rows[0]
  const currency = read?.currency ?? act.office.currency
  const amount = { minor: read?.total_minor && read.total_minor > 0n ? read.total_minor : 0n, currency }
  const vat = read?.vat_minor ?? null
  const on = read?.issued_on ?? fallback
  return {
    ...bare,
    sort: 'receipt',
    category: 'other',
    on_day: on,
    text: (read?.sender_name ?? '').slice(0, 300),
    document_id: documentId,
    proposed: true,
    currency,
    amount_minor: amount.minor,
    vat_minor: vat !== null && vat >= 0n && vat <= amount.minor ? vat : null,
    ...(await rated(act, amount, on, null)),
  }
}

export const takeReceiptBody = implementCommand(c.takeReceipt, {
  locks: ({ id }) => (id ? [{ kind: 'expense-report', id }] : []),
  async run(act, { documentId, id: given }) {
    await requireVisible(act, documentId, ['document'])
    let id = given
    if (id) requireReportState(act, await reportOf(act, id), ['draft'], act.locked(id).title)
    else {
      const purpose = officeWords(act, 'page.expenses.receipts-of', { on: act.today.toString() })
      id = await insertReport(act, act.principal.id, purpose, {})
      act.emit(c.reportCreated, { id, title: purpose }, [id])
    }
    await act.link(id, documentId, 'receipt')
    const [lineId] = await insertLines(act, id, [await proposed(act, documentId, act.today)])
    const { version, undo } = await added(act, id, [lineId!])
    return { output: { id, version, lineId: lineId! }, undo }
  },
})

export const addMileageBody = implementCommand(c.addMileage, {
  locks: ({ id, expectedVersion }) => [{ kind: 'expense-report', id, expectedVersion }],
  load: (act, { id }) => reportOf(act, id),
  async run(act, { id, on, text, distance, vehicle }, row) {
    requireReportState(act, row, ['draft'], act.locked(id).title)
    const tenths = tenthsOf(distance)
    const paid = (await rulesOf(act)).rateOn(vehicle, '', on)
    if (!paid || tenths === 0) return act.refuse(c.allowanceUnset, { what: vehicle })
    const amount = distanceAmount(tenths, paid.rate, act.office.currency)
    const [lineId] = await insertLines(act, id, [
      {
        ...bare,
        sort: 'mileage',
        category: 'mileage',
        on_day: on,
        text,
        currency: act.office.currency,
        amount_minor: amount,
        office_minor: amount,
        distance_tenths: tenths,
        vehicle,
      },
    ])
    const { version, undo } = await added(act, id, [lineId!])
    return { output: { id, version, lineId: lineId! }, undo }
  },
})

export const addAllowanceBody = implementCommand(c.addAllowance, {
  locks: ({ id, expectedVersion }) => [{ kind: 'expense-report', id, expectedVersion }],
  load: (act, { id }) => reportOf(act, id),
  async run(act, { id, country: asked }, row) {
    const { title } = act.locked(id)
    requireReportState(act, row, ['draft'], title)
    const country = asked ?? row.country ?? act.office.country
    const journey = journeyOf(row)
    if (!journey) return act.refuse(c.tripMissing, { title })
    const has = new Set((await linesOf(act, id)).filter(line => line.sort === 'per-diem').map(line => `${line.on_day}`))
    const days = allowanceDays(act.office.country, journey).filter(({ on }) => !has.has(`${on}`))
    if (days.length === 0) return act.refuse(c.tripMissing, { title })
    const rules = await rulesOf(act)
    const lines = days.map(({ on, share }) => {
      const paid = rules.rateOn('per-diem', country, on) ?? act.refuse(c.allowanceUnset, { what: country })
      const perDay = minorOf(paid.rate, act.office.currency)
      const amount = allowanceAmount(perDay, share, noMeals, { office: act.office.country, country })
      return {
        ...bare,
        sort: 'per-diem' as const,
        category: 'per-diem' as const,
        on_day: on,
        text: row.place ?? '',
        currency: act.office.currency,
        amount_minor: amount,
        office_minor: amount,
        country,
        share,
      }
    })
    const lineIds = await insertLines(act, id, lines)
    const { version, undo } = await added(act, id, lineIds)
    return { output: { id, version, lineIds, count: lineIds.length }, undo }
  },
})

const noMeals = { breakfast: false, lunch: false, dinner: false }

function journeyOf(row: ReportRow) {
  if (!row.left_on || !row.back_on || !row.left_time || !row.back_time) return null
  return {
    left: row.left_on.toPlainDateTime(row.left_time),
    back: row.back_on.toPlainDateTime(row.back_time),
  }
}

type ChangeInput = InputOf<typeof c.changeExpense>

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

/** A receipt's line after a change. */
async function receiptAfter(act: Act, input: ChangeInput, line: LineRow, on: Temporal.PlainDate) {
  const total = input.total ?? { minor: line.amount_minor, currency: line.currency }
  const kept = line.vat_minor !== null && line.vat_minor <= total.minor ? line.vat_minor : null
  const vat =
    input.vat === undefined
      ? line.currency === total.currency && kept !== null
        ? { minor: kept, currency: total.currency }
        : null
      : input.vat
  requireVat(act, total, vat)
  // what was written stays; what was the ledger's follows the day
  const written = keep(input.rate, line.currency === total.currency && line.rate_on === null ? line.rate : null)
  return {
    category: keep(input.category, line.category),
    currency: total.currency,
    amount_minor: total.minor,
    vat_minor: vat?.minor ?? null,
    ...(await rated(act, total, on, written)),
    paid_by: keep(input.paidBy, line.paid_by),
    participants: keep(input.participants, line.participants),
    document_id: keep(input.documentId, line.document_id),
  }
}

/** A line of kilometres or an allowance after a change: the rate of its day makes the amount. */
async function paidAfter(act: Act, input: ChangeInput, line: LineRow, on: Temporal.PlainDate) {
  const rules = await rulesOf(act)
  const what = line.vehicle ?? 'per-diem'
  const paid =
    rules.rateOn(what, line.country ?? '', on) ?? act.refuse(c.allowanceUnset, { what: line.country ?? what })
  if (line.sort === 'mileage') {
    const tenths = input.distance === undefined ? line.distance_tenths! : tenthsOf(input.distance)
    if (tenths === 0) return act.refuse(c.allowanceUnset, { what })
    const amount = distanceAmount(tenths, paid.rate, line.currency)
    return { distance_tenths: tenths, amount_minor: amount, office_minor: amount }
  }
  const share = keep(input.share, line.share!)
  const meals = {
    breakfast: keep(input.breakfast, line.breakfast),
    lunch: keep(input.lunch, line.lunch),
    dinner: keep(input.dinner, line.dinner),
  }
  const at = { office: act.office.country, country: line.country! }
  const amount = allowanceAmount(minorOf(paid.rate, line.currency), share, meals, at)
  return { share, ...meals, amount_minor: amount, office_minor: amount }
}

export const changeExpenseBody = implementCommand(c.changeExpense, {
  locks: ({ id, expectedVersion }) => [{ kind: 'expense-report', id, expectedVersion }],
  load: (act, { id }) => reportOf(act, id),
  weigh: ({ total }) => (total ? { amount: total } : {}),
  async run(act, input, row) {
    const { id, lineId } = input
    const { title } = act.locked(id)
    requireReportState(act, row, ['draft'], title)
    const line = await lineOf(act, id, lineId)
    const on = keep(input.on, line.on_day)
    if (input.documentId) await bindReceipt(act, id, input.documentId)
    await act
      .db<ExpensesTables>()
      .updateTable('expenses.line')
      .set({
        on_day: on,
        text: keep(input.text, line.text),
        proposed: false,
        ...(line.sort === 'receipt' ? await receiptAfter(act, input, line, on) : await paidAfter(act, input, line, on)),
      })
      .where('organisation_id', '=', act.office.id)
      .where('report_id', '=', id)
      .where('id', '=', lineId)
      .execute()
    await reckon(act, id)
    const version = await act.changeRecord(id)
    act.emit(c.expenseChanged, { id, title }, [id])
    return {
      output: { id, version },
      undo: { command: 'expenses.change-expense', input: { id, expectedVersion: version, lineId, ...asInput(line) } },
    }
  },
})

/** What a line holds, as the input that makes it so again. */
function asInput(line: LineRow): object {
  const amount = (minor: bigint) => money().encode({ minor, currency: line.currency })
  const common = { on: line.on_day.toString(), ...(line.text ? { text: line.text } : {}) }
  if (line.sort === 'mileage') return { ...common, distance: kilometresOf(line.distance_tenths!) }
  if (line.sort === 'per-diem')
    return { ...common, share: line.share, breakfast: line.breakfast, lunch: line.lunch, dinner: line.dinner }
  return {
    ...common,
    category: line.category,
    total: amount(line.amount_minor),
    vat: line.vat_minor === null ? null : amount(line.vat_minor),
    rate: line.rate_on ? null : line.rate,
    paidBy: line.paid_by,
    participants: line.participants,
    documentId: line.document_id,
  }
}

const flipped = (
  command: typeof c.removeExpenses,
  event: typeof c.expensesRemoved,
  removed: boolean,
  back: 'expenses.remove-expenses' | 'expenses.put-back-expenses',
) =>
  implementCommand(command, {
    locks: ({ id, expectedVersion }) => [{ kind: 'expense-report', id, expectedVersion }],
    load: (act, { id }) => reportOf(act, id),
    constraints: { line_allowance_once: c.expenseUnknown },
    async run(act, { id, lineIds }, row) {
      const { title } = act.locked(id)
      requireReportState(act, row, ['draft'], title)
      const changed = await act
        .db<ExpensesTables>()
        .updateTable('expenses.line')
        .set({ removed })
        .where('organisation_id', '=', act.office.id)
        .where('report_id', '=', id)
        .where('id', 'in', [...lineIds])
        .where('removed', '=', !removed)
        .returning('id')
        .execute()
      if (changed.length !== new Set(lineIds).size) act.refuse(c.expenseUnknown)
      await reckon(act, id)
      const version = await act.changeRecord(id)
      act.emit(event, { id, title, count: changed.length }, [id])
      return { output: { id, version }, undo: { command: back, input: { id, expectedVersion: version, lineIds } } }
    },
  })

export const removeExpensesBody = flipped(c.removeExpenses, c.expensesRemoved, true, 'expenses.put-back-expenses')
export const putBackExpensesBody = flipped(c.putBackExpenses, c.expensesPutBack, false, 'expenses.remove-expenses')

/** Receipts that have been read since: lines of drafts that nobody has looked at take over what stands on them. */
export const noteReceiptReadBody = implementCommand(c.noteReceiptRead, {
  async run(act, { documentId }) {
    const { rows } = await sql<{ report_id: string; id: string; on_day: Temporal.PlainDate; title: string }>`
      select l.report_id, l.id, l.on_day, k.title from expenses.line l
      join expenses.report r on r.organisation_id = l.organisation_id and r.id = l.report_id and r.state = 'draft'
      join kernel.record k on k.organisation_id = r.organisation_id and k.id = r.id
      where l.organisation_id = ${act.office.id} and l.document_id = ${documentId} and l.proposed and not l.removed
      order by l.id for update of l`.execute(act.db())
    for (const line of rows) {
      const {
        sort: _sort,
        category: _category,
        document_id: _document,
        ...read
      } = await proposed(act, documentId, line.on_day)
      await act
        .db<ExpensesTables>()
        .updateTable('expenses.line')
        .set(read)
        .where('organisation_id', '=', act.office.id)
        .where('report_id', '=', line.report_id)
        .where('id', '=', line.id)
        .execute()
      await reckon(act, line.report_id)
      act.emit(c.receiptRead, { id: line.report_id, title: line.title }, [line.report_id])
    }
    return { output: { filled: rows.length } }
  },
})

/** New rates of the ledger: lines of drafts that had none take theirs. */
export const takeRatesBody = implementCommand(c.takeRates, {
  async run(act) {
    const { rows } = await sql<LineRow & { title: string }>`
      select l.*, k.title from expenses.line l
      join expenses.report r on r.organisation_id = l.organisation_id and r.id = l.report_id and r.state = 'draft'
      join kernel.record k on k.organisation_id = r.organisation_id and k.id = r.id
      where l.organisation_id = ${act.office.id} and l.office_minor is null and not l.removed
      order by l.id for update of l`.execute(act.db())
    const reports = new Map<string, string>()
    let taken = 0
    for (const line of rows) {
      const now = await rated(act, { minor: line.amount_minor, currency: line.currency }, line.on_day, null)
      if (now.office_minor === null) continue
      await act
        .db<ExpensesTables>()
        .updateTable('expenses.line')
        .set(now)
        .where('organisation_id', '=', act.office.id)
        .where('report_id', '=', line.report_id)
        .where('id', '=', line.id)
        .execute()
      reports.set(line.report_id, line.title)
      taken++
    }
    for (const [id, title] of reports) {
      await reckon(act, id)
      act.emit(c.ratesTaken, { id, title }, [id])
    }
    return { output: { taken } }
  },
})

import { sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { alarmsOf, linesOf, moneyOf, type NewLine, signOf } from '../bill-row.ts'
import * as c from '../contract.ts'
import { accountPrinted } from '../pay-to.ts'
import { proposalFor, rowsOf } from '../past.ts'
import type { BillRow } from '../rows.ts'
import { spreadingOf } from '../spreading.ts'
import { questionsOf } from '../questions/question-row.ts'
import { offersOf, spreadOffers } from './bill-offers.ts'
import { billColumns, fromBills, isLate, type Seen } from './bills.ts'
import { spokenOf } from './spoken.ts'

async function seen(view: View, id: string): Promise<Seen> {
  const { rows } = await sql<Seen>`select ${billColumns(view)} ${fromBills(view)} where r.id = ${id}`.execute(view.db())
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'bill', id })
}

async function accountNames(view: View, lines: readonly NewLine[]): Promise<ReadonlyMap<string, string>> {
  const numbers = [...new Set(lines.flatMap(({ account }) => account ?? []))]
  if (numbers.length === 0) return new Map()
  const { rows } = await sql<{ number: string; name: string; names: Record<string, string> }>`
    select number, name, names from ledger.account_fact
    where organisation_id = ${view.office.id} and number = any(${numbers}::text[])`.execute(view.db())
  return new Map(rows.map(({ number, name, names }) => [number, names[view.principal.language] ?? name]))
}

async function shownLines(view: View, lines: readonly NewLine[], currency: string) {
  const names = await accountNames(view, lines)
  return lines.map(line => ({
    text: line.text,
    net: moneyOf(line.net_minor, currency),
    vat: moneyOf(line.vat_minor, currency),
    vatCode: line.vat_code,
    account: line.account,
    accountName: (line.account && names.get(line.account)) ?? null,
    dimensions: line.dimensions,
    periodFrom: line.period_from,
    periodTo: line.period_to,
  }))
}

interface Payment {
  readonly id: string
  readonly how: 'cash' | 'card' | 'bank' | 'credit'
  readonly amount_minor: bigint
  readonly on_day: Temporal.PlainDate
  readonly other_id: string | null
}

/** What was paid here, and what of it was set off: of a credit note, from the bills' side. */
async function paymentsOf(view: View, id: string): Promise<Payment[]> {
  const { rows } = await sql<Payment>`
    select id, how, amount_minor, on_day, case when bill_id = ${id} then credit_id else bill_id end as other_id
    from payables.settlement where organisation_id = ${view.office.id} and taken_back_at is null
      and (bill_id = ${id} or credit_id = ${id}) order by on_day, id`.execute(view.db())
  return rows
}

async function remindersOf(view: View, id: string) {
  const { rows } = await sql<{ document_id: string; came_on: Temporal.PlainDate; total_minor: bigint | null }>`
    select document_id, came_on, total_minor from payables.reminder
    where organisation_id = ${view.office.id} and bill_id = ${id} order by came_on, document_id`.execute(view.db())
  return rows
}

async function phonesOf(view: View, supplierId: string | null) {
  if (!supplierId) return []
  const { rows } = await sql<{ number: string; label: string }>`
    select written as number, label from directory.number_fact
    where organisation_id = ${view.office.id} and party_id = ${supplierId} order by written limit 5`.execute(view.db())
  return rows
}

async function knownAccounts(view: View, row: BillRow): Promise<string[]> {
  if (!row.supplier_id) return []
  const { rows } = await sql<{ scheme: 'iban' | 'bankgiro' | 'plusgiro' | 'account'; number: string }>`
    select distinct scheme, number from directory.account_fact
    where organisation_id = ${view.office.id} and party_id = ${row.supplier_id} order by number limit 8`.execute(
    view.db(),
  )
  return rows.map(accountPrinted)
}

/** Papers bound to the bill, its own first. */
async function papersOf(view: View, row: BillRow): Promise<string[]> {
  const { rows } = await sql<{ to_id: string }>`
    select to_id from kernel.link where organisation_id = ${view.office.id} and from_id = ${row.id} and relation = 'attachment'
    order by to_id = ${row.document_id}::uuid desc nulls last, to_id limit 50`.execute(view.db())
  return rows.map(({ to_id }) => to_id)
}

export const getBillBody = implementQuery(c.getBill, async (view, { id }) => {
  const row = await seen(view, id)
  const lines = await linesOf(view, id)
  const alarms = await alarmsOf(view, id)
  const payments = await paymentsOf(view, id)
  const reminders = await remindersOf(view, id)
  const papers = await papersOf(view, row)
  const spreading = await spreadingOf(view, row)
  const name = naming(
    await namesOf(view, [
      row.supplier_id,
      row.approver_id,
      row.coded_by_id,
      row.approved_by_id,
      row.agreement_id,
      ...papers,
      ...reminders.map(one => one.document_id),
      ...payments.map(one => one.other_id),
      ...alarms.map(one => one.settled_by_id),
    ]),
  )
  const money = (minor: bigint) => moneyOf(minor, row.currency)
  return {
    record: { id, kind: 'bill', title: row.title, class: row.class, version: row.version, state: row.state },
    kind: row.kind,
    supplier: name(row.supplier_id),
    supplierName: row.supplier_name,
    number: row.number,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    bookOn: row.book_on,
    receivedOn: row.received_on,
    total: money(signOf(row) * row.total_minor),
    vat: row.vat_minor === null ? null : money(row.vat_minor),
    remaining: money(signOf(row) * row.remaining_minor),
    period: row.period_from || row.period_to ? { from: row.period_from, until: row.period_to } : null,
    reference: row.reference_scheme && row.reference ? { scheme: row.reference_scheme, value: row.reference } : null,
    payTo:
      row.pay_scheme && row.pay_number
        ? {
            scheme: row.pay_scheme,
            number: accountPrinted({ scheme: row.pay_scheme, number: row.pay_number }),
            bic: row.pay_bic,
          }
        : null,
    orderNumber: row.order_number,
    method: row.method,
    discount:
      row.discount_on && row.discount_minor !== null
        ? { on: row.discount_on, amount: money(row.discount_minor) }
        : null,
    note: row.note,
    late: isLate(view, row),
    hold: row.hold,
    holdReason: row.hold_reason,
    withdrawnReason: row.withdrawn_reason,
    posted: row.posted,
    alarms: alarms.map(one => ({
      rule: one.rule,
      severity: one.severity,
      data: one.data,
      foundAt: one.found_at,
      settledAt: one.settled_at,
      settledBy: name(one.settled_by_id),
      how: one.how,
      said: one.said,
    })),
    lines: await shownLines(view, lines, row.currency),
    codingReason: row.state === 'to-code' ? row.coding_reason : null,
    approver: name(row.approver_id),
    codedBy: name(row.coded_by_id),
    codedAt: row.coded_at,
    approvedBy: name(row.approved_by_id),
    approvedAt: row.approved_at,
    paidOn: row.paid_on,
    payments: payments.map(one => ({
      id: one.id,
      how: one.how,
      amount: money(one.amount_minor),
      on: one.on_day,
      other: name(one.other_id),
    })),
    questions: (await questionsOf(view, id))
      .filter(one => one.withdrawn_at === null)
      .map(one => ({
        id: one.id,
        askedOf: one.asked_of,
        question: one.question,
        askedAt: one.asked_at,
        mail: one.mail,
        answer: one.answer,
        said: one.answer_text,
        answeredAt: one.answered_at,
      })),
    reminders: reminders.map(one => ({
      document: name(one.document_id),
      cameOn: one.came_on,
      total: one.total_minor === null ? null : money(one.total_minor),
    })),
    agreement: name(row.agreement_id),
    toSpread: spreading.open.map(one => ({
      position: one.position,
      text: one.text,
      account: one.account,
      amount: money(signOf(row) * one.minor),
      from: one.from,
      until: one.until,
      months: one.months,
    })),
    spread: spreading.kept.map(one => ({
      entryId: one.entry_id,
      account: one.account,
      text: one.text,
      amount: moneyOf(one.amount_minor, spreading.currency),
      left: moneyOf(one.left_minor, spreading.currency),
      nextOn: one.next_on,
      lastOn: one.last_on,
      months: one.parts,
      stopped: one.stopped,
    })),
    phones: await phonesOf(view, row.supplier_id),
    knownAccounts: await knownAccounts(view, row),
    documents: papers.flatMap(paper => name(paper) ?? []),
    spoken: spokenOf(row),
    can: [...offersOf(view, row, alarms), ...spreadOffers(view, row, spreading)],
  }
})

export const proposeCodingBody = implementQuery(c.proposeCoding, async (view, { id }) => {
  const row = await seen(view, id)
  const proposal = await proposalFor(view, row, row.title, [])
  return { lines: await shownLines(view, rowsOf(proposal.lines, row), row.currency), reason: proposal.reason }
})

interface RuleRow {
  readonly id: string
  readonly supplier_id: string | null
  readonly dimension: string | null
  readonly value: string | null
  readonly approver_id: string
}

export const getSettingsBody = implementQuery(c.getBillSettings, async view => {
  const { rows } = await sql<{
    four_eyes_minor: bigint | null
    four_eyes_currency: string | null
    post_on: 'coding' | 'approval' | 'hand'
  }>`
    select four_eyes_minor, four_eyes_currency, post_on from payables.settings where organisation_id = ${view.office.id}`.execute(
    view.db(),
  )
  const { rows: rules } = await sql<RuleRow>`
    select id, supplier_id, dimension, value, approver_id from payables.approver
    where organisation_id = ${view.office.id} order by dimension nulls first, value, id limit 500`.execute(view.db())
  const name = naming(
    await namesOf(
      view,
      rules.flatMap(rule => [rule.supplier_id, rule.approver_id]),
    ),
  )
  const [kept] = rows
  return {
    fourEyesAbove:
      kept && kept.four_eyes_minor !== null && kept.four_eyes_currency
        ? moneyOf(kept.four_eyes_minor, kept.four_eyes_currency)
        : null,
    postOn: kept?.post_on ?? ('approval' as const),
    approvers: rules.map(rule => ({
      id: rule.id,
      supplier: name(rule.supplier_id),
      dimension: rule.dimension,
      value: rule.value,
      approver: name(rule.approver_id),
    })),
  }
})

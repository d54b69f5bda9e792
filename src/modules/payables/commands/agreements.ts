import { sql } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { decimalOfMoney } from '../../../kernel/money.ts'
import { requireColleague, requireVisible } from '../../../kernel/named.ts'
import type { TaskWish } from '../../work/contract.ts'
import { type AgreementRow, agreementOf, missedKey, moveOn, noticeKey, updateAgreement } from '../agreement-row.ts'
import { moneyOf } from '../bill-row.ts'
import { filled, openKeys } from '../bill-work.ts'
import * as c from '../contract.ts'
import { payeeName } from '../facts.ts'
import { monthsOf, noticeDay, rhythmOfMonths } from '../rhythm.ts'
import { officeWords } from '../words.ts'

type Facts = Omit<InputOf<typeof c.changeAgreement>, 'id' | 'expectedVersion'>
type Columns = Omit<AgreementRow, 'id' | 'state' | 'notice_raised_on' | 'come' | 'missed_on'>

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

async function supplierOf(act: Act, facts: Facts, was: AgreementRow | null) {
  const supplier_id = facts.supplierId === undefined ? (was?.supplier_id ?? null) : facts.supplierId
  if (supplier_id && supplier_id !== was?.supplier_id) {
    const title = await requireVisible(act, supplier_id, ['organisation', 'person'])
    return { supplier_id, supplier_name: (await payeeName(act, supplier_id)) ?? title.slice(0, 200) }
  }
  return { supplier_id, supplier_name: facts.supplierName ?? was?.supplier_name ?? act.refuse(c.supplierMissing) }
}

/** Bills that may come a little late before anybody is told. */
const usualSlack = 7

async function columnsOf(act: Act, facts: Facts, was: AgreementRow | null): Promise<Columns> {
  const from = facts.usualFrom ?? moneyOf(was!.usual_from_minor, was!.currency)
  const to = facts.usualTo ?? (facts.usualFrom || !was ? from : moneyOf(was.usual_to_minor, was.currency))
  if (to.currency !== from.currency) act.refuse(c.currencyDiffers, { currency: to.currency, wanted: from.currency })
  const starts = keep(facts.startsOn, was?.starts_on ?? null)
  const ends = keep(facts.endsOn, was?.ends_on ?? null)
  if (to.minor < from.minor || (starts && ends && Temporal.PlainDate.compare(ends, starts) < 0))
    act.refuse(c.agreementDaysReversed, {})
  await requireColleague(act, facts.ownerId, c.billPersonUnknown)
  const next = facts.nextOn ?? was!.next_on
  return {
    ...(await supplierOf(act, facts, was)),
    about: facts.about ?? was!.about,
    customer_number: keep(facts.customerNumber, was?.customer_number ?? null),
    starts_on: starts,
    ends_on: ends,
    notice_months: keep(facts.noticeMonths, was?.notice_months ?? null),
    currency: from.currency,
    usual_from_minor: from.minor,
    usual_to_minor: to.minor,
    every_months: facts.rhythm ? monthsOf[facts.rhythm] : was!.every_months,
    first_on: next,
    next_on: next,
    slack_days: facts.slackDays ?? was?.slack_days ?? usualSlack,
    owner_id: facts.ownerId === undefined ? (was ? was.owner_id : act.principal.id) : facts.ownerId,
    note: facts.note ?? was?.note ?? '',
  }
}

const searchOf = ({ supplier_name, customer_number, note }: Columns) => ({
  body: [supplier_name, customer_number, note].filter(Boolean).join('\n'),
})

async function bindPaper(act: Act, id: string, documentId: string | null | undefined): Promise<void> {
  if (!documentId) return
  await requireVisible(act, documentId, ['document'])
  await act.link(id, documentId, 'attachment')
}

export const createAgreementBody = implementCommand(c.createAgreement, {
  weigh: () => ({}),
  async run(act, { name, class: level, ...facts }) {
    const columns = await columnsOf(act, facts, null)
    const id = await act.createRecord({
      kind: 'agreement',
      title: name,
      ...(level === undefined ? {} : { class: level }),
      search: searchOf(columns),
    })
    const entries = Object.entries({ organisation_id: act.office.id, id, state: 'running', ...columns })
    await sql`
      insert into payables.agreement (${sql.join(entries.map(([column]) => sql.ref(column)))})
      values (${sql.join(entries.map(([, value]) => sql`${value}`))})`.execute(act.db())
    await bindPaper(act, id, facts.documentId)
    act.emit(c.agreementCreated, { id, title: name }, [id])
    return { output: { id, version: 1 }, undo: { command: 'payables.end-agreement', input: { id } } }
  },
})

export const changeAgreementBody = implementCommand(c.changeAgreement, {
  locks: ({ id, expectedVersion }) => [{ kind: 'agreement', id, expectedVersion }],
  load: (act, { id }) => agreementOf(act, id),
  weigh: () => ({}),
  async run(act, { id, expectedVersion: _seen, name, ...facts }, before) {
    const was = act.locked(id).title
    if (before.state !== 'running') act.refuse(c.agreementStateWrong, { title: was })
    const columns = await columnsOf(act, facts, before)
    const anew = facts.nextOn !== undefined || facts.rhythm !== undefined
    const counted = anew ? { come: 0, missed_on: null } : { first_on: before.first_on, next_on: before.next_on }
    // another end has another day by which notice is given
    const sameEnd = String(columns.ends_on) === String(before.ends_on) && columns.notice_months === before.notice_months
    const notice = sameEnd ? {} : { notice_raised_on: null }
    await updateAgreement(act, id, { ...columns, ...counted, ...notice })
    await bindPaper(act, id, facts.documentId)
    const title = name ?? was
    const version = await act.changeRecord(id, { title, search: searchOf(columns) })
    const workWithdrawn = sameEnd ? [] : await openKeys(act, noticeKey(id))
    const workDone = anew ? await openKeys(act, missedKey(id)) : []
    act.emit(c.agreementChanged, { id, title, ...filled({ workWithdrawn, workDone }) }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'payables.change-agreement',
        input: { id, expectedVersion: version, name: was, ...wireOf(before, anew) },
      },
    }
  },
})

/** What it was, for an undo; days and rhythm only where they were touched, as giving them begins the count anew. */
function wireOf(row: AgreementRow, anew: boolean) {
  const sum = (minor: bigint) => ({ amount: decimalOfMoney(moneyOf(minor, row.currency)), currency: row.currency })
  return {
    about: row.about,
    supplierId: row.supplier_id,
    ...(row.supplier_id ? {} : { supplierName: row.supplier_name }),
    usualFrom: sum(row.usual_from_minor),
    usualTo: sum(row.usual_to_minor),
    ...(anew ? { rhythm: rhythmOfMonths(row.every_months), nextOn: row.next_on.toString() } : {}),
    endsOn: row.ends_on?.toString() ?? null,
    noticeMonths: row.notice_months,
    startsOn: row.starts_on?.toString() ?? null,
    customerNumber: row.customer_number,
    slackDays: row.slack_days,
    ownerId: row.owner_id,
    note: row.note,
  }
}

export const endAgreementBody = implementCommand(c.endAgreement, {
  locks: ({ id, expectedVersion }) => [{ kind: 'agreement', id, expectedVersion }],
  load: (act, { id }) => agreementOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    if (row.state !== 'running') act.refuse(c.agreementStateWrong, { title })
    await updateAgreement(act, id, { state: 'ended', notice_raised_on: null, missed_on: null })
    const version = await act.changeRecord(id)
    const workWithdrawn = await openKeys(act, missedKey(id), noticeKey(id))
    act.emit(c.agreementEnded, { id, title, ...filled({ workWithdrawn }) }, [id])
    return { output: { id, version }, undo: { command: 'payables.resume-agreement', input: { id } } }
  },
})

export const resumeAgreementBody = implementCommand(c.resumeAgreement, {
  locks: ({ id, expectedVersion }) => [{ kind: 'agreement', id, expectedVersion }],
  load: (act, { id }) => agreementOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    if (row.state !== 'ended') act.refuse(c.agreementStateWrong, { title })
    await updateAgreement(act, id, { state: 'running' })
    const version = await act.changeRecord(id)
    act.emit(c.agreementResumed, { id, title }, [id])
    return { output: { id, version }, undo: { command: 'payables.end-agreement', input: { id } } }
  },
})

export const skipExpectedBody = implementCommand(c.skipExpected, {
  locks: ({ id, expectedVersion }) => [{ kind: 'agreement', id, expectedVersion }],
  load: (act, { id }) => agreementOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    if (row.state !== 'running') act.refuse(c.agreementStateWrong, { title })
    await sql`
      insert into payables.agreement_bill (organisation_id, agreement_id, expected_on, bill_id, noted_at)
      values (${act.office.id}, ${id}, ${row.next_on}, null, ${act.at}) on conflict do nothing`.execute(act.db())
    await moveOn(act, row)
    const version = await act.changeRecord(id)
    const workDone = await openKeys(act, missedKey(id))
    act.emit(c.expectedSkipped, { id, title, on: row.next_on, ...filled({ workDone }) }, [id])
    return { output: { id, version } }
  },
})

type Due = AgreementRow & { readonly title: string }

/** Days before notice must be given by which somebody is told. */
const noticeLead = 30

export const missed = (act: Pick<Act, 'office' | 'today'>) => sql`
  from payables.agreement a where a.organisation_id = ${act.office.id} and a.state = 'running'
    and a.next_on + a.slack_days < ${act.today}::date and a.missed_on is distinct from a.next_on`
export const notices = (act: Pick<Act, 'office' | 'today'>) => sql`
  from payables.agreement a where a.organisation_id = ${act.office.id} and a.state = 'running' and a.notice_raised_on is null
    and a.notice_months is not null and a.ends_on >= ${act.today}::date
    and (a.ends_on - make_interval(months => a.notice_months))::date <= ${act.today.add({ days: noticeLead })}::date`

async function dueOf(act: Act, from: ReturnType<typeof missed>): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select a.*, (select title from kernel.record r where r.organisation_id = a.organisation_id and r.id = a.id) as title
    ${from} order by a.id for update of a`.execute(act.db())
  return rows
}

const wish = (
  act: Act,
  row: Due,
  key: string,
  message: 'task.missed' | 'task.notice',
  dueOn: Temporal.PlainDate,
): TaskWish => ({
  key,
  title: officeWords(act, message, { title: row.title, supplier: row.supplier_name }).slice(0, 300),
  sourceId: row.id,
  dueOn,
  ifLate: 'costs-money',
  ...(row.owner_id ? { ownerId: row.owner_id } : { role: 'bookkeeper' }),
  ...(row.supplier_id ? { forId: row.supplier_id } : {}),
})

export const raiseDueBody = implementCommand(c.raiseDue, {
  async run(act) {
    const late = await dueOf(act, missed(act))
    for (const row of late) {
      await updateAgreement(act, row.id, { missed_on: row.next_on })
      const work = [wish(act, row, missedKey(row.id, row.next_on), 'task.missed', act.today.add({ days: 2 }))]
      act.emit(c.expectedMissed, { id: row.id, title: row.title, on: row.next_on, work }, [row.id])
    }
    const ending = await dueOf(act, notices(act))
    for (const row of ending) {
      const on = noticeDay(row.ends_on, row.notice_months)!
      const dueOn = Temporal.PlainDate.compare(on, act.today) < 0 ? act.today : on
      await updateAgreement(act, row.id, { notice_raised_on: act.today })
      const work = [wish(act, row, noticeKey(row.id, on), 'task.notice', dueOn)]
      act.emit(c.noticeRaised, { id: row.id, title: row.title, on, work }, [row.id])
    }
    return { output: { missed: late.length, notices: ending.length } }
  },
})

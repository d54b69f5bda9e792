/** The scenes of expenses and of what payroll is told. */
import type { Office } from './office.ts'
import type { Stage } from './scenes.ts'
import { beginBooks } from './scenes-ledger.ts'

/** Lets everybody of the office see a record, as those who act in scenes hold no role that keeps the books. */
async function opened(office: Office, id: string, kind: string): Promise<string> {
  await office.act('authority.set-record-class', { id, kind, class: 1, audience: null })
  return id
}

/** A draft of a colleague's, of a journey, with a line. */
export async function newReport(office: Office, purpose: string): Promise<string> {
  const { id } = await office.act('expenses.create-report', {
    purpose,
    personId: await office.make.principal(),
    leftOn: '2026-11-16',
    backOn: '2026-11-17',
    country: 'SE',
  })
  const facts = { category: 'travel', on: '2026-11-16', text: purpose, total: { amount: '118.00', currency: 'SEK' } }
  await office.act('expenses.add-expense', { id, ...facts })
  return opened(office, id, 'expense-report')
}

let months = 0
/** A month of pay that no other scene has, open; days of it are given by `dayIn`. */
export async function newPeriod(office: Office): Promise<string> {
  const month = `${2126 + Math.floor(months / 12)}-${String((months++ % 12) + 1).padStart(2, '0')}`
  const { id } = await office.act('payinputs.open-period', { month })
  return opened(office, id, 'pay-period')
}

export async function newPayee(office: Office, personId?: string): Promise<string> {
  const facts = { employeeNumber: String(1000 + months++), fromOn: '2020-01-01' }
  const { id } = await office.act('payinputs.add-payee', {
    personId: personId ?? (await office.make.principal()),
    ...facts,
  })
  return opened(office, id, 'payee')
}

const steps = {
  handed: ['expenses.hand-in'],
  verified: ['expenses.hand-in', 'expenses.verify-report'],
  approved: ['expenses.hand-in', 'expenses.verify-report', 'expenses.approve-report'],
} as const

/** A report to which these steps were done. */
const report =
  (...acts: readonly string[]): Stage =>
  async office => {
    const id = await office.make.expenseReport()
    if (acts.includes('expenses.approve-report')) await beginBooks(office)
    for (const act of acts) await office.act(act, { id, ...(act === 'expenses.verify-report' ? { anyway: true } : {}) })
    await opened(office, id, 'expense-report')
    return { input: { id } }
  }

const withLine =
  (removed: boolean, many: boolean): Stage =>
  async office => {
    const id = await office.make.expenseReport()
    const { lines } = await office.see('expenses.get-report', { id })
    const lineId = lines[0].id
    if (removed) await office.act('expenses.remove-expenses', { id, lineIds: [lineId] })
    return { input: many ? { id, lineIds: [lineId] } : { id, lineId } }
  }

/** A month with one entry of somebody's, to which these steps were done. */
const period =
  (...acts: readonly string[]): Stage =>
  async office => {
    const id = await office.make.payPeriod()
    for (const act of acts) await office.act(act, { id, ...(act === 'payinputs.check-period' ? { anyway: true } : {}) })
    await opened(office, id, 'pay-period')
    return { input: { id } }
  }
const locked = ['payinputs.check-period', 'payinputs.lock-period'] as const

const dayIn = async (office: Office, id: string): Promise<string> =>
  (await office.see('payinputs.get-period', { id })).fromOn

/** A bonus in a month; the month, the person and the entry. */
async function entry(office: Office) {
  const [id, payeeId] = [await office.make.payPeriod(), await office.make.payee()]
  const facts = { payKind: 'bonus', on: await dayIn(office, id), amount: { amount: '100.00', currency: 'SEK' } }
  const { inputId } = await office.act('payinputs.add-input', { id, payeeId, ...facts })
  return { id, payeeId, inputId, on: facts.on }
}

const withEntry =
  (removed: boolean, many: boolean): Stage =>
  async office => {
    const { id, inputId } = await entry(office)
    if (removed) await office.act('payinputs.remove-inputs', { id, inputIds: [inputId] })
    return { input: many ? { id, inputIds: [inputId] } : { id, inputId } }
  }

/** The owner is on the payroll, and a month is open. */
async function ownMonth(office: Office): Promise<string> {
  const { onPayroll } = await office.see('payinputs.get-own', {})
  if (!onPayroll) await newPayee(office, office.owner.id)
  return dayIn(office, await office.make.payPeriod())
}

export const expensesScenes: Readonly<Record<string, Stage>> = {
  'expenses.restore-report': report('expenses.withdraw-report'),
  'expenses.change-expense': withLine(false, false),
  'expenses.remove-expenses': withLine(false, true),
  'expenses.put-back-expenses': withLine(true, true),
  'expenses.take-back': report(...steps.handed),
  'expenses.return-report': report(...steps.handed),
  'expenses.verify-report': report(...steps.handed),
  'expenses.unverify-report': report(...steps.verified),
  'expenses.approve-report': async office => {
    await beginBooks(office)
    return report(...steps.verified)(office)
  },
  'expenses.unapprove-report': report(...steps.approved),
  'expenses.note-items-moved': async office => {
    const { input } = await report(...steps.approved)(office)
    return { input: { items: [{ id: input!['id'], paid: true }] } }
  },
  'payinputs.add-payee': async ({ make }) => ({
    input: { personId: await make.principal(), employeeNumber: String(5000 + months++) },
  }),
  'payinputs.open-period': async () => ({ input: { month: `2190-${String((months++ % 12) + 1).padStart(2, '0')}` } }),
  'payinputs.end-recurring': async office => {
    const id = await office.make.payee()
    const facts = { payKind: 'bonus', amount: { amount: '1.00', currency: 'SEK' }, fromOn: '2026-01-01' }
    const { recurringId } = await office.act('payinputs.set-recurring', { id, ...facts })
    return { input: { id, recurringId } }
  },
  'payinputs.add-input': async office => {
    const [id, payeeId] = [await office.make.payPeriod(), await office.make.payee()]
    return { input: { id, payeeId, on: await dayIn(office, id) } }
  },
  'payinputs.change-input': withEntry(false, false),
  'payinputs.remove-inputs': withEntry(false, true),
  'payinputs.put-back-inputs': withEntry(true, true),
  'payinputs.paste-inputs': async office => {
    const [id, payeeId] = [await office.make.payPeriod(), await office.make.payee()]
    const { employeeNumber } = await office.see('payinputs.get-payee', { id: payeeId })
    return { input: { id, text: `${employeeNumber};overtime;${await dayIn(office, id)};2,5` } }
  },
  'payinputs.correct-input': async office => {
    const { id, inputId } = await entry(office)
    for (const act of locked) await office.act(act, { id, ...(act === locked[0] ? { anyway: true } : {}) })
    await office.make.payPeriod()
    return { input: { id: await opened(office, id, 'pay-period'), inputId } }
  },
  'payinputs.reopen-period': period(locked[0]),
  'payinputs.lock-period': period(locked[0]),
  'payinputs.unlock-period': period(...locked),
  'payinputs.hand-on': period(...locked),
  'payinputs.enter-own': async office => ({ input: { on: await ownMonth(office) } }),
  'payinputs.remove-own': async office => {
    const facts = { payKind: 'hours', on: await ownMonth(office), minutes: 60 }
    return { input: { inputId: (await office.act('payinputs.enter-own', facts)).inputId } }
  },
  'payinputs.hand-in-own': async office => ({ input: { month: (await ownMonth(office)).slice(0, 7) } }),
  'payinputs.take-back-own': async office => {
    const month = (await ownMonth(office)).slice(0, 7)
    await office.act('payinputs.hand-in-own', { month })
    return { input: { month } }
  },
}

export const expensesQuestions: Readonly<Record<string, Stage>> = {
  'payinputs.get-period': async office => ({ input: { id: (await entry(office)).id } }),
}

import { systemPrincipalId } from '../../../kernel/ids.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { accountOf } from '../account-row.ts'
import * as c from '../contract.ts'
import { type PaymentRow, paymentsOf, runOf } from '../run-row.ts'
import { advicesOf, payeesOf, standOf } from './advice-row.ts'
import { writeAdvice } from './letter.ts'
import { papersOf } from './paper.ts'

/** What a run's page shows of each payment's advice. */
export async function advicesShown(view: View, payments: readonly PaymentRow[]) {
  const payees = await payeesOf(
    view,
    payments.map(one => one.party_id),
  )
  const given = await advicesOf(
    view,
    payments.map(one => one.id),
  )
  return (payment: PaymentRow) => {
    const payee = payees.get(payment.party_id ?? '')
    const advice = given.get(payment.id)
    return {
      stand: standOf(payment, payee, advice),
      mode: payee?.mode ?? ('off' as const),
      email: payee?.own.email ?? null,
      language: payee?.own.language ?? null,
      to: advice?.mail_to ?? payee?.email ?? null,
      mail: advice?.mail ?? null,
    }
  }
}

export const getAdviceChoiceBody = implementQuery(c.getAdviceChoice, async (view, { id }) => {
  const payee =
    (await payeesOf(view, [id])).get(id) ?? view.refuse(kernelRefusals.notFound, { kind: 'organisation', id })
  return { name: payee.name, mode: payee.mode, ...payee.own, to: payee.email }
})

export const getAdviceBody = implementQuery(c.getAdvice, async (view, { id, paymentId }) => {
  const record = await visibleRecords(view, 'payment-run').select(['title']).where('id', '=', id).executeTakeFirst()
  const payment = record && (await paymentsOf(view, id)).find(one => one.id === paymentId)
  if (!record || !payment) return view.refuse(kernelRefusals.notFound, { kind: 'payment-run', id })
  const payee = (await payeesOf(view, [payment.party_id])).get(payment.party_id ?? '')
  const given = (await advicesOf(view, [paymentId])).get(paymentId)
  const facts = { name: payment.party_name, stand: standOf(payment, payee, given) }
  if (given)
    return {
      ...facts,
      to: given.mail_to,
      subject: given.subject,
      text: given.body,
      paper: c.advicePaper.parse(given.paper),
    }
  const run = await runOf(view, id)
  const account = await accountOf(view, run.account_id)
  const [paper] = await papersOf(view, { ...run, title: record.title }, account, [[payment, payee]])
  return { ...facts, to: payee?.email ?? null, ...writeAdvice(paper!), paper: paper! }
})

export const adviceToSendBody = implementQuery(c.adviceToSend, async (view, { id, paymentId }) => {
  if (view.principal.id !== systemPrincipalId) view.refuse(kernelRefusals.notFound, { kind: 'payment-run', id })
  const payment = (await paymentsOf(view, id)).find(one => one.id === paymentId)
  const given = payment && (await advicesOf(view, [paymentId])).get(paymentId)
  if (!payment || !given) return { mail: null, paid: false, letter: null }
  return {
    mail: given.mail,
    paid: payment.state === 'settled',
    letter: {
      name: payment.party_name,
      to: given.mail_to,
      subject: given.subject,
      text: given.body,
      paper: c.advicePaper.parse(given.paper),
    },
  }
})

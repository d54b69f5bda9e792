import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { accountOf, moneyOf } from '../account-row.ts'
import type { Language } from '../../../kernel/language/catalogue.ts'
import * as c from '../contract.ts'
import { loadRun } from '../commands/runs.ts'
import { paymentIn, type PaymentRow, paymentsOf, recordsOf, runOf } from '../run-row.ts'
import { officeWords } from '../words.ts'
import { advicesOf, type Payee, payeesOf, standOf } from './advice-row.ts'
import { isDoubted, writeAdvice } from './letter.ts'
import { papersOf } from './paper.ts'

interface Given {
  readonly payment: PaymentRow
  readonly payee: Payee
  readonly to: string
  readonly text: string
  readonly paper: c.AdvicePaper
}

/** How long an advice that goes by itself waits: whoever confirmed by mistake can still take it back. */
const waitMinutes = 10
export const taskKey = (paymentId: string): string => `banking.advice:${paymentId}`

/** Keeps what is sent, once for each payment, and hands it to the job. */
async function give(
  act: Act,
  runId: string,
  title: string,
  { payment, payee, to, text, paper }: Given,
  startAfter?: Temporal.Instant,
): Promise<void> {
  const { subject } = writeAdvice(paper)
  await sql`
    insert into banking.advice (organisation_id, payment_id, mail, mail_to, subject, body, paper, given_at, given_by_id)
    values (${act.office.id}, ${payment.id}, 'sending', ${to}, ${subject}, ${text},
      ${JSON.stringify(c.advicePaper.encode(paper))}::jsonb, ${act.at}, ${act.principal.id})
    on conflict (organisation_id, payment_id) do update set mail = 'sending', mail_to = excluded.mail_to, subject = excluded.subject,
      body = excluded.body, paper = excluded.paper, given_at = excluded.given_at, given_by_id = excluded.given_by_id,
      mail_error = null`.execute(act.db())
  const records = [runId, payee.id, ...(await recordsOf(act, [payment.id]))]
  const amount = moneyOf(payment.amount_minor, payment.currency)
  act.emit(c.adviceGiven, { id: runId, title, name: payment.party_name, to, amount }, [...new Set(records)])
  act.enqueue(c.sendAdviceJob, { runId, paymentId: payment.id }, startAfter ? { startAfter } : {})
}

/** Refuses in the words of what stands in the way. */
function requireReady(act: Act, stand: c.AdviceStand, name: string): void {
  switch (stand) {
    case 'not-paid':
      return act.refuse(c.adviceNotPaid, { name })
    case 'off':
      return act.refuse(c.adviceOff, { name })
    case 'nobody-known':
      return act.refuse(c.adviceNobodyKnown, { name })
    case 'no-address':
      return act.refuse(c.adviceNoAddress, { name })
    case 'given':
      return act.refuse(c.adviceGivenAlready, { name })
    default:
  }
}

export const sendAdviceBody = implementCommand(c.sendAdvice, {
  locks: ({ id, expectedVersion }) => [{ kind: 'payment-run', id, expectedVersion }],
  load: (act, { id }) => loadRun(act, id),
  async run(act, { id, paymentId, email, text }, { row, account }) {
    const { title } = act.locked(id)
    const payment = await paymentIn(act, id, paymentId)
    const payee = (await payeesOf(act, [payment.party_id])).get(payment.party_id ?? '')
    const given = (await advicesOf(act, [paymentId])).get(paymentId)
    requireReady(act, standOf(payment, payee, given, email), payment.party_name)
    const [paper] = await papersOf(act, { ...row, title }, account, [[payment, payee]])
    const written = text?.trim() || writeAdvice(paper!).text
    await give(act, id, title, { payment, payee: payee!, to: email ?? payee!.email!, text: written, paper: paper! })
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

interface Sorted {
  readonly ready: readonly Given[]
  readonly leftOut: readonly { readonly payment: PaymentRow; readonly because: c.AdviceStand }[]
}

/** Which of these payments may be told of without anybody reading it first; of the others, why not. */
async function sortOut(act: Act, runId: string, title: string, payments: readonly PaymentRow[]): Promise<Sorted> {
  const run = await runOf(act, runId)
  const account = await accountOf(act, run.account_id)
  const payees = await payeesOf(
    act,
    payments.map(one => one.party_id),
  )
  const given = await advicesOf(
    act,
    payments.map(one => one.id),
  )
  const known = payments.map(payment => {
    const payee = payees.get(payment.party_id ?? '')
    return { payment, payee, because: standOf(payment, payee, given.get(payment.id)) }
  })
  const fit = known.filter(one => one.because === 'ready')
  const papers = await papersOf(
    act,
    { ...run, title },
    account,
    fit.map(({ payment, payee }) => [payment, payee]),
  )
  const office = { language: act.office.language, country: act.office.country, today: act.today }
  const written = fit.map(({ payment, payee }, at) => {
    const paper = papers[at]!
    const { text } = writeAdvice(paper)
    const to = payee!.email!
    const doubted = isDoubted(paper, text, { name: payee!.name, email: to }, office)
    return { payment, payee: payee!, to, text, paper, doubted }
  })
  return {
    ready: written.filter(one => !one.doubted),
    leftOut: [
      ...known.filter(one => one.because !== 'ready').map(({ payment, because }) => ({ payment, because })),
      ...written.filter(one => one.doubted).map(({ payment }) => ({ payment, because: 'doubted' as const })),
    ],
  }
}

export const sendAdvicesBody = implementCommand(c.sendAdvices, {
  locks: ({ id, expectedVersion }) => [{ kind: 'payment-run', id, expectedVersion }],
  async run(act, { id }) {
    const { title } = act.locked(id)
    const { ready, leftOut } = await sortOut(act, id, title, await paymentsOf(act, id))
    if (ready.length === 0) act.refuse(c.adviceNone, { title })
    for (const one of ready) await give(act, id, title, one)
    const others = leftOut.map(({ payment, because }) => ({ name: payment.party_name, because }))
    return { output: { id, version: await act.changeRecord(id), sent: ready.length, leftOut: others } }
  },
})

/** Once payments are paid: those who are told by themselves, in a while. */
export async function adviseByItself(act: Act, paymentIds: readonly string[]): Promise<void> {
  if (paymentIds.length === 0) return
  const { rows } = await sql<PaymentRow & { run_title: string }>`
    select p.*, t.title as run_title from banking.payment p
    join kernel.record t on t.organisation_id = p.organisation_id and t.id = p.run_id
    join kernel.record k on k.organisation_id = p.organisation_id and k.id = p.party_id
    join banking.advice_choice a on a.organisation_id = p.organisation_id and a.party_id = coalesce(k.merged_into, k.id)
      and a.mode = 'by-itself'
    where p.organisation_id = ${act.office.id} and p.id = any(${[...paymentIds]}::uuid[])
    order by p.run_id, p.position`.execute(act.db())
  for (const [runId, payments] of Map.groupBy(rows, row => row.run_id)) {
    const title = payments[0]!.run_title
    const { ready, leftOut } = await sortOut(act, runId, title, payments)
    for (const one of ready) await give(act, runId, title, one, act.at.add({ minutes: waitMinutes }))
    for (const { payment, because } of leftOut)
      if (because === 'no-address' || because === 'doubted') askFor(act, runId, title, payment, because)
  }
}

/** Who should have been told by themselves and was not is somebody's task. */
function askFor(act: Act, runId: string, title: string, payment: PaymentRow, why: 'no-address' | 'doubted'): void {
  const name = payment.party_name
  const because = officeWords(act, `page.advice.${why}`)
  const task = {
    key: taskKey(payment.id),
    title: officeWords(act, 'banking.task.advice-left-out', { name, because }).slice(0, 300),
    sourceId: runId,
    ownerId: act.principal.id,
    dueOn: act.today,
  }
  act.emit(c.adviceNotSent, { id: runId, title, name, work: [task] }, [runId])
}

/** Payments that are not paid after all: what has not begun to leave does not leave. */
export const forgetAdvices = (act: Act, paymentIds: readonly string[]): Promise<unknown> =>
  sql`
    delete from banking.advice
    where organisation_id = ${act.office.id} and payment_id = any(${[...paymentIds]}::uuid[]) and mail = 'sending'`.execute(
    act.db(),
  )

export const setAdviceBody = implementCommand(c.setAdvice, {
  locks: ({ id }) => [{ kind: ['organisation', 'person'], id }],
  async run(act, { id, adviceMode, adviceEmail = null, adviceLanguage = null }) {
    const { rows } = await sql<{ mode: c.AdviceMode; email: string | null; language: Language | null }>`
      select mode, email, language from banking.advice_choice
      where organisation_id = ${act.office.id} and party_id = ${id}`.execute(act.db())
    await sql`
      insert into banking.advice_choice (organisation_id, party_id, mode, email, language)
      values (${act.office.id}, ${id}, ${adviceMode}, ${adviceEmail}, ${adviceLanguage})
      on conflict (organisation_id, party_id) do update
        set mode = excluded.mode, email = excluded.email, language = excluded.language`.execute(act.db())
    act.emit(c.adviceChosen, { id, title: act.locked(id).title }, [id])
    const [before] = rows
    const own = {
      ...(before?.email ? { adviceEmail: before.email } : {}),
      ...(before?.language ? { adviceLanguage: before.language } : {}),
    }
    return {
      output: { id },
      undo: { command: 'banking.set-advice', input: { id, adviceMode: before?.mode ?? 'off', ...own } },
    }
  },
})

export const noteAdviceBody = implementCommand(c.noteAdvice, {
  locks: ({ id }) => [{ kind: 'payment-run', id }],
  async run(act, { id, paymentId, mail, error }) {
    const payment = await paymentIn(act, id, paymentId)
    const { rows } = await sql<{ given_by_id: string }>`
      update banking.advice set mail = ${mail}, mail_error = ${error}, sent_at = ${mail === 'sent' ? act.at : null}
      where organisation_id = ${act.office.id} and payment_id = ${paymentId}
        and (mail = 'sending' or (mail = 'begun' and ${mail} <> 'begun'))
      returning given_by_id`.execute(act.db())
    const [row] = rows
    if (!row || mail === 'begun' || mail === 'sending') return { output: { kept: row !== undefined } }
    await act.changeRecord(id)
    const told = { id, title: act.locked(id).title, name: payment.party_name }
    if (mail === 'sent') {
      act.emit(c.adviceSent, { ...told, workDone: [{ key: taskKey(paymentId) }] }, [id])
      return { output: { kept: true } }
    }
    const words = mail === 'doubtful' ? 'banking.task.advice-doubtful' : 'banking.task.advice-not-sent'
    const task = {
      key: taskKey(paymentId),
      title: officeWords(act, words, { name: payment.party_name }).slice(0, 300),
      ...(error ? { note: error } : {}),
      sourceId: id,
      ownerId: row.given_by_id,
      dueOn: act.today,
    }
    act.emit(c.adviceNotSent, { ...told, work: [task] }, [id])
    return { output: { kept: true } }
  },
})

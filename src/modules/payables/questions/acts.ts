import { sql } from 'kysely'
import { type Act, implementCommand, implementJob, implementQuery } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { keepLinkSecret, outsidePath, readLinkSecret, withLink } from '../../../kernel/outside/link.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { TaskWish } from '../../work/contract.ts'
import { billOf, signedTotal, updateBill } from '../bill-row.ts'
import { filled } from '../bill-work.ts'
import * as c from '../contract.ts'
import { readiness } from '../posting.ts'
import type { BillRow } from '../rows.ts'
import { moneyWords, officeWords } from '../words.ts'
import { writeQuestion } from './letter.ts'
import { questionOf, type QuestionRow, questionsOf } from './question-row.ts'

export const askColleagueBody = implementCommand(c.askColleague, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  async run(act, { id, askedOf, email, question, language }) {
    await keepLinkSecret(act.db())
    const questionId = act.newId()
    await sql`
      insert into payables.question (organisation_id, id, bill_id, asked_of, email, language, question, asked_at, asked_by, mail)
      values (${act.office.id}, ${questionId}, ${id}, ${askedOf}, ${email ?? null}, ${nearestLanguage(language ?? act.office.language)},
        ${question ?? ''}, ${act.at}, ${act.principal.id}, ${email ? 'sending' : 'none'})`.execute(act.db())
    const version = await act.changeRecord(id)
    act.emit(c.questionAsked, { id, title: act.locked(id).title, name: askedOf }, [id])
    if (email) act.enqueue(c.sendQuestionJob, { billId: id, questionId })
    return {
      output: { id, version, questionId },
      undo: { command: 'payables.withdraw-question', input: { id, questionId } },
    }
  },
})

async function ofBill(act: Act, id: string, questionId: string): Promise<QuestionRow | undefined> {
  return (await questionsOf(act, id)).find(one => one.id === questionId)
}

export const withdrawQuestionBody = implementCommand(c.withdrawQuestion, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  async run(act, { id, questionId }) {
    const { title } = act.locked(id)
    const one = (await ofBill(act, id, questionId)) ?? act.refuse(c.questionUnknown, { title })
    if (one.withdrawn_at || one.answered_at) act.refuse(c.questionClosed, { name: one.asked_of })
    await sql`
      update payables.question set withdrawn_at = ${act.at} where organisation_id = ${act.office.id} and id = ${questionId}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    act.emit(c.questionWithdrawn, { id, title, name: one.asked_of }, [id])
    return { output: { id, version } }
  },
})

const task = (act: Act, row: BillRow, one: QuestionRow, said: string): TaskWish => ({
  key: `payables.answer:${one.id}`,
  title: officeWords(act, 'task.answer', { name: one.asked_of, supplier: row.supplier_name, said }).slice(0, 300),
  ownerId: one.asked_by,
  sourceId: row.id,
  dueOn: act.today.add({ days: 1 }),
  effortMinutes: 5,
})

export const recordAnswerBody = implementCommand(c.recordAnswer, {
  locks: ({ id }) => [{ kind: 'bill', id }],
  load: (act, { id }) => billOf(act, id),
  async run(act, { id, questionId, answer, said }, row) {
    const one = await ofBill(act, id, questionId)
    if (!one || one.withdrawn_at) return act.refuse(c.questionLinkClosed)
    await sql`
      update payables.question set answer = ${answer}, answer_text = ${said}, answered_at = ${act.at}
      where organisation_id = ${act.office.id} and id = ${questionId}`.execute(act.db())
    const words = [officeWords(act, `choice.payables.answer.${answer}`), said.split('\n')[0]].filter(Boolean).join(': ')
    // what somebody calls wrong is not paid before it has been looked at
    const keeps = answer === 'wrong' && row.hold === null && row.state !== 'paid' && row.state !== 'withdrawn'
    const hold = { hold: 'held' as const, hold_reason: `${one.asked_of}: ${words}`.slice(0, 300) }
    if (keeps) updateBill(act, id, hold)
    await act.changeRecord(id)
    const itemsChanged = keeps && row.posted ? [readiness({ ...row, ...hold }, officeWords(act, 'hold.alarm'))] : []
    act.emit(
      c.questionAnswered,
      {
        id,
        title: act.locked(id).title,
        name: one.asked_of,
        said: words.slice(0, 200),
        work: [task(act, row, one, words)],
        ...filled({ itemsChanged }),
      },
      [id],
    )
    return { output: {} }
  },
})

export const recordQuestionSentBody = implementCommand(c.recordQuestionSent, {
  locks: ({ id }) => [{ kind: 'bill', id }],
  async run(act, { id, questionId, mail, error }) {
    const { rows } = await sql<{ asked_of: string }>`
      update payables.question set mail = ${mail}, mail_error = ${mail === 'failed' ? (error ?? '?') : null}
      where organisation_id = ${act.office.id} and bill_id = ${id} and id = ${questionId} returning asked_of`.execute(
      act.db(),
    )
    const [one] = rows
    await act.changeRecord(id)
    if (one && mail === 'failed')
      act.emit(c.questionNotSent, { id, title: act.locked(id).title, name: one.asked_of, error: error ?? '?' }, [id])
    return { output: {} }
  },
})

/** From this class on what is asked about is told on the page alone, never in a mail. */
const quietFrom = 2

export const questionLetterBody = implementQuery(c.questionLetter, async (view, { id, questionId }) => {
  const record = await visibleRecords(view, 'bill').select(['id', 'class']).where('id', '=', id).executeTakeFirst()
  const one = record && (await questionOf(view, questionId))
  const secret = await readLinkSecret(view.db())
  if (!record || !one || one.bill_id !== id || one.withdrawn_at || !secret)
    return view.refuse(kernelRefusals.notFound, { kind: 'bill', id })
  const row = await billOf(view, id)
  const letter = writeQuestion(one.language, {
    name: one.asked_of,
    supplier: row.supplier_name,
    number: row.number ?? '–',
    total: moneyWords(view, signedTotal(row)),
    question: one.question,
    from: one.asked_by_name ?? view.office.name,
    office: view.office.name,
    isQuiet: record.class >= quietFrom,
  })
  const path = outsidePath(secret, 'bill', { organisationId: view.office.id, id: questionId })
  return { path, ...letter, name: one.asked_of, email: one.email, mail: one.mail }
})

/** Sends the mail of a question; it bears a message id of its own, so that a killed job sends the same mail again, not another. */
export const sendQuestionJobBody = implementJob(c.sendQuestionJob, {
  run: async (run, { billId: id, questionId }) => {
    const letter = await run.query(c.questionLetter, { id, questionId })
    if (letter.mail !== 'sending' || letter.email === null) return
    const door = mailDoor()
    if (!door) {
      await run.dispatch(c.recordQuestionSent, { id, questionId, mail: 'no-door', error: null }, 'no-door')
      return
    }
    const error = await door
      .send({
        to: { name: letter.name, address: letter.email },
        subject: letter.subject,
        text: withLink(letter.body, run.organisationId, questionId, 'bill'),
        id: `bill-question-${questionId}`,
      })
      .then(() => null)
      .catch((fault: Error) => fault.message.slice(0, 500))
    await run.dispatch(
      c.recordQuestionSent,
      { id, questionId, mail: error === null ? 'sent' : 'failed', error },
      'sent',
    )
  },
})

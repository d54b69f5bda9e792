/** What the link of a question opens, for whoever has it: what the bill says, what is asked, and a way to answer. Nothing else can be read by it. */
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { View } from '../../kernel/implement.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { decimalOfMoney } from '../../kernel/money.ts'
import { linkSecretOf, type OutsideThing, readOutsideToken } from '../../kernel/outside/link.ts'
import { kernelRefusals, Refusal, refuse } from '../../kernel/refusal.ts'
import { billOf, linesOf, signedTotal } from './bill-row.ts'
import { questionAnswers, questionLinkClosed, recordAnswer } from './contract.ts'
import { questionOf, type QuestionRow } from './questions/question-row.ts'

interface Asked {
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
  readonly requestId: string
}

interface Opened {
  readonly thing: OutsideThing
  readonly question: QuestionRow
  readonly shown: object
}

const json = (body: unknown) => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(body)),
})

async function shownOf(view: View, one: QuestionRow) {
  const row = await billOf(view, one.bill_id)
  const total = signedTotal(row)
  const lines = await linesOf(view, one.bill_id)
  return {
    office: view.office.name,
    askedBy: one.asked_by_name ?? view.office.name,
    askedOf: one.asked_of,
    question: one.question,
    supplier: row.supplier_name,
    number: row.number,
    issuedOn: row.issued_on.toString(),
    total: { amount: decimalOfMoney(total), currency: total.currency },
    texts: lines.flatMap(line => line.text ?? []).slice(0, 30),
    answer: one.answer,
    said: one.answer_text,
  }
}

/** What the token proves; a question that was withdrawn opens nothing. */
async function openQuestion(kernel: Kernel, { token, requestId }: Asked): Promise<Opened> {
  const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'bill', token)
  if (!thing) return refuse(questionLinkClosed)
  const { organisationId, id } = thing
  const found = await kernel
    .viewing({ organisationId, principalId: systemPrincipalId, requestId }, async view => {
      const question = await questionOf(view, id)
      return question && !question.withdrawn_at ? { thing, question, shown: await shownOf(view, question) } : null
    })
    .catch((error: unknown) => {
      if (error instanceof Refusal) return null
      throw error
    })
  return found ?? refuse(questionLinkClosed)
}

const openDoor = {
  method: 'POST' as const,
  path: '/public/bill-questions/open',
  perMinute: 60,
  answer: async (kernel: Kernel, asked: Asked) => json((await openQuestion(kernel, asked)).shown),
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

const answerDoor = {
  method: 'POST' as const,
  path: '/public/bill-questions/answer',
  perMinute: 6,
  async answer(kernel: Kernel, asked: Asked) {
    const { thing, question } = await openQuestion(kernel, asked)
    const answer = questionAnswers.find(one => one === asked.body['answer'])
    if (!answer) return refuse(kernelRefusals.inputInvalid, { issues: [] })
    const said = String(asked.body['said'] ?? '')
      .replace(unprintable, ' ')
      .slice(0, 2000)
    const outcome = await kernel.dispatch({
      organisationId: thing.organisationId,
      principalId: systemPrincipalId,
      command: recordAnswer.name,
      input: { id: question.bill_id, questionId: question.id, answer, said },
      requestId: asked.requestId,
      surface: 'link',
    })
    if (outcome.status === 'refused') throw new Refusal(outcome.refusal, outcome.refusal.data)
    return json((await openQuestion(kernel, asked)).shown)
  },
}

/** What people outside reach by a link. */
export const billPublic = [openDoor, answerDoor] as const

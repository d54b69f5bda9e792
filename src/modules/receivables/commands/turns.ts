/** The turns of invoices that come again: made as they are set up, or told of where that is not possible. */
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import type { TaskWish } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { customerOf } from '../customers.ts'
import { contentOf, insertInvoice } from '../invoice-row.ts'
import {
  afterTurn,
  draftKey,
  listedPrices,
  openRaises,
  pricedTurn,
  type RecurringRow,
  recurringOf,
  stuckKey,
  turnContent,
  updateRecurring,
} from '../recurring-row.ts'
import type { ReceivablesTables } from '../tables.ts'
import { catalogues, officeWords } from '../words.ts'

type Reached = 'draft' | 'issued' | 'sent'

/** Issues and sends in the name of whoever set it up, as far as they may; says why where it went no further. */
async function sentOn(act: Act, row: RecurringRow, invoiceId: string): Promise<[Reached, refusal: string | null]> {
  if (row.way === 'draft') return ['draft', null]
  const issued = await act.actAs(row.author_id, c.issueInvoice, { id: invoiceId })
  if (issued.status !== 'done') return ['draft', issued.status === 'refused' ? issued.refusal.name : null]
  if (row.way === 'issue') return ['issued', null]
  const { terms } = await customerOf(act, row.customer_id)
  if (terms.delivery !== 'mail') return ['issued', null]
  const sent = await act.actAs(row.author_id, c.sendInvoice, { id: invoiceId, sendBy: 'mail' })
  return sent.status === 'done' ? ['sent', null] : ['issued', sent.status === 'refused' ? sent.refusal.name : null]
}

/** The sentence of a refusal that needs nothing filled in; others are told when the act is tried by hand. */
function because(act: Act, refusal: string | null): Pick<TaskWish, 'reason'> {
  const words = catalogues[nearestLanguage(act.office.language)] as Readonly<Record<string, unknown>>
  const sentence = refusal && words[`refusal.${refusal}`]
  return typeof sentence === 'string' && !sentence.includes('{') ? { reason: sentence } : {}
}

const forWhom = ({ owner_id }: RecurringRow): Pick<TaskWish, 'ownerId' | 'role'> =>
  owner_id ? { ownerId: owner_id } : { role: 'bookkeeper' }

/** What is left to be done by hand; nothing where it went out by itself, or only had to be issued. */
function taskOf(
  act: Act,
  row: RecurringRow,
  made: { id: string; title: string },
  reached: Reached,
  refusal: string | null,
): TaskWish[] {
  const wish = (message: 'task.turn-issue' | 'task.turn-send'): TaskWish => ({
    key: draftKey(made.id),
    title: officeWords(act, message, { title: made.title }).slice(0, 300),
    sourceId: made.id,
    forId: row.customer_id,
    dueOn: act.today,
    ...forWhom(row),
    ...because(act, refusal),
  })
  if (reached === 'draft') return [wish('task.turn-issue')]
  return row.way === 'send' && reached === 'issued' ? [wish('task.turn-send')] : []
}

export const makeTurnBody = implementCommand(c.makeTurn, {
  locks: ({ id, expectedVersion }) => [{ kind: 'recurring-invoice', id, expectedVersion }],
  load: (act, { id }) => recurringOf(act, id),
  async run(act, { id, on }, row) {
    const { title } = act.locked(id)
    if (row.state !== 'running') act.refuse(c.recurringStateWrong, { title })
    if (!row.next_on.equals(on)) act.refuse(c.turnNotNext, { title })
    const [raises, prices] = [await openRaises(act, [id]), await listedPrices(act, [contentOf(row)])]
    const priced = pricedTurn(act, row, { raises: raises.get(id) ?? [], prices })
    const content = turnContent(act, row, priced, await customerOf(act, row.customer_id))
    const made = await insertInvoice(act, { content, customerId: row.customer_id, source: id })
    const db = act.db<ReceivablesTables>()
    await db
      .insertInto('receivables.recurring_turn')
      .values({ organisation_id: act.office.id, recurring_id: id, turn_on: on, outcome: 'made', invoice_id: made.id })
      .execute()
    await db
      .updateTable('receivables.recurring_raise')
      .set({ applied_on: on })
      .where('organisation_id', '=', act.office.id)
      .where('recurring_id', '=', id)
      .where('from_on', '<=', on)
      .where('applied_on', 'is', null)
      .execute()
    await updateRecurring(act, id, { ...afterTurn(row), content: JSON.stringify(priced), stuck_on: null })
    const version = await act.changeRecord(id)
    act.emit(c.invoiceCreated, made, [made.id])
    const [reached, refusal] = await sentOn(act, row, made.id)
    // whoever makes a turn by hand has it before them
    const work = act.principal.id === systemPrincipalId ? taskOf(act, row, made, reached, refusal) : []
    const workDone = row.stuck_on ? [{ key: stuckKey(id, row.stuck_on) }] : []
    act.emit(
      c.turnMade,
      { id, title, on, ...(work.length > 0 ? { work } : {}), ...(workDone.length > 0 ? { workDone } : {}) },
      [id, made.id],
    )
    return { output: { id, version, invoiceId: made.id, reached } }
  },
})

export const tellTurnBody = implementCommand(c.tellTurn, {
  locks: ({ id }) => [{ kind: 'recurring-invoice', id }],
  load: (act, { id }) => recurringOf(act, id),
  async run(act, { id, on, refusal }, row) {
    if (row.state !== 'running' || !row.next_on.equals(on) || row.stuck_on?.equals(on)) return { output: {} }
    const { title } = act.locked(id)
    await updateRecurring(act, id, { stuck_on: on })
    await act.changeRecord(id)
    const work: TaskWish[] = [
      {
        key: stuckKey(id, on),
        title: officeWords(act, 'task.turn-stuck', { title }).slice(0, 300),
        sourceId: id,
        forId: row.customer_id,
        dueOn: act.today,
        ...forWhom(row),
        ...because(act, refusal),
      },
    ]
    act.emit(c.turnStuck, { id, title, on, work }, [id])
    return { output: {} }
  },
})

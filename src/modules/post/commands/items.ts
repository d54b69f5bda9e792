/** What came: entered, sorted, taken out of the book and put back. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import {
  answerWish,
  arrivedNotice,
  itemOf,
  type ItemRow,
  numberOf,
  requirePerson,
  requireState,
  senderOf,
  updateItem,
  withdrawnAnswer,
} from '../item-row.ts'
import { insertItem, requireStop } from '../new-item.ts'
import { deadlineOf } from '../receipt-day.ts'

const byPostmark = (rule: c.ReceiptRule) => rule !== 'arrival' && rule !== 'signed'

function requirePostmark(act: Act, rule: c.ReceiptRule, postmarkOn: Temporal.PlainDate | null): void {
  if (byPostmark(rule) && !postmarkOn) act.refuse(c.postmarkMissing)
}

export const addItemBody = implementCommand(c.addItem, {
  async run(act, input) {
    await requirePerson(act, input.forId)
    await requireStop(act, input.stopId)
    const sender = await senderOf(act, input.senderId, input.sender)
    for (const id of input.documentIds ?? []) await requireVisible(act, id, ['document'])
    const rule = input.receiptRule ?? 'arrival'
    requirePostmark(act, rule, input.postmarkOn ?? null)
    const made = await insertItem(act, {
      sender,
      title: input.title ?? sender.name,
      class: input.class,
      documentIds: input.documentIds ?? [],
      facts: {
        sort: input.sort ?? 'letter',
        for_id: input.forId ?? null,
        stop_id: input.stopId ?? null,
        tracking: input.tracking ?? null,
        personal: input.personal ?? false,
        arrived_on: input.arrivedOn ?? act.today,
        postmark_on: input.postmarkOn ?? null,
        receipt_rule: rule,
        answer_days: input.answerDays ?? null,
        note: input.note ?? '',
      },
    })
    return {
      output: { id: made.id, version: 1, number: numberOf(made) },
      undo: { command: 'post.remove-item', input: { id: made.id, expectedVersion: 1 } },
    }
  },
})

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

type Facts = Readonly<{
  sort?: c.PostSort | undefined
  forId?: string | null | undefined
  stopId?: string | null | undefined
  tracking?: string | null | undefined
  personal?: boolean | undefined
  arrivedOn?: Temporal.PlainDate | undefined
  postmarkOn?: Temporal.PlainDate | null | undefined
  receiptRule?: c.ReceiptRule | undefined
  answerDays?: number | null | undefined
  note?: string | undefined
}>

/** What the facts come to once the change is in. */
function changedFacts(act: Act, input: Facts, row: ItemRow) {
  const facts = {
    sort: input.sort ?? row.sort,
    for_id: keep(input.forId, row.for_id),
    stop_id: keep(input.stopId, row.stop_id),
    tracking: keep(input.tracking, row.tracking),
    personal: input.personal ?? row.personal,
    arrived_on: input.arrivedOn ?? row.arrived_on,
    postmark_on: keep(input.postmarkOn, row.postmark_on),
    receipt_rule: input.receiptRule ?? row.receipt_rule,
    answer_days: keep(input.answerDays, row.answer_days),
    note: input.note ?? row.note,
  }
  const arrival = {
    arrivedOn: facts.arrived_on,
    postmarkOn: facts.postmark_on,
    rule: facts.receipt_rule,
    signedOn: row.receipt_rule === 'signed' ? row.receipt_on : null,
  }
  const { receiptOn, answerBy } = deadlineOf(arrival, facts.answer_days, act.office.country)
  return { ...facts, receipt_on: receiptOn, answer_by: answerBy }
}

const wireOf = (row: ItemRow, title: string) => ({
  sort: row.sort,
  senderId: row.sender_id,
  sender: row.sender,
  forId: row.for_id,
  stopId: row.stop_id,
  tracking: row.tracking,
  title,
  personal: row.personal,
  arrivedOn: row.arrived_on.toString(),
  postmarkOn: row.postmark_on?.toString() ?? null,
  receiptRule: row.receipt_rule,
  answerDays: row.answer_days,
  note: row.note,
})

export const changeItemBody = implementCommand(c.changeItem, {
  locks: ({ id, expectedVersion }) => [{ kind: 'post-item', id, expectedVersion }],
  load: (act, { id }) => itemOf(act, id),
  async run(act, input, row) {
    const { id } = input
    requireState(act, row, ['received', 'out', 'delivered'])
    const was = act.locked(id).title
    if (input.forId !== row.for_id) await requirePerson(act, input.forId)
    if (input.stopId !== row.stop_id) await requireStop(act, input.stopId)
    const renamed = input.senderId !== undefined || input.sender !== undefined
    const sender = renamed ? await senderOf(act, input.senderId, input.sender) : { id: row.sender_id, name: row.sender }
    const facts = changedFacts(act, input, row)
    requirePostmark(act, facts.receipt_rule, facts.postmark_on)
    await updateItem(act, id, { ...facts, sender_id: sender.id, sender: sender.name })
    const title = input.title ?? (was === row.sender ? sender.name : was)
    const version = await act.changeRecord(id, {
      title,
      search: { body: [sender.name, facts.tracking, facts.note].filter(Boolean).join('\n') },
    })
    const now = { ...row, ...facts, sender_id: sender.id, sender: sender.name }
    const moved = String(now.answer_by) !== String(row.answer_by) || now.for_id !== row.for_id
    act.emit(
      c.itemChanged,
      {
        id,
        title,
        number: numberOf(row),
        ...(moved ? { workWithdrawn: withdrawnAnswer(row), work: answerWish(act, now, title) } : {}),
        ...(now.for_id === row.for_id ? {} : { notify: arrivedNotice(act, now) }),
      },
      [id],
    )
    return {
      output: { id, version },
      undo: { command: 'post.change-item', input: { id, expectedVersion: version, ...wireOf(row, was) } },
    }
  },
})

export const removeItemBody = implementCommand(c.removeItem, {
  locks: ({ id, expectedVersion }) => [{ kind: 'post-item', id, expectedVersion }],
  load: (act, { id }) => itemOf(act, id),
  async run(act, { id }, row) {
    requireState(act, row, ['received'])
    const { title } = act.locked(id)
    if (row.custody_n > 1) act.refuse(c.itemOnWay, { number: numberOf(row) })
    await updateItem(act, id, { state: 'removed' })
    const version = await act.changeRecord(id)
    act.emit(c.itemRemoved, { id, title, number: numberOf(row), workWithdrawn: withdrawnAnswer(row) }, [id])
    return {
      output: { id, version },
      undo: { command: 'post.restore-item', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreItemBody = implementCommand(c.restoreItem, {
  locks: ({ id, expectedVersion }) => [{ kind: 'post-item', id, expectedVersion }],
  load: (act, { id }) => itemOf(act, id),
  async run(act, { id }, row) {
    requireState(act, row, ['removed'])
    const { title } = act.locked(id)
    await updateItem(act, id, { state: 'received' })
    const version = await act.changeRecord(id)
    act.emit(c.itemRestored, { id, title, number: numberOf(row), work: answerWish(act, row, title) }, [id])
    return {
      output: { id, version },
      undo: { command: 'post.remove-item', input: { id, expectedVersion: version } },
    }
  },
})

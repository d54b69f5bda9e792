/** What a carrier collected, and what became of it. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import type { TaskWish } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { numberOf } from '../item-row.ts'
import {
  outgoingOf,
  type OutgoingRow,
  receiptDays,
  receiptKey,
  requireOutgoing,
  updateOutgoing,
} from '../outgoing-row.ts'
import { officeWords } from '../words.ts'

/** The receipt of registered post is asked for where it has not come back in time. */
function receiptWish(act: Act, row: OutgoingRow, goneOn: Temporal.PlainDate): TaskWish[] {
  if (row.sort !== 'registered') return []
  const title = officeWords(act, 'task.receipt', { recipient: row.recipient, number: numberOf(row) }).slice(0, 300)
  const dueOn = goneOn.add({ days: receiptDays })
  return [{ key: receiptKey(row.id), title, dueOn, ownerId: row.sender_id, sourceId: row.id }]
}

export const handToCarrierBody = implementCommand(c.handToCarrier, {
  locks: ({ ids }) => [...new Set(ids)].map(id => ({ kind: 'post-outgoing', id })),
  async run(act, { ids, carrier, on }) {
    const goneOn = on ?? act.today
    if (Temporal.PlainDate.compare(goneOn, act.today) > 0) act.refuse(c.outgoingDayReversed)
    const work: TaskWish[] = []
    const wanted = [...new Set(ids)]
    for (const id of wanted) {
      const row = await outgoingOf(act, id)
      requireOutgoing(act, row, ['ready'])
      await updateOutgoing(act, id, { state: 'gone', carrier, gone_on: goneOn })
      await act.changeRecord(id)
      work.push(...receiptWish(act, row, goneOn))
    }
    act.emit(c.collected, { count: wanted.length, carrier, work }, wanted)
    return { output: { count: wanted.length } }
  },
})

function requireDay(act: Act, row: OutgoingRow, on: Temporal.PlainDate): void {
  if (row.gone_on && Temporal.PlainDate.compare(on, row.gone_on) < 0) act.refuse(c.outgoingDayReversed)
}

export const noteDeliveredBody = implementCommand(c.noteDelivered, {
  locks: ({ id, expectedVersion }) => [{ kind: 'post-outgoing', id, expectedVersion }],
  load: (act, { id }) => outgoingOf(act, id),
  async run(act, { id, on, receiptId }, row) {
    requireOutgoing(act, row, ['gone'])
    const day = on ?? act.today
    requireDay(act, row, day)
    if (receiptId) {
      await requireVisible(act, receiptId, ['document'])
      await act.link(id, receiptId, 'attachment')
    }
    await updateOutgoing(act, id, { state: 'delivered', ended_on: day, receipt_id: receiptId ?? null })
    const version = await act.changeRecord(id)
    const { title } = act.locked(id)
    const workDone = row.sort === 'registered' ? [{ key: receiptKey(id) }] : []
    act.emit(c.outgoingDelivered, { id, title, number: numberOf(row), on: day, workDone }, [id])
    return { output: { id, version } }
  },
})

export const noteReturnedBody = implementCommand(c.noteReturned, {
  locks: ({ id, expectedVersion }) => [{ kind: 'post-outgoing', id, expectedVersion }],
  load: (act, { id }) => outgoingOf(act, id),
  async run(act, { id, on, reason }, row) {
    requireOutgoing(act, row, ['gone'])
    const day = on ?? act.today
    requireDay(act, row, day)
    await updateOutgoing(act, id, { state: 'returned', ended_on: day, returned_why: reason })
    const version = await act.changeRecord(id)
    const { title } = act.locked(id)
    const notify =
      row.sender_id === act.principal.id
        ? []
        : [
            {
              key: `post.returned:${id}`,
              toId: row.sender_id,
              titleKey: 'notice.post-returned',
              params: { recipient: row.recipient, reason },
              recordId: id,
              urgency: 'today' as const,
            },
          ]
    const workWithdrawn = row.sort === 'registered' ? [{ key: receiptKey(id) }] : []
    act.emit(c.outgoingReturned, { id, title, number: numberOf(row), on: day, workWithdrawn, notify }, [id])
    return { output: { id, version } }
  },
})

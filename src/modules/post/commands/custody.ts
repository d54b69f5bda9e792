/** Through whose hands it goes: each act is a link of the chain, which the database keeps unbroken. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import {
  answerWish,
  itemOf,
  type ItemRow,
  nameOf,
  numberOf,
  passOn,
  requireInHand,
  requirePerson,
  requireState,
  updateItem,
  withdrawnAnswer,
} from '../item-row.ts'
import { deadlineOf } from '../receipt-day.ts'

const inHand = ['received', 'out'] as const
const about = (act: Act, row: ItemRow) => ({ id: row.id, title: act.locked(row.id).title, number: numberOf(row) })

export const handOverItemBody = implementCommand(c.handOverItem, {
  locks: ({ id, expectedVersion }) => [{ kind: 'post-item', id, expectedVersion }],
  load: (act, { id }) => itemOf(act, id),
  async run(act, { id, toId, note }, row) {
    requireState(act, row, inHand)
    await requireInHand(act, row)
    await requirePerson(act, toId)
    if (toId === act.principal.id) act.refuse(c.alreadyInHand, { number: numberOf(row) })
    const passed = await passOn(act, row, { way: 'handed', to_id: toId, to_name: null, note })
    await updateItem(act, id, { ...passed, state: 'received' })
    const version = await act.changeRecord(id)
    const notify = {
      key: `post.handed:${id}:${passed.custody_n}`,
      toId,
      titleKey: 'notice.post-handed',
      params: { title: act.locked(id).title },
      recordId: id,
      urgency: 'today' as const,
    }
    act.emit(c.itemHanded, { ...about(act, row), to: await nameOf(act, toId), notify: [notify] }, [id])
    return { output: { id, version } }
  },
})

export const takeItemBody = implementCommand(c.takeItem, {
  locks: ({ id, expectedVersion }) => [{ kind: 'post-item', id, expectedVersion }],
  load: (act, { id }) => itemOf(act, id),
  async run(act, { id }, row) {
    requireState(act, row, inHand)
    if (row.holder_id === act.principal.id) act.refuse(c.alreadyInHand, { number: numberOf(row) })
    const from = await nameOf(act, row.holder_id)
    const passed = await passOn(act, row, { way: 'taken', to_id: act.principal.id, to_name: null })
    await updateItem(act, id, { ...passed, state: 'received' })
    const version = await act.changeRecord(id)
    act.emit(c.itemTaken, { ...about(act, row), from }, [id])
    return { output: { id, version } }
  },
})

/** Everything sorted that the carrier has in hand, or what is named of it. */
async function roundOf(act: Act, ids: readonly string[] | undefined): Promise<string[]> {
  if (ids) return [...new Set(ids)]
  const { rows } = await sql<{ id: string }>`
    select i.id from post.item i where i.organisation_id = ${act.office.id} and i.state = 'received'
      and i.holder_id = ${act.principal.id} and (i.for_id is not null or i.stop_id is not null)
    order by i.id limit 500`.execute(act.db())
  return rows.map(row => row.id)
}

export const beginRoundBody = implementCommand(c.beginRound, {
  load: (act, { ids }) => roundOf(act, ids),
  async run(act, _input, ids) {
    if (ids.length === 0) act.refuse(c.nothingToDeliver)
    await act.lockAlso(ids.map(id => ({ kind: 'post-item', id })))
    for (const id of ids) {
      const row = await itemOf(act, id)
      requireState(act, row, ['received'])
      await requireInHand(act, row)
      if (!row.for_id && !row.stop_id) act.refuse(c.itemUnsorted, { number: numberOf(row) })
      await updateItem(act, id, { state: 'out' })
      await act.changeRecord(id)
    }
    act.emit(c.roundBegun, { count: ids.length }, ids)
    return { output: { count: ids.length } }
  },
})

/** Whom it is given to: who is named, else whom or which place it is for. Registered post wants a signature, or the colleague themselves. */
async function receiver(
  act: Act,
  row: ItemRow,
  input: {
    toId?: string | null | undefined
    signerName?: string | null | undefined
    signature?: string | null | undefined
  },
) {
  const { toId, signerName, signature } = input
  await requirePerson(act, toId)
  const to = toId ?? (signerName ? null : row.for_id)
  const taker = signerName ?? (to === null && row.stop_id ? await nameOf(act, row.stop_id) : null)
  if (!to && !taker) act.refuse(c.itemUnsorted, { number: numberOf(row) })
  if (row.sort === 'registered' && !signature && !signerName) act.refuse(c.signatureMissing, { number: numberOf(row) })
  return { to, taker, name: to ? await nameOf(act, to) : taker! }
}

export const deliverItemBody = implementCommand(c.deliverItem, {
  locks: ({ id, expectedVersion }) => [{ kind: 'post-item', id, expectedVersion }],
  load: (act, { id }) => itemOf(act, id),
  async run(act, input, row) {
    const { id, signature, note } = input
    requireState(act, row, inHand)
    await requireInHand(act, row)
    const { to, taker, name } = await receiver(act, row, input)
    const link = {
      way: 'delivered' as const,
      to_id: to,
      to_name: taker,
      note,
      signature: signature ?? null,
    }
    const passed = await passOn(act, row, link)
    const signed = row.receipt_rule === 'signed' ? signedNow(act, row) : null
    await updateItem(act, id, { ...passed, ...signed, state: 'delivered', delivered_at: act.at })
    const version = await act.changeRecord(id)
    const work = signed ? answerWish(act, { ...row, ...signed }, act.locked(id).title) : []
    const notify =
      row.for_id && to !== row.for_id && row.for_id !== act.principal.id
        ? [
            {
              key: `post.delivered:${id}`,
              toId: row.for_id,
              titleKey: 'notice.post-delivered',
              params: { title: act.locked(id).title, to: name },
              recordId: id,
              urgency: 'digest' as const,
            },
          ]
        : []
    act.emit(c.itemDelivered, { ...about(act, row), to: name, work, notify }, [id])
    return { output: { id, version } }
  },
})

/** What counts from the signature begins now. */
function signedNow(act: Act, row: ItemRow) {
  const arrival = {
    arrivedOn: row.arrived_on,
    postmarkOn: row.postmark_on,
    rule: row.receipt_rule,
    signedOn: act.today,
  }
  const { receiptOn, answerBy } = deadlineOf(arrival, row.answer_days, act.office.country)
  return { receipt_on: receiptOn, answer_by: answerBy }
}

export const missItemBody = implementCommand(c.missItem, {
  locks: ({ id, expectedVersion }) => [{ kind: 'post-item', id, expectedVersion }],
  load: (act, { id }) => itemOf(act, id),
  async run(act, { id, reason, note }, row) {
    requireState(act, row, inHand)
    await requireInHand(act, row)
    await updateItem(act, id, {
      state: 'received',
      attempts: row.attempts + 1,
      missed: reason,
      ...(note ? { note: `${row.note}${row.note ? '\n' : ''}${note}`.slice(0, 4000) } : {}),
    })
    const version = await act.changeRecord(id)
    act.emit(c.itemMissed, { ...about(act, row), reason }, [id])
    return { output: { id, version } }
  },
})

export const returnItemBody = implementCommand(c.returnItem, {
  locks: ({ id, expectedVersion }) => [{ kind: 'post-item', id, expectedVersion }],
  load: (act, { id }) => itemOf(act, id),
  async run(act, { id, reason }, row) {
    requireState(act, row, inHand)
    await requireInHand(act, row)
    const passed = await passOn(act, row, { way: 'returned', to_id: null, to_name: row.sender, note: reason })
    await updateItem(act, id, { ...passed, state: 'returned' })
    const version = await act.changeRecord(id)
    act.emit(c.itemReturned, { ...about(act, row), workWithdrawn: withdrawnAnswer(row) }, [id])
    return { output: { id, version } }
  },
})

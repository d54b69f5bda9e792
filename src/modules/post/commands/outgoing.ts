/** What goes out: entered, changed, not sent after all. */
import { implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { money } from '../../../kernel/schema.ts'
import * as c from '../contract.ts'
import { dbOf, numberOf } from '../item-row.ts'
import { requireStop } from '../new-item.ts'
import { outgoingOf, postageOf, postageShown, recipientOf, requireOutgoing, updateOutgoing } from '../outgoing-row.ts'

export const addOutgoingBody = implementCommand(c.addOutgoing, {
  weigh: ({ postage }) => (postage ? { amount: postage } : {}),
  async run(act, input) {
    await requireStop(act, input.stopId)
    const aboutTitle = input.aboutId ? await requireVisible(act, input.aboutId) : null
    const recipient = await recipientOf(act, input.recipientId, input.recipient)
    const what = {
      sort: input.sort ?? 'letter',
      zone: input.zone ?? 'domestic',
      grams: input.grams ?? null,
      pieces: input.pieces ?? 1,
    }
    const title = input.title ?? aboutTitle ?? recipient.name
    const { year } = act.today
    const serial = await act.nextNumber(`post.outgoing.${year}`)
    const id = await act.createRecord({
      kind: 'post-outgoing',
      title,
      ...(input.class === undefined ? {} : { class: input.class }),
      ...(input.aboutId ? { source: input.aboutId } : {}),
      search: { body: [recipient.name, input.tracking, input.address, input.note].filter(Boolean).join('\n') },
    })
    await dbOf(act)
      .insertInto('post.outgoing')
      .values({
        organisation_id: act.office.id,
        id,
        year,
        serial,
        state: 'ready',
        ...what,
        ...(await postageOf(act, input.postage, what)),
        recipient_id: recipient.id,
        recipient: recipient.name,
        address: input.address ?? '',
        tracking: input.tracking ?? null,
        stop_id: input.stopId ?? null,
        sender_id: act.principal.id,
        about_id: input.aboutId ?? null,
        note: input.note ?? '',
        ready_on: act.today,
        carrier: null,
        gone_on: null,
        ended_on: null,
        receipt_id: null,
        returned_why: null,
      })
      .execute()
    if (input.aboutId) await act.link(id, input.aboutId, 'sent')
    const number = numberOf({ year, serial })
    act.emit(c.outgoingAdded, { id, title, number }, [id, ...(recipient.id ? [recipient.id] : [])])
    return {
      output: { id, version: 1, number },
      undo: { command: 'post.cancel-outgoing', input: { id, expectedVersion: 1 } },
    }
  },
})

const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)

export const changeOutgoingBody = implementCommand(c.changeOutgoing, {
  locks: ({ id, expectedVersion }) => [{ kind: 'post-outgoing', id, expectedVersion }],
  load: (act, { id }) => outgoingOf(act, id),
  weigh: ({ postage }) => (postage ? { amount: postage } : {}),
  async run(act, input, row) {
    const { id } = input
    requireOutgoing(act, row, ['ready', 'gone'])
    if (input.stopId !== row.stop_id) await requireStop(act, input.stopId)
    const was = act.locked(id).title
    const renamed = input.recipientId !== undefined || input.recipient !== undefined
    const recipient = renamed
      ? await recipientOf(act, input.recipientId, input.recipient)
      : { id: row.recipient_id, name: row.recipient }
    const what = {
      sort: input.sort ?? row.sort,
      zone: input.zone ?? row.zone,
      grams: keep(input.grams, row.grams),
      pieces: input.pieces ?? row.pieces,
    }
    const byHand = input.postage === undefined && !row.postage_listed ? postageShown(row) : input.postage
    const facts = {
      ...what,
      ...(await postageOf(act, byHand, what)),
      recipient_id: recipient.id,
      recipient: recipient.name,
      address: input.address ?? row.address,
      tracking: keep(input.tracking, row.tracking),
      stop_id: keep(input.stopId, row.stop_id),
      note: input.note ?? row.note,
    }
    await updateOutgoing(act, id, facts)
    const title = input.title ?? was
    const body = [facts.recipient, facts.tracking, facts.address, facts.note].filter(Boolean).join('\n')
    const version = await act.changeRecord(id, { title, search: { body } })
    act.emit(c.outgoingChanged, { id, title, number: numberOf(row) }, [id])
    const postage = row.postage_listed ? null : postageShown(row)
    return {
      output: { id, version },
      undo: {
        command: 'post.change-outgoing',
        input: {
          id,
          expectedVersion: version,
          sort: row.sort,
          zone: row.zone,
          recipientId: row.recipient_id,
          recipient: row.recipient,
          address: row.address,
          title: was,
          grams: row.grams,
          pieces: row.pieces,
          tracking: row.tracking,
          stopId: row.stop_id,
          note: row.note,
          postage: postage && money().encode(postage),
        },
      },
    }
  },
})

export const cancelOutgoingBody = implementCommand(c.cancelOutgoing, {
  locks: ({ id, expectedVersion }) => [{ kind: 'post-outgoing', id, expectedVersion }],
  load: (act, { id }) => outgoingOf(act, id),
  async run(act, { id }, row) {
    requireOutgoing(act, row, ['ready'])
    await updateOutgoing(act, id, { state: 'cancelled' })
    const version = await act.changeRecord(id)
    act.emit(c.outgoingCancelled, { id, title: act.locked(id).title, number: numberOf(row) }, [id])
    return {
      output: { id, version },
      undo: { command: 'post.restore-outgoing', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreOutgoingBody = implementCommand(c.restoreOutgoing, {
  locks: ({ id, expectedVersion }) => [{ kind: 'post-outgoing', id, expectedVersion }],
  load: (act, { id }) => outgoingOf(act, id),
  async run(act, { id }, row) {
    requireOutgoing(act, row, ['cancelled'])
    await updateOutgoing(act, id, { state: 'ready' })
    const version = await act.changeRecord(id)
    act.emit(c.outgoingRestored, { id, title: act.locked(id).title, number: numberOf(row) }, [id])
    return {
      output: { id, version },
      undo: { command: 'post.cancel-outgoing', input: { id, expectedVersion: version } },
    }
  },
})

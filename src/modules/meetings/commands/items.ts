import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { itemOf, type ItemRow, itemsOf, lockOf, meetingFor, papersOf, requirePeople } from '../meeting-row.ts'
import type { MeetingsTables } from '../tables.ts'

async function writePapers(act: Act, id: string, itemId: string, documents: readonly string[]): Promise<void> {
  const db = act.db<MeetingsTables>()
  await db
    .deleteFrom('meetings.item_paper')
    .where('organisation_id', '=', act.office.id)
    .where('meeting_id', '=', id)
    .where('item_id', '=', itemId)
    .execute()
  const rows = []
  for (const document_id of new Set(documents)) {
    await requireVisible(act, document_id, ['document'])
    rows.push({ organisation_id: act.office.id, meeting_id: id, item_id: itemId, document_id })
  }
  if (rows.length > 0) await db.insertInto('meetings.item_paper').values(rows).execute()
}

/** Puts one at a place and the others around it; places are told apart only when the act ends. */
async function place(act: Act, id: string, itemId: string, at: number): Promise<void> {
  const others = (await itemsOf(act, id)).filter(one => one.id !== itemId).map(one => one.id)
  const order = others.toSpliced(Math.min(at, others.length + 1) - 1, 0, itemId)
  for (const [index, one] of order.entries())
    await act
      .db<MeetingsTables>()
      .updateTable('meetings.item')
      .set({ position: index + 1 })
      .where('organisation_id', '=', act.office.id)
      .where('meeting_id', '=', id)
      .where('id', '=', one)
      .execute()
}

async function told(act: Act, id: string, item: string): Promise<number> {
  const items = await itemsOf(act, id)
  const version = await act.changeRecord(id, {
    search: { body: items.map(one => `${one.title}\n${one.note}`).join('\n') },
  })
  act.emit(c.agendaChanged, { id, title: act.locked(id).title, item }, [id])
  return version
}

export const addItemBody = implementCommand(c.addItem, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.addItem, id),
  async run(act, input) {
    const { id, title } = input
    await requirePeople(act, [input.ownerId])
    const itemId = input.itemId ?? act.newId()
    const last = (await itemsOf(act, id)).at(-1)?.position ?? 0
    await act
      .db<MeetingsTables>()
      .insertInto('meetings.item')
      .values({
        organisation_id: act.office.id,
        meeting_id: id,
        id: itemId,
        position: last + 1,
        kind: input.kind,
        title,
        owner_id: input.ownerId ?? null,
        minutes: input.minutes ?? null,
        note: input.note ?? '',
        standing: input.standing ?? false,
        finished: input.finished ?? false,
        carried_id: null,
      })
      .execute()
    await writePapers(act, id, itemId, input.documentIds ?? [])
    if (input.position) await place(act, id, itemId, input.position)
    const version = await told(act, id, title)
    return {
      output: { id, version, itemId },
      undo: { command: 'meetings.remove-item', input: { id, expectedVersion: version, itemId } },
    }
  },
})

const factsOf = (item: ItemRow, documentIds: readonly string[]) => ({
  title: item.title,
  kind: item.kind,
  ownerId: item.owner_id,
  minutes: item.minutes,
  note: item.note,
  standing: item.standing,
  documentIds,
  position: item.position,
})

export const changeItemBody = implementCommand(c.changeItem, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.changeItem, id),
  async run(act, input) {
    const { id, itemId, documentIds, position } = input
    const before = await itemOf(act, id, itemId)
    const papers = (await papersOf(act, id)).get(itemId) ?? []
    await requirePeople(act, [input.ownerId])
    await act
      .db<MeetingsTables>()
      .updateTable('meetings.item')
      .set({
        title: input.title ?? before.title,
        kind: input.kind ?? before.kind,
        owner_id: input.ownerId === undefined ? before.owner_id : input.ownerId,
        minutes: input.minutes === undefined ? before.minutes : input.minutes,
        note: input.note ?? before.note,
        standing: input.standing ?? before.standing,
        finished: input.finished ?? before.finished,
      })
      .where('organisation_id', '=', act.office.id)
      .where('meeting_id', '=', id)
      .where('id', '=', itemId)
      .execute()
    if (documentIds) await writePapers(act, id, itemId, documentIds)
    if (position) await place(act, id, itemId, position)
    const version = await told(act, id, input.title ?? before.title)
    return {
      output: { id, version },
      undo: {
        command: 'meetings.change-item',
        input: { id, expectedVersion: version, itemId, finished: before.finished, ...factsOf(before, papers) },
      },
    }
  },
})

export const removeItemBody = implementCommand(c.removeItem, {
  locks: input => lockOf(input),
  load: (act, { id }) => meetingFor(act, c.removeItem, id),
  async run(act, { id, itemId }) {
    const before = await itemOf(act, id, itemId)
    const papers = (await papersOf(act, id)).get(itemId) ?? []
    await act
      .db<MeetingsTables>()
      .deleteFrom('meetings.item')
      .where('organisation_id', '=', act.office.id)
      .where('meeting_id', '=', id)
      .where('id', '=', itemId)
      .execute()
    const version = await told(act, id, before.title)
    return {
      output: { id, version },
      undo: {
        command: 'meetings.add-item',
        input: { id, expectedVersion: version, itemId, finished: before.finished, ...factsOf(before, papers) },
      },
    }
  },
})

import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { addItem, itemChanged, itemsFull, removeItem, tickItem, untickItem } from '../contract.ts'
import { itemFigures, itemOf, mostItems, newItem } from '../checklist.ts'
import { matterOf, requireState, titleOf } from '../matter-row.ts'
import type { MattersTables } from '../tables.ts'

export const addItemBody = implementCommand(addItem, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter', id, expectedVersion }],
  load: (act, { id }) => matterOf(act, id),
  async run(act, { id, text, ticked }, matter) {
    requireState(act, matter, 'matters.add-item')
    const { items, last } = await itemFigures(act, id)
    if (items >= mostItems) act.refuse(itemsFull, { most: mostItems })
    const made = newItem(act, id, text, last + 1)
    const item = ticked ? { ...made, ticked_at: act.at, ticked_by_id: act.principal.id } : made
    await act.db<MattersTables>().insertInto('matters.checklist_item').values(item).execute()
    const version = await act.changeRecord(id)
    act.emit(itemChanged, { id, title: titleOf(matter), itemId: item.id, text, how: 'added' }, [id])
    return {
      output: { id, version, itemId: item.id },
      undo: { command: 'matters.remove-item', input: { id, expectedVersion: version, itemId: item.id } },
    }
  },
})

async function setTicked(act: Act, id: string, itemId: string, ticked: boolean): Promise<void> {
  await act
    .db<MattersTables>()
    .updateTable('matters.checklist_item')
    .set({ ticked_at: ticked ? act.at : null, ticked_by_id: ticked ? act.principal.id : null })
    .where('organisation_id', '=', act.office.id)
    .where('matter_id', '=', id)
    .where('id', '=', itemId)
    .execute()
}

const ticking = (command: typeof tickItem, ticked: boolean) =>
  implementCommand(command, {
    locks: ({ id, expectedVersion }) => [{ kind: 'matter', id, expectedVersion }],
    load: (act, { id }) => matterOf(act, id),
    async run(act, { id, itemId }, matter) {
      requireState(act, matter, command.name as 'matters.tick-item')
      const item = await itemOf(act, id, itemId)
      await setTicked(act, id, itemId, ticked)
      const version = await act.changeRecord(id)
      const how = ticked ? ('ticked' as const) : ('unticked' as const)
      act.emit(itemChanged, { id, title: titleOf(matter), itemId, text: item.text, how }, [id])
      const was = item.ticked_at !== null ? 'matters.tick-item' : 'matters.untick-item'
      return { output: { id, version }, undo: { command: was, input: { id, expectedVersion: version, itemId } } }
    },
  })

export const tickItemBody = ticking(tickItem, true)
export const untickItemBody = ticking(untickItem, false)

export const removeItemBody = implementCommand(removeItem, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter', id, expectedVersion }],
  load: (act, { id }) => matterOf(act, id),
  async run(act, { id, itemId }, matter) {
    requireState(act, matter, 'matters.remove-item')
    const item = await itemOf(act, id, itemId)
    await act
      .db<MattersTables>()
      .deleteFrom('matters.checklist_item')
      .where('organisation_id', '=', act.office.id)
      .where('matter_id', '=', id)
      .where('id', '=', itemId)
      .execute()
    const version = await act.changeRecord(id)
    act.emit(itemChanged, { id, title: titleOf(matter), itemId, text: item.text, how: 'removed' }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'matters.add-item',
        input: { id, expectedVersion: version, text: item.text, ...(item.ticked_at ? { ticked: true } : {}) },
      },
    }
  },
})

import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  discardRow,
  discardRows,
  restoreRow,
  restoreRows,
  rowDiscarded,
  rowNotDiscarded,
  rowsDiscarded,
  rowsRestored,
  rowTakenIn,
  rowTakenOut,
  valueTaken,
} from '../contract.ts'
import { bringBack, discard } from '../discarding.ts'
import { raiseVersions, type Register, writableRegister } from '../register-row.ts'
import { remindersOf } from '../reminders.ts'
import type { RegistersTables } from '../tables.ts'
import { rowOf } from './change-row.ts'

const locks = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'register-row', id, expectedVersion },
]
const constraints = { value_unique: valueTaken }

export const discardRowBody = implementCommand(discardRow, {
  locks: input => locks(input),
  async run(act, { id }) {
    const row = await rowOf(act, id)
    const register = await writableRegister(act, row.register_id)
    const { title } = act.locked(id)
    if (row.discarded_at) act.refuse(rowDiscarded, { id, title })
    await discard(act, [id])
    const version = await act.changeRecord(id)
    const withdrawn = await remindersOf(act, id, null)
    act.emit(
      rowTakenOut,
      { id, title, register: register.name, ...(withdrawn.length > 0 ? { workWithdrawn: withdrawn } : {}) },
      [id],
    )
    return {
      output: { id, version },
      undo: { command: 'registers.restore-row', input: { id, expectedVersion: version } },
    }
  },
})

export const restoreRowBody = implementCommand(restoreRow, {
  locks: input => locks(input),
  async run(act, { id }) {
    const row = await rowOf(act, id)
    const register = await writableRegister(act, row.register_id)
    const { title } = act.locked(id)
    if (!row.discarded_at) act.refuse(rowNotDiscarded, { id, title })
    await bringBack(act, [id])
    const version = await act.changeRecord(id)
    act.emit(rowTakenIn, { id, title, register: register.name }, [id])
    return {
      output: { id, version },
      undo: { command: 'registers.discard-row', input: { id, expectedVersion: version } },
    }
  },
  constraints,
})

/** Rows of one register, all in it or all taken out. */
async function requireRows(act: Act, register: Register, ids: readonly string[], discarded: boolean): Promise<void> {
  const rows = await act
    .db<RegistersTables>()
    .selectFrom('registers.row')
    .select(['id', 'register_id', 'discarded_at'])
    .where('organisation_id', '=', act.office.id)
    .where('register_id', '=', register.id)
    .where('id', 'in', [...ids])
    .execute()
  const wrong = ids.find(id => {
    const row = rows.find(one => one.id === id)
    return !row || (row.discarded_at !== null) !== discarded
  })
  if (wrong) act.refuse(discarded ? rowNotDiscarded : rowDiscarded, { id: wrong, title: act.locked(wrong).title })
}

const lockMany = ({ id, ids }: { id: string; ids: readonly string[] }) => [
  { kind: 'register', id },
  ...ids.map(rowId => ({ kind: 'register-row', id: rowId })),
]

export const discardRowsBody = implementCommand(discardRows, {
  locks: input => lockMany(input),
  async run(act, { id, ids }) {
    const register = await writableRegister(act, id)
    await requireRows(act, register, ids, false)
    await discard(act, ids)
    await raiseVersions(act, ids)
    act.emit(rowsDiscarded, { id, name: register.plural, count: ids.length }, [id, ...ids])
    return { output: { count: ids.length }, undo: { command: 'registers.restore-rows', input: { id, ids } } }
  },
})

export const restoreRowsBody = implementCommand(restoreRows, {
  locks: input => lockMany(input),
  async run(act, { id, ids }) {
    const register = await writableRegister(act, id)
    await requireRows(act, register, ids, true)
    await bringBack(act, ids)
    await raiseVersions(act, ids)
    act.emit(rowsRestored, { id, name: register.plural, count: ids.length }, [id, ...ids])
    return { output: { count: ids.length }, undo: { command: 'registers.discard-rows', input: { id, ids } } }
  },
  constraints,
})

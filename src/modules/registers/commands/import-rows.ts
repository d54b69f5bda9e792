import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { importEmpty, importRows, importUndone, importUnknown, rowsImported, undoImport } from '../contract.ts'
import { discard } from '../discarding.ts'
import { fieldsOf } from '../fields.ts'
import { noteHappenings } from '../happenings.ts'
import { planImport } from '../import-plan.ts'
import { raiseVersions, writableRegister } from '../register-row.ts'
import { insertRows } from '../write-rows.ts'

export const importRowsBody = implementCommand(importRows, {
  locks: ({ id }) => [{ kind: 'register', id }],
  async run(act, { id, text, columns, withRules, sourceId }) {
    const register = await writableRegister(act, id)
    if (sourceId) await needVisible(act, sourceId)
    const fields = await fieldsOf(act, id)
    const plan = await planImport(act, fields, { text, columns })
    const good = plan.rows.filter(row => row.problems.length === 0)
    if (good.length === 0) act.refuse(importEmpty)
    const importId = act.newId()
    const rows = good.map(({ values }) => ({ id: act.newId(), values }))
    await insertRows(act, register, fields, rows, importId, sourceId ?? null)
    const ids = rows.map(row => row.id)
    act.emit(rowsImported, { id, name: register.plural, count: rows.length }, [id, ...ids])
    // dates are looked at whatever was asked: a reminder that nobody gets is worth nothing
    await noteHappenings(act, id, withRules ? ids : [], 'added', [], [])
    return {
      output: { importId, added: rows.length, left: plan.rows.length - good.length },
      undo: { command: 'registers.undo-import', input: { id, importId } },
    }
  },
})

/** What one may not see is no source: refused in the words of what is not there. */
async function needVisible(act: Act, id: string): Promise<void> {
  const { rows } = await sql`select from (${visibleRecords(act).selectAll()}) r where id = ${id}`.execute(act.db())
  if (rows.length === 0) act.refuse(kernelRefusals.notFound, { kind: 'document', id })
}

export const undoImportBody = implementCommand(undoImport, {
  locks: ({ id }) => [{ kind: 'register', id }],
  async run(act, { id, importId }) {
    const register = await writableRegister(act, id)
    const { rows } = await sql<{ id: string; untouched: boolean }>`
      select w.id, r.version = 1 as untouched from registers.row w
      join kernel.record r on r.organisation_id = w.organisation_id and r.id = w.id
      where w.organisation_id = ${act.office.id} and w.register_id = ${id} and w.import_id = ${importId} and w.discarded_at is null
      order by r.kind, r.id for no key update of r`.execute(act.db())
    if (rows.length === 0) act.refuse(importUnknown, { importId })
    const ids = rows.filter(row => row.untouched).map(row => row.id)
    await discard(act, ids)
    await raiseVersions(act, ids)
    const kept = rows.length - ids.length
    act.emit(importUndone, { id, name: register.plural, count: ids.length, kept }, [id, ...ids])
    return { output: { count: ids.length, kept } }
  },
})

import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { importUndone, importUnknown, undoImport } from '../contract.ts'

export const undoImportBody = implementCommand(undoImport, {
  async run(act, { importId }) {
    const { rows } = await sql<{ id: string; untouched: boolean }>`
      select p.id, r.version = 1 and r.merged_into is null as untouched
      from directory.party p join kernel.record r on r.organisation_id = p.organisation_id and r.id = p.id
      where p.organisation_id = ${act.office.id} and p.import_id = ${importId} and p.retired_at is null
      order by r.kind, r.id for no key update of r`.execute(act.db())
    if (rows.length === 0) act.refuse(importUnknown, { importId })
    const ids = rows.filter(row => row.untouched).map(row => row.id)
    const where = sql`where organisation_id = ${act.office.id} and`
    await sql`update directory.party set retired_at = ${act.at} ${where} id = any(${ids}::uuid[])`.execute(act.db())
    await sql`update kernel.record set version = version + 1, changed_at = ${act.at} ${where} id = any(${ids}::uuid[])`.execute(
      act.db(),
    )
    await sql`delete from directory.party_key ${where} party_id = any(${ids}::uuid[])`.execute(act.db())
    act.emit(importUndone, { importId, count: ids.length, kept: rows.length - ids.length }, ids)
    return { output: { count: ids.length, kept: rows.length - ids.length } }
  },
})

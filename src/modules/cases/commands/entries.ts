import { sql } from 'kysely'
import { type Act, implementCommand, type View } from '../../../kernel/implement.ts'
import { type CaseRow, caseOf, type EntryRow, entriesOf, insertEntry, searchOf, told } from '../case-row.ts'
import * as c from '../contract.ts'

/** The case has changed; what is said in it is found. */
async function changed(act: Act, row: CaseRow): Promise<number> {
  const texts = (await entriesOf(act, row.id)).map(entry => entry.body)
  return act.changeRecord(row.id, { search: searchOf(row, texts) })
}

export async function requireEntry(act: Act, id: string, entryId: string): Promise<EntryRow> {
  return (await entriesOf(act, id)).find(entry => entry.id === entryId) ?? act.refuse(c.entryUnknown)
}

export const addEntryBody = implementCommand(c.addEntry, {
  locks: ({ id, expectedVersion }) => [{ kind: 'case', id, expectedVersion }],
  load: (act, { id }) => caseOf(act, id),
  async run(act, { id, what, body }, row) {
    const entryId = insertEntry(act, id, { what, body: body.trim(), language: row.language })
    const version = await changed(act, row)
    act.emit(c.entryAdded, told(row, act.locked(id).title), [id])
    return {
      output: { id, version, entryId },
      undo: { command: c.removeEntry.name, input: { id, expectedVersion: version, entryId } },
    }
  },
})

export const removeEntryBody = implementCommand(c.removeEntry, {
  locks: ({ id, expectedVersion }) => [{ kind: 'case', id, expectedVersion }],
  load: (act, { id }) => caseOf(act, id),
  async run(act, { id, entryId }, row) {
    const entry = await requireEntry(act, id, entryId)
    if (entry.what === 'answer') act.refuse(c.entryUnknown)
    act.write(
      sql`delete from cases.entry where organisation_id = ${act.office.id} and case_id = ${id} and id = ${entryId}`,
    )
    const version = await changed(act, row)
    act.emit(c.entryRemoved, told(row, act.locked(id).title), [id])
    return { output: { id, version } }
  },
})

/** Where an answer by mail goes: the address given with the case, else the customer's own. */
export async function addressOf(
  at: Pick<Act | View, 'db' | 'office'>,
  row: Pick<CaseRow, 'contact_email' | 'party_id'>,
): Promise<string | null> {
  if (row.contact_email || !row.party_id) return row.contact_email
  const { rows } = await sql<{ email: string }>`
    select email from directory.mail_fact where organisation_id = ${at.office.id} and party_id = ${row.party_id}
    order by email limit 1`.execute(at.db())
  return rows[0]?.email ?? null
}

import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { bringBack, bringBackDue, documentBroughtBack } from '../contract.ts'
import { documentOf, requireState } from '../document-store.ts'

async function putBack(act: Act, ids: readonly string[]): Promise<void> {
  await sql`
    update documents.document set state = state_before, state_before = null, set_aside_until = null
    where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[])`.execute(act.db())
}

export const bringBackBody = implementCommand(bringBack, {
  locks: ({ id, expectedVersion }) => [{ kind: 'document', id, expectedVersion }],
  load: (act, { id }) => documentOf(act, id),
  async run(act, { id }, row) {
    requireState(act, 'bring-back', row)
    await putBack(act, [id])
    const version = await act.changeRecord(id)
    act.emit(documentBroughtBack, { documentId: id, name: act.locked(id).title }, [id])
    const untilOn = row.set_aside_until ? { untilOn: row.set_aside_until.toString() } : {}
    return {
      output: { version },
      undo: { command: 'documents.set-aside', input: { id, expectedVersion: version, ...untilOn } },
    }
  },
})

/** The day has come for which a paper was set aside: locked in the order in which every act locks records. */
async function lockDue(act: Act): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    with due as (
      select r.id, r.title from kernel.record r
      join documents.document d on d.organisation_id = r.organisation_id and d.id = r.id
      where r.organisation_id = ${act.office.id} and r.kind = 'document' and d.state = 'set-aside' and d.set_aside_until <= ${act.today}
      order by r.kind, r.id limit 1000 for no key update of r)
    update kernel.record r set version = r.version + 1, changed_at = ${act.at} from due
    where r.organisation_id = ${act.office.id} and r.id = due.id returning r.id, r.title`.execute(act.db())
  return rows
}

export const bringBackDueBody = implementCommand(bringBackDue, {
  async run(act) {
    const due = await lockDue(act)
    await putBack(
      act,
      due.map(({ id }) => id),
    )
    for (const { id, title } of due) act.emit(documentBroughtBack, { documentId: id, name: title }, [id])
    return { output: { count: due.length } }
  },
})

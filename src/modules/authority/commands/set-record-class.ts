import { sql } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import { implementCommand } from '../../../kernel/implement.ts'
import { recordClassSet, refusals, setRecordClass } from '../contract.ts'

/** Whether every id is a principal or a role of this office. */
async function areAudiences(act: Act, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)]
  const { rows } = await sql<{ known: bigint }>`
    select count(*) as known from kernel.record
    where organisation_id = ${act.office.id} and id = any(${wanted}::uuid[]) and kind in ('principal', 'role')`.execute(
    act.db(),
  )
  return Number(rows[0]!.known) === wanted.length
}

export const setRecordClassBody = implementCommand(setRecordClass, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  async run(act, { id, kind, class: level, audience }) {
    const before = act.locked(id)
    if (level > act.principal.clearance) act.refuse(refusals.classAboveClearance, { field: 'class' })
    if (audience) {
      if (!(await areAudiences(act, audience))) act.refuse(refusals.audienceUnknown, { field: 'audience' })
      if (!audience.some(one => act.principal.audiences.includes(one)))
        act.refuse(refusals.audienceWithoutYou, { field: 'audience' })
    }
    const version = await act.changeRecord(id, { class: level, audience })
    act.emit(recordClassSet, { id, title: before.title, class: level, audience }, [id])
    const input = { id, kind, class: before.class, audience: before.audience, expectedVersion: version }
    return { output: { id, version }, undo: { command: 'authority.set-record-class', input } }
  },
})

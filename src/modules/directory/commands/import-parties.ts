import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { importParties, partiesImported } from '../contract.ts'
import { findAlikeSoon } from '../find-alike-soon.ts'
import { nameKey } from '../names.ts'
import { insertParties, type NewPlanned } from '../table/insert-parties.ts'
import { type ImportPlan, planImport } from '../table/plan-import.ts'

export const importPartiesBody = implementCommand(importParties, {
  load: (act, input) => planImport(act, input),
  async run(act, { sourceId }, plan) {
    if (sourceId) await needVisible(act, sourceId)
    const importId = act.newId()
    const fresh = plan.parties
      .filter(party => party.knownAs === null && party.repeats === null)
      .map(party => ({ ...party, id: act.newId() }))
    await insertParties(act, fresh, importId, sourceId ?? null)
    await insertMemberships(act, plan, fresh)
    if (fresh.length > 0) findAlikeSoon(act)
    const known = plan.parties.length - fresh.length
    act.emit(
      partiesImported,
      { importId, count: fresh.length, known },
      fresh.map(party => party.id),
    )
    const people = fresh.filter(party => party.read.kind === 'person').length
    return {
      output: {
        importId,
        created: fresh.length,
        people,
        organisations: fresh.length - people,
        known,
        unusable: [...plan.unusable],
      },
      ...(fresh.length > 0 ? { undo: { command: 'directory.undo-import' as const, input: { importId } } } : {}),
    }
  },
})

/** What one may not see is no source: refused in the words of what is not there. */
async function needVisible(act: Act, id: string): Promise<void> {
  const { rows } = await sql`select from (${visibleRecords(act).selectAll()}) r where id = ${id}`.execute(act.db())
  if (rows.length === 0) act.refuse(kernelRefusals.notFound, { kind: 'document', id })
}

/** The people whose rows name an employer belong to it, be it new or known. */
async function insertMemberships(act: Act, plan: ImportPlan, fresh: readonly NewPlanned[]): Promise<void> {
  const employers = new Map<string, string>()
  for (const { read, knownAs } of plan.parties)
    if (read.kind === 'organisation' && knownAs) employers.set(nameKey(read.name), knownAs.id)
  for (const { read, id } of fresh) if (read.kind === 'organisation') employers.set(nameKey(read.name), id)
  const rows = fresh.flatMap(({ id, read }) => {
    const employer = read.organisation ? employers.get(nameKey(read.organisation)) : undefined
    return employer ? [{ id, employer, role: read.role ?? '' }] : []
  })
  await sql`
    insert into directory.membership (organisation_id, person_id, member_of_id, role)
    select ${act.office.id}, m.person_id, m.member_of_id, m.role
    from unnest(${rows.map(row => row.id)}::uuid[], ${rows.map(row => row.employer)}::uuid[], ${rows.map(row => row.role)}::text[]) as m (person_id, member_of_id, role)`.execute(
    act.db(),
  )
}

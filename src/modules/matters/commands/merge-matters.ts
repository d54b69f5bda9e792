import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  matterLaxer,
  matterNotMerged,
  matterSame,
  mattersMerged,
  mattersUnmerged,
  mergeMatters,
  unmergeMatters,
} from '../contract.ts'
import { follow, unfollow } from '../binding.ts'
import { matterOf, requireState, titleOf } from '../matter-row.ts'

/** What the other brings would be seen by more than saw it there: the kept one must be at least as strict. */
function requireStrictness(act: Act, id: string, mergedId: string): void {
  const [kept, merged] = [act.locked(id), act.locked(mergedId)]
  const narrow =
    merged.audience === null || (kept.audience !== null && kept.audience.every(one => merged.audience!.includes(one)))
  if (kept.class < merged.class || !narrow) act.refuse(matterLaxer, { title: kept.title, merged: merged.title })
}

interface Moved {
  readonly record_id: string
}

/** Moves all that one matter holds to the other; what both hold stays where it is. */
async function moveHoldings(act: Act, from: string, to: string): Promise<void> {
  const org = act.office.id
  const { rows } = await sql<Moved>`
    update matters.binding b set matter_id = ${to}, moved_from_id = ${from} where organisation_id = ${org} and matter_id = ${from}
      and not exists (select from matters.binding o where o.organisation_id = ${org} and o.matter_id = ${to} and o.record_id = b.record_id)
    returning record_id`.execute(act.db())
  for (const { record_id: recordId } of rows) {
    await act.link(to, recordId, 'matter')
    await follow(act, recordId, to)
  }
  await sql`
    update matters.party p set matter_id = ${to}, moved_from_id = ${from} where organisation_id = ${org} and matter_id = ${from}
      and not exists (select from matters.party o where o.organisation_id = ${org} and o.matter_id = ${to} and o.party_id = p.party_id and o.role = p.role)`.execute(
    act.db(),
  )
  await sql`
    update matters.checklist_item set matter_id = ${to}, moved_from_id = ${from},
      position = position + coalesce((select max(position) from matters.checklist_item o where o.organisation_id = ${org} and o.matter_id = ${to}), 0)
    where organisation_id = ${org} and matter_id = ${from}`.execute(act.db())
}

/** Moves back what a merged matter brought and still lies here. */
async function moveBack(act: Act, from: string, to: string): Promise<void> {
  const org = act.office.id
  const { rows } = await sql<Moved>`
    update matters.binding set matter_id = ${to}, moved_from_id = null where organisation_id = ${org} and matter_id = ${from} and moved_from_id = ${to}
    returning record_id`.execute(act.db())
  for (const { record_id: recordId } of rows) {
    await act.unlink(from, recordId, 'matter')
    await unfollow(act, recordId, from)
  }
  await sql`update matters.party set matter_id = ${to}, moved_from_id = null where organisation_id = ${org} and matter_id = ${from} and moved_from_id = ${to}`.execute(
    act.db(),
  )
  await sql`update matters.checklist_item set matter_id = ${to}, moved_from_id = null where organisation_id = ${org} and matter_id = ${from} and moved_from_id = ${to}`.execute(
    act.db(),
  )
}

export const mergeMattersBody = implementCommand(mergeMatters, {
  locks: ({ id, mergedId, expectedVersion }) => [
    { kind: 'matter', id, expectedVersion },
    { kind: 'matter', id: mergedId },
  ],
  load: (act, { id }) => matterOf(act, id),
  async run(act, { id, mergedId }, matter) {
    if (id === mergedId) act.refuse(matterSame, { title: titleOf(matter) })
    requireState(act, matter, 'matters.merge-matters')
    const merged = await matterOf(act, mergedId)
    requireState(act, merged, 'matters.merge-matters')
    requireStrictness(act, id, mergedId)
    await moveHoldings(act, mergedId, id)
    await act.mergeRecord(mergedId, id)
    const version = await act.changeRecord(id, {
      search: { body: `${matter.note}\n${titleOf(merged)}\n${merged.note}` },
    })
    act.emit(mattersMerged, { id, title: titleOf(matter), mergedId, mergedTitle: titleOf(merged) }, [id, mergedId])
    return {
      output: { id, version },
      undo: { command: 'matters.unmerge-matters', input: { id, expectedVersion: version, mergedId } },
    }
  },
})

export const unmergeMattersBody = implementCommand(unmergeMatters, {
  locks: ({ id, expectedVersion }) => [{ kind: 'matter', id, expectedVersion }],
  load: (act, { id }) => matterOf(act, id),
  async run(act, { id, mergedId }, matter) {
    const { rows } = await sql<{ title: string }>`
      update kernel.record set merged_into = null, version = version + 1, changed_at = ${act.at}
      where organisation_id = ${act.office.id} and id = ${mergedId} and merged_into = ${id} and kind = 'matter' returning title`.execute(
      act.db(),
    )
    const [merged] = rows
    if (!merged) return act.refuse(matterNotMerged, { id: mergedId })
    await moveBack(act, id, mergedId)
    const version = await act.changeRecord(id, { search: { body: matter.note } })
    act.emit(mattersUnmerged, { id, title: titleOf(matter), mergedId, mergedTitle: merged.title }, [id, mergedId])
    return {
      output: { id, version },
      undo: { command: 'matters.merge-matters', input: { id, expectedVersion: version, mergedId } },
    }
  },
})

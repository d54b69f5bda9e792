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

/** Whether it has been set apart from what it was made from. */
export async function standsApart(act: Act, id: string): Promise<boolean> {
  const { rows } = await sql<{ apart: boolean }>`
    select own_class is null and exists (
      select from kernel.derivation d where d.organisation_id = r.organisation_id and d.record_id = r.id) as apart
    from kernel.record r where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
  return rows[0]!.apart
}

const sameAudience = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  a === null || b === null ? a === b : JSON.stringify(a.toSorted()) === JSON.stringify([...new Set(b)].toSorted())

export interface Wanted {
  readonly class: number
  readonly audience: readonly string[] | null
  readonly apart: boolean
}

/** Refuses what its author may not lay down, or would be shut out by. */
export async function requireWithin(
  act: Act,
  { class: level, audience }: Partial<Pick<Wanted, 'class' | 'audience'>>,
): Promise<void> {
  if (level !== undefined && level > act.principal.clearance)
    act.refuse(refusals.classAboveClearance, { field: 'class' })
  if (!audience) return
  if (!(await areAudiences(act, audience))) act.refuse(refusals.audienceUnknown, { field: 'audience' })
  if (!audience.some(one => act.principal.audiences.includes(one)))
    act.refuse(refusals.audienceWithoutYou, { field: 'audience' })
}

/** Sets one locked record; gives how it was. */
export async function setStanding(act: Act, id: string, wanted: Wanted): Promise<Wanted> {
  const [before, apart] = [act.locked(id), await standsApart(act, id)]
  await act.changeRecord(id, { class: wanted.class, audience: wanted.audience, follows: !wanted.apart })
  const { class: now, audience: those } = act.locked(id)
  if (now !== wanted.class || !sameAudience(those, wanted.audience))
    act.refuse(refusals.classBelowSource, { field: 'class' })
  act.emit(recordClassSet, { id, title: before.title, class: wanted.class, audience: wanted.audience }, [id])
  return { class: before.class, audience: before.audience, apart }
}

export const setRecordClassBody = implementCommand(setRecordClass, {
  locks: ({ id, kind, expectedVersion }) => [{ kind, id, expectedVersion }],
  async run(act, { id, kind, ...wanted }) {
    await requireWithin(act, wanted)
    const { apart, ...was } = await setStanding(act, id, wanted)
    const { version } = act.locked(id)
    const input = { id, kind, ...was, ...(apart ? { apart } : {}), expectedVersion: version }
    return { output: { id, version }, undo: { command: 'authority.set-record-class', input } }
  },
})

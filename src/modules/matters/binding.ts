/** Binding records to a matter, and letting them go. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { recordBound, recordNotBindable, recordNotBound } from './contract.ts'
import { visibleRecord } from './matter-row.ts'
import type { MattersTables } from './tables.ts'

/** People have a role in a matter instead; what belongs to the machine belongs to no matter; a matter is merged. */
const unbindable = new Set([
  'principal',
  'role',
  'mandate',
  'approval',
  'absence',
  'person',
  'organisation',
  'matter',
  'matter-kind',
  'class-code',
  'intake-rule',
  'goal',
])

/** Binds a record that the principal may see; it follows the matter's class from now on. */
export async function bind(act: Act, matterId: string, recordId: string): Promise<void> {
  const record = await visibleRecord(act, recordId)
  if (unbindable.has(record.kind)) act.refuse(recordNotBindable, { title: record.title })
  const { rows } = await sql<{ matter: string }>`
    select m.title as matter from matters.binding b join kernel.record m on m.organisation_id = b.organisation_id and m.id = b.matter_id
    where b.organisation_id = ${act.office.id} and b.record_id = ${recordId} and b.matter_id = ${matterId}`.execute(
    act.db(),
  )
  if (rows[0]) act.refuse(recordBound, { title: record.title, matter: rows[0].matter })
  await act
    .db<MattersTables>()
    .insertInto('matters.binding')
    .values({
      organisation_id: act.office.id,
      matter_id: matterId,
      record_id: recordId,
      follows: await follow(act, recordId, matterId),
      bound_at: act.at,
      bound_by_id: act.principal.id,
      moved_from_id: null,
    })
    .execute()
  await act.link(matterId, recordId, 'matter')
}

/** Takes a record out of a matter; what it was by itself it is again. */
export async function unbind(act: Act, matterId: string, recordId: string): Promise<void> {
  await visibleRecord(act, recordId)
  const gone = await act
    .db<MattersTables>()
    .deleteFrom('matters.binding')
    .where('organisation_id', '=', act.office.id)
    .where('matter_id', '=', matterId)
    .where('record_id', '=', recordId)
    .returning(['follows', 'moved_from_id'])
    .executeTakeFirst()
  if (!gone) return act.refuse(recordNotBound, { id: recordId })
  if (gone.follows) await unfollow(act, recordId, matterId)
  if (gone.follows && gone.moved_from_id) await unfollow(act, recordId, gone.moved_from_id)
  await act.unlink(matterId, recordId, 'matter')
}

/** True where the record did not follow the matter before. */
export async function follow(act: Act, recordId: string, matterId: string): Promise<boolean> {
  const { rows } = await sql<{ follows: boolean }>`
    select matters.follow(${act.office.id}::uuid, ${recordId}::uuid, ${matterId}::uuid) as follows`.execute(act.db())
  return rows[0]!.follows
}

export async function unfollow(act: Act, recordId: string, matterId: string): Promise<void> {
  await sql`select matters.unfollow(${act.office.id}::uuid, ${recordId}::uuid, ${matterId}::uuid)`.execute(act.db())
}

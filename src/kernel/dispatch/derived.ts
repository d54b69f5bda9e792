/** How confidential a record is, and all that is made from it: the database lets the class follow, the walk hears of it. */
import { sql } from 'kysely'
import { send } from '../database/bound.ts'
import type { RecordChange, RecordRow } from '../implement.ts'
import type { Line, Walk } from './parts.ts'

type Standing = Pick<RecordRow, 'class' | 'audience'>

const derive = 'insert into kernel.derivation (organisation_id, record_id, source_id) select $1, $2, unnest($3::uuid[])'

/** Notes what a record is made from, and gives the class and audience that follow from it. */
export async function deriveFrom(walk: Walk, id: string, sources: readonly string[]): Promise<Standing> {
  const { client, unanswered } = walk.opened
  unanswered.add(send(client, derive, [walk.office.id, id, [...new Set(sources)]]))
  return standingOf(walk, id)
}

/** Whether a change says anything new of who may see the record. */
export function changesStanding(before: Standing, { class: level, audience, follows }: RecordChange): boolean {
  if (follows !== undefined) return true
  if (level !== undefined && level !== before.class) return true
  return audience !== undefined && JSON.stringify(audience) !== JSON.stringify(before.audience)
}

/**
 * Sets class and audience. Of a record that follows what it was made from these are its own, and it stays at least as
 * confidential as that; all that was made from it follows, and stands on the line too.
 */
export async function setStanding(walk: Walk, line: Line, id: string, change: RecordChange): Promise<Standing> {
  const { tx } = walk.opened
  const level = change.class ?? null
  const audience = change.audience ? [...change.audience] : null
  const keeps = change.audience === undefined
  await sql`
    with derived as (
      select case when ${change.follows === undefined} then own_class is not null else ${change.follows ?? false} and exists (
        select from kernel.derivation d where d.organisation_id = r.organisation_id and d.record_id = r.id) end as follows
      from kernel.record r where organisation_id = ${walk.office.id} and id = ${id})
    update kernel.record set
      class = coalesce(${level}::smallint, class), audience = case when ${keeps} then audience else ${audience}::uuid[] end,
      own_class = case when follows then coalesce(${level}::smallint, own_class, class) end,
      own_audience = case when not follows then null when not ${keeps} then ${audience}::uuid[]
        when own_class is null then audience else own_audience end
    from derived where organisation_id = ${walk.office.id} and id = ${id}`.execute(tx)
  const { rows } = await sql<Standing & { id: string }>`select * from kernel.made_from(${id})`.execute(tx)
  for (const { id: made, ...standing } of rows) {
    const known = walk.locked.get(made)
    if (known) walk.locked.set(made, { ...known, ...standing })
    line.records.touch(made)
  }
  return standingOf(walk, id)
}

async function standingOf(walk: Walk, id: string): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select class, audience from kernel.record where organisation_id = ${walk.office.id} and id = ${id}`.execute(
    walk.opened.tx,
  )
  return rows[0]!
}

/** A post that is out everywhere is done, and where it comes again and again its next one is planned. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import * as c from './contract.ts'
import { dbOf, placementsOf, type PublicationRow, searchOf, updatePublication } from './rows.ts'
import { nextTime } from './rule.ts'
import { nextTask } from './tasks.ts'

const ended = (state: c.PlacementState): boolean => state === 'published' || state === 'skipped'

/** Called after each step of a placement. */
export async function endWhereDone(act: Act, row: PublicationRow & { readonly title: string }): Promise<void> {
  const placements = await placementsOf(act, [row.id])
  if (row.state !== 'approved' || !placements.every(one => ended(one.state))) return
  const isOut = placements.some(one => one.state === 'published')
  await updatePublication(act, row.id, {
    state: isOut ? 'published' : 'dropped',
    ...(isOut ? {} : { approved_by: null, approved_at: null }),
  })
  await planNext(act, row)
}

/** The same words as a draft for its next time, pictures and places with them: nothing of it is approved. */
async function planNext(act: Act, row: PublicationRow & { readonly title: string }): Promise<void> {
  const planned = row.rule && row.planned_at && nextTime(row.rule, row.planned_at, row.zone, act.at)
  if (!planned) return
  const id = await act.createRecord({ kind: 'publication', title: row.title, source: row.id, search: searchOf(row) })
  const db = dbOf(act)
  await sql`insert into publishing.publication (organisation_id, id, state, body, link, hashtags, language, campaign, owner_id,
      approver_id, about_id, planned_at, zone, rule, written_by)
    select organisation_id, ${id}, 'draft', body, link, hashtags, language, campaign, owner_id,
      approver_id, about_id, ${planned}, zone, rule, written_by
    from publishing.publication where organisation_id = ${act.office.id} and id = ${row.id}`.execute(db)
  await sql`insert into publishing.placement (organisation_id, publication_id, outlet_id, body)
    select p.organisation_id, ${id}, p.outlet_id, p.body from publishing.placement p
    join publishing.outlet o on o.organisation_id = p.organisation_id and o.id = p.outlet_id and not o.retired
    where p.organisation_id = ${act.office.id} and p.publication_id = ${row.id}`.execute(db)
  await sql`insert into publishing.picture (organisation_id, publication_id, n, file_id, document_id, alt)
    select organisation_id, ${id}, n, file_id, document_id, alt from publishing.picture
    where organisation_id = ${act.office.id} and publication_id = ${row.id}`.execute(db)
  const work = [nextTask(act, { id, title: row.title, ownerId: row.owner_id, planned })]
  act.emit(c.planned, { id, title: row.title, work }, [id, row.id])
}

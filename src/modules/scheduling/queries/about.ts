import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'

interface Near {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly email: string | null
}

/** The record, whoever owns it as a task, and what is linked with it, as far as the asker may see it. */
export const aboutRecordBody = implementQuery(c.aboutRecord, async (view, { id }) => {
  const about = await visibleRecords(view).select(['id', 'kind', 'title']).where('id', '=', id).executeTakeFirst()
  if (!about) return view.refuse(kernelRefusals.notFound, { id })
  const { rows } = await sql<Near>`
    select r.id, r.kind, r.title, m.email from ${visibleRecords(view).selectAll()} r
    left join lateral (select email from directory.correspondent_fact m
      where r.kind = 'person' and m.organisation_id = ${view.office.id} and m.party_id = r.id and m.email is not null limit 1) m on true
    where r.kind in ('principal', 'person', 'document') and r.id in (
      select ${id}::uuid
      union select owner_id from work.task_fact where organisation_id = ${view.office.id} and task_id = ${id}
      union select to_id from kernel.link where organisation_id = ${view.office.id} and from_id = ${id}
      union select from_id from kernel.link where organisation_id = ${view.office.id} and to_id = ${id})
    order by r.title, r.id limit 40`.execute(view.db())
  const named = (kind: string) =>
    rows.filter(row => row.kind === kind).map(row => ({ id: row.id, kind: row.kind, title: row.title }))
  return {
    about,
    // Whoever looks for the time is there anyway.
    must: named('principal').filter(row => row.id !== view.principal.id),
    outside: rows.flatMap(row =>
      row.kind === 'person' && row.email ? [{ id: row.id, name: row.title, email: row.email }] : [],
    ),
    documents: named('document'),
  }
})

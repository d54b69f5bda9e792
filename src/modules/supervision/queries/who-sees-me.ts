import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { type MarkLine, setSuperior, whoSeesMe } from '../contract.ts'
import type { MarkRow } from '../review-row.ts'

async function marksOf(view: View, where: RawBuilder<unknown>): Promise<MarkLine[]> {
  const { rows } = await sql<MarkRow & { version: number }>`
    select m.*, r.version from ${visibleRecords(view, 'review-mark').selectAll()} r
    join supervision.mark m on m.organisation_id = ${view.office.id} and m.id = r.id
    where ${where} order by m.ended_at is not null, r.title, r.id limit 200`.execute(view.db())
  const name = naming(
    await namesOf(
      view,
      rows.flatMap(row => [row.superior_id, row.person_id]),
    ),
  )
  return rows.map(row => ({
    id: row.id,
    version: row.version,
    superior: name(row.superior_id),
    person: name(row.person_id),
    moment: row.moment,
    every: row.every,
    words: row.words,
    note: row.note,
    pieces: row.pieces,
    ended: row.ended_at !== null,
  }))
}

/** Those above, the nearest first, then those whose role lets them see everybody. */
async function watchers(view: View) {
  const { rows } = await sql<{ id: string; depth: number | null }>`
    select leader_id as id, depth from supervision.leads where organisation_id = ${view.office.id} and person_id = ${view.principal.id}
    union all
    select distinct h.principal_id, null::int from authority.permission_holder h where h.organisation_id = ${view.office.id}
      and h.permission = any(${[setSuperior.permission, 'supervision.*', '*']}::text[])
      and h.from_at <= ${view.at} and (h.until_at is null or h.until_at > ${view.at})
    order by depth nulls last`.execute(view.db())
  const first = new Map<string, 'superior' | 'above' | 'role'>()
  for (const { id, depth } of rows)
    if (id !== view.principal.id && !first.has(id)) first.set(id, depth === 1 ? 'superior' : depth ? 'above' : 'role')
  return first
}

export const whoSeesMeBody = implementQuery(whoSeesMe, async view => {
  const me = view.principal.id
  const seenBy = await watchers(view)
  const name = naming(await namesOf(view, seenBy.keys()))
  const { rows } = await sql<{ team: string | null }>`
    select team from supervision.place where organisation_id = ${view.office.id} and person_id = ${me}`.execute(
    view.db(),
  )
  return {
    team: rows[0]?.team ?? null,
    seenBy: [...seenBy].flatMap(([id, how]) => {
      const person = name(id)
      return person ? [{ person, how }] : []
    }),
    marks: await marksOf(view, sql`m.person_id = ${me} and m.ended_at is null`),
    asked: await marksOf(view, sql`m.superior_id = ${me}`),
  }
})

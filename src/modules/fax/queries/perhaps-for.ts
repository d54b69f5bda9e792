/** Whom a fax may be for: whose whole name stands on it, else who had the last ones from there. */
import { sql } from 'kysely'
import type { View } from '../../../kernel/implement.ts'
import type { Named } from '../../../kernel/shapes.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import type { FaxRow } from '../rows.ts'

const most = 3

export async function perhapsFor(view: View, row: FaxRow): Promise<Named[]> {
  const { rows } = await sql<Named & { rank: number }>`
    select r.id, r.kind, r.title, min(found.rank)::int as rank from (
      select c.principal_id as id, 0 as rank from authority.colleague c
      join kernel.record n on n.organisation_id = c.organisation_id and n.id = c.principal_id
      join kernel.search_entry e on e.organisation_id = c.organisation_id and e.record_id = ${row.document_id}
      where c.organisation_id = ${view.office.id} and position(' ' in n.title) > 0
        and position(kernel.fold(n.title) in kernel.fold(e.body)) > 0
      union all
      select * from (select p.for_id, 1 from fax.fax p
        where p.organisation_id = ${view.office.id} and p.for_id is not null and p.id <> ${row.id}
          and ((p.number = ${row.number} and p.number <> '') or p.party_id = ${row.party_id})
        order by p.at desc limit 1) last
    ) found
    join ${visibleRecords(view, 'principal').selectAll()} r on r.id = found.id
    group by r.id, r.kind, r.title order by rank, r.title limit ${most}`.execute(view.db())
  return rows.map(({ id, kind, title }) => ({ id, kind, title }))
}

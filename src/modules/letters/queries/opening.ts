import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { openPath } from '../../../kernel/dav/opening.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { fileName } from '../drawn.ts'

interface Shown {
  readonly until: Temporal.Instant
  readonly title: string
  readonly number: string | null
}

export const showOpeningBody = implementQuery(c.showOpening, async (view, { id }) => {
  const { rows } = await sql<Shown>`
    select o.until_at as until, r.title, l.number from letters.opening o
    join ${visibleRecords(view, 'letter').selectAll()} r on r.id = o.letter_id
    join letters.letter l on l.organisation_id = o.organisation_id and l.id = o.letter_id
    where o.organisation_id = ${view.office.id} and o.id = ${id} and o.principal_id = ${view.principal.id}
      and o.until_at > ${view.at}`.execute(view.db())
  const [row] = rows
  const name = row ? fileName(row.number, row.title, 'docx') : ''
  const path = row ? await openPath(view, id, name) : null
  if (!row || !path) return view.refuse(c.openingOver)
  return { path, name, until: row.until }
})

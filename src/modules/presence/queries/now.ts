import { sql } from 'kysely'
import type { z } from '../../../kernel/schema.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { isReachable, reachableFrom, standingAt } from '../reckon.ts'
import { knownOf } from './known.ts'

interface Line {
  readonly id: string
  readonly title: string
  readonly place: string
}
type Told = z.output<typeof c.presenceLine>

/** Colleagues the reader may see, by name. */
const colleagues = (
  view: View,
  { text, ids }: { text?: string | undefined; ids?: readonly string[] | undefined },
) => sql`(
  select r.id, r.title, lower(r.title) as place from ${visibleRecords(view, 'principal').selectAll()} r
  join authority.colleague c on c.organisation_id = ${view.office.id} and c.principal_id = r.id and c.kind = 'person'
  where ${ids ? sql`r.id = any(${[...ids]}::uuid[])` : sql`true`}
    and ${text ? sql`position(lower(${text}) in lower(r.title)) > 0` : sql`true`}) l`

const moment = (at: number | null): Temporal.Instant | null =>
  at === null ? null : Temporal.Instant.fromEpochMilliseconds(at)

async function linesOf(view: View, people: readonly Line[], at: Temporal.Instant): Promise<Told[]> {
  const known = await knownOf({ view, ids: people.map(({ id }) => id), at })
  const name = naming(
    await namesOf(
      view,
      people.map(({ id }) => known(id).deputyId),
    ),
  )
  const now = at.epochMilliseconds
  return people.map(({ id, title }) => {
    const person = known(id)
    const standing = standingAt(person.known, now)
    const reachable = isReachable(standing.state)
    return {
      id,
      title,
      state: standing.state,
      until: moment(standing.until),
      reachable,
      reachableAt: reachable ? null : moment(reachableFrom(person.known, now)),
      said: standing.said,
      note: standing.said ? person.note : '',
      deputy: reachable ? null : name(person.deputyId),
      onCall: person.onCall,
    }
  })
}

export const nowBody = implementQuery(c.now, async (view, { text, personIds, at = view.at, ...slice }) => {
  const lines = colleagues(view, { text, ids: personIds })
  const { shown, total, next } = await sliceOf<Line>(view, lines, 'place', 'text', slice)
  return { rows: await linesOf(view, shown, at), total, next, at }
})

export const mineBody = implementQuery(c.mine, async view => {
  const { rows } = await sql<Line>`select * from ${colleagues(view, { ids: [view.principal.id] })}`.execute(view.db())
  const [line = null] = await linesOf(view, rows, view.at)
  return { line }
})

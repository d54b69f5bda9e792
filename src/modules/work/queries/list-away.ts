import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { countCover, listAway } from '../contract.ts'
import { countToMove, deputyMaySee, dueInAbsence } from '../cover.ts'
import { isDay, liked, readPlace, writePlace } from '../../../kernel/place.ts'
import type { AbsenceRow } from '../absence.ts'
import { namesOf } from '../../../kernel/named.ts'

type Row = AbsenceRow & {
  readonly title: string
  readonly version: number
  readonly due: number
  readonly uncovered: number
}

export const listAwayBody = implementQuery(listAway, async (view, { text, personId, from, limit, after }) => {
  const place = readPlace(after, isDay)
  const since = from ?? view.today
  const where = sql`a.cancelled_at is null and a.until_on >= ${since}::date
    and (${personId ?? null}::uuid is null or a.person_id = ${personId ?? null}::uuid)
    and (${text ?? null}::text is null or r.title ilike ${liked(text ?? '')})`
  const found = sql`from ${visibleRecords(view, 'absence').selectAll()} r
    join work.absence a on a.organisation_id = ${view.office.id} and a.id = r.id where ${where}`
  const { rows } = await sql<Row>`
    with page as (
      select a.*, r.title, r.version ${found}
      ${place ? sql`and (a.from_on, a.id) > (${place.key}::date, ${place.id}::uuid)` : sql``}
      order by a.from_on, a.id limit ${limit + 1}
    )
    select a.*, due.due::int, due.uncovered::int from page a left join lateral (
      select count(*) as due, count(*) filter (where a.deputy_id is null or not ${deputyMaySee(view.at)}) as uncovered
      from work.task t join kernel.record r on r.organisation_id = t.organisation_id and r.id = t.id
      where ${dueInAbsence}
    ) due on true order by a.from_on, a.id`.execute(view.db())
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${found}`.execute(view.db())
  const names = await namesOf(
    view,
    rows.flatMap(row => [row.person_id, row.deputy_id]),
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(row => ({
      id: row.id,
      title: row.title,
      version: row.version,
      person: names.get(row.person_id) ?? null,
      deputy: row.deputy_id ? (names.get(row.deputy_id) ?? null) : null,
      fromOn: row.from_on,
      untilOn: row.until_on,
      note: row.note,
      now: Temporal.PlainDate.compare(row.from_on, view.today) <= 0,
      due: row.due,
      uncovered: row.uncovered,
    })),
    total: counted[0]!.total,
    next: rows.length > limit && last ? writePlace(String(last.from_on), last.id) : null,
  }
})

export const countCoverBody = implementQuery(countCover, async view => ({ count: await countToMove(view) }))

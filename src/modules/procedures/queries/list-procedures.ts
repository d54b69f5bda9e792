import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { listProcedures } from '../contract.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { isText, liked, readPlace, writePlace } from '../../../kernel/place.ts'
import type { ProcedureRow } from '../procedure-row.ts'

type Row = ProcedureRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly changed: boolean
  readonly steps: number
  readonly running: number
  readonly ended: number
  readonly on_time: number
}

/** Of a long title its beginning orders; a place in a list stays short. */
const keyLength = 60

/** Runs that were done by their last due day, of those done within a year. */
const counted = (view: View) => sql`
  left join lateral (
    select count(*) filter (where u.state = 'running')::int as running, count(*) filter (where u.state = 'done')::int as ended,
      count(*) filter (where u.state = 'done' and not exists (select from procedures.run_step s
        where s.organisation_id = u.organisation_id and s.run_id = u.id and s.state = 'done'
          and (s.ended_at at time zone ${view.office.zone})::date > s.due_on))::int as on_time
    from procedures.run u
    join ${visibleRecords(view, 'procedure-run').select('kernel.record.id')} seen on seen.id = u.id
    where u.organisation_id = ${view.office.id} and u.procedure_id = page.id
      and u.started_at > ${view.at.subtract({ hours: 366 * 24 })}) runs on true
  left join lateral (
    select bool_or(e.in_force_at is null) as changed,
      max(jsonb_array_length(e.content -> 'steps')) filter (where e.number = page.number or (page.number is null and e.in_force_at is null)) as steps
    from procedures.edition e where e.organisation_id = ${view.office.id} and e.procedure_id = page.id) editions on true`

export const listProceduresBody = implementQuery(
  listProcedures,
  async (view, { text, states, ownerId, limit, after }) => {
    const conditions: RawBuilder<unknown>[] = [sql`true`]
    if (text) conditions.push(sql`r.title ilike ${liked(text)}`)
    if (states) conditions.push(sql`p.state = any(${states}::text[])`)
    if (ownerId) conditions.push(sql`p.owner_id = ${ownerId}`)
    const where = sql.join(conditions, sql` and `)
    const from = sql`from ${visibleRecords(view, 'procedure').selectAll()} r
    join procedures.procedure p on p.organisation_id = ${view.office.id} and p.id = r.id`
    const key = sql`left(lower(r.title), ${keyLength})`
    const place = readPlace(after, isText)
    const onward = place ? sql`and (${key}, p.id) > (${place.key}, ${place.id}::uuid)` : sql``
    const { rows } = await sql<Row & { key: string }>`
    with page as (select p.*, r.title, r.class, r.version, ${key} as key ${from} where ${where} ${onward} order by ${key}, p.id limit ${limit + 1})
    select page.*, coalesce(editions.changed, false) as changed, coalesce(editions.steps, 0) as steps, runs.running, runs.ended, runs.on_time
    from page ${counted(view)} order by page.key, page.id`.execute(view.db())
    const { rows: all } = await sql<{ total: number }>`select count(*)::int as total ${from} where ${where}`.execute(
      view.db(),
    )
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const name = naming(
      await namesOf(
        view,
        shown.map(row => row.owner_id),
      ),
    )
    return {
      rows: shown.map(row => ({
        id: row.id,
        title: row.title,
        class: row.class,
        version: row.version,
        state: row.state,
        owner: name(row.owner_id),
        ownerRole: row.owner_role,
        number: row.number,
        changed: row.changed && row.number !== null,
        steps: row.steps,
        nextOn: row.state === 'in-force' ? row.next_on : null,
        byEvent: row.event_name,
        running: row.running,
        ended: row.ended,
        onTime: row.on_time,
      })),
      total: all[0]!.total,
      next: rows.length > limit && last ? writePlace(last.key, last.id) : null,
    }
  },
)

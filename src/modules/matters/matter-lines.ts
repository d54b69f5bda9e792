/** Matters as lists and pages show them; every reading starts from the records one may see. */
import { type RawBuilder, sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { namesOf, naming } from '../../kernel/named.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { MatterLine } from './contract.ts'
import type { MatterRow } from './matter-row.ts'

export type SeenMatter = MatterRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly changed_at: Temporal.Instant
  readonly kind_name: string | null
  readonly open_tasks: number
  readonly bound: number
}

/** The matters one may see, as `r` (record) and `m` (matter): to be followed by conditions. */
export const fromVisibleMatters = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'matter').selectAll()} r join matters.matter m on m.organisation_id = ${view.office.id} and m.id = r.id`

/** Reads the matters that meet the conditions; `tail` orders and limits them. What is counted is what the reader may see. */
export async function readMatters(
  view: View,
  where: RawBuilder<unknown>,
  tail: RawBuilder<unknown>,
): Promise<SeenMatter[]> {
  const org = view.office.id
  const { rows } = await sql<SeenMatter>`
    with page as (
      select m.*, r.title, r.class, r.version, r.changed_at ${fromVisibleMatters(view)} where ${where} ${tail}
    ), held as (
      select b.matter_id, b.record_id from matters.binding b where b.organisation_id = ${org} and b.matter_id in (select id from page)
      union
      select coalesce(s.merged_into, s.id), t.task_id from kernel.record s
      join work.task_fact t on t.organisation_id = ${org} and t.source_id = s.id
      where s.organisation_id = ${org} and (s.id in (select id from page) or s.merged_into in (select id from page))
    ), counted as (
      select held.matter_id, count(*) filter (where t.state in ('open', 'waiting')) as open_tasks, count(*) filter (where t.task_id is null) as bound
      from held join ${visibleRecords(view).selectAll()} v on v.id = held.record_id
      left join work.task_fact t on t.organisation_id = ${org} and t.task_id = held.record_id group by held.matter_id
    )
    select page.*, k.name as kind_name, coalesce(c.open_tasks, 0)::int as open_tasks, coalesce(c.bound, 0)::int as bound
    from page left join counted c on c.matter_id = page.id
    left join matters.matter_kind k on k.organisation_id = ${org} and k.id = page.kind_id`.execute(view.db())
  return rows
}

export async function toLines(view: View, matters: readonly SeenMatter[]): Promise<MatterLine[]> {
  const named = naming(
    await namesOf(
      view,
      matters.flatMap(matter => [matter.owner_id, matter.for_id]),
    ),
  )
  return matters.map(matter => ({
    id: matter.id,
    number: matter.number,
    name: matter.name,
    title: matter.title,
    class: matter.class,
    version: matter.version,
    state: matter.state,
    outcome: matter.outcome,
    waitingFor: matter.waiting_for,
    waitingUntil: matter.waiting_until,
    owner: named(matter.owner_id),
    for: named(matter.for_id),
    kindName: matter.kind_name,
    startOn: matter.start_on,
    targetOn: matter.target_on,
    late:
      matter.state !== 'closed' &&
      matter.target_on !== null &&
      Temporal.PlainDate.compare(matter.target_on, view.today) < 0,
    openTasks: matter.open_tasks,
    bound: matter.bound,
  }))
}

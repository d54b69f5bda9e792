/** Tasks as lists and the desk show them; every reading of tasks starts from the records one may see. */
import { type RawBuilder, sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { namesOf, naming } from '../../kernel/named.ts'
import type { Named } from '../../kernel/shapes.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { TaskLine } from './contract.ts'
import type { TaskRow } from './task-row.ts'

/** A task with what its record says and its counts. */
export type SeenTask = TaskRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly created_at: Temporal.Instant
  readonly changed_at: Temporal.Instant
  readonly ticked: number
  readonly items: number
  readonly comments: number
  readonly promised_to: string | null
  readonly promised_for: Temporal.PlainDate | null
  readonly goal_id: string | null
  readonly goal_title: string | null
  /** 1 to 3; 0 where it serves none. */
  readonly goal_weight: number
}

/** The tasks one may see, as `r` (record) and `t` (task): to be followed by conditions. */
export function fromVisibleTasks(view: View): RawBuilder<unknown> {
  return sql`from ${visibleRecords(view, 'task').selectAll()} r
    join work.task t on t.organisation_id = ${view.office.id} and t.id = r.id`
}

/** Reads the tasks that meet the conditions; `tail` orders and limits them. */
export async function readTasks(
  view: View,
  where: RawBuilder<unknown>,
  tail: RawBuilder<unknown>,
): Promise<SeenTask[]> {
  const { rows } = await sql<SeenTask>`
    with page as (
      select t.*, r.title, r.class, r.version, r.created_at, r.changed_at ${fromVisibleTasks(view)} where ${where} ${tail}
    )
    select page.*, coalesce(list.ticked, 0)::int as ticked, coalesce(list.items, 0)::int as items, coalesce(said.comments, 0)::int as comments,
      p.promised_to, p.for_on as promised_for, g.id as goal_id, g.title as goal_title, coalesce(g.weight, 0)::int as goal_weight
    from page
    left join work.promise p on p.organisation_id = ${view.office.id} and p.task_id = page.id
    left join lateral (
      select o.id, o.weight, v.title from work.goal_service s
      join work.goal o on o.organisation_id = s.organisation_id and o.id = s.goal_id
      join kernel.record v on v.organisation_id = s.organisation_id and v.id = s.goal_id
      where s.organisation_id = ${view.office.id} and o.state = 'open' and ${view.today}::date between o.from_on and o.until_on
        and v.class <= ${view.principal.clearance} and (v.audience is null or v.audience && ${[...view.principal.audiences]}::uuid[])
        and (s.record_id in (page.id, page.source_id) or s.record_id in (
          select l.from_id from kernel.link l where l.organisation_id = ${view.office.id} and l.to_id = page.id and l.relation = 'matter'))
      order by o.weight desc, o.until_on, o.id limit 1) g on true
    left join lateral (
      select count(*) as items, count(ticked_at) as ticked from work.checklist_item i
      where i.organisation_id = ${view.office.id} and i.task_id = page.id) list on true
    left join lateral (
      select count(*) as comments from work.comment c where c.organisation_id = ${view.office.id} and c.record_id = page.id) said on true`.execute(
    view.db(),
  )
  return rows
}

export async function countTasks(view: View, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{
    total: number
  }>`select count(*)::int as total ${fromVisibleTasks(view)} where ${where}`.execute(view.db())
  return rows[0]!.total
}

/** The lines of tasks, with the names that they need read at once. */
export async function toLines(view: View, tasks: readonly SeenTask[]): Promise<TaskLine[]> {
  const names = await namesOf(
    view,
    tasks.flatMap(task => [task.owner_id, task.for_id, task.asked_by_id, task.source_id, task.stands_in_for_id]),
  )
  return tasks.map(task => toLine(task, names))
}

function toLine(task: SeenTask, names: ReadonlyMap<string, Named>): TaskLine {
  const named = naming(names)
  return {
    id: task.id,
    title: task.title,
    class: task.class,
    version: task.version,
    state: task.state,
    dueOn: task.due_on,
    dueAt: task.due_at,
    effortMinutes: task.effort_minutes,
    urgency: task.urgency,
    owner: named(task.owner_id),
    ownerRole: task.owner_role,
    standsInFor: named(task.stands_in_for_id),
    for: named(task.for_id),
    askedBy: named(task.asked_by_id),
    source: named(task.source_id),
    why: task.why,
    pinned: task.pinned_at !== null,
    review: task.review,
    repeats: task.repeat !== null,
    snoozedUntil: task.snoozed_until,
    waitingFor: task.waiting_for,
    waitingSince: task.waiting_since,
    chaseOn: task.chase_on,
    promise:
      task.promised_to === null || task.promised_for === null
        ? null
        : { to: task.promised_to, forOn: task.promised_for },
    goal: task.goal_id === null ? null : { id: task.goal_id, kind: 'goal', title: task.goal_title! },
    checklist: { ticked: task.ticked, total: task.items },
    comments: task.comments,
  }
}

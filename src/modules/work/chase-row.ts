/** Plans for asking again: which are due, what is written, when they end. */
import { sql, type Selectable } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { writeReminder } from './chase-text.ts'
import { raiseVersions } from './task-row.ts'
import type { WorkTables } from './tables.ts'

export type ChaseRow = Selectable<WorkTables['work.chase']>

export type DueChase = ChaseRow & {
  readonly title: string
  readonly class: number
  readonly waiting_for: string
  readonly waiting_since: Temporal.Instant
  readonly owner_id: string | null
  readonly owner: string | null
  /** What the task came from, where that has a link for people outside. */
  readonly link_id: string | null
}

/** The key of the task that a reminder becomes where no mail is sent. */
export const readyKey = (taskId: string, n: number): string => `work:chase:${taskId}:${n}`

const due = (view: Pick<View, 'office' | 'today'>) => sql`
  from work.chase c join work.task t on t.organisation_id = c.organisation_id and t.id = c.task_id and t.state = 'waiting'
  join kernel.record r on r.organisation_id = c.organisation_id and r.id = c.task_id
  left join kernel.record l on l.organisation_id = c.organisation_id and l.id = t.source_id and l.kind = 'file-request'
  left join kernel.record o on o.organisation_id = c.organisation_id and o.id = t.owner_id
  where c.organisation_id = ${view.office.id} and c.next_on <= ${view.today}::date`

/** The reminders of today, their tasks held; a hundred at a time, since each is written and sent. */
export async function dueChases(act: Act): Promise<DueChase[]> {
  const { rows } = await sql<DueChase>`
    select c.*, r.title, r.class, t.waiting_for, t.waiting_since, t.owner_id, o.title as owner, l.id as link_id ${due(act)}
    order by r.kind, r.id limit 100 for no key update of r`.execute(act.db())
  return rows
}

export async function countDue(view: View): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total ${due(view)}`.execute(view.db())
  return rows[0]!.total
}

/** From this class on (confidential) a reminder to somebody outside does not say what it is about. */
const unnamedFrom = 2

/** What the nth reminder says. */
export function reminderOf(act: Act, chase: DueChase, n: number): { subject: string; body: string } {
  return writeReminder(
    chase.language,
    {
      name: chase.name,
      what: chase.class >= unnamedFrom ? null : chase.title,
      since: chase.waiting_since.toZonedDateTimeISO(act.office.zone).toPlainDate(),
      from: chase.owner ?? act.office.name,
      office: act.office.name,
      n,
    },
    chase.text,
  )
}

/** The answer has come, or the task has ended: nobody is asked again, and tasks to ask that are still open go. Gives how many plans ended. */
export async function endChases(act: Act, taskIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ task_id: string; asked: number }>`
    update work.chase set stopped_at = ${act.at}, next_on = null
    where organisation_id = ${act.office.id} and task_id = any(${[...taskIds]}::uuid[]) and stopped_at is null returning task_id, asked`.execute(
    act.db(),
  )
  const keys = rows.flatMap(({ task_id: id, asked }) => Array.from({ length: asked }, (_, at) => readyKey(id, at + 1)))
  if (keys.length > 0) {
    const { rows: dropped } = await sql<{ id: string }>`
      update work.task set state = 'dropped', ended_at = ${act.at}, ended_by_id = ${act.principal.id}, withdrawn_at = ${act.at}, pinned_at = null,
        snoozed_until = null, waiting_for = null, waiting_for_id = null, waiting_since = null, chase_on = null
      where organisation_id = ${act.office.id} and raised_key = any(${keys}::text[]) and state in ('open', 'waiting') returning id`.execute(
      act.db(),
    )
    await raiseVersions(
      act,
      dropped.map(task => task.id),
    )
  }
  return rows.length
}

/** The plan as the page of its task tells it. */
export async function chaseDetailOf(view: View, taskId: string) {
  const db = view.db<WorkTables>()
  const chase = await db
    .selectFrom('work.chase')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('task_id', '=', taskId)
    .executeTakeFirst()
  if (!chase) return null
  const lines = await db
    .selectFrom('work.chase_line')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('task_id', '=', taskId)
    .orderBy('n', 'desc')
    .execute()
  return {
    name: chase.name,
    email: chase.email,
    language: chase.language,
    firstAfter: chase.first_after,
    every: chase.every,
    most: chase.most,
    asked: chase.asked,
    nextOn: chase.next_on,
    stopped: chase.stopped_at !== null,
    lines: lines.map(({ n, asked_at, state, subject, body, error }) => ({
      n,
      at: asked_at,
      state,
      subject,
      body,
      error,
    })),
  }
}

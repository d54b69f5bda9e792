import { sql } from 'kysely'
import type { z } from '../../../kernel/schema.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { desk, queueGroups } from '../contract.ts'
import { officeDay } from '../office-day.ts'
import { minutesLeft } from '../office-hours.ts'
import { type QueueDay, type QueueTask, rankQueue } from '../queue-rule.ts'
import { rolesOf, untakenFor } from '../roles.ts'
import { countTasks, readTasks, type SeenTask, toLines } from '../task-lines.ts'

/** A queue longer than this is not read by anybody; it is told in full by `work.list-tasks`. */
const mostRanked = 2_000
const mostBeside = 50

/** What the queue's rule looks at. */
export function toQueueTask(task: SeenTask): QueueTask & { readonly seen: SeenTask } {
  return {
    id: task.id,
    dueOn: task.due_on,
    dueAt: task.due_at,
    effortMinutes: task.effort_minutes,
    urgency: task.urgency,
    ifLate: task.if_late,
    reminders: task.reminders,
    pinnedAt: task.pinned_at,
    snoozedUntil: task.snoozed_until,
    waitingFor: task.waiting_for,
    chaseOn: task.chase_on,
    ownerId: task.owner_id,
    askedById: task.asked_by_id,
    createdAt: task.created_at,
    promise:
      task.promised_to === null || task.promised_for === null ? null : { to: task.promised_to, on: task.promised_for },
    goal: task.goal_title === null ? null : { name: task.goal_title, weight: task.goal_weight },
    seen: task,
  }
}

/** One's own open tasks, ranked. */
export async function readQueue(view: View, ownerId: string, day: QueueDay) {
  const tasks = await readTasks(
    view,
    sql`t.owner_id = ${ownerId} and t.state in ('open', 'waiting')`,
    sql`order by t.due_on nulls last, t.id limit ${mostRanked}`,
  )
  return { tasks, ranked: rankQueue(tasks.map(toQueueTask), day) }
}

const isOpen = sql`t.state in ('open', 'waiting')`

export const deskBody = implementQuery(desk, async (view, { ownerId, limit }) => {
  const owner = ownerId ?? view.principal.id
  const day = await officeDay(view)
  const { tasks, ranked } = await readQueue(view, owner, day)
  // what I have laid in others' hands, and what I own that waits for them
  const waiting = await readTasks(
    view,
    sql`${isOpen} and ((t.owner_id = ${owner} and t.waiting_for is not null) or (t.asked_by_id = ${owner} and t.owner_id <> ${owner}))`,
    sql`order by coalesce(t.chase_on, t.due_on) nulls last, t.id limit ${mostBeside}`,
  )
  const untaken = await readTasks(
    view,
    untakenFor(view),
    sql`order by (t.owner_role = any(${rolesOf(view)}::text[])) desc nulls last, r.created_at, t.id limit ${mostBeside}`,
  )
  const lines = await toLines(view, [...ranked.map(task => task.seen), ...waiting, ...untaken])
  const byId = new Map(lines.map(line => [line.id, line]))
  const shown = new Set(ranked.map(task => task.id))
  return {
    today: view.today,
    zone: view.office.zone,
    sum: sumOf(ranked, day),
    groups: queueGroups.map(group => {
      const rows = ranked.filter(task => task.group === group)
      return {
        group,
        total: rows.length,
        rows: rows.slice(0, limit).map(({ id, reason }) => ({ ...byId.get(id)!, group, reason })),
      }
    }),
    waiting: waiting.map(task => byId.get(task.id)!),
    untaken: untaken.map(task => ({
      ...byId.get(task.id)!,
      since: task.created_at,
      mine: task.owner_role !== null && rolesOf(view).includes(task.owner_role),
    })),
    untakenTotal: await countTasks(view, untakenFor(view)),
    snoozed: tasks.filter(task => task.snoozed_until !== null && !shown.has(task.id)).length,
  }
})

/** Whether the work that is late or due today fits into what is left of the working day. */
function sumOf(
  ranked: readonly { readonly group: string; readonly effortMinutes: number | null }[],
  day: QueueDay,
): z.output<typeof desk.output>['sum'] {
  const due = ranked.filter(task => task.group === 'late' || task.group === 'today')
  const workMinutes = Math.min(
    100_000,
    due.reduce((sum, task) => sum + (task.effortMinutes ?? 0), 0),
  )
  const freeMinutes = minutesLeft(day.now, day.hours, day.calendar)
  return {
    workMinutes,
    freeMinutes,
    fits: workMinutes <= freeMinutes,
    spareMinutes: freeMinutes - workMinutes,
    unestimated: due.filter(task => task.effortMinutes === null).length,
  }
}

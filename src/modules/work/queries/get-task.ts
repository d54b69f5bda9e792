import { sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import type { Command } from '../../../kernel/declare.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals, type RefusalDeclaration } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import {
  addChecklistItem,
  addComment,
  assignTask,
  attachRecord,
  changeTask,
  completeTask,
  dropTask,
  getTask,
  movePromise,
  type Named,
  pinTask,
  planChase,
  promiseTask,
  reopenTask,
  serveGoal,
  snoozeTask,
  stopWaiting,
  taskNotClosed,
  taskNotOpen,
  takeTask,
  unpinTask,
  waitFor,
  withdrawPromise,
} from '../contract.ts'
import { chaseDetailOf } from '../chase-row.ts'
import { nextDue } from '../completion.ts'
import { promiseDetailOf } from '../promise-row.ts'
import { takes, type TaskAct } from '../states.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { readTasks, type SeenTask, toLines } from '../task-lines.ts'
import { ruleOf } from '../task-row.ts'
import type { WorkTables } from '../tables.ts'
import { commentsOn } from './list-comments.ts'

export const getTaskBody = implementQuery(getTask, async (view, { id }) => {
  const [task] = await readTasks(view, sql`t.id = ${id}`, sql`limit 1`)
  if (!task) return view.refuse(kernelRefusals.notFound, { kind: 'task', id })
  const [line] = await toLines(view, [task])
  const items = await checklistOf(view, id)
  const nextId = await nextOf(view, id)
  const names = await namesOf(view, [
    task.ended_by_id,
    task.waiting_for_id,
    task.repeats_id,
    nextId,
    ...items.map(item => item.ticked_by_id),
  ])
  const named = naming(names)
  const links = await linksOf(view, id)
  return {
    record: { id, kind: 'task', title: task.title, class: task.class, version: task.version, state: task.state },
    task: line!,
    note: task.note,
    ifLate: task.if_late,
    reminders: task.reminders,
    repeat: ruleOf(task),
    nextOn: nextDue(task, view.today, view.office.country)?.dueOn ?? null,
    createdAt: task.created_at,
    endedAt: task.ended_at,
    endedBy: named(task.ended_by_id),
    waitingForRecord: named(task.waiting_for_id),
    repeats: named(task.repeats_id),
    next: named(nextId),
    checklist: items.map(item => ({
      itemId: item.id,
      position: item.position,
      text: item.text,
      tickedAt: item.ticked_at,
      tickedBy: named(item.ticked_by_id),
    })),
    promised: await promiseDetailOf(view, task),
    chase: await chaseDetailOf(view, id),
    goals: await goalsOf(view, id),
    comments: await commentsOn(view, id),
    attachments: links.filter(link => link.relation === 'attachment' && link.outward).map(link => link.record),
    links: links
      .filter(link => link.relation !== 'attachment' || !link.outward)
      .map(({ relation, record }) => ({ relation, record })),
    can: whatCanBeDone(view, task),
  }
})

async function goalsOf(view: View, id: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select r.id, r.kind, r.title from work.goal_service s join work.goal g on g.organisation_id = s.organisation_id and g.id = s.goal_id
    join ${visibleRecords(view, 'goal').selectAll()} r on r.id = s.goal_id
    where s.organisation_id = ${view.office.id} and s.record_id = ${id} and g.state = 'open' order by r.title, r.id`.execute(
    view.db(),
  )
  return rows
}

async function checklistOf(view: View, id: string) {
  return view
    .db<WorkTables>()
    .selectFrom('work.checklist_item')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('task_id', '=', id)
    .orderBy('position')
    .execute()
}

async function nextOf(view: View, id: string): Promise<string | null> {
  const row = await view
    .db<WorkTables>()
    .selectFrom('work.task')
    .select(['id'])
    .where('organisation_id', '=', view.office.id)
    .where('repeats_id', '=', id)
    .where('state', '<>', 'dropped')
    .executeTakeFirst()
  return row?.id ?? null
}

async function linksOf(view: View, id: string): Promise<{ relation: string; outward: boolean; record: Named }[]> {
  const { rows } = await sql<{ relation: string; outward: boolean } & Named>`
    with linked as (
      select to_id as id, relation, true as outward from kernel.link where organisation_id = ${view.office.id} and from_id = ${id}
      union all
      select from_id, relation, false from kernel.link where organisation_id = ${view.office.id} and to_id = ${id}
    )
    select linked.relation, linked.outward, r.id, r.kind, r.title
    from linked join ${visibleRecords(view).selectAll()} r on r.id = linked.id order by r.title, r.id`.execute(
    view.db(),
  )
  return rows.map(({ relation, outward, ...record }) => ({ relation, outward, record }))
}

/** Buttons follow from the transition table; those of the other states stay away, save the main ones with their reason. */
function whatCanBeDone(view: View, task: SeenTask): Can[] {
  const input = { id: task.id, expectedVersion: task.version }
  const offer = (command: Command, extra: Record<string, unknown> = {}, primary = false) => {
    const possible = takes(command.name as TaskAct, task.state)
    const because: RefusalDeclaration = takes('work.reopen-task', task.state) ? taskNotOpen : taskNotClosed
    if (!possible && command !== completeTask) return []
    return can(
      view,
      command,
      { ...input, ...extra },
      {
        primary: primary && possible,
        refusedBecause: possible ? null : { name: because.name, data: { title: task.title, state: task.state } },
      },
    )
  }
  const mine = task.owner_id === view.principal.id
  return [
    ...(task.owner_id === null ? offer(takeTask) : []),
    ...offer(completeTask, {}, true),
    ...offer(reopenTask, {}, true),
    ...offer(snoozeTask),
    ...offer(assignTask),
    ...(task.state === 'waiting' ? offer(stopWaiting) : []),
    ...offer(waitFor),
    ...(mine || task.pinned_at ? offer(task.pinned_at ? unpinTask : pinTask) : []),
    ...offer(changeTask),
    ...offer(addChecklistItem),
    ...offer(attachRecord),
    ...can(view, addComment, { recordId: task.id }),
    ...(task.state === 'open' || task.state === 'waiting'
      ? task.promised_to === null
        ? can(view, promiseTask, input)
        : [...can(view, movePromise, input), ...can(view, withdrawPromise, input)]
      : []),
    ...(task.state === 'waiting' ? can(view, planChase, { ...input, name: task.waiting_for! }) : []),
    ...can(view, serveGoal, { recordId: task.id }),
    ...offer(dropTask),
  ]
}

import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import {
  askAgain,
  chaseAsked,
  chaseFailed,
  chaseLineUnknown,
  chasePlanned,
  chaseSent,
  chaseStopped,
  chaseStoppedEvent,
  planChase,
  recordChase,
  stopChase,
  taskNotWaiting,
} from '../contract.ts'
import { nextChase, workingDaysAfter } from '../chase-plan.ts'
import { type DueChase, dueChases, endChases, readyKey, reminderOf } from '../chase-row.ts'
import { taskOf } from '../task-row.ts'
import type { WorkTables } from '../tables.ts'
import { inOffice } from '../words.ts'
import { linkMark } from '../../../kernel/outside/link.ts'
import { workingCalendar } from '../working-days.ts'

export const planChaseBody = implementCommand(planChase, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  load: (act, { id }) => taskOf(act, id),
  async run(act, { id, name, email, language, firstAfter, every, most, text }, task) {
    const { title } = act.locked(id)
    if (task.state !== 'waiting') act.refuse(taskNotWaiting, { id, title, state: task.state })
    const nextOn = workingDaysAfter(act.today, firstAfter, workingCalendar(act.office.country))
    const db = act.db<WorkTables>()
    await db.deleteFrom('work.chase').where('organisation_id', '=', act.office.id).where('task_id', '=', id).execute()
    await db
      .insertInto('work.chase')
      .values({
        organisation_id: act.office.id,
        task_id: id,
        name,
        email: email ?? null,
        language: nearestLanguage(language ?? act.office.language),
        first_after: firstAfter,
        every,
        most,
        asked: 0,
        next_on: nextOn,
        text: text?.trim() || null,
        stopped_at: null,
      })
      .execute()
    const version = await act.changeRecord(id)
    act.emit(chasePlanned, { id, title, name, on: nextOn }, [id])
    return {
      output: { id, version, nextOn },
      undo: { command: 'work.stop-chase', input: { id, expectedVersion: version } },
    }
  },
})

export const stopChaseBody = implementCommand(stopChase, {
  locks: ({ id, expectedVersion }) => [{ kind: 'task', id, expectedVersion }],
  async run(act, { id }) {
    const { title } = act.locked(id)
    if ((await endChases(act, [id])) === 0) return act.refuse(chaseStopped, { title })
    const version = await act.changeRecord(id)
    act.emit(chaseStoppedEvent, { id, title }, [id])
    return { output: { id, version } }
  },
})

/** Writes one reminder down, and when the next would come. */
async function take(act: Act, chase: DueChase, byMail: boolean) {
  const n = chase.asked + 1
  const { subject, body } = reminderOf(act, chase, n)
  const mailed = byMail && chase.email !== null
  const plan = { firstAfter: chase.first_after, every: chase.every, most: chase.most }
  const nextOn = nextChase(plan, n, act.today, workingCalendar(act.office.country))
  const db = act.db<WorkTables>()
  await db
    .updateTable('work.chase')
    .set({ asked: n, next_on: nextOn })
    .where('organisation_id', '=', act.office.id)
    .where('task_id', '=', chase.task_id)
    .execute()
  await db
    .insertInto('work.chase_line')
    .values({
      organisation_id: act.office.id,
      task_id: chase.task_id,
      n,
      asked_at: act.at,
      how: mailed ? 'mail' : 'ready',
      state: mailed ? 'sending' : 'ready',
      subject,
      body,
      error: null,
    })
    .execute()
  return { n, subject, body, mailed }
}

export const askAgainBody = implementCommand(askAgain, {
  async run(act, { byMail }) {
    const calendar = workingCalendar(act.office.country)
    if (!calendar.isWorkday(act.today)) return { output: { mails: [], ready: 0 } }
    const say = inOffice(act.office.language)
    const mails = []
    let ready = 0
    for (const chase of await dueChases(act)) {
      const { n, subject, body, mailed } = await take(act, chase, byMail)
      const told = { id: chase.task_id, title: chase.title, name: chase.name, count: n }
      if (mailed) {
        mails.push({
          taskId: chase.task_id,
          n,
          email: chase.email!,
          name: chase.name,
          subject,
          body,
          linkId: chase.link_id,
        })
        act.emit(chaseAsked, told, [chase.task_id])
        continue
      }
      ready++
      const wish = {
        key: readyKey(chase.task_id, n),
        title: say('task.ask-again', { name: chase.name, what: chase.waiting_for }).slice(0, 300),
        note: `${subject}\n\n${body.replaceAll(linkMark, say('task.ask-again.link'))}`,
        ...(chase.owner_id ? { ownerId: chase.owner_id } : {}),
        sourceId: chase.task_id,
        dueOn: act.today,
        effortMinutes: 5,
        reason: say('task.ask-again.reason').slice(0, 300),
      }
      act.emit(chaseAsked, { ...told, work: [wish] }, [chase.task_id])
    }
    return { output: { mails, ready } }
  },
})

export const recordChaseBody = implementCommand(recordChase, {
  async run(act, { taskId, n, error }) {
    const { rows } = await sql<{ title: string; name: string }>`
      update work.chase_line l set state = ${error === null ? 'sent' : 'failed'}, error = ${error}
      from work.chase c, kernel.record r
      where l.organisation_id = ${act.office.id} and l.task_id = ${taskId} and l.n = ${n} and l.how = 'mail'
        and c.organisation_id = l.organisation_id and c.task_id = l.task_id
        and r.organisation_id = l.organisation_id and r.id = l.task_id returning r.title, c.name`.execute(act.db())
    const [line] = rows
    if (!line) return act.refuse(chaseLineUnknown, { id: taskId })
    const told = { id: taskId, title: line.title, name: line.name, count: n }
    if (error === null) act.emit(chaseSent, told, [taskId])
    else act.emit(chaseFailed, { ...told, error }, [taskId])
    return { output: {} }
  },
})

import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import type { NotificationWish } from '../../notifications/contract.ts'
import { type AlarmRow, alarmOf, attemptOf } from '../alarm-row.ts'
import * as c from '../contract.ts'
import { takeStep } from '../escalation.ts'
import { nameOf } from '../people.ts'
import { rotaOf } from '../rota-row.ts'
import { wordsIn } from '../words.ts'

const lockAlarm = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'oncall-alarm', id, expectedVersion },
]

export const raiseAlarmBody = implementCommand(c.raiseAlarm, {
  locks: ({ rotaId }) => [{ kind: 'rota', id: rotaId }],
  load: (act, { rotaId }) => rotaOf(act, rotaId),
  async run(act, { rotaId, title, kind, details, aboutId }, row) {
    if (row.state !== 'live') act.refuse(c.rotaNotLive, { title: row.title })
    const may = row.raise_by.length === 0 || row.raise_by.some(id => act.principal.audiences.includes(id))
    if (!may && act.principal.kind !== 'system') act.refuse(c.mayNotRaise, { title: row.title })
    if (kind && row.alarm_kinds.length > 0 && !row.alarm_kinds.includes(kind)) act.refuse(c.alarmKindUnknown, { kind })
    if (aboutId) await requireVisible(act, aboutId)
    const id = await act.createRecord({
      kind: 'oncall-alarm',
      title,
      class: 1,
      source: aboutId ? [rotaId, aboutId] : rotaId,
      search: { body: [kind, details].filter(Boolean).join('\n') },
    })
    await sql`
      insert into oncall.alarm (organisation_id, id, rota_id, state, kind, details, about_id, raised_by_id, raised_at)
      values (${act.office.id}, ${id}, ${rotaId}, 'open', ${kind ?? null}, ${details ?? ''}, ${aboutId ?? null}, ${act.principal.id}, ${act.at})`.execute(
      act.db(),
    )
    act.emit(c.alarmRaised, { id, title, rota: row.title }, [id, rotaId])
    await takeStep(act, await alarmOf(act, id, true))
    return { output: { id, version: 1 } }
  },
})

/** An alarm that nobody has taken yet. */
function requireOpen(act: Act, alarm: AlarmRow): void {
  if (alarm.state === 'resolved') act.refuse(c.alarmOver, { title: alarm.title })
  if (alarm.state === 'acknowledged') act.refuse(c.alarmTaken, { title: alarm.title })
}

/** Whoever raised it hears of it at once, unless it was they who did it. */
const notice = (alarm: AlarmRow, titleKey: string, name: string): NotificationWish[] => [
  {
    key: `oncall.alarm:${alarm.id}`,
    toId: alarm.raised_by_id,
    titleKey,
    params: { title: alarm.title, name },
    recordId: alarm.id,
    urgency: 'now',
  },
]

const unansweredTask = (id: string): string => `oncall.alarm:${id}`

/** Nobody else is called from here on. */
async function acknowledge(act: Act, alarm: AlarmRow, personId: string): Promise<number> {
  requireOpen(act, alarm)
  await sql`
    update oncall.alarm set state = 'acknowledged', acknowledged_by_id = ${personId}, acknowledged_at = ${act.at}, next_at = null
    where organisation_id = ${act.office.id} and id = ${alarm.id}`.execute(act.db())
  const version = await act.changeRecord(alarm.id)
  const name = await nameOf(act, personId)
  act.emit(
    c.alarmAcknowledged,
    {
      id: alarm.id,
      title: alarm.title,
      name,
      notify: notice(alarm, 'notice.oncall.acknowledged', name),
      workDone: [{ key: unansweredTask(alarm.id) }],
    },
    [alarm.id, alarm.rota_id],
  )
  return version
}

export const acknowledgeAlarmBody = implementCommand(c.acknowledgeAlarm, {
  locks: input => lockAlarm(input),
  load: (act, { id }) => alarmOf(act, id, true),
  async run(act, { id }, alarm) {
    return { output: { id, version: await acknowledge(act, alarm, act.principal.id) } }
  },
})

export const takeAlarmBody = implementCommand(c.takeAlarm, {
  locks: input => lockAlarm(input),
  load: (act, { id }) => alarmOf(act, id, true),
  async run(act, { id, attemptId }, alarm) {
    const attempt = await attemptOf(act, attemptId)
    if (!attempt?.person_id || attempt.alarm_id !== id) return act.refuse(c.alarmLinkClosed)
    await acknowledge(act, alarm, attempt.person_id)
    await sql`
      update oncall.attempt set state = 'acknowledged', settled_at = ${act.at}, error = null
      where organisation_id = ${act.office.id} and id = ${attemptId}`.execute(act.db())
    return { output: {} }
  },
})

export const escalateAlarmBody = implementCommand(c.escalateAlarm, {
  locks: input => lockAlarm(input),
  load: (act, { id }) => alarmOf(act, id, true),
  async run(act, { id }, alarm) {
    requireOpen(act, alarm)
    if (!(await takeStep(act, alarm))) act.refuse(c.noFurtherStep, { title: alarm.title })
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

export const stepAlarmBody = implementCommand(c.stepAlarm, {
  locks: input => lockAlarm(input),
  load: (act, { id }) => alarmOf(act, id, true),
  async run(act, { id, taken }, alarm) {
    // Somebody has taken the alarm, or the step: by hand, or by a timer that came before.
    if (alarm.state !== 'open' || alarm.next_at === null || taken !== alarm.taken + 1)
      return { output: { done: false } }
    if (!(await takeStep(act, alarm))) await unanswered(act, alarm)
    await act.changeRecord(id)
    return { output: { done: true } }
  },
})

/** All rounds are through, and nobody came: that is for whoever leads the office. */
async function unanswered(act: Act, alarm: AlarmRow): Promise<void> {
  await sql`
    update oncall.alarm set next_at = null where organisation_id = ${act.office.id} and id = ${alarm.id}`.execute(
    act.db(),
  )
  const title = wordsIn(null, act.office.language, 'task.alarm-unanswered', { title: alarm.title }).slice(0, 300)
  const told = {
    key: unansweredTask(alarm.id),
    titleKey: 'notice.oncall.unanswered',
    params: { title: alarm.title },
    recordId: alarm.id,
    urgency: 'now' as const,
  }
  act.emit(
    c.alarmUnanswered,
    {
      id: alarm.id,
      title: alarm.title,
      notify: [
        { ...told, role: 'manager' },
        { ...told, role: 'owner' },
        { ...told, toId: alarm.raised_by_id },
      ],
      work: [
        {
          key: unansweredTask(alarm.id),
          title,
          role: 'manager',
          sourceId: alarm.id,
          dueOn: act.today,
          ifLate: 'holds-others' as const,
        },
      ],
    },
    [alarm.id],
  )
}

export const resolveAlarmBody = implementCommand(c.resolveAlarm, {
  locks: input => lockAlarm(input),
  load: (act, { id }) => alarmOf(act, id, true),
  async run(act, { id, outcome, workedMinutes }, alarm) {
    if (alarm.state === 'resolved') act.refuse(c.alarmOver, { title: alarm.title })
    // Whoever resolves what nobody took, took it.
    const byId = alarm.acknowledged_by_id ?? (act.principal.kind === 'person' ? act.principal.id : null)
    if (workedMinutes !== undefined && byId === null) act.refuse(c.workedUnknown)
    await sql`
      update oncall.alarm set state = 'resolved', resolved_by_id = ${act.principal.id}, resolved_at = ${act.at}, outcome = ${outcome}, next_at = null,
        acknowledged_by_id = ${byId}, acknowledged_at = ${byId === null ? null : (alarm.acknowledged_at ?? act.at)}, worked_minutes = ${workedMinutes ?? null}
      where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    const version = await act.changeRecord(id, {
      search: { body: [alarm.kind, alarm.details, outcome].filter(Boolean).join('\n') },
    })
    act.emit(
      c.alarmResolved,
      {
        id,
        title: alarm.title,
        notify: notice(alarm, 'notice.oncall.resolved', act.principal.name),
        workDone: [{ key: unansweredTask(id) }],
      },
      [id, alarm.rota_id],
    )
    return { output: { id, version } }
  },
})

export const recordAttemptBody = implementCommand(c.recordAttempt, {
  locks: input => lockAlarm(input),
  async run(act, { id, attemptId, state, error }) {
    const { rows } = await sql<{ person_id: string | null }>`
      update oncall.attempt set state = ${state}, settled_at = ${state === 'sending' ? null : act.at}, error = ${error}
      where organisation_id = ${act.office.id} and alarm_id = ${id} and id = ${attemptId} and state = 'sending' and way is not null
      returning person_id`.execute(act.db())
    if (rows[0] === undefined) return { output: {} }
    await act.changeRecord(id)
    if (state === 'failed') {
      const name = rows[0].person_id ? await nameOf(act, rows[0].person_id) : '–'
      act.emit(c.attemptFailed, { id, title: act.locked(id).title, name, error: error ?? '?' }, [id])
    }
    return { output: {} }
  },
})

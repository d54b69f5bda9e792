/** What the link in a message to whoever is on call opens: the alarm, and a way to take it without signing in. */
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { View } from '../../kernel/implement.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { namesOf, naming } from '../../kernel/named.ts'
import { linkSecretOf, type OutsideThing, readOutsideToken } from '../../kernel/outside/link.ts'
import { Refusal, refuse } from '../../kernel/refusal.ts'
import { type AlarmRow, alarmOf, type AttemptRow, attemptOf } from './alarm-row.ts'
import { alarmLinkClosed, takeAlarm } from './contract.ts'

interface Asked {
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
  readonly requestId: string
}

/** Links of what was resolved so long ago open nothing any more. */
const openDays = 7

const json = (body: unknown) => ({
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(body)),
})

async function shownOf(view: View, alarm: AlarmRow, attempt: AttemptRow) {
  const name = naming(await namesOf(view, [alarm.rota_id, alarm.raised_by_id, alarm.acknowledged_by_id]))
  return {
    office: view.office.name,
    zone: view.office.zone,
    title: alarm.title,
    details: alarm.details,
    kind: alarm.kind,
    rota: name(alarm.rota_id)?.title ?? '',
    raisedBy: name(alarm.raised_by_id)?.title ?? view.office.name,
    raisedAt: alarm.raised_at.toString(),
    state: alarm.state,
    acknowledgedBy: name(alarm.acknowledged_by_id)?.title ?? null,
    mine: alarm.acknowledged_by_id !== null && alarm.acknowledged_by_id === attempt.person_id,
    path: `/alarms/${alarm.id}`,
  }
}

interface Opened {
  readonly thing: OutsideThing
  readonly alarmId: string
  readonly shown: object
}

async function open(kernel: Kernel, { token, requestId }: Asked): Promise<Opened> {
  const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'alarm', token)
  if (!thing) return refuse(alarmLinkClosed)
  const { organisationId, id } = thing
  const found = await kernel
    .viewing({ organisationId, principalId: systemPrincipalId, requestId }, async view => {
      const attempt = await attemptOf(view, id)
      if (!attempt?.person_id) return null
      const alarm = await alarmOf(view, attempt.alarm_id)
      const isOld =
        alarm.resolved_at && Temporal.Instant.compare(alarm.resolved_at.add({ hours: 24 * openDays }), view.at) < 0
      return isOld ? null : { thing, alarmId: alarm.id, shown: await shownOf(view, alarm, attempt) }
    })
    .catch((error: unknown) => {
      if (error instanceof Refusal) return null
      throw error
    })
  return found ?? refuse(alarmLinkClosed)
}

const openDoor = {
  method: 'POST' as const,
  path: '/public/alarm/open',
  perMinute: 60,
  answer: async (kernel: Kernel, asked: Asked) => json((await open(kernel, asked)).shown),
}

const takeDoor = {
  method: 'POST' as const,
  path: '/public/alarm/take',
  perMinute: 20,
  async answer(kernel: Kernel, asked: Asked) {
    const { thing, alarmId } = await open(kernel, asked)
    const outcome = await kernel.dispatch({
      organisationId: thing.organisationId,
      principalId: systemPrincipalId,
      command: takeAlarm.name,
      input: { id: alarmId, attemptId: thing.id },
      requestId: asked.requestId,
      surface: 'link',
    })
    if (outcome.status === 'refused') throw new Refusal(outcome.refusal, outcome.refusal.data)
    return json((await open(kernel, asked)).shown)
  },
}

/** What whoever is on call reaches by a link. */
export const alarmPublic = [openDoor, takeDoor] as const

import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { withLink } from '../../../kernel/outside/link.ts'
import { phoneDoor } from '../../../kernel/phone/door.ts'
import { pushDoor } from '../../../kernel/push/door.ts'
import * as c from '../contract.ts'

function mustBeDone(outcome: Outcome<unknown>): void {
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
}

/** Writes turns into calendars, some in each act, until all stand there. */
export const writeCalendarsJobBody = implementJob(c.writeCalendarsJob, {
  run: async (run, { rotaId }) => {
    for (let n = 0; ; n++) {
      const outcome = await run.dispatch(c.writeCalendars, { id: rotaId }, `write-${n}`)
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
      if (outcome.output.written === 0) return
    }
  },
})

/** At night the horizon moves on. */
export const keepTurnsJobBody = implementJob(c.keepTurnsJob, {
  schedule: { cron: '40 2 * * *', zone: 'organisation' },
  run: async run => mustBeDone(await run.dispatch(c.keepTurns, {}, 'keep')),
})

/** The timer of a step. Run twice, or late, it finds the step taken. */
export const escalateJobBody = implementJob(c.escalateJob, {
  retryLimit: 20,
  run: async (run, { id, taken }) => mustBeDone(await run.dispatch(c.stepAlarm, { id, taken }, 'step')),
})

/** Looks each minute for alarms whose timer was lost, as when a backup was played back. */
export const watchJobBody = implementJob(c.watchJob, {
  schedule: { cron: '* * * * *', zone: 'organisation' },
  run: async run => {
    const { rows } = await run.query(c.dueAlarms, {})
    for (const { id, taken } of rows) mustBeDone(await run.dispatch(c.stepAlarm, { id, taken }, `${id}-${taken}`))
  },
})

type Told = Awaited<ReturnType<typeof toldOf>>
const toldOf = (run: JobRun, id: string, attemptId: string) => run.query(c.attemptToSend, { id, attemptId })

/** Tells one person by one way, and notes what became of it. A mail sent again is known as the same by its id. */
export const tellJobBody = implementJob(c.tellJob, {
  retryLimit: 3,
  run: async (run, { id, attemptId }) => {
    const told = await toldOf(run, id, attemptId)
    if (!told.wanted) return
    const { state, error } = await send(run, told, attemptId).then(
      () => ({ state: 'sent' as const, error: null }),
      (fault: Error) => ({ state: 'failed' as const, error: fault.message.slice(0, 300) || '?' }),
    )
    mustBeDone(await run.dispatch(c.recordAttempt, { id, attemptId, state, error }, state))
  },
})

function send(run: JobRun, told: Told, attemptId: string): Promise<unknown> {
  const linked = (text: string): string => withLink(text, run.organisationId, attemptId, 'alarm')
  const phone = phoneDoor()
  switch (told.way) {
    case 'mail':
      return need(mailDoor()).send({
        to: { name: told.name, address: need(told.email) },
        subject: told.title,
        text: linked(told.body),
        id: `alarm-${attemptId}`,
      })
    case 'push':
      return pushAll(told, {
        id: attemptId,
        title: told.title,
        body: told.short.replace('{link}', '').trim(),
        href: linked('{link}'),
      })
    case 'sms':
      return need(phone).sms(need(told.phone), linked(told.short))
    case 'voice':
      return need(phone).call(need(told.phone), told.spoken, told.language)
  }
}

function need<T>(value: T | null): T {
  if (value === null) throw new Error('no way out')
  return value
}

/** To every browser of theirs; one that takes it is enough. */
async function pushAll(told: Told, payload: object): Promise<void> {
  const door = need(pushDoor())
  const outcomes = await Promise.allSettled(told.browsers.map(browser => door.send(browser, JSON.stringify(payload))))
  if (outcomes.some(one => one.status === 'fulfilled' && one.value === 'sent')) return
  const fault = outcomes.find(one => one.status === 'rejected')
  throw fault ? (fault.reason as Error) : new Error('gone')
}

/** How an alarm goes on: a step tells whom it is for by all of its ways, and sets the timer of the next. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { keepLinkSecret } from '../../kernel/outside/link.ts'
import type { AlarmRow } from './alarm-row.ts'
import * as c from './contract.ts'
import { hasWay, openWays, reachOf } from './looked.ts'
import { livedRow, reckoned, type RotaRow, rotaOf, specOf, type StepRow, stepsOf } from './rota-row.ts'
import { at as personAt } from './schedule/final.ts'
import { layerRow } from './schedule/layers.ts'
import { nameOf } from './people.ts'

/** Where nobody can be told by the ways of a step, the next follows this soon. */
const minute: [number, number] = [0, 60_000]

/** Whom a step is for at this moment; null where nobody is on call. */
async function personOf(act: Act, row: RotaRow, step: StepRow): Promise<string | null> {
  if (step.whom === 'person') return step.person_id
  const now = act.at.epochMilliseconds
  const window = [now + minute[0], now + minute[1]] as const
  if (step.whom === 'on-call') {
    const lived = personAt(await livedRow(act, row, window), now)
    return (
      (lived ?? (row.state === 'live' ? personAt(await reckoned(act, row, true, window), now) : null))?.personId ?? null
    )
  }
  const spec = specOf(row, true)
  const layer = spec.layers.find(one => one.id === step.layer_id)
  return (layer && personAt(layerRow(layer, spec.zone, window), now)?.personId) ?? null
}

/** Which step it is, and how many there are in all rounds. */
export const stepAt = (steps: readonly StepRow[], rounds: number, taken: number): StepRow | null =>
  taken > steps.length * rounds ? null : (steps[(taken - 1) % steps.length] ?? null)

/** Takes the next step. False where all of all rounds have been taken. */
export async function takeStep(act: Act, alarm: AlarmRow): Promise<boolean> {
  const row = await rotaOf(act, alarm.rota_id)
  const steps = await stepsOf(act, row.id)
  const taken = alarm.taken + 1
  const step = stepAt(steps, row.rounds, taken)
  if (!step) return false
  const personId = await personOf(act, row, step)
  await keepLinkSecret(act.db())
  await tell(act, alarm.id, taken, personId, step)
  const next = act.at.add({ minutes: step.minutes })
  await sql`
    update oncall.alarm set taken = ${taken}, next_at = ${next}
    where organisation_id = ${act.office.id} and id = ${alarm.id}`.execute(act.db())
  act.enqueue(c.escalateJob, { id: alarm.id, taken: taken + 1 }, { startAfter: next })
  const name = personId ? await nameOf(act, personId) : '–'
  act.emit(c.alarmStepped, { id: alarm.id, title: alarm.title, name, count: taken }, [alarm.id])
  return true
}

/** An attempt for each way; of each it is noted what became of it. */
async function tell(act: Act, alarmId: string, taken: number, personId: string | null, step: StepRow): Promise<void> {
  const insert = (way: c.Way | null, state: c.AttemptState, id = act.newId()) =>
    sql`
      insert into oncall.attempt (organisation_id, id, alarm_id, taken, person_id, way, at, state, settled_at)
      values (${act.office.id}, ${id}, ${alarmId}, ${taken}, ${personId}, ${way}, ${act.at}, ${state}, ${state === 'sending' ? null : act.at})`.execute(
      act.db(),
    )
  if (personId === null) {
    await insert(null, 'nobody')
    return
  }
  const reach = (await reachOf(act, [personId])).get(personId)
  const open = openWays()
  for (const way of step.ways) {
    if (!open.includes(way) || !hasWay(reach, way)) {
      await insert(way, 'no-way')
      continue
    }
    const attemptId = act.newId()
    await insert(way, 'sending', attemptId)
    act.enqueue(c.tellJob, { id: alarmId, attemptId })
  }
}

import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import { raiseAlarm, who } from '../../oncall/contract.ts'
import * as c from '../contract.ts'

/** Tells the next who should know; whoever is on call is paged by an alarm, which goes on until somebody takes it. */
async function goOn(run: JobRun, id: string, step: number): Promise<void> {
  const outcome = await run.dispatch(c.escalateSlip, { id, step }, `${id}-${step}`)
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  const { page, private: isPrivate } = outcome.output
  if (page === null) return
  const rota = (await run.query(who, {})).rows.find(row => row.person !== null)
  if (!rota) return
  const about = isPrivate ? {} : { aboutId: id }
  const raised = await run.dispatch(raiseAlarm, { rotaId: rota.rota.id, title: page, ...about }, `${id}-page`)
  if (raised.status !== 'done') throw new Error(JSON.stringify(raised))
}

/** The timer of a step. Run twice, or late, it finds the step taken. */
export const escalateSlipJobBody = implementJob(c.escalateSlipJob, {
  retryLimit: 20,
  run: (run, { id, step }) => goOn(run, id, step),
})

/** Looks each minute for slips whose timer was lost, as when a backup was played back, and for calls of which no end was told. */
export const watchSlipsJobBody = implementJob(c.watchSlipsJob, {
  schedule: { cron: '* * * * *', zone: 'organisation' },
  run: async run => {
    const { rows } = await run.query(c.dueSlips, {})
    for (const { id, step } of rows) await goOn(run, id, step)
    for (const lost of (await run.query(c.lostCalls, {})).rows)
      await run.dispatch(
        c.hearCall,
        { ...lost, what: 'ended', cause: 'lost' },
        `lost ${lost.wireId} ${lost.externalId}`,
      )
  },
})

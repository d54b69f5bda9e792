import { sql } from 'kysely'
import { implementCommand, implementJob } from '../implement.ts'
import { tidy, tidyJob } from './contract.ts'

/** How long the progress of an ended job can be looked at. */
const progressKeptFor = Temporal.Duration.from({ hours: 30 * 24 })

export const tidyBody = implementCommand(tidy, {
  async run(act) {
    const answers =
      await sql`delete from kernel.idempotency where organisation_id = ${act.office.id} and expires_at < ${act.at}`.execute(
        act.db(),
      )
    const jobs = await sql`
      delete from kernel.job_progress where organisation_id = ${act.office.id} and finished_at < ${act.at.subtract(progressKeptFor)}`.execute(
      act.db(),
    )
    return { output: { answers: Number(answers.numAffectedRows ?? 0n), jobs: Number(jobs.numAffectedRows ?? 0n) } }
  },
})

export const tidyJobBody = implementJob(tidyJob, {
  schedule: { cron: '17 3 * * *', zone: 'organisation' },
  run: async run => {
    const outcome = await run.dispatch(tidy, {}, 'tidy')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  },
})

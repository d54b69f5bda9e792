import { implementJob } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { queueNow, type ServerJob } from '../wires/fax-server.ts'

interface Followed {
  readonly id: string
  readonly spoolJob: string | null
  readonly late: boolean
}

/** Null where there is nothing new to say. */
function toldOf(fax: Followed, jobs: ReadonlyMap<string, ServerJob>) {
  const job = fax.spoolJob ? jobs.get(fax.spoolJob) : undefined
  if (job && job.state !== 'waits') return { state: job.state, problem: job.problem, report: job.said }
  // The server still tries it: it will say when it gives up.
  if (job || !fax.late) return null
  return { state: 'doubtful' as const, problem: 'no-report' as const, report: '' }
}

/** Every other minute; nothing is asked where nothing is under way, and the journal hears only of what has changed. */
export const followJobBody = implementJob(c.followJob, {
  schedule: { cron: '*/2 * * * *', zone: 'organisation' },
  async run(run) {
    const { faxes } = await run.query(c.faxesToFollow, {})
    if (faxes.length === 0) return
    const jobs = faxes.some(({ spoolJob }) => spoolJob) ? await queueNow() : new Map<string, ServerJob>()
    for (const fax of faxes) {
      const told = toldOf(fax, jobs)
      if (!told) continue
      const outcome = await run.dispatch(
        c.noteReport,
        { id: fax.id, ...told, spoolJob: null, reportId: null },
        `follow:${fax.id}:${told.state}`,
      )
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
    }
  },
})

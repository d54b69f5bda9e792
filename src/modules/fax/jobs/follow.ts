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
    const faults: unknown[] = []
    const asks = faxes.some(({ spoolJob }) => spoolJob)
    const jobs = asks
      ? await queueNow().catch((fault: unknown) => void faults.push(fault))
      : new Map<string, ServerJob>()
    for (const fax of faxes) {
      // Of what lies in the server's queue nothing is known while it does not answer.
      if (fax.spoolJob && !jobs) continue
      const told = toldOf(fax, jobs ?? new Map())
      if (!told) continue
      const outcome = await run.dispatch(
        c.noteReport,
        { id: fax.id, ...told, spoolJob: null, reportId: null },
        `follow:${fax.id}:${told.state}`,
      )
      if (outcome.status !== 'done') faults.push(new Error(JSON.stringify(outcome)))
    }
    // One that cannot be noted keeps no other waiting.
    if (faults.length > 0) throw faults[0]
  },
})

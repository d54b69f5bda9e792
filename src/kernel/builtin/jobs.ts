import { type Kysely, sql } from 'kysely'
import { implementCommand, implementQuery } from '../implement.ts'
import { deadQueue } from '../jobs/queues.ts'
import { cancelJob, jobNotFound, listJobs, reviveJob } from './contract.ts'

interface Row {
  id: string
  name: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'dead'
  done: bigint
  total: bigint | null
  note: string
  started_at: Temporal.Instant
  finished_at: Temporal.Instant | null
  error: string | null
}

// The queue lies outside row-level security: the organisation is asked for in its envelope.
const ofOrganisation = (id: string) => sql`data ->> 'organisationId' = ${id}`

export const listJobsBody = implementQuery(listJobs, async (view, input) => {
  const db = view.db() as Kysely<unknown>
  const { rows } = await sql<Row>`
    select * from (
      select job_id as id, name, case when finished_at is null then 'running' when error is null then 'done' else 'failed' end as state,
        done, total, note, started_at, finished_at, error from kernel.job_progress where organisation_id = ${view.office.id}
      union all
      select id, name, 'waiting', 0, null, '', created_on, null, null from pgboss.job
        where state in ('created', 'retry') and name <> ${deadQueue} and ${ofOrganisation(view.office.id)}
      union all
      select id, data ->> 'job', 'dead', 0, null, '', created_on, created_on, coalesce(source_output ->> 'message', output ->> 'message', '') from pgboss.job
        where name = ${deadQueue} and state = 'created' and ${ofOrganisation(view.office.id)}
    ) jobs where ${input.state ?? null}::text is null or state = ${input.state ?? null}
    order by started_at desc limit ${input.limit}`.execute(db)
  const counted = await sql<{ waiting: bigint; dead: bigint }>`
    select count(*) filter (where name <> ${deadQueue}) as waiting, count(*) filter (where name = ${deadQueue}) as dead
    from pgboss.job where state in ('created', 'retry') and ${ofOrganisation(view.office.id)}`.execute(db)
  return {
    rows: rows.map(row => ({
      id: row.id,
      name: row.name,
      state: row.state,
      done: Number(row.done),
      total: row.total === null ? null : Number(row.total),
      note: row.note,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
      error: row.error,
    })),
    waiting: Number(counted.rows[0]!.waiting),
    dead: Number(counted.rows[0]!.dead),
  }
})

export const reviveJobBody = implementCommand(reviveJob, {
  async run(act, { jobId }) {
    const { rows } = await sql<{ data: { job: string; payload: unknown } }>`
      delete from pgboss.job where id = ${jobId} and name = ${deadQueue} and ${ofOrganisation(act.office.id)} returning data`.execute(
      act.db(),
    )
    const dead = rows[0]?.data ?? act.refuse(jobNotFound, { jobId })
    act.revive(dead.job, dead.payload)
    return { output: { queue: dead.job } }
  },
})

export const cancelJobBody = implementCommand(cancelJob, {
  async run(act, { jobId }) {
    const waiting = await sql`
      update pgboss.job set state = 'cancelled', completed_on = ${act.at}
      where id = ${jobId} and state in ('created', 'retry') and name <> ${deadQueue} and ${ofOrganisation(act.office.id)}`.execute(
      act.db(),
    )
    if (waiting.numAffectedRows) return { output: { running: false } }
    const running = await sql`
      update kernel.job_progress set cancel_requested = true
      where organisation_id = ${act.office.id} and job_id = ${jobId} and finished_at is null`.execute(act.db())
    if (!running.numAffectedRows) act.refuse(jobNotFound, { jobId })
    return { output: { running: true } }
  },
})

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
  cancelled: boolean
}

// The queue lies outside row-level security: the organisation is asked for in its envelope.
const ofOrganisation = (id: string) => sql`data ->> 'organisationId' = ${id}`

// What runs and waits is told by the queue, which also knows when a process was killed; how far it has come, by the job.
const queued = (id: string) => sql`
  select j.id, j.name, case when j.state = 'active' then 'running' else 'waiting' end as state,
    coalesce(p.done, 0) as done, p.total, coalesce(p.note, '') as note,
    case when j.state = 'active' then j.started_on else j.created_on end as started_at, null::timestamptz as finished_at,
    case when j.state = 'retry' then j.output ->> 'message' end as error, false as cancelled
  from pgboss.job j left join kernel.job_progress p on p.organisation_id = ${id} and p.job_id = j.id
  where j.state in ('created', 'retry', 'active') and j.name <> ${deadQueue} and ${ofOrganisation(id)}`

const ended = (id: string) => sql`
  select p.job_id as id, p.name, case when p.error is null or p.cancel_requested then 'done' else 'failed' end as state,
    p.done, p.total, p.note, p.started_at, p.finished_at,
    case when not p.cancel_requested then p.error end as error, p.cancel_requested and p.error is not null as cancelled
  from kernel.job_progress p where p.organisation_id = ${id} and p.finished_at is not null and not exists (
    select from pgboss.job j where j.id = p.job_id and j.name = p.name and j.state in ('created', 'retry', 'active', 'cancelled'))
  union all
  select id, name, 'done', 0, null, '', created_on, completed_on, null, true from pgboss.job
  where state = 'cancelled' and name <> ${deadQueue} and ${ofOrganisation(id)}`

const dead = (id: string) => sql`
  select id, data ->> 'job', 'dead', 0, null, '', created_on, created_on,
    coalesce(source_output ->> 'message', output ->> 'message', ''), false from pgboss.job
  where name = ${deadQueue} and state = 'created' and ${ofOrganisation(id)}`

export const listJobsBody = implementQuery(listJobs, async (view, input) => {
  const db = view.db() as Kysely<unknown>
  const { rows } = await sql<Row>`
    select * from (${sql.join([ended(view.office.id), queued(view.office.id), dead(view.office.id)], sql` union all `)}) jobs
    where ${input.state ?? null}::text is null or state = ${input.state ?? null}
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
      cancelled: row.cancelled,
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
      insert into kernel.job_progress as p (organisation_id, job_id, name, cancel_requested, started_at, changed_at)
      select ${act.office.id}, id, name, true, started_on, ${act.at}::timestamptz from pgboss.job
      where id = ${jobId} and state = 'active' and name <> ${deadQueue} and ${ofOrganisation(act.office.id)}
      on conflict (organisation_id, job_id) do update set cancel_requested = true, changed_at = excluded.changed_at`.execute(
      act.db(),
    )
    if (!running.numAffectedRows) act.refuse(jobNotFound, { jobId })
    return { output: { running: true } }
  },
})

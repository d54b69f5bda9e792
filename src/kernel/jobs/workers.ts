import type { JobWithMetadata } from 'pg-boss'
import { inReadOnly, inTransaction } from '../database/transaction.ts'
import type { JobBody, JobRun } from '../implement.ts'
import type { Kernel } from '../kernel.ts'
import { Refusal } from '../refusal.ts'
import type { Boss, Envelope } from './boss.ts'
import { watchDue } from './due.ts'
import { keepSchedules } from './schedules.ts'

/** Thrown into a job that somebody asked to stop; it ends without a retry. */
export class JobCancelled extends Error {
  constructor() {
    super('cancelled')
  }
}

export interface Workers {
  wake(names: readonly string[]): void
  /** Lets running jobs come to an end for a while, then hands the rest to the next worker. */
  stop(): Promise<void>
}

/** Workers are woken for what is due (`watchDue`); what nobody woke them for they would find by themselves within this. */
const unwokenSeconds = 60

/** Starts the workers of every job of the registry. */
export async function startWorkers(kernel: Kernel, boss: Boss): Promise<Workers> {
  const stopping = new AbortController()
  const ids = new Map<string, string[]>()
  const wake = (names: Iterable<string>) => {
    for (const name of new Set(names)) for (const id of ids.get(name) ?? []) boss.notifyWorker(id)
  }
  const start = (body: JobBody) =>
    boss.work(
      body.job.name,
      {
        includeMetadata: true as const,
        batchSize: 1,
        pollingIntervalSeconds: unwokenSeconds,
        heartbeatRefreshSeconds: 4,
      },
      async ([job]: JobWithMetadata<Envelope>[]) => {
        if (!job) return
        // Where one waits there may be more: its workers ask again at once.
        wake([body.job.name])
        await runJob(kernel, body, job, stopping.signal)
      },
    )
  for (const body of kernel.registry.jobs) {
    const own: string[] = []
    ids.set(body.job.name, own)
    // One by one, each with an id of its own: of those of one call only the first could be woken.
    for (let n = 0; n < (body.concurrency ?? 1); n++) own.push(await start(body))
  }
  const due = watchDue(kernel, [...ids.keys()], wake)
  const schedules = await keepSchedules(kernel, boss)
  return {
    wake,
    stop: async () => {
      due.end()
      schedules.end()
      stopping.abort()
      await boss.stop({ graceful: true, timeout: 8_000, close: false })
    },
  }
}

/** How soon a job that tells nothing of its progress hears that somebody asked it to stop. */
const lookForCancelMs = 1_000

async function runJob(
  kernel: Kernel,
  body: JobBody,
  job: JobWithMetadata<Envelope>,
  stopping: AbortSignal,
): Promise<void> {
  const { organisationId, principalId, mandateId, payload } = job.data
  const cancel = new AbortController()
  const log = (level: 'info' | 'warn' | 'error', message: string, data: object = {}) =>
    kernel.log(level, message, { job: job.name, jobId: job.id, organisationId, attempt: job.retryCount, ...data })
  const started = performance.now()
  const as = { organisationId, principalId, mandateId }
  const run: JobRun = {
    organisationId,
    jobId: job.id,
    principalId,
    attempt: job.retryCount,
    signal: AbortSignal.any([stopping, cancel.signal, job.signal]),
    files: kernel.files,
    dispatch: async (command, input, step) => {
      cancel.signal.throwIfAborted()
      return kernel.dispatch({
        ...as,
        command: command.name,
        input,
        key: `job:${job.id}:${step}`,
        requestId: `job:${job.id}`,
        surface: 'job',
      })
    },
    query: async (query, input) => {
      cancel.signal.throwIfAborted()
      const answer = await kernel.ask({ ...as, query: query.name, input, requestId: `job:${job.id}` })
      if (answer.status === 'refused') throw new Error(`${query.name} refused: ${answer.refusal.name}`)
      return query.output.decode(answer.output as never)
    },
    progress: async (done, total, note) => {
      const wanted = await noteProgress(kernel, organisationId, job, { done, total: total ?? null, note: note ?? '' })
      if (wanted) cancel.abort(new JobCancelled())
    },
  }
  const looking = setInterval(
    () =>
      void cancelWanted(kernel, organisationId, job.id).then(
        wanted => wanted && cancel.abort(new JobCancelled()),
        () => {},
      ),
    lookForCancelMs,
  )
  try {
    await body.run(run, body.job.payload.decode(payload as never))
    await endProgress(kernel, organisationId, job, null)
    log('info', 'job done', { ms: Math.round(performance.now() - started) })
  } catch (error) {
    const message = error instanceof Refusal ? error.refusalName : (error as Error).message
    await endProgress(kernel, organisationId, job, message).catch(() => {})
    if (error instanceof JobCancelled || cancel.signal.aborted) return log('info', 'job cancelled')
    log('warn', 'job failed', { error: (error as Error).stack ?? message })
    throw error
  } finally {
    clearInterval(looking)
  }
}

function cancelWanted(kernel: Kernel, organisationId: string, jobId: string): Promise<boolean> {
  return inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query<{ cancel_requested: boolean }>(
      'select cancel_requested from kernel.job_progress where organisation_id = $1 and job_id = $2',
      [organisationId, jobId],
    )
    return rows[0]?.cancel_requested ?? false
  })
}

/** Writes how far a job has come; answers whether somebody asked it to stop. Operational: outside the journal. */
async function noteProgress(
  kernel: Kernel,
  organisationId: string,
  job: JobWithMetadata<Envelope>,
  is: { done: number; total: number | null; note: string },
): Promise<boolean> {
  const cancelled = await inTransaction(
    kernel.pool,
    organisationId,
    { clock: kernel.clock },
    async ({ client, at }) => {
      const { rows } = await client.query<{ cancel_requested: boolean }>(
        `insert into kernel.job_progress (organisation_id, job_id, name, done, total, note, started_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7)
       on conflict (organisation_id, job_id) do update set done = $4, total = $5, note = $6, changed_at = $7, finished_at = null, error = null
       returning cancel_requested`,
        [organisationId, job.id, job.name, is.done, is.total, is.note, at],
      )
      return { keep: true, value: rows[0]!.cancel_requested }
    },
  )
  kernel.committed(organisationId)
  return cancelled
}

async function endProgress(
  kernel: Kernel,
  organisationId: string,
  job: JobWithMetadata<Envelope>,
  error: string | null,
): Promise<void> {
  await inTransaction(kernel.pool, organisationId, { clock: kernel.clock }, async ({ client, at }) => {
    await client.query(
      'update kernel.job_progress set finished_at = $3, changed_at = $3, error = $4 where organisation_id = $1 and job_id = $2',
      [organisationId, job.id, at, error],
    )
    return { keep: true, value: undefined }
  })
}

/** The way to the printer and back: each step is noted before the next, so that a killed job goes on where it was. */
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import * as c from '../contract.ts'
import { lookAt } from '../wire/abilities.ts'
import { makePrintable } from '../wire/make-printable.ts'
import { findPrinting, followPrinting, IppRefused, type JobSeen, stopPrinting } from '../wire/operations.ts'
import { PrinterFault, type Reached } from '../wire/post.ts'
import { handOver } from '../wire/print.ts'

type ToSend = Awaited<ReturnType<typeof jobOf>>
const jobOf = (run: JobRun, id: string) => run.query(c.jobToSend, { id })

const reachedBy = (run: JobRun, { uri, certificate }: Pick<ToSend, 'uri' | 'certificate'>): Reached => ({
  uri,
  certificate,
  signal: run.signal,
})
/** By this name the printer knows it, and whoever looks for it after a crash. */
const nameOf = ({ title, id }: ToSend): string => `${title.slice(0, 120)} · ${id.slice(-12)}`

interface Noted {
  readonly state: c.JobState
  readonly printerNumber?: number | null
  readonly reasons?: readonly string[]
  readonly sheets?: number | null
  readonly problem?: string | null
}

async function note(run: JobRun, id: string, noted: Noted, step: string): Promise<void> {
  const outcome = await run.dispatch(
    c.noteJob,
    {
      id,
      state: noted.state,
      printerNumber: noted.printerNumber ?? null,
      reasons: [...(noted.reasons ?? [])],
      sheets: noted.sheets ?? null,
      problem: noted.problem ?? null,
    },
    step,
  )
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
}

const seenAs = ({ state, number, reasons, sheets }: JobSeen): Noted => ({
  state,
  printerNumber: number,
  reasons,
  sheets,
})

/** What a fault means for the job: null where it may pass, and is tried again. */
const lasting = (fault: unknown): string | null => {
  if (fault instanceof IppRefused) return fault.passes ? null : 'refused'
  if (fault instanceof PrinterFault) return fault.problem === 'unreachable' ? null : fault.problem
  return null
}

const mostAttempts = 8

async function send(run: JobRun, job: ToSend): Promise<void> {
  const reached = reachedBy(run, job)
  const found = job.state === 'sending' ? await findPrinting(reached, nameOf(job)) : null
  if (found) return note(run, job.id, seenAs(found), 'found')
  if (job.state === 'queued') await note(run, job.id, { state: 'sending' }, 'sending')
  const abilities = job.abilities ?? (await lookAt(reached)).abilities
  const printable = await makePrintable({
    organisationId: run.organisationId,
    digest: job.digest,
    mediaType: job.mediaType,
    abilities,
    sides: job.sides,
    grey: job.colour === 'grey',
    size: job.size,
    bytes: () => run.files.bytes(run.organisationId, Buffer.from(job.digest, 'hex')),
  })
  if (!printable) return note(run, job.id, { state: 'failed', problem: 'format' }, 'failed')
  const { copies, sides, colour, staple, tray, size } = job
  const wanted = { name: nameOf(job), user: job.ownerName, copies, sides, colour, staple, tray, size }
  await note(run, job.id, seenAs(await handOver(reached, wanted, abilities, printable)), 'sent')
}

export const sendJobBody = implementJob(c.sendJob, {
  retryLimit: mostAttempts,
  expireSeconds: 300,
  concurrency: 2,
  async run(run, { jobId }) {
    const job = await jobOf(run, jobId)
    if (job.state !== 'queued' && job.state !== 'sending') return
    try {
      await send(run, job)
    } catch (fault) {
      const problem = lasting(fault) ?? (run.attempt >= mostAttempts ? 'unreachable' : null)
      if (!problem) throw fault
      await note(run, jobId, { state: 'failed', problem }, 'failed')
    }
  },
})

async function follow(run: JobRun, job: ToSend): Promise<void> {
  const reached = reachedBy(run, job)
  const number = job.printerNumber!
  if (job.cancelAsked) await stopPrinting(reached, number, job.ownerName).catch(ended)
  await note(run, job.id, seenAs(await followPrinting(reached, number)), 'seen')
}

/** A job that has ended cannot be stopped, which is just as well. */
const ended = (fault: unknown): void => {
  if (!(fault instanceof IppRefused)) throw fault
}

export const followJobBody = implementJob(c.followJob, {
  retryLimit: mostAttempts,
  concurrency: 4,
  async run(run, { jobId }) {
    const job = await jobOf(run, jobId)
    if ((job.state !== 'printing' && job.state !== 'held') || job.printerNumber === null) return
    try {
      await follow(run, job)
    } catch (fault) {
      const forgotten = fault instanceof IppRefused && fault.status === 0x0406
      // A printer that has forgotten a job has printed it: histories are short.
      if (forgotten) return note(run, jobId, { state: job.cancelAsked ? 'cancelled' : 'done' }, 'forgotten')
      const problem = lasting(fault) ?? (run.attempt >= mostAttempts ? 'unreachable' : null)
      if (!problem) throw fault
      await note(run, jobId, { state: 'failed', problem }, 'failed')
    }
  },
})

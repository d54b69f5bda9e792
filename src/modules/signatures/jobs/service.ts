/**
 * What a document needs next at the service, killed anywhere and done again: its id there is kept before anybody is asked, and where nobody
 * knows whether it was started, the service is asked. The signed file is fetched as it is, with the service's own evidence in it.
 */
import { newId } from '../../../kernel/ids.ts'
import { implementJob, type JobRun } from '../../../kernel/implement.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { linkSecretOf, outsideAddress, outsidePages, outsideToken } from '../../../kernel/outside/link.ts'
import * as c from '../contract.ts'
import { type AtService, openAtService, reachOf, serviceOf, signaturesKernel, standingOf } from '../services/reach.ts'
import { type Outgoing, type Reached, ServiceFault, type Standing } from '../services/service.ts'
import { mustBeDone } from './jobs.ts'
import { place } from './seal.ts'

interface Step {
  readonly run: JobRun
  readonly kernel: Kernel
  readonly id: string
  readonly to: Reached
  readonly at: AtService
}

const note = async ({ run, id }: Pick<Step, 'run' | 'id'>, what: object): Promise<string | null> =>
  mustBeDone(await run.dispatch(c.noteService, { id, ...what } as never, `note ${newId()}`)).externalId

/** The day by which it should be signed is no end: the service closes it two weeks later. */
const graceDays = 14
const usualDays = 90
const mostDays = 365

async function outgoingOf({ kernel, run, id, at }: Step): Promise<Outgoing> {
  const { organisationId } = run
  const token = outsideToken(await linkSecretOf(kernel.pool), 'signed', { organisationId, id })
  const days = at.days === null ? usualDays : Math.max(at.days, 1) + graceDays
  return {
    title: at.title,
    note: at.note,
    language: at.signers[0]?.language ?? 'en',
    days: Math.min(days, mostDays),
    callback: outsideAddress(`${outsidePages.signed}/${token}`),
    signers: at.signers,
  }
}

/** Draft, kept id, who signs; started only where the service says that nobody was asked yet. */
async function send(step: Step): Promise<string> {
  const { run, to, at } = step
  const service = serviceOf(to.wire)
  const made = async () => {
    const pdf = await run.files.bytes(run.organisationId, at.digest)
    return note(step, { externalId: await service.create(to, { name: 'document.pdf', pdf }) })
  }
  const externalId = at.externalId ?? (await made())!
  if ((await service.status(to, externalId)).state !== 'drafted') return externalId
  await service.prepare(to, externalId, await outgoingOf(step))
  await service.start(to, externalId).catch(async fault => {
    // Another attempt may have been quicker.
    if ((await service.status(to, externalId)).state === 'drafted') throw fault
  })
  return externalId
}

/** Whether the service knows something that is not known here. */
function isNews({ serviceState, said, signers }: AtService, { state, parties }: Standing): boolean {
  if (state !== serviceState || said !== null) return true
  return parties.some(({ email, signedAt, seenAt }) => {
    const one = signers.find(signer => signer.email.toLowerCase() === email)
    return one !== undefined && ((signedAt !== null && !one.signed) || (seenAt !== null && !one.seen))
  })
}

/** What it does not do now may be done there already: how it stands is asked, or does not matter. */
function ifRefused(fault: unknown): void {
  if (!(fault instanceof ServiceFault) || fault.kind !== 'refused') throw fault
}

async function follow(step: Step, remind: boolean): Promise<void> {
  const { to, at } = step
  const service = serviceOf(to.wire)
  const externalId = at.serviceState === 'sending' ? await send(step) : at.externalId!
  const now = await service.status(to, externalId)
  if (now.state === 'drafted') return
  if (isNews(at, now)) await note(step, { state: now.state, said: null, parties: now.parties })
  if (remind && now.state === 'pending') await service.remind(to, externalId).catch(ifRefused)
}

async function fetchSigned({ run, id, to, at }: Step): Promise<void> {
  const bytes = await serviceOf(to.wire).fetch(to, at.externalId!)
  if (!bytes) return
  const sealed = await run.query(c.toSeal, { id })
  const name = `${sealed.name.replace(/\.[a-z0-9]{1,5}$/i, '')}.pdf`
  const file = await run.files.put(run.organisationId, bytes, { name, mediaType: 'application/pdf' })
  // Placed before, and cut off before it was noted.
  const isThere = at.current?.equals(file.digest) === true
  const documentId = isThere ? at.documentId : await place(run, sealed, file.id, name)
  const input = { id, digest: file.digest.toString('hex'), fileId: file.id, documentId }
  mustBeDone(await run.dispatch(c.noteSealed, input, `sealed ${id}`))
}

/** Taken out here: nobody is to sign it there any more. */
async function withdraw(step: Step): Promise<void> {
  const { to, at } = step
  const service = serviceOf(to.wire)
  if (at.externalId === null) return void (await note(step, { state: 'cancelled', said: null }))
  const { state: before } = await service.status(to, at.externalId)
  if (before === 'pending') await service.withdraw(to, at.externalId).catch(ifRefused)
  const { state } = before === 'pending' ? await service.status(to, at.externalId) : { state: before }
  if (state !== 'pending') await note(step, { state: state === 'drafted' ? 'cancelled' : state, said: null })
}

async function bringForward(run: JobRun, id: string, remind: boolean): Promise<void> {
  const kernel = signaturesKernel()
  const at = kernel && (await standingOf(kernel, run.organisationId, id))
  const to = at && (await reachOf(kernel, run.organisationId))
  if (!kernel || !at || !to || to.wire !== at.service) return
  const step = { run, kernel, id, to, at }
  const isOpen = at.serviceState === 'sending' || at.serviceState === 'pending'
  try {
    if (at.state === 'open') await follow(step, remind)
    else if (at.state === 'completed') await (at.sealed ? undefined : fetchSigned(step))
    else if (isOpen) await withdraw(step)
  } catch (fault) {
    if (!(fault instanceof ServiceFault)) throw fault
    const said = fault.message.slice(0, 300) || fault.kind
    // What it will not take is told; whatever else there is, it is tried at the next round.
    if (fault.kind === 'refused' && isOpen) await note(step, { state: 'failed', said })
    else if (said !== at.said) await note(step, { said })
  }
}

export const serviceJobBody = implementJob(c.serviceJob, {
  retryLimit: 10,
  expireSeconds: 300,
  run: (run, { id, remind }) => bringForward(run, id, remind),
})

/** Every ten minutes, since a webhook may get lost, or cannot come at all. */
export const serviceRoundJobBody = implementJob(c.serviceRoundJob, {
  schedule: { cron: '*/10 * * * *', zone: 'organisation' },
  async run(run) {
    const kernel = signaturesKernel()
    if (!kernel) return
    const faults: unknown[] = []
    // One that cannot go on keeps no other waiting; the round is told of, and comes again.
    for (const id of await openAtService(kernel, run.organisationId))
      await bringForward(run, id, false).catch((fault: unknown) => faults.push(fault))
    if (faults.length > 0) throw faults[0]
  },
})

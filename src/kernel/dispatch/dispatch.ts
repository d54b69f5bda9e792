/** The dispatcher: every act, by whichever way it came, takes this walk in one READ COMMITTED transaction. */
import { setTimeout as wait } from 'node:timers/promises'
import { inTransaction, type Opened, type Opening } from '../database/transaction.ts'
import { kernelRefusals, Refusal, refuse } from '../refusal.ts'
import { brokenRule } from './broken-rule.ts'
import { claimKey } from './idempotency.ts'
import { journalAppend } from './journal-lines.ts'
import { lockAhead } from './locks.ts'
import { type Outcome, type Request, refused } from './outcome.ts'
import type { Parts, Walk } from './parts.ts'
import { step } from './step.ts'
import { actAs, redispatch } from './within.ts'

const attempts = 6
const serializationFailure = '40001'
const deadlock = '40P01'
const lockNotAvailable = '55P03'

interface DatabaseError {
  readonly code?: string
}

/** Dispatches a request; never throws for what a caller can cause. */
export async function dispatch(parts: Parts, request: Request): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await walkOnce(parts, request)
    } catch (error) {
      if (error instanceof Refusal) return refused(error)
      const { code = '' } = error as DatabaseError
      if ((code === serializationFailure || code === deadlock) && attempt < attempts) {
        await wait(Math.random() * 20 * 2 ** attempt)
        continue
      }
      return faultOf(parts, request, error as Error & DatabaseError)
    }
  }
}

function faultOf(parts: Parts, request: Request, error: Error & DatabaseError): Outcome {
  const { code = '' } = error
  if (code === lockNotAvailable || code === serializationFailure || code === deadlock)
    return refused(new Refusal(kernelRefusals.busy))
  const broken = brokenRule(parts.registry.commandBody(request.command), error)
  if (broken) return refused(broken)
  parts.log('error', 'act failed', {
    requestId: request.requestId,
    command: request.command,
    error: error.stack ?? String(error),
  })
  return refused(new Refusal(kernelRefusals.fault, { requestId: request.requestId }))
}

async function walkOnce(parts: Parts, request: Request): Promise<Outcome> {
  const body = parts.registry.commandBody(request.command)
  if (!body) refuse(kernelRefusals.unknownAct, { act: request.command })
  const wakes: string[] = []
  const read = body.command.input.safeDecode(request.input as never)
  const now = parts.clock?.()
  const beside = async ({ client, tx }: Opening) => {
    const who = Promise.all([
      parts.authority.principal(tx, request.principalId, request.mandateId ?? null, now ?? null),
      request.proof?.(client),
    ])
    // Whoever comes twice under one key waits there for the first, before it takes hold of anything.
    if (request.key || !read.success) return { principal: (await who)[0], held: [], seen: undefined }
    const office = { id: request.organisationId }
    const [[principal], held, ahead] = await Promise.all([
      who,
      lockAhead(client, request.organisationId, body.locks?.(read.data) ?? []),
      body.ahead?.({ office, db: () => tx as never }, read.data),
    ])
    return { principal, held, seen: { ahead } }
  }
  const options = { clock: now && (() => now), beside }
  const outcome = await inTransaction(
    parts.pool,
    request.organisationId,
    options,
    async (opened, { principal, held, seen }) => {
      const earlier = request.dryRun ? null : await claimKey(opened, request, parts.secret)
      if (earlier) return { keep: false, value: earlier }
      const walk = startWalk(parts, request, opened)
      for (const row of held) walk.locked.set(row.id, row)
      if (!principal) refuse(kernelRefusals.notPermitted, { act: request.command })
      if (body.command.door === 'none' && principal.kind !== 'system')
        refuse(kernelRefusals.unknownAct, { act: request.command })
      const answer = await step(walk, body, principal, request.input, { by: 'actor' }, 0, read, seen)
      wakes.push(...walk.jobs.map(job => job.name))
      const found: Outcome =
        answer.status === 'asked'
          ? { status: 'asked', approval: { id: answer.approvalId }, because: answer.because }
          : {
              status: 'done',
              output: answer.wire,
              undo: answer.result.undo ?? null,
              events: walk.happened,
              jobs: walk.jobs.map(({ name, payload }) => ({ name, payload })),
              journal: null,
            }
      if (request.dryRun) {
        await opened.unanswered.heard()
        await opened.client.query('set constraints all immediate')
        return { keep: false, value: found }
      }
      return { keep: true, value: await settle(walk, request, found) }
    },
  )
  if (!request.dryRun && outcome.status !== 'refused') {
    parts.committed(request.organisationId)
    if (wakes.length > 0) parts.jobs.wake(wakes)
  }
  return outcome
}

function startWalk(parts: Parts, request: Request, opened: Opened): Walk {
  if (!opened.office) refuse(kernelRefusals.notPermitted, { act: request.command })
  return {
    parts,
    opened,
    office: opened.office,
    requestId: request.requestId,
    surface: request.surface,
    locked: new Map(),
    lines: [],
    jobs: [],
    happened: [],
    redispatch,
    actAs,
  }
}

/**
 * Jobs, then as the last statement the journal and the kept answer: the journal's head is the last lock taken. Gives how that statement
 * is sent, so that the commit goes out with it.
 */
async function settle(walk: Walk, request: Request, found: Outcome): Promise<() => Promise<Outcome>> {
  if (walk.jobs.length > 0) await walk.parts.jobs.insert(walk.opened.client, walk.office.id, walk.jobs)
  const append = await journalAppend(walk, request, found)
  return async () => {
    const first = await append()
    return found.status === 'done' ? { ...found, journal: first } : found
  }
}

/** Mailboxes that feed intake: one line to each, told of new mail by IDLE or asked now and then; faults are told to people. */
import { setTimeout as wait } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import { inReadOnly } from '../../kernel/database/transaction.ts'
import type { Kernel, Log } from '../../kernel/kernel.ts'
import type { OrganisationRow } from '../../kernel/platform/first-run.ts'
import { openSecret } from '../../kernel/platform/sealed-secrets.ts'
import type { MailboxProblem } from './contract.ts'
import { failureOf, MailboxFailure, openMailbox, purposeOf, type Reached } from './mailboxes/reach.ts'
import { type Box, note, takeNew } from './mailboxes/take-new.ts'

export interface ImapDoor {
  readonly kernel: Kernel
  readonly organisations: () => Promise<readonly OrganisationRow[]>
  readonly log: Log
  /** How often the settings are looked at, ms. */
  readonly settingsMs?: number
  /** How often a mailbox is asked although nothing was told, ms. */
  readonly askMs?: number
  /** After the first failure; each further one waits twice as long, up to a quarter of an hour, ms. */
  readonly againMs?: number
}

interface Watched extends Box, Reached {
  readonly secretId: string
  /** Changes when anything of it does. */
  readonly version: number
  readonly problem: MailboxProblem | null
}

const longestWaitMs = 15 * 60_000

async function mailboxesOf({ kernel }: ImapDoor, organisationId: string): Promise<Watched[]> {
  return inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query<Watched>(
      `select m.id, m.organisation_id as "organisationId", m.host, m.port, m.encryption, m.username, m.folder,
         m.secret_id as "secretId", m.problem, r.version from documents.mailbox m
       join kernel.record r on r.organisation_id = m.organisation_id and r.id = m.id
       where m.organisation_id = $1 and m.ended_at is null and not m.paused and m.secret_id is not null`,
      [organisationId],
    )
    return rows
  })
}

/** Watches until it is closed. A mailbox that is paused, changed or ended is left at the next look at the settings. */
export function openImapDoor(door: ImapDoor): { close(): Promise<void> } {
  const { settingsMs = 5_000, log } = door
  const watching = new Map<string, { version: number; stop: AbortController; ended: Promise<void> }>()
  let looking: Promise<void> | null = null
  let closed = false

  async function look(): Promise<void> {
    const wanted = new Map<string, Watched>()
    for (const { id } of await door.organisations())
      for (const box of await mailboxesOf(door, id)) wanted.set(box.id, box)
    for (const [id, { version, stop, ended }] of watching) {
      if (wanted.get(id)?.version === version) continue
      stop.abort()
      await ended
      watching.delete(id)
    }
    for (const [id, box] of wanted) {
      if (closed || watching.has(id)) continue
      const stop = new AbortController()
      watching.set(id, { version: box.version, stop, ended: watch(door, box, stop.signal) })
    }
  }
  const lookNow = (): void => {
    looking ??= look()
      .catch(error => log('warn', 'the mailboxes could not be looked up', { error: String(error) }))
      .finally(() => {
        looking = null
      })
  }
  lookNow()
  const timer = setInterval(lookNow, settingsMs)
  return {
    async close() {
      closed = true
      clearInterval(timer)
      await looking
      for (const { stop } of watching.values()) stop.abort()
      await Promise.all([...watching.values()].map(({ ended }) => ended))
    },
  }
}

/** Stays with one mailbox until it is told to stop; never rejects. */
async function watch(door: ImapDoor, box: Watched, signal: AbortSignal): Promise<void> {
  const { kernel, log, againMs = 30_000 } = door
  let { problem } = box
  const tell = async (now: MailboxProblem | null): Promise<void> => {
    if (now === problem) return
    problem = now
    await note(kernel, box, { problem: now })
  }
  for (let failures = 0; !signal.aborted; ) {
    try {
      await stay(door, box, signal, async () => {
        failures = 0
        await tell(null)
      })
    } catch (error) {
      if (signal.aborted) return
      const failure = failureOf(error)
      log('warn', 'a mailbox cannot be looked into', {
        mailbox: box.id,
        problem: failure.problem,
        error: String((failure.cause as Error | undefined)?.message ?? failure.cause ?? ''),
      })
      // A line that breaks once is nobody's concern.
      if (failures > 0 || failure.problem !== 'broken')
        await tell(failure.problem).catch(fault => log('warn', 'not noted', { error: String(fault) }))
      await wait(Math.min(longestWaitMs, againMs * 2 ** failures++), undefined, { signal }).catch(() => undefined)
    }
  }
}

/** One line to the mailbox: all that is new is taken in, then whatever is told of, until the line breaks or one shall stop. */
async function stay(
  { kernel, askMs = 60_000 }: ImapDoor,
  box: Watched,
  signal: AbortSignal,
  reached: () => Promise<void>,
): Promise<void> {
  const ground = { pool: kernel.pool, clock: kernel.clock }
  const password = await openSecret(ground, box.organisationId, { id: box.secretId, purpose: purposeOf(box) })
  if (password === null) throw new MailboxFailure('sign-in-refused')
  const client = await openMailbox(box, password)
  const stop = () => client.close()
  signal.addEventListener('abort', stop, { once: true })
  try {
    for (;;) {
      const told = newMail(client, askMs, signal)
      await takeNew(kernel, client, box, signal)
      await reached()
      if (!(await told)) throw new MailboxFailure('broken', new Error('the line was closed'))
      signal.throwIfAborted()
      // Wakes a server that does not tell by itself, and finds a line that is dead.
      await client.noop()
    }
  } finally {
    signal.removeEventListener('abort', stop)
    client.close()
  }
}

/** True when mail came or it is time to ask; false when the line is closed. Listens from the moment it is called. */
function newMail(client: ImapFlow, askMs: number, signal: AbortSignal): Promise<boolean> {
  return new Promise(resolve => {
    const end = (answer: boolean) => {
      clearTimeout(timer)
      client.off('exists', came)
      client.off('close', closed)
      signal.removeEventListener('abort', closed)
      resolve(answer)
    }
    const came = () => end(true)
    const closed = () => end(false)
    const timer = setTimeout(came, askMs)
    client.on('exists', came)
    client.on('close', closed)
    signal.addEventListener('abort', closed)
  })
}

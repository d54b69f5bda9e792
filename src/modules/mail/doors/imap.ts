/** Mailboxes kept in step: one line to each, told of new mail by IDLE, of what is set here by the journal, and asked now and then. */
import { setTimeout as wait } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import type { Kernel, Log } from '../../../kernel/kernel.ts'
import type { OrganisationRow } from '../../../kernel/platform/first-run.ts'
import { noteMail } from '../contract.ts'
import type { MailProblem } from '../contract/shapes.ts'
import { type Account, accountsOf, forgetAccess, rowsOf, signInOf } from '../wires/accounts.ts'
import { actAsKontor } from '../wires/acting.ts'
import { setMailKernel } from '../wires/kernel.ts'
import { failureOf, MailFailure, openImap } from '../wires/reach.ts'
import { passOver } from '../wires/sync.ts'

export interface MailDoorOptions {
  readonly kernel: Kernel
  readonly organisations: () => Promise<readonly OrganisationRow[]>
  readonly log: Log
  /** How often the settings are looked at, ms. */
  readonly settingsMs?: number
  /** How often all folders of a mailbox are asked although nothing was told, ms. */
  readonly askMs?: number
  /** How often marks are compared where a server tells no changes, ms. */
  readonly compareMs?: number
  /** After the first failure; each further one waits twice as long, up to a quarter of an hour, ms. */
  readonly againMs?: number
  /** A mailbox that was in step; for tests and benches. */
  readonly inStep?: (mailboxId: string) => void
}

const longestWaitMs = 15 * 60_000
/** A line that fails for less long is nobody's concern. */
const toldAfterMs = 10 * 60_000
/** What only a person can mend is told at once. */
const theirs: ReadonlySet<MailProblem> = new Set(['sign-in-refused', 'certificate', 'not-encrypted', 'folder-missing'])

interface Watching {
  readonly version: string
  readonly stop: AbortController
  readonly wake: { now: () => void }
  readonly ended: Promise<void>
}

/** Watches until it is closed. A mailbox that is paused, changed or ended is left at the next look at the settings. */
export function openMailboxes(options: MailDoorOptions): { close(): Promise<void> } {
  const { kernel, settingsMs = 5_000, log } = options
  setMailKernel(kernel)
  const watching = new Map<string, Watching>()
  let looking: Promise<void> | null = null
  let closed = false

  async function look(): Promise<void> {
    const wanted = new Map<string, Account>()
    for (const { id } of await options.organisations())
      for (const account of await accountsOf(kernel, id)) wanted.set(account.id, account)
    for (const [id, { version, stop, ended }] of watching) {
      if (wanted.get(id)?.version === version) continue
      stop.abort()
      await ended
      watching.delete(id)
    }
    for (const [id, account] of wanted) {
      if (closed || watching.has(id)) continue
      const stop = new AbortController()
      const wake = { now: () => undefined as void }
      watching.set(id, { version: account.version, stop, wake, ended: watch(options, account, stop.signal, wake) })
    }
  }
  const lookNow = (): void => {
    looking ??= look()
      .catch(error => log('warn', 'the mailboxes could not be looked up', { error: String(error) }))
      .finally(() => {
        looking = null
      })
  }
  const unhear = kernel.onCommitted(wakeSoon(kernel, watching, log))
  lookNow()
  const timer = setInterval(lookNow, settingsMs)
  return {
    async close() {
      closed = true
      unhear()
      clearInterval(timer)
      await looking
      for (const { stop } of watching.values()) stop.abort()
      await Promise.all([...watching.values()].map(({ ended }) => ended))
    },
  }
}

/** What is set here shall stand there within a moment: after an act, the mailboxes that have something to set are woken. */
function wakeSoon(kernel: Kernel, watching: ReadonlyMap<string, Watching>, log: Log): (organisationId: string) => void {
  const waiting = new Map<string, NodeJS.Timeout>()
  return organisationId => {
    if (watching.size === 0 || waiting.has(organisationId)) return
    const timer = setTimeout(() => {
      waiting.delete(organisationId)
      void rowsOf<{ id: string }>(
        kernel,
        organisationId,
        `select b.id from mail.mailbox b where b.organisation_id = $1 and b.ended_at is null and exists (
           select from mail.message m where m.organisation_id = b.organisation_id and m.mailbox_id = b.id and m.pending and m.push_after is null)`,
      )
        .then(rows => rows.forEach(row => watching.get(row.id)?.wake.now()))
        .catch(error => log('warn', 'mailboxes could not be woken', { error: String(error) }))
    }, 400)
    timer.unref()
    waiting.set(organisationId, timer)
  }
}

/** Stays with one mailbox until it is told to stop; never rejects. */
async function watch(
  options: MailDoorOptions,
  account: Account,
  signal: AbortSignal,
  wake: Watching['wake'],
): Promise<void> {
  const { kernel, log, againMs = 30_000 } = options
  let { problem } = account
  let told = false
  let failingSince = 0
  const tell = async (now: MailProblem | null, aloud: boolean): Promise<void> => {
    if (now === problem && now !== null && (told || !aloud)) return
    problem = now
    told = aloud
    await actAsKontor(kernel, account.organisationId, noteMail, { id: account.id, problem: now, tell: aloud })
  }
  for (let failures = 0; !signal.aborted; ) {
    try {
      await stay(options, account, signal, wake, async () => {
        if (failures > 0 || problem !== null) await tell(null, false)
        failures = 0
        options.inStep?.(account.id)
      })
    } catch (error) {
      if (signal.aborted) return
      const failure = failureOf(error)
      if (failure.problem === 'sign-in-refused' && account.secretId) forgetAccess(account.secretId)
      log('warn', 'a mailbox cannot be kept in step', {
        mailbox: account.id,
        problem: failure.problem,
        error: String((failure.cause as Error | undefined)?.message ?? failure.cause ?? ''),
      })
      if (failures === 0) failingSince = Date.now()
      const aloud = theirs.has(failure.problem) || Date.now() - failingSince > toldAfterMs
      // A line that breaks once is nobody's concern.
      if (failures > 0 || theirs.has(failure.problem))
        await tell(failure.problem, aloud).catch(fault => log('warn', 'not noted', { error: String(fault) }))
      await wait(Math.min(longestWaitMs, againMs * 2 ** failures++), undefined, { signal }).catch(() => undefined)
    }
  }
}

/** One line: brought in step, then whatever is told of, until it breaks or one shall stop. */
async function stay(
  { kernel, askMs = 60_000, compareMs = 120_000 }: MailDoorOptions,
  account: Account,
  signal: AbortSignal,
  wake: Watching['wake'],
  inStep: () => Promise<void>,
): Promise<void> {
  const client = await openImap(account.imap!, await signInOf(kernel, account))
  const stop = () => client.close()
  signal.addEventListener('abort', stop, { once: true })
  try {
    let compared = 0
    for (let told: Told = 'all'; ; ) {
      signal.throwIfAborted()
      const compareMarks = told === 'marks' || Date.now() - compared >= compareMs
      if (compareMarks) compared = Date.now()
      await passOver({ kernel, client, account, signal, inboxOnly: told === 'inbox', compareMarks })
      await inStep()
      await client.mailboxOpen('INBOX')
      told = await tidings(client, askMs, signal, wake)
      if (told === 'closed') throw new MailFailure('broken', new Error('the line was closed'))
    }
  } finally {
    wake.now = () => undefined
    signal.removeEventListener('abort', stop)
    client.close()
  }
}

type Told = 'all' | 'inbox' | 'marks' | 'closed'

/** Idles until something is told: new mail (the inbox is looked at), other marks or mails gone (all is), time to ask. */
async function tidings(client: ImapFlow, askMs: number, signal: AbortSignal, wake: Watching['wake']): Promise<Told> {
  const { promise, resolve } = Promise.withResolvers<Told>()
  const came = () => resolve('inbox')
  const marks = () => resolve('marks')
  const all = () => resolve('all')
  const closed = () => resolve('closed')
  const timer = setTimeout(all, askMs)
  wake.now = came
  client.on('exists', came)
  client.on('flags', marks)
  client.on('expunge', all)
  client.on('close', closed)
  signal.addEventListener('abort', closed)
  try {
    const idling = client.capabilities.has('IDLE') ? client.idle().catch(() => undefined) : null
    const told = await promise
    // Another command ends it; a line that is dead shows here too.
    if (told !== 'closed') await client.noop()
    await idling
    return told
  } finally {
    clearTimeout(timer)
    wake.now = () => undefined
    client.off('exists', came)
    client.off('flags', marks)
    client.off('expunge', all)
    client.off('close', closed)
    signal.removeEventListener('abort', closed)
  }
}

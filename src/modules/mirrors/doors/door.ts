/** The door to calendars elsewhere: each is looked at now and then, and at once when something changed here; until it is closed. */
import { inTransaction } from '../../../kernel/database/transaction.ts'
import { newId, systemPrincipalId } from '../../../kernel/ids.ts'
import type { Kernel, Log } from '../../../kernel/kernel.ts'
import { momentOf } from '../../../kernel/platform/ground.ts'
import { notePass } from '../contract.ts'
import { pass, type Passed } from '../engine/pass.ts'
import { MirrorFault, type MirrorProblem } from '../provider.ts'
import { databaseStore } from './database-store.ts'
import { type AccountFacts, groundOf, openAccount, rowsOf } from './reach.ts'

/** How often one elsewhere is asked whether something changed there, s. */
const everySeconds = 300
/** Another process takes it over when whoever has it was not heard of for so long, s. */
const leaseSeconds = 300
/** So many are asked at a time: one that is slow keeps no other waiting. */
const atOnce = 4
/** A line that is down mends itself; its owner is told when it lasts, ms. */
const lastsMs = 4 * 3_600_000
/** After the nth failure in a row, s; no more than two hours. */
const backoff = (tries: number): number => Math.min(60 * 2 ** Math.min(tries, 10), 7_200)
/** Only a person can mend these. */
const forPeople: readonly MirrorProblem[] = [
  'sign-in-refused',
  'calendar-missing',
  'many-gone',
  'address-wrong',
  'address-private',
]

interface Due {
  readonly calendarId: string
  readonly remoteId: string
  readonly changeNo: string
  readonly tries: number
  readonly problem: MirrorProblem | null
  readonly failingSince: Temporal.Instant | null
  readonly told: boolean
}

/** Mirrors that are due: by the clock, or since something changed here that was not looked at. */
const dueText = `
  select m.calendar_id as "calendarId", m.remote_id as "remoteId", k.change_no as "changeNo", m.tries,
    coalesce(m.problem, a.problem) as problem, coalesce(m.failing_since, a.failing_since) as "failingSince", m.told or a.told as told,
    a.id, a.owner_id as "ownerId", a.provider, a.address, a.username, a.secret_id as "secretId"
  from mirrors.mirror m
  join mirrors.account a on a.organisation_id = m.organisation_id and a.id = m.account_id
  join calendar.calendar_fact k on k.organisation_id = m.organisation_id and k.calendar_id = m.calendar_id
  where m.organisation_id = $1 and a.ended_at is null and k.retired_at is null and (m.lease_until is null or m.lease_until < $2)
    and (m.next_at <= $2 or (m.tries = 0 and m.direction <> 'in' and m.seen_no < k.change_no))
  order by m.next_at limit 50`

const change = (kernel: Kernel, organisationId: string, text: string, values: unknown[]): Promise<boolean> =>
  inTransaction(kernel.pool, organisationId, { clock: kernel.clock }, async ({ client }) => {
    const { rowCount } = await client.query(text, [organisationId, ...values])
    return { keep: true, value: (rowCount ?? 0) > 0 }
  })

const now = (kernel: Kernel): Temporal.Instant => momentOf(groundOf(kernel))

/** Takes it for a while; false where somebody else has it. Operational: outside the journal. */
const take = (kernel: Kernel, organisationId: string, calendarId: string): Promise<boolean> =>
  change(
    kernel,
    organisationId,
    `update mirrors.mirror set lease_until = $3, asked_at = $4
     where organisation_id = $1 and calendar_id = $2 and (lease_until is null or lease_until < $4)`,
    [calendarId, now(kernel).add({ seconds: leaseSeconds }).toString(), now(kernel).toString()],
  )

async function note(kernel: Kernel, organisationId: string, due: Due, problem: MirrorProblem | null): Promise<void> {
  const since = due.failingSince
  const lasts = since !== null && now(kernel).epochMilliseconds - since.epochMilliseconds > lastsMs
  const tell = problem !== null && !due.told && (forPeople.includes(problem) || lasts)
  if (problem === due.problem && !tell) return
  await kernel.dispatch({
    organisationId,
    principalId: systemPrincipalId,
    command: notePass.name,
    input: { calendarId: due.calendarId, problem, tell },
    requestId: newId(),
    surface: 'mirror',
  })
}

/** One look at a calendar elsewhere. Null where somebody else has it in hand, or it could not be kept up with. */
export async function keepUp(
  kernel: Kernel,
  organisationId: string,
  due: Due & AccountFacts,
  signal?: AbortSignal,
): Promise<Passed | null> {
  const { calendarId } = due
  if (!(await take(kernel, organisationId, calendarId))) return null
  const done = (facts: { seenNo: string | null; tries: number; seconds: number; inStep: boolean }) =>
    change(
      kernel,
      organisationId,
      `update mirrors.mirror set lease_until = null, tries = $3, next_at = $4, seen_no = coalesce($5, seen_no),
         in_step_at = case when $6 then $7::timestamptz else in_step_at end
       where organisation_id = $1 and calendar_id = $2`,
      [
        calendarId,
        facts.tries,
        now(kernel).add({ seconds: facts.seconds }).toString(),
        facts.seenNo,
        facts.inStep,
        now(kernel).toString(),
      ],
    )
  const alive = async () => {
    await change(
      kernel,
      organisationId,
      `update mirrors.mirror set lease_until = $3 where organisation_id = $1 and calendar_id = $2`,
      [calendarId, now(kernel).add({ seconds: leaseSeconds }).toString()],
    )
  }
  const beat = setInterval(() => void alive().catch(() => {}), (leaseSeconds * 1000) / 4)
  try {
    const provider = await openAccount(kernel, organisationId, due, signal)
    const store = databaseStore(kernel, organisationId, calendarId)
    const passed = await pass(provider, due.remoteId, store, { alive, ...(signal ? { signal } : {}) })
    // What was quicker than this look is looked at soon, and less soon each time that it is.
    const again = passed.again ? Math.min(5 * 2 ** due.tries, everySeconds) : null
    const tries = again === null ? 0 : Math.min(due.tries + 1, 10)
    await done({ seenNo: due.changeNo, tries, seconds: again ?? everySeconds, inStep: again === null })
    await note(kernel, organisationId, due, null)
    if (passed.came + passed.went > 0) kernel.committed(organisationId)
    return passed
  } catch (thrown) {
    // Whoever closes Kontor is not kept waiting, and it is nobody's fault.
    if (signal?.aborted) {
      await done({ seenNo: null, tries: due.tries, seconds: 5, inStep: false })
      return null
    }
    const fault = thrown instanceof MirrorFault ? thrown : null
    const asked = fault?.retryAfter ?? 0
    await done({ seenNo: null, tries: due.tries + 1, seconds: Math.max(backoff(due.tries), asked), inStep: false })
    if (!fault) throw thrown
    await note(kernel, organisationId, due, fault.problem)
    return null
  } finally {
    clearInterval(beat)
  }
}

export interface MirrorDoor {
  readonly kernel: Kernel
  readonly organisations: () => Promise<readonly { readonly id: string }[]>
  readonly log: Log
  /** How often it is looked whether something is due, ms. */
  readonly lookMs?: number
}

/** Looks at all that is due in an office; gives how many. */
export async function keepUpAll(
  kernel: Kernel,
  organisationId: string,
  log: Log,
  signal?: AbortSignal,
): Promise<number> {
  const due = await rowsOf<Due & AccountFacts>(kernel, organisationId, dueText, [now(kernel).toString()])
  const waiting = [...due]
  const next = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      signal?.throwIfAborted()
      const { calendarId: calendar } = one
      await keepUp(kernel, organisationId, one, signal).catch(error =>
        log('warn', 'a calendar elsewhere could not be kept up with', {
          organisation: organisationId,
          calendar,
          error: String(error),
        }),
      )
    }
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  return due.length
}

export function openMirrorDoor({ kernel, organisations, log, lookMs = 10_000 }: MirrorDoor): {
  close(): Promise<void>
} {
  const closing = new AbortController()
  let looking: Promise<void> | null = null
  async function look(): Promise<void> {
    for (const { id } of await organisations()) await keepUpAll(kernel, id, log, closing.signal)
  }
  const lookNow = (): void => {
    looking ??= look()
      .catch(error => {
        if (!closing.signal.aborted) log('warn', 'calendars elsewhere could not be looked up', { error: String(error) })
      })
      .finally(() => {
        looking = null
      })
  }
  const timer = setInterval(lookNow, lookMs)
  return {
    async close() {
      clearInterval(timer)
      closing.abort()
      await looking
    },
  }
}

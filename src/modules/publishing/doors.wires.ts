/**
 * The door to the outlets: what has its time is handed over or published, and how it did is asked after. Secrets are opened here alone.
 * A step is noted before it is taken; what was cut off is sent again under its key where the outlet knows it by that, else asked about.
 */
import { createHash } from 'node:crypto'
import { inReadOnly } from '../../kernel/database/transaction.ts'
import type { Command, Query } from '../../kernel/declare.ts'
import type { Outcome, Request } from '../../kernel/dispatch/outcome.ts'
import { newId, systemPrincipalId } from '../../kernel/ids.ts'
import type { Kernel, Log } from '../../kernel/kernel.ts'
import { forgetSecret, openSecret, sealSecret } from '../../kernel/platform/sealed-secrets.ts'
import type { RefusalDeclaration } from '../../kernel/refusal.ts'
import * as c from './contract.ts'
import { lostMinutes } from './rows.ts'
import { wireFor } from './wires/open.ts'
import { type OutletWire, WireFault } from './wires/wire.ts'

interface Caller {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
}
type Given = Record<string, unknown>
type Connected = Exclude<c.Wire, 'hand'>

/** What the sealed secret is bound to: named for another address it cannot be opened. */
const purposeOf = (wire: c.Wire, url: string): string => `publishing ${wire} ${url}`
const groundOf = (kernel: Kernel) => ({ pool: kernel.pool, clock: kernel.clock })
const text = (value: unknown, most = 1000): string => (typeof value === 'string' ? value.trim().slice(0, most) : '')
const wireOf = (value: unknown): Connected => (value === 'wordpress' || value === 'webhook' ? value : 'mastodon')

function refusalOf(fault: unknown): RefusalDeclaration {
  const problem = fault instanceof WireFault ? fault.problem : 'answer-wrong'
  if (problem === 'sign-in-refused') return c.wireSignIn
  if (problem === 'address-wrong' || problem === 'address-private') return c.wireAddress
  return problem === 'unreachable' || problem === 'too-slow' ? c.wireUnreachable : c.wireAnswer
}

/** POST /api/publishing/connections: beside the commands, since what is secret may stand in no journal. It is tried before it is kept. */
export const publishingConnection = {
  path: '/api/publishing/connections',
  async act(kernel: Kernel, caller: Caller, given: Given, requestId: string): Promise<Outcome> {
    const typed = text(given['url'])
    const facts = {
      wire: wireOf(given['wire']),
      url: typed === '' || /^https?:\/\//i.test(typed) ? typed : `https://${typed}`,
      account: text(given['account'], 200) || null,
    }
    const secret = text(given['secret'], 4000)
    const ground = groundOf(kernel)
    const { organisationId } = caller
    const secretId = await sealSecret(ground, organisationId, { secret, purpose: purposeOf(facts.wire, facts.url) })
    const { account, ...known } = facts
    const expected = given['expectedVersion']
    const input = {
      id: given['id'],
      ...known,
      secretId,
      ...(account ? { account } : {}),
      ...(typeof expected === 'number' ? { expectedVersion: expected } : {}),
    }
    const request: Request = { ...caller, command: c.connectOutlet.name, input, requestId, surface: 'rest' }
    const outcome = await tried(kernel, request, wireFor(facts.wire, { ...facts, secret }), facts.url)
    if (outcome.status !== 'done') await forgetSecret(ground, organisationId, secretId)
    return outcome
  },
}

/** Whether one may, and whether it could be kept, is asked before anybody's secret is tried anywhere. */
async function tried(kernel: Kernel, request: Request, wire: OutletWire, url: string): Promise<Outcome> {
  const dry = await kernel.dispatch({ ...request, dryRun: true })
  if (dry.status !== 'done') return dry
  try {
    await wire.check()
  } catch (fault) {
    const { name, status } = refusalOf(fault)
    return { status: 'refused', refusal: { name, status, data: { url } } }
  }
  return kernel.dispatch(request)
}

interface Due {
  readonly id: string
  readonly outletId: string
  readonly wire: c.Wire
  readonly state: 'waiting' | 'sending'
  readonly firstTriedAt: Temporal.Instant | null
}

const dueNow = `
  select p.publication_id as id, p.outlet_id as "outletId", o.wire, p.state, p.first_tried_at as "firstTriedAt"
  from publishing.placement p
  join publishing.publication b on b.organisation_id = p.organisation_id and b.id = p.publication_id
  join kernel.record r on r.organisation_id = b.organisation_id and r.id = b.id
  join publishing.outlet o on o.organisation_id = p.organisation_id and o.id = p.outlet_id
  where p.organisation_id = $1 and b.state = 'approved' and r.class < 2
    and not exists (select from publishing.hold h where h.organisation_id = p.organisation_id and h.held_at is not null)
    and ((p.state = 'waiting' and p.due_at <= $2::timestamptz)
      or (p.state = 'sending' and p.begun_at <= $2::timestamptz - interval '${lostMinutes} minutes'))
  order by p.due_at limit 100`

const toAskAfter = `
  select p.publication_id as id, p.outlet_id as "outletId" from publishing.placement p
  join publishing.outlet o on o.organisation_id = p.organisation_id and o.id = p.outlet_id
  where p.organisation_id = $1 and p.state = 'published' and o.wire = 'mastodon' and p.foreign_id is not null
    and p.published_at > $2::timestamptz - interval '30 days'
    and coalesce(p.figures_at, p.published_at) < $2::timestamptz - interval '12 hours'
  order by p.published_at limit 20`

/** One look at what an office has to publish. Gives how many steps were taken. */
export async function publishDue(kernel: Kernel, organisationId: string): Promise<number> {
  const { due, now } = await inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client, at }) => ({
    due: (await client.query<Due>(dueNow, [organisationId, at.toString()])).rows,
    now: at,
  }))
  const office = speaking(kernel, organisationId)
  await each(due, async one => {
    const at = { id: one.id, outletId: one.outletId }
    if (one.wire === 'hand') await office.act(c.handOver, at)
    else await publish(office, one, at, now)
  })
  return due.length
}

/** One that cannot go on keeps no other waiting; what it stumbled over is thrown when all have had their turn. */
async function each<One>(all: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const faults: unknown[] = []
  for (const one of all) await work(one).catch((fault: unknown) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
}

type At = { readonly id: string; readonly outletId: string }

async function publish(office: Office, one: Due, at: At, now: Temporal.Instant): Promise<void> {
  const to = await office.ask(c.placementToSend, at)
  const wire = await office.wire(to)
  if (!wire) {
    if ((await office.act(c.beginPlacement, at)).taken)
      await office.act(c.recordPlacement, { ...at, state: 'failed', said: 'sign-in-refused' })
    return
  }
  const isLost = one.state === 'sending'
  if (isLost && !mayRepeat(wire, one.firstTriedAt, now)) {
    await office.act(c.recordPlacement, { ...at, state: 'unsure', said: null })
    return
  }
  if (!(await office.act(c.beginPlacement, { ...at, ...(isLost ? { again: true } : {}) })).taken) return
  const key = createHash('sha256').update(`${at.id}:${at.outletId}:${to.tries}`).digest('hex').slice(0, 24)
  try {
    const pictures = await Promise.all(to.pictures.map(picture => office.picture(picture)))
    const { title, words, text: own, link, hashtags, language } = to
    const standing = await wire.publish({ key, title, words, text: own, link, hashtags, language, pictures })
    await office.act(c.recordPlacement, { ...at, state: 'published', ...standing })
    await office.act(c.noteOutlet, { id: at.outletId, problem: null })
  } catch (fault) {
    if (!(fault instanceof WireFault)) throw fault
    await failed(office, at, fault)
  }
}

const passing: readonly c.WireProblem[] = ['unreachable', 'too-slow']

/** What may pass is tried again in a while; what will not is somebody's to decide. */
async function failed(office: Office, at: At, fault: WireFault): Promise<void> {
  await office.act(c.noteOutlet, { id: at.outletId, problem: fault.problem })
  if (fault.isDoubtful || passing.includes(fault.problem)) return
  await office.act(c.recordPlacement, { ...at, state: 'failed', said: fault.message.slice(0, 500) })
}

const mayRepeat = (wire: OutletWire, first: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  first !== null && now.epochMilliseconds - first.epochMilliseconds < Math.min(wire.repeatableMinutes, 360) * 60_000

/** How what is out did, once in half a day, where the outlet says so. */
export async function askFigures(kernel: Kernel, organisationId: string): Promise<void> {
  const rows = await inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client, at }) => {
    const found = await client.query<At>(toAskAfter, [organisationId, at.toString()])
    return found.rows
  })
  const office = speaking(kernel, organisationId)
  await each(rows, async at => {
    const to = await office.ask(c.placementToSend, at)
    const wire = await office.wire(to)
    if (!wire?.figures || !to.foreignId) return
    const figures = await wire.figures(to.foreignId).catch((fault: unknown) => {
      if (fault instanceof WireFault) return null
      throw fault
    })
    if (figures) await office.act(c.noteFigures, { ...at, ...figures })
  })
}

function speaking(kernel: Kernel, organisationId: string) {
  const as = { organisationId, principalId: systemPrincipalId, mandateId: null }
  return {
    async act<In, Wire, Out, OutWire>(command: Command<In, Wire, Out, OutWire>, input: Wire): Promise<OutWire> {
      const request = { ...as, command: command.name, input, requestId: newId(), surface: 'network' } as const
      const outcome = await kernel.dispatch(request)
      if (outcome.status !== 'done') throw new Error(`${command.name}: ${JSON.stringify(outcome)}`)
      return outcome.output as OutWire
    },
    async ask<In, Wire, Out, OutWire>(query: Query<In, Wire, Out, OutWire>, input: Wire): Promise<Out> {
      const answer = await kernel.ask({ ...as, query: query.name, input, requestId: newId() })
      if (answer.status !== 'done') throw new Error(`${query.name}: ${JSON.stringify(answer)}`)
      return query.output.decode(answer.output as never)
    },
    async wire(to: { wire: c.Wire; url: string | null; account: string | null; secretId: string | null }) {
      if (to.wire === 'hand' || !to.url || !to.secretId) return null
      const secret = await openSecret(groundOf(kernel), organisationId, {
        id: to.secretId,
        purpose: purposeOf(to.wire, to.url),
      })
      return secret === null ? null : wireFor(to.wire, { url: to.url, account: to.account, secret })
    },
    async picture({ digest, mediaType, alt }: { digest: string; mediaType: string; alt: string }) {
      return { bytes: await kernel.files.bytes(organisationId, Buffer.from(digest, 'hex')), mediaType, alt }
    },
  }
}
type Office = ReturnType<typeof speaking>

export interface PublishingDoor {
  readonly kernel: Kernel
  readonly organisations: () => Promise<readonly { readonly id: string }[]>
  readonly log: Log
  /** How often it is looked whether something has its time, ms. */
  readonly lookMs?: number
  /** How often it is looked whose figures are to be asked after, ms. */
  readonly figuresMs?: number
}

/** Looks every few seconds whether something has its time; until it is closed. */
export function openPublishing({
  kernel,
  organisations,
  log,
  lookMs = 20_000,
  figuresMs = 1_800_000,
}: PublishingDoor): {
  close(): Promise<void>
} {
  let looking: Promise<void> | null = null
  let figuresAt = performance.now() + figuresMs
  async function look(): Promise<void> {
    const withFigures = performance.now() >= figuresAt
    if (withFigures) figuresAt = performance.now() + figuresMs
    for (const { id } of await organisations()) {
      const warn = (error: unknown) =>
        log('warn', 'an outlet could not be published to', { organisation: id, error: String(error) })
      await publishDue(kernel, id).catch(warn)
      if (withFigures) await askFigures(kernel, id).catch(warn)
    }
  }
  const lookNow = (): void => {
    looking ??= look()
      .catch(error => log('warn', 'what is to be published could not be looked up', { error: String(error) }))
      .finally(() => {
        looking = null
      })
  }
  lookNow()
  const timer = setInterval(lookNow, lookMs)
  return {
    async close() {
      clearInterval(timer)
      await looking
    },
  }
}

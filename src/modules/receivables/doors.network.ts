/** The door to the network of e-invoices: what waits is handed over, what is under way asked after, what came taken in. */
import { type AccessPoint, NetworkFault } from '../../formats/einvoice/networks/access-point.ts'
import { accessPoint, type NetworkSettings } from '../../formats/einvoice/networks/settings.ts'
import { checkSchema } from '../../formats/einvoice/schema-check.ts'
import { inReadOnly } from '../../kernel/database/transaction.ts'
import type { Command, Query } from '../../kernel/declare.ts'
import type { Outcome, Request } from '../../kernel/dispatch/outcome.ts'
import { newId, systemPrincipalId } from '../../kernel/ids.ts'
import type { Kernel, Log } from '../../kernel/kernel.ts'
import { forgetSecret, openSecret, sealSecret } from '../../kernel/platform/sealed-secrets.ts'
import * as c from './contract.ts'
import { eInvoiceOf } from './e-invoice.ts'

interface Reached {
  readonly network: c.NetworkKind
  readonly url: string
  readonly participant: string | null
  readonly tokenUrl: string | null
  readonly clientId: string | null
  readonly cif: string | null
}

/** What the sealed secret is bound to: named for another address it cannot be opened. */
const purposeOf = ({ network, url, tokenUrl }: Pick<Reached, 'network' | 'url' | 'tokenUrl'>): string =>
  `e-invoices ${network} ${url} ${tokenUrl ?? ''}`

function settingsOf(to: Reached, secret: string): NetworkSettings {
  const secrets = JSON.parse(secret) as Record<string, string>
  const { network, url, participant, tokenUrl, clientId, cif } = to
  return network === 'peppol'
    ? { network, url, participant: participant ?? '', token: secrets['token'] ?? '' }
    : {
        network,
        url,
        tokenUrl: tokenUrl ?? '',
        clientId: clientId ?? '',
        cif: cif ?? '',
        clientSecret: secrets['clientSecret'] ?? '',
        refreshToken: secrets['refreshToken'] ?? '',
      }
}

interface Caller {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

/** POST /api/receivables/networks: beside the commands, since what is secret may stand in no journal. It is tried before it is kept. */
export const receivableNetwork = {
  path: '/api/receivables/networks',
  async act(kernel: Kernel, caller: Caller, given: Record<string, unknown>, requestId: string): Promise<Outcome> {
    const { token, clientSecret, refreshToken, ...facts } = given
    const kept = Object.fromEntries(
      Object.entries({ token, clientSecret, refreshToken }).flatMap(([key, value]) =>
        text(value) ? [[key, text(value)!.slice(0, 4000)]] : [],
      ),
    )
    const to: Reached = {
      network: facts['network'] === 'anaf-spv' ? 'anaf-spv' : 'peppol',
      url: text(facts['url']) ?? '',
      participant: text(facts['participant']),
      tokenUrl: text(facts['tokenUrl']),
      clientId: text(facts['clientId']),
      cif: text(facts['cif']),
    }
    const ground = { pool: kernel.pool, clock: kernel.clock }
    const secret = JSON.stringify(kept)
    const secretId = await sealSecret(ground, caller.organisationId, { secret, purpose: purposeOf(to) })
    const input = Object.fromEntries(Object.entries({ ...to, secretId }).filter(([, value]) => value !== null))
    const request: Request = { ...caller, command: c.connectNetwork.name, input, requestId, surface: 'rest' }
    const outcome = await tried(kernel, request, to, secret)
    if (outcome.status !== 'done') await forgetSecret(ground, caller.organisationId, secretId)
    return outcome
  },
}

/** Whether one may, and whether it could be kept, is asked before anybody's secret is tried anywhere. */
async function tried(kernel: Kernel, request: Request, to: Reached, secret: string): Promise<Outcome> {
  const dry = await kernel.dispatch({ ...request, dryRun: true })
  if (dry.status !== 'done') return dry
  try {
    await accessPoint(settingsOf(to, secret)).arrivals()
  } catch (fault) {
    const { name, status } = refusalOf(fault)
    return { status: 'refused', refusal: { name, status, data: { url: to.url } } }
  }
  return kernel.dispatch(request)
}

function refusalOf(fault: unknown) {
  const reason = fault instanceof NetworkFault ? fault.reason : 'settings-wrong'
  if (reason === 'unreachable') return c.networkUnreachable
  return reason === 'sign-in-refused' ? c.networkSignIn : c.networkSettings
}

interface Standing extends Reached {
  readonly secretId: string
  readonly problem: c.NetworkProblem | null
}
interface Open {
  readonly id: string
  readonly state: 'waiting' | 'sending' | 'under-way'
  readonly networkId: string | null
  /** Begun so long ago that whoever did has gone. */
  readonly lost: boolean
}

/** After this long a handing-over that nobody ended has been cut off. */
const lostAfter = '10 minutes'

async function standingOf(kernel: Kernel, organisationId: string): Promise<{ to: Standing | null; open: Open[] }> {
  return inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client, at }) => {
    const { rows } = await client.query<Standing>(
      `select network, url, participant, token_url as "tokenUrl", client_id as "clientId", cif, secret_id as "secretId", problem
       from receivables.network where organisation_id = $1`,
      [organisationId],
    )
    const { rows: open } = await client.query<Open>(
      `select invoice_id as id, state, network_id as "networkId", changed_at < $2::timestamptz - interval '${lostAfter}' as lost
       from receivables.delivery where organisation_id = $1 and state in ('waiting', 'sending', 'under-way') order by changed_at`,
      [organisationId, at.toString()],
    )
    return { to: rows[0] ?? null, open }
  })
}

/** One look at an office's network. Gives whether there is one. */
export async function askNetwork(kernel: Kernel, organisationId: string): Promise<boolean> {
  const { to, open } = await standingOf(kernel, organisationId)
  if (!to) return false
  const office = speaking(kernel, organisationId)
  try {
    const ground = { pool: kernel.pool, clock: kernel.clock }
    const secret = await openSecret(ground, organisationId, { id: to.secretId, purpose: purposeOf(to) })
    if (secret === null) throw new NetworkFault('settings-wrong')
    const point = accessPoint(settingsOf(to, secret))
    // what came is asked for first: who cannot be reached is handed nothing
    await takeArrivals(kernel, organisationId, to, point)
    for (const one of open) await move(office, point, one)
    if (to.problem) await office.act(c.noteNetwork, { problem: null })
  } catch (fault) {
    if (!(fault instanceof NetworkFault)) throw fault
    if (to.problem !== fault.reason) await office.act(c.noteNetwork, { problem: fault.reason })
  }
  return true
}

function speaking(kernel: Kernel, organisationId: string) {
  const as = { organisationId, principalId: systemPrincipalId, mandateId: null }
  return {
    async act<In, Wire, Out, OutWire>(command: Command<In, Wire, Out, OutWire>, input: Wire): Promise<OutWire> {
      const outcome = await kernel.dispatch({
        ...as,
        command: command.name,
        input,
        requestId: newId(),
        surface: 'network',
      })
      if (outcome.status !== 'done') throw new Error(`${command.name}: ${JSON.stringify(outcome)}`)
      return outcome.output as OutWire
    },
    async ask<In, Wire, Out, OutWire>(query: Query<In, Wire, Out, OutWire>, input: Wire): Promise<Out> {
      const answer = await kernel.ask({ ...as, query: query.name, input, requestId: newId() })
      if (answer.status !== 'done') throw new Error(`${query.name}: ${JSON.stringify(answer)}`)
      return query.output.decode(answer.output as never)
    },
  }
}
type Office = ReturnType<typeof speaking>

async function move(office: Office, point: AccessPoint, { id, state, networkId, lost }: Open): Promise<void> {
  if (state === 'sending') {
    // it was being handed over when this stopped: only the network knows
    if (lost) await office.act(c.recordDelivery, { id, state: 'unsure' })
    return
  }
  if (state === 'under-way') {
    const now = await point.status(networkId ?? '')
    if (now.state !== 'under-way')
      await office.act(c.recordDelivery, { id, state: now.state, said: now.said?.slice(0, 500) ?? null })
    return
  }
  if (!(await office.act(c.beginDelivery, { id })).taken) return
  const { paper } = await office.ask(c.getPaper, { id })
  const { xml } = eInvoiceOf(paper, 'ubl')
  const [broken] = (await checkSchema(xml)).problems
  if (broken) {
    await office.act(c.recordDelivery, { id, state: 'failed', said: `XSD: ${broken.message}`.slice(0, 500) })
    return
  }
  await office.act(c.recordDelivery, { id, ...(await handOver(point, Buffer.from(xml))) })
}

/** What the network did not take, it says; where its answer is lost, nobody knows, and it is not sent again by itself. */
async function handOver(point: AccessPoint, xml: Uint8Array) {
  try {
    return { state: 'under-way' as const, networkId: (await point.send(xml)).slice(0, 300) }
  } catch (fault) {
    if (!(fault instanceof NetworkFault)) throw fault
    const said = fault.message.slice(0, 500)
    const unsure = fault.reason === 'unreachable' || fault.reason === 'answer-not-understood'
    return { state: unsure ? ('unsure' as const) : ('failed' as const), said }
  }
}

async function takeArrivals(kernel: Kernel, organisationId: string, to: Standing, point: AccessPoint): Promise<void> {
  const arrivals = await point.arrivals()
  if (arrivals.length === 0) return
  const known = await inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query<{ arrival_id: string }>(
      'select arrival_id from receivables.network_arrival where organisation_id = $1 and network = $2 and arrival_id = any($3)',
      [organisationId, to.network, arrivals.map(({ id }) => id)],
    )
    return new Set(rows.map(row => row.arrival_id))
  })
  const office = speaking(kernel, organisationId)
  for (const arrival of arrivals) {
    if (!known.has(arrival.id)) {
      const name = `${to.network}-${arrival.id.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 100)}.xml`
      const bytes = Buffer.from(await point.fetch(arrival))
      const file = await kernel.files.put(organisationId, bytes, { name, mediaType: 'application/xml' })
      const from = arrival.from?.slice(0, 300) ?? null
      await office.act(c.takeArrival, { arrivalId: arrival.id.slice(0, 300), fileId: file.id, name, from })
    }
    await point.keep(arrival)
  }
}

export interface NetworkDoor {
  readonly kernel: Kernel
  readonly organisations: () => Promise<readonly { readonly id: string }[]>
  readonly log: Log
  /** How often it is looked whether something waits, ms. */
  readonly lookMs?: number
  /** How often the network is asked although nothing waits, ms. */
  readonly askMs?: number
}

/** Looks every few seconds whether something waits, and asks each network now and then; until it is closed. */
export function openNetworkDoor({ kernel, organisations, log, lookMs = 15_000, askMs = 600_000 }: NetworkDoor): {
  close(): Promise<void>
} {
  const asked = new Map<string, number>()
  let looking: Promise<void> | null = null
  async function look(): Promise<void> {
    for (const { id } of await organisations()) {
      const { to, open } = await standingOf(kernel, id)
      if (!to) continue
      const due = (asked.get(id) ?? Number.NEGATIVE_INFINITY) + askMs <= performance.now()
      if (!due && !open.some(({ state }) => state === 'waiting')) continue
      asked.set(id, performance.now())
      await askNetwork(kernel, id).catch(error =>
        log('warn', 'the network of e-invoices could not be asked', { organisation: id, error: String(error) }),
      )
    }
  }
  const lookNow = (): void => {
    looking ??= look()
      .catch(error => log('warn', 'the networks of e-invoices could not be looked up', { error: String(error) }))
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

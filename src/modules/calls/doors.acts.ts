/** Beside the commands: a telephone system's password may stand in no journal, and a command speaks with nobody outside. */
import type { Command } from '../../kernel/declare.ts'
import type { Outcome } from '../../kernel/dispatch/outcome.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { forgetSecret, sealSecret } from '../../kernel/platform/sealed-secrets.ts'
import type { RefusalDeclaration } from '../../kernel/refusal.ts'
import * as c from './contract.ts'
import { openLine } from './doors.lines.ts'
import { groundOf, purposeOf, secretOf, serverOf, type Wire, wireById } from './wires/accounts.ts'
import { tryProvider } from './wires/providers.ts'
import { isKeptLine, type WireFacts, WireFailure, type WireKind, wireKinds } from './wires/wire.ts'

interface Caller {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
}
type Given = Record<string, unknown>

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() ? value.trim().slice(0, 500) : null
const refused = ({ name, status }: RefusalDeclaration, data: Record<string, string> = {}): Outcome => ({
  status: 'refused',
  refusal: { name, status, data },
})

const request = (caller: Caller, command: Command, input: object, requestId: string) => ({
  ...caller,
  command: command.name,
  input,
  requestId,
  surface: 'rest',
})

const kindOf = (value: unknown): WireKind =>
  (wireKinds as readonly unknown[]).includes(value) ? (value as WireKind) : 'webhook'

type Reach = Pick<WireFacts, 'kind' | 'host' | 'port' | 'username' | 'number'>
const reachOf = (given: Given, kind: WireKind): Reach => ({
  kind,
  host: text(given['host']),
  port: Number.isInteger(given['port']) ? (given['port'] as number) : null,
  username: text(given['username']),
  number: text(given['number']),
})

/** Whether one is let in, before anything is kept. */
async function tryWire(reach: Reach, secret: string | null): Promise<void> {
  if (isKeptLine(reach.kind)) {
    const server = {
      host: reach.host ?? '',
      port: reach.port ?? 0,
      username: reach.username ?? '',
      secret: secret ?? '',
    }
    ;(await openLine(reach.kind, server, () => undefined)).close()
  } else if (secret !== null && reach.kind !== 'webhook') await tryProvider(reach, secret)
}

async function orRefused(host: string | null, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof WireFailure) return refused(c.wireRefusals[thrown.problem], { host: host ?? '' })
    throw thrown
  }
}

/** Whether one may is asked first; what is secret is sealed, tried, and only then kept. */
async function keep(
  kernel: Kernel,
  caller: Caller,
  {
    reach,
    secret,
    dispatch,
  }: {
    reach: Reach
    secret: string | null
    dispatch: (secretId: string | undefined, dryRun: boolean) => Promise<Outcome>
  },
): Promise<Outcome> {
  const { organisationId } = caller
  const secretId =
    secret === null
      ? undefined
      : await sealSecret(groundOf(kernel), organisationId, { secret, purpose: purposeOf(reach) })
  const outcome = await orRefused(reach.host, async () => {
    const dry = await dispatch(secretId, true)
    if (dry.status !== 'done') return dry
    await tryWire(reach, secret)
    return dispatch(secretId, false)
  })
  if (secretId && outcome.status !== 'done') await forgetSecret(groundOf(kernel), organisationId, secretId)
  return outcome
}

const connect = {
  path: '/api/calls/wires',
  act(kernel: Kernel, caller: Caller, { secret, kind, ...facts }: Given, requestId: string): Promise<Outcome> {
    const reach = reachOf(facts, kindOf(kind))
    return keep(kernel, caller, {
      reach,
      secret: text(secret),
      dispatch: (secretId, dryRun) =>
        kernel.dispatch({
          ...request(caller, c.connectWire, { ...facts, kind, ...(secretId ? { secretId } : {}) }, requestId),
          dryRun,
        }),
    })
  },
}

/** A secret that is not given anew is used where it was used, and nowhere else. */
const reconnect = {
  path: '/api/calls/wire-access',
  async act(kernel: Kernel, caller: Caller, { secret, id, ...facts }: Given, requestId: string): Promise<Outcome> {
    const wire = await wireById(kernel, caller.organisationId, text(id) ?? '')
    if (!wire) return refused(c.wireRetired)
    const reach = reachOf(facts, wire.kind)
    const given = text(secret)
    const kept = given ?? (wire.secretId && purposeOf(reach) === purposeOf(wire) ? await secretOf(kernel, wire) : null)
    if (kept === null && wire.secretId) return refused(c.wireFactsMissing)
    return keep(kernel, caller, {
      reach,
      secret: kept,
      dispatch: (secretId, dryRun) =>
        kernel.dispatch({
          ...request(caller, c.reconnectWire, { id, ...facts, ...(secretId ? { secretId } : {}) }, requestId),
          dryRun,
        }),
    })
  },
}

const test = {
  path: '/api/calls/wire-test',
  async act(kernel: Kernel, caller: Caller, { id }: Given, requestId: string): Promise<Outcome> {
    const may = await kernel.ask({ ...caller, query: c.getSetup.name, input: {}, requestId })
    if (may.status !== 'done') return may as Outcome
    const wire: Wire | null = await wireById(kernel, caller.organisationId, text(id) ?? '')
    if (!wire) return refused(c.wireRetired)
    return orRefused(wire.host, async () => {
      const secret =
        wire.kind === 'asterisk'
          ? (await serverOf(kernel, wire)).secret
          : wire.secretId && (await secretOf(kernel, wire))
      await tryWire(wire, secret || null)
      return { status: 'done', output: {}, undo: null, events: [], jobs: [], journal: null }
    })
  },
}

export const wireActs = [connect, reconnect, test] as const

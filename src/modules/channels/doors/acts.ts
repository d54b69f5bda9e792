/** Beside the commands: what is secret may stand in no journal, and a command speaks with nobody outside. */
import { randomBytes } from 'node:crypto'
import type { Command } from '../../../kernel/declare.ts'
import type { Outcome } from '../../../kernel/dispatch/outcome.ts'
import { idPattern } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { FetchFailed } from '../../../kernel/outside/fetch.ts'
import { forgetSecret, sealSecret } from '../../../kernel/platform/sealed-secrets.ts'
import type { RefusalData, RefusalDeclaration } from '../../../kernel/refusal.ts'
import * as c from '../contract.ts'
import { line, objectOf } from '../wires/reading.ts'
import { groundOf, purposeOf, reachOf } from '../wires/reach.ts'
import { wireOf } from '../wires/wires.ts'

interface Caller {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
}
type Given = Record<string, unknown>

const refused = ({ name, status }: RefusalDeclaration, data: RefusalData = {}): Outcome => ({
  status: 'refused',
  refusal: { name, status, data },
})

const asRequest = (caller: Caller, command: Command, input: unknown, requestId: string) => ({
  organisationId: caller.organisationId,
  principalId: caller.principalId,
  mandateId: caller.mandateId,
  command: command.name,
  input,
  requestId,
  surface: 'rest',
})

/** What this kind of channel needs, as far as it was given; what nobody has to type is made. */
function secretsOf(wire: c.Provider, given: unknown): Record<string, string> {
  const told = objectOf(given)
  const names = [...wireOf(wire).secrets, ...(wire === 'gateway' ? ['secret'] : [])]
  const kept = names.flatMap(name => {
    const value = line(told[name], 1000)
    return value ? [[name, value] as const] : []
  })
  if (kept.length > 0 && wire === 'telegram') kept.push(['hook', randomBytes(24).toString('base64url')])
  return Object.fromEntries(kept)
}

const orNull = (value: unknown, most: number): string | null => line(value, most) || null

/** A channel stays what it is: what is said of another kind would be sealed for that. */
async function kindOf(kernel: Kernel, { organisationId }: Caller, id: unknown): Promise<c.Provider | undefined> {
  const channel = typeof id === 'string' && idPattern.test(id) ? await reachOf(kernel, organisationId, id) : null
  return c.providers.find(one => one === channel?.wire)
}

/** POST /api/channels/connections: a channel is connected, or changed where its id is given. */
const connections = {
  path: '/api/channels/connections',
  async act(kernel: Kernel, caller: Caller, given: Given, requestId: string): Promise<Outcome> {
    const wire =
      (await kindOf(kernel, caller, given['id'])) ?? c.providers.find(one => one === given['wire']) ?? 'gateway'
    const to = { wire, address: orNull(given['address'], 300), account: orNull(given['account'], 120) }
    const secrets = secretsOf(wire, given['secrets'])
    const isNew = typeof given['id'] !== 'string'
    const isGiven = Object.keys(secrets).length > 0
    if ((isNew || isGiven) && wireOf(wire).secrets.some(name => !secrets[name])) return refused(c.channelSecretMissing)
    const facts = {
      title: given['title'],
      sender: orNull(given['sender'], 80),
      memberIds: given['memberIds'] ?? [],
      // What is sealed is bound to where it goes: without it neither is changed.
      ...(isNew || isGiven || wireOf(wire).secrets.length === 0 ? { address: to.address, account: to.account } : {}),
    }
    const command = isNew ? c.connectChannel : c.changeChannel
    const named = isNew ? { wire } : { id: given['id'], expectedVersion: given['expectedVersion'] }
    if (!isGiven) return kernel.dispatch(asRequest(caller, command, { ...named, ...facts }, requestId))
    const secret = { secret: JSON.stringify(secrets), purpose: purposeOf(to) }
    const secretId = await sealSecret(groundOf(kernel), caller.organisationId, secret)
    const outcome = await kernel.dispatch(asRequest(caller, command, { ...named, ...facts, secretId }, requestId))
    if (outcome.status !== 'done') await forgetSecret(groundOf(kernel), caller.organisationId, secretId)
    return outcome
  },
}

/** POST /api/channels/checks: asks the provider with what is kept, by whoever may change the channel. */
const checks = {
  path: '/api/channels/checks',
  async act(kernel: Kernel, caller: Caller, given: Given, requestId: string): Promise<Outcome> {
    const id = line(given['id'], 36)
    const may = await kernel.dispatch({ ...asRequest(caller, c.changeChannel, { id }, requestId), dryRun: true })
    if (may.status !== 'done') return may
    const channel = await reachOf(kernel, caller.organisationId, id)
    if (!channel) return refused(c.channelRetired, { title: '' })
    try {
      const said = (await wireOf(channel.wire).check?.(channel)) ?? ''
      return { status: 'done', output: { said }, undo: null, events: [], jobs: [], journal: null }
    } catch (fault) {
      const said = fault instanceof FetchFailed ? fault.problem : (fault as Error).message
      return refused(c.channelNotReached, { said: line(said, 300) })
    }
  },
}

export const channelActs = [connections, checks] as const

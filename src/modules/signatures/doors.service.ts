/** Beside the commands: what is secret may stand in no journal, and a command speaks with nobody outside. What the service tells comes here too. */
import type { Readable } from 'node:stream'
import type { Outcome, Request } from '../../kernel/dispatch/outcome.ts'
import { systemPrincipalId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { linkSecretOf, outsidePages, readOutsideToken } from '../../kernel/outside/link.ts'
import { forgetSecret, sealSecret } from '../../kernel/platform/sealed-secrets.ts'
import { refuse } from '../../kernel/refusal.ts'
import * as c from './contract.ts'
import { groundOf, purposeOf, reachOf, serviceOf, standingOf } from './services/reach.ts'
import { type Reached, ServiceFault } from './services/service.ts'

interface Caller {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 1_000) : '')

/** Null where the service takes the secrets. */
async function problemWith(to: Reached): Promise<Outcome | null> {
  try {
    await serviceOf(to.wire).check(to)
    return null
  } catch (fault) {
    if (!(fault instanceof ServiceFault)) throw fault
    const { name, status } = fault.kind === 'sign-in' ? c.serviceSignIn : c.serviceUnreachable
    return { status: 'refused', refusal: { name, status, data: { said: fault.message.slice(0, 300) } } }
  }
}

/** POST /api/signatures/services: tried before it is kept, and only by whoever may keep it. */
const connecting = {
  path: '/api/signatures/services',
  async act(kernel: Kernel, caller: Caller, given: Record<string, unknown>, requestId: string): Promise<Outcome> {
    const wire = c.services.find(one => one === given['wire']) ?? 'scrive'
    const secrets = Object.fromEntries(serviceOf(wire).secrets.map(name => [name, text(given[name])]))
    const to = { wire, address: text(given['address']).replace(/\/+$/, ''), secrets }
    const sealed = { secret: JSON.stringify(secrets), purpose: purposeOf(to) }
    const secretId = await sealSecret(groundOf(kernel), caller.organisationId, sealed)
    const input = { wire, address: to.address, secretId }
    const request: Request = { ...caller, command: c.connectService.name, input, requestId, surface: 'rest' }
    const dry = await kernel.dispatch({ ...request, dryRun: true })
    const outcome = dry.status === 'done' ? ((await problemWith(to)) ?? (await kernel.dispatch(request))) : dry
    if (outcome.status !== 'done') await forgetSecret(groundOf(kernel), caller.organisationId, secretId)
    return outcome
  },
}

/** POST /api/signatures/service-checks: asks the service with what is kept, by whoever may disconnect it. */
const checking = {
  path: '/api/signatures/service-checks',
  async act(kernel: Kernel, caller: Caller, _: Record<string, unknown>, requestId: string): Promise<Outcome> {
    const request = { ...caller, command: c.disconnectService.name, input: {}, requestId, surface: 'rest' }
    const may = await kernel.dispatch({ ...request, dryRun: true })
    if (may.status !== 'done' && !(may.status === 'refused' && may.refusal.name === c.serviceInUse.name)) return may
    const to = await reachOf(kernel, caller.organisationId)
    if (!to) return { status: 'refused', refusal: { ...c.serviceMissing, data: {} } }
    const problem = await problemWith(to)
    return problem ?? { status: 'done', output: {}, undo: null, events: [], jobs: [], journal: null }
  },
}

export const signatureServiceActs = [connecting, checking] as const

/** What it tells holds the whole document's description. */
const mostBytes = 5_000_000

async function bytesOf(file: Readable | null): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of file ?? []) {
    size += (part as Buffer).length
    if (size > mostBytes) return refuse(c.signLinkClosed)
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts)
}

interface Told {
  readonly params: Readonly<Record<string, string>>
  readonly file: Readable | null
  readonly requestId: string
}

/** The secret address proves it, and names the document; what is told is not believed, the service is asked. */
const told = {
  method: 'POST' as const,
  path: `${outsidePages.signed}/:token`,
  perMinute: 300,
  takesFile: true,
  async answer(kernel: Kernel, { params, file, requestId }: Told) {
    const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'signed', params['token'] ?? '')
    const at = thing && (await standingOf(kernel, thing.organisationId, thing.id))
    if (!thing || !at) return refuse(c.signLinkClosed)
    const named = serviceOf(at.service).heard(await bytesOf(file))
    if (named === null || named !== at.externalId) return refuse(c.signLinkClosed)
    const outcome = await kernel.dispatch({
      organisationId: thing.organisationId,
      principalId: systemPrincipalId,
      command: c.lookAtService.name,
      input: { id: thing.id },
      requestId,
      surface: 'link',
    })
    return outcome.status === 'done'
      ? { headers: { 'content-type': 'text/plain; charset=utf-8' }, body: Buffer.from('') }
      : refuse(c.signLinkClosed)
  },
}

export const signServicePublic = [told] as const

/** Beside the commands: what is secret stands in no journal, and a person's password goes to that person's own page alone. */
import { createHmac } from 'node:crypto'
import { inReadOnly } from '../../kernel/database/transaction.ts'
import type { Command } from '../../kernel/declare.ts'
import type { Outcome } from '../../kernel/dispatch/outcome.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { forgetSecret, openSecret, sealSecret } from '../../kernel/platform/sealed-secrets.ts'
import type { RefusalData, RefusalDeclaration } from '../../kernel/refusal.ts'
import * as c from './contract.ts'
import { relayPurpose, telephonePurpose } from './secret-purpose.ts'

interface Caller {
  readonly organisationId: string
  readonly principalId: string
  readonly mandateId: string | null
  /** Null: no page, but a program with a token. */
  readonly session: object | null
}
type Given = Record<string, unknown>

const text = (value: unknown, most: number): string => (typeof value === 'string' ? value.slice(0, most) : '')
const refused = ({ name, status }: RefusalDeclaration, data: RefusalData = {}): Outcome => ({
  status: 'refused',
  refusal: { name, status, data },
})
const groundOf = ({ pool, clock }: Kernel) => ({ pool, clock })

/** Seals first, so that the command has the id alone; what came to nothing is forgotten. */
async function withSecret(
  kernel: Kernel,
  caller: Caller,
  command: Command,
  { secret, purpose, input, field }: { secret: string; purpose: string; input: Given; field: string },
  requestId: string,
): Promise<Outcome> {
  const { organisationId, principalId, mandateId } = caller
  const id = secret ? await sealSecret(groundOf(kernel), organisationId, { secret, purpose }) : null
  const outcome = await kernel.dispatch({
    organisationId,
    principalId,
    mandateId,
    command: command.name,
    input: { ...input, ...(id ? { [field]: id } : {}) },
    requestId,
    surface: 'rest',
  })
  if (id && outcome.status !== 'done') await forgetSecret(kernel, organisationId, id)
  return outcome
}

const ownAccount = {
  path: '/api/calls/own-phone',
  act: (kernel: Kernel, caller: Caller, { password, ...input }: Given, requestId: string) =>
    withSecret(
      kernel,
      caller,
      c.setOwnPhone,
      { secret: text(password, 200), purpose: telephonePurpose(caller.principalId), input, field: 'secretId' },
      requestId,
    ),
}

const theirAccount = {
  path: '/api/calls/phone',
  act: (kernel: Kernel, caller: Caller, { password, ...input }: Given, requestId: string) =>
    withSecret(
      kernel,
      caller,
      c.setPhone,
      { secret: text(password, 200), purpose: telephonePurpose(text(input['personId'], 36)), input, field: 'secretId' },
      requestId,
    ),
}

const server = {
  path: '/api/calls/phone-server',
  act: (kernel: Kernel, caller: Caller, { turnPassword, ...input }: Given, requestId: string) =>
    withSecret(
      kernel,
      caller,
      c.setPhoneServer,
      {
        secret: text(turnPassword, 500),
        purpose: relayPurpose(text(input['turn'], 300)),
        input,
        field: 'turnSecretId',
      },
      requestId,
    ),
}

interface Standing {
  readonly address: string
  readonly stun: string | null
  readonly turn: string | null
  readonly turnUsername: string | null
  readonly turnSecretId: string | null
  readonly secretId: string | null
}

const standingOf = (kernel: Kernel, organisationId: string, personId: string | null): Promise<Standing | null> =>
  inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query<Standing>(
      `select s.address, s.stun, s.turn, s.turn_username as "turnUsername", s.turn_secret_id as "turnSecretId", a.secret_id as "secretId"
       from calls.phone_server s
       left join calls.phone_account a on a.organisation_id = s.organisation_id and a.person_id = $2
       where s.organisation_id = $1`,
      [organisationId, personId],
    )
    return rows[0] ?? null
  })

/** A password made for one day from the secret that the relay knows too (the TURN REST convention). */
const daySeconds = 86_400

async function relayOf(kernel: Kernel, { organisationId, principalId }: Caller, to: Standing) {
  if (!to.turn || !to.turnSecretId) return []
  const secret = await openSecret(groundOf(kernel), organisationId, {
    id: to.turnSecretId,
    purpose: relayPurpose(to.turn),
  })
  if (secret === null) return []
  if (to.turnUsername) return [{ urls: to.turn, username: to.turnUsername, credential: secret }]
  const username = `${Math.floor(Date.now() / 1000) + daySeconds}:${principalId}`
  const credential = createHmac('sha1', secret).update(username).digest('base64')
  return [{ urls: to.turn, username, credential }]
}

/** What a person's own page signs in with: to nobody who acts for them, and to no program. */
const ownKey = {
  path: '/api/calls/phone-key',
  async act(kernel: Kernel, caller: Caller, _: Given, requestId: string): Promise<Outcome> {
    const { organisationId, principalId, mandateId } = caller
    if (caller.session === null || mandateId !== null) return refused(c.phoneOwnPage)
    const may = await kernel.ask({
      organisationId,
      principalId,
      mandateId,
      query: c.getPhone.name,
      input: {},
      requestId,
    })
    if (may.status !== 'done') return may as Outcome
    const to = await standingOf(kernel, organisationId, principalId)
    if (!to) return refused(c.phoneServerMissing)
    const password =
      to.secretId &&
      (await openSecret(groundOf(kernel), organisationId, { id: to.secretId, purpose: telephonePurpose(principalId) }))
    if (!password) return refused(c.phonePasswordMissing)
    const iceServers = [...(to.stun ? [{ urls: to.stun }] : []), ...(await relayOf(kernel, caller, to))]
    return { status: 'done', output: { password, iceServers }, undo: null, events: [], jobs: [], journal: null }
  },
}

export const phoneActs = [ownAccount, theirAccount, server, ownKey] as const

/** With what besides Kontor an office's pages may speak: its one SIP server, by host and port. */
export async function phoneOrigins(kernel: Kernel, organisationId: string): Promise<readonly string[]> {
  const to = await standingOf(kernel, organisationId, null)
  const origin = /^(wss?:\/\/[a-z0-9.-]+(?::\d+)?)/.exec(to?.address ?? '')?.[1]
  return origin ? [origin] : []
}

/** Telephone systems that Kontor speaks with, and the telephones on people’s desks. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { keepLinkSecret } from '../../../kernel/outside/link.ts'
import { isSealedFor } from '../../../kernel/platform/sealed-secrets.ts'
import * as c from '../contract.ts'
import { lineKeys } from '../numbers/meant.ts'
import { requirePeople, titleOf } from '../rows.ts'
import { purposeOf } from '../wires/accounts.ts'
import { isTelnyxKey } from '../wires/signatures.ts'
import type { WireFacts } from '../wires/wire.ts'

type Access = Pick<WireFacts, 'host' | 'port' | 'username' | 'secretId' | 'publicKey' | 'number' | 'context'>
type Given = { readonly [K in keyof Access]?: Access[K] | undefined }

const accessOf = (given: Given): Access => ({
  host: given.host ?? null,
  port: given.port ?? null,
  username: given.username ?? null,
  secretId: given.secretId ?? null,
  publicKey: given.publicKey ?? null,
  number: given.number ?? null,
  context: given.context ?? null,
})

/** What each needs; a secret is one that was sealed here. */
const needed: Readonly<Record<WireFacts['kind'], readonly (keyof Access)[]>> = {
  webhook: [],
  fritzbox: ['host', 'port'],
  asterisk: ['host', 'port', 'username', 'secretId', 'context'],
  twilio: ['username', 'secretId', 'number'],
  telnyx: ['publicKey'],
}

/** `kept` is the secret that it has already. */
async function requireAccess(
  act: Act,
  kind: WireFacts['kind'],
  { access, kept = null }: { readonly access: Access; readonly kept?: string | null },
): Promise<void> {
  const missing = needed[kind].find(name => access[name] === null)
  if (missing) act.refuse(c.wireFactsMissing)
  if (kind === 'telnyx' && !isTelnyxKey(access.publicKey!)) act.refuse(c.wireFactsMissing)
  if (access.secretId === null || access.secretId === kept) return
  const purpose = purposeOf({ ...access, kind })
  if (!(await isSealedFor(act, { id: access.secretId, purpose }))) act.refuse(c.wireFactsMissing)
}

export const connectWireBody = implementCommand(c.connectWire, {
  async run(act, { title, kind, memberIds = [], ...given }) {
    await requirePeople(act, memberIds)
    const access = accessOf(given)
    await requireAccess(act, kind, { access })
    await keepLinkSecret(act.db())
    const id = await act.createRecord({ kind: 'phone-wire', title, class: 0 })
    act.write(sql`
      insert into calls.wire (organisation_id, id, member_ids, kind, host, port, username, secret_id, public_key, number, context)
      values (${act.office.id}, ${id}, ${memberIds}::uuid[], ${kind}, ${access.host}, ${access.port}, ${access.username}, ${access.secretId},
        ${access.publicKey}, ${access.number}, ${access.context})`)
    act.emit(c.wireAdded, { id, title }, [id])
    return { output: { id, version: 1 } }
  },
})

interface Wire {
  readonly kind: WireFacts['kind']
  readonly secret_id: string | null
  readonly retired_at: Temporal.Instant | null
}

async function wireOf(act: Act, id: string): Promise<Wire> {
  const { rows } = await sql<Wire>`
    select kind, secret_id, retired_at from calls.wire where organisation_id = ${act.office.id} and id = ${id}`.execute(
    act.db(),
  )
  return rows[0]!
}

const forgetSecret = (act: Act, id: string | null): void => {
  if (id) act.write(sql`select platform.sealed_forget(${id}::uuid)`)
}

export const reconnectWireBody = implementCommand(c.reconnectWire, {
  locks: ({ id, expectedVersion }) => [{ kind: 'phone-wire', id, expectedVersion }],
  load: (act, { id }) => wireOf(act, id),
  async run(act, { id, expectedVersion: _, ...given }, wire) {
    if (wire.retired_at) act.refuse(c.wireRetired)
    const access = accessOf({ ...given, secretId: given.secretId ?? wire.secret_id })
    await requireAccess(act, wire.kind, { access, kept: wire.secret_id })
    if (access.secretId !== wire.secret_id) forgetSecret(act, wire.secret_id)
    act.write(sql`
      update calls.wire set host = ${access.host}, port = ${access.port}, username = ${access.username}, secret_id = ${access.secretId},
        public_key = ${access.publicKey}, number = ${access.number}, context = ${access.context}, connected_at = null, problem = null
      where organisation_id = ${act.office.id} and id = ${id}`)
    const { title } = act.locked(id)
    const version = await act.changeRecord(id)
    act.emit(c.wireChanged, { id, title }, [id])
    return { output: { id, version } }
  },
})

/** The record keeps its version: the line is the same, whether it stands or not. */
export const noteWireBody = implementCommand(c.noteWire, {
  locks: ({ id }) => [{ kind: 'phone-wire', id }],
  load: (act, { id }) => wireOf(act, id),
  async run(act, { id, problem }, wire) {
    if (wire.retired_at) act.refuse(c.wireRetired)
    act.write(sql`
      update calls.wire set problem = ${problem}, connected_at = ${problem ? null : act.at}
      where organisation_id = ${act.office.id} and id = ${id}`)
    act.emit(problem ? c.wireLost : c.wireConnected, { id, title: act.locked(id).title }, [id])
    return { output: {} }
  },
})

export const setExtensionBody = implementCommand(c.setExtension, {
  constraints: { extension_once: c.extensionTaken },
  locks: ({ wireId }) => [{ kind: 'phone-wire', id: wireId }],
  load: (act, { wireId }) => wireOf(act, wireId),
  async run(act, { wireId, personId, extension }, wire) {
    if (wire.retired_at) act.refuse(c.wireRetired)
    await requirePeople(act, [personId])
    const { rows } = await sql<{ told_as: string }>`
      select told_as from calls.extension
      where organisation_id = ${act.office.id} and wire_id = ${wireId} and person_id = ${personId}`.execute(act.db())
    if (extension === null)
      act.write(sql`
        delete from calls.extension where organisation_id = ${act.office.id} and wire_id = ${wireId} and person_id = ${personId}`)
    else
      await sql`
        insert into calls.extension (organisation_id, wire_id, person_id, told_as, key)
        values (${act.office.id}, ${wireId}, ${personId}, ${extension}, ${lineKeys(extension, act.office.country)[0]!})
        on conflict (organisation_id, wire_id, person_id) do update set told_as = excluded.told_as, key = excluded.key`.execute(
        act.db(),
      )
    act.emit(c.extensionSet, { id: wireId, title: act.locked(wireId).title, name: await titleOf(act, personId) }, [
      wireId,
    ])
    const before = rows[0]?.told_as ?? null
    return { output: {}, undo: { command: c.setExtension.name, input: { wireId, personId, extension: before } } }
  },
})

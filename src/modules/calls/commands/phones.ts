import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { isSealedFor } from '../../../kernel/platform/sealed-secrets.ts'
import * as c from '../contract.ts'
import { requirePeople, titleOf } from '../rows.ts'
import { relayPurpose, telephonePurpose } from '../secret-purpose.ts'

/** A secret that was sealed for this: no other of the office may be taken, and forgotten, by naming it. */
async function requireSecret(act: Act, id: string, purpose: string): Promise<void> {
  if (!(await isSealedFor(act, { id, purpose }))) act.refuse(c.phonePasswordMissing)
}

function forgetSecret(act: Act, id: string | null | undefined): void {
  if (id) act.write(sql`select platform.sealed_forget(${id}::uuid)`)
}

interface Server {
  readonly turn: string | null
  readonly turn_secret_id: string | null
}

async function serverOf(act: Act): Promise<Server | null> {
  const { rows } = await sql<Server>`
    select turn, turn_secret_id from calls.phone_server where organisation_id = ${act.office.id} for update`.execute(
    act.db(),
  )
  return rows[0] ?? null
}

export const setPhoneServerBody = implementCommand(c.setPhoneServer, {
  async run(act, input) {
    const before = await serverOf(act)
    // A password that was sealed for another relay is never sent to this one.
    const kept = before?.turn === (input.turn ?? null) ? before.turn_secret_id : null
    const secretId = input.turn ? (input.turnSecretId ?? kept) : null
    if (input.turn && !secretId) act.refuse(c.phonePasswordMissing)
    if (secretId && secretId !== kept) await requireSecret(act, secretId, relayPurpose(input.turn!))
    if (before && before.turn_secret_id !== secretId) forgetSecret(act, before.turn_secret_id)
    const { address, domain, stun = null, turn = null, echo = null, voicemail = null } = input
    const turnUsername = turn ? (input.turnUsername ?? null) : null
    act.write(sql`
      insert into calls.phone_server (organisation_id, address, domain, stun, turn, turn_username, turn_secret_id, echo, voicemail)
      values (${act.office.id}, ${address}, ${domain}, ${stun}, ${turn}, ${turnUsername}, ${secretId}, ${echo}, ${voicemail})
      on conflict (organisation_id) do update set address = excluded.address, domain = excluded.domain, stun = excluded.stun, turn = excluded.turn,
        turn_username = excluded.turn_username, turn_secret_id = excluded.turn_secret_id, echo = excluded.echo, voicemail = excluded.voicemail`)
    act.emit(c.phoneServerSet, { address })
    return { output: {} }
  },
})

export const removePhoneServerBody = implementCommand(c.removePhoneServer, {
  async run(act) {
    const before = (await serverOf(act)) ?? act.refuse(c.phoneServerMissing)
    forgetSecret(act, before.turn_secret_id)
    act.write(sql`delete from calls.phone_server where organisation_id = ${act.office.id}`)
    act.emit(c.phoneServerRemoved, {})
    return { output: {} }
  },
})

async function secretOf(act: Act, personId: string): Promise<string | null> {
  const { rows } = await sql<{ secret_id: string }>`
    select secret_id from calls.phone_account
    where organisation_id = ${act.office.id} and person_id = ${personId} for update`.execute(act.db())
  return rows[0]?.secret_id ?? null
}

async function setAccount(
  act: Act,
  personId: string,
  { username, secretId }: { username: string; secretId?: string | undefined },
): Promise<void> {
  if (!(await serverOf(act))) act.refuse(c.phoneServerMissing)
  const before = await secretOf(act, personId)
  const kept = secretId ?? before ?? act.refuse(c.phonePasswordMissing)
  if (kept !== before) {
    await requireSecret(act, kept, telephonePurpose(personId))
    forgetSecret(act, before)
  }
  await sql`
    insert into calls.phone_account (organisation_id, person_id, username, secret_id)
    values (${act.office.id}, ${personId}, ${username}, ${kept})
    on conflict (organisation_id, person_id) do update set username = excluded.username, secret_id = excluded.secret_id`.execute(
    act.db(),
  )
  act.emit(c.phoneSet, { name: await titleOf(act, personId) }, [personId])
}

async function removeAccount(act: Act, personId: string): Promise<void> {
  const name = await titleOf(act, personId)
  const before = (await secretOf(act, personId)) ?? act.refuse(c.phoneAccountMissing, { name })
  forgetSecret(act, before)
  act.write(sql`
    delete from calls.phone_account where organisation_id = ${act.office.id} and person_id = ${personId}`)
  act.emit(c.phoneRemoved, { name }, [personId])
}

const taken = { phone_account_once: c.phoneUserTaken }

export const setPhoneBody = implementCommand(c.setPhone, {
  constraints: taken,
  locks: ({ personId }) => [{ kind: 'principal', id: personId }],
  async run(act, { personId, ...account }) {
    await requirePeople(act, [personId])
    await setAccount(act, personId, account)
    return { output: {} }
  },
})

export const setOwnPhoneBody = implementCommand(c.setOwnPhone, {
  constraints: taken,
  async run(act, account) {
    await setAccount(act, act.principal.id, account)
    return { output: {} }
  },
})

export const removePhoneBody = implementCommand(c.removePhone, {
  locks: ({ personId }) => [{ kind: 'principal', id: personId }],
  async run(act, { personId }) {
    await removeAccount(act, personId)
    return { output: {} }
  },
})

export const removeOwnPhoneBody = implementCommand(c.removeOwnPhone, {
  async run(act) {
    await removeAccount(act, act.principal.id)
    return { output: {} }
  },
})

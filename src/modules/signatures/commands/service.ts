/** The service for e-signatures: connected, and what it says of a document. */
import { type Selectable, sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import { told } from '../asking.ts'
import * as c from '../contract.ts'
import { endSigning, giveSignature } from '../signing.ts'
import { changeSigner, changeSigningRow, type Held, heldSigning, signingOf } from '../signing-row.ts'
import type { ServiceTable, SignaturesTables } from '../tables.ts'
import { wordsIn } from '../words.ts'
import { decline } from './sign.ts'

const serviceRow = (act: Act): Promise<Selectable<ServiceTable> | undefined> =>
  act
    .db<SignaturesTables>()
    .selectFrom('signatures.service')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .forUpdate()
    .executeTakeFirst()

async function requireIdle(act: Act): Promise<void> {
  const { rows } = await sql<{ title: string }>`
    select r.title from signatures.signing s join kernel.record r on r.organisation_id = s.organisation_id and r.id = s.id
    where s.organisation_id = ${act.office.id} and s.service is not null
      and (s.service_state in ('sending', 'pending') or (s.state = 'completed' and s.sealed_digest is null)) limit 1`.execute(
    act.db(),
  )
  if (rows.length > 0) act.refuse(c.serviceInUse)
}

const forget = (act: Act, id: string) => sql`select platform.sealed_forget(${id}::uuid)`.execute(act.db())

export const connectServiceBody = implementCommand(c.connectService, {
  load: serviceRow,
  async run(act, { wire, address, secretId }, before) {
    const { rows } = await sql<{ kept: boolean }>`
      select platform.sealed_find(${secretId}::uuid, ${act.office.id}::uuid) is not null as kept`.execute(act.db())
    if (!rows[0]!.kept) act.refuse(c.serviceMissing)
    // Another account does not know what was sent by the one before.
    if (before && before.address !== address) await requireIdle(act)
    const row = { wire, address, secret_id: secretId, connected_at: act.at, connected_by: act.principal.id }
    await act
      .db<SignaturesTables>()
      .insertInto('signatures.service')
      .values({ organisation_id: act.office.id, ...row })
      .onConflict(conflict => conflict.column('organisation_id').doUpdateSet(row))
      .execute()
    if (before && before.secret_id !== secretId) await forget(act, before.secret_id)
    act.emit(c.serviceConnected, { wire })
    return { output: {} }
  },
})

export const disconnectServiceBody = implementCommand(c.disconnectService, {
  load: serviceRow,
  async run(act, _, before) {
    if (!before) return act.refuse(c.serviceMissing)
    await requireIdle(act)
    await sql`delete from signatures.service where organisation_id = ${act.office.id}`.execute(act.db())
    await forget(act, before.secret_id)
    act.emit(c.serviceDisconnected, { wire: before.wire })
    return { output: {} }
  },
})

type Parties = (typeof c.noteService)['input']['_zod']['output']['parties']

async function takeParties(act: Act, id: string, parties: Parties, isWhole: boolean): Promise<void> {
  const partyFor = (email: string | null) => parties.find(one => one.email === email?.toLowerCase())
  const { signers } = await signingOf(act, id)
  for (const { id: signerId, email } of signers) {
    const party = partyFor(email)
    // Each signature changes whose turn it is.
    const held = await signingOf(act, id)
    const signer = held.signers.find(one => one.id === signerId)!
    if (held.signing.state !== 'open' || signer.state === 'signed') continue
    if (party?.seenAt && signer.opened_at === null) changeSigner(act, signerId, { opened_at: party.seenAt })
    if (!party?.signedAt && !isWhole) continue
    const at = party?.signedAt ?? act.at
    await giveSignature(act, held, { signer, mark: null, proof: 'service', at })
  }
}

async function takeEnd(act: Act, held: Held, state: c.ServiceState, said: string | null): Promise<void> {
  const { signing, signers } = held
  const words = wordsIn(act.office.language)(`state.service.${state}`)
  const reason = said ? `${words} (${said})` : words
  const taken = endSigning(act, held, 'withdrawn')
  const more = { params: { reason: reason.slice(0, 300) }, urgency: 'now' as const }
  const notify = [told(signing, signers[0]!, signing.put_in_by, 'notice.signatures.service-ended', more)]
  const about = [signing.id, signing.document_id]
  act.emit(
    c.serviceEnded,
    { id: signing.id, title: signing.title, said: reason.slice(0, 300), notify, ...taken },
    about,
  )
}

function takeLate(act: Act, { signing, signers }: Held): void {
  const { id, title } = signing
  const notify = [
    told(signing, signers[0]!, signing.put_in_by, 'notice.signatures.signed-after-all', { urgency: 'now' }),
  ]
  act.emit(c.signedAfterAll, { id, title, notify }, [id])
}

export const noteServiceBody = implementCommand(c.noteService, {
  async run(act, { id, externalId, state, said, parties }) {
    const held = await heldSigning(act, id)
    const { signing } = held
    if (signing.service === null) return { output: { externalId: null } }
    // Two attempts at once: the first one's draft is what is started.
    const kept = signing.service_id ?? externalId ?? null
    changeSigningRow(act, id, {
      service_id: kept,
      service_state: state ?? signing.service_state,
      service_said: said === undefined ? signing.service_said : said,
    })
    await raiseRecord(act, id)
    const output = { externalId: kept }
    if (signing.state !== 'open') {
      if (state === 'signed' && signing.state !== 'completed' && signing.service_state !== 'signed') takeLate(act, held)
      return { output }
    }
    await takeParties(act, id, parties, state === 'signed')
    const now = await signingOf(act, id)
    if (now.signing.state !== 'open') return { output }
    const no = parties.find(one => one.declined)
    const decliner = no && now.signers.find(one => one.email?.toLowerCase() === no.email)
    if (state === 'declined' && decliner) await decline(act, now, decliner.id, no.reason ?? '–')
    else if (state && !['sending', 'pending', 'signed'].includes(state)) await takeEnd(act, now, state, said ?? null)
    return { output }
  },
})

export const lookAtServiceBody = implementCommand(c.lookAtService, {
  async run(act, { id }) {
    const { signing } = await heldSigning(act, id)
    if (signing.service !== null) act.enqueue(c.serviceJob, { id, remind: false }, { singletonKey: id })
    return { output: {} }
  },
})

import { sql } from 'kysely'
import type { z } from '../../../kernel/schema.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { titleOfCall } from '../call-parts.ts'
import * as c from '../contract.ts'
import { lineKeys } from '../numbers/meant.ts'
import { whoIs } from '../numbers/who.ts'
import { callOf, type CallRow, titleOf } from '../rows.ts'

type Heard = z.output<typeof c.hearCall.input>

interface Wire {
  readonly member_ids: readonly string[]
  readonly retired_at: Temporal.Instant | null
}

async function wireOf(act: Act, id: string): Promise<Wire> {
  const { rows } = await sql<Wire>`
    select member_ids, retired_at from calls.wire where organisation_id = ${act.office.id} and id = ${id}`.execute(
    act.db(),
  )
  return rows[0]!
}

async function known(act: Act, { wireId, externalId }: Heard): Promise<CallRow | null> {
  const { rows } = await sql<{ id: string }>`
    select id from calls.call
    where organisation_id = ${act.office.id} and wire_id = ${wireId} and external_id = ${externalId}`.execute(act.db())
  if (!rows[0]) return null
  await act.lockAlso([{ kind: 'call', id: rows[0].id }])
  return callOf(act, rows[0].id)
}

/** Whom calls to any of these concern. */
async function membersOf(act: Act, told: readonly (string | null | undefined)[]): Promise<string[]> {
  const keys = told.flatMap(one => (one ? lineKeys(one, act.office.country) : []))
  if (keys.length === 0) return []
  const { rows } = await sql<{ member_ids: string[] }>`
    select member_ids from calls.line
    where organisation_id = ${act.office.id} and retired_at is null and key = any(${keys}::text[])`.execute(act.db())
  return [...new Set(rows.flatMap(row => row.member_ids))]
}

/** Whoever is secret is not named by a machine: who may know them sees them on the card. */
const namedClass = 1

async function partyOf(act: Act, number: string | null): Promise<{ id: string; title: string } | null> {
  if (number === null) return null
  const found = (await whoIs(act, number)).filter(one => one.by === 'number')
  const only = found.length === 1 ? found[0]! : null
  return only && only.class <= namedClass ? only : null
}

const withheld = /^(anonymous|unknown|private|unavailable|withheld|restricted)?$/i
const numberOf = (told: string | null | undefined): string | null => {
  const number = told?.trim() ?? ''
  return withheld.test(number) ? null : number
}

async function begin(act: Act, heard: Heard, wire: Wire): Promise<CallRow> {
  const direction = heard.direction ?? 'in'
  const [theirs, ours] = direction === 'in' ? [heard.from, heard.to] : [heard.to, heard.from]
  const number = numberOf(theirs)
  const members = await membersOf(act, [ours, heard.queue, ...(heard.users ?? [])])
  const forIds = members.length > 0 ? members : [...wire.member_ids]
  const party = await partyOf(act, number)
  const title = party?.title ?? titleOfCall(act, { caller: '', number })
  const id = await act.createRecord({
    kind: 'call',
    title,
    class: 1,
    source: party ? [heard.wireId, party.id] : heard.wireId,
    search: { body: number ?? '' },
  })
  act.write(sql`
    insert into calls.call (organisation_id, id, direction, state, number, party_id, line, queue, for_ids, wire_id, external_id, rang_at)
    values (${act.office.id}, ${id}, ${direction}, 'ringing', ${number}, ${party?.id ?? null}, ${ours ?? ''}, ${heard.queue ?? ''}, ${forIds}::uuid[],
      ${heard.wireId}, ${heard.externalId}, ${act.at})`)
  if (party) await act.link(id, party.id, 'about')
  act.emit(c.callRang, { id, title, partyId: party?.id ?? null }, party ? [id, party.id] : [id])
  return callOf(act, id)
}

async function answer(act: Act, call: CallRow, heard: Heard): Promise<void> {
  if (call.state !== 'ringing') return
  const members = await membersOf(act, heard.users ?? [])
  const takenBy = members.length === 1 ? members[0]! : null
  const forIds = members.length > 0 ? members : call.for_ids
  act.write(sql`
    update calls.call set state = 'answered', answered_at = ${act.at}, taken_by_id = ${takenBy}, for_ids = ${forIds}::uuid[]
    where organisation_id = ${act.office.id} and id = ${call.id}`)
  await act.changeRecord(call.id)
  const name = await titleOf(act, takenBy)
  act.emit(c.callAnswered, { id: call.id, title: call.title, partyId: call.party_id, name }, [call.id])
}

async function end(act: Act, call: CallRow, heard: Heard): Promise<void> {
  if (call.state === 'ended' || call.state === 'missed') return
  const isMissed = call.direction === 'in' && call.state === 'ringing' && heard.cause !== 'forwarded'
  act.write(sql`
    update calls.call set state = ${isMissed ? 'missed' : 'ended'}, ended_at = ${act.at}, cause = ${heard.cause ?? ''},
      outcome = coalesce(outcome, ${call.state === 'ringing' && call.direction === 'out' ? 'no-answer' : null})
    where organisation_id = ${act.office.id} and id = ${call.id}`)
  await act.changeRecord(call.id)
  const facts = { id: call.id, title: call.title, partyId: call.party_id }
  act.emit(isMissed ? c.callMissed : c.callEnded, facts, [call.id])
}

/** Told twice, or out of order, a call is what it was told to be last: one that ended rings no more. */
export const hearCallBody = implementCommand(c.hearCall, {
  locks: ({ wireId }) => [{ kind: 'phone-wire', id: wireId }],
  load: (act, { wireId }) => wireOf(act, wireId),
  async run(act, heard, wire) {
    if (wire.retired_at) act.refuse(c.wireRetired)
    act.write(sql`
      update calls.wire set heard_at = ${act.at} where organisation_id = ${act.office.id} and id = ${heard.wireId}`)
    const before = await known(act, heard)
    if (heard.what === 'rings') return { output: { id: before?.id ?? (await begin(act, heard, wire)).id } }
    const call = before ?? (heard.what === 'answered' && heard.from ? await begin(act, heard, wire) : null)
    if (!call) return { output: { id: null } }
    await (heard.what === 'answered' ? answer : end)(act, call, heard)
    return { output: { id: call.id } }
  },
})

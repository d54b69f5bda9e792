import { sql } from 'kysely'
import type { z } from '../../../kernel/schema.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { titleOfCall } from '../call-parts.ts'
import { membersOf, numberOf, partyOf } from '../concerns.ts'
import * as c from '../contract.ts'
import { numberDialled } from '../numbers/shown.ts'
import { toldBefore } from './told-twice.ts'
import { callOf, type CallRow, titleOf } from '../rows.ts'
import type { WireKind } from '../wires/wire.ts'

type Heard = z.output<typeof c.hearCall.input>

interface Wire {
  readonly kind: WireKind
  readonly member_ids: readonly string[]
  readonly retired_at: Temporal.Instant | null
  /** The call, where it was told of before. */
  readonly call_id: string | null
}

async function wireOf(act: Act, { wireId, externalId }: Heard): Promise<Wire> {
  const { rows } = await sql<Wire>`
    select w.kind, w.member_ids, w.retired_at, (
      select k.id from calls.call k
      where k.organisation_id = w.organisation_id and k.wire_id = w.id and k.external_id = ${externalId}) as call_id
    from calls.wire w where w.organisation_id = ${act.office.id} and w.id = ${wireId}`.execute(act.db())
  return rows[0]!
}

async function known(act: Act, id: string): Promise<CallRow> {
  await act.lockAlso([{ kind: 'call', id }])
  return callOf(act, id)
}

interface Begun {
  readonly id: string
  readonly forIds: readonly string[]
}

/** A telephone in the page was quicker to tell of it: from here on it is the telephone system's call too. */
async function takeUp(
  act: Act,
  { heard, id, ours, forIds }: { heard: Heard; id: string; ours: string | null | undefined; forIds: readonly string[] },
): Promise<Begun> {
  await act.lockAlso([{ kind: 'call', id }])
  act.write(sql`
    update calls.call set wire_id = ${heard.wireId}, external_id = ${heard.externalId}, line = ${ours ?? ''}, queue = ${heard.queue ?? ''},
      channel = ${heard.channel ?? null},
      for_ids = case when state = 'ringing' then array(select distinct unnest(for_ids || ${[...forIds]}::uuid[])) else for_ids end
    where organisation_id = ${act.office.id} and id = ${id}`)
  await act.changeRecord(id)
  return { id, forIds: [...forIds] }
}

async function begin(act: Act, heard: Heard, wire: Wire): Promise<Begun> {
  const direction = heard.direction ?? 'in'
  const [theirs, ours] = direction === 'in' ? [heard.from, heard.to] : [heard.to, heard.from]
  const number = numberOf(theirs)
  const members = await membersOf(act, [ours, heard.queue, ...(heard.users ?? [])])
  const forIds = members.length > 0 ? members : [...wire.member_ids]
  const told = await toldBefore(act, { direction, number, by: 'pages' })
  if (told) return takeUp(act, { heard, id: told, ours, forIds })
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
    insert into calls.call (organisation_id, id, direction, state, number, party_id, line, queue, for_ids, wire_id, external_id, rang_at, channel)
    values (${act.office.id}, ${id}, ${direction}, 'ringing', ${number}, ${party?.id ?? null}, ${ours ?? ''}, ${heard.queue ?? ''}, ${forIds}::uuid[],
      ${heard.wireId}, ${heard.externalId}, ${act.at}, ${heard.channel ?? null})`)
  if (party) await act.link(id, party.id, 'about')
  act.emit(c.callRang, { id, title, partyId: party?.id ?? null }, party ? [id, party.id] : [id])
  return { id, forIds }
}

/** It rings at more telephones than it did: those whose they are see it too. */
async function ringsOn(act: Act, call: CallRow, heard: Heard): Promise<void> {
  const changes = heard.channel && call.channel === null ? heard.channel : call.channel
  const members = call.state === 'ringing' ? await membersOf(act, heard.users ?? []) : []
  const forIds = [...new Set([...call.for_ids, ...members])]
  if (forIds.length === call.for_ids.length && changes === call.channel) return
  act.write(sql`
    update calls.call set for_ids = ${forIds.slice(0, 200)}::uuid[], channel = ${changes}
    where organisation_id = ${act.office.id} and id = ${call.id}`)
  await act.changeRecord(call.id)
}

async function answer(act: Act, call: CallRow, heard: Heard): Promise<void> {
  if (call.state !== 'ringing') return
  const members =
    call.direction === 'out' && call.taken_by_id ? [call.taken_by_id] : await membersOf(act, heard.users ?? [])
  const takenBy = members.length === 1 ? members[0]! : null
  const forIds = members.length > 0 ? members : call.for_ids
  act.write(sql`
    update calls.call set state = 'answered', answered_at = ${act.at}, taken_by_id = ${takenBy}, for_ids = ${forIds}::uuid[],
      channel = coalesce(${heard.channel ?? null}, channel)
    where organisation_id = ${act.office.id} and id = ${call.id}`)
  await act.changeRecord(call.id)
  const name = await titleOf(act, takenBy)
  act.emit(c.callAnswered, { id: call.id, title: call.title, partyId: call.party_id, name }, [call.id])
}

async function end(act: Act, call: CallRow, heard: Heard): Promise<void> {
  if (call.state === 'ended' || call.state === 'missed') return
  const isMissed = call.direction === 'in' && call.state === 'ringing' && heard.cause !== 'forwarded'
  act.write(sql`
    update calls.call set state = ${isMissed ? 'missed' : 'ended'}, ended_at = ${act.at}, cause = ${heard.cause ?? ''}, channel = null,
      outcome = coalesce(outcome, ${call.state === 'ringing' && call.direction === 'out' ? 'no-answer' : null})
    where organisation_id = ${act.office.id} and id = ${call.id}`)
  await act.changeRecord(call.id)
  const facts = { id: call.id, title: call.title, partyId: call.party_id }
  act.emit(isMissed ? c.callMissed : c.callEnded, facts, [call.id])
}

/** At which telephones of this provider those are reached whom it concerns. */
async function telephonesAt(act: Act, wireId: string, people: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ told_as: string }>`
    select told_as from calls.extension
    where organisation_id = ${act.office.id} and wire_id = ${wireId} and person_id = any(${[...people]}::uuid[]) order by told_as limit 10`.execute(
    act.db(),
  )
  return rows.map(row => row.told_as)
}

/** Told twice, or out of order, a call is what it was told to be last: one that ended rings no more. */
export const hearCallBody = implementCommand(c.hearCall, {
  locks: ({ wireId }) => [{ kind: 'phone-wire', id: wireId }],
  load: wireOf,
  async run(act, heard, wire) {
    // What was going on when it was disconnected still comes to an end.
    if (wire.retired_at && heard.what !== 'ended') act.refuse(c.wireRetired)
    act.write(sql`
      update calls.wire set heard_at = ${act.at} where organisation_id = ${act.office.id} and id = ${heard.wireId}`)
    const isProvider = wire.kind === 'twilio' || wire.kind === 'telnyx'
    const ringOn = (people: readonly string[]) =>
      isProvider && heard.what === 'rings' ? telephonesAt(act, heard.wireId, people) : Promise.resolve([])
    const before = wire.call_id === null ? null : await known(act, wire.call_id)
    if (heard.what === 'rings') {
      if (before) {
        await ringsOn(act, before, heard)
        return {
          output: { id: before.id, ringOn: before.state === 'ringing' ? await numbersOf(act, before, ringOn) : [] },
        }
      }
      const { id, forIds } = await begin(act, heard, wire)
      return { output: { id, ringOn: await ringOn(forIds) } }
    }
    const begun = before === null && heard.what === 'answered' && heard.from ? await begin(act, heard, wire) : null
    const call = before ?? (begun && (await callOf(act, begun.id)))
    if (!call) return { output: { id: null, ringOn: [] } }
    await (heard.what === 'answered' ? answer : end)(act, call, heard)
    return { output: { id: call.id, ringOn: [] } }
  },
})

/** Of a call that Kontor has them place it is who is called; else those whom it concerns. */
async function numbersOf(
  act: Act,
  call: CallRow,
  ringOn: (people: readonly string[]) => Promise<string[]>,
): Promise<string[]> {
  if (call.direction === 'out') return call.number ? [numberDialled(call.number, act.office.country)] : []
  return ringOn(call.for_ids)
}

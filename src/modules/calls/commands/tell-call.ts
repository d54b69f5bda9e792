import { sql } from 'kysely'
import { type Act, implementCommand, type InputOf } from '../../../kernel/implement.ts'
import { titleOfCall } from '../call-parts.ts'
import * as c from '../contract.ts'
import { surelyOf } from '../numbers/who.ts'
import { callOf, type CallRow } from '../rows.ts'
import { toldBefore } from './told-twice.ts'

type Told = InputOf<typeof c.tellCall>

/** A page that could not reach the server tells later, but never of a time further back than this. */
const longestAgo = { hours: 4 } as const
function momentOf(act: Act, { at }: Told): Temporal.Instant {
  const earliest = act.at.subtract(longestAgo)
  if (!at || Temporal.Instant.compare(at, act.at) > 0) return act.at
  return Temporal.Instant.compare(at, earliest) < 0 ? earliest : at
}

async function knownLeg(act: Act, externalId: string): Promise<string | null> {
  const { rows } = await sql<{ call_id: string }>`
    select call_id from calls.phone_leg
    where organisation_id = ${act.office.id} and person_id = ${act.principal.id} and external_id = ${externalId}`.execute(
    act.db(),
  )
  return rows[0]?.call_id ?? null
}

interface Who {
  readonly party: { readonly id: string; readonly title: string } | null
  /** A colleague at a telephone of the house. */
  readonly colleague: string
}

async function whoseNumber(act: Act, number: string | null): Promise<Who> {
  if (number === null) return { party: null, colleague: '' }
  const { rows } = await sql<{ title: string }>`
    select r.title from calls.phone_account a join kernel.record r on r.organisation_id = a.organisation_id and r.id = a.person_id
    where a.organisation_id = ${act.office.id} and a.username = ${number}`.execute(act.db())
  if (rows[0]) return { party: null, colleague: rows[0].title }
  return { party: await surelyOf(act, number), colleague: '' }
}

async function begin(act: Act, told: Told, at: Temporal.Instant): Promise<string> {
  const { direction = 'in', number = null } = told
  const { party, colleague } = await whoseNumber(act, number)
  const title = party?.title ?? titleOfCall(act, { caller: colleague, number })
  const id = await act.createRecord({
    kind: 'call',
    title,
    class: 1,
    ...(party ? { source: party.id } : {}),
    search: { body: number ?? '' },
  })
  const takenBy = direction === 'out' ? act.principal.id : null
  act.write(sql`
    insert into calls.call (organisation_id, id, direction, state, number, party_id, caller, for_ids, taken_by_id, rang_at)
    values (${act.office.id}, ${id}, ${direction}, 'ringing', ${number}, ${party?.id ?? null}, ${colleague}, ${[act.principal.id]}::uuid[],
      ${takenBy}, ${at})`)
  if (party) await act.link(id, party.id, 'about')
  act.emit(c.callRang, { id, title, partyId: party?.id ?? null }, party ? [id, party.id] : [id])
  return id
}

async function rings(act: Act, told: Told, at: Temporal.Instant): Promise<string> {
  const { direction = 'in', number } = told
  const twin = await toldBefore(act, { direction, number, by: 'anybody' })
  if (twin) {
    await act.lockAlso([{ kind: 'call', id: twin }])
    act.write(sql`
      update calls.call set for_ids = case when ${act.principal.id}::uuid = any(for_ids) then for_ids else for_ids || ${act.principal.id}::uuid end
      where organisation_id = ${act.office.id} and id = ${twin}`)
    await act.changeRecord(twin)
  }
  const id = twin ?? (await begin(act, told, at))
  act.write(sql`
    insert into calls.phone_leg (organisation_id, person_id, external_id, call_id, began_at)
    values (${act.office.id}, ${act.principal.id}, ${told.externalId}, ${id}, ${at})`)
  return id
}

const factsOf = (call: CallRow) => ({ id: call.id, title: call.title, partyId: call.party_id })
const notBefore = (at: Temporal.Instant, earliest: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(at, earliest) < 0 ? earliest : at

async function answered(act: Act, call: CallRow, told: Told, at: Temporal.Instant): Promise<void> {
  const me = act.principal.id
  act.write(sql`
    update calls.phone_leg set answered_at = coalesce(answered_at, ${at})
    where organisation_id = ${act.office.id} and person_id = ${me} and external_id = ${told.externalId}`)
  // The telephone system may have told of it already, without knowing who it was.
  if (call.ended_at !== null || (call.state === 'answered' && call.taken_by_id !== null)) return
  act.write(sql`
    update calls.call set state = 'answered', answered_at = coalesce(answered_at, ${notBefore(at, call.rang_at)}), taken_by_id = ${me},
      for_ids = ${[me]}::uuid[]
    where organisation_id = ${act.office.id} and id = ${call.id}`)
  await act.changeRecord(call.id)
  act.emit(c.callAnswered, { ...factsOf(call), name: act.principal.name }, [call.id])
}

/** A telephone whose page was closed says nothing more: it is not waited for longer than a call rings. */
const longestRinging = { minutes: 3 } as const

async function goesOn(act: Act, call: CallRow): Promise<boolean> {
  if (call.state === 'answered') return call.taken_by_id !== act.principal.id
  const { rows } = await sql`
    select 1 from calls.phone_leg
    where organisation_id = ${act.office.id} and call_id = ${call.id} and ended_at is null and began_at > ${act.at.subtract(longestRinging)}
    limit 1`.execute(act.db())
  return rows.length > 0
}

async function ended(act: Act, call: CallRow, told: Told, at: Temporal.Instant): Promise<void> {
  await sql`
    update calls.phone_leg set ended_at = coalesce(ended_at, ${at})
    where organisation_id = ${act.office.id} and person_id = ${act.principal.id} and external_id = ${told.externalId}`.execute(
    act.db(),
  )
  // A call that the telephone system tells of ends when that says so; one that goes on at another telephone has not ended.
  if (call.ended_at !== null || call.wire_id !== null || (await goesOn(act, call))) return
  const isMissed = call.direction === 'in' && call.state === 'ringing' && !told.elsewhere
  const isVain = call.direction === 'out' && call.state === 'ringing'
  act.write(sql`
    update calls.call set state = ${isMissed ? 'missed' : 'ended'}, ended_at = ${notBefore(at, call.answered_at ?? call.rang_at)},
      cause = ${told.cause ?? ''}, outcome = coalesce(outcome, ${isVain ? 'no-answer' : null})
    where organisation_id = ${act.office.id} and id = ${call.id}`)
  await act.changeRecord(call.id)
  act.emit(isMissed ? c.callMissed : c.callEnded, factsOf(call), [call.id])
}

/** Told twice, or after it ended, a call is what it was: nothing rings again. */
export const tellCallBody = implementCommand(c.tellCall, {
  async run(act, told) {
    const at = momentOf(act, told)
    const known = await knownLeg(act, told.externalId)
    if (told.what === 'rings') return { output: { id: known ?? (await rings(act, told, at)) } }
    if (known === null) return { output: { id: null } }
    await act.lockAlso([{ kind: 'call', id: known }])
    await (told.what === 'answered' ? answered : ended)(act, await callOf(act, known), told, at)
    return { output: { id: known } }
  },
})

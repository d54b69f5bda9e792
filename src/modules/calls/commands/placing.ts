/** Calls that Kontor has the telephone system place and put through. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { titleOfCall } from '../call-parts.ts'
import { partyOf } from '../concerns.ts'
import * as c from '../contract.ts'
import { callOf, requirePeople, titleOf } from '../rows.ts'
import { numberAt, type Telephone, telephonesOf } from '../telephones.ts'

/** What the telephone system’s own events name such a call by. */
export const placedAs = (id: string): string => `kontor-${id}`

function needNumber(act: Act, { kind }: Telephone, number: string): string {
  const dialled = numberAt(kind, number, act.office.country)
  return dialled.length >= 2 ? dialled : act.refuse(c.numberWrong)
}

export const dialBody = implementCommand(c.dial, {
  async run(act, { number, wireId, partyId }) {
    const mine = await telephonesOf(act, act.principal.id)
    const telephone = mine.find(one => wireId === undefined || one.id === wireId) ?? act.refuse(c.telephoneMissing)
    needNumber(act, telephone, number)
    const named = partyId
      ? { id: partyId, title: await requireVisible(act, partyId, ['person', 'organisation']) }
      : null
    const party = named ?? (await partyOf(act, number))
    const title = party?.title ?? titleOfCall(act, { caller: '', number })
    const id = act.newId()
    await act.createRecord({
      id,
      kind: 'call',
      title,
      class: 1,
      source: party ? [telephone.id, party.id] : telephone.id,
      search: { body: number },
    })
    act.write(sql`
      insert into calls.call (organisation_id, id, direction, state, number, party_id, line, for_ids, taken_by_id, wire_id, external_id, rang_at)
      values (${act.office.id}, ${id}, 'out', 'ringing', ${number}, ${party?.id ?? null}, ${telephone.extension}, ${[act.principal.id]}::uuid[],
        ${act.principal.id}, ${telephone.id}, ${placedAs(id)}, ${act.at})`)
    if (party) await act.link(id, party.id, 'about')
    act.emit(c.callRang, { id, title, partyId: party?.id ?? null }, party ? [id, party.id] : [id])
    act.enqueue(c.placeCallJob, { id })
    return { output: { id, version: 1 } }
  },
})

/** To a colleague’s telephone of the same system, else to the number that was said. */
async function targetOf(act: Act, mine: Telephone, toId: string | null, number: string | undefined): Promise<string> {
  if (toId === null) return needNumber(act, mine, number ?? '')
  await requirePeople(act, [toId])
  const theirs = (await telephonesOf(act, toId)).find(one => one.id === mine.id)
  return theirs?.extension ?? act.refuse(c.telephoneMissing)
}

export const transferCallBody = implementCommand(c.transferCall, {
  locks: ({ id, expectedVersion }) => [{ kind: 'call', id, expectedVersion }],
  load: (act, { id }) => callOf(act, id),
  async run(act, { id, toId = null, number, note }, call) {
    const able = (await telephonesOf(act, act.principal.id)).find(one => one.id === call.wire_id && one.transfers)
    if (call.state !== 'answered' || call.channel === null || !able)
      return act.refuse(c.callNotTransferable, { title: call.title })
    const target = await targetOf(act, able, toId, number)
    const word = note?.trim() ? `${act.principal.name}: ${note.trim()}` : ''
    const whole = [call.note, word].filter(Boolean).join('\n').slice(0, 5_000)
    act.write(sql`
      update calls.call set handed_to_id = ${toId}, outcome = 'handed-over', note = ${whole},
        for_ids = case when ${toId}::uuid is null or ${toId}::uuid = any(for_ids) then for_ids else for_ids || ${toId}::uuid end
      where organisation_id = ${act.office.id} and id = ${id}`)
    const version = await act.changeRecord(id, { search: { body: [call.number, whole].filter(Boolean).join('\n') } })
    const to = toId ? await titleOf(act, toId) : number!
    act.emit(
      c.callHandedOver,
      { id, title: call.title, partyId: call.party_id, to, notify: noticeTo(toId, call.title, note, id) },
      [id],
    )
    act.enqueue(c.putThroughJob, { id, number: target, principalId: act.principal.id })
    return { output: { id, version } }
  },
})

const noticeTo = (toId: string | null, caller: string, note: string | undefined, recordId: string) =>
  toId === null
    ? []
    : [
        {
          key: `calls.call:${recordId}`,
          toId,
          titleKey: 'notice.calls.handed-over',
          params: { caller, note: note?.trim().slice(0, 300) || '–' },
          recordId,
          urgency: 'now' as const,
        },
      ]

export const notePlacingBody = implementCommand(c.notePlacing, {
  locks: ({ id }) => [{ kind: 'call', id }],
  load: (act, { id }) => callOf(act, id),
  async run(act, { id, what, principalId }, call) {
    if (what === 'begins') {
      const first = call.placed_at === null && call.ended_at === null
      if (first)
        act.write(sql`
          update calls.call set placed_at = ${act.at} where organisation_id = ${act.office.id} and id = ${id}`)
      return { output: { first } }
    }
    const facts = { id, title: call.title, partyId: call.party_id }
    const toId = principalId ?? call.taken_by_id
    const notice = {
      key: `calls.placing:${id}`,
      titleKey: `notice.calls.${what}`,
      params: { caller: call.title },
      recordId: id,
    }
    act.emit(c.callNotPlaced, { ...facts, notify: toId ? [{ ...notice, toId, urgency: 'now' as const }] : [] }, [id])
    if (what === 'not-placed' && call.ended_at === null) {
      act.write(sql`
        update calls.call set state = 'ended', ended_at = ${act.at}, cause = 'failed', outcome = coalesce(outcome, 'no-answer')
        where organisation_id = ${act.office.id} and id = ${id}`)
      await act.changeRecord(id)
    }
    return { output: { first: true } }
  },
})

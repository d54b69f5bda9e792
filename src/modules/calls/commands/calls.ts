import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { secretsOf, titleOfCall } from '../call-parts.ts'
import * as c from '../contract.ts'
import { numberShown } from '../numbers/shown.ts'
import { callOf, type CallRow, requirePeople, titleOf } from '../rows.ts'

const lockCall = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'call', id, expectedVersion },
]
const about = (call: Pick<CallRow, 'id' | 'title' | 'party_id'>) => ({
  id: call.id,
  title: call.title,
  partyId: call.party_id,
})

export const logCallBody = implementCommand(c.logCall, {
  async run(act, input) {
    const { direction, number, partyId, outcome, at = act.at, minutes = 0 } = input
    if (Temporal.Instant.compare(at, act.at) > 0) act.refuse(c.callTimeWrong)
    const party = partyId ? await requireVisible(act, partyId, ['person', 'organisation']) : undefined
    const title =
      party ?? input.callerName ?? numberShown(number ?? null, act.office.country) ?? act.refuse(c.callerMissing)
    const note = input.note?.trim() ?? ''
    const id = await act.createRecord({
      kind: 'call',
      title,
      class: 1,
      ...(partyId ? { source: partyId } : {}),
      search: { body: [number, note].filter(Boolean).join('\n') },
    })
    const answered = outcome === 'no-answer' ? null : at
    act.write(sql`
      insert into calls.call (organisation_id, id, direction, state, number, party_id, caller, taken_by_id, rang_at, answered_at, ended_at, note, outcome)
      values (${act.office.id}, ${id}, ${direction}, 'ended', ${number ?? null}, ${partyId ?? null}, ${input.callerName ?? ''}, ${act.principal.id},
        ${at}, ${answered}, ${at.add({ minutes })}, ${note}, ${outcome ?? null})`)
    if (partyId) await act.link(id, partyId, 'about')
    act.emit(c.callLogged, { id, title, partyId: partyId ?? null }, partyId ? [id, partyId] : [id])
    return { output: { id, version: 1 }, undo: { command: c.removeCall.name, input: { id } } }
  },
})

export const noteCallBody = implementCommand(c.noteCall, {
  locks: input => lockCall(input),
  load: (act, { id }) => callOf(act, id),
  async run(act, input, call) {
    const { id } = input
    const partyId = input.partyId === undefined ? call.party_id : input.partyId
    const isOther = partyId !== call.party_id
    const party = partyId && isOther ? await requireVisible(act, partyId, ['person', 'organisation']) : null
    const caller = input.callerName ?? call.caller
    const note = input.note?.trim() ?? call.note
    const outcome = input.outcome === undefined ? call.outcome : input.outcome
    act.write(sql`
      update calls.call set note = ${note}, outcome = ${outcome}, caller = ${caller}, party_id = ${partyId}
      where organisation_id = ${act.office.id} and id = ${id}`)
    if (isOther && call.party_id) await act.unlink(id, call.party_id, 'about')
    if (isOther && partyId) await act.link(id, partyId, 'about')
    const named = isOther || input.callerName !== undefined
    const title = named ? (party ?? titleOfCall(act, { caller, number: call.number })) : call.title
    const version = await act.changeRecord(id, {
      title,
      search: { body: [call.number, caller, note].filter(Boolean).join('\n') },
      ...(party && partyId ? await secretsOf(act, call, partyId) : {}),
    })
    act.emit(c.callNoted, { id, title, partyId }, [id])
    const before = { note: call.note, outcome: call.outcome, ...(isOther ? { partyId: call.party_id } : {}) }
    return { output: { id, version }, undo: { command: c.noteCall.name, input: { id, ...before } } }
  },
})

export const handOverCallBody = implementCommand(c.handOverCall, {
  locks: input => lockCall(input),
  load: (act, { id }) => callOf(act, id),
  async run(act, { id, toId, note }, call) {
    await requirePeople(act, [toId])
    const word = note?.trim() ? `${act.principal.name}: ${note.trim()}` : ''
    const whole = [call.note, word].filter(Boolean).join('\n').slice(0, 5_000)
    act.write(sql`
      update calls.call set handed_to_id = ${toId}, outcome = 'handed-over', note = ${whole},
        for_ids = case when ${toId}::uuid = any(for_ids) then for_ids else for_ids || ${toId}::uuid end
      where organisation_id = ${act.office.id} and id = ${id}`)
    const version = await act.changeRecord(id, { search: { body: [call.number, whole].filter(Boolean).join('\n') } })
    const notify = [
      {
        key: `calls.call:${id}`,
        toId,
        titleKey: 'notice.calls.handed-over',
        params: { caller: call.title, note: note?.trim().slice(0, 300) || '–' },
        recordId: id,
        urgency: 'now' as const,
      },
    ]
    act.emit(c.callHandedOver, { ...about(call), to: await titleOf(act, toId), notify }, [id])
    return { output: { id, version } }
  },
})

export const settleCallBody = implementCommand(c.settleCall, {
  locks: input => lockCall(input),
  load: (act, { id }) => callOf(act, id),
  async run(act, { id, settled }, call) {
    if (call.state !== 'missed') act.refuse(c.callGoingOn, { title: call.title })
    act.write(sql`
      update calls.call set settled_at = ${settled ? act.at : null}, settled_by_id = ${settled ? act.principal.id : null}
      where organisation_id = ${act.office.id} and id = ${id}`)
    const version = await act.changeRecord(id)
    act.emit(c.callSettled, about(call), [id])
    return { output: { id, version }, undo: { command: c.settleCall.name, input: { id, settled: !settled } } }
  },
})

export const removeCallBody = implementCommand(c.removeCall, {
  locks: input => lockCall(input),
  load: (act, { id }) => callOf(act, id),
  async run(act, { id }, call) {
    if (call.wire_id !== null) act.refuse(c.callTold)
    act.write(sql`
      update calls.call set removed_at = ${act.at}
      where organisation_id = ${act.office.id} and id = ${id}`)
    const version = await act.changeRecord(id)
    act.emit(c.callRemoved, about(call), [id])
    return { output: { id, version } }
  },
})

import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { numberShown } from '../numbers/shown.ts'
import { deputyOf, requirePeople, type SlipRow, slipOf, titleOf } from '../rows.ts'
import { audienceOf, firstStepAt, noticesOf, searchOf, setTimer, slipTitle, taskKey, tasksOf } from '../slip-parts.ts'

export const lockSlip = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'slip', id, expectedVersion },
]

export const requireOpen = (act: Act, slip: SlipRow): void => {
  if (slip.state === 'done' || slip.state === 'withdrawn') act.refuse(c.slipOver, { title: slip.title })
}

/** Who called, in the words given, else by the directory, else by the number. */
async function callerOf(
  act: Act,
  input: { callerName?: string | undefined; partyId?: string | null | undefined; number?: string | undefined },
) {
  const party = input.partyId ? await requireVisible(act, input.partyId, ['person', 'organisation']) : undefined
  return (
    input.callerName ?? party ?? numberShown(input.number ?? null, act.office.country) ?? act.refuse(c.callerMissing)
  )
}

export const takeSlipBody = implementCommand(c.takeSlip, {
  locks: ({ callId }) => (callId ? [{ kind: 'call', id: callId }] : []),
  async run(act, input) {
    const alsoIds = [...new Set((input.alsoIds ?? []).filter(id => id !== input.forId))]
    await requirePeople(act, [...(input.forId ? [input.forId] : []), ...alsoIds])
    const facts = {
      caller: await callerOf(act, input),
      about: input.about ?? '',
      body: input.body?.trim() ?? '',
      number: input.number ?? null,
      for_id: input.forId ?? null,
      also_ids: alsoIds,
      wish: input.wish,
      urgent: input.urgent ?? false,
      call_back_at: input.callBackAt ?? null,
      turn: 0,
    }
    const isPrivate = input.private ?? false
    const title = slipTitle(facts.caller, facts.about)
    const source = [input.callId, input.partyId].filter(id => typeof id === 'string')
    const id = await act.createRecord({
      kind: 'slip',
      title,
      class: 1,
      ...(source.length > 0 ? { source } : {}),
      ...(isPrivate ? { audience: audienceOf([facts.for_id, ...alsoIds, act.principal.id]) } : {}),
      search: searchOf(facts),
    })
    const nextAt = await firstStepAt(act, facts)
    act.write(sql`
      insert into calls.slip (organisation_id, id, call_id, for_id, also_ids, party_id, caller, number, about, body, wish, call_back_at, urgent, private, state, taken_by_id, taken_at, next_at)
      values (${act.office.id}, ${id}, ${input.callId ?? null}, ${facts.for_id}, ${alsoIds}::uuid[], ${input.partyId ?? null}, ${facts.caller}, ${facts.number},
        ${facts.about}, ${facts.body}, ${facts.wish}, ${facts.call_back_at}, ${facts.urgent}, ${isPrivate}, 'unread', ${act.principal.id}, ${act.at}, ${nextAt})`)
    for (const other of source) await act.link(id, other, 'about')
    if (input.callId) await noteMessage(act, input.callId)
    setTimer(act, id, 1, nextAt)
    const slip = { id, ...facts }
    act.emit(
      c.slipTaken,
      {
        id,
        title,
        partyId: input.partyId ?? null,
        for: await titleOf(act, facts.for_id),
        notify: noticesOf(slip, [facts.for_id, ...alsoIds]),
        work: tasksOf(act, slip),
      },
      [id, ...source],
    )
    return { output: { id, version: 1 }, undo: { command: c.withdrawSlip.name, input: { id } } }
  },
})

/** The call ended in a message, unless somebody said otherwise; a missed one waits no longer. */
async function noteMessage(act: Act, callId: string): Promise<void> {
  act.write(sql`
    update calls.call set outcome = coalesce(outcome, 'message'),
      settled_at = case when state = 'missed' then coalesce(settled_at, ${act.at}) else settled_at end,
      settled_by_id = case when state = 'missed' then coalesce(settled_by_id, ${act.principal.id}) else settled_by_id end
    where organisation_id = ${act.office.id} and id = ${callId}`)
  await act.changeRecord(callId)
}

export const changeSlipBody = implementCommand(c.changeSlip, {
  locks: input => lockSlip(input),
  load: (act, { id }) => slipOf(act, id),
  async run(act, input, slip) {
    requireOpen(act, slip)
    const { id } = input
    const facts = {
      ...slip,
      caller: input.callerName ?? slip.caller,
      about: input.about ?? slip.about,
      body: input.body?.trim() ?? slip.body,
      number: input.number ?? slip.number,
      wish: input.wish ?? slip.wish,
      urgent: input.urgent ?? slip.urgent,
      call_back_at: input.callBackAt === undefined ? slip.call_back_at : input.callBackAt,
    }
    const isNewlyUrgent = facts.urgent && !slip.urgent && slip.state === 'unread'
    const nextAt = isNewlyUrgent ? await firstStepAt(act, facts) : facts.urgent ? slip.next_at : null
    act.write(sql`
      update calls.slip set caller = ${facts.caller}, about = ${facts.about}, body = ${facts.body}, number = ${facts.number}, wish = ${facts.wish},
        urgent = ${facts.urgent}, call_back_at = ${facts.call_back_at}, next_at = ${nextAt}
      where organisation_id = ${act.office.id} and id = ${id}`)
    if (isNewlyUrgent) setTimer(act, id, 1, nextAt)
    const title = slipTitle(facts.caller, facts.about)
    const version = await act.changeRecord(id, { title, search: searchOf(facts) })
    const isCallBack = facts.wish === 'call-back'
    const becomes = isCallBack && slip.wish !== 'call-back'
    act.emit(
      c.slipChanged,
      {
        id,
        title,
        partyId: slip.party_id,
        ...(becomes ? { work: tasksOf(act, facts) } : {}),
        ...(!isCallBack && slip.wish === 'call-back' ? { workWithdrawn: [{ key: taskKey(slip) }] } : {}),
      },
      [id],
    )
    return { output: { id, version } }
  },
})

/** Whose it is to read: for whom it is, who was told too, and who stands in for them. */
async function isTheirs(act: Act, slip: SlipRow): Promise<boolean> {
  const me = [act.principal.id, act.principal.onBehalfOf?.id]
  if (slip.for_id === null || [slip.for_id, ...slip.also_ids].some(id => me.includes(id))) return true
  const deputy = await deputyOf(act, slip.for_id)
  return deputy !== null && me.includes(deputy)
}

export const readSlipBody = implementCommand(c.readSlip, {
  locks: input => lockSlip(input),
  load: (act, { id }) => slipOf(act, id),
  async run(act, { id }, slip) {
    requireOpen(act, slip)
    if (!(await isTheirs(act, slip))) act.refuse(c.slipNotYours)
    if (slip.state === 'read') return { output: { id, version: slip.version } }
    act.write(sql`
      update calls.slip set state = 'read', read_at = ${act.at}, read_by_id = ${act.principal.id}, next_at = null
      where organisation_id = ${act.office.id} and id = ${id}`)
    const version = await act.changeRecord(id)
    act.emit(c.slipReadEvent, { id, title: slip.title, partyId: slip.party_id }, [id])
    return { output: { id, version } }
  },
})

export const handOverSlipBody = implementCommand(c.handOverSlip, {
  locks: input => lockSlip(input),
  load: (act, { id }) => slipOf(act, id),
  async run(act, { id, toId, note }, slip) {
    requireOpen(act, slip)
    await requirePeople(act, [toId])
    const word = note?.trim() ? `${act.principal.name}: ${note.trim()}` : ''
    const body = [slip.body, word].filter(Boolean).join('\n\n').slice(0, 5_000)
    const next = { ...slip, for_id: toId, turn: slip.turn + 1, body }
    const nextAt = await firstStepAt(act, next)
    act.write(sql`
      update calls.slip set for_id = ${toId}, turn = ${next.turn}, body = ${body}, state = 'unread', read_at = null, read_by_id = null, step = 0, next_at = ${nextAt}
      where organisation_id = ${act.office.id} and id = ${id}`)
    setTimer(act, id, 1, nextAt)
    const audience = audienceOf([toId, ...slip.also_ids, slip.taken_by_id, slip.for_id, act.principal.id])
    const version = await act.changeRecord(id, { search: searchOf(next), ...(slip.private ? { audience } : {}) })
    act.emit(
      c.slipHandedOver,
      {
        id,
        title: slip.title,
        partyId: slip.party_id,
        to: await titleOf(act, toId),
        notify: noticesOf(next, [toId]),
        work: tasksOf(act, next),
        ...(slip.wish === 'call-back' ? { workWithdrawn: [{ key: taskKey(slip) }] } : {}),
      },
      [id],
    )
    const undo = slip.for_id && { command: c.handOverSlip.name, input: { id, toId: slip.for_id } }
    return { output: { id, version }, ...(undo ? { undo } : {}) }
  },
})

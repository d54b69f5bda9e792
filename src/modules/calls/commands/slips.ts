import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { numberShown } from '../numbers/shown.ts'
import { deputyOf, requirePeople, type SlipRow, slipOf, titleOf } from '../rows.ts'
import { audienceOf, firstStepAt, noticesOf, searchOf, setTimer, slipTitle, taskKey, tasksOf } from '../slip-parts.ts'
import { writeSlip } from '../write-slip.ts'

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
    const forId = input.forId ?? null
    const alsoIds = [...new Set((input.alsoIds ?? []).filter(id => id !== forId))]
    await requirePeople(act, [...(forId ? [forId] : []), ...alsoIds])
    const id = await writeSlip(act, {
      caller: await callerOf(act, input),
      partyId: input.partyId ?? null,
      number: input.number ?? null,
      about: input.about ?? '',
      body: input.body?.trim() ?? '',
      wish: input.wish,
      callBackAt: input.callBackAt ?? null,
      urgent: input.urgent ?? false,
      forId,
      alsoIds,
      callId: input.callId ?? null,
      class: 1,
      audience: input.private ? audienceOf([forId, ...alsoIds, act.principal.id]) : null,
      source: [],
      takenAt: act.at,
    })
    return { output: { id, version: 1 }, undo: { command: c.withdrawSlip.name, input: { id } } }
  },
})

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

/** Writes a message and all that follows of it: whoever is told, the task to call back, the timer of an urgent one, the call it came of. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import * as c from './contract.ts'
import type { Wish } from './contract/shapes.ts'
import { titleOf } from './rows.ts'
import { firstStepAt, noticesOf, searchOf, setTimer, slipTitle, tasksOf } from './slip-parts.ts'

export interface NewSlip {
  readonly caller: string
  readonly partyId: string | null
  readonly number: string | null
  readonly about: string
  readonly body: string
  readonly wish: Wish
  readonly callBackAt: Temporal.Instant | null
  readonly urgent: boolean
  readonly forId: string | null
  readonly alsoIds: readonly string[]
  readonly callId: string | null
  readonly class: number
  /** Null: whoever may see messages. */
  readonly audience: readonly string[] | null
  /** What it is as confidential as, beside its call and its party. */
  readonly source: readonly string[]
  readonly takenAt: Temporal.Instant
}

export async function writeSlip(act: Act, slip: NewSlip): Promise<string> {
  const { forId, callId, partyId, takenAt } = slip
  const facts = {
    caller: slip.caller,
    about: slip.about,
    body: slip.body,
    number: slip.number,
    for_id: forId,
    also_ids: [...slip.alsoIds],
    wish: slip.wish,
    urgent: slip.urgent,
    call_back_at: slip.callBackAt,
    turn: 0,
  }
  const title = slipTitle(facts.caller, facts.about)
  const about = [callId, partyId].filter(id => id !== null)
  const source = [...about, ...slip.source]
  const id = await act.createRecord({
    kind: 'slip',
    title,
    class: slip.class,
    ...(source.length > 0 ? { source } : {}),
    ...(slip.audience ? { audience: slip.audience } : {}),
    search: searchOf(facts),
  })
  const nextAt = await firstStepAt(act, facts)
  act.write(sql`
    insert into calls.slip (organisation_id, id, call_id, for_id, also_ids, party_id, caller, number, about, body, wish, call_back_at, urgent, private, state, taken_by_id, taken_at, next_at)
    values (${act.office.id}, ${id}, ${callId}, ${forId}, ${facts.also_ids}::uuid[], ${partyId}, ${facts.caller}, ${facts.number},
      ${facts.about}, ${facts.body}, ${facts.wish}, ${facts.call_back_at}, ${facts.urgent}, ${slip.audience !== null}, 'unread', ${act.principal.id}, ${takenAt}, ${nextAt})`)
  for (const other of about) await act.link(id, other, 'about')
  if (callId) await noteMessage(act, callId)
  setTimer(act, id, 1, nextAt)
  const made = { id, ...facts }
  act.emit(
    c.slipTaken,
    {
      id,
      title,
      partyId,
      for: await titleOf(act, forId),
      notify: noticesOf(made, [forId, ...facts.also_ids]),
      work: tasksOf(act, made),
    },
    [id, ...source],
  )
  return id
}

/** The call ended in a message, unless somebody said otherwise; a missed one waits no longer. */
async function noteMessage(act: Act, callId: string): Promise<void> {
  act.write(sql`
    update calls.call set outcome = coalesce(outcome, 'message'),
      settled_at = case when state = 'missed' then coalesce(settled_at, ${act.at}) else settled_at end,
      settled_by_id = case when state = 'missed' then coalesce(settled_by_id, ${act.principal.id}) else settled_by_id end
    where organisation_id = ${act.office.id} and id = ${callId}`)
  await act.changeRecord(callId)
}

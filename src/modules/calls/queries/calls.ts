import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { numberDialled, numberShown } from '../numbers/shown.ts'
import type { CallRow } from '../rows.ts'
import { telephonesOf } from '../telephones.ts'
import { newestFirst } from './newest.ts'

type Namer = ReturnType<typeof naming>

const from = (view: View) => sql`
  from ${visibleRecords(view, 'call').selectAll()} r
  join calls.call c on c.organisation_id = ${view.office.id} and c.id = r.id and c.removed_at is null`

export const secondsOf = (row: Pick<CallRow, 'answered_at' | 'ended_at'>): number | null =>
  row.answered_at && row.ended_at
    ? Math.round((row.ended_at.epochMilliseconds - row.answered_at.epochMilliseconds) / 1000) || null
    : null

const lineOf = (view: View, row: CallRow, name: Namer) => ({
  direction: row.direction,
  number: numberShown(row.number, view.office.country),
  party: name(row.party_id),
  line: numberShown(row.line || null, view.office.country) ?? '',
  queue: row.queue,
  takenBy: name(row.taken_by_id),
  rangAt: row.rang_at,
  seconds: secondsOf(row),
  outcome: row.outcome,
  note: row.note,
  settled: row.settled_at !== null,
})

export const listCallsBody = implementQuery(c.listCalls, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`true`]
  if (input.direction) conditions.push(sql`c.direction = ${input.direction}`)
  if (input.states?.length) conditions.push(sql`c.state = any(${input.states}::text[])`)
  if (input.mine)
    conditions.push(sql`(c.taken_by_id = ${view.principal.id} or ${view.principal.id}::uuid = any(c.for_ids))`)
  if (input.partyId) conditions.push(sql`c.party_id = ${input.partyId}`)
  if (input.text)
    conditions.push(sql`position(lower(${input.text}) in lower(concat_ws(' ', r.title, c.number, c.note))) > 0`)
  const lines = sql`(select c.*, r.title, r.class, r.version::int as version, ${newestFirst(sql`c.rang_at`)} as place ${from(view)}
    where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<CallRow & { place: string }>(view, lines, 'place', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => [row.party_id, row.taken_by_id]),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      version: row.version,
      title: row.title,
      state: row.state,
      ...lineOf(view, row, name),
    })),
    ...slice,
  }
})

/** Messages of a call, as far as they may be seen. */
async function slipsOf(view: View, callId: string) {
  const { rows } = await sql<{ id: string; kind: string; title: string }>`
    select r.id, r.kind, r.title from calls.slip s
    join ${visibleRecords(view, 'slip').selectAll()} r on r.id = s.id
    where s.organisation_id = ${view.office.id} and s.call_id = ${callId} order by s.taken_at`.execute(view.db())
  return rows
}

async function transfers(view: View, { state, channel, wire_id }: CallRow): Promise<boolean> {
  if (state !== 'answered' || channel === null) return false
  return (await telephonesOf(view, view.principal.id)).some(one => one.id === wire_id && one.transfers)
}

export const getCallBody = implementQuery(c.getCall, async (view, { id }) => {
  const { rows } = await sql<CallRow>`
    select c.*, r.title, r.class, r.version::int as version ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'call', id })
  const name = naming(
    await namesOf(view, [row.party_id, row.taken_by_id, row.handed_to_id, row.wire_id, ...row.for_ids]),
  )
  const isTransferable = await transfers(view, row)
  return {
    record: { id, kind: 'call', title: row.title, class: row.class, version: row.version, state: row.state },
    ...lineOf(view, row, name),
    dial: row.number && numberDialled(row.number, view.office.country),
    for: row.for_ids.flatMap(one => name(one) ?? []),
    handedTo: name(row.handed_to_id),
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    cause: row.cause,
    wire: name(row.wire_id),
    transfers: isTransferable,
    slips: await slipsOf(view, id),
    can: whatCan(view, row, isTransferable),
  }
})

function whatCan(view: View, row: CallRow, isTransferable: boolean) {
  const input = { id: row.id, expectedVersion: row.version }
  const isWaiting = row.state === 'missed' && row.settled_at === null
  return [
    ...(isWaiting ? can(view, c.settleCall, input, { primary: true }) : []),
    ...can(view, c.noteCall, input, isWaiting ? {} : { primary: true }),
    ...(isTransferable ? can(view, c.transferCall, input) : []),
    ...can(view, c.handOverCall, input),
    ...(row.wire_id === null ? can(view, c.removeCall, input) : []),
  ]
}

/** A call that was never told to have ended rings or is spoken no longer than this. */
const longest = { ringing: { minutes: 3 }, answered: { hours: 4 } } as const

export const ringingBody = implementQuery(c.ringing, async view => {
  const me = view.principal.id
  const { rows } = await sql<CallRow>`
    select c.*, r.title, r.class, r.version::int as version ${from(view)}
    where c.state in ('ringing', 'answered') and c.rang_at > ${view.at.subtract(longest.answered)}
      and (c.state = 'answered' or c.rang_at > ${view.at.subtract(longest.ringing)})
      and (c.taken_by_id = ${me} or ${me}::uuid = any(c.for_ids)) order by c.rang_at desc limit 5`.execute(view.db())
  const name = naming(
    await namesOf(
      view,
      rows.flatMap(row => [row.party_id, row.taken_by_id]),
    ),
  )
  return {
    rows: rows.map(row => ({
      id: row.id,
      title: row.title,
      direction: row.direction,
      state: row.state,
      number: numberShown(row.number, view.office.country),
      party: name(row.party_id),
      line: row.line,
      queue: row.queue,
      takenBy: name(row.taken_by_id),
      mine: row.taken_by_id === me,
      rangAt: row.rang_at,
      answeredAt: row.answered_at,
    })),
  }
})

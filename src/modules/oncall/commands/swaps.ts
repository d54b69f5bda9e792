import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { NotificationWish } from '../../notifications/contract.ts'
import * as c from '../contract.ts'
import { layTurns } from '../lay.ts'
import { problemsIn } from '../looked.ts'
import { nameOf, requirePeople } from '../people.ts'
import { livedRow, type RotaRow, rotaOf, specOf } from '../rota-row.ts'
import { left } from '../schedule/final.ts'
import type { Stretch, Window } from '../schedule/layers.ts'
import { requireSpan } from '../span.ts'
import { give } from './overrides.ts'
import { lockRota } from './rotas.ts'

interface SwapRow {
  readonly id: string
  readonly asked_by_id: string
  readonly with_id: string
  readonly start_at: Temporal.Instant
  readonly end_at: Temporal.Instant
  readonly return_start_at: Temporal.Instant | null
  readonly return_end_at: Temporal.Instant | null
  readonly note: string
  readonly state: c.SwapState
}

interface Part {
  readonly fromId: string
  readonly toId: string
  readonly start: Temporal.Instant
  readonly end: Temporal.Instant
}

/** What goes to whom: the stretch, and what comes in return. */
const partsOf = (swap: Omit<SwapRow, 'id' | 'state' | 'note'>): Part[] => [
  { fromId: swap.asked_by_id, toId: swap.with_id, start: swap.start_at, end: swap.end_at },
  ...(swap.return_start_at && swap.return_end_at
    ? [{ fromId: swap.with_id, toId: swap.asked_by_id, start: swap.return_start_at, end: swap.return_end_at }]
    : []),
]

const week = 7 * 86_400_000

/** Refuses a swap that the rules do not let be: each gives what is theirs, nobody takes what they cannot have. */
async function requireFair(act: Act, row: RotaRow, parts: readonly Part[]): Promise<void> {
  if (row.state !== 'live') act.refuse(c.rotaNotLive, { title: row.title })
  for (const { fromId, start, end } of parts) {
    requireSpan(act, start, end)
    const span: Window = [start.epochMilliseconds, end.epochMilliseconds]
    const own = (await livedRow(act, row, span)).filter(one => one.personId === fromId)
    if (left([span], own).length > 0) act.refuse(c.notTheirTurn, { name: await nameOf(act, fromId) })
  }
  const all: Window = [
    Math.min(...parts.map(part => part.start.epochMilliseconds)) - week,
    Math.max(...parts.map(part => part.end.epochMilliseconds)) + week,
  ]
  const after = exchanged(await livedRow(act, row, all), parts)
  for (const problem of await problemsIn(act, row, specOf(row, true), after, all)) {
    const part = parts.find(
      ({ toId, start, end }) =>
        problem.personId === toId &&
        (problem.start ?? 0) < end.epochMilliseconds &&
        (problem.end ?? 0) > start.epochMilliseconds,
    )
    if (!part) continue
    const name = await nameOf(act, part.toId)
    if (problem.code === 'away' || problem.code === 'double') act.refuse(c.swapAway, { name })
    if (problem.code === 'nights') act.refuse(c.tooManyNights, { name, count: problem.count ?? 0 })
  }
}

/** The row as it will be. */
function exchanged(row: readonly Stretch[], parts: readonly Part[]): Stretch[] {
  const taken = parts
    .map(({ toId, start, end }) => ({
      start: start.epochMilliseconds,
      end: end.epochMilliseconds,
      personId: toId,
      by: toId,
      turn: 0,
    }))
    .toSorted((a, b) => a.start - b.start)
  const kept = row.flatMap(one =>
    left([[one.start, one.end]], taken).map(([start, end]): Stretch => ({ ...one, start, end })),
  )
  return [...kept, ...taken].toSorted((a, b) => a.start - b.start)
}

const notice = (key: string, toId: string, titleKey: string, row: RotaRow, name: string): NotificationWish[] => [
  { key, toId, titleKey, params: { title: row.title, name }, recordId: row.id, urgency: 'today' },
]

export const askSwapBody = implementCommand(c.askSwap, {
  locks: input => lockRota(input),
  load: (act, { id }) => rotaOf(act, id, true),
  async run(act, { id, withId, start, end, returnStart, returnEnd, note }, row) {
    await requirePeople(act, [withId])
    if (withId === act.principal.id) act.refuse(c.oncallPersonUnknown, { id: withId })
    if (Boolean(returnStart) !== Boolean(returnEnd)) act.refuse(c.spanWrong)
    const swap = {
      asked_by_id: act.principal.id,
      with_id: withId,
      start_at: start,
      end_at: end,
      return_start_at: returnStart ?? null,
      return_end_at: returnEnd ?? null,
    }
    await requireFair(act, row, partsOf(swap))
    const swapId = act.newId()
    await sql`
      insert into oncall.swap (organisation_id, id, rota_id, asked_by_id, with_id, start_at, end_at, return_start_at, return_end_at, note, state, asked_at)
      values (${act.office.id}, ${swapId}, ${id}, ${act.principal.id}, ${withId}, ${start}, ${end}, ${swap.return_start_at}, ${swap.return_end_at},
        ${note ?? ''}, 'asked', ${act.at})`.execute(act.db())
    const version = await act.changeRecord(id)
    act.emit(
      c.swapAsked,
      {
        id,
        title: row.title,
        name: await nameOf(act, withId),
        notify: notice(`oncall.swap:${swapId}`, withId, 'notice.oncall.swap-asked', row, act.principal.name),
      },
      [id],
    )
    return {
      output: { id, version, swapId },
      undo: { command: c.withdrawSwap.name, input: { id, swapId } },
    }
  },
})

async function swapOf(act: Act, rotaId: string, swapId: string): Promise<SwapRow> {
  const { rows } = await sql<SwapRow>`
    select * from oncall.swap
    where organisation_id = ${act.office.id} and rota_id = ${rotaId} and id = ${swapId} for update`.execute(act.db())
  const swap = rows[0] ?? act.refuse(c.swapUnknown)
  if (swap.state !== 'asked') act.refuse(c.swapSettled)
  return swap
}

async function settle(act: Act, swapId: string, state: c.SwapState): Promise<void> {
  await sql`
    update oncall.swap set state = ${state}, settled_at = ${act.at}
    where organisation_id = ${act.office.id} and id = ${swapId}`.execute(act.db())
}

export const answerSwapBody = implementCommand(c.answerSwap, {
  locks: input => lockRota(input),
  load: (act, { id }) => rotaOf(act, id, true),
  async run(act, { id, swapId, accept }, row) {
    const swap = await swapOf(act, id, swapId)
    if (swap.with_id !== act.principal.id) act.refuse(c.swapNotYours)
    if (accept) {
      const parts = partsOf(swap)
      await requireFair(act, row, parts)
      for (const { toId, start, end } of parts) await give(act, { rotaId: id, personId: toId, start, end, swapId })
    }
    await settle(act, swapId, accept ? 'accepted' : 'declined')
    if (accept) await layTurns(act, row)
    const version = await act.changeRecord(id)
    const name = await nameOf(act, swap.asked_by_id)
    const titleKey = accept ? 'notice.oncall.swap-accepted' : 'notice.oncall.swap-declined'
    act.emit(
      accept ? c.swapAccepted : c.swapDeclined,
      {
        id,
        title: row.title,
        name,
        notify: notice(`oncall.swap:${swapId}`, swap.asked_by_id, titleKey, row, act.principal.name),
      },
      [id],
    )
    return { output: { id, version } }
  },
})

export const withdrawSwapBody = implementCommand(c.withdrawSwap, {
  locks: input => lockRota(input),
  load: (act, { id }) => rotaOf(act, id, true),
  async run(act, { id, swapId }, row) {
    const swap = await swapOf(act, id, swapId)
    if (swap.asked_by_id !== act.principal.id) act.refuse(c.swapNotYours)
    await settle(act, swapId, 'withdrawn')
    const version = await act.changeRecord(id)
    act.emit(c.swapWithdrawn, { id, title: row.title, name: await nameOf(act, swap.with_id) }, [id])
    return { output: { id, version } }
  },
})

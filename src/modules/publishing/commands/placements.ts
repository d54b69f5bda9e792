/** A post at one outlet: its time comes, it is handed over or goes out by itself, somebody says what became of it. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import {
  heldPublication,
  holdOf,
  latestHours,
  lostMinutes,
  placedAt,
  type PlacedRow,
  publicationLock,
  publicationOf,
  updatePlacement,
} from '../rows.ts'
import { endWhereDone } from '../series.ts'
import { handTask, isTrouble, placementKey, troubleTask } from '../tasks.ts'

const settleable: readonly c.PlacementState[] = ['handed', 'failed', 'unsure', 'missed']

export const settlePlacementBody = implementCommand(c.settlePlacement, {
  locks: input => publicationLock(input),
  async load(act, { id, outletId }) {
    return { row: await publicationOf(act, id), placed: await placedAt(act, id, outletId) }
  },
  async run(act, { id, outletId, outcome, address }, { row, placed }) {
    const { title } = act.locked(id)
    if (row.state !== 'approved' || !settleable.includes(placed.state))
      act.refuse(c.placementStateWrong, { title, outlet: placed.title })
    if (outcome === 'again') await requireNoHold(act)
    await updatePlacement(act, id, outletId, settledAs(act, placed, outcome, address))
    const payload = { id, title, outlet: placed.title, outcome, workDone: [placementKey(placed)] }
    act.emit(c.settled, payload, [id])
    await endWhereDone(act, { ...row, title })
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

async function requireNoHold(act: Act): Promise<void> {
  const { reason } = await holdOf(act)
  if (reason) act.refuse(c.allHeld, { reason })
}

function settledAs(act: Act, placed: PlacedRow, outcome: (typeof c.settlements)[number], address: string | undefined) {
  switch (outcome) {
    case 'published':
      return { state: 'published' as const, published_at: act.at, said: null, ...(address ? { address } : {}) }
    case 'again':
      return {
        state: 'waiting' as const,
        due_at: act.at,
        tries: placed.tries + 1,
        first_tried_at: null,
        begun_at: null,
        said: null,
      }
    case 'not':
      return { state: 'skipped' as const, said: null }
  }
}

export const noteFiguresBody = implementCommand(c.noteFigures, {
  locks: input => publicationLock(input),
  load: (act, { id, outletId }) => placedAt(act, id, outletId),
  async run(act, input, placed) {
    const { id, outletId } = input
    const { title } = act.locked(id)
    if (placed.state !== 'published') act.refuse(c.placementStateWrong, { title, outlet: placed.title })
    const given = (key: 'likes' | 'shares' | 'replies' | 'views') =>
      input[key] === undefined ? placed[key] : input[key]
    await updatePlacement(act, id, outletId, {
      likes: given('likes'),
      shares: given('shares'),
      replies: given('replies'),
      views: given('views'),
      figures_at: act.at,
    })
    act.emit(c.figuresNoted, { id, title, outlet: placed.title }, [id])
    return { output: { id, version: await act.changeRecord(id) } }
  },
})

/** Its time has come: not before, not when everything is paused, and not long after. */
async function timeOf(act: Act, state: c.PublicationState, placed: PlacedRow): Promise<'due' | 'passed' | 'not'> {
  const due = placed.due_at
  if (state !== 'approved' || placed.state !== 'waiting' || !due || Temporal.Instant.compare(due, act.at) > 0)
    return 'not'
  const hold = await holdOf(act)
  if (hold.reason) return 'not'
  const heldThen = hold.released_at !== null && Temporal.Instant.compare(due, hold.released_at) <= 0
  const late = Temporal.Instant.compare(due.add({ hours: latestHours }), act.at) < 0
  return heldThen || late ? 'passed' : 'due'
}

type Held = Awaited<ReturnType<typeof heldPublication>>

async function missed(act: Act, row: Held, placed: PlacedRow): Promise<void> {
  await updatePlacement(act, row.id, placed.outlet_id, { state: 'missed' })
  const work = [troubleTask(act, row, placed, 'missed', null)]
  act.emit(c.moved, { id: row.id, title: row.title, outlet: placed.title, state: 'missed', work }, [row.id])
  await raiseRecord(act, row.id)
}

export const handOverBody = implementCommand(c.handOver, {
  async run(act, { id, outletId }) {
    const row = await heldPublication(act, id)
    const placed = await placedAt(act, id, outletId)
    const time = await timeOf(act, row.state, placed)
    if (time === 'passed') await missed(act, row, placed)
    if (time !== 'due') return { output: { taken: false } }
    await updatePlacement(act, id, outletId, { state: 'handed' })
    await raiseRecord(act, id)
    const work = [handTask(act, row, placed)]
    act.emit(c.handedOver, { id, title: row.title, outlet: placed.title, work }, [id])
    return { output: { taken: true } }
  },
})

/** Begun so long ago that nobody is at it any more. */
const lostOf = (act: Act, { state, begun_at: begun }: PlacedRow): 'due' | 'not' =>
  state === 'sending' && begun && Temporal.Instant.compare(begun.add({ minutes: lostMinutes }), act.at) <= 0
    ? 'due'
    : 'not'

export const beginPlacementBody = implementCommand(c.beginPlacement, {
  async run(act, { id, outletId, again }) {
    const row = await heldPublication(act, id)
    const placed = await placedAt(act, id, outletId)
    const time = again ? lostOf(act, placed) : await timeOf(act, row.state, placed)
    if (time === 'passed') await missed(act, row, placed)
    if (time !== 'due') return { output: { taken: false } }
    await updatePlacement(act, id, outletId, {
      state: 'sending',
      begun_at: act.at,
      first_tried_at: placed.first_tried_at ?? act.at,
    })
    await raiseRecord(act, id)
    return { output: { taken: true } }
  },
})

export const recordPlacementBody = implementCommand(c.recordPlacement, {
  async run(act, { id, outletId, state, address, foreignId, said }) {
    const row = await heldPublication(act, id)
    const placed = await placedAt(act, id, outletId)
    if (placed.state !== 'sending') return { output: { kept: false } }
    await updatePlacement(act, id, outletId, {
      state,
      said: said ?? null,
      ...(address ? { address } : {}),
      ...(foreignId ? { foreign_id: foreignId } : {}),
      ...(state === 'published' ? { published_at: act.at } : {}),
    })
    const work = isTrouble(state) ? { work: [troubleTask(act, row, placed, state, said ?? null)] } : {}
    act.emit(c.moved, { id, title: row.title, outlet: placed.title, state, ...work }, [id])
    await raiseRecord(act, id)
    await endWhereDone(act, row)
    return { output: { kept: true } }
  },
})

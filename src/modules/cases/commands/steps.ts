/** Whose a case is, what it waits for, and how it ends. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { namesOf, requireColleague } from '../../../kernel/named.ts'
import { type CaseRow, caseOf, caseWish, openKeys, openStates, requireCase, told, updateCase } from '../case-row.ts'
import { requireCause } from '../causes.ts'
import { workingBetween, workingTimeOf } from '../clock.ts'
import * as c from '../contract.ts'
import { requireKind } from '../kinds.ts'
import { promiseFrom } from './open-case.ts'

const listed = (keys: { key: string }[], name: 'workDone' | 'workWithdrawn') =>
  keys.length > 0 ? { [name]: keys } : {}

export const assignCaseBody = implementCommand(c.assignCase, {
  locks: ({ id, expectedVersion }) => [{ kind: 'case', id, expectedVersion }],
  load: (act, { id }) => caseOf(act, id),
  async run(act, { id, ownerId: given }, row) {
    requireCase(act, row, ['new', 'owned', 'waiting'])
    const ownerId = given === undefined ? act.principal.id : given
    await requireColleague(act, ownerId, c.casePersonUnknown)
    const { title } = act.locked(id)
    const waits = row.state === 'waiting' && ownerId !== null
    updateCase(act, id, {
      owner_id: ownerId,
      state: waits ? 'waiting' : ownerId ? 'owned' : 'new',
      ...(waits || row.state !== 'waiting' ? {} : await goneOn(act, row)),
    })
    const gone = listed(await openKeys(act, id), 'workWithdrawn')
    const work = ownerId ? [caseWish(act, row, { what: 'answer', ownerId, dueAt: row.due_at })] : []
    const version = await act.changeRecord(id)
    const owner = ownerId ? ((await namesOf(act, [ownerId])).get(ownerId)?.title ?? act.principal.name) : ''
    const payload = { ...told(row, title), ...gone, ...(work.length > 0 && { work }) }
    if (ownerId) act.emit(c.caseAssigned, { ...payload, owner }, [id])
    else act.emit(c.caseReleased, payload, [id])
    return {
      output: { id, version },
      undo: { command: c.assignCase.name, input: { id, expectedVersion: version, ownerId: row.owner_id } },
    }
  },
})

/** What is left of the promise, while the clock stands still. */
async function stopped(act: Act, row: CaseRow): Promise<object> {
  if (!row.due_at) return {}
  const left = workingBetween(act.at, row.due_at, await workingTimeOf(act))
  return { due_at: null, warn_at: null, left_minutes: left }
}

/** The clock goes on with what was left. */
async function goneOn(act: Act, row: CaseRow): Promise<object> {
  const kind = await requireKind(act, row.kind_id)
  const clock = row.left_minutes === null ? {} : await promiseFrom(act, kind, act.at, row.left_minutes)
  return { ...clock, left_minutes: null, waiting_for: null, waiting_what: null }
}

export const waitCaseBody = implementCommand(c.waitCase, {
  locks: ({ id, expectedVersion }) => [{ kind: 'case', id, expectedVersion }],
  load: (act, { id }) => caseOf(act, id),
  async run(act, { id, waitingFor, what }, row) {
    requireCase(act, row, ['new', 'owned', 'waiting'])
    const kind = await requireKind(act, row.kind_id)
    const stops = waitingFor === 'customer' ? kind.stops_for_customer : kind.stops_inside
    const clock = stops ? await stopped(act, row) : row.left_minutes === null ? {} : await goneOn(act, row)
    updateCase(act, id, {
      ...clock,
      state: 'waiting',
      owner_id: row.owner_id ?? act.principal.id,
      waiting_for: waitingFor,
      waiting_what: what,
    })
    const version = await act.changeRecord(id)
    act.emit(c.caseWaiting, { ...told(row, act.locked(id).title), what }, [id])
    return { output: { id, version }, undo: { command: c.resumeCase.name, input: { id, expectedVersion: version } } }
  },
})

export const resumeCaseBody = implementCommand(c.resumeCase, {
  locks: ({ id, expectedVersion }) => [{ kind: 'case', id, expectedVersion }],
  load: (act, { id }) => caseOf(act, id),
  async run(act, { id }, row) {
    requireCase(act, row, ['waiting'])
    updateCase(act, id, { ...(await goneOn(act, row)), state: 'owned' })
    const version = await act.changeRecord(id)
    act.emit(c.caseResumed, told(row, act.locked(id).title), [id])
    return { output: { id, version } }
  },
})

/** What ends with a case: it waits for nothing, and no clock runs. */
const ended = { waiting_for: null, waiting_what: null, left_minutes: null }

export const closeCaseBody = implementCommand(c.closeCase, {
  locks: ({ id, expectedVersion }) => [{ kind: 'case', id, expectedVersion }],
  load: (act, { id }) => caseOf(act, id),
  async run(act, { id, causeId }, row) {
    requireCase(act, row, [...openStates, 'answered'])
    const { title } = act.locked(id)
    if (causeId) await requireCause(act, causeId)
    const cause = causeId ?? row.cause_id
    if (!cause && (await requireKind(act, row.kind_id)).sort === 'complaint') act.refuse(c.causeMissing, { title })
    updateCase(act, id, {
      ...ended,
      state: 'closed',
      closed_at: act.at,
      cause_id: cause,
      due_at: row.answered_at ? row.due_at : null,
      warn_at: null,
    })
    const version = await act.changeRecord(id)
    act.emit(c.caseClosed, { ...told(row, title), ...listed(await openKeys(act, id), 'workDone') }, [id])
    return { output: { id, version }, undo: { command: c.reopenCase.name, input: { id, expectedVersion: version } } }
  },
})

/** Takes a case up again for whoever had it, with a new answer time; nobody's, where nobody had it. */
export async function takeUpAgain(
  act: Act,
  row: CaseRow,
  what: 'answer' | 'not-content' | 'failed',
  record?: { readonly title: string; readonly version: number },
) {
  const kind = await requireKind(act, row.kind_id)
  const clock = await promiseFrom(act, kind, act.at)
  updateCase(act, row.id, {
    ...ended,
    ...clock,
    state: row.owner_id ? 'owned' : 'new',
    answered_at: null,
    closed_at: null,
    kept: null,
    warned_at: null,
    escalated_at: null,
    reopened: row.reopened + (row.answered_at && what !== 'failed' ? 1 : 0),
  })
  return row.owner_id
    ? { work: [caseWish(act, row, { what, ownerId: row.owner_id, dueAt: clock.due_at }, record)] }
    : {}
}

export const reopenCaseBody = implementCommand(c.reopenCase, {
  locks: ({ id, expectedVersion }) => [{ kind: 'case', id, expectedVersion }],
  load: (act, { id }) => caseOf(act, id),
  async run(act, { id }, row) {
    requireCase(act, row, ['answered', 'closed', 'dropped'])
    const work = await takeUpAgain(act, row, 'answer')
    const version = await act.changeRecord(id)
    act.emit(c.caseReopened, { ...told(row, act.locked(id).title), ...work }, [id])
    return { output: { id, version } }
  },
})

export const dropCaseBody = implementCommand(c.dropCase, {
  locks: ({ id, expectedVersion }) => [{ kind: 'case', id, expectedVersion }],
  load: (act, { id }) => caseOf(act, id),
  async run(act, { id }, row) {
    requireCase(act, row, openStates)
    updateCase(act, id, { ...ended, state: 'dropped', due_at: null, warn_at: null })
    const version = await act.changeRecord(id)
    act.emit(
      c.caseDropped,
      { ...told(row, act.locked(id).title), ...listed(await openKeys(act, id), 'workWithdrawn') },
      [id],
    )
    return { output: { id, version }, undo: { command: c.reopenCase.name, input: { id, expectedVersion: version } } }
  },
})

export const setRepeatBody = implementCommand(c.setRepeat, {
  locks: ({ id, expectedVersion, repeatsId }) => [
    { kind: 'case', id, expectedVersion },
    ...(repeatsId && repeatsId !== id ? [{ kind: 'case', id: repeatsId }] : []),
  ],
  load: (act, { id }) => caseOf(act, id),
  async run(act, { id, repeatsId }, row) {
    if (repeatsId === id) act.refuse(c.repeatOfItself)
    updateCase(act, id, { repeats_id: repeatsId, repeat_settled: true })
    if (row.repeats_id && row.repeats_id !== repeatsId) await act.unlink(id, row.repeats_id, 'repeats')
    if (repeatsId && row.repeats_id !== repeatsId) await act.link(id, repeatsId, 'repeats')
    const version = await act.changeRecord(id)
    act.emit(c.repeatSet, told(row, act.locked(id).title), [id])
    return {
      output: { id, version },
      undo: { command: c.setRepeat.name, input: { id, expectedVersion: version, repeatsId: row.repeats_id } },
    }
  },
})

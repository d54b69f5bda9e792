/** In and out at the counter, and what comes of those for whom nobody comes. */
import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { requireColleague } from '../../../kernel/named.ts'
import { arrive, leave } from '../arriving.ts'
import * as c from '../contract.ts'
import { settingsOf } from '../settings.ts'
import { mostTold, tellings } from '../tell-host.ts'
import { insertVisitor, updateVisitor, visitorOf, type VisitorRow } from '../visitor-row.ts'

const lockOf = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'visitor', id, expectedVersion },
]
const isInside = ({ state }: VisitorRow): boolean => state === 'waiting' || state === 'received'
/** Nobody is in the building twice: the database's word. */
const constraints = { visitor_inside: c.visitorInsideAlready }

export const signInBody = implementCommand(c.signIn, {
  locks: input => lockOf(input),
  load: (act, { id }) => visitorOf(act, id),
  constraints,
  async run(act, { id }, row) {
    if (row.state !== 'expected') act.refuse(isInside(row) ? c.visitorInsideAlready : c.visitorNotExpected)
    const { version } = await arrive(act, row)
    return { output: { id, version }, undo: { command: c.takeBackArrival.name, input: { id } } }
  },
})

export const signInWalkInBody = implementCommand(c.signInWalkIn, {
  constraints,
  async run(act, input) {
    await requireColleague(act, input.hostId, c.visitorHostUnknown)
    const id = await insertVisitor(act, {
      ...input,
      source: 'desk',
      start: act.at,
      language: nearestLanguage(input.language ?? act.office.language),
    })
    const { version, ticket } = await arrive(act, await visitorOf(act, id), { ticket: input.ticket ?? !input.hostId })
    return { output: { id, version, ticket }, undo: { command: c.takeBackArrival.name, input: { id } } }
  },
})

export const takeBackArrivalBody = implementCommand(c.takeBackArrival, {
  locks: input => lockOf(input),
  load: (act, { id }) => visitorOf(act, id),
  async run(act, { id }, row) {
    if (!isInside(row)) act.refuse(c.visitorNotInside)
    const back = row.source === 'calendar' || row.source === 'person' ? 'expected' : 'cancelled'
    const version = await updateVisitor(
      act,
      row,
      sql`state = ${back}, arrived_at = null, received_at = null, badge_no = null, ticket = null, called_at = null, told_times = 0, entry_id = null`,
    )
    act.emit(c.arrivalTakenBack, { id, title: row.title }, [id])
    return { output: { id, version } }
  },
})

export const meetVisitorBody = implementCommand(c.meetVisitor, {
  locks: input => lockOf(input),
  load: (act, { id }) => visitorOf(act, id),
  async run(act, { id }, row) {
    if (row.state !== 'waiting') act.refuse(c.visitorNotWaiting)
    const version = await updateVisitor(
      act,
      row,
      sql`state = 'received', received_at = greatest(${act.at}::timestamptz, arrived_at)`,
    )
    act.emit(c.visitorMet, { id, title: row.title }, [id])
    return { output: { id, version } }
  },
})

export const callVisitorBody = implementCommand(c.callVisitor, {
  locks: input => lockOf(input),
  load: (act, { id }) => visitorOf(act, id),
  async run(act, { id }, row) {
    if (row.state !== 'waiting' || row.ticket === null) return act.refuse(c.visitorNotWaiting)
    const version = await updateVisitor(act, row, sql`called_at = ${act.at}`)
    act.emit(c.visitorCalled, { id, title: row.title, ticket: row.ticket }, [id])
    return { output: { id, version } }
  },
})

export const signOutBody = implementCommand(c.signOut, {
  locks: input => lockOf(input),
  load: (act, { id }) => visitorOf(act, id),
  async run(act, { id }, row) {
    if (!isInside(row)) act.refuse(c.visitorNotInside)
    return { output: { id, version: await leave(act, row) }, undo: { command: c.bringBack.name, input: { id } } }
  },
})

export const bringBackBody = implementCommand(c.bringBack, {
  locks: input => lockOf(input),
  load: (act, { id }) => visitorOf(act, id),
  constraints,
  async run(act, { id }, row) {
    if (row.state !== 'gone') act.refuse(c.visitorNotGone)
    const version = await updateVisitor(
      act,
      row,
      sql`state = case when received_at is null then 'waiting' else 'received' end, left_at = null, forgot = false`,
    )
    act.emit(c.visitorBack, { id, title: row.title }, [id])
    return { output: { id, version } }
  },
})

export const tellHostAgainBody = implementCommand(c.tellHostAgain, {
  locks: input => lockOf(input),
  load: (act, { id }) => visitorOf(act, id),
  async run(act, { id, times }, row) {
    // Somebody came, they left, or another timer was there before.
    if (row.state !== 'waiting' || row.told_times !== times || times >= mostTold) return { output: { told: false } }
    const settings = await settingsOf(act)
    await updateVisitor(act, row, sql`told_times = ${times + 1}, told_at = ${act.at}`)
    const notify = await tellings(act, row, times + 1, settings)
    act.emit(c.hostToldAgain, { id, title: row.title, count: times + 1, notify }, [id])
    if (times + 1 < mostTold)
      act.enqueue(c.tellJob, { id, times: times + 1 }, { startAfter: act.at.add({ minutes: settings.remind_minutes }) })
    return { output: { told: true } }
  },
})

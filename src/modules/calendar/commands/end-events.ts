/** Events that take place no more, and those that do again. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { calendarIn, lockCalendars, requireDegree } from '../calendars.ts'
import * as c from '../contract.ts'
import { cancelThis, endBefore } from '../edits.ts'
import { loadEvent, type StoredEvent } from '../event-row.ts'
import { type EventFacts, repeats } from '../facts.ts'
import { isInstance, ownTimes } from '../lay-out.ts'
import { type Kept, lockFor } from '../saving.ts'
import { removePlacings } from '../placings.ts'
import { savedOf, saveEvent } from '../save.ts'
import { worded } from '../laid-out.ts'
import { askKeepers, overlapsOf, payloadOf, snapshot } from '../telling.ts'
import { clockFor, secondsOf, startText } from '../wall.ts'
import { instanceMeant } from './save-events.ts'

const constraints = { occurrence_apart: c.placeTaken }

/** The event in none of its calendars, kept as cancelled. */
export async function cancelAll(act: Act, before: StoredEvent, by: 'act' | 'object' | 'feed' = 'act'): Promise<Kept> {
  const { facts } = before
  const calendars = await lockFor(act, before, facts)
  const after: EventFacts = { ...facts, status: 'cancelled', sequence: facts.sequence + 1 }
  const kept = await saveEvent(act, { before, after, onPlace: 'decline', calendars })
  await removePlacings(
    act,
    facts.id,
    kept.placings.map(({ calendar_id }) => calendar_id),
  )
  act.emit(
    c.eventCancelled,
    {
      ...payloadOf(act, { before: facts, after, scope: 'all', recurrence: null, by }),
      workWithdrawn: before.placings
        .filter(({ waiting }) => waiting)
        .map(({ calendar_id }) => ({ key: `calendar booking ${facts.id} ${calendar_id} ${facts.sequence}` })),
    },
    [facts.id],
  )
  return kept
}

async function saveCancelled(
  act: Act,
  before: StoredEvent,
  after: EventFacts,
  scope: 'this' | 'following',
  at: string,
): Promise<Kept> {
  const calendars = await lockFor(act, before, after)
  const kept = await saveEvent(act, { before, after, onPlace: 'refuse', calendars })
  const was = snapshot(before.facts, at)
  act.emit(
    c.eventCancelled,
    payloadOf(act, {
      before: before.facts,
      after: kept.facts,
      scope,
      recurrence: at,
      by: 'act',
      beforeAt: was,
      afterAt: { ...was, status: 'cancelled' },
    }),
    [kept.facts.id],
  )
  return kept
}

/** Whether any instance but this one is left. */
function othersLeft(act: Act, facts: EventFacts, at: string): boolean {
  const zone = act.office.zone
  const from = clockFor(facts.when, zone).instantOf(secondsOf(startText(facts.when)))
  const left = new Set(facts.repeat?.leftOut)
  const times = worded(act, () => ownTimes(facts, { from, to: from + 20 * 366 * 86_400_000 }, zone))
  return times.some(time => {
    const text = new Date(time * 1000).toISOString().slice(0, 19)
    return text !== at && !left.has(text)
  })
}

export const cancelEventBody = implementCommand(c.cancelEvent, {
  constraints,
  locks: ({ id, expectedVersion }) => [{ kind: 'event', id, expectedVersion }],
  load: (act, { id }) => loadEvent(act, id),
  async run(act, { id, scope, recurrence }, before) {
    const { facts } = before
    const calendars = await lockCalendars(act, [facts.calendarId])
    requireDegree(act, calendarIn(act, calendars, facts.calendarId), 'write')
    if (facts.status === 'cancelled') act.refuse(c.instanceUnknown, { recurrence: null })
    const at = scope === 'all' || !repeats(facts) ? null : instanceMeant(act, facts, recurrence)
    const undoing = (kept: Kept, input: object = {}) => ({
      output: { id, version: kept.version },
      undo: { command: 'calendar.restore-event' as const, input: { id, expectedVersion: kept.version, ...input } },
    })
    if (at === null || (scope === 'following' && at === startText(facts.when)) || !othersLeft(act, facts, at))
      return undoing(await cancelAll(act, before))
    if (scope === 'this')
      return undoing(await saveCancelled(act, before, cancelThis(facts, at), 'this', at), { recurrence: at })
    const kept = await saveCancelled(
      act,
      before,
      worded(act, () => endBefore(facts, at, act.office.zone)),
      'following',
      at,
    )
    return {
      output: { id, version: kept.version },
      undo: {
        command: 'calendar.change-event',
        input: { id, expectedVersion: kept.version, scope: 'all', change: { repeat: facts.repeat } },
      },
    }
  },
})

export const restoreEventBody = implementCommand(c.restoreEvent, {
  constraints,
  locks: ({ id, expectedVersion }) => [{ kind: 'event', id, expectedVersion }],
  load: (act, { id }) => loadEvent(act, id),
  async run(act, { id, recurrence }, before) {
    const { facts } = before
    const locked = await lockCalendars(act, [facts.calendarId])
    requireDegree(act, calendarIn(act, locked, facts.calendarId), 'write')
    const after = restored(act, facts, recurrence)
    const calendars = await lockFor(act, before, after)
    const kept = await saveEvent(act, { before, after, onPlace: 'refuse', calendars })
    const at = recurrence ?? null
    act.emit(
      c.eventRestored,
      payloadOf(act, {
        before: facts,
        after: kept.facts,
        scope: at === null ? 'all' : 'this',
        recurrence: at,
        by: 'act',
      }),
      [id],
    )
    await askKeepers(
      act,
      kept,
      new Set(before.placings.filter(({ waiting }) => waiting).map(({ calendar_id }) => calendar_id)),
    )
    return {
      output: savedOf(kept, await overlapsOf(act, kept)),
      undo: {
        command: 'calendar.cancel-event',
        input: { id, expectedVersion: kept.version, ...(at === null ? {} : { scope: 'this', recurrence: at }) },
      },
    }
  },
})

function restored(act: Act, facts: EventFacts, recurrence: string | undefined): EventFacts {
  const sequence = facts.sequence + 1
  if (recurrence === undefined) {
    if (facts.status !== 'cancelled') act.refuse(c.instanceUnknown, { recurrence: null })
    return { ...facts, status: 'confirmed', sequence }
  }
  const { repeat } = facts
  const leftOut = repeat?.leftOut.filter(time => time !== recurrence) ?? []
  const after = { ...facts, repeat: repeat && { ...repeat, leftOut }, sequence }
  const was = repeat?.leftOut.includes(recurrence) ?? false
  if (facts.status === 'cancelled' || !was || !worded(act, () => isInstance(after, recurrence, act.office.zone)))
    act.refuse(c.instanceUnknown, { recurrence })
  return after
}

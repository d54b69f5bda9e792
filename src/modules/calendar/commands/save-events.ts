/** Making and changing events: all ways go through `saveEvent`. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { calendarIn, type CalendarFacts, lockCalendars, mainOf, requireDegree } from '../calendars.ts'
import * as c from '../contract.ts'
import type { EventChange, Saved, Scope } from '../contract.ts'
import { changeAll, changeThis, endBefore, notOfInstance, splitFrom } from '../edits.ts'
import { loadEvent, type StoredEvent } from '../event-row.ts'
import { type EventFacts, repeats } from '../facts.ts'
import { freeHold } from '../hold-row.ts'
import { isInstance } from '../lay-out.ts'
import { type Kept, lockFor } from '../saving.ts'
import { savedOf, saveEvent } from '../save.ts'
import { worded } from '../laid-out.ts'
import { askKeepers, overlapsOf, payloadOf, snapshot } from '../telling.ts'
import { startText } from '../wall.ts'
import { changeChecked, filled, guestsChecked, linkPapers, onceEach } from './filling.ts'

/** What the gate says where no savepoint stood before it. */
const constraints = { occurrence_apart: c.placeTaken }

export const createEventBody = implementCommand(c.createEvent, {
  constraints,
  async run(act, input) {
    const { calendarId, title, when, holdId, sourceId, ...given } = input
    if (sourceId) await requireVisible(act, sourceId)
    const guests = (given.guests ?? []).map(({ who }) => who)
    const calendars = await lockCalendars(
      act,
      [...(calendarId ? [calendarId] : []), ...guests.flatMap(who => ('calendarId' in who ? [who.calendarId] : []))],
      [
        ...(calendarId ? [] : [act.principal.id]),
        ...guests.flatMap(who => ('principalId' in who ? [who.principalId] : [])),
      ],
    )
    const home = calendarId ? calendarIn(act, calendars, calendarId) : mainOf(calendars, act.principal.id)!
    requireDegree(act, home, 'write')
    const after = await guestsChecked(act, null, filled(act, home, title, when, given), calendars)
    if (holdId) await freeHold(act, holdId)
    const kept = await saveEvent(act, {
      before: null,
      after,
      onPlace: 'refuse',
      calendars,
      ...(sourceId ? { sourceId } : {}),
    })
    await linkPapers(act, null, kept.facts)
    act.emit(
      c.eventCreated,
      payloadOf(act, { before: null, after: kept.facts, scope: 'all', recurrence: null, by: 'act' }),
      [after.id],
    )
    await askKeepers(act, kept, new Set())
    return {
      output: savedOf(kept, await overlapsOf(act, kept)),
      undo: { command: 'calendar.cancel-event', input: { id: after.id, expectedVersion: kept.version } },
    }
  },
})

const waitingBefore = (before: StoredEvent): Set<string> =>
  new Set(before.placings.filter(({ waiting }) => waiting).map(({ calendar_id }) => calendar_id))

/** Calendars of the event now and as it will be, and the right to change it in both. */
async function lockForChange(act: Act, before: StoredEvent, after: EventFacts): Promise<Map<string, CalendarFacts>> {
  const calendars = await lockFor(act, before, after)
  const home =
    calendars.get(before.facts.calendarId) ??
    (await lockCalendars(act, [before.facts.calendarId])).get(before.facts.calendarId)
  requireDegree(act, home!, 'write')
  if (after.calendarId !== before.facts.calendarId)
    requireDegree(act, calendarIn(act, calendars, after.calendarId), 'write')
  return calendars
}

/** The instance that is meant, where one must be named; refuses one that there is not. */
export function instanceMeant(act: Act, facts: EventFacts, recurrence: string | undefined): string {
  const at = recurrence ?? startText(facts.when)
  if (!worded(act, () => isInstance(facts, at, act.office.zone))) act.refuse(c.instanceUnknown, { recurrence: at })
  return at
}

interface Wanted {
  readonly scope: Scope
  readonly recurrence?: string | undefined
  readonly change: EventChange
}

async function changeOne(
  act: Act,
  before: StoredEvent,
  after: EventFacts,
  told: { scope: Scope; recurrence: string | null },
): Promise<Kept> {
  const calendars = await lockForChange(act, before, after)
  const checked = await guestsChecked(act, before.facts, after, calendars)
  const kept = await saveEvent(act, { before, after: checked, onPlace: 'refuse', calendars })
  await linkPapers(act, before.facts, kept.facts)
  act.emit(c.eventChanged, payloadOf(act, { before: before.facts, after: kept.facts, ...told, by: 'act' }), [
    kept.facts.id,
  ])
  await askKeepers(act, kept, waitingBefore(before))
  return kept
}

/** The series ends before the instance, and goes on from it as an event of its own. */
async function changeFollowing(act: Act, before: StoredEvent, at: string, change: EventChange): Promise<Kept> {
  const zone = act.office.zone
  const id = act.newId()
  const { facts } = before
  const earlier = worded(act, () => endBefore(facts, at, zone))
  const later = worded(act, () => splitFrom(facts, at, change, { id, uid: id }, zone))
  const calendars = await lockForChange(act, before, { ...later, guests: [...facts.guests, ...later.guests] })
  // The earlier ones first: what they held is free for the later ones in the same act.
  const first = await saveEvent(act, { before, after: earlier, onPlace: 'refuse', calendars })
  const checked = await guestsChecked(act, facts, later, calendars)
  const kept = await saveEvent(act, { before: null, after: checked, onPlace: 'refuse', calendars })
  await linkPapers(act, null, kept.facts)
  const was = snapshot(facts, at)
  act.emit(
    c.eventChanged,
    payloadOf(act, {
      before: facts,
      after: first.facts,
      scope: 'following',
      recurrence: at,
      by: 'act',
      splitInto: id,
      beforeAt: was,
      afterAt: snapshot(kept.facts, null),
    }),
    [facts.id, id],
  )
  await askKeepers(act, kept, new Set())
  return kept
}

async function change(
  act: Act,
  before: StoredEvent,
  wanted: Wanted,
): Promise<{ output: Saved; undo?: { command: 'calendar.change-event'; input: unknown } }> {
  const { facts } = before
  if (facts.status === 'cancelled') act.refuse(c.instanceUnknown, { recurrence: null })
  const { guests } = wanted.change
  const given = changeChecked(act, guests ? { ...wanted.change, guests: onceEach(guests) } : wanted.change)
  const series = repeats(facts)
  const scope: Scope = series ? wanted.scope : 'all'
  const at =
    wanted.recurrence !== undefined || scope !== 'all'
      ? series
        ? instanceMeant(act, facts, wanted.recurrence)
        : null
      : null
  if (scope === 'following' && at !== startText(facts.when)) {
    const kept = await changeFollowing(act, before, at!, given)
    return { output: savedOf(kept, await overlapsOf(act, kept)) }
  }
  if (scope === 'this') {
    const [notOwn] = notOfInstance(given)
    if (notOwn)
      act.refuse(kernelRefusals.inputInvalid, {
        issues: [{ path: `change.${notOwn}`, message: 'of the whole series alone', code: 'custom' }],
      })
    const kept = await changeOne(act, before, changeThis(facts, at!, given), { scope, recurrence: at })
    return { output: savedOf(kept, await overlapsOf(act, kept)), undo: undoOf(kept, facts, given, at) }
  }
  const after = worded(act, () =>
    changeAll(facts, given, scope === 'following' ? startText(facts.when) : at, act.office.zone),
  )
  const kept = await changeOne(act, before, after, { scope: 'all', recurrence: null })
  return { output: savedOf(kept, await overlapsOf(act, kept)), undo: undoOf(kept, facts, given, null) }
}

/** The fields that were given, as they were. */
function undoOf(kept: Kept, was: EventFacts, given: EventChange, at: string | null) {
  const before = snapshot(was, at)
  const keys = Object.keys(given) as (keyof EventChange)[]
  const fields = Object.fromEntries(keys.map(key => [key, before[key]]))
  const series = at === null && given.when !== undefined && was.repeat !== null ? { repeat: was.repeat } : {}
  return {
    command: 'calendar.change-event' as const,
    input: {
      id: kept.facts.id,
      expectedVersion: kept.version,
      scope: at === null ? ('all' as const) : ('this' as const),
      ...(at === null ? {} : { recurrence: at }),
      change: { ...fields, ...series },
    },
  }
}

export const changeEventBody = implementCommand(c.changeEvent, {
  constraints,
  locks: ({ id, expectedVersion }) => [{ kind: 'event', id, expectedVersion }],
  load: (act, { id }) => loadEvent(act, id),
  run: (act, { scope, recurrence, change: given }, before) => change(act, before, { scope, recurrence, change: given }),
})

export const moveEventBody = implementCommand(c.moveEvent, {
  constraints,
  locks: ({ id, expectedVersion }) => [{ kind: 'event', id, expectedVersion }],
  load: (act, { id }) => loadEvent(act, id),
  run: (act, { scope, recurrence, when }, before) => change(act, before, { scope, recurrence, change: { when } }),
})

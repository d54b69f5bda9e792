/** What changes of events mean: of one instance, of one and all that follow, of the whole series. Pure. */
import { daySeconds, weekday } from '../../formats/ical/civil.ts'
import { weekdayNames } from '../../formats/ical/rule.ts'
import type { EventChange } from './contract/event-commands.ts'
import type { EventFields, Guest, Repeat } from './contract/shapes.ts'
import { type EventFacts, type InstanceChange, keyOf, ofSeriesAlone, same } from './facts.ts'
import { isInstance, ownTimes, ruleOn, type Timed } from './lay-out.ts'
import { clockFor, secondsOf, shifted, spanOf, startText, textOfSeconds } from './wall.ts'

const forget = (guests: readonly Guest[], organiserId: string | null): Guest[] =>
  guests.map(guest =>
    'calendarId' in guest.who || ('principalId' in guest.who && guest.who.principalId === organiserId)
      ? guest
      : { ...guest, answer: 'none', note: null },
  )

const organiserIdOf = ({ organiser }: Pick<EventFields, 'organiser'>): string | null =>
  'principalId' in organiser ? organiser.principalId : null

/** The list as it was given, with the answers that are known. */
export function withAnswers(given: readonly Guest[], known: readonly Guest[]): Guest[] {
  const before = new Map(known.map(guest => [keyOf(guest.who), guest]))
  return given.map(guest => {
    const had = before.get(keyOf(guest.who))
    if (had) return { ...guest, answer: had.answer, note: had.note }
    return 'email' in guest.who ? guest : { ...guest, answer: 'none' as const, note: null }
  })
}

/** What guests must be told of: the time, the series, the place, whether it takes place. */
const telling = ['when', 'repeat', 'place', 'status', 'title', 'notes', 'conferenceUrl'] as const
/** What makes answers given before count no more. */
const moving = (before: EventFields, after: EventFields): boolean =>
  !same(before.when, after.when) || !same(before.repeat?.rule ?? null, after.repeat?.rule ?? null)

/** A rule whose days move with its first time: weekdays of weeks, the day of a month. */
export function movedRule(rule: string, from: number, to: number): string {
  const days = Math.floor(to / daySeconds) - Math.floor(from / daySeconds)
  if (days === 0) return rule
  const parts = rule.split(';').map(part => part.split('=') as [string, string])
  const value = (name: string) => parts.find(([key]) => key.toUpperCase() === name)?.[1] ?? null
  const put = (name: string, text: string): string =>
    parts.map(([key, old]) => `${key}=${key.toUpperCase() === name ? text : old}`).join(';')
  const byDay = value('BYDAY')
  if (value('FREQ')?.toUpperCase() === 'WEEKLY' && byDay !== null) {
    const turn = (name: string) => weekdayNames[(weekdayNames.indexOf(name as 'MO') + (days % 7) + 7) % 7]
    return put('BYDAY', byDay.toUpperCase().split(',').map(turn).join(','))
  }
  const date = new Date(to * 1000)
  const nth = /^([+-]?\d+)(MO|TU|WE|TH|FR|SA|SU)$/i.exec(byDay ?? '')
  if (nth) {
    const day = weekdayNames[weekday(Math.floor(to / daySeconds))]
    const which = Number(nth[1]) < 0 ? -1 : Math.floor((date.getUTCDate() - 1) / 7) + 1
    return put('BYDAY', `${which}${day}`)
  }
  const monthDay = value('BYMONTHDAY')
  if (monthDay !== null && /^\d+$/.test(monthDay)) return put('BYMONTHDAY', String(date.getUTCDate()))
  return rule
}

const keysMoved = (times: readonly string[], by: number): string[] =>
  times.map(time => textOfSeconds(secondsOf(time) + by))

/** The end of a rule moved as its times are, so that it gives as many as before. */
function movedEnd(facts: EventFacts, rule: string, by: number, zone: string): string {
  return rule.replace(
    /UNTIL=(\d{8})(T\d{6})?(Z)?/i,
    (_, day: string, time: string | undefined, utc: string | undefined) => {
      const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`
      if (!time)
        return `UNTIL=${textOfSeconds(secondsOf(iso) + Math.round(by / daySeconds) * daySeconds)
          .slice(0, 10)
          .replaceAll('-', '')}`
      const written = secondsOf(`${iso}T${time.slice(1, 3)}:${time.slice(3, 5)}:${time.slice(5, 7)}`)
      if (!utc) return `UNTIL=${textOfSeconds(written + by).replace(/[-:]/g, '')}`
      const clock = clockFor(facts.when, zone)
      return `UNTIL=${utcText(clock.instantOf(clock.localAt(written * 1000) + by))}`
    },
  )
}

/** The series with its times moved as its first one is. */
function movedSeries(facts: EventFacts, by: number, zone: string): Pick<EventFacts, 'repeat' | 'instances'> {
  const from = secondsOf(startText(facts.when))
  const { repeat } = facts
  return {
    repeat: repeat && {
      rule: repeat.rule && movedEnd(facts, movedRule(repeat.rule, from, from + by), by, zone),
      added: keysMoved(repeat.added, by),
      leftOut: keysMoved(repeat.leftOut, by),
    },
    instances: new Map(
      [...facts.instances].map(([recurrence, change]) => [textOfSeconds(secondsOf(recurrence) + by), change]),
    ),
  }
}

/** Changes that instances of their own had of guests who come to or leave the whole series. */
function guestsOfInstance(own: readonly Guest[], before: readonly Guest[], after: readonly Guest[]): Guest[] {
  const [had, has] = [before, after].map(list => new Map(list.map(guest => [keyOf(guest.who), guest])))
  const kept = own.filter(({ who }) => has!.has(keyOf(who)) || !had!.has(keyOf(who)))
  const there = new Set(kept.map(({ who }) => keyOf(who)))
  return [...kept, ...after.filter(({ who }) => !had!.has(keyOf(who)) && !there.has(keyOf(who)))]
}

/**
 * The whole series changed. With a recurrence, `when` is the new time of that instance and the series moves by as much.
 * Changed instances stay what they were made, at their own times moved likewise; those that are no more of the series go.
 */
export function changeAll(facts: EventFacts, change: EventChange, recurrence: string | null, zone: string): EventFacts {
  let after: EventFacts = { ...facts, ...(change as Partial<EventFields>) }
  if (change.when && change.repeat === undefined) {
    const at = recurrence === null ? facts.when : whenOf(facts, recurrence)
    const moves = change.when.allDay === facts.when.allDay
    const by = spanOf(change.when).start - spanOf(at).start
    const start = spanOf(facts.when).start + by
    const when = recurrence === null ? change.when : shifted(change.when, start - spanOf(change.when).start)
    after = { ...after, when, ...(moves ? movedSeries(facts, by, zone) : withoutTimes(facts, when)) }
  }
  if (change.guests) {
    const guests = withAnswers(change.guests, facts.guests)
    const instances = [...after.instances].map(
      ([key, own]) =>
        [key, own.guests ? { ...own, guests: guestsOfInstance(own.guests, facts.guests, guests) } : own] as const,
    )
    after = { ...after, guests, instances: new Map(instances) }
  }
  if (moving(facts, after)) after = { ...after, guests: forget(after.guests, organiserIdOf(after)) }
  return { ...after, instances: ofSeries(after, zone), sequence: facts.sequence + (tells(facts, after) ? 1 : 0) }
}

const tells = (before: EventFields, after: EventFields): boolean => telling.some(key => !same(before[key], after[key]))

/** The time of one instance now. */
export function whenOf(facts: Timed, recurrence: string): EventFields['when'] {
  const own = facts.instances.get(recurrence)?.when
  return own ?? shifted(facts.when, secondsOf(recurrence) - spanOf(facts.when).start)
}

/** A series whose times become days, or days times: added, left out and changed ones keep their day. */
function withoutTimes(facts: EventFacts, when: EventFields['when']): Pick<EventFacts, 'repeat' | 'instances'> {
  const time = startText(when).slice(10)
  const at = (text: string) => text.slice(0, 10) + time
  const { repeat } = facts
  const rule =
    repeat?.rule?.replace(/;?(UNTIL)=(\d{8})T\d{6}Z?/i, (_, key, day) => `;${key}=${day}`).replace(/^;/, '') ?? null
  return {
    repeat: repeat && { rule, added: repeat.added.map(at), leftOut: repeat.leftOut.map(at) },
    instances: new Map(
      [...facts.instances].map(([recurrence, { when: _when, ...rest }]) => [at(recurrence), rest] as const),
    ),
  }
}

/** Changed instances that are still of the series and still differ. */
function ofSeries(facts: EventFacts, zone: string): Map<string, InstanceChange> {
  return new Map(
    [...facts.instances].filter(([key, own]) => Object.keys(own).length > 0 && isInstance(facts, key, zone)),
  )
}

/** One instance changed; what it has like the series again is no more its own. */
export function changeThis(facts: EventFacts, recurrence: string, change: EventChange): EventFacts {
  const before = facts.instances.get(recurrence) ?? {}
  const { instances: _instances, ...bare } = facts
  const series: EventFields = { ...bare, when: whenOf({ ...facts, instances: new Map() }, recurrence) }
  const was: EventFields = { ...series, ...before }
  const { guests: given, ...others } = change as Partial<EventFields>
  let guests = given ? withAnswers(given, was.guests) : was.guests
  const now: EventFields = { ...was, ...others, guests }
  if (!same(was.when, now.when)) guests = forget(guests, organiserIdOf(facts))
  const own: Record<string, unknown> = {}
  for (const [key, value] of Object.entries({ ...now, guests }))
    if (key in instanceKeys && !same(value, series[key as keyof EventFields])) own[key] = value
  const instances = new Map(facts.instances)
  if (Object.keys(own).length > 0) instances.set(recurrence, own as InstanceChange)
  else instances.delete(recurrence)
  return { ...facts, instances, sequence: facts.sequence + (tells(was, { ...now, guests }) ? 1 : 0) }
}

const instanceKeys: Readonly<Record<string, true>> = Object.fromEntries(
  (
    [
      'title',
      'when',
      'place',
      'notes',
      'category',
      'showAs',
      'status',
      'guests',
      'setupMinutes',
      'cleanupMinutes',
      'travelBeforeMinutes',
      'travelAfterMinutes',
      'conferenceUrl',
      'documentIds',
    ] as const
  ).map(key => [key, true]),
)

/** Fields of a change that an instance cannot have of its own. */
export const notOfInstance = (change: EventChange): string[] => ofSeriesAlone.filter(key => change[key] !== undefined)

/** One instance that takes place no more. */
export function cancelThis(facts: EventFacts, recurrence: string): EventFacts {
  const repeat: Repeat = facts.repeat ?? { rule: null, added: [], leftOut: [] }
  const instances = new Map(facts.instances)
  instances.delete(recurrence)
  return {
    ...facts,
    instances,
    repeat: { ...repeat, leftOut: [...repeat.leftOut, recurrence].sort() },
    sequence: facts.sequence + 1,
  }
}

const utcText = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** The series up to an instance: ended before it by UNTIL, or by COUNT where it had one. */
export function endBefore(facts: EventFacts, recurrence: string, zone: string): EventFacts {
  const { repeat, when } = facts
  if (!repeat) return facts
  const before = (time: string) => time < recurrence
  return {
    ...facts,
    repeat: {
      rule: repeat.rule && endedRule(facts, repeat.rule, recurrence, zone, when.allDay),
      added: repeat.added.filter(before),
      leftOut: repeat.leftOut.filter(before),
    },
    instances: new Map([...facts.instances].filter(([key]) => before(key))),
    sequence: facts.sequence + 1,
  }
}

const withoutEnd = (rule: string): string =>
  rule
    .split(';')
    .filter(part => !/^(UNTIL|COUNT)=/i.test(part))
    .join(';')

/** Times that the rule itself gave before an instance: what COUNT counts. */
function countBefore(facts: EventFacts, recurrence: string, zone: string): number {
  const clock = clockFor(facts.when, zone)
  const from = clock.instantOf(secondsOf(startText(facts.when)))
  const to = clock.instantOf(secondsOf(recurrence))
  const ruled: Timed = { ...facts, repeat: facts.repeat && { ...facts.repeat, added: [] } }
  return ownTimes(ruled, { from, to }, zone).length
}

function endedRule(facts: EventFacts, rule: string, recurrence: string, zone: string, allDay: boolean): string {
  if (ruleOn(facts.when, rule, zone).count !== null)
    return `${withoutEnd(rule)};COUNT=${countBefore(facts, recurrence, zone)}`
  const last = secondsOf(recurrence) - 1
  const until = allDay
    ? textOfSeconds(last).slice(0, 10).replaceAll('-', '')
    : utcText(clockFor(facts.when, zone).instantOf(last))
  return `${withoutEnd(rule)};UNTIL=${until}`
}

/** The series from an instance on, as an event of its own; `change` may name the time of its first instance. */
export function splitFrom(
  facts: EventFacts,
  recurrence: string,
  change: EventChange,
  own: { readonly id: string; readonly uid: string },
  zone: string,
): EventFacts {
  const { repeat } = facts
  const from = (time: string) => time >= recurrence
  const rule = repeat?.rule ?? null
  const count = rule === null ? null : ruleOn(facts.when, rule, zone).count
  const left = count === null ? null : count - countBefore(facts, recurrence, zone)
  const { [recurrence]: first, ...rest } = Object.fromEntries([...facts.instances].filter(([key]) => from(key)))
  const later: EventFacts = {
    ...facts,
    ...own,
    splitFromId: facts.id,
    sequence: 0,
    when: whenOf({ ...facts, instances: new Map() }, recurrence),
    repeat: repeat && {
      rule: rule && (left === null ? rule : `${withoutEnd(rule)};COUNT=${Math.max(1, left)}`),
      added: repeat.added.filter(time => time > recurrence),
      leftOut: repeat.leftOut.filter(from),
    },
    instances: new Map(Object.entries(first && !change.when ? { [recurrence]: first, ...rest } : rest)),
  }
  return { ...changeAll(later, change, null, zone), sequence: 0 }
}

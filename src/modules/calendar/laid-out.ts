/** When an event takes place, as far as calendars look ahead; a rule that cannot be read or costs too much is refused in our words. */
import { RecurrenceTooCostly } from '../../formats/ical/recur.ts'
import { IcalRefused } from '../../formats/ical/refused.ts'
import type { Act } from '../../kernel/implement.ts'
import type { Lying } from './audience.ts'
import * as c from './contract.ts'
import { type EventFacts, repeats } from './facts.ts'
import { goesOnAfter, type Laid, layOut } from './lay-out.ts'
import { clockFor, secondsOf, startText } from './wall.ts'

export const mostInstances = 2_000
/** How far back instances of an old series are laid out; what lies before is reckoned when asked for. */
const monthsBack = 36
/** The edition of the zones' rules that instants are reckoned with. */
export const zonesEdition: string = process.versions['tz'] ?? 'unknown'

/** A rule that cannot be read or costs too much, in the contract's words. */
export function worded<T>(act: Pick<Act, 'refuse'>, work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    if (thrown instanceof RecurrenceTooCostly) act.refuse(c.ruleTooCostly)
    if (thrown instanceof IcalRefused) act.refuse(c.ruleUnreadable, { line: thrown.line, why: thrown.message })
    throw thrown
  }
}

export interface LaidOut {
  readonly laid: readonly Laid[]
  readonly from: number | null
  readonly until: number | null
}

/** Instances to the furthest horizon of the calendars it lies in. */
export function laidOut(act: Act, facts: EventFacts, lies: readonly Lying[]): LaidOut {
  const zone = act.office.zone
  if (!repeats(facts)) {
    const everything = { from: Number.NEGATIVE_INFINITY, to: 8e15 }
    const start = clockFor(facts.when, zone).instantOf(secondsOf(startText(facts.when)))
    return {
      laid: worded(act, () => layOut(facts, { from: Math.max(everything.from, start), to: start + 1 }, zone)),
      from: null,
      until: null,
    }
  }
  const begins = clockFor(facts.when, zone).instantOf(secondsOf(startText(facts.when)))
  const now = act.at.toZonedDateTimeISO(zone)
  const back = now.subtract({ months: monthsBack }).epochMilliseconds
  const months = Math.max(...lies.map(({ calendar }) => calendar.horizon_months))
  const first = Temporal.Instant.fromEpochMilliseconds(Math.max(begins, now.epochMilliseconds)).toZonedDateTimeISO(zone)
  const to = first.add({ months }).epochMilliseconds
  const from = begins < back ? back : begins
  return worded(act, () => {
    const laid = layOut(facts, { from, to }, zone)
    if (laid.length > mostInstances) act.refuse(c.tooManyInstances, { most: mostInstances, instances: laid.length })
    const goesOn = goesOnAfter(facts, to, zone)
    if (laid.length === 0 && !goesOn && begins >= back) act.refuse(c.noInstances)
    return { laid, from: begins < back ? back : null, until: goesOn ? to : null }
  })
}

/** When a post that comes again and again has its next time: a rule of the house's recurrence, on the clock of its zone. */
import { localOf, plainOf } from '../../formats/ical/civil.ts'
import { timesOf } from '../../formats/ical/recur.ts'
import { parseRule } from '../../formats/ical/rule.ts'
import type { Rhythm } from './contract.ts'

const rules: Readonly<Record<Rhythm, string>> = {
  day: 'FREQ=DAILY',
  workday: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  week: 'FREQ=WEEKLY',
  'two-weeks': 'FREQ=WEEKLY;INTERVAL=2',
  month: 'FREQ=MONTHLY',
}

export const ruleOf = (rhythm: Rhythm): string => rules[rhythm]
export const rhythmOf = (rule: string | null): Rhythm | null =>
  (Object.keys(rules) as Rhythm[]).find(rhythm => rules[rhythm] === rule) ?? null

/** Within so many seconds of clock there is a next one: a monthly rule of the 31st passes over short months. */
const ahead = 400 * 86_400

/** The next time of the rule after `after`, which nobody has passed yet: what stood still for weeks does not come all at once. */
export function nextTime(
  rule: string,
  planned: Temporal.Instant,
  zone: string,
  after: Temporal.Instant,
): Temporal.Instant | null {
  const start = planned.toZonedDateTimeISO(zone).toPlainDateTime()
  const from = localOf(start)
  const passed = localOf(after.toZonedDateTimeISO(zone).toPlainDateTime())
  const begin = Math.max(from, passed) + 1
  for (const time of timesOf(parseRule(rule), from, { from: begin, to: begin + ahead }))
    return plainOf(time).toZonedDateTime(zone).toInstant()
  return null
}

import { timesOf } from '../../../formats/ical/recur.ts'
import { parseRule } from '../../../formats/ical/rule.ts'
import { clockOf } from '../../../formats/ical/zone.ts'
import type { When } from './facts.ts'

/** The first instances of a rule: the moment each begins, and its day on the clock of the series. */
export function expandedFrom(
  text: string,
  start: Extract<When, { allDay: false }>,
  most: number,
): { moment: string; day: string }[] {
  const clock = clockOf(start.zone)
  const first = Date.parse(`${start.local}Z`) / 1000
  const rule = parseRule(text)
  const until =
    rule.until &&
    (rule.until.kind === 'utc'
      ? { kind: 'local' as const, seconds: clock.localAt(rule.until.seconds * 1000) }
      : rule.until)
  const found: { moment: string; day: string }[] = []
  for (const local of timesOf({ ...rule, until }, first, { from: first, to: first + 40 * 366 * 86_400 })) {
    found.push({
      moment: new Date(clock.instantOf(local)).toISOString().replace('.000Z', 'Z'),
      day: new Date(local * 1000).toISOString().slice(0, 10),
    })
    if (found.length >= most) break
  }
  return found
}

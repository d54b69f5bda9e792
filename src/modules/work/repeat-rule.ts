import type { RepeatRule } from './contract/shapes.ts'
import { nthWeekday, type WorkingCalendar } from './working-days.ts'

type Date = Temporal.PlainDate

export interface Occurrence {
  readonly dueOn: Date
  /** The date the rule gave before it was moved off a weekend or holiday: the next ones are counted from it. */
  readonly anchorOn: Date
}

/** The next occurrence of a repeating task due strictly after `after`, or null when the rule has ended. */
export function nextOccurrence(
  rule: RepeatRule,
  anchor: Date,
  after: Date,
  calendar: WorkingCalendar,
): Occurrence | null {
  for (let step = 1; step <= 4000; step++) {
    for (const candidate of candidates(rule, anchor, step, calendar)) {
      const dueOn = shifted(rule, candidate, calendar)
      // beyond the four digits that dates are written with
      if (dueOn.year > 9_990) return null
      if (rule.until && Temporal.PlainDate.compare(candidate, rule.until) > 0) return null
      if (Temporal.PlainDate.compare(dueOn, after) > 0 && Temporal.PlainDate.compare(candidate, anchor) > 0)
        return { dueOn, anchorOn: candidate }
    }
  }
  return null
}

function shifted(rule: RepeatRule, date: Date, calendar: WorkingCalendar): Date {
  if (rule.shift === 'after') return calendar.onOrAfter(date)
  if (rule.shift === 'before') return calendar.onOrBefore(date)
  return date
}

/** The dates that the rule gives `step` units after the anchor, in order. */
function candidates(rule: RepeatRule, anchor: Date, step: number, calendar: WorkingCalendar): Date[] {
  const units = step * rule.interval
  switch (rule.every) {
    case 'day':
      return [anchor.add({ days: units })]
    case 'workday': {
      let date = anchor
      for (let n = 0; n < units; n++) date = calendar.onOrAfter(date.add({ days: 1 }))
      return [date]
    }
    case 'week': {
      if (!rule.weekdays) return [anchor.add({ weeks: units })]
      // the rest of the anchor's own week comes first
      const monday = anchor.subtract({ days: anchor.dayOfWeek - 1 }).add({ weeks: (step - 1) * rule.interval })
      return [...new Set(rule.weekdays)].sort((a, b) => a - b).map(weekday => monday.add({ days: weekday - 1 }))
    }
    case 'month':
      return within(rule, anchor.toPlainYearMonth().add({ months: (step - 1) * rule.interval }), anchor, calendar)
    case 'year':
      return within(rule, anchor.toPlainYearMonth().add({ years: (step - 1) * rule.interval }), anchor, calendar)
  }
}

function within(rule: RepeatRule, month: Temporal.PlainYearMonth, anchor: Date, calendar: WorkingCalendar): Date[] {
  if (rule.workday !== undefined) return [calendar.nthOfMonth(month, rule.workday)]
  if (rule.nth) {
    const date = nthWeekday(month.year, month.month, rule.nth.weekday, rule.nth.n)
    return date ? [date] : []
  }
  return [month.toPlainDate({ day: Math.min(rule.dayOfMonth ?? anchor.day, month.daysInMonth) })]
}

/** The first date on or after `start` that the rule allows: where a new repeating task without a date begins. */
export function firstOccurrence(rule: RepeatRule, start: Date, calendar: WorkingCalendar): Occurrence {
  const pinned = rule.weekdays ?? rule.dayOfMonth ?? rule.nth ?? rule.workday
  if (rule.every === 'workday') return { dueOn: calendar.onOrAfter(start), anchorOn: calendar.onOrAfter(start) }
  if (pinned === undefined) return { dueOn: shifted(rule, start, calendar), anchorOn: start }
  const before = start.subtract({ days: 1 })
  return (
    nextOccurrence({ ...rule, interval: 1, until: undefined }, before, before, calendar) ?? {
      dueOn: start,
      anchorOn: start,
    }
  )
}

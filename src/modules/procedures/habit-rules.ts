import type { RepeatRule } from '../work/contract.ts'
import type { Recurrence } from './contract.ts'
import type { Habit } from './habits.ts'

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

type Rule = {
  readonly rrule: string
  readonly shift?: 'after'
  readonly repeat: Partial<RepeatRule> & Pick<RepeatRule, 'every'>
}

function ruleOf({ rhythm, n, weekday, lastOn }: Habit): Rule {
  const day = weekdays[n - 1] ?? 'MO'
  switch (rhythm) {
    case 'workdays':
      return { rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', repeat: { every: 'workday' } }
    case 'week':
      return { rrule: `FREQ=WEEKLY;BYDAY=${day}`, repeat: { every: 'week', weekdays: [n] } }
    case 'two-weeks':
      return { rrule: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}`, repeat: { every: 'week', interval: 2, weekdays: [n] } }
    case 'workday-of-month':
      return { rrule: `FREQ=MONTHLY;BYWORKDAY=${n}`, repeat: { every: 'month', workday: n } }
    case 'day-of-month':
      return {
        rrule: `FREQ=MONTHLY;BYMONTHDAY=${n === 31 ? -1 : n}`,
        shift: 'after',
        repeat: { every: 'month', dayOfMonth: n, shift: 'after' },
      }
    case 'weekday-of-month': {
      const nth = n === 5 ? -1 : n
      return {
        rrule: `FREQ=MONTHLY;BYDAY=${nth}${weekdays[(weekday ?? 1) - 1]}`,
        repeat: { every: 'month', nth: { n: nth, weekday: weekday ?? 1 } },
      }
    }
    case 'year':
      return {
        rrule: `FREQ=YEARLY;BYMONTH=${lastOn.month};BYMONTHDAY=${lastOn.day}`,
        shift: 'after',
        repeat: { every: 'year', shift: 'after' },
      }
  }
}

/** A habit as the rule of a procedure or obligation, and as that of a repeating task: what adopting it needs. */
export function rulesOf(habit: Habit): { readonly rule: Recurrence; readonly repeat: RepeatRule } {
  const { rrule, shift = 'none', repeat } = ruleOf(habit)
  return {
    rule: { rrule, fromOn: habit.lastOn, shift },
    repeat: { interval: 1, from: 'due', shift: 'none', ...repeat },
  }
}

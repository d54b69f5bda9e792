import { implementQuery } from '../../../kernel/implement.ts'
import { workingCalendar } from '../../work/contract.ts'
import { countDue, previewRule } from '../contract.ts'
import { countDays } from '../due/days.ts'
import { countEvents } from '../due/events.ts'
import { countObligations } from '../due/obligations.ts'
import { nextDays, UnreadableRule } from '../rule-dates.ts'

export const countDueBody = implementQuery(countDue, async view => ({
  count: (await countDays(view)) + (await countEvents(view)) + (await countObligations(view)),
}))

export const previewRuleBody = implementQuery(previewRule, async (view, { rule }) => {
  try {
    const { fromOn } = rule
    const from = Temporal.PlainDate.compare(fromOn, view.today) > 0 ? fromOn : view.today
    return { days: nextDays(rule, from, 5, workingCalendar(view.office.country)), readable: true }
  } catch (error) {
    if (error instanceof UnreadableRule) return { days: [], readable: false }
    throw error
  }
})

import { useSay } from '../../../../web/language/Say.tsx'
import type { RegisterDetail, RegisterKeys } from '../shared/words.ts'

type Facts = Pick<RegisterDetail['rules'][number], 'when' | 'conditions' | 'actions'>

/** A rule in one sentence: when, and, then. */
export function useRuleWords(register: RegisterDetail): (rule: Facts) => string {
  const say = useSay<RegisterKeys>()
  const named = (key: string) => register.fields.find(field => field.key === key)?.name ?? key
  const valued = (key: string, value: unknown) => {
    const option = register.fields.find(field => field.key === key)?.options.find(one => one.id === value)
    if (option) return option.name
    return value !== null && typeof value === 'object' ? Object.values(value).join(' ') : String(value ?? '')
  }
  return ({ when, conditions, actions }) => {
    const first = say(`page.registers.rule.${when.on}`)
    const what =
      when.on === 'added'
        ? first
        : when.on === 'date'
          ? `${first}: ${named(when.field)} ${when.days >= 0 ? '+' : '−'}${Math.abs(when.days)}`
          : `${first}: ${named(when.field)}${when.to === undefined ? '' : ` → ${valued(when.field, when.to)}`}`
    const ands = conditions.map(
      ({ field, is, value }) =>
        `${say('page.registers.rule.and').toLowerCase()} ${named(field)} ${say(`page.registers.is.${is}`)}${value === undefined ? '' : ` ${valued(field, value)}`}`,
    )
    const thens = actions.map(action =>
      action.do === 'task'
        ? `${say('page.registers.rule.task')}: ${action.title}`
        : `${say('page.registers.rule.set')}: ${named(action.field)} = ${valued(action.field, action.value)}`,
    )
    return `${say('page.registers.rule.when')} ${[what, ...ands].join(' ')} → ${thens.join('; ')}`
  }
}

/** Whether a rule holds for a row, and what it would do: the same for the trial and for the act. Pure. */
import type { Given, Rule, RuleAction, RuleCondition } from './contract.ts'
import { readValue, type Seen, shownOf, wordsOf } from './field-values.ts'
import { type Field, isLink } from './fields.ts'
import { fillPattern, type Values } from './titles.ts'

interface Office {
  readonly currency: string
}

/** A link counts only where who weighs may see what it names. */
const seenOf = (field: Field, values: Values): readonly Seen[] =>
  (values.get(field.id) ?? []).filter(value => !isLink(field) || value.linked)

const keyOf = (
  field: Field,
  value: Pick<Seen, 'sort_key' | 'ref_id' | 'choice_id'> & { words: string | null },
): string =>
  value.ref_id ??
  value.choice_id ??
  (field.type === 'longtext' || field.type === 'text' ? value.words!.toLowerCase() : value.sort_key) ??
  ''

/** Whether a field holds just this value; of a field of several choices, whether it is among them. */
export function holdsValue(field: Field, values: Values, wanted: Given, office: Office): boolean {
  const read = readValue(field, wanted, office)
  if ('because' in read) return false
  const seen = seenOf(field, values)
  if (isLink(field)) {
    const name = typeof wanted === 'string' ? wanted.toLowerCase() : ''
    return seen.some(({ linked }) => linked!.id === name || linked!.title.toLowerCase() === name)
  }
  const has = new Set(seen.map(value => keyOf(field, value)))
  return read.stored.length > 0 && read.stored.every(value => has.has(keyOf(field, value)))
}

function holds(condition: RuleCondition, fields: readonly Field[], values: Values, office: Office): boolean {
  const field = fields.find(one => one.key === condition.field)
  if (!field) return false
  const seen = seenOf(field, values)
  if (condition.is === 'empty') return seen.length === 0
  if (condition.is === 'filled') return seen.length > 0
  if (condition.is === 'equals') return holdsValue(field, values, condition.value ?? null, office)
  if (condition.is === 'not') return !holdsValue(field, values, condition.value ?? null, office)
  const read = readValue(field, condition.value ?? null, office)
  const wanted = 'stored' in read ? read.stored[0] : undefined
  const [has] = seen
  if (!wanted?.sort_key || !has?.sort_key || wanted.currency !== has.currency) return false
  return condition.is === 'above' ? has.sort_key > wanted.sort_key : has.sort_key < wanted.sort_key
}

/** The day a rule of dates waits for; null where the row has none. */
export function dayOf(rule: Rule, fields: readonly Field[], values: Values): Temporal.PlainDate | null {
  const { when } = rule
  if (when.on !== 'date') return null
  const field = fields.find(one => one.key === when.field)
  const day = field && values.get(field.id)?.[0]?.day
  return day ? day.add({ days: when.days }) : null
}

/** Whether the conditions hold, and what the field changed to is what the rule waits for. */
export function ruleHolds(rule: Rule, fields: readonly Field[], values: Values, office: Office): boolean {
  const { when } = rule
  if (when.on === 'changed' && when.to !== undefined) {
    const field = fields.find(one => one.key === when.field)
    if (!field || !holdsValue(field, values, when.to, office)) return false
  }
  return rule.conditions.every(condition => holds(condition, fields, values, office))
}

/**
 * The title of a task that a rule makes: what a link names stands in it only where everybody who sees the row may see that too,
 * since they see the task.
 */
export function taskTitle(
  action: Extract<RuleAction, { do: 'task' }>,
  fields: readonly Field[],
  values: Values,
): string {
  const filled = fillPattern(action.title, key => {
    const field = fields.find(one => one.key === key)
    if (!field) return ''
    const seen = seenOf(field, values).filter(value => !isLink(field) || value.shared)
    return wordsOf(shownOf(field, seen))
  })
  return (filled || action.title.replace(/\{[^}]*\}/g, '').trim() || '·').slice(0, 300)
}

/** What a rule would do, in words. */
export const doesWords = (rule: Rule, fields: readonly Field[], values: Values): string[] =>
  rule.actions.map(action =>
    action.do === 'task'
      ? taskTitle(action, fields, values)
      : `${fields.find(field => field.key === action.field)?.name ?? action.field} = ${given(action.value, fields, action.field)}`,
  )

function given(value: Given, fields: readonly Field[], key: string): string {
  const field = fields.find(one => one.key === key)
  const read = field && readValue(field, value, { currency: 'EUR' })
  if (!field || !read || 'because' in read || isLink(field)) return typeof value === 'string' ? value : ''
  return wordsOf(shownOf(field, read.stored))
}

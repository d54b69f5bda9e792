import { limitOf } from '../../../kernel/authority.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { createTask } from '../../work/contract.ts'
import {
  fireRule,
  listRows,
  type RuleAction,
  ruleActionRefused,
  ruleFired,
  ruleUnknown,
  setByRule,
} from '../contract.ts'
import { fieldsOf, type Field } from '../fields.ts'
import { loadValues } from '../row-values.ts'
import { rulesOf } from '../rules.ts'
import type { Values } from '../titles.ts'
import { dayOf, ruleHolds, taskTitle } from '../weigh-rule.ts'
import { rowOf } from './change-row.ts'

/**
 * Runs as the rule's author: the locks refuse a row or register that he may not see, links to what he may not see are
 * empty to him, and each action is dispatched with his permissions of now.
 */
export const fireRuleBody = implementCommand(fireRule, {
  locks: ({ id, registerId }) => [
    { kind: 'register', id: registerId },
    { kind: 'register-row', id },
  ],
  async run(act, { id, registerId, ruleId, chain }) {
    if (limitOf(act.principal, listRows.permission) === undefined)
      act.refuse(ruleActionRefused, { because: 'act-not-permitted' })
    const kept = (await rulesOf(act, registerId)).find(one => one.id === ruleId)
    if (!kept) return act.refuse(ruleUnknown, { id: ruleId })
    const row = await rowOf(act, id)
    const fields = await fieldsOf(act, registerId)
    const values = (await loadValues(act, [id])).get(id)!
    const day = dayOf(kept.rule, fields, values)
    const isTime = kept.rule.when.on !== 'date' || (day !== null && Temporal.PlainDate.compare(day, act.today) <= 0)
    if (row.discarded_at || !kept.enabled || !isTime || !ruleHolds(kept.rule, fields, values, act.office))
      return { output: { id, fired: false } }
    for (const action of kept.rule.actions)
      await perform(act, action, { id, fields, values, chain: [...chain, ruleId] })
    act.emit(ruleFired, { rule: kept.rule.name, title: act.locked(id).title }, [id])
    return { output: { id, fired: true } }
  },
})

interface Scene {
  readonly id: string
  readonly fields: readonly Field[]
  readonly values: Values
  readonly chain: readonly string[]
}

async function perform(act: Act, action: RuleAction, { id, fields, values, chain }: Scene): Promise<void> {
  const outcome =
    action.do === 'set'
      ? await act.actAs(act.principal.id, setByRule, {
          id,
          values: { [action.field]: action.value },
          chain: [...chain],
        })
      : await act.actAs(act.principal.id, createTask, {
          title: taskTitle(action, fields, values),
          sourceId: id,
          ...(action.ownerId ? { ownerId: action.ownerId } : action.role ? { ownerRole: action.role } : {}),
          ...(action.dueInDays === undefined ? {} : { dueOn: act.today.add({ days: action.dueInDays }).toString() }),
        })
  if (outcome.status === 'refused') act.refuse(ruleActionRefused, { because: outcome.refusal.name })
}

import { type Act, implementCommand } from '../../../kernel/implement.ts'
import {
  addRule,
  changeRule,
  removeRule,
  ruleAdded,
  ruleChanged,
  ruleOff,
  ruleOn,
  ruleRemoved,
  ruleUnknown,
  switchRule,
} from '../contract.ts'
import { fieldsOf } from '../fields.ts'
import { registerInUse, registerOf } from '../register-row.ts'
import { type KeptRule, requireRule, ruleColumns, rulesOf } from '../rules.ts'
import type { RegistersTables } from '../tables.ts'

const locks = ({ id, expectedVersion }: { id: string; expectedVersion?: number | undefined }) => [
  { kind: 'register', id, expectedVersion },
]

async function ruleOf(act: Act, registerId: string, ruleId: string): Promise<KeptRule> {
  const rule = (await rulesOf(act, registerId)).find(({ id }) => id === ruleId)
  return rule ?? act.refuse(ruleUnknown, { id: ruleId })
}

const atRule = (act: Act, registerId: string, ruleId: string) =>
  act
    .db<RegistersTables>()
    .updateTable('registers.rule')
    .where('organisation_id', '=', act.office.id)
    .where('register_id', '=', registerId)
    .where('id', '=', ruleId)

export const addRuleBody = implementCommand(addRule, {
  locks: input => locks(input),
  async run(act, { id, expectedVersion: _expected, ...rule }) {
    const register = await registerInUse(act, id)
    const fields = await fieldsOf(act, id)
    await requireRule(act, rule, fields)
    const ruleId = act.newId()
    await act
      .db<RegistersTables>()
      .insertInto('registers.rule')
      .values({
        organisation_id: act.office.id,
        register_id: id,
        id: ruleId,
        author_id: act.principal.id,
        since_on: act.today,
        ...ruleColumns(rule, fields),
      })
      .execute()
    const version = await act.changeRecord(id)
    act.emit(ruleAdded, { id, name: register.plural, rule: rule.name }, [id])
    return {
      output: { id, version, ruleId },
      undo: { command: 'registers.remove-rule', input: { id, ruleId, expectedVersion: version } },
    }
  },
})

export const changeRuleBody = implementCommand(changeRule, {
  locks: input => locks(input),
  async run(act, { id, ruleId, expectedVersion: _expected, ...rule }) {
    const register = await registerInUse(act, id)
    const fields = await fieldsOf(act, id)
    const before = await ruleOf(act, id, ruleId)
    await requireRule(act, rule, fields)
    await atRule(act, id, ruleId)
      .set({
        author_id: act.principal.id,
        version: before.version + 1,
        since_on: act.today,
        ...ruleColumns(rule, fields),
      })
      .execute()
    const version = await act.changeRecord(id)
    act.emit(ruleChanged, { id, name: register.plural, rule: rule.name }, [id])
    return {
      output: { id, version },
      undo: { command: 'registers.change-rule', input: { id, ruleId, expectedVersion: version, ...before.rule } },
    }
  },
})

export const switchRuleBody = implementCommand(switchRule, {
  locks: input => locks(input),
  async run(act, { id, ruleId, on }) {
    const register = await registerOf(act, id)
    const { rule, enabled } = await ruleOf(act, id, ruleId)
    // what came while it was off is let be
    await atRule(act, id, ruleId)
      .set({ enabled: on, ...(on ? { since_on: act.today } : {}) })
      .execute()
    const version = await act.changeRecord(id)
    act.emit(on ? ruleOn : ruleOff, { id, name: register.plural, rule: rule.name }, [id])
    return {
      output: { id, version },
      undo: { command: 'registers.switch-rule', input: { id, ruleId, on: enabled, expectedVersion: version } },
    }
  },
})

export const removeRuleBody = implementCommand(removeRule, {
  locks: input => locks(input),
  async run(act, { id, ruleId }) {
    const register = await registerOf(act, id)
    const { rule } = await ruleOf(act, id, ruleId)
    await act
      .db<RegistersTables>()
      .deleteFrom('registers.rule')
      .where('organisation_id', '=', act.office.id)
      .where('register_id', '=', id)
      .where('id', '=', ruleId)
      .execute()
    const version = await act.changeRecord(id)
    act.emit(ruleRemoved, { id, name: register.plural, rule: rule.name }, [id])
    return { output: { id, version } }
  },
})

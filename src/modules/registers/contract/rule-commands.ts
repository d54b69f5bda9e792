/** Rules of a register: when … then …, in the name of whoever wrote them. */
import { command } from '../../../kernel/declare.ts'
import { count, flag, id, z } from '../../../kernel/schema.ts'
import { changed, exampleRegister, ofRegister, register } from './design-commands.ts'
import * as events from './events.ts'
import * as refusals from './refusals.ts'
import { applyRulesJob, exampleRow } from './row-commands.ts'
import { type Rule, ruleFacts } from './shapes.ts'

const exampleRule = '019aa000-0000-7000-8000-000000000004'
const aboutRule = { ...register, ruleId: id(undefined, { hidden: true }) }
const exampleFacts = {
  name: 'A new key is entered on the list at the alarm company',
  when: { on: 'added' as const },
  actions: [{ do: 'task' as const, title: 'Tell the alarm company' }],
}

export const addRule = command({
  name: 'registers.add-rule',
  summary:
    'Adds a rule: when a row is added, a field changes or a date comes, and conditions hold, then a task is made or a field is set. It acts in the name of whoever wrote it, never further than he may himself.',
  input: z.strictObject({ ...register, ...ruleFacts }),
  output: z.strictObject({ ...changed.shape, ruleId: z.uuid() }),
  emits: [events.ruleAdded],
  refusals: [refusals.registerRetired, refusals.ruleInvalid, refusals.valuesInvalid],
  ...ofRegister,
  undoable: true,
  example: { id: exampleRegister, ...exampleFacts },
})

export const changeRule = command({
  name: 'registers.change-rule',
  summary: 'Says a rule anew; from then on it acts in the name of whoever changed it.',
  permission: 'registers.add-rule',
  input: z.strictObject({ ...aboutRule, ...ruleFacts }),
  output: changed,
  emits: [events.ruleChanged],
  refusals: [refusals.registerRetired, refusals.ruleUnknown, refusals.ruleInvalid, refusals.valuesInvalid],
  ...ofRegister,
  undoable: true,
  example: { id: exampleRegister, ruleId: exampleRule, ...exampleFacts },
})

export const switchRule = command({
  name: 'registers.switch-rule',
  summary: 'Switches a rule off, or on again.',
  permission: 'registers.add-rule',
  input: z.strictObject({ ...aboutRule, on: flag() }),
  output: changed,
  emits: [events.ruleOn, events.ruleOff],
  refusals: [refusals.ruleUnknown],
  ...ofRegister,
  undoable: true,
  example: { id: exampleRegister, ruleId: exampleRule, on: false },
})

export const removeRule = command({
  name: 'registers.remove-rule',
  summary: 'Removes a rule and what is kept of its runs.',
  permission: 'registers.add-rule',
  input: z.strictObject(aboutRule),
  output: changed,
  emits: [events.ruleRemoved],
  refusals: [refusals.ruleUnknown],
  ...ofRegister,
  example: { id: exampleRegister, ruleId: exampleRule },
})

/** What the rule sees is what its author may see at that moment; who runs it is the author. */
export const fireRule = command({
  name: 'registers.fire-rule',
  summary: 'Weighs a rule for a row and does what it says, as its author.',
  permission: 'registers.add-rule',
  input: z.strictObject({
    id: id('register-row'),
    registerId: id('register'),
    ruleId: id(),
    /** Fields that changed, or the date that came. */
    fieldIds: z.array(z.uuid()).max(200),
    chain: z.array(z.uuid()).max(20),
  }),
  output: z.strictObject({ id: z.uuid(), fired: flag() }),
  emits: [events.ruleFired],
  refusals: [refusals.ruleUnknown, refusals.ruleActionRefused],
  kinds: ['register-row'],
  subject: 'id',
  door: 'none',
  tool: false,
  example: { id: exampleRow, registerId: exampleRegister, ruleId: exampleRule, fieldIds: [], chain: [] },
})

export const applyRules = command({
  name: 'registers.apply-rules',
  summary: 'Tells the rules of a register what happened to its rows, some at a time.',
  input: z.strictObject({ registerId: id('register') }),
  output: z.strictObject({ handled: count(), left: count() }),
  emits: [events.rulesFailed],
  jobs: [applyRulesJob],
  door: 'none',
  tool: false,
  example: { registerId: exampleRegister },
})

export const remindOfDates = command({
  name: 'registers.remind-of-dates',
  summary: 'Raises the tasks of dates that near, and tells rules of the dates that have come.',
  input: z.strictObject({}),
  output: z.strictObject({ reminded: count(), told: count() }),
  emits: [events.datesCame],
  jobs: [applyRulesJob],
  door: 'none',
  tool: false,
  example: {},
})

export type RuleFacts = Rule
export const ruleCommands = [addRule, changeRule, switchRule, removeRule, fireRule, applyRules, remindOfDates]

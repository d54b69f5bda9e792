import { event } from '../../../kernel/declare.ts'
import { id, z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'

const register = { id: id('register'), name: z.string() }
const field = { ...register, field: z.string() }
const row = { id: id('register-row'), title: z.string(), register: z.string() }
const rows = { ...register, count: z.int() }
const aboutRule = { ...register, rule: z.string() }

export const registerCreated = event('registers.register-created', z.strictObject(register))
export const registerChanged = event('registers.register-changed', z.strictObject(register))
export const registerTakenOut = event('registers.register-retired', z.strictObject(register))
export const registerTakenIn = event('registers.register-restored', z.strictObject(register))
export const fieldAdded = event('registers.field-added', z.strictObject(field))
export const fieldChanged = event('registers.field-changed', z.strictObject(field))
export const fieldsOrdered = event('registers.fields-ordered', z.strictObject(register))
export const fieldDropped = event('registers.field-dropped', z.strictObject(field))
export const fieldRestored = event('registers.field-restored', z.strictObject(field))
export const fieldPurged = event('registers.field-purged', z.strictObject(field))
export const fieldConverted = event('registers.field-converted', z.strictObject({ ...field, kept: z.int() }))
export const rowAdded = event('registers.row-added', z.strictObject(row))
export const rowChanged = event(
  'registers.row-changed',
  z.strictObject({
    ...row,
    fields: z.string(),
    changed: z.array(z.string()),
    /** A day that was reminded of and no longer stands. */
    workWithdrawn: workEnvelope.workWithdrawn,
  }),
)
export const rowTakenOut = event(
  'registers.row-discarded',
  z.strictObject({ ...row, workWithdrawn: workEnvelope.workWithdrawn }),
)
export const rowTakenIn = event('registers.row-restored', z.strictObject(row))
export const rowsDiscarded = event('registers.rows-discarded', z.strictObject(rows))
export const rowsRestored = event('registers.rows-restored', z.strictObject(rows))
export const rowsImported = event('registers.rows-imported', z.strictObject(rows))
export const importUndone = event('registers.import-undone', z.strictObject({ ...rows, kept: z.int() }))
export const ruleAdded = event('registers.rule-added', z.strictObject(aboutRule))
export const ruleChanged = event('registers.rule-changed', z.strictObject(aboutRule))
export const ruleOn = event('registers.rule-switched-on', z.strictObject(aboutRule))
export const ruleOff = event('registers.rule-switched-off', z.strictObject(aboutRule))
export const ruleRemoved = event('registers.rule-removed', z.strictObject(aboutRule))
export const ruleFired = event('registers.rule-fired', z.strictObject({ rule: z.string(), title: z.string() }))
export const rulesFailed = event(
  'registers.rule-failed',
  z.strictObject({ ...aboutRule, count: z.int(), work: workEnvelope.work }),
)
export const datesCame = event('registers.dates-came', z.strictObject({ count: z.int(), work: workEnvelope.work }))

export const registersEvents = [
  registerCreated,
  registerChanged,
  registerTakenOut,
  registerTakenIn,
  fieldAdded,
  fieldChanged,
  fieldsOrdered,
  fieldDropped,
  fieldRestored,
  fieldPurged,
  fieldConverted,
  rowAdded,
  rowChanged,
  rowTakenOut,
  rowTakenIn,
  rowsDiscarded,
  rowsRestored,
  rowsImported,
  importUndone,
  ruleAdded,
  ruleChanged,
  ruleOn,
  ruleOff,
  ruleRemoved,
  ruleFired,
  rulesFailed,
  datesCame,
]

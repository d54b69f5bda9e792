/** Rows: added, changed, discarded, imported. */
import { command, job } from '../../../kernel/declare.ts'
import { confidentiality, count, expectedVersion, flag, id, z } from '../../../kernel/schema.ts'
import { changed, exampleRegister } from './design-commands.ts'
import * as events from './events.ts'
import * as refusals from './refusals.ts'
import { givenValues, importColumns } from './shapes.ts'

export const exampleRow = '019aa000-0000-7000-8000-000000000003'
const row = { id: id('register-row', { hidden: true }), expectedVersion: expectedVersion() }
const ofRow = { kinds: ['register-row'], subject: 'id' } as const
const writing = [refusals.registerRetired, refusals.notWriter]
const valued = [...writing, refusals.valuesInvalid, refusals.valueTaken]
const exampleValues = { number: 'K 12', place: 'Server room' }

/** Rules hear of what happened to rows of this register. */
export const applyRulesJob = job('registers.apply-rules-job', z.strictObject({ registerId: z.uuid() }), 'system')
/** Days that have come: reminders, and rules that wait for a date. */
export const lookForDatesJob = job('registers.look-for-dates', z.strictObject({}), 'system')

export const addRow = command({
  name: 'registers.add-row',
  summary:
    "Adds a row. `values` by the keys of the register's fields (see get-register): text, number or decimal string, {amount, currency}, YYYY-MM-DD, true or false, the name or id of an option, the id of a record.",
  input: z.strictObject({
    register: id('register', { hidden: true }),
    values: givenValues.meta({ hidden: true }),
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed,
  emits: [events.rowAdded],
  refusals: valued,
  jobs: [applyRulesJob, lookForDatesJob],
  kinds: ['register'],
  subject: 'register',
  undoable: true,
  example: { register: exampleRegister, values: exampleValues },
})

export const changeRow = command({
  name: 'registers.change-row',
  summary: 'Changes the values given of a row and leaves the rest; null empties a field.',
  input: z.strictObject({ ...row, values: givenValues.meta({ hidden: true }) }),
  output: changed,
  emits: [events.rowChanged],
  refusals: [...valued, refusals.rowDiscarded],
  jobs: [applyRulesJob, lookForDatesJob],
  ...ofRow,
  undoable: true,
  example: { id: exampleRow, values: { place: 'Reception' } },
})

/** As change-row, by a rule: what it sets off knows which rules led here. */
export const setByRule = command({
  name: 'registers.set-by-rule',
  summary: 'Sets fields of a row as a rule says.',
  permission: 'registers.change-row',
  input: z.strictObject({ id: id('register-row'), values: givenValues, chain: z.array(z.uuid()).max(20) }),
  output: changed,
  emits: [events.rowChanged],
  refusals: [...valued, refusals.rowDiscarded],
  jobs: [applyRulesJob, lookForDatesJob],
  kinds: ['register-row'],
  subject: 'id',
  door: 'none',
  tool: false,
  undoable: true,
  example: { id: exampleRow, values: { place: 'Reception' }, chain: [] },
})

export const discardRow = command({
  name: 'registers.discard-row',
  summary: 'Takes a row out of the register; it can be restored.',
  permission: 'registers.change-row',
  input: z.strictObject(row),
  output: changed,
  emits: [events.rowTakenOut],
  refusals: [...writing, refusals.rowDiscarded],
  ...ofRow,
  undoable: true,
  example: { id: exampleRow },
})

export const restoreRow = command({
  name: 'registers.restore-row',
  summary: 'Brings a discarded row back.',
  permission: 'registers.change-row',
  input: z.strictObject(row),
  output: changed,
  emits: [events.rowTakenIn],
  refusals: [...writing, refusals.rowNotDiscarded, refusals.valueTaken, refusals.fieldLacking],
  ...ofRow,
  undoable: true,
  example: { id: exampleRow },
})

const many = { id: id('register', { hidden: true }), ids: z.array(id('register-row')).min(1).max(1000) }

export const discardRows = command({
  name: 'registers.discard-rows',
  summary: 'Takes several rows out of a register in one act.',
  permission: 'registers.change-row',
  input: z.strictObject(many),
  output: z.strictObject({ count: count() }),
  emits: [events.rowsDiscarded],
  refusals: [...writing, refusals.rowDiscarded],
  kinds: ['register'],
  subject: 'id',
  undoable: true,
  example: { id: exampleRegister, ids: [exampleRow] },
})

export const restoreRows = command({
  name: 'registers.restore-rows',
  summary: 'Brings several discarded rows back in one act.',
  permission: 'registers.change-row',
  input: z.strictObject(many),
  output: z.strictObject({ count: count() }),
  emits: [events.rowsRestored],
  refusals: [...writing, refusals.rowNotDiscarded, refusals.valueTaken, refusals.fieldLacking],
  kinds: ['register'],
  subject: 'id',
  undoable: true,
  example: { id: exampleRegister, ids: [exampleRow] },
})

export const mostImported = 20_000

export const importRows = command({
  name: 'registers.import-rows',
  summary:
    'Adds the rows of a table (tab, semicolon or comma) in one act; rows with a cell that its field does not take are left out and told.',
  input: z.strictObject({
    id: id('register', { hidden: true }),
    text: z.string().min(1).max(10_000_000),
    columns: importColumns.optional(),
    /** Rules hear of these rows as of those that are added one by one. */
    withRules: flag().optional(),
    /** The document it came as: its rows are at least as confidential. */
    sourceId: id(undefined, { hidden: true }).optional(),
  }),
  output: z.strictObject({ importId: z.uuid(), added: count(), left: count() }),
  emits: [events.rowsImported],
  refusals: [...writing, refusals.importEmpty, refusals.importTooLong],
  jobs: [applyRulesJob, lookForDatesJob],
  kinds: ['register'],
  subject: 'id',
  undoable: true,
  example: { id: exampleRegister, text: 'Number;Place\nK 1;Reception\nK 2;Archive\n' },
})

export const undoImport = command({
  name: 'registers.undo-import',
  summary: 'Discards the rows of an import that nobody has touched since.',
  permission: 'registers.import-rows',
  input: z.strictObject({ id: id('register', { hidden: true }), importId: id(undefined, { hidden: true }) }),
  output: z.strictObject({ count: count(), kept: count() }),
  emits: [events.importUndone],
  refusals: [...writing, refusals.importUnknown],
  kinds: ['register'],
  subject: 'id',
  example: { id: exampleRegister, importId: exampleRow },
})

export const rowCommands = [
  addRow,
  changeRow,
  setByRule,
  discardRow,
  restoreRow,
  discardRows,
  restoreRows,
  importRows,
  undoImport,
]

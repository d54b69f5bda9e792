/** Making a register and changing its fields. */
import { command } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, confidentiality, count, expectedVersion, id, z } from '../../../kernel/schema.ts'
import * as events from './events.ts'
import * as refusals from './refusals.ts'
import { fieldFacts, fieldTypes, newField, registerFacts } from './shapes.ts'

export const exampleRegister = '019aa000-0000-7000-8000-000000000001'
const exampleField = '019aa000-0000-7000-8000-000000000002'

export const changed = z.strictObject({ id: z.uuid(), version: z.int() })
export const register = { id: id('register', { hidden: true }), expectedVersion: expectedVersion() }
const field = { ...register, fieldId: id(undefined, { hidden: true }) }
export const ofRegister = { kinds: ['register'], subject: 'id' } as const
const fieldRefusals = [refusals.registerRetired, refusals.fieldUnknown, refusals.fieldNotWhole]

export const templateKeys = ['keys', 'gifts', 'contracts', 'access-cards', 'vehicles'] as const

const making = {
  class: confidentiality({ folded: true }).optional(),
  audience: z.array(id()).min(1).max(200).nullable().optional().meta({ folded: true }),
}

export const createRegister = command({
  name: 'registers.create-register',
  summary: 'Makes a register with its fields; who may read it is its class and audience, and its rows follow it.',
  input: z.strictObject({
    ...registerFacts,
    ...making,
    fields: z.array(newField).max(60).optional().meta({ folded: true }),
  }),
  output: changed,
  emits: [events.registerCreated],
  refusals: [refusals.fieldNotWhole, refusals.fieldUnknown, refusals.patternInvalid],
  kinds: ['register'],
  undoable: true,
  example: {
    name: 'Key',
    plural: 'Keys',
    icon: 'key',
    fields: [{ name: 'Number', type: 'text', required: true, unique: true }],
  },
})

export const createFromTemplate = command({
  name: 'registers.create-from-template',
  summary: 'Makes a register of a common kind, with its fields and reminders, in the words of a language.',
  permission: 'registers.create-register',
  input: z.strictObject({
    template: choice(templateKeys),
    language: choice(languages, { control: 'language', folded: true }).optional(),
    ...making,
  }),
  output: changed,
  emits: [events.registerCreated],
  kinds: ['register'],
  undoable: true,
  example: { template: 'keys' },
})

export const changeRegister = command({
  name: 'registers.change-register',
  summary: 'Changes what a register is called, how its rows are titled, and who may write in it.',
  input: z.strictObject({
    ...register,
    ...registerFacts,
    name: registerFacts.name.optional(),
    plural: registerFacts.plural.optional(),
  }),
  output: changed,
  emits: [events.registerChanged],
  refusals: [refusals.registerRetired, refusals.patternInvalid],
  ...ofRegister,
  undoable: true,
  example: { id: exampleRegister, plural: 'Keys and tags' },
})

export const retireRegister = command({
  name: 'registers.retire-register',
  summary: 'Takes a register out of use; its rows stay and can be read, its rules and reminders rest.',
  permission: 'registers.change-register',
  input: z.strictObject(register),
  output: changed,
  emits: [events.registerTakenOut],
  refusals: [refusals.registerRetired],
  ...ofRegister,
  undoable: true,
  example: { id: exampleRegister },
})

export const restoreRegister = command({
  name: 'registers.restore-register',
  summary: 'Takes a retired register into use again.',
  permission: 'registers.change-register',
  input: z.strictObject(register),
  output: changed,
  emits: [events.registerTakenIn],
  refusals: [refusals.registerNotRetired],
  ...ofRegister,
  undoable: true,
  example: { id: exampleRegister },
})

export const addField = command({
  name: 'registers.add-field',
  summary: 'Adds a field; where it is required, rows that exist get its preset value.',
  permission: 'registers.change-register',
  input: z.strictObject({ ...register, ...newField.shape }),
  output: z.strictObject({ ...changed.shape, fieldId: z.uuid(), key: z.string() }),
  emits: [events.fieldAdded],
  refusals: [...fieldRefusals, refusals.fieldsFull, refusals.fieldLacking, refusals.valuesInvalid],
  ...ofRegister,
  undoable: true,
  example: { id: exampleRegister, name: 'Lent until', type: 'date', remind: { days: 3 } },
})

export const changeField = command({
  name: 'registers.change-field',
  summary: "Changes a field's name, help, place in the list, options, reminder, or whether it is required or unique.",
  permission: 'registers.change-register',
  input: z.strictObject({ ...field, ...fieldFacts, name: fieldFacts.name.optional() }),
  output: changed,
  emits: [events.fieldChanged],
  refusals: [...fieldRefusals, refusals.fieldLacking, refusals.optionUsed, refusals.valueTaken, refusals.valuesInvalid],
  ...ofRegister,
  undoable: true,
  example: { id: exampleRegister, fieldId: exampleField, name: 'Number on the tag' },
})

export const convertField = command({
  name: 'registers.convert-field',
  summary:
    'Gives a field another type. What fits is taken over; the old field with every old value is laid aside and can be taken back.',
  permission: 'registers.change-register',
  input: z.strictObject({ ...field, type: choice(fieldTypes) }),
  output: z.strictObject({ ...changed.shape, fieldId: z.uuid(), converted: count(), kept: count() }),
  emits: [events.fieldConverted],
  refusals: [...fieldRefusals, refusals.conversionLoses, refusals.fieldUsed, refusals.fieldsFull],
  ...ofRegister,
  undoable: true,
  example: { id: exampleRegister, fieldId: exampleField, type: 'longtext' },
})

export const orderFields = command({
  name: 'registers.order-fields',
  summary: 'Puts the fields into an order: those named first, in the order given.',
  permission: 'registers.change-register',
  input: z.strictObject({ ...register, fieldIds: z.array(z.uuid()).min(1).max(200).meta({ hidden: true }) }),
  output: changed,
  emits: [events.fieldsOrdered],
  refusals: [refusals.registerRetired, refusals.fieldUnknown],
  ...ofRegister,
  undoable: true,
  example: { id: exampleRegister, fieldIds: [exampleField] },
})

export const dropField = command({
  name: 'registers.drop-field',
  summary: 'Takes a field out of the register; its values are kept and come back with it, until they are purged.',
  permission: 'registers.change-register',
  input: z.strictObject(field),
  output: changed,
  emits: [events.fieldDropped],
  refusals: [...fieldRefusals, refusals.fieldUsed],
  ...ofRegister,
  undoable: true,
  example: { id: exampleRegister, fieldId: exampleField },
})

export const restoreField = command({
  name: 'registers.restore-field',
  summary: 'Brings a dropped field back with all its values, in place of another where that is named.',
  permission: 'registers.change-register',
  input: z.strictObject({ ...field, insteadOf: id(undefined, { hidden: true }).optional() }),
  output: changed,
  emits: [events.fieldRestored],
  refusals: [
    ...fieldRefusals,
    refusals.fieldNotDropped,
    refusals.fieldLacking,
    refusals.fieldUsed,
    refusals.valueTaken,
  ],
  ...ofRegister,
  undoable: true,
  example: { id: exampleRegister, fieldId: exampleField },
})

export const purgeField = command({
  name: 'registers.purge-field',
  summary: 'Deletes a dropped field and its values for good.',
  input: z.strictObject(field),
  output: changed,
  emits: [events.fieldPurged],
  refusals: [...fieldRefusals, refusals.fieldNotDropped, refusals.fieldUsed],
  ...ofRegister,
  tool: false,
  example: { id: exampleRegister, fieldId: exampleField },
})

export const designCommands = [
  createRegister,
  createFromTemplate,
  changeRegister,
  retireRegister,
  restoreRegister,
  addField,
  changeField,
  convertField,
  orderFields,
  dropField,
  restoreField,
  purgeField,
]

import { command } from '../../../kernel/declare.ts'
import { confidentiality, expectedVersion, id, longText, text, z } from '../../../kernel/schema.ts'
import {
  procedureChanged,
  procedureCreated,
  procedurePutInForce,
  procedureRestored,
  procedureRetiredEvent,
  startSet,
} from './events.ts'
import {
  nothingToPutInForce,
  personUnknown,
  procedureEmpty,
  procedureNotRetired,
  procedureRetired,
  ruleUnreadable,
  ruleWithoutDays,
  stepKeyTwice,
  stepOrderWrong,
  stepQuestionUnknown,
  stepWithoutWho,
  zoneUnknown,
} from './refusals.ts'
import { changed, content, example, startEvent, startRule } from './shapes.ts'

const procedure = { id: id('procedure', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['procedure'], subject: 'id', undoable: true } as const
const facts = {
  purpose: longText(2_000).optional(),
  ownerId: id('principal', { control: 'person' }).nullable().optional(),
  ownerRole: text(60, { folded: true }).nullable().optional(),
}
const soundness = [personUnknown, stepOrderWrong, stepQuestionUnknown, stepWithoutWho, stepKeyTwice]
const rules = [ruleUnreadable, ruleWithoutDays, zoneUnknown]

const exampleContent: z.input<typeof content> = {
  steps: [
    { title: 'Count the petty cash', due: { from: 'anchor', days: -2, unit: 'workday' } },
    { title: 'Send the report', due: { from: 'anchor', days: 0 }, waits: 'step', afterStep: 1, evidence: true },
  ],
}

export const createProcedure = command({
  name: 'procedures.create-procedure',
  summary: 'Makes a procedure: as a draft, or with `inForce` ready to be started; with a rule it starts by itself.',
  input: z.strictObject({
    title: text(200),
    ...facts,
    class: confidentiality({ folded: true }).optional(),
    content: content.optional().meta({ hidden: true }),
    rule: startRule.optional().meta({ hidden: true }),
    inForce: z.boolean().optional().meta({ hidden: true }),
  }),
  output: changed,
  emits: [procedureCreated],
  refusals: [...soundness, ...rules, procedureEmpty],
  kinds: ['procedure'],
  undoable: true,
  example: { title: 'Month-end of the petty cash', purpose: 'So that the books agree with the box.' },
})

export const changeProcedure = command({
  name: 'procedures.change-procedure',
  summary:
    'Changes what is given: facts at once; questions and steps as a new version, which waits to be put in force while runs keep theirs.',
  input: z.strictObject({
    ...procedure,
    title: text(200).optional(),
    ...facts,
    content: content.nullable().optional().meta({ hidden: true }),
  }),
  output: changed,
  emits: [procedureChanged],
  refusals: [...soundness, procedureRetired],
  ...about,
  example: { id: example, content: exampleContent },
})

export const putInForce = command({
  name: 'procedures.put-in-force',
  summary: 'Puts the newest version in force: runs that start from now on follow it.',
  input: z.strictObject(procedure),
  output: z.strictObject({ id: z.uuid(), version: z.int(), number: z.int() }),
  emits: [procedurePutInForce],
  refusals: [nothingToPutInForce, procedureEmpty, procedureRetired],
  kinds: ['procedure'],
  subject: 'id',
  example: { id: example },
})

export const retireProcedure = command({
  name: 'procedures.retire-procedure',
  summary: 'Retires a procedure: it starts no more; what runs goes on.',
  input: z.strictObject(procedure),
  output: changed,
  emits: [procedureRetiredEvent],
  refusals: [procedureRetired],
  ...about,
  example: { id: example },
})

export const restoreProcedure = command({
  name: 'procedures.restore-procedure',
  summary: 'Takes a retired procedure back into use.',
  input: z.strictObject(procedure),
  output: changed,
  emits: [procedureRestored],
  refusals: [procedureNotRetired],
  ...about,
  example: { id: example },
})

export const setStart = command({
  name: 'procedures.set-start',
  summary: 'Says when a procedure starts by itself: on days of a rule, when something happens, both, or neither.',
  input: z.strictObject({
    ...procedure,
    rule: startRule.nullable().optional().meta({ hidden: true }),
    event: startEvent.nullable().optional().meta({ hidden: true }),
  }),
  output: changed,
  emits: [startSet],
  refusals: [...rules, procedureRetired],
  ...about,
  example: {
    id: example,
    rule: { rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1', fromOn: '2126-11-01', shift: 'before', leadDays: 3 },
  },
})

export const procedureCommands = [
  createProcedure,
  changeProcedure,
  putInForce,
  retireProcedure,
  restoreProcedure,
  setStart,
]

/** The file plan, the intake rules, and where papers lie. */
import { command } from '../../../kernel/declare.ts'
import { confidentiality, count, expectedVersion, flag, id, text, z } from '../../../kernel/schema.ts'
import { classCodeChanged, documentsFiled, paperPlaced, planSetUp, ruleChanged } from './events.ts'
import { retentionEnds } from './keeping.ts'
import { refusals } from './refusals.ts'
import { consequences, retentionStarts, urgencies } from './words.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'
const otherId = '019aa000-0000-7000-8000-000000000002'
const versioned = z.strictObject({ version: z.int() })

export const fileUnder = command({
  name: 'documents.file-under',
  summary: 'Files documents under a class of the file plan; how long they are kept follows from it.',
  input: z.strictObject({ ids: z.array(id('document')).min(1).max(5000), classCodeId: id('class-code').nullable() }),
  output: z.strictObject({ count: count() }),
  emits: [documentsFiled],
  refusals: [refusals.classCodeUnknown],
  kinds: ['document'],
  undoable: true,
  example: { ids: [exampleId], classCodeId: otherId },
})

/** The inverse of filing many: each back to where it lay. */
export const fileBack = command({
  name: 'documents.file-back',
  summary: 'Files several documents each under a class of its own.',
  permission: 'documents.file-under',
  input: z.strictObject({
    filings: z
      .array(z.strictObject({ id: id('document'), classCodeId: id('class-code').nullable() }))
      .min(1)
      .max(5000)
      .meta({ hidden: true }),
  }),
  output: z.strictObject({ count: count() }),
  emits: [documentsFiled],
  refusals: [refusals.classCodeUnknown],
  tool: false,
  example: { filings: [{ id: exampleId, classCodeId: null }] },
})

export const placePaper = command({
  name: 'documents.place-paper',
  summary: 'Says where the paper original of a document lies, and whether it may be shredded.',
  permission: 'documents.file-under',
  input: z.strictObject({
    id: id('document'),
    expectedVersion: expectedVersion(),
    place: text(200).nullable(),
    mayShred: flag().optional(),
  }),
  output: versioned,
  emits: [paperPlaced],
  kinds: ['document'],
  subject: 'id',
  undoable: true,
  example: { id: exampleId, place: 'Binder 12' },
})

export const setUpPlan = command({
  name: 'documents.set-up-plan',
  summary: 'Sets up the file plan and the intake rules in the language of the organisation; what exists is left alone.',
  permission: 'documents.change-plan',
  input: z.strictObject({}),
  output: z.strictObject({ classCodes: count(), rules: count() }),
  emits: [planSetUp],
  tool: false,
  example: {},
})

const classFacts = {
  code: z.string().regex(/^\d{1,3}(\.\d{1,3}){0,3}$/),
  name: text(120),
  /** Null: kept for good. */
  retentionYears: z.int().min(0).max(200).nullable(),
  retentionFrom: z.enum(retentionStarts),
  confidentiality: confidentiality(),
}

const retentionFacts = {
  /** The law or decision that says so. */
  retentionBasis: text(300, { folded: true }).nullable().optional(),
  /** What is proposed the day after. */
  retentionThen: z.enum(retentionEnds).meta({ control: 'choice', folded: true }).optional(),
}

export const createClassCode = command({
  name: 'documents.create-class-code',
  summary: 'Adds a class to the file plan.',
  permission: 'documents.change-plan',
  input: z.strictObject({ ...classFacts, ...retentionFacts }),
  output: z.strictObject({ id: id('class-code') }),
  emits: [classCodeChanged],
  refusals: [refusals.classCodeTaken],
  example: { code: '3.7', name: 'Leasing', retentionYears: 7, retentionFrom: 'year-end', confidentiality: 1 },
})

export const changeClassCode = command({
  name: 'documents.change-class-code',
  summary: 'Changes a class of the file plan; documents already filed keep the day until which they are kept.',
  permission: 'documents.change-plan',
  input: z.strictObject({
    id: id('class-code'),
    expectedVersion: expectedVersion(),
    code: classFacts.code.optional(),
    name: classFacts.name.optional(),
    retentionYears: classFacts.retentionYears.optional(),
    retentionFrom: classFacts.retentionFrom.optional(),
    confidentiality: classFacts.confidentiality.optional(),
    ...retentionFacts,
    /** True takes it out of use: nothing new is filed there. */
    retired: flag().optional(),
  }),
  output: versioned,
  emits: [classCodeChanged],
  refusals: [refusals.classCodeTaken],
  kinds: ['class-code'],
  subject: 'id',
  undoable: true,
  example: { id: exampleId, name: 'Supplier bills' },
})

export const changeRule = command({
  name: 'documents.change-rule',
  summary: 'Changes what confirming a kind of document does: its task, for whom and when, and where it is filed.',
  permission: 'documents.change-plan',
  input: z.strictObject({
    id: id('intake-rule'),
    expectedVersion: expectedVersion(),
    makesTask: flag().optional(),
    /** With {sender} {number} {total} {subject} {due}; null for the standard wording in the office's language. */
    title: text(200).nullable().optional(),
    ownerId: id('principal').nullable().optional(),
    role: text(60).nullable().optional(),
    daysBeforeDue: z.int().min(0).max(400).nullable().optional(),
    daysAfterArrival: z.int().min(0).max(400).nullable().optional(),
    urgency: z.enum(urgencies).optional(),
    ifLate: z.enum(consequences).optional(),
    effortMinutes: z.int().min(0).max(10_000).optional(),
    classCodeId: id('class-code').nullable().optional(),
    confidentiality: confidentiality().nullable().optional(),
    proposesDiscard: flag().optional(),
  }),
  output: versioned,
  emits: [ruleChanged],
  refusals: [refusals.classCodeUnknown, refusals.ownerUnknown],
  kinds: ['intake-rule'],
  subject: 'id',
  undoable: true,
  example: { id: exampleId, daysBeforeDue: 5 },
})

export const filingCommands = [fileUnder, fileBack, placePaper, setUpPlan, createClassCode, changeClassCode, changeRule]

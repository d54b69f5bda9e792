/** Kinds of paper that an office makes for itself, and that are known again by the papers confirmed as such. */
import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { count, expectedVersion, flag, id, longText, slice, text, z } from '../../../kernel/schema.ts'
import { refusals } from './refusals.ts'
import { classRef, documentKind, fieldNames } from './words.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'

export const ownKindRefusals = {
  /** data: `name`. */
  taken: refusal('own-kind-taken', 409),
  unknown: refusal('own-kind-not-found', 404),
} as const

const told = z.strictObject({ ownKindId: id('own-kind'), name: z.string() })
export const ownKindCreated = event('documents.own-kind-created', told)
export const ownKindChanged = event('documents.own-kind-changed', told)

const facts = {
  name: text(60),
  classCodeId: id('class-code').nullable().optional(),
  makesTask: flag().optional(),
  title: text(200, { folded: true }).nullable().optional(),
  ownerId: id('principal', { control: 'person', folded: true }).nullable().optional(),
  daysAfterArrival: z.int().min(0).max(400).meta({ folded: true }).nullable().optional(),
  wants: z.array(z.enum(fieldNames)).max(10).meta({ control: 'choice', folded: true }).optional(),
}

export const createOwnKind = command({
  name: 'documents.create-own-kind',
  summary: 'Makes a kind of paper of the office’s own: its class, its task, the fields it must have.',
  permission: 'documents.change-plan',
  input: z.strictObject({ ...facts, kind: documentKind().default('other') }),
  output: z.strictObject({ id: id('own-kind') }),
  emits: [ownKindCreated],
  refusals: [ownKindRefusals.taken, refusals.classCodeUnknown, refusals.ownerUnknown],
  example: { name: 'Inspection report', kind: 'report', wants: ['issuedOn'] },
})

export const changeOwnKind = command({
  name: 'documents.change-own-kind',
  summary: 'Changes a kind of the office’s own, or takes it out of use; papers confirmed as such stay what they are.',
  permission: 'documents.change-plan',
  input: z.strictObject({
    id: id('own-kind', { hidden: true }),
    expectedVersion: expectedVersion(),
    ...facts,
    name: facts.name.optional(),
    retired: flag().optional(),
  }),
  output: z.strictObject({ version: z.int() }),
  emits: [ownKindChanged],
  refusals: [ownKindRefusals.taken, refusals.classCodeUnknown, refusals.ownerUnknown],
  kinds: ['own-kind'],
  subject: 'id',
  undoable: true,
  example: { id: exampleId, name: 'Inspection reports' },
})

export const listOwnKinds = query({
  name: 'documents.list-own-kinds',
  summary: 'The kinds of paper of the office’s own, with how many papers each is known by.',
  permission: 'documents.list-documents',
  input: z.strictObject({ text: text(200).optional(), retired: flag().default(false), ...slice }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id('own-kind'),
        title: z.string(),
        version: z.int(),
        name: z.string(),
        kind: documentKind(),
        classCode: classRef().nullable(),
        makesTask: flag(),
        taskTitle: z.string().nullable(),
        ownerId: id().nullable(),
        daysAfterArrival: z.int().nullable(),
        wants: z.array(z.enum(fieldNames)),
        retired: flag(),
        /** Confirmed as such, of those that whoever asks may see. */
        examples: count(),
        /** Enough of them to know others by. */
        learnt: flag(),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['own-kind', 'document'],
  example: {},
})

/** What a reading job asks. */
export const ownKindOf = query({
  name: 'documents.own-kind-of',
  summary: 'Which kind of the office’s own a text looks like; null where it is not sure.',
  permission: 'documents.take-in',
  input: z.strictObject({ text: longText(20_000) }),
  output: z.strictObject({ found: z.strictObject({ id: id('own-kind'), kind: documentKind() }).nullable() }),
  tool: false,
  example: { text: 'Slutbesiktning av entreprenaden' },
})

export const ownKindCommands = [createOwnKind, changeOwnKind]
export const ownKindQueries = [listOwnKinds, ownKindOf]
export const ownKindEvents = [ownKindCreated, ownKindChanged]

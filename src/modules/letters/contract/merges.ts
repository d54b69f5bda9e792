/** Mail merge: one template to many, each row by itself. */
import { command, event, job, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import {
  choice,
  count,
  day,
  expectedVersion,
  fileId,
  flag,
  id,
  longText,
  slice,
  text,
  z,
} from '../../../kernel/schema.ts'
import { answer, can, changed, example, exampleOther, head, language, list, named, pages } from './shapes.ts'
import { officeFileUnknown, templateRetired } from './refusals.ts'

export const mergeStates = ['preparing', 'running', 'stopped', 'done'] as const
export type MergeState = (typeof mergeStates)[number]
export const mergeWays = ['print', 'mail'] as const
export const rowStates = ['waiting', 'sending', 'done', 'failed', 'unsure'] as const
export type RowState = (typeof rowStates)[number]
/** Why a row did not become a letter; `fields` names the fields after a colon. */
export const rowReasons = ['address', 'email', 'fields', 'file', 'not-taken', 'unheard'] as const
/** What a column may be, besides what the template asks for (`ask.…`). */
export const targets = ['name', 'street', 'postcode', 'city', 'country', 'address', 'email', 'language'] as const
export const printedAs = ['pdf', 'docx', 'zip'] as const
/** Rows of one merge at most. */
export const mostRows = 5000

export const mergeNotSoFar = refusal('merge-not-so-far', 409)
/** Neither a template nor a Word file, or both. */
export const mergeOfWhat = refusal('merge-of-what', 422)
export const mergeEmpty = refusal('merge-empty', 422)
/** data: `count`, the most. */
export const mergeTooLong = refusal('merge-too-long', 422)
export const mergeColumnUnknown = refusal('merge-column-unknown', 422)
export const mergeNothingLeft = refusal('merge-nothing-left', 409)

const about = z.strictObject({ id: z.uuid(), title: z.string() })
export const mergeCreated = event('letters.merge-created', about.extend({ count: count() }))
export const mergeChanged = event('letters.merge-changed', about)
export const mergeStarted = event('letters.merge-started', about)
export const mergeStopped = event('letters.merge-stopped', about)
/** Letters of a merge came out, or could not. */
export const mergeWent = event('letters.merge-went', about.extend({ done: count(), failed: count() }))
export const mergeEnded = event('letters.merge-ended', about.extend({ done: count(), failed: count() }))

export const runMergeJob = job('letters.run-merge', z.strictObject({ id: id('letter-merge'), run: z.int() }), 'system')

const mapped = z.strictObject({ target: text(80), column: z.int().min(0).max(59) })
const facts = {
  language: language().nullable().optional(),
  datedOn: day().optional(),
  signerName: z.string().trim().max(120).meta({ control: 'text' }).optional(),
  signerRole: z.string().trim().max(120).meta({ control: 'text' }).optional(),
  /** What is the same for all of them. */
  answers: z.array(answer).max(60).optional().meta({ hidden: true }),
}
const one = { id: id('letter-merge', { hidden: true }), expectedVersion: expectedVersion() }
const acts = { permission: 'letters.merge-letters', kinds: ['letter-merge'], subject: 'id' } as const

export const createMerge = command({
  name: 'letters.create-merge',
  summary:
    'Prepares a letter to many, from a template or a Word file: to people of the directory, or to the rows of a pasted table whose columns are guessed.',
  permission: 'letters.merge-letters',
  input: z.strictObject({
    title: text(200),
    templateId: id('letter-template').optional(),
    /** A Word file that was looked through, where it is written in one of its own. */
    fileId: fileId().optional(),
    partyIds: z.array(id('person')).max(mostRows).optional().meta({ hidden: true }),
    table: longText(2_000_000).optional(),
    ...facts,
  }),
  output: changed.extend({ rows: count() }),
  emits: [mergeCreated],
  refusals: [templateRetired, mergeOfWhat, officeFileUnknown, mergeEmpty, mergeTooLong],
  kinds: ['letter-merge'],
  example: { title: 'Invitation to the open house', templateId: exampleOther, table: 'Name;Street\nEva;Gatan 1' },
})

export const changeMerge = command({
  name: 'letters.change-merge',
  summary: 'Says which column is what, in which language, and what is the same in all letters.',
  input: z.strictObject({ ...one, mapping: z.array(mapped).max(80).optional().meta({ hidden: true }), ...facts }),
  output: changed,
  emits: [mergeChanged],
  refusals: [mergeNotSoFar, mergeColumnUnknown],
  ...acts,
  example: { id: example, signerName: 'Elin Bergqvist' },
})

export const startMerge = command({
  name: 'letters.start-merge',
  summary:
    'Draws all letters into one PDF to print, or mails each by itself; a row that cannot be done stops only itself.',
  input: z.strictObject({ ...one, how: choice(mergeWays) }),
  output: changed,
  emits: [mergeStarted],
  refusals: [mergeNotSoFar, mergeNothingLeft],
  jobs: [runMergeJob],
  ...acts,
  tool: false,
  example: { id: example, how: 'print' },
})

export const stopMerge = command({
  name: 'letters.stop-merge',
  summary: 'Stops a merge that is under way; what has gone out has gone out, and starting again goes on with the rest.',
  input: z.strictObject(one),
  output: changed,
  emits: [mergeStopped],
  refusals: [mergeNotSoFar],
  ...acts,
  example: { id: example },
})

/** Inner steps of a merge that was started. */
const inner = { permission: 'letters.merge-letters', door: 'none', tool: false, subject: 'id' } as const
export const noteMergeRows = command({
  name: 'letters.note-merge-rows',
  summary: 'Notes what came of rows of a merge.',
  ...inner,
  input: z.strictObject({
    id: id('letter-merge'),
    run: z.int(),
    rows: z
      .array(z.strictObject({ position: z.int().min(1), state: choice(rowStates), reason: text(300).optional() }))
      .max(500),
  }),
  output: z.strictObject({ goesOn: flag() }),
  emits: [mergeWent],
  example: { id: example, run: 1, rows: [{ position: 1, state: 'done' }] },
})

export const noteMergeDone = command({
  name: 'letters.note-merge-done',
  summary: 'Notes that a merge is through, and where its PDF lies.',
  ...inner,
  input: z.strictObject({
    id: id('letter-merge'),
    run: z.int(),
    fileId: fileId().optional(),
    /** The papers it was filed as: one, or one for each part. */
    documentIds: z.array(id('document')).max(200).optional(),
  }),
  output: z.strictObject({}),
  emits: [mergeEnded],
  example: { id: example, run: 1 },
})

const counts = z.record(z.string(), count())
const mergeLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(mergeStates),
  how: choice(mergeWays).nullable(),
  template: named.nullable(),
  rows: count(),
  done: count(),
  failed: count(),
})

export const listMerges = query({
  name: 'letters.list-merges',
  summary: 'Letters to many, the newest first.',
  permission: 'letters.list-letters',
  input: z.strictObject({ text: text(200).optional(), ...slice }),
  output: list(mergeLine),
  kinds: ['letter-merge'],
  example: {},
})

export const getMerge = query({
  name: 'letters.get-merge',
  summary: 'One letter to many: which column is what, how far it has come, what it gave.',
  permission: 'letters.list-letters',
  input: z.strictObject({ id: id('letter-merge') }),
  output: z.strictObject({
    record: head(mergeStates),
    ...mergeLine.omit({ id: true, version: true, title: true, state: true }).shape,
    /** How many rows are how. */
    counts,
    columns: z.array(z.string()),
    mapping: z.array(mapped),
    /** What a column may be: those of the address, then what the template asks for. */
    targets: z.array(z.string()),
    language: language().nullable(),
    datedOn: day(),
    signerName: z.string(),
    signerRole: z.string(),
    answers: z.array(answer),
    /** The Word file that it is written in, where it has one of its own. */
    wordFile: z.string().nullable(),
    /** Whether letters of it are Word files. */
    isOffice: flag(),
    /** Whether PDFs can be made of them. */
    drawsPdf: flag(),
    hasFile: flag(),
    /** What was drawn last: a PDF, a Word file, or several of them packed together. */
    printed: choice(printedAs).nullable(),
    document: named.nullable(),
    can,
  }),
  kinds: ['letter-merge'],
  example: { id: example },
})

export const listMergeRows = query({
  name: 'letters.list-merge-rows',
  summary: 'Rows of a letter to many, and what came of each.',
  permission: 'letters.list-letters',
  input: z.strictObject({ id: id('letter-merge'), state: choice(rowStates).optional(), ...slice }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      position: count(),
      name: z.string(),
      party: named.nullable(),
      state: choice(rowStates),
      reason: z.string().nullable(),
    }),
  ),
  kinds: ['letter-merge'],
  example: { id: example },
})

export const previewMergeRow = query({
  name: 'letters.preview-merge-row',
  summary: 'One letter of a merge as it is printed, and what is missing in its row.',
  permission: 'letters.list-letters',
  input: z.strictObject({ id: id('letter-merge'), position: z.int().min(1) }),
  output: z.strictObject({
    pages,
    language: language(),
    email: z.string(),
    problem: z.string().nullable(),
    /** Its pages are the words of a Word file; how they look stands in the file. */
    isFile: flag(),
  }),
  tool: false,
  kinds: ['letter-merge'],
  example: { id: example, position: 1 },
})

/** Rows laid out, for the job alone. */
export const mergeWork = query({
  name: 'letters.merge-work',
  summary: 'Rows of a merge as they are drawn and mailed.',
  permission: 'letters.list-letters',
  input: z.strictObject({
    id: id('letter-merge'),
    run: z.int(),
    after: z.int().min(0),
    limit: z.int().min(1).max(100),
  }),
  output: z.strictObject({
    goesOn: flag(),
    how: choice(mergeWays),
    title: z.string(),
    class: z.int(),
    office: z.string(),
    on: day(),
    total: count(),
    /** Whether letters of it are Word files. */
    isOffice: flag(),
    rows: z.array(
      z.strictObject({
        position: count(),
        state: choice(rowStates),
        name: z.string(),
        email: z.string(),
        language: language(),
        subject: z.string(),
        signer: z.string(),
        problem: z.string().nullable(),
        pages,
        file: z
          .strictObject({
            digest: z.string(),
            sizeBytes: count(),
            values: z.array(z.strictObject({ name: z.string(), value: z.string().nullable() })),
          })
          .nullable(),
      }),
    ),
  }),
  tool: false,
  kinds: ['letter-merge'],
  example: { id: example, run: 1, after: 0, limit: 10 },
})

export const mergeCommands = [createMerge, changeMerge, startMerge, stopMerge, noteMergeRows, noteMergeDone]
export const mergeQueries = [listMerges, getMerge, listMergeRows, previewMergeRow, mergeWork]
export const mergeEvents = [mergeCreated, mergeChanged, mergeStarted, mergeStopped, mergeWent, mergeEnded]

/** Pages of a paper: turned, left out, put in order; papers split and joined; separator sheets and archive numbers. */
import { command, event, job, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, count, expectedVersion, fileId, flag, id, slice, text, z } from '../../../kernel/schema.ts'
import { documentArrived } from './events.ts'
import { readJob } from './intake-commands.ts'
import { refusals } from './refusals.ts'
import { classRef, documentState } from './words.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'
const theDocument = { documentId: id('document'), name: z.string() }

export const pageRefusals = {
  /** It has no pages of its own (a mail, a text), or more than can be laid out; data: `name`, `limit`. */
  noPages: refusal('document-without-pages', 422),
  /** A page was named that it does not have, or twice, or none at all; data: `name`. */
  pagesUnfit: refusal('pages-unfit', 422),

  /** One of the papers that came of it was dealt with already; data: `name`. */
  partConfirmed: refusal('part-dealt-with', 409),
  notReplaced: refusal('document-not-replaced', 409),
  /** data: `number`. */
  numberTaken: refusal('archive-number-taken', 409),
  matterUnknown: refusal('separator-matter-unknown', 404),
  /** Another reading or cutting was asked for since. */
  cuttingOutdated: refusal('cutting-outdated', 409),
} as const

export const pagesChanged = event(
  'documents.pages-changed',
  z.strictObject({ ...theDocument, kept: count(), left: count() }),
)
export const documentSplit = event(
  'documents.document-split',
  z.strictObject({ ...theDocument, parts: count(), by: z.enum(['person', 'separator']) }),
)
/** One paper that came of splitting or joining; a separator may have said to which matter it belongs. */
export const partMade = event(
  'documents.part-made',
  z.strictObject({ ...theDocument, ofName: z.string(), matterId: id().nullable() }),
)
export const documentsJoined = event('documents.documents-joined', z.strictObject({ count: count() }))
export const documentsPutBack = event(
  'documents.documents-put-back',
  z.strictObject({ count: count(), ids: z.array(id()) }),
)
export const cuttingAsked = event('documents.cutting-asked', z.strictObject({ count: count() }))
export const archiveNumberSet = event(
  'documents.archive-number-set',
  z.strictObject({ ...theDocument, number: z.string().nullable() }),
)
export const labelsMade = event(
  'documents.labels-made',
  z.strictObject({ count: count(), first: z.string(), last: z.string() }),
)
export const separatorMade = event('documents.separator-made', z.strictObject({ name: z.string().nullable() }))

/** Makes the files of a split or a join that was asked for; may be killed and run again. */
export const cutJob = job(
  'documents.cut',
  z.strictObject({ ids: z.array(id('document')), cutId: id(), before: z.array(z.int()) }),
  'system',
)

const turned = () => z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])

export const changePages = command({
  name: 'documents.change-pages',
  summary: 'Says which pages of a document are shown, in which order and turned how; the original stays as it came.',
  input: z.strictObject({
    id: id('document'),
    /** Pages as the file numbers them, in the order wanted; those not named are left out. */
    pages: z
      .array(z.strictObject({ page: z.int().min(1), turned: turned().default(0) }))
      .min(1)
      .max(300)
      .meta({ hidden: true }),
    expectedVersion: expectedVersion(),
  }),
  output: z.strictObject({ version: z.int() }),
  emits: [pagesChanged],
  jobs: [readJob],
  refusals: [refusals.stateUnfit, pageRefusals.noPages, pageRefusals.pagesUnfit],
  kinds: ['document'],
  subject: 'id',
  undoable: true,
  example: { id: exampleId, pages: [{ page: 2, turned: 90 }, { page: 1 }] },
})

export const split = command({
  name: 'documents.split',
  summary: 'Splits a document into several between its pages; each is read as a document of its own.',
  permission: 'documents.change-pages',
  input: z.strictObject({
    id: id('document'),
    /** Pages, as they are shown, that begin a new document. */
    before: z.array(z.int().min(2)).min(1).max(300).meta({ hidden: true }),
    expectedVersion: expectedVersion(),
  }),
  output: z.strictObject({ version: z.int(), parts: count() }),
  emits: [cuttingAsked],
  jobs: [cutJob],
  refusals: [refusals.stateUnfit, pageRefusals.noPages, pageRefusals.pagesUnfit],
  kinds: ['document'],
  subject: 'id',
  undoable: true,
  example: { id: exampleId, before: [2] },
})

export const joinDocuments = command({
  name: 'documents.join',
  summary: 'Joins several documents into one, in the order given.',
  permission: 'documents.change-pages',
  input: z.strictObject({ ids: z.array(id('document')).min(2).max(100).meta({ hidden: true }) }),
  output: z.strictObject({ count: count() }),
  emits: [cuttingAsked],
  jobs: [cutJob],
  refusals: [refusals.stateUnfit, pageRefusals.noPages, pageRefusals.pagesUnfit],
  kinds: ['document'],
  undoable: true,
  example: { ids: [exampleId, '019aa000-0000-7000-8000-000000000002'] },
})

/** Kontor's own step: the files are made, the papers follow. */
export const recordParts = command({
  name: 'documents.record-parts',
  summary: 'Keeps the papers that came of splitting or joining; what they came of is replaced by them.',
  permission: 'documents.take-in',
  door: 'none',
  input: z.strictObject({
    olds: z
      .array(z.strictObject({ id: id('document'), pages: z.array(z.int().min(1)).max(2000) }))
      .min(1)
      .max(100),
    /** The reading or cutting that is awaited of each. */
    cutId: id(),
    by: z.enum(['person', 'separator']),
    parts: z
      .array(
        z.strictObject({
          fileId: fileId(),
          name: text(300),
          /** Pages of the one paper that is split; of a whole, all of all. */
          pages: z.array(z.int().min(1)).max(2000),
          classCodeId: id().nullable(),
          matterId: id().nullable(),
        }),
      )
      .min(1)
      .max(500),
  }),
  output: z.strictObject({ ids: z.array(id('document')) }),
  emits: [documentArrived, partMade, documentSplit, documentsJoined],
  jobs: [readJob],
  refusals: [pageRefusals.cuttingOutdated, refusals.fileUnknown],
  kinds: ['document'],
  tool: false,
  example: {
    olds: [{ id: exampleId, pages: [1] }],
    cutId: exampleId,
    by: 'person',
    parts: [{ fileId: exampleId, name: 'scan 1.pdf', pages: [1], classCodeId: null, matterId: null }],
  },
})

export const putBack = command({
  name: 'documents.put-back',
  summary: 'Takes a split or a join back: what was replaced stands again, and what came of it is replaced.',
  permission: 'documents.change-pages',
  input: z.strictObject({ ids: z.array(id('document')).min(1).max(100).meta({ hidden: true }) }),
  output: z.strictObject({ count: count() }),
  emits: [documentsPutBack],
  jobs: [readJob],
  refusals: [pageRefusals.notReplaced, pageRefusals.partConfirmed],
  kinds: ['document'],
  example: { ids: [exampleId] },
})

export const setArchiveNumber = command({
  name: 'documents.set-archive-number',
  summary: 'Says which archive number stands on the label of a paper; null takes it off.',
  permission: 'documents.file-under',
  input: z.strictObject({
    id: id('document'),
    number: z.int().min(1).max(9_999_999).nullable(),
    expectedVersion: expectedVersion(),
  }),
  output: z.strictObject({ version: z.int() }),
  emits: [archiveNumberSet],
  refusals: [pageRefusals.numberTaken],
  kinds: ['document'],
  subject: 'id',
  undoable: true,
  example: { id: exampleId, number: 412 },
})

export const labelFormats = ['L4731', 'L4732', 'L7651', 'L7160'] as const
export type LabelFormat = (typeof labelFormats)[number]

export const makeLabels = command({
  name: 'documents.make-labels',
  summary: 'Reserves the next archive numbers, without gaps, for labels to be printed.',
  permission: 'documents.file-under',
  input: z.strictObject({
    format: choice(labelFormats).default('L4731'),
    labels: z.int().min(1).max(2000).default(189),
  }),
  output: z.strictObject({ id: id(), first: z.int(), last: z.int() }),
  emits: [labelsMade],
  example: { format: 'L4731', labels: 189 },
})

export const makeSeparator = command({
  name: 'documents.make-separator',
  summary:
    'Makes a separator sheet: plain, or one behind which papers go under a class of the file plan or into a matter.',
  permission: 'documents.file-under',
  input: z.strictObject({
    classCodeId: id('class-code').optional(),
    matterId: id('matter').optional(),
  }),
  /** The token is the sheet's own id: the sheet is printed by it. */
  output: z.strictObject({ token: z.string() }),
  emits: [separatorMade],
  refusals: [refusals.classCodeUnknown, pageRefusals.matterUnknown],
  kinds: ['class-code'],
  example: {},
})

export const listSeparators = query({
  name: 'documents.list-separators',
  summary: 'Separator sheets of the office: what papers behind each are filed under.',
  permission: 'documents.list-documents',
  input: z.strictObject({ ...slice }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.string(),
        classCode: classRef().nullable(),
        matter: z.strictObject({ id: id(), title: z.string() }).nullable(),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['class-code'],
  example: {},
})

export const listLabelRuns = query({
  name: 'documents.list-label-runs',
  summary: 'Sheets of archive labels that were made, and how many of each stand on papers.',
  permission: 'documents.list-documents',
  input: z.strictObject({ ...slice }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id(),
        first: z.int(),
        last: z.int(),
        format: z.enum(labelFormats),
        used: count(),
        madeAt: z.string(),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  example: {},
})

/** For the jobs that cut and read, and for printing. */
export const listPages = query({
  name: 'documents.list-pages',
  summary: 'The pages of a document as its file numbers them: shown, left out, turned, and what replaced it.',
  permission: 'documents.get-document',
  input: z.strictObject({ id: id('document') }),
  output: z.strictObject({
    record: z.strictObject({
      id: id(),
      kind: z.literal('document'),
      title: z.string(),
      class: z.int(),
      version: z.int(),
      state: documentState(),
    }),
    name: z.string(),
    pages: z.array(
      z.strictObject({
        /** In the file. */
        page: z.int(),
        /** As shown, from 1; null where it is left out. */
        number: z.int().nullable(),
        turned: z.int(),
        width: z.number(),
        height: z.number(),
        blank: flag(),
      }),
    ),
    can: z.array(z.strictObject({ command: z.string() })),
  }),
  kinds: ['document'],
  tool: false,
  example: { id: exampleId },
})

/** For the jobs alone: where the bytes lie that are to be cut, and the office's own marks. */
export const cuttable = query({
  name: 'documents.cuttable',
  summary: 'What a cutting job needs to know of papers, and whether it is still awaited.',
  permission: 'documents.take-in',
  input: z.strictObject({ ids: z.array(id('document')).min(1).max(100), cutId: id() }),
  output: z.strictObject({
    awaited: flag(),
    papers: z.array(
      z.strictObject({
        id: id(),
        name: z.string(),
        digest: z.string(),
        mediaKind: z.enum(['pdf', 'image']),
        pages: z.array(z.strictObject({ page: z.int(), turned: z.int() })),
      }),
    ),
  }),
  tool: false,
  example: { ids: [exampleId], cutId: exampleId },
})

export const officeMarks = query({
  name: 'documents.office-marks',
  summary: 'The codes that this office prints on its own papers.',
  permission: 'documents.take-in',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        token: z.string(),
        kind: z.enum(['separator', 'label']),
        classCodeId: id().nullable(),
        matterId: id().nullable(),
      }),
    ),
    /** The highest archive number that was ever printed. */
    lastLabel: count(),
  }),
  tool: false,
  example: {},
})

export const pageCommands = [
  changePages,
  split,
  joinDocuments,
  recordParts,
  putBack,
  setArchiveNumber,
  makeLabels,
  makeSeparator,
]
export const pageQueries = [listSeparators, listLabelRuns, listPages, cuttable, officeMarks]
export const pageEvents = [
  pagesChanged,
  documentSplit,
  partMade,
  documentsJoined,
  documentsPutBack,
  cuttingAsked,
  archiveNumberSet,
  labelsMade,
  separatorMade,
]

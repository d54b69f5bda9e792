import { canSchema } from '../../../kernel/can.ts'
import { query } from '../../../kernel/declare.ts'
import { count, day, flag, id, money, slice, text, z } from '../../../kernel/schema.ts'
import { retentionEnds } from './keeping.ts'
import { writingPrograms } from './openings.ts'
import { learntFrom, lessonAbouts } from './learning.ts'
import {
  box,
  classRef,
  confirmChoices,
  consequences,
  documentKind,
  documentRow,
  documentState,
  duplicateSigns,
  fieldName,
  mediaKinds,
  newSender,
  partyRef,
  retentionStarts,
  taskEdit,
  urgencies,
} from './words.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'
const finding = z.strictObject({ name: z.string(), data: z.record(z.string(), z.unknown()).optional() })

/** What documents are found by. */
export const documentFilters = {
  text: text(400).optional(),
  kind: z.array(documentKind()).max(20).optional(),
  ownKindId: id('own-kind').optional(),
  state: z.array(documentState()).max(10).optional(),
  senderId: id('organisation').optional(),
  classCodeId: id('class-code').optional(),
  parentId: id('document').optional(),
  receivedFrom: day().optional(),
  receivedTo: day().optional(),
  issuedFrom: day().optional(),
  issuedTo: day().optional(),
  dueTo: day().optional(),
  totalFrom: money().optional(),
  totalTo: money().optional(),
  duplicates: flag().optional(),
  /** Those that lie under no class of the file plan. */
  unfiled: flag().optional(),
  /** Contracts, permits and certificates by the day on which they end. */
  endsFrom: day().optional(),
  endsTo: day().optional(),
}

export const listDocuments = query({
  name: 'documents.list-documents',
  summary: 'Documents one may see, found by words, kind, sender, state, class, days and amounts.',
  input: z.strictObject({
    ...documentFilters,
    sort: z.enum(['received', 'issued', 'due', 'ends', 'total', 'title', 'relevance']).default('received'),
    order: z.enum(['ascending', 'descending']).default('descending'),
    ...slice,
  }),
  output: z.strictObject({ rows: z.array(documentRow()), total: count(), next: z.string().nullable() }),
  kinds: ['document'],
  example: { text: 'plotterpapper', kind: ['bill'] },
})

export const getDocument = query({
  name: 'documents.get-document',
  summary: 'One document: what was read and how sure it is, its pages, what it is linked with, what can be done.',
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
    row: documentRow(),
    /** The kind of the office's own that it is, or, before it is confirmed, looks like. */
    ownKind: z.strictObject({ id: id(), name: z.string() }).nullable(),
    addressee: z.string().nullable(),
    periodFrom: day().nullable(),
    periodTo: day().nullable(),
    validUntil: day().nullable(),
    net: money().nullable(),
    vat: money().nullable(),
    iban: z.string().nullable(),
    account: z.string().nullable(),
    reference: z.string().nullable(),
    orderNumber: z.string().nullable(),
    language: z.string().nullable(),
    arrivedFrom: z.string().nullable(),
    sizeBytes: count(),
    mediaType: z.string(),
    /** The original is locked; an unlocked copy is kept beside it. */
    unlocked: flag(),
    /** The office program that writes such files; null: none does. */
    program: z.enum(writingPrograms).nullable(),
    keepUntil: day().nullable(),
    paperPlace: z.string().nullable(),
    /** As it is printed on the label, `A000412`. */
    archiveNumber: z.string().nullable(),
    mayShred: flag(),
    setAsideUntil: day().nullable(),
    confirmedAt: z.string().nullable(),
    fields: z.array(
      z.strictObject({
        name: fieldName(),
        value: z.string(),
        page: z.int().nullable(),
        box: box().nullable(),
        confidence: z.number(),
        sure: flag(),
        reasons: z.array(z.string()),
        alternatives: z.array(
          z.strictObject({
            value: z.string(),
            confidence: z.number(),
            page: z.int().nullable(),
            box: box().nullable(),
          }),
        ),
        /** What a machine had read before a person corrected it; null where nobody has. */
        correctedFrom: z.string().nullable(),
        /** Read by what an earlier correction taught; null where it was not. */
        learnt: learntFrom().nullable(),
      }),
    ),
    /** Fields of its kind in the order in which they are confirmed; the needed ones first. */
    asked: z.array(z.strictObject({ name: fieldName(), needed: flag() })),
    pages: z.array(
      z.strictObject({
        number: z.int(),
        width: z.number(),
        height: z.number(),
        turn: z.int(),
        skew: z.number(),
        source: z.enum(['text-layer', 'ocr', 'flow']),
      }),
    ),
    /** Pages of the file that are not shown: blank backs among them. */
    pagesLeft: z.strictObject({ blank: count(), other: count() }),
    /** What it was split from or joined of; and what it was split into or joined to. */
    cameOf: z.array(z.strictObject({ id: id(), title: z.string() })),
    wentInto: z.array(z.strictObject({ id: id(), title: z.string() })),
    /** Begins of its text, for what has no pages to show. */
    text: z.string(),
    readError: finding.nullable(),
    warnings: z.array(finding),
    duplicate: z.strictObject({ id: id(), title: z.string(), by: z.enum(duplicateSigns) }).nullable(),
    parent: z.strictObject({ id: id(), title: z.string() }).nullable(),
    children: z.array(z.strictObject({ id: id(), title: z.string(), state: documentState(), kind: documentKind() })),
    can: z.array(canSchema),
  }),
  kinds: ['document'],
  example: { id: exampleId },
})

export const stack = query({
  name: 'documents.stack',
  summary: 'The pile to confirm, the oldest first, with how many of it are sure and how many doubtful.',
  input: z.strictObject({ state: documentState().default('to-confirm'), ...slice }),
  output: z.strictObject({
    rows: z.array(documentRow()),
    total: count(),
    sure: count(),
    doubtful: count(),
    next: z.string().nullable(),
  }),
  kinds: ['document'],
  example: {},
})

/** What confirming will do; the same function decides it when it is done. */
export const consequence = z.strictObject({
  kind: documentKind(),
  ownKind: z.strictObject({ id: id(), name: z.string() }).nullable(),
  task: z
    .strictObject({
      ...taskEdit().shape,
      urgency: z.enum(urgencies),
      ifLate: z.enum(consequences),
      ownerId: id().nullable(),
      role: z.string().nullable(),
      dueOn: day().nullable(),
      effortMinutes: z.int().nullable(),
    })
    .nullable(),
  classCode: classRef().nullable(),
  confidentiality: z.int(),
  /** The day until which it is kept; null with `keptForGood` false: not filed, so nothing is said. */
  keepUntil: day().nullable(),
  keptForGood: flag(),
  sender: partyRef().nullable(),
  newSender: newSender().nullable(),
  /** It need not be kept at all. */
  discardProposed: flag(),
  /** Accounts that its known sender was never paid to; confirming them takes `acceptAccount`. */
  changedAccounts: z.array(z.strictObject({ field: fieldName(), read: z.string(), known: z.array(z.string()) })),
  /** What of it follows what a person once chose for this sender. */
  learnt: z.array(learntFrom().extend({ about: z.enum(lessonAbouts) })),
  doubts: z.array(fieldName()),
  missing: z.array(fieldName()),
  /** Fields of the kind it is confirmed as; the needed ones first. */
  asked: z.array(z.strictObject({ name: fieldName(), needed: flag() })),
})

export const previewConfirm = query({
  name: 'documents.preview-confirm',
  summary:
    'What confirming a document will do: its task with owner and due day, where it is filed, how long it is kept.',
  permission: 'documents.get-document',
  input: z.strictObject({ id: id('document'), ...confirmChoices }),
  output: consequence,
  kinds: ['document', 'intake-rule', 'class-code'],
  example: { id: exampleId },
})

export const pageWords = query({
  name: 'documents.page-words',
  summary: 'The words of one page with their places, for marking and copying text on the picture.',
  permission: 'documents.get-document',
  input: z.strictObject({ id: id('document'), page: z.int().min(1) }),
  output: z.strictObject({
    lines: z.array(z.array(z.strictObject({ text: z.string(), box: box(), confidence: z.number() }))),
  }),
  tool: false,
  example: { id: exampleId, page: 1 },
})

export const documentText = query({
  name: 'documents.document-text',
  summary: 'All text of a document, its pages parted by form feeds.',
  permission: 'documents.get-document',
  input: z.strictObject({ id: id('document'), from: z.int().min(0).default(0) }),
  output: z.strictObject({ text: z.string(), length: count(), next: z.int().nullable() }),
  example: { id: exampleId },
})

/** Where the bytes of a document lie in the file store; the streams of the interface start from it. */
export const original = query({
  name: 'documents.original',
  summary: 'The stored original of a document: its digest, name, media type and size.',
  permission: 'documents.get-document',
  input: z.strictObject({ id: id('document') }),
  output: z.strictObject({
    digest: z.string(),
    /** Where the bytes lie that open without a password: an unlocked copy where the original is locked. */
    openDigest: z.string(),
    name: z.string(),
    mediaType: z.string(),
    mediaKind: z.enum(mediaKinds).nullable(),
    sizeBytes: count(),
    class: z.int(),
    pageCount: z.int().nullable(),
    pages: z.array(
      z.strictObject({
        number: z.int(),
        /** Its page in the file. */
        origin: z.int(),
        turn: z.int(),
        skew: z.number(),
      }),
    ),
    /** Pages of the file that are not shown. */
    left: z.array(z.strictObject({ origin: z.int(), turn: z.int(), skew: z.number() })),
  }),
  tool: false,
  example: { id: exampleId },
})

export const counts = query({
  name: 'documents.counts',
  summary: 'How many documents wait: to be read, to be confirmed, for help, set aside.',
  permission: 'documents.list-documents',
  input: z.strictObject({}),
  output: z.strictObject({
    /** What waits for a person: to be confirmed, or for help. */
    total: count(),
    arrived: count(),
    toConfirm: count(),
    sure: count(),
    needsHelp: count(),
    setAside: count(),
    duplicates: count(),
  }),
  kinds: ['document'],
  example: {},
})

export const listClasses = query({
  name: 'documents.list-classes',
  summary: 'The file plan: its classes, how long each is kept, how many documents lie there.',
  permission: 'documents.list-documents',
  input: z.strictObject({
    text: text(100).optional(),
    retired: flag().default(false),
    /** Pickers ask for a few; without it the whole plan comes. */
    limit: slice.limit.unwrap().optional(),
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id(),
        version: z.int(),
        title: z.string(),
        code: z.string(),
        name: z.string(),
        retentionYears: z.int().nullable(),
        retentionFrom: z.enum(retentionStarts),
        retentionBasis: z.string().nullable(),
        retentionThen: z.enum(retentionEnds),
        confidentiality: z.int(),
        retired: flag(),
        documents: count(),
      }),
    ),
    total: count(),
    next: z.null(),
  }),
  kinds: ['class-code', 'document'],
  example: {},
})

export const listRules = query({
  name: 'documents.list-rules',
  summary: 'What confirming each kind of document does.',
  permission: 'documents.list-documents',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id(),
        version: z.int(),
        kind: documentKind(),
        makesTask: flag(),
        title: z.string(),
        ownTitle: z.string().nullable(),
        ownerId: id().nullable(),
        role: z.string().nullable(),
        daysBeforeDue: z.int().nullable(),
        daysAfterArrival: z.int().nullable(),
        urgency: z.enum(urgencies),
        ifLate: z.enum(consequences),
        effortMinutes: z.int(),
        classCode: classRef().nullable(),
        confidentiality: z.int().nullable(),
        proposesDiscard: flag(),
      }),
    ),
    total: count(),
    next: z.null(),
  }),
  kinds: ['intake-rule', 'class-code'],
  example: {},
})

/** For the reading job alone. */
export const readable = query({
  name: 'documents.readable',
  summary: 'What a reading job needs to know of a document, and whether its reading is still awaited.',
  permission: 'documents.take-in',
  input: z.strictObject({ id: id('document'), readingId: id() }),
  output: z.strictObject({
    awaited: flag(),
    /** Of the bytes that open without a password. */
    digest: z.string(),
    name: z.string(),
    country: z.string(),
    language: z.string(),
    today: day(),
    /** Parts that may still be taken out of it. */
    partsLeft: count(),
    /** What a person laid down about its pages; null: as they are found. */
    plan: z
      .strictObject({
        kept: z.array(z.tuple([z.int(), z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)])])),
        left: z.array(z.int()),
      })
      .nullable(),
    /** Separator sheets in it count: it was neither split nor joined before. */
    splits: flag(),
  }),
  tool: false,
  example: { id: exampleId, readingId: exampleId },
})

export const queries = [
  listDocuments,
  getDocument,
  stack,
  previewConfirm,
  pageWords,
  documentText,
  original,
  counts,
  listClasses,
  listRules,
  readable,
]

/** How papers come in and are read. */
import { command, job } from '../../../kernel/declare.ts'
import { confidentiality, expectedVersion, fileId, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import { duplicateSuspected, documentArrived, documentRead, readingAsked } from './events.ts'
import { refusals } from './refusals.ts'
import { readSheet } from './table.ts'
import { arrivals, box, documentKind, documentState, duplicateSigns, fieldName, mediaKinds } from './words.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'

/** Reads a stored original; may be killed and run again at any instant. `readingId`: the reading that is awaited. */
export const readJob = job('documents.read', z.strictObject({ documentId: id('document'), readingId: id() }), 'system')

export const takeIn = command({
  name: 'documents.take-in',
  summary: 'Takes in a stored file as a document: the original is kept as it is, and reading it is queued.',
  input: z.strictObject({
    fileId: fileId(),
    name: text(300),
    arrivedBy: z.enum(arrivals).default('api').meta({ hidden: true }),
    /** Who or what it came from: a mail address, a scanner, a folder. */
    arrivedFrom: text(300, { folded: true }).optional(),
    /** The mail or archive it lay in. */
    parentId: id('document', { hidden: true }).optional(),
    /** A document whose file is taken in once more: at least as confidential as it. */
    copiedFromId: id('document', { hidden: true }).optional(),
    /** The request it was sent for: it is as confidential as that, now and later. */
    requestId: id('file-request', { hidden: true }).optional(),
    /** The conversation or the like that it lay in: it is as confidential as that, now and later. */
    sourceId: id(undefined, { hidden: true }).optional(),
    confidentiality: confidentiality({ folded: true }).optional(),
  }),
  output: z.strictObject({
    id: id('document'),
    /** False when the same part of the same parent was taken in before: that one is given back. */
    created: flag(),
    duplicateOf: id('document').nullable(),
  }),
  emits: [documentArrived],
  jobs: [readJob],
  refusals: [refusals.fileUnknown, refusals.parentUnfit, refusals.nestedTooDeep],
  example: { fileId: exampleId, name: 'faktura-40718.pdf', arrivedBy: 'upload' },
})

const finding = z.strictObject({
  name: z.string().max(100),
  data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

const readField = z.strictObject({
  name: fieldName(),
  value: longText(2000),
  page: z.int().min(1).nullable(),
  box: box().nullable(),
  confidence: z.number().min(0).max(1),
  sure: flag(),
  reasons: z.array(z.string().max(100)).max(20),
  alternatives: z
    .array(
      z.strictObject({
        value: longText(2000),
        confidence: z.number(),
        page: z.int().nullable(),
        box: box().nullable(),
      }),
    )
    .max(10),
  /** The lesson that gave it. */
  lessonId: id('lesson').nullable().optional(),
})

const readPage = z.strictObject({
  number: z.int().min(1),
  width: z.number().min(0),
  height: z.number().min(0),
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  skew: z.number().min(-90).max(90),
  source: z.enum(['text-layer', 'ocr', 'flow']),
  /** Its lines of words as `packLines` writes them, base64. */
  words: z.string().max(4_000_000),
  /** Its page in the file, where pages were left out or stand in another order. */
  origin: z.int().min(1).optional(),
  /** Degrees of `turn` that a person added. */
  turned: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).optional(),
  blank: flag().optional(),
})

/** What a machine read in a file, as the acts that keep it take it. */
export const readingFacts = {
  mediaKind: z.enum(mediaKinds),
  mediaType: z.string().max(200),
  language: z.string().max(10).nullable(),
  pageCount: z.int().min(0),
  pages: z.array(readPage).max(10_000),
  /** Pages parted by form feeds. */
  text: z.string().max(6_000_000),
  /** Of a spreadsheet, or a text that is a table. */
  sheets: z.array(readSheet()).max(30).default([]),
  kind: documentKind(),
  /** The kind of the office's own that it looks like. */
  ownKindId: id('own-kind').nullable().optional(),
  fields: z.array(readField).max(40),
  senderId: id().nullable(),
  /** Hashes that texts alike have in common, see `bandsOf`; decimal strings of signed 64-bit numbers. */
  bands: z.array(z.string().regex(/^-?\d{1,19}$/)).max(64),
  warnings: z.array(finding).max(100),
  error: finding.nullable(),
}

export const recordReading = command({
  name: 'documents.record-reading',
  summary: 'Keeps what a machine read in a document: pages, words, fields, text, and what is wrong with it.',
  // The job reads as whoever took the paper in; `readingId` is known to it alone, so nobody else can say what was read.
  permission: 'documents.take-in',
  door: 'none',
  input: z.strictObject({
    id: id('document'),
    readingId: id(),
    ...readingFacts,
    mailFrom: z.string().max(500).nullable(),
    /** Pages that are there and not shown: blank backs, and what a person left out. */
    left: z
      .array(readPage.omit({ number: true }).extend({ origin: z.int().min(1), text: z.string() }))
      .max(2000)
      .optional(),
    /** Archive numbers on labels of this office. */
    archiveNumbers: z.array(z.int().min(1).max(9_999_999)).max(50).optional(),
  }),
  output: z.strictObject({
    state: documentState(),
    sure: flag(),
    duplicate: z.strictObject({ ofId: id(), by: z.enum(duplicateSigns) }).nullable(),
  }),
  emits: [documentRead, duplicateSuspected],
  refusals: [refusals.readingOutdated],
  subject: 'id',
  tool: false,
  example: {
    id: exampleId,
    readingId: exampleId,
    mediaKind: 'text',
    mediaType: 'text/plain',
    language: 'sv',
    pageCount: 0,
    pages: [],
    text: 'Hej',
    kind: 'letter',
    fields: [],
    senderId: null,
    mailFrom: null,
    bands: [],
    warnings: [],
    error: null,
  },
})

export const readAgain = command({
  name: 'documents.read-again',
  summary: 'Reads a document anew, from its original; corrections made by people are kept.',
  input: z.strictObject({ id: id('document'), expectedVersion: expectedVersion() }),
  output: z.strictObject({ version: z.int() }),
  emits: [readingAsked],
  jobs: [readJob],
  refusals: [refusals.stateUnfit],
  kinds: ['document'],
  subject: 'id',
  example: { id: exampleId },
})

/**
 * Kontor's own step of `POST /api/documents/:id/password`, before whoever gave the password asks for a reading. That door gives
 * `passwordWrong`, `notLocked` and `notUnlocked`.
 */
export const keepUnlocked = command({
  name: 'documents.keep-unlocked',
  summary: 'Keeps an unlocked copy beside a locked original, to be read and shown.',
  permission: 'documents.read-again',
  door: 'none',
  input: z.strictObject({ id: id('document'), fileId: fileId(), expectedVersion: expectedVersion() }),
  output: z.strictObject({ version: z.int() }),
  refusals: [
    refusals.stateUnfit,
    refusals.fileUnknown,
    refusals.passwordWrong,
    refusals.notLocked,
    refusals.notUnlocked,
  ],
  subject: 'id',
  tool: false,
  example: { id: exampleId, fileId: exampleId },
})

export const intakeCommands = [takeIn, recordReading, readAgain, keepUnlocked]

/** The values and shapes that the commands, queries and events of documents share. */
import { confidentiality, day, id, longText, money, text, z } from '../../../kernel/schema.ts'
import { consequences, urgencies } from '../../work/contract.ts'
import { documentKinds, fieldNames } from '../recognition/types.ts'
import { documentStates } from '../states.ts'

export { consequences, documentKinds, fieldNames, urgencies }
export type { DocumentKind, FieldName } from '../recognition/types.ts'

/** By which way a paper came in. */
export const arrivals = ['upload', 'folder', 'mail', 'api', 'cli', 'part', 'scan', 'backlog'] as const
export type Arrival = (typeof arrivals)[number]

export const mediaKinds = [
  'pdf',
  'image',
  'mail',
  'docx',
  'xlsx',
  'odt',
  'ods',
  'ubl',
  'cii',
  'xml',
  'zip',
  'text',
  'html',
  'unknown',
] as const

/** From when a retention period runs: the end of the calendar year, the document's day, the end of its validity. */
export const retentionStarts = ['year-end', 'document-day', 'validity-end'] as const
export type RetentionStart = (typeof retentionStarts)[number]

/** How a duplicate was seen: the same bytes, the same words and key fields, the same number of the same sender, the
 * same archive label. */
export const duplicateSigns = ['bytes', 'content', 'number', 'label'] as const
export type DuplicateSign = (typeof duplicateSigns)[number]

export const documentKind = () => z.enum(documentKinds).meta({ control: 'choice' })
export const fieldName = () => z.enum(fieldNames)
export const documentState = () => z.enum(documentStates)

/** Left, top, width, height as fractions of the upright page. */
export const box = () => z.array(z.number()).length(4)

/** A value a person gives for a field: dates YYYY-MM-DD, amounts decimal strings; null empties it. */
export const fieldEdit = () => z.strictObject({ name: fieldName(), value: longText(2000).nullable() })

export const partyRef = () => z.strictObject({ id: id(), name: z.string() })

/** The task that confirming makes, as a person may edit it before. */
export const taskEdit = () =>
  z.strictObject({
    title: text(300),
    ownerId: id('principal').nullable().optional(),
    role: text(60).nullable().optional(),
    dueOn: day().nullable().optional(),
    effortMinutes: z.int().min(0).max(10_000).nullable().optional(),
    urgency: z.enum(urgencies).optional(),
    ifLate: z.enum(consequences).optional(),
  })

/** Somebody who is not in the directory yet and whom confirming adds there. */
export const newSender = () =>
  z.strictObject({
    name: text(200),
    vatNumber: text(40).nullable().optional(),
    organisationNumber: text(40).nullable().optional(),
    iban: text(40).nullable().optional(),
  })

/** What a person may settle while confirming; what is left out stays as it was read. */
export const confirmChoices = {
  kind: documentKind().optional(),
  /** A kind of the office's own; null for none. Left out: the one that was proposed, unless another kind is said. */
  ownKindId: id('own-kind').nullable().optional(),
  fields: z.array(fieldEdit()).max(40).optional().meta({ hidden: true }),
  /** A party of the directory; null for no party. Left out: the one that was matched. */
  senderId: id('organisation').nullable().optional(),
  /** False keeps an unknown sender out of the directory; an object says under which facts it is added. */
  newSender: z.union([z.literal(false), newSender()]).optional(),
  classCodeId: id('class-code').nullable().optional(),
  confidentiality: confidentiality().optional(),
  /** Null: no task. Left out: the one the rule makes. */
  task: taskEdit().nullable().optional(),
}

export const classRef = () => z.strictObject({ id: id(), code: z.string(), name: z.string() })

/** One line of a list of documents. */
export const documentRow = () =>
  z.strictObject({
    id: id(),
    title: z.string(),
    version: z.int(),
    class: z.int(),
    state: documentState(),
    kind: documentKind(),
    sender: z.strictObject({ id: id().nullable(), name: z.string() }).nullable(),
    number: z.string().nullable(),
    subject: z.string().nullable(),
    issuedOn: day().nullable(),
    dueOn: day().nullable(),
    total: money().nullable(),
    classCode: classRef().nullable(),
    receivedAt: z.string(),
    arrivedBy: z.enum(arrivals),
    name: z.string(),
    mediaKind: z.enum(mediaKinds).nullable(),
    pageCount: z.int().nullable(),
    sure: z.boolean(),
    doubts: z.int(),
    duplicate: z.boolean(),
    parentId: id().nullable(),
    readError: z.string().nullable(),
    /** Words around what was searched for, with the places to mark. */
    snippet: z.strictObject({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) }).nullable(),
  })

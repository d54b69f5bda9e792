import { event } from '../../../kernel/declare.ts'
import { count, id, money, z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'
import { arrivals, documentKind, documentState, duplicateSigns, fieldName, newSender } from './words.ts'

const theDocument = { documentId: id('document'), name: z.string() }

export const documentArrived = event(
  'documents.document-arrived',
  z.strictObject({ ...theDocument, arrivedBy: z.enum(arrivals), duplicateOf: id('document').nullable() }),
)

export const documentRead = event(
  'documents.document-read',
  z.strictObject({ ...theDocument, kind: documentKind(), state: documentState(), sure: z.boolean() }),
)

export const fieldCorrected = event(
  'documents.field-corrected',
  z.strictObject({
    ...theDocument,
    field: fieldName(),
    value: z.string().nullable(),
    before: z.string().nullable(),
    senderId: id().nullable(),
  }),
)

/** What a confirmed paper is known to say; the modules that go on with it (money, people) start from this. */
export const confirmedFacts = () =>
  z.strictObject({
    documentId: id('document'),
    name: z.string(),
    kind: documentKind(),
    senderId: id().nullable(),
    senderName: z.string().nullable(),
    /** Asked of the directory: who sent it is not known there yet. */
    newSender: newSender().nullable(),
    number: z.string().nullable(),
    issuedOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    total: money().nullable(),
    classCodeId: id().nullable(),
  })

export const documentConfirmed = event('documents.document-confirmed', confirmedFacts().extend(workEnvelope))

/** A pile confirmed at once: one event for all of it. */
export const pileConfirmed = event(
  'documents.pile-confirmed',
  z.strictObject({ count: count(), documents: z.array(confirmedFacts()), work: workEnvelope.work }),
)

/** Confirming was taken back; the tasks it made are withdrawn where nobody has touched them. */
export const documentReopened = event(
  'documents.document-reopened',
  z.strictObject({ ...theDocument, workWithdrawn: workEnvelope.workWithdrawn }),
)

export const documentSetAside = event('documents.document-set-aside', z.strictObject(theDocument))
export const documentBroughtBack = event('documents.document-brought-back', z.strictObject(theDocument))
export const documentsDiscarded = event(
  'documents.documents-discarded',
  z.strictObject({ count: count(), ids: z.array(id()) }),
)
export const documentsRestored = event(
  'documents.documents-restored',
  z.strictObject({ count: count(), ids: z.array(id()) }),
)
export const documentsFiled = event(
  'documents.documents-filed',
  z.strictObject({ count: count(), ids: z.array(id()), code: z.string().nullable() }),
)
export const kindSet = event(
  'documents.kind-set',
  z.strictObject({ ...theDocument, kind: documentKind(), before: documentKind() }),
)
export const partyLinked = event(
  'documents.party-linked',
  z.strictObject({ ...theDocument, partyId: id().nullable(), before: id().nullable() }),
)
export const duplicateSettled = event(
  'documents.duplicate-settled',
  z.strictObject({ ...theDocument, ofId: id().nullable(), settled: z.enum(['discarded', 'both-kept', 'open']) }),
)
export const duplicateSuspected = event(
  'documents.duplicate-suspected',
  z.strictObject({ ...theDocument, ofId: id(), by: z.enum(duplicateSigns) }),
)
export const readingAsked = event('documents.reading-asked', z.strictObject(theDocument))
export const paperPlaced = event(
  'documents.paper-placed',
  z.strictObject({ ...theDocument, place: z.string().nullable() }),
)
export const planSetUp = event('documents.plan-set-up', z.strictObject({ classCodes: count(), rules: count() }))
export const classCodeChanged = event(
  'documents.class-code-changed',
  z.strictObject({ classCodeId: id(), code: z.string(), name: z.string() }),
)
export const ruleChanged = event('documents.rule-changed', z.strictObject({ ruleId: id(), kind: documentKind() }))

export const events = {
  documentArrived,
  documentRead,
  fieldCorrected,
  documentConfirmed,
  pileConfirmed,
  documentReopened,
  documentSetAside,
  documentBroughtBack,
  documentsDiscarded,
  documentsRestored,
  documentsFiled,
  kindSet,
  partyLinked,
  duplicateSettled,
  duplicateSuspected,
  readingAsked,
  paperPlaced,
  planSetUp,
  classCodeChanged,
  ruleChanged,
}

/** How what was read is settled by a person. */
import { command, job } from '../../../kernel/declare.ts'
import { count, day, expectedVersion, flag, id, z } from '../../../kernel/schema.ts'
import {
  documentBroughtBack,
  documentConfirmed,
  documentReopened,
  documentSetAside,
  documentsDiscarded,
  documentsRestored,
  duplicateSettled,
  fieldCorrected,
  kindSet,
  partyLinked,
  pileConfirmed,
} from './events.ts'
import { lessonsLearnt } from './learning.ts'
import { ownKindRefusals } from './own-kinds.ts'
import { refusals } from './refusals.ts'
import { confirmChoices, documentKind, fieldEdit } from './words.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'
const otherId = '019aa000-0000-7000-8000-000000000002'
const one = { id: id('document'), expectedVersion: expectedVersion() }
const onOne = { kinds: ['document'], subject: 'id' } as const
const versioned = z.strictObject({ version: z.int() })
const many = z.strictObject({ ids: z.array(id('document')).min(1).max(5000) })
const counted = z.strictObject({ count: count() })

export const correctField = command({
  name: 'documents.correct-field',
  summary: 'Corrects one field that was read from a document; a null value empties it.',
  input: z.strictObject({ ...one, name: fieldEdit().shape.name, value: fieldEdit().shape.value }),
  output: versioned,
  emits: [fieldCorrected],
  refusals: [refusals.stateUnfit, refusals.fieldInvalid],
  ...onOne,
  undoable: true,
  example: { id: exampleId, name: 'dueOn', value: '2026-12-11' },
})

export const confirm = command({
  name: 'documents.confirm',
  summary: 'Confirms what a document says: it is filed, its sender is known, and its task is made.',
  input: z.strictObject({
    ...one,
    ...confirmChoices,
    /** Said by whoever asked the sender, on a way known before, whether an account that nobody knew is theirs. */
    acceptAccount: flag({ folded: true }).optional(),
  }),
  output: z.strictObject({
    version: z.int(),
    taskKey: z.string().nullable(),
    keepUntil: day().nullable(),
    /** The next paper to confirm, the oldest first; null when the pile is done. */
    next: id('document').nullable(),
  }),
  emits: [documentConfirmed, lessonsLearnt],
  refusals: [
    refusals.stateUnfit,
    refusals.fieldInvalid,
    refusals.senderUnknown,
    refusals.classCodeUnknown,
    refusals.ownerUnknown,
    refusals.accountChanged,
    ownKindRefusals.unknown,
  ],
  ...onOne,
  undoable: true,
  example: { id: exampleId, kind: 'bill', fields: [{ name: 'number', value: '40718' }] },
})

export const confirmSure = command({
  name: 'documents.confirm-sure',
  summary: 'Confirms at once all documents (or those named) of which everything needed is sure.',
  permission: 'documents.confirm',
  input: z.strictObject({ ids: z.array(id('document')).min(1).max(5000).optional() }),
  output: z.strictObject({ count: count(), ids: z.array(id()), left: count() }),
  emits: [pileConfirmed],
  refusals: [refusals.nothingSure],
  undoable: true,
  example: {},
})

export const reopen = command({
  name: 'documents.reopen-document',
  summary: 'Takes a confirmation back: the document returns to the pile, its untouched task is withdrawn.',
  permission: 'documents.confirm',
  input: z.strictObject(one),
  output: versioned,
  emits: [documentReopened],
  refusals: [refusals.stateUnfit],
  ...onOne,
  example: { id: exampleId },
})

export const reopenMany = command({
  name: 'documents.reopen-pile',
  summary: 'Takes the confirmation of several documents back.',
  permission: 'documents.confirm',
  input: many,
  output: counted,
  emits: [documentReopened],
  refusals: [refusals.stateUnfit],
  example: { ids: [exampleId] },
})

export const setAside = command({
  name: 'documents.set-aside',
  summary: 'Leaves a document for later; it comes back on the day given, or when somebody brings it back.',
  input: z.strictObject({ ...one, untilOn: day().optional() }),
  output: versioned,
  emits: [documentSetAside],
  refusals: [refusals.stateUnfit],
  ...onOne,
  undoable: true,
  example: { id: exampleId },
})

export const bringBack = command({
  name: 'documents.bring-back',
  summary: 'Puts a document that was set aside back on the pile.',
  permission: 'documents.set-aside',
  input: z.strictObject(one),
  output: versioned,
  emits: [documentBroughtBack],
  refusals: [refusals.stateUnfit],
  ...onOne,
  undoable: true,
  example: { id: exampleId },
})

export const bringBackDue = command({
  name: 'documents.bring-back-due',
  summary: 'Puts back on the pile what was set aside until today.',
  permission: 'documents.set-aside',
  input: z.strictObject({}),
  output: counted,
  emits: [documentBroughtBack],
  door: 'none',
  tool: false,
  example: {},
})

/** Every morning, in each organisation's zone. */
export const bringBackJob = job('documents.bring-back-set-aside', z.strictObject({}))

export const discard = command({
  name: 'documents.discard',
  summary: 'Discards a paper that need not be kept, such as advertising; it can be restored.',
  input: z.strictObject(one),
  output: versioned,
  emits: [documentsDiscarded],
  refusals: [refusals.stateUnfit],
  ...onOne,
  undoable: true,
  example: { id: exampleId },
})

export const discardMany = command({
  name: 'documents.discard-many',
  summary: 'Discards several papers at once.',
  permission: 'documents.discard',
  input: many,
  output: counted,
  emits: [documentsDiscarded],
  refusals: [refusals.stateUnfit],
  undoable: true,
  example: { ids: [exampleId] },
})

export const restore = command({
  name: 'documents.restore',
  summary: 'Takes back the discarding of documents: each returns to the state it had.',
  permission: 'documents.discard',
  input: many,
  output: counted,
  emits: [documentsRestored],
  refusals: [refusals.stateUnfit],
  kinds: ['document'],
  example: { ids: [exampleId] },
})

export const setKind = command({
  name: 'documents.set-kind',
  summary: 'Says what kind of document it is.',
  permission: 'documents.correct-field',
  input: z.strictObject({ ...one, kind: documentKind() }),
  output: versioned,
  emits: [kindSet],
  refusals: [refusals.stateUnfit],
  ...onOne,
  undoable: true,
  example: { id: exampleId, kind: 'bill' },
})

export const linkParty = command({
  name: 'documents.link-party',
  summary: 'Says which party of the directory sent a document; null for nobody there.',
  permission: 'documents.correct-field',
  input: z.strictObject({ ...one, partyId: id('organisation').nullable() }),
  output: versioned,
  emits: [partyLinked],
  refusals: [refusals.senderUnknown],
  ...onOne,
  undoable: true,
  example: { id: exampleId, partyId: otherId },
})

/** The directory says who sent a paper: run as the consequence of its own act, so the version stays. */
export const adoptSender = command({
  name: 'documents.adopt-sender',
  summary: 'Notes which party of the directory the sender of a document turned out to be.',
  permission: 'documents.correct-field',
  input: z.strictObject({ documentId: id('document'), partyId: id('organisation') }),
  output: z.strictObject({ adopted: flag() }),
  emits: [partyLinked, lessonsLearnt],
  door: 'none',
  tool: false,
  example: { documentId: exampleId, partyId: otherId },
})

export const isDuplicate = command({
  name: 'documents.is-duplicate',
  summary: 'Settles that a document is the same as an earlier one: it is discarded, the earlier one stays.',
  permission: 'documents.discard',
  input: z.strictObject({ ...one, ofId: id('document') }),
  output: versioned,
  emits: [duplicateSettled],
  refusals: [refusals.stateUnfit, refusals.notDuplicate],
  ...onOne,
  undoable: true,
  example: { id: exampleId, ofId: otherId },
})

export const keepBoth = command({
  name: 'documents.keep-both',
  summary: 'Settles that a document flagged as a duplicate is one of its own.',
  permission: 'documents.correct-field',
  input: z.strictObject({ ...one, settled: flag().default(true).meta({ hidden: true }) }),
  output: versioned,
  emits: [duplicateSettled],
  refusals: [refusals.notDuplicate],
  ...onOne,
  undoable: true,
  example: { id: exampleId },
})

export const confirmCommands = [
  correctField,
  confirm,
  confirmSure,
  reopen,
  reopenMany,
  setAside,
  bringBack,
  bringBackDue,
  discard,
  discardMany,
  restore,
  setKind,
  linkParty,
  adoptSender,
  isDuplicate,
  keepBoth,
]

/** Keeping: what is due to go, legal holds, destruction with its certificate. */
import { canSchema } from '../../../kernel/can.ts'
import { command, event, job, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { count, day, expectedVersion, flag, id, longText, slice, text, z } from '../../../kernel/schema.ts'
import { classRef, documentKind } from './words.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'
const otherId = '019aa000-0000-7000-8000-000000000002'
const versioned = z.strictObject({ version: z.int() })
const ids = () => z.array(id('document')).min(1).max(5000).meta({ hidden: true })
const why = () => longText(2000).min(1)

/** What is proposed when a retention period has ended. */
export const retentionEnds = ['destroy', 'hand-over', 'keep'] as const
export type RetentionEnd = (typeof retentionEnds)[number]

export const keepingRefusals = {
  /** A hold stands upon it; data: `name`, `hold`. */
  held: refusal('document-held', 409),
  /** It must or may be kept still; data: `name`, `until`. */
  notDue: refusal('document-not-due', 409),
  /** It lies in something that is kept; data: `name`, `inside`. */
  liesInside: refusal('document-lies-inside', 409),
  /** Its class says that an archive gets it first; data: `name`. */
  archiveFirst: refusal('archive-gets-it-first', 409),
  holdAimsAtNothing: refusal('hold-aims-at-nothing', 422),
  holdAimsAtBoth: refusal('hold-aims-at-both', 422),
  holdTargetUnknown: refusal('hold-target-not-found', 404),
  holdLifted: refusal('hold-already-lifted', 409),
} as const

const named = { id: id(), title: z.string() }
export const holdPlaced = event(
  'documents.hold-placed',
  z.strictObject({ holdId: id('hold'), name: z.string(), reason: z.string() }),
)
export const holdLifted = event(
  'documents.hold-lifted',
  z.strictObject({ holdId: id('hold'), name: z.string(), reason: z.string() }),
)
export const keptLonger = event(
  'documents.documents-kept-longer',
  z.strictObject({ count: count(), ids: z.array(id()), until: z.string().nullable() }),
)
export const documentsDestroyed = event(
  'documents.documents-destroyed',
  z.strictObject({ count: count(), certificateId: id('destruction-certificate'), number: z.string() }),
)
export const bytesGone = event(
  'documents.bytes-gone',
  z.strictObject({ certificateId: id('destruction-certificate'), number: z.string(), count: count() }),
)
export const keepingChanged = event(
  'documents.keeping-changed',
  z.strictObject({ fourEyes: flag(), discardedDays: z.int().nullable() }),
)

/** Takes the bytes of destroyed papers out of the store; may be killed and run again. */
export const eraseBytesJob = job(
  'documents.erase-bytes',
  z.strictObject({ certificateId: id('destruction-certificate') }),
  'system',
)

export const placeHold = command({
  name: 'documents.place-hold',
  summary: 'Holds papers back from destruction: of a matter or a party, one paper, or all that a question finds.',
  input: z.strictObject({
    title: text(200),
    reason: why(),
    /** A matter, a person, an organisation, a paper: everything that belongs to it. */
    recordId: id().nullable().optional(),
    /** Or a question: all these words, anywhere in the paper or its name. */
    words: text(200, { folded: true }).nullable().optional(),
    kind: z.enum(documentKind().options).meta({ control: 'choice', folded: true }).nullable().optional(),
    classCodeId: id('class-code', { folded: true }).nullable().optional(),
    receivedFrom: day({ folded: true }).nullable().optional(),
    receivedTo: day({ folded: true }).nullable().optional(),
  }),
  output: z.strictObject({ id: id('hold') }),
  emits: [holdPlaced],
  refusals: [keepingRefusals.holdAimsAtNothing, keepingRefusals.holdAimsAtBoth, keepingRefusals.holdTargetUnknown],
  example: {
    title: 'Dispute with Hisings Ventilation',
    reason: 'Letter of claim of 14 November',
    words: 'ventilation',
  },
})

export const liftHold = command({
  name: 'documents.lift-hold',
  summary: 'Ends a hold: what it covered goes by the file plan again.',
  permission: 'documents.place-hold',
  input: z.strictObject({ id: id('hold'), expectedVersion: expectedVersion(), reason: why() }),
  output: versioned,
  emits: [holdLifted],
  refusals: [keepingRefusals.holdLifted],
  kinds: ['hold'],
  subject: 'id',
  example: { id: exampleId, reason: 'The dispute is settled' },
})

export const keepLonger = command({
  name: 'documents.keep-longer',
  summary: 'Keeps papers until a later day, or for good, with the reason.',
  permission: 'documents.file-under',
  input: z.strictObject({ ids: ids(), until: day().nullable(), reason: why() }),
  output: z.strictObject({ count: count() }),
  emits: [keptLonger],
  kinds: ['document'],
  undoable: true,
  example: { ids: [exampleId], until: '2031-12-31', reason: 'The guarantee runs until then' },
})

/** The inverse of keeping many longer: each until the day it had. */
export const keepAsBefore = command({
  name: 'documents.keep-as-before',
  summary: 'Keeps several papers each until a day of its own.',
  permission: 'documents.file-under',
  input: z.strictObject({
    keepings: z
      .array(z.strictObject({ id: id('document'), until: day().nullable() }))
      .min(1)
      .max(5000)
      .meta({ hidden: true }),
  }),
  output: z.strictObject({ count: count() }),
  emits: [keptLonger],
  tool: false,
  example: { keepings: [{ id: exampleId, until: null }] },
})

const destroyRefusals = [
  keepingRefusals.held,
  keepingRefusals.notDue,
  keepingRefusals.liesInside,
  keepingRefusals.archiveFirst,
]

export const destroy = command({
  name: 'documents.destroy',
  summary: 'Destroys papers whose time is over: bytes, pictures, text and index; a certificate of it stays.',
  input: z.strictObject({
    ids: ids(),
    reason: why(),
    /** The archive that has got them; needed where their class says so. */
    handedTo: text(200).nullable().optional(),
  }),
  output: z.strictObject({ count: count(), certificateId: id('destruction-certificate'), number: z.string() }),
  emits: [documentsDestroyed],
  jobs: [eraseBytesJob],
  refusals: destroyRefusals,
  kinds: ['document'],
  example: { ids: [exampleId], reason: 'Seven years are over' },
})

/** After a restored backup has brought back what was destroyed. */
export const destroyAgain = command({
  name: 'documents.destroy-again',
  summary: 'Destroys again what a restored backup has brought back.',
  permission: 'documents.destroy',
  door: 'none',
  input: z.strictObject({ ids: ids(), reason: why() }),
  output: z.strictObject({ count: count(), certificateId: id('destruction-certificate'), number: z.string() }),
  emits: [documentsDestroyed],
  jobs: [eraseBytesJob],
  tool: false,
  example: { ids: [exampleId], reason: 'A restored backup had brought it back' },
})

export const recordBytesGone = command({
  name: 'documents.record-bytes-gone',
  summary: 'Notes on the certificate which bytes are gone from the store.',
  permission: 'documents.destroy',
  door: 'none',
  input: z.strictObject({
    certificateId: id('destruction-certificate'),
    lines: z
      .array(z.strictObject({ position: z.int().min(1), shared: flag() }))
      .min(1)
      .max(5000),
  }),
  output: z.strictObject({ count: count() }),
  emits: [bytesGone],
  tool: false,
  example: { certificateId: exampleId, lines: [{ position: 1, shared: false }] },
})

export const changeKeeping = command({
  name: 'documents.change-keeping',
  summary: 'Sets whether destroying asks a second person, and when what was discarded is proposed.',
  permission: 'documents.change-plan',
  input: z.strictObject({
    fourEyes: flag(),
    /** Null: what was discarded is never proposed. */
    discardedDays: z.int().min(0).max(4000).nullable(),
  }),
  output: z.strictObject({ fourEyes: flag(), discardedDays: z.int().nullable() }),
  emits: [keepingChanged],
  undoable: true,
  example: { fourEyes: true, discardedDays: 90 },
})

export const getKeeping = query({
  name: 'documents.get-keeping',
  summary: 'Whether destroying asks a second person, and when what was discarded is proposed.',
  permission: 'documents.list-due',
  input: z.strictObject({}),
  output: z.strictObject({ fourEyes: flag(), discardedDays: z.int().nullable() }),
  example: {},
})

export const listDue = query({
  name: 'documents.list-due',
  summary: 'Papers whose retention has ended or that were discarded long ago, with what is proposed and what stops it.',
  input: z.strictObject({
    text: text(200).optional(),
    then: z.enum(['destroy', 'hand-over']).optional(),
    classCodeId: id('class-code').optional(),
    /** True: those alone that something stops; false: those alone that may go. */
    stopped: flag().optional(),
    ...slice,
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id('document'),
        title: z.string(),
        kind: documentKind(),
        class: z.int(),
        classCode: classRef().nullable(),
        basis: z.string().nullable(),
        issuedOn: day().nullable(),
        receivedAt: z.string(),
        keepUntil: day().nullable(),
        because: z.enum(['retention-over', 'discarded']),
        then: z.enum(['destroy', 'hand-over']),
        holds: z.array(z.strictObject({ ...named, reason: z.string() })),
        /** What it lies in, where that is kept. */
        inside: z.strictObject(named).nullable(),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['document', 'hold', 'class-code'],
  example: { stopped: false },
})

const holdFacts = {
  id: id('hold'),
  title: z.string(),
  version: z.int(),
  class: z.int(),
  reason: z.string(),
  record: z.strictObject({ ...named, kind: z.string() }).nullable(),
  words: z.string().nullable(),
  kind: documentKind().nullable(),
  classCode: classRef().nullable(),
  receivedFrom: day().nullable(),
  receivedTo: day().nullable(),
  placedAt: z.string(),
  placedBy: z.string(),
  liftedAt: z.string().nullable(),
  liftedBy: z.string().nullable(),
  liftReason: z.string().nullable(),
}

export const listHolds = query({
  name: 'documents.list-holds',
  summary: 'Holds upon papers: those that stand, or those that were lifted.',
  input: z.strictObject({ text: text(200).optional(), lifted: flag().optional(), ...slice }),
  output: z.strictObject({ rows: z.array(z.strictObject(holdFacts)), total: count(), next: z.string().nullable() }),
  kinds: ['hold'],
  example: {},
})

export const getHold = query({
  name: 'documents.get-hold',
  summary: 'One hold: why it stands, upon what, and the papers it covers today.',
  permission: 'documents.list-holds',
  input: z.strictObject({ id: id('hold') }),
  output: z.strictObject({
    record: z.strictObject({
      ...named,
      kind: z.literal('hold'),
      class: z.int(),
      version: z.int(),
      state: z.enum(['stands', 'lifted']),
    }),
    hold: z.strictObject(holdFacts),
    /** How many papers one may see it covers, and the newest of them. */
    covers: count(),
    papers: z.array(z.strictObject({ ...named, kind: documentKind(), receivedAt: z.string() })),
    can: z.array(canSchema),
  }),
  kinds: ['hold', 'document'],
  example: { id: exampleId },
})

const certificateFacts = {
  id: id('destruction-certificate'),
  title: z.string(),
  number: z.string(),
  decidedAt: z.string(),
  decidedBy: z.string(),
  reason: z.string(),
  handedTo: z.string().nullable(),
  again: flag(),
  papers: count(),
  /** So many of them have their bytes out of the store by now. */
  gone: count(),
}

export const listCertificates = query({
  name: 'documents.list-certificates',
  summary: 'Certificates of what was destroyed: when, by whom, why, how many papers.',
  input: z.strictObject({ text: text(200).optional(), ...slice }),
  output: z.strictObject({
    rows: z.array(z.strictObject(certificateFacts)),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['destruction-certificate'],
  example: {},
})

export const getCertificate = query({
  name: 'documents.get-certificate',
  summary: 'One certificate of destruction with its list: what each paper was, its digest, when its bytes were gone.',
  permission: 'documents.list-certificates',
  input: z.strictObject({
    id: id('destruction-certificate').optional(),
    /** Or the paper that was destroyed. */
    documentId: id('destroyed-document').optional(),
  }),
  output: z.strictObject({
    record: z.strictObject({ ...named, kind: z.literal('destruction-certificate'), class: z.int(), version: z.int() }),
    certificate: z.strictObject(certificateFacts),
    /** Lines of the journal whose content was erased with them; and those left since they tell of other papers too. */
    linesErased: count(),
    linesKept: count(),
    lines: z.array(
      z.strictObject({
        position: z.int(),
        documentId: id(),
        title: z.string().nullable(),
        kind: documentKind(),
        classCode: z.string().nullable(),
        basis: z.string().nullable(),
        issuedOn: day().nullable(),
        receivedOn: day(),
        keepUntil: day().nullable(),
        pageCount: z.int().nullable(),
        sizeBytes: count(),
        digest: z.string(),
        /** Of the unlocked copy of a locked original. */
        copyDigest: z.string().nullable(),
        goneAt: z.string().nullable(),
        /** The same bytes lie in the store still, as another document's that is kept. */
        shared: flag(),
      }),
    ),
    can: z.array(canSchema),
  }),
  kinds: ['destruction-certificate'],
  example: { id: otherId },
})

export const keepingCommands = [
  placeHold,
  liftHold,
  keepLonger,
  keepAsBefore,
  destroy,
  destroyAgain,
  recordBytesGone,
  changeKeeping,
]
export const keepingQueries = [getKeeping, listDue, listHolds, getHold, listCertificates, getCertificate]
export const keepingEvents = [holdPlaced, holdLifted, keptLonger, documentsDestroyed, bytesGone, keepingChanged]

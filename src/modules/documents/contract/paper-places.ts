/** Where paper originals lie: binders and boxes, what may be shredded, what was. */
import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { count, day, flag, id, slice, text, z } from '../../../kernel/schema.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'
const ids = () => z.array(id('document')).min(1).max(5000).meta({ hidden: true })

export const paperRefusals = {
  /** Nobody has said that it may be shredded, or not yet; data: `name`, `from`. */
  mayNotShred: refusal('paper-not-to-shred', 409),
  /** A hold stands upon it: the original may be evidence; data: `name`. */
  paperHeld: refusal('paper-held', 409),
} as const

export const papersPlaced = event(
  'documents.papers-placed',
  z.strictObject({ count: count(), ids: z.array(id()), place: z.string().nullable() }),
)
export const papersShredded = event('documents.papers-shredded', z.strictObject({ count: count(), ids: z.array(id()) }))
export const shreddingTakenBack = event(
  'documents.shredding-taken-back',
  z.strictObject({ count: count(), ids: z.array(id()) }),
)

export const placePapers = command({
  name: 'documents.place-papers',
  summary: 'Says in which binder or box the paper originals lie, and from when they may be shredded.',
  permission: 'documents.file-under',
  input: z.strictObject({
    ids: ids(),
    /** Null: nowhere; it came without paper. */
    place: text(200).nullable(),
    shredFrom: day().nullable().optional(),
  }),
  output: z.strictObject({ count: count() }),
  emits: [papersPlaced],
  kinds: ['document'],
  undoable: true,
  example: { ids: [exampleId], place: 'Binder 12', shredFrom: '2027-01-01' },
})

/** The inverse of placing many: each where it lay. */
export const placeBack = command({
  name: 'documents.place-back',
  summary: 'Says of several papers each where it lies and from when it may be shredded.',
  permission: 'documents.file-under',
  input: z.strictObject({
    papers: z
      .array(z.strictObject({ id: id('document'), place: z.string().max(200).nullable(), shredFrom: day().nullable() }))
      .min(1)
      .max(5000)
      .meta({ hidden: true }),
  }),
  output: z.strictObject({ count: count() }),
  emits: [papersPlaced],
  tool: false,
  example: { papers: [{ id: exampleId, place: null, shredFrom: null }] },
})

export const noteShredded = command({
  name: 'documents.note-shredded',
  summary: 'Notes that paper originals were shredded, by whom and when; what was read of them stays.',
  permission: 'documents.file-under',
  input: z.strictObject({ ids: ids() }),
  output: z.strictObject({ count: count() }),
  emits: [papersShredded],
  refusals: [paperRefusals.mayNotShred, paperRefusals.paperHeld],
  kinds: ['document'],
  undoable: true,
  example: { ids: [exampleId] },
})

export const takeShreddingBack = command({
  name: 'documents.take-shredding-back',
  summary: 'Takes back the note that papers were shredded: they are there after all.',
  permission: 'documents.file-under',
  input: z.strictObject({ ids: ids() }),
  output: z.strictObject({ count: count() }),
  emits: [shreddingTakenBack],
  kinds: ['document'],
  example: { ids: [exampleId] },
})

export const listPlaces = query({
  name: 'documents.list-places',
  summary: 'Binders and boxes with paper originals: how many lie there, of which days, how many may be shredded.',
  permission: 'documents.list-documents',
  input: z.strictObject({ text: text(200).optional(), ...slice }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        /** The place is its own id. */
        id: z.string(),
        place: z.string(),
        papers: count(),
        shreddable: count(),
        shredded: count(),
        firstOn: day().nullable(),
        lastOn: day().nullable(),
        classes: z.array(z.string()),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['document'],
  example: {},
})

export const listPapers = query({
  name: 'documents.list-papers',
  summary: 'The paper originals of one place, or all that may be shredded today.',
  permission: 'documents.list-documents',
  input: z.strictObject({
    place: text(200).optional(),
    text: text(200).optional(),
    /** True: those alone that may be shredded today; false: those alone that were not shredded. */
    shreddable: flag().optional(),
    ...slice,
  }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id('document'),
        title: z.string(),
        place: z.string(),
        /** As it is printed on its label. */
        archiveNumber: z.string().nullable(),
        receivedAt: z.string(),
        classCode: z.string().nullable(),
        mayShred: flag(),
        shredFrom: day().nullable(),
        shreddedAt: z.string().nullable(),
        shreddedBy: z.string().nullable(),
        held: flag(),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['document', 'hold'],
  example: { place: 'Binder 12' },
})

export const paperCommands = [placePapers, placeBack, noteShredded, takeShreddingBack]
export const paperQueries = [listPlaces, listPapers]
export const paperEvents = [papersPlaced, papersShredded, shreddingTakenBack]

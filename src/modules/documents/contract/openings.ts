/** Papers opened in a program of one's own by an address (docs/decisions/0016): opened, held, saved back, taken up again. */
import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { count, expectedVersion, id, instant, z } from '../../../kernel/schema.ts'
import { folderRefusals, versionSaved } from './folders.ts'
import { readJob } from './intake-commands.ts'
import { refusals } from './refusals.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'

/** The programs that papers are written with, as their addresses call them. */
export const writingPrograms = ['word', 'excel', 'powerpoint'] as const

export const openingRefusals = {
  /** No program that writes opens such a file; data: `name`. */
  notOpenable: refusal('document-not-openable', 422),
  versionUnknown: refusal('document-version-unknown', 404),
} as const

const about = { kinds: ['document'], subject: 'id' } as const

export const documentOpened = event(
  'documents.document-opened',
  z.strictObject({ documentId: id('document'), name: z.string() }),
)
export const beginOpening = command({
  name: 'documents.begin-opening',
  summary: 'Opens a paper in an office program of one’s own for a day: what is saved there becomes its newest version.',
  permission: 'documents.save-version',
  input: z.strictObject({ id: id('document', { hidden: true }) }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [documentOpened],
  refusals: [refusals.stateUnfit, openingRefusals.notOpenable],
  ...about,
  tool: false,
  example: { id: exampleId },
})

/** Inner steps of a paper that is open in a program. */
export const noteDocumentOpening = command({
  name: 'documents.note-opening',
  summary: 'Notes what a program has fetched of a paper, and how long it holds it.',
  permission: 'documents.save-version',
  door: 'none',
  tool: false,
  input: z.strictObject({
    id: id(),
    basedOn: z.int().min(1).optional(),
    token: z.uuid().optional(),
    /** How long it is held from now on; 0: no longer. */
    seconds: z.int().min(0).max(3600).optional(),
  }),
  output: z.strictObject({ until: z.string().nullable() }),
  refusals: [folderRefusals.beingEdited, folderRefusals.openingOver],
  example: { id: exampleId, basedOn: 1 },
})

export const restoreDocumentVersion = command({
  name: 'documents.restore-version',
  summary: 'Makes an earlier version of a paper, or one that was kept beside it, its newest again.',
  permission: 'documents.save-version',
  input: z.strictObject({ id: id('document'), expectedVersion: expectedVersion(), number: z.int().min(1) }),
  output: z.strictObject({ version: z.int(), number: count() }),
  emits: [versionSaved],
  jobs: [readJob],
  refusals: [refusals.stateUnfit, folderRefusals.beingEdited, openingRefusals.versionUnknown],
  ...about,
  undoable: true,
  example: { id: exampleId, number: 1 },
})

/** Where a paper that one has opened is fetched and saved by a program; nobody else is told. */
export const showDocumentOpening = query({
  name: 'documents.show-opening',
  summary: 'The address at which one’s own office program opens a paper.',
  permission: 'documents.save-version',
  input: z.strictObject({ id: id() }),
  output: z.strictObject({
    path: z.string(),
    name: z.string(),
    program: z.enum(writingPrograms),
    until: instant(),
  }),
  tool: false,
  example: { id: exampleId },
})

export const openingCommands = [beginOpening, noteDocumentOpening, restoreDocumentVersion]
export const openingQueries = [showDocumentOpening]
export const openingEvents = [documentOpened]

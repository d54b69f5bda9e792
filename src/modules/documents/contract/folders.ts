/** Opening in office programs and saving back: versions, who edits what, drop folders, app passwords. */
import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { count, expectedVersion, fileId, flag, id, text, z } from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'
import { readJob } from './intake-commands.ts'
import { refusals } from './refusals.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'
const otherId = '019aa000-0000-7000-8000-000000000002'
const digest = () => z.string().regex(/^[0-9a-f]{64}$/)

/** A path below /dav/, without a slash at either end. */
const path = () =>
  z
    .string()
    .min(1)
    .max(900)
    .refine(value => !/^\/|\/$|\/\/|\0/.test(value), 'a path without empty parts')

export const folderRefusals = {
  /** Somebody else has saved it meanwhile; data: `name`. */
  versionNotNewest: refusal('version-not-newest', 409),
  /** data: `name`, `who`, `until`. */
  beingEdited: refusal('document-being-edited', 423),
  editingUnknown: refusal('editing-not-begun', 409),
  /** Its time is over, or it is somebody else's. */
  openingOver: refusal('document-opening-over', 409),
  /** data: `limit`. */
  dropFolderFull: refusal('drop-folder-full', 422),
  passwordTaken: refusal('app-password-taken', 409),
  passwordUnknown: refusal('app-password-not-found', 404),
} as const

export const versionSaved = event(
  'documents.version-saved',
  z.strictObject({ documentId: id('document'), name: z.string(), number: count() }),
)
export const versionAside = event(
  'documents.version-aside',
  z.strictObject({ documentId: id('document'), name: z.string(), number: count(), ...workEnvelope }),
)
export const appPasswordCreated = event(
  'documents.app-password-created',
  z.strictObject({ passwordId: id(), name: z.string() }),
)
export const appPasswordRevoked = event(
  'documents.app-password-revoked',
  z.strictObject({ passwordId: id(), name: z.string() }),
)

export const saveVersion = command({
  name: 'documents.save-version',
  summary: 'Saves a stored file as the newest version of a document; every version before it is kept.',
  input: z.strictObject({
    id: id('document'),
    expectedVersion: expectedVersion(),
    fileId: fileId(),
    /** SHA-256 of the bytes that were opened: refused where they are not the newest any more. */
    expectedDigest: digest().optional().meta({ hidden: true }),
    /** What `documents.begin-editing` was begun with. */
    token: id(undefined, { hidden: true }).optional(),
    /** Saved at the address that `documents.begin-opening` gave: from what was not the newest any more, it is kept beside. */
    openingId: id(undefined, { hidden: true }).optional(),
  }),
  output: z.strictObject({ version: z.int(), number: count() }),
  emits: [versionSaved, versionAside],
  jobs: [readJob],
  refusals: [
    refusals.stateUnfit,
    refusals.fileUnknown,
    folderRefusals.versionNotNewest,
    folderRefusals.beingEdited,
    folderRefusals.openingOver,
  ],
  kinds: ['document'],
  subject: 'id',
  example: { id: exampleId, fileId: otherId },
})

const useFolders = { permission: 'documents.use-folders', tool: false } as const

export const beginEditing = command({
  name: 'documents.begin-editing',
  summary: 'Says that somebody edits a document or a path of the own drop folder, or goes on editing it.',
  ...useFolders,
  input: z.strictObject({
    token: id(undefined, { hidden: true }),
    documentId: id('document', { hidden: true }).optional(),
    path: path().optional().meta({ hidden: true }),
    /** With all that lies beneath. */
    whole: flag({ hidden: true }).default(false),
    shared: flag({ hidden: true }).default(false),
    owner: z.string().max(2000).default('').meta({ hidden: true }),
    seconds: z.int().min(1).max(3600).default(600).meta({ hidden: true }),
  }),
  output: z.strictObject({ until: z.string() }),
  refusals: [folderRefusals.beingEdited, folderRefusals.editingUnknown],
  example: { token: exampleId, path: 'In/note.odt' },
})

export const endEditing = command({
  name: 'documents.end-editing',
  summary: 'Says that one’s own editing is over.',
  ...useFolders,
  input: z.strictObject({ token: id(undefined, { hidden: true }) }),
  output: z.strictObject({}),
  refusals: [folderRefusals.editingUnknown],
  example: { token: exampleId },
})

export const dropKinds = ['folder', 'document', 'file', 'away'] as const
/** Entries of one drop folder at most. */
export const mostEntries = 5000

export const arrangeDropFolder = command({
  name: 'documents.arrange-drop-folder',
  summary: 'Makes, moves and removes entries of one’s own drop folder; papers themselves stay what they are.',
  ...useFolders,
  input: z.strictObject({
    /** Done in this order; a folder goes with all that lies beneath. */
    drops: z.array(path()).max(500).default([]).meta({ hidden: true }),
    moves: z
      .array(z.strictObject({ from: path(), to: path() }))
      .max(500)
      .default([])
      .meta({ hidden: true }),
    puts: z
      .array(
        z.strictObject({
          path: path(),
          kind: z.enum(dropKinds),
          documentId: id('document').optional(),
          fileId: id().optional(),
        }),
      )
      .max(500)
      .default([])
      .meta({ hidden: true }),
  }),
  /** Digests of what programs had laid down and nothing refers to any more. */
  output: z.strictObject({ gone: z.array(digest()) }),
  refusals: [folderRefusals.dropFolderFull, refusals.fileUnknown],
  example: { puts: [{ path: 'In/Scans', kind: 'folder' }] },
})

export const createAppPassword = command({
  name: 'documents.create-app-password',
  summary: 'Keeps the digest of a new app password of one’s own; the password itself is shown once and kept nowhere.',
  ...useFolders,
  input: z.strictObject({ name: text(100), digest: digest().meta({ hidden: true }) }),
  output: z.strictObject({ id: id() }),
  emits: [appPasswordCreated],
  refusals: [folderRefusals.passwordTaken],
  example: { name: 'Scanner on the second floor', digest: 'a3'.repeat(32) },
})

export const revokeAppPassword = command({
  name: 'documents.revoke-app-password',
  summary: 'Ends an app password of one’s own at once.',
  ...useFolders,
  input: z.strictObject({ id: id(undefined, { hidden: true }) }),
  output: z.strictObject({}),
  emits: [appPasswordRevoked],
  refusals: [folderRefusals.passwordUnknown],
  example: { id: exampleId },
})

export const listAppPasswords = query({
  name: 'documents.list-app-passwords',
  summary: 'One’s own app passwords: their names, when they were made and last used.',
  ...useFolders,
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: id(),
        name: z.string(),
        madeAt: z.string(),
        usedAt: z.string().nullable(),
        revokedAt: z.string().nullable(),
      }),
    ),
  }),
  example: {},
})

export const listVersions = query({
  name: 'documents.list-versions',
  summary: 'The versions of a document, newest first, and who edits it now.',
  permission: 'documents.get-document',
  input: z.strictObject({ id: id('document') }),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        number: count(),
        savedAt: z.string(),
        /** Null: it arrived so. */
        savedBy: z.string().nullable(),
        /** Kept beside the others: it is not what the document says. */
        aside: z.boolean(),
        isNewest: z.boolean(),
        sizeBytes: count(),
        digest: digest(),
      }),
    ),
    editing: z.array(z.strictObject({ who: z.string(), until: z.string() })),
  }),
  kinds: ['document'],
  example: { id: exampleId },
})

export const folderCommands = [
  saveVersion,
  beginEditing,
  endEditing,
  arrangeDropFolder,
  createAppPassword,
  revokeAppPassword,
]
export const folderQueries = [listAppPasswords, listVersions]
export const folderEvents = [versionSaved, versionAside, appPasswordCreated, appPasswordRevoked]

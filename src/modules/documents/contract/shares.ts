/** Papers shared with people outside the office, by a link that expires. */
import { canSchema } from '../../../kernel/can.ts'
import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { choice, count, expectedVersion, flag, id, instant, longText, slice, text, z } from '../../../kernel/schema.ts'
import { keepingRefusals } from './keeping.ts'
import { refusals } from './refusals.ts'

const exampleId = '019aa000-0000-7000-8000-000000000001'

/** The file as it came, or upright with its words beneath. */
export const shareForms = ['original', 'searchable'] as const
export const shareEnds = ['revoked', 'destroyed', 'held', 'discarded', 'class', 'guessed'] as const
/** `live`, or why the link opens nothing any more. */
export const shareStates = ['live', 'expired', 'spent', ...shareEnds] as const
export type ShareState = (typeof shareStates)[number]

export const shareRefusals = {
  /** What is secret leaves the office by no link; data: `name`. */
  tooSecret: refusal('share-too-secret', 409),
  /** What is confidential needs a password beside the link; data: `name`. */
  needsPassword: refusal('share-needs-password', 422),
  passwordUnknown: refusal('share-password-not-kept', 404),
  passwordWeak: refusal('share-password-weak', 422),
  passwordWrong: refusal('share-password-wrong', 403),
  ended: refusal('share-already-ended', 409),
  /** Told to whoever has the link: it opens nothing, or no more. */
  closed: refusal('share-link-closed', 404),
  /** There is no PDF or picture of it to show; the file may be fetched. */
  notShown: refusal('share-not-shown', 422),
} as const

const told = { shareId: id('share'), name: z.string() }
export const documentShared = event(
  'documents.document-shared',
  z.strictObject({ ...told, recipient: z.string().nullable(), until: z.string() }),
)
export const shareRevoked = event('documents.share-revoked', z.strictObject(told))
export const shareFetched = event(
  'documents.share-fetched',
  z.strictObject({ ...told, recipient: z.string().nullable(), count: count() }),
)
export const shareGuessed = event('documents.share-guessed', z.strictObject(told))

export const share = command({
  name: 'documents.share',
  summary:
    'Shares a paper with somebody outside by a link that expires. Confidential papers need a password and ask a second person; secret ones are never shared.',
  input: z.strictObject({
    id: id('document'),
    expectedVersion: expectedVersion(),
    recipient: text(200).nullable().optional(),
    days: z.int().min(1).max(365).default(7),
    mostFetches: z.int().min(1).max(1000).nullable().optional(),
    form: choice(shareForms, { folded: true }).default('original'),
    note: longText(2000, { folded: true, proof: 'mail' }).optional(),
    /** Given by `POST /api/documents/share-passwords`: a password stands in no journal. */
    passwordId: id(undefined, { hidden: true }).optional(),
  }),
  output: z.strictObject({ id: id('share'), expiresAt: instant() }),
  emits: [documentShared],
  refusals: [
    refusals.stateUnfit,
    keepingRefusals.held,
    shareRefusals.tooSecret,
    shareRefusals.needsPassword,
    shareRefusals.passwordUnknown,
    shareRefusals.passwordWeak,
  ],
  kinds: ['document'],
  subject: 'id',
  undoable: true,
  // What leaves the office is a person's to send: a paper could talk an assistant into it.
  tool: false,
  example: { id: exampleId, recipient: 'Eva Lindholm', days: 7 },
})

export const revokeShare = command({
  name: 'documents.revoke-share',
  summary: 'Ends a share at once: its link opens nothing any more.',
  permission: 'documents.share',
  input: z.strictObject({ id: id('share'), expectedVersion: expectedVersion() }),
  output: z.strictObject({ version: z.int() }),
  emits: [shareRevoked],
  refusals: [shareRefusals.ended],
  kinds: ['share'],
  subject: 'id',
  example: { id: exampleId },
})

export const noteShareFetch = command({
  name: 'documents.note-share-fetch',
  summary: 'Counts that somebody outside opens a shared paper; refused where the link opens nothing any more.',
  permission: 'documents.share',
  door: 'none',
  input: z.strictObject({ id: id('share') }),
  output: z.strictObject({ fetches: count() }),
  emits: [shareFetched],
  refusals: [shareRefusals.closed, shareRefusals.passwordWrong, shareRefusals.notShown],
  tool: false,
  example: { id: exampleId },
})

export const noteShareTry = command({
  name: 'documents.note-share-try',
  summary: 'Counts a wrong password of a share; after twenty of them it is closed.',
  permission: 'documents.share',
  door: 'none',
  input: z.strictObject({ id: id('share') }),
  output: z.strictObject({ left: count() }),
  emits: [shareGuessed],
  refusals: [shareRefusals.closed],
  tool: false,
  example: { id: exampleId },
})

const facts = {
  id: id('share'),
  version: z.int(),
  class: z.int(),
  document: z.strictObject({ id: id('document'), title: z.string() }).nullable(),
  title: z.string(),
  recipient: z.string().nullable(),
  note: z.string(),
  form: z.enum(shareForms),
  state: z.enum(shareStates),
  withPassword: flag(),
  sharedAt: z.string(),
  sharedBy: z.string(),
  expiresAt: z.string(),
  mostFetches: z.int().nullable(),
  fetches: count(),
  lastFetchAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  endedBy: z.string().nullable(),
}

export const listShares = query({
  name: 'documents.list-shares',
  summary: 'Every paper that is or was shared with people outside: by whom, with whom, until when, how often fetched.',
  input: z.strictObject({
    text: text(200).optional(),
    live: flag().optional(),
    documentId: id('document').optional(),
    ...slice,
  }),
  output: z.strictObject({ rows: z.array(z.strictObject(facts)), total: count(), next: z.string().nullable() }),
  kinds: ['share', 'document'],
  example: { live: true },
})

export const getShare = query({
  name: 'documents.get-share',
  summary: 'One share of a paper.',
  permission: 'documents.list-shares',
  input: z.strictObject({ id: id('share') }),
  output: z.strictObject({
    record: z.strictObject({
      id: id(),
      kind: z.literal('share'),
      title: z.string(),
      class: z.int(),
      version: z.int(),
      state: z.enum(shareStates),
    }),
    share: z.strictObject(facts),
    can: z.array(canSchema),
  }),
  kinds: ['share', 'document'],
  example: { id: exampleId },
})

export const showShareLink = query({
  name: 'documents.show-share-link',
  summary: 'Writes the link of a live share again, for who may share that paper.',
  permission: 'documents.share',
  input: z.strictObject({ id: id('share') }),
  output: z.strictObject({ path: z.string() }),
  tool: false,
  example: { id: exampleId },
})

export const shareCommands = [share, revokeShare, noteShareFetch, noteShareTry]
export const shareQueries = [listShares, getShare, showShareLink]
export const shareEvents = [documentShared, shareRevoked, shareFetched, shareGuessed]

import { event } from '../../../kernel/declare.ts'
import { choice, z } from '../../../kernel/schema.ts'
import { partyKinds, relations } from './shapes.ts'

const party = { id: z.uuid(), title: z.string() }

export const partyCreated = event(
  'directory.party-created',
  z.strictObject({ ...party, kind: choice(partyKinds), sourceId: z.uuid().nullable() }),
)
export const partyChanged = event('directory.party-changed', z.strictObject({ ...party, changed: z.array(z.string()) }))
export const detailAdded = event(
  'directory.detail-added',
  z.strictObject({
    ...party,
    what: z.enum(['phone', 'email', 'address', 'account', 'membership']),
    detailId: z.uuid(),
    text: z.string(),
  }),
)
export const detailRemoved = event(
  'directory.detail-removed',
  z.strictObject({ ...party, what: z.enum(['phone', 'email', 'address', 'account', 'membership']), text: z.string() }),
)
/** The fact that matters for money: from now on an account counts as this party's. */
export const accountAdded = event(
  'directory.account-added',
  z.strictObject({
    ...party,
    accountId: z.uuid(),
    number: z.string(),
    sourceId: z.uuid().nullable(),
    first: z.boolean(),
  }),
)
export const partiesMerged = event(
  'directory.parties-merged',
  z.strictObject({ ...party, mergedId: z.uuid(), mergedTitle: z.string() }),
)
export const partiesUnmerged = event(
  'directory.parties-unmerged',
  z.strictObject({ ...party, mergedId: z.uuid(), mergedTitle: z.string() }),
)
export const partyRetiredEvent = event('directory.party-retired', z.strictObject(party))
export const partyRestored = event('directory.party-restored', z.strictObject(party))
export const partiesImported = event(
  'directory.parties-imported',
  z.strictObject({ importId: z.uuid(), count: z.int(), known: z.int() }),
)
export const importUndone = event(
  'directory.import-undone',
  z.strictObject({ importId: z.uuid(), count: z.int(), kept: z.int() }),
)
/** Who sent what an event told of: found in the directory, or added to it. */
export const senderKnown = event(
  'directory.sender-known',
  z.strictObject({ sourceId: z.uuid(), partyId: z.uuid(), title: z.string(), created: z.boolean() }),
)

export const partiesRelated = event(
  'directory.parties-related',
  z.strictObject({
    ...party,
    relationId: z.uuid(),
    relation: choice(relations),
    otherId: z.uuid(),
    otherTitle: z.string(),
  }),
)
export const partiesUnrelated = event(
  'directory.parties-unrelated',
  z.strictObject({ ...party, relation: choice(relations), otherId: z.uuid(), otherTitle: z.string() }),
)
/** Without its words: they are as confidential as the note. */
export const callerNoteWritten = event('directory.caller-note-written', z.strictObject({ ...party, noteId: z.uuid() }))
export const callerNoteRemoved = event('directory.caller-note-removed', z.strictObject({ ...party, noteId: z.uuid() }))
export const partiesKeptApart = event(
  'directory.parties-kept-apart',
  z.strictObject({ ...party, otherId: z.uuid(), otherTitle: z.string() }),
)
export const apartForgotten = event(
  'directory.apart-forgotten',
  z.strictObject({ ...party, otherId: z.uuid(), otherTitle: z.string() }),
)

export const directoryEvents = [
  partyCreated,
  partyChanged,
  detailAdded,
  detailRemoved,
  accountAdded,
  partiesMerged,
  partiesUnmerged,
  partyRetiredEvent,
  partyRestored,
  partiesImported,
  importUndone,
  senderKnown,
  partiesRelated,
  partiesUnrelated,
  callerNoteWritten,
  callerNoteRemoved,
  partiesKeptApart,
  apartForgotten,
]

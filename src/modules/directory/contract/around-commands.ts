import { command } from '../../../kernel/declare.ts'
import { choice, confidentiality, id, longText, text, z } from '../../../kernel/schema.ts'
import {
  apartForgotten,
  callerNoteRemoved,
  callerNoteWritten,
  partiesKeptApart,
  partiesRelated,
  partiesUnrelated,
} from './events.ts'
import { changed, exampleParty, thisParty } from './party-commands.ts'
import {
  detailUnknown,
  notApart,
  noteAboveClearance,
  partyRetired,
  partySame,
  relationKnown,
  relationSelf,
  relationUnknown,
} from './refusals.ts'
import { callerNoteKinds, saidRelations } from './shapes.ts'

const exampleOther = '019aa000-0000-7000-8000-000000000002'
const about = { kinds: ['person', 'organisation'], subject: 'id', undoable: true } as const

export const addRelation = command({
  name: 'directory.add-relation',
  summary: 'Says how one stands to another, from whichever side: deputy of, has as accountant, reports to.',
  input: z.strictObject({
    ...thisParty,
    relation: choice(saidRelations),
    otherId: id().meta({ control: 'record', optionsFrom: 'directory.list-parties' }),
    note: text(200, { folded: true }).optional(),
  }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), relationId: z.uuid() }),
  emits: [partiesRelated],
  refusals: [partyRetired, relationKnown, relationSelf],
  ...about,
  example: { id: exampleParty, kind: 'person', relation: 'deputy-of', otherId: exampleOther },
})

export const removeRelation = command({
  name: 'directory.remove-relation',
  summary: 'Says that one no longer stands so to another.',
  input: z.strictObject({ ...thisParty, relationId: id(undefined, { hidden: true }) }),
  output: changed,
  emits: [partiesUnrelated],
  refusals: [partyRetired, relationUnknown],
  ...about,
  example: { id: exampleParty, kind: 'person', relationId: exampleOther },
})

export const writeCallerNote = command({
  name: 'directory.write-caller-note',
  summary: 'Notes how to deal with a caller, what they may be told aloud, or what not; as confidential as it says.',
  input: z.strictObject({
    ...thisParty,
    what: choice(callerNoteKinds),
    body: longText(2_000).refine(words => words.trim().length > 0, 'empty'),
    class: confidentiality().default(1),
  }),
  output: z.strictObject({ id: z.uuid(), noteId: z.uuid() }),
  emits: [callerNoteWritten],
  refusals: [partyRetired, noteAboveClearance],
  ...about,
  example: {
    id: exampleParty,
    kind: 'organisation',
    what: 'must-not-say',
    body: 'Where her daughter goes to school.',
    class: 2,
  },
})

export const removeCallerNote = command({
  name: 'directory.remove-caller-note',
  summary: 'Removes a note about a caller.',
  input: z.strictObject({ ...thisParty, noteId: id(undefined, { hidden: true }) }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [callerNoteRemoved],
  refusals: [detailUnknown],
  ...about,
  example: { id: exampleParty, kind: 'person', noteId: exampleOther },
})

const pair = z.strictObject({ ...thisParty, otherId: id() })

export const keepApart = command({
  name: 'directory.keep-apart',
  summary: 'Says for good that two who look the same are two.',
  permission: 'directory.merge-parties',
  input: pair,
  output: z.strictObject({ id: z.uuid() }),
  emits: [partiesKeptApart],
  refusals: [partySame],
  kinds: ['person', 'organisation'],
  undoable: true,
  example: { id: exampleParty, kind: 'organisation', otherId: exampleOther },
})

export const forgetApart = command({
  name: 'directory.forget-apart',
  summary: 'Takes back that two are two: they may be shown as possible duplicates again.',
  permission: 'directory.merge-parties',
  input: pair,
  output: z.strictObject({ id: z.uuid() }),
  emits: [apartForgotten],
  refusals: [notApart],
  kinds: ['person', 'organisation'],
  undoable: true,
  example: { id: exampleParty, kind: 'organisation', otherId: exampleOther },
})

export const noteAlike = command({
  name: 'directory.note-alike',
  summary:
    'Finds those that are alike without a number or name in common: similar names in one place, or with one telephone.',
  permission: 'directory.merge-parties',
  input: z.strictObject({}),
  output: z.strictObject({ pairs: z.int() }),
  door: 'none',
  tool: false,
  example: {},
})

export const aroundCommands = [
  addRelation,
  removeRelation,
  writeCallerNote,
  removeCallerNote,
  keepApart,
  forgetApart,
  noteAlike,
]

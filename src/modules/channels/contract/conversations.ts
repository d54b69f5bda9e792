/** The daily acts on conversations. */
import { command, job } from '../../../kernel/declare.ts'
import { choice, count, expectedVersion, flag, id, instant, z } from '../../../kernel/schema.ts'
import { changed } from '../../../kernel/shapes.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

const permission = 'channels.answer-conversations'
const one = { id: id('conversation', { hidden: true }), expectedVersion: expectedVersion() }
const about = { permission, kinds: ['conversation'], subject: 'id' } as const
const step = { ...about, undoable: true } as const

export const assignConversation = command({
  name: 'channels.assign-conversation',
  summary: 'Gives a conversation to somebody, or lays it back to be taken.',
  ...step,
  input: z.strictObject({ ...one, ownerId: s.person().nullable() }),
  output: changed,
  emits: [e.conversationAssigned, e.conversationLaidBack],
  refusals: [r.personUnknown],
  example: { id: s.exampleConversation, ownerId: s.examplePerson },
})

export const snoozeConversation = command({
  name: 'channels.snooze-conversation',
  summary:
    'Puts a conversation away until a moment, when it comes back by itself; a new message brings it back before.',
  ...step,
  input: z.strictObject({ ...one, until: instant() }),
  output: changed,
  emits: [e.conversationSnoozed],
  refusals: [r.snoozePast],
  example: { id: s.exampleConversation, until: '2126-11-25T08:00:00Z' },
})

export const finishConversation = command({
  name: 'channels.finish-conversation',
  summary: 'Says that a conversation is done; a new message takes it up again.',
  ...step,
  input: z.strictObject(one),
  output: changed,
  emits: [e.conversationFinished],
  example: { id: s.exampleConversation },
})

export const reopenConversation = command({
  name: 'channels.reopen-conversation',
  summary: 'Takes a conversation up again: done, snoozed, waiting or unwanted.',
  ...step,
  input: z.strictObject(one),
  output: changed,
  emits: [e.conversationReopened],
  example: { id: s.exampleConversation },
})

export const setAside = command({
  name: 'channels.set-aside',
  summary: 'Puts a conversation with the unwanted ones: what comes there disturbs nobody any more.',
  ...step,
  input: z.strictObject(one),
  output: changed,
  emits: [e.conversationSetAside],
  example: { id: s.exampleConversation },
})

export const restoreConversation = command({
  name: 'channels.restore-conversation',
  summary: 'Puts a conversation back as it stood before an act.',
  ...about,
  tool: false,
  input: z.strictObject({
    ...one,
    state: choice(s.conversationStates, { hidden: true }),
    ownerId: z.uuid().nullable().meta({ hidden: true }),
    snoozedUntil: instant({ hidden: true }).nullable(),
    unanswered: flag({ hidden: true }),
  }),
  output: changed,
  emits: [e.conversationReopened],
  refusals: [r.personUnknown],
  example: { id: s.exampleConversation, state: 'open', ownerId: null, snoozedUntil: null, unanswered: true },
})

export const setParty = command({
  name: 'channels.set-party',
  summary: 'Says who of the directory writes in a conversation, or that nobody of it does.',
  ...step,
  input: z.strictObject({
    ...one,
    partyId: id().meta({ control: 'record', optionsFrom: 'directory.list-parties' }).nullable(),
  }),
  output: changed,
  emits: [e.partySet],
  example: { id: s.exampleConversation, partyId: null },
})

export const holdConversation = command({
  name: 'channels.hold-conversation',
  summary:
    'Says that one is writing in a conversation, for some minutes; nobody else can answer it then unless they take over.',
  ...about,
  input: z.strictObject({ id: one.id, takeOver: flag().optional() }),
  output: z.strictObject({ id: z.uuid(), until: instant() }),
  emits: [e.answerBegun, e.answerTakenOver],
  refusals: [r.conversationHeld],
  example: { id: s.exampleConversation },
})

export const releaseConversation = command({
  name: 'channels.release-conversation',
  summary: 'Says that one writes no answer in a conversation any more.',
  ...about,
  input: z.strictObject({ id: one.id }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [e.answerLeft],
  example: { id: s.exampleConversation },
})

export const fileAttachments = command({
  name: 'channels.file-attachments',
  summary: 'Takes the files of a message in as documents, as confidential as the conversation, and links them to it.',
  ...about,
  kinds: ['conversation', 'document'],
  input: z.strictObject({ id: one.id, messageId: z.uuid().meta({ hidden: true }) }),
  output: z.strictObject({ id: z.uuid(), documentIds: z.array(z.uuid()) }),
  emits: [e.filesFiled],
  refusals: [r.nothingToFile],
  example: { id: s.exampleConversation, messageId: s.exampleMessage },
})

export const wakeConversations = command({
  name: 'channels.wake-conversations',
  summary: 'Brings snoozed conversations back whose moment has come.',
  permission,
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  emits: [e.conversationsWoken],
  door: 'none',
  tool: false,
  example: {},
})
export const wakeJob = job('channels.wake', z.strictObject({}), 'system')

export const conversationCommands = [
  assignConversation,
  snoozeConversation,
  finishConversation,
  reopenConversation,
  setAside,
  restoreConversation,
  setParty,
  holdConversation,
  releaseConversation,
  fileAttachments,
  wakeConversations,
]

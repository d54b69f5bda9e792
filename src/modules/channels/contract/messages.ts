/** What comes and what goes. */
import { command, job } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, count, fileId, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

const permission = 'channels.answer-conversations'
const inner = { permission, door: 'none', tool: false } as const
const about = { permission, kinds: ['conversation'], subject: 'id' } as const
const here = { id: id('conversation', { hidden: true }), messageId: z.uuid().meta({ hidden: true }) }
const words = () => longText(20_000, { proof: 'mail' }).refine(body => body.trim().length > 0, 'empty')
const answered = z.strictObject({ id: z.uuid(), messageId: z.uuid() })

export const sendJob = job('channels.send', z.strictObject({ id: z.uuid() }), 'system')
export const fetchJob = job('channels.fetch-files', z.strictObject({ id: z.uuid() }), 'system')

/** A message that the provider has approved, by its name there. */
const template = z.strictObject({ name: text(120), language: text(15) })

export const sendMessage = command({
  name: 'channels.send-message',
  summary: 'Answers in a conversation; for some seconds it can be taken back. What is sent cannot be called back.',
  ...about,
  input: z.strictObject({
    id: here.id,
    text: words(),
    template: template.optional().meta({ hidden: true }),
    /** Goes with the words, where the channel sends files; a link does elsewhere. */
    fileId: fileId({ folded: true }).optional(),
    fileName: text(200, { hidden: true }).optional(),
    leaves: choice(s.afterSending, { folded: true }).default('waiting'),
  }),
  output: answered,
  emits: [e.messageQueued],
  refusals: [
    r.channelRetired,
    r.conversationHeld,
    r.optedOut,
    r.windowOver,
    r.messageTooLong,
    r.noAnswerThere,
    r.noTemplates,
    r.noFilesThere,
    r.fileTooLargeThere,
  ],
  jobs: [sendJob],
  undoable: true,
  example: { id: s.exampleConversation, text: 'We are open on weekdays from 8 to 17.' },
})

export const startConversation = command({
  name: 'channels.start-conversation',
  summary: 'Writes to somebody first by a channel: to a number, or to an address of that channel.',
  permission,
  input: z.strictObject({
    channelId: id('channel').meta({ optionsFrom: 'channels.list-channels' }),
    /** A number as one dials it; of a chat what the channel knows them by. */
    to: text(120),
    name: text(200, { folded: true }).optional(),
    text: words(),
    template: template.optional().meta({ hidden: true }),
  }),
  output: answered,
  emits: [e.conversationBegun, e.messageQueued],
  refusals: [
    r.channelRetired,
    r.recipientWrong,
    r.conversationHeld,
    r.optedOut,
    r.windowOver,
    r.messageTooLong,
    r.noAnswerThere,
    r.noTemplates,
  ],
  jobs: [sendJob],
  kinds: ['conversation'],
  undoable: true,
  example: { channelId: s.exampleChannel, to: '+46 70 174 06 12', text: 'Your drawings are ready to be collected.' },
})

export const recallMessage = command({
  name: 'channels.recall-message',
  summary: 'Takes back a message that has not left yet.',
  ...about,
  input: z.strictObject(here),
  output: answered,
  emits: [e.messageRecalled],
  refusals: [r.messageUnderWay],
  example: { id: s.exampleConversation, messageId: s.exampleMessage },
})

export const settleMessage = command({
  name: 'channels.settle-message',
  summary: 'Says of a message that failed, or of which nobody knows, whether it is sent again or left as it is.',
  ...about,
  input: z.strictObject({ ...here, again: flag() }),
  output: answered,
  emits: [e.messageQueued, e.messageSettled],
  refusals: [r.messageNotDoubtful, r.channelRetired, r.optedOut],
  jobs: [sendJob],
  example: { id: s.exampleConversation, messageId: s.exampleMessage, again: true },
})

const heardFile = z.strictObject({
  name: z.string().max(200),
  mediaType: z.string().max(120),
  bytes: count(),
  fileId: z.uuid().optional(),
  /** By what the provider gives it out. */
  ref: z.string().max(1000).optional(),
})
export const heardMessage = z.strictObject({
  /** As the channel calls it: known again, it is not taken twice. */
  externalId: z.string().min(1).max(300),
  /** Who writes, as the channel knows them; empty: nobody can be told apart. */
  handle: z.string().max(320),
  name: z.string().max(200).optional(),
  /** In E.164 digits. */
  number: z
    .string()
    .regex(/^\d{4,15}$/)
    .optional(),
  email: z.string().max(254).optional(),
  language: choice(languages).optional(),
  text: longText(20_000),
  fields: z.array(s.answeredField).max(60).default([]),
  files: z.array(heardFile).max(20).default([]),
  at: instant().optional(),
  unwanted: flag().optional(),
  /** It could not be read: what came, as it came. */
  kept: flag().optional(),
  /** What is written to them at once. */
  acknowledgement: longText(4_000).optional(),
})
export type HeardMessage = z.input<typeof heardMessage>
export const heardStatus = z.strictObject({
  externalId: z.string().min(1).max(300),
  state: z.enum(['given', 'delivered', 'seen', 'failed']),
  because: z.string().max(300).optional(),
})
export type HeardStatus = z.output<typeof heardStatus>

export const hear = command({
  name: 'channels.hear',
  summary: 'Takes in what a channel tells: messages, each once, and what became of ours.',
  ...inner,
  input: z.strictObject({
    channelId: z.uuid(),
    messages: z.array(heardMessage).max(200).default([]),
    statuses: z.array(heardStatus).max(500).default([]),
  }),
  output: z.strictObject({ taken: count(), conversationIds: z.array(z.uuid()) }),
  emits: [e.messageReceived, e.messageNotSent, e.optedOutEvent, e.optedIn, e.messageQueued],
  refusals: [r.channelClosed],
  jobs: [sendJob, fetchJob],
  kinds: ['conversation', 'channel', 'web-form'],
  example: {
    channelId: s.exampleChannel,
    messages: [{ externalId: 'SM1', handle: '+46701740612', number: '46701740612', text: 'When are you open?' }],
  },
})

export const beginSending = command({
  name: 'channels.begin-sending',
  summary: 'Says that a message is being given to its provider now: from here on it is never given twice by itself.',
  ...inner,
  input: z.strictObject({ id: z.uuid() }),
  output: z.strictObject({ go: flag() }),
  emits: [e.messageNotSent],
  kinds: ['conversation'],
  example: { id: s.exampleMessage },
})

export const noteSent = command({
  name: 'channels.note-sent',
  summary: 'Notes what became of a message that was given to its provider.',
  ...inner,
  input: z.strictObject({
    id: z.uuid(),
    outcome: z.enum(['given', 'later', 'refused', 'doubtful']),
    externalId: z.string().min(1).max(300).optional(),
    because: z.string().max(300).optional(),
  }),
  output: z.strictObject({}),
  emits: [e.messageSent, e.messageNotSent],
  jobs: [sendJob],
  kinds: ['conversation'],
  example: { id: s.exampleMessage, outcome: 'given', externalId: 'SM2' },
})

export const noteFile = command({
  name: 'channels.note-file',
  summary: 'Keeps a file of a message that its provider gave out, or that it does not.',
  ...inner,
  input: z.strictObject({ messageId: z.uuid(), n: z.int().min(0).max(19), fileId: z.uuid().nullable() }),
  output: z.strictObject({}),
  kinds: ['conversation'],
  example: { messageId: s.exampleMessage, n: 0, fileId: null },
})

export const messageCommands = [
  sendMessage,
  startConversation,
  recallMessage,
  settleMessage,
  hear,
  beginSending,
  noteSent,
  noteFile,
]

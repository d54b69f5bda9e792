import { query } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, count, expectedVersion, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import { can, head, list, named, waitingRow } from '../../../kernel/shapes.ts'
import * as s from './shapes.ts'

const permission = 'channels.read-conversations'
const version = expectedVersion().unwrap()

export const listConversations = query({
  name: 'channels.list-conversations',
  summary: 'Conversations by text message, chat and form: what nobody has answered first.',
  permission,
  input: z.strictObject({
    box: choice(s.boxes).default('unanswered'),
    text: text(200).optional(),
    channelId: id('channel').optional(),
    partyId: id().optional(),
    ...slice,
  }),
  output: list(s.conversationLine),
  kinds: ['conversation'],
  example: {},
})

export const getConversation = query({
  name: 'channels.get-conversation',
  summary: 'One conversation: who writes, every message, what may be written there now.',
  permission,
  input: z.strictObject({ id: id('conversation') }),
  output: z.strictObject({
    record: head(s.conversationStates),
    channel: named,
    wire: choice(s.wires),
    capabilities: s.capabilities,
    /** What they are called there: a number, an address, a name. */
    handle: z.string(),
    email: z.string().nullable(),
    number: z.string().nullable(),
    unanswered: flag(),
    owner: named.nullable(),
    party: named.nullable(),
    /** Who it may be. */
    maybe: z.array(named),
    language: choice(languages).nullable(),
    snoozedUntil: instant().nullable(),
    optedOutAt: instant().nullable(),
    lastInAt: instant().nullable(),
    /** Until when one may write freely; null: always. */
    openUntil: instant().nullable(),
    /** Why nothing can be written here at all. */
    shutBecause: z.enum(['opted-out', 'retired', 'no-answer']).nullable(),
    holder: named.nullable(),
    heldByMe: flag(),
    lines: z.array(s.messageLine),
    /** There are older ones that are not shown. */
    older: count(),
    can,
  }),
  kinds: ['conversation', 'channel', 'person', 'organisation'],
  example: { id: s.exampleConversation },
})

export const listWaiting = query({
  name: 'channels.list-waiting',
  summary: 'Messages that came by text message, chat or form and are nobody’s yet, the oldest first.',
  permission,
  input: z.strictObject({ ...slice }),
  output: list(waitingRow),
  kinds: ['conversation'],
  example: {},
})

export const listChannels = query({
  name: 'channels.list-channels',
  summary: 'The channels that are connected, with the address to give to each provider; forms too.',
  permission,
  input: z.strictObject({ text: text(200).optional(), ...slice }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      version,
      title: z.string(),
      wire: choice(s.wires),
      sender: z.string().nullable(),
      account: z.string().nullable(),
      address: z.string().nullable(),
      members: z.array(named),
      heardAt: instant().nullable(),
      retired: flag(),
      /** Where its provider tells of messages; null where one may not see it. */
      path: z.string().nullable(),
      hasSecret: flag(),
      capabilities: s.capabilities,
      unanswered: count(),
    }),
  ),
  kinds: ['channel', 'web-form', 'conversation'],
  tool: false,
  example: {},
})

export const listForms = query({
  name: 'channels.list-forms',
  summary: 'The forms of the office’s web site, with how many have been filled in.',
  permission,
  input: z.strictObject({ text: text(200).optional(), state: choice(s.formStates).optional(), ...slice }),
  output: list(
    z.strictObject({
      id: z.uuid(),
      version,
      title: z.string(),
      state: choice(s.formStates),
      languages: z.array(choice(languages)),
      fields: count(),
      filledIn: count(),
      lastAt: instant().nullable(),
      path: z.string().nullable(),
    }),
  ),
  kinds: ['web-form', 'conversation'],
  example: {},
})

export const getForm = query({
  name: 'channels.get-form',
  summary: 'One form with its fields and texts, and its address.',
  permission,
  input: z.strictObject({ id: id('web-form') }),
  output: z.strictObject({
    record: head(s.formStates),
    languages: z.array(choice(languages)),
    intros: s.formFacts.intros,
    consents: s.formFacts.consents,
    thanks: s.formFacts.thanks,
    fields: z.array(s.formField),
    sites: z.array(z.string()),
    acknowledges: flag(),
    replyTo: z.string().nullable(),
    members: z.array(named),
    path: z.string().nullable(),
    can,
  }),
  kinds: ['web-form'],
  example: { id: s.exampleForm },
})

export const getAttachment = query({
  name: 'channels.get-attachment',
  summary: 'What a file of a message is kept as.',
  permission,
  input: z.strictObject({ messageId: z.uuid(), n: z.int().min(0).max(19) }),
  output: z.strictObject({
    record: z.strictObject({ id: z.uuid(), class: z.int() }),
    name: z.string(),
    mediaType: z.string(),
    bytes: count(),
    digest: z.string(),
  }),
  kinds: ['conversation'],
  tool: false,
  example: { messageId: s.exampleMessage, n: 0 },
})

export const messageToSend = query({
  name: 'channels.message-to-send',
  summary: 'A message that is to leave now, and by which channel; asked by Kontor’s own job.',
  permission,
  input: z.strictObject({ id: z.uuid() }),
  output: z.strictObject({
    due: flag(),
    channelId: z.uuid(),
    to: z.string(),
    name: z.string(),
    text: z.string(),
    template: z.strictObject({ name: z.string(), language: z.string() }).nullable(),
    language: choice(languages).nullable(),
    author: z.string().nullable(),
    /** The message of ours before it. */
    follows: z.uuid().nullable(),
    file: z.strictObject({ name: z.string(), mediaType: z.string(), digest: z.string() }).nullable(),
  }),
  kinds: ['conversation'],
  tool: false,
  example: { id: s.exampleMessage },
})

export const filesToFetch = query({
  name: 'channels.files-to-fetch',
  summary: 'Files of a message that its provider has to give out; asked by Kontor’s own job.',
  permission,
  input: z.strictObject({ id: z.uuid() }),
  output: z.strictObject({
    channelId: z.uuid(),
    files: z.array(z.strictObject({ n: z.int(), name: z.string(), mediaType: z.string(), ref: z.string() })),
  }),
  kinds: ['conversation'],
  tool: false,
  example: { id: s.exampleMessage },
})

export const channelsQueries = [
  listConversations,
  getConversation,
  listWaiting,
  listChannels,
  listForms,
  getForm,
  getAttachment,
  messageToSend,
  filesToFetch,
]

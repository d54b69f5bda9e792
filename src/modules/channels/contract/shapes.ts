/** Words that commands and queries of channels share. */
import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, count, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'

/** The adapters: each is one file of `wires/`. */
export const wires = ['form', 'gateway', 'twilio', '46elks', 'webhook', 'whatsapp', 'telegram'] as const
export type WireName = (typeof wires)[number]
/** Those that are connected by hand; a form makes its channel by itself. */
export const providers = ['gateway', 'twilio', '46elks', 'webhook', 'whatsapp', 'telegram'] as const
export type Provider = (typeof providers)[number]

export const conversationStates = ['open', 'waiting', 'snoozed', 'done', 'unwanted'] as const
export type ConversationState = (typeof conversationStates)[number]
export const boxes = ['unanswered', 'mine', 'all', 'waiting', 'snoozed', 'done', 'unwanted'] as const
export type Box = (typeof boxes)[number]

/** `kept`: it came and nothing could be read of it. Of ours: `given` to the provider, then what it tells. */
export const messageStates = [
  'received',
  'kept',
  'waiting',
  'sending',
  'given',
  'delivered',
  'seen',
  'failed',
  'doubtful',
  'recalled',
] as const
export type MessageState = (typeof messageStates)[number]
export const afterSending = ['waiting', 'done', 'same'] as const

export const formStates = ['draft', 'published', 'closed'] as const
export type FormState = (typeof formStates)[number]
export const fieldTypes = [
  'name',
  'email',
  'phone',
  'text',
  'longtext',
  'choice',
  'choices',
  'day',
  'number',
  'file',
] as const
export type FieldType = (typeof fieldTypes)[number]

/** Seconds in which what is sent can be taken back. */
export const recallSeconds = 5
/** As many segments as one text message may have. */
export const mostSegments = 10

export const exampleChannel = '019aa000-0000-7000-8000-0000000000d1'
export const exampleConversation = '019aa000-0000-7000-8000-0000000000d2'
export const exampleMessage = '019aa000-0000-7000-8000-0000000000d3'
export const exampleForm = '019aa000-0000-7000-8000-0000000000d4'
export const examplePerson = '019aa000-0000-7000-8000-0000000000d5'
export const exampleFile = '019aa000-0000-7000-8000-0000000000d6'

export const person = (folded = false) => id('principal', { control: 'person', folded })

/** A text in some of the six languages. */
const worded = (max: number) =>
  z.strictObject(
    Object.fromEntries(languages.map(one => [one, longText(max).optional()])) as Record<
      (typeof languages)[number],
      z.ZodOptional<ReturnType<typeof longText>>
    >,
  )
export type Worded = z.output<ReturnType<typeof worded>>

export const formField = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  type: choice(fieldTypes),
  required: flag(),
  labels: worded(200),
  options: z.array(worded(120)).max(40).default([]),
})
export type FormField = z.output<typeof formField>

export const formFacts = {
  title: text(120),
  languages: z.array(choice(languages)).min(1).max(6),
  intros: worded(4_000),
  /** What one agrees to; empty: nothing is asked. */
  consents: worded(1_000),
  thanks: worded(2_000),
  fields: z.array(formField).max(40),
  /** Where it may be shown in a frame, or be sent from: `https://www.example.org`. */
  sites: z
    .array(
      z
        .string()
        .max(400)
        .regex(/^https?:\/\/[a-z0-9.:-]{1,200}(\/\S*)?$/i),
    )
    .max(20),
  /** A mail says at once that it came. */
  acknowledges: flag(),
  /** Where answers to our mails go. */
  replyTo: z.email().max(254).nullable(),
  memberIds: z.array(person()).max(50),
}

export const answeredField = z.strictObject({ key: z.string(), label: z.string(), value: z.string() })
export type AnsweredField = z.output<typeof answeredField>

export const capabilities = z.strictObject({
  /** How long a message may be, in characters; text messages are counted in segments besides. */
  mostLetters: z.int(),
  segments: flag(),
  files: flag(),
  /** A file can go out with a message; elsewhere a paper goes as a link that expires. */
  sendsFiles: flag(),
  /** One may write freely so many hours after theirs; afterwards only what the provider has approved. */
  windowHours: z.int().nullable(),
  /** Messages that the provider has approved can be sent by their name. */
  templates: flag(),
  /** What became of a message is told. */
  statuses: flag(),
})
export type Capabilities = z.output<typeof capabilities>

export const conversationLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  channel: named,
  wire: choice(wires),
  state: choice(conversationStates),
  unanswered: flag(),
  owner: named.nullable(),
  party: named.nullable(),
  snippet: z.string(),
  language: choice(languages).nullable(),
  snoozedUntil: instant().nullable(),
  lastAt: instant(),
  /** Something was not sent, or nobody knows whether it was. */
  troubled: flag(),
  writing: named.nullable(),
})

export const messageLine = z.strictObject({
  id: z.uuid(),
  direction: z.enum(['in', 'out']),
  state: choice(messageStates),
  text: z.string(),
  fields: z.array(answeredField),
  at: instant(),
  author: named.nullable(),
  /** Sent by itself, by nobody. */
  automatic: flag(),
  problem: z.string().nullable(),
  sendAt: instant().nullable(),
  files: z.array(
    z.strictObject({
      n: z.int(),
      name: z.string(),
      mediaType: z.string(),
      bytes: count(),
      state: z.enum(['here', 'coming', 'lost']),
      documentId: z.uuid().nullable(),
    }),
  ),
})

/** Channels and forms: what is connected, and what strangers may fill in. */
import { command } from '../../../kernel/declare.ts'
import { choice, expectedVersion, id, text, z } from '../../../kernel/schema.ts'
import { changed } from '../../../kernel/shapes.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

const permission = 'channels.manage-channels'
const channel = { id: id('channel', { hidden: true }), expectedVersion: expectedVersion() }
const form = { id: id('web-form', { hidden: true }), expectedVersion: expectedVersion() }
const ofChannel = { permission, kinds: ['channel'], subject: 'id' } as const
const ofForm = { permission, kinds: ['web-form'], subject: 'id' } as const

const reached = {
  /** Where the provider is spoken to; none: where its documentation says. */
  address: z
    .string()
    .trim()
    .max(300)
    .regex(/^https?:\/\/\S+$/)
    .nullable()
    .optional()
    .meta({ folded: true }),
  /** The number or name that messages come from; of WhatsApp the id of the number. */
  sender: text(80).nullable().optional(),
  /** The account, where the provider has such. */
  account: text(120, { folded: true }).nullable().optional(),
  /** Whom new messages are told that are nobody's. */
  memberIds: z.array(s.person(true)).max(50).optional(),
  /** Sealed before this is dispatched. */
  secretId: z.uuid().optional().meta({ hidden: true }),
}

export const connectChannel = command({
  name: 'channels.connect-channel',
  summary:
    'Connects a way by which people write to the office: text messages, a chat. Its secrets are sealed beforehand.',
  permission,
  input: z.strictObject({ title: text(100), wire: choice(s.providers), ...reached }),
  output: changed,
  emits: [e.channelConnected],
  refusals: [r.personUnknown],
  kinds: ['channel'],
  undoable: true,
  example: { title: 'Text messages', wire: 'gateway', sender: '+46766861004' },
})

export const changeChannel = command({
  name: 'channels.change-channel',
  summary: 'Changes what a channel is called and reached by, and whom its messages are told.',
  ...ofChannel,
  input: z.strictObject({ ...channel, title: text(100).optional(), ...reached }),
  output: changed,
  emits: [e.channelChanged],
  refusals: [r.personUnknown],
  example: { id: s.exampleChannel, title: 'Text messages' },
})

export const retireChannel = command({
  name: 'channels.retire-channel',
  summary: 'Disconnects a channel: what is told there is refused, and nothing is sent by it; its conversations stay.',
  ...ofChannel,
  input: z.strictObject(channel),
  output: changed,
  emits: [e.channelRetiredEvent],
  undoable: true,
  example: { id: s.exampleChannel },
})

export const restoreChannel = command({
  name: 'channels.restore-channel',
  summary: 'Takes a channel into use again that was disconnected.',
  ...ofChannel,
  input: z.strictObject(channel),
  output: changed,
  emits: [e.channelRestored],
  undoable: true,
  example: { id: s.exampleChannel },
})

export const createForm = command({
  name: 'channels.create-form',
  summary:
    'Begins a form for the office’s web site, with the fields that most need; nobody sees it before it is published.',
  permission,
  input: z.strictObject({
    title: s.formFacts.title,
    languages: s.formFacts.languages.default(['en']).meta({ hidden: true }),
  }),
  output: changed,
  emits: [e.formCreated],
  kinds: ['web-form'],
  example: { title: 'Ask us' },
})

export const changeForm = command({
  name: 'channels.change-form',
  summary: 'Changes a form: its fields in their order, its texts in each language, where it may stand.',
  ...ofForm,
  input: z.strictObject({
    ...form,
    title: s.formFacts.title.optional(),
    languages: s.formFacts.languages.optional(),
    intros: s.formFacts.intros.optional(),
    consents: s.formFacts.consents.optional(),
    thanks: s.formFacts.thanks.optional(),
    fields: s.formFacts.fields.optional(),
    sites: s.formFacts.sites.optional(),
    acknowledges: s.formFacts.acknowledges.optional(),
    replyTo: s.formFacts.replyTo.optional(),
    memberIds: s.formFacts.memberIds.optional(),
  }),
  output: changed,
  emits: [e.formChanged],
  refusals: [r.fieldTwice, r.formNotReady, r.personUnknown],
  example: { id: s.exampleForm, title: 'Ask us anything' },
})

export const publishForm = command({
  name: 'channels.publish-form',
  summary: 'Publishes a form: whoever has its address may fill it in.',
  ...ofForm,
  input: z.strictObject(form),
  output: changed,
  emits: [e.formPublished],
  refusals: [r.formNotReady, r.formState],
  undoable: true,
  example: { id: s.exampleForm },
})

export const closeForm = command({
  name: 'channels.close-form',
  summary: 'Closes a form: its address opens nothing; what came by it stays.',
  ...ofForm,
  input: z.strictObject(form),
  output: changed,
  emits: [e.formClosed],
  refusals: [r.formState],
  undoable: true,
  example: { id: s.exampleForm },
})

export const setupCommands = [
  connectChannel,
  changeChannel,
  retireChannel,
  restoreChannel,
  createForm,
  changeForm,
  publishForm,
  closeForm,
]

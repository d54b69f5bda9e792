/** Senders whose mails are noise, in a mailbox: what is there, and what comes. */
import { command, event, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import { count, expectedVersion, id, instant, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'
import { exampleMailbox, exampleThread } from './shapes.ts'

export const senderNotBuried = refusal('mail-sender-not-buried', 409)

export const senderBuried = event(
  'mail.sender-buried',
  z.strictObject({ id: z.uuid(), mailbox: z.string(), address: z.string(), count: count() }),
)
export const senderUnburied = event(
  'mail.sender-unburied',
  z.strictObject({ id: z.uuid(), mailbox: z.string(), address: z.string(), count: count() }),
)

export const burySender = command({
  name: 'mail.bury-sender',
  summary: 'Buries a sender as noise in a mailbox: what is there of theirs, and what will come.',
  permission: 'mail.answer-mail',
  input: z.strictObject({ id: id('mail-thread', { hidden: true }), expectedVersion: expectedVersion() }),
  output: z.strictObject({ id: z.uuid(), address: z.string(), count: count() }),
  emits: [senderBuried],
  refusals: [senderNotBuried],
  kinds: ['mail-thread'],
  subject: 'id',
  undoable: true,
  example: { id: exampleThread },
})

export const unburySender = command({
  name: 'mail.unbury-sender',
  summary: 'What a sender writes is no noise any more; what was buried by it comes back.',
  permission: 'mail.answer-mail',
  input: z.strictObject({ id: id('mail-mailbox', { hidden: true }), address: text(254, { hidden: true }) }),
  output: z.strictObject({ id: z.uuid(), address: z.string(), count: count() }),
  emits: [senderUnburied],
  refusals: [senderNotBuried],
  kinds: ['mail-mailbox'],
  subject: 'id',
  example: { id: exampleMailbox, address: 'nyheter@kaffekompaniet.example' },
})

export const listBuried = query({
  name: 'mail.list-buried',
  summary: 'Senders whose mails are noise, by mailbox.',
  permission: 'mail.read-mail',
  input: z.strictObject({ mailboxId: id('mail-mailbox').optional() }),
  output: z.strictObject({
    rows: z.array(z.strictObject({ mailbox: named, address: z.string(), at: instant(), by: named.nullable() })),
  }),
  kinds: ['mail-mailbox', 'mail-thread'],
  example: {},
})

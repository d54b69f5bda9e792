/** What stands beside a thread: notes to colleagues, and what was filed from it. */
import { command, event } from '../../../kernel/declare.ts'
import { count, id, longText, z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { deskOwnerUnknown } from './refusals.ts'
import { exampleThread } from './shapes.ts'

const exampleDocument = '019aa000-0000-7000-8000-000000000003'

const writing = z.strictObject({ id: z.uuid(), title: z.string() })
export const attachmentsFiled = event('mail.attachments-filed', writing.extend({ count: count() }))
export const noteAdded = event('mail.note-added', writing.extend({ text: z.string(), ...notifyEnvelope }))

export const addNote = command({
  name: 'mail.add-note',
  summary: 'Writes a note to colleagues beside a thread, which nobody outside sees; who is named is told.',
  permission: 'mail.answer-mail',
  input: z.strictObject({
    id: id('mail-thread', { hidden: true }),
    text: longText(10_000).min(1),
    personIds: z
      .array(id('principal', { control: 'person' }))
      .max(20)
      .default([]),
  }),
  output: z.strictObject({ id: z.uuid(), commentId: z.uuid() }),
  emits: [noteAdded],
  refusals: [deskOwnerUnknown],
  kinds: ['mail-thread'],
  subject: 'id',
  undoable: true,
  example: { id: exampleThread, text: 'She called about this as well.' },
})

export const noteFiled = command({
  name: 'mail.note-filed',
  summary: 'Notes which documents were filed from a thread: its attachments, or the mail itself.',
  permission: 'mail.answer-mail',
  input: z.strictObject({
    id: id('mail-thread', { hidden: true }),
    documentIds: z.array(id('document')).min(1).max(100),
  }),
  output: z.strictObject({ id: z.uuid(), count: count() }),
  emits: [attachmentsFiled],
  kinds: ['mail-thread', 'document'],
  subject: 'id',
  example: { id: exampleThread, documentIds: [exampleDocument] },
})

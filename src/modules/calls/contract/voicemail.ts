/** Voicemail that comes as a sound in a mail. */
import { command, job, query } from '../../../kernel/declare.ts'
import { count, fileId, flag, id, instant, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as s from './shapes.ts'
import { escalateSlipJob } from './slip-commands.ts'

/** Of a mail that holds a sound: where its bytes lie, and which record it is. */
const mail = {
  sourceId: z.uuid(),
  digest: z.string().regex(/^[\da-f]{64}$/),
  /** The paper that the sound became, where the mail came to be filed. */
  documentId: z.uuid().nullable(),
}

export const readVoicemailJob = job('calls.read-voicemail', z.strictObject(mail), 'system')

/** A reaction: mails came, or papers out of one. */
export const lookForVoicemail = command({
  name: 'calls.look-for-voicemail',
  summary: 'Looks whether mails that came hold a voicemail.',
  input: z.strictObject({
    messageIds: z.array(z.uuid()).max(500).optional(),
    documentId: z.uuid().optional(),
    /** The mail that the document lay in. */
    parentId: z.uuid().optional(),
  }),
  output: z.strictObject({ found: count() }),
  emits: [],
  jobs: [readVoicemailJob],
  door: 'none',
  tool: false,
  example: { messageIds: [s.example] },
})

export const takeVoicemail = command({
  name: 'calls.take-voicemail',
  summary: 'Makes a message of a voicemail that came by mail: for whom its mailbox is, else for nobody yet; each once.',
  input: z.strictObject({
    sourceId: z.uuid(),
    fileId: fileId(),
    /** Of the mail and the sound, SHA-256. */
    key: z.string().regex(/^[\da-f]{64}$/),
    name: text(200),
    mediaType: text(80),
    plays: flag(),
    seconds: z.int().min(0).max(86_400).nullable(),
    number: text(80).nullable(),
    callerName: text(200).nullable(),
    /** The mailbox, extension or number that it was left for. */
    box: text(80).nullable(),
    leftAt: instant(),
  }),
  /** None where it was taken before. */
  output: z.strictObject({ id: z.uuid().nullable() }),
  emits: [e.slipTaken],
  jobs: [escalateSlipJob],
  kinds: ['slip'],
  door: 'none',
  tool: false,
  example: {
    sourceId: s.example,
    fileId: s.exampleOther,
    key: '0'.repeat(64),
    name: 'msg0003.wav',
    mediaType: 'audio/wav',
    plays: true,
    seconds: 42,
    number: '0313900655',
    callerName: null,
    box: '204',
    leftAt: '2026-11-24T08:42:00Z',
  },
})

/** Where the bytes of a voicemail lie, for the page that plays it. */
export const getSound = query({
  name: 'calls.get-sound',
  summary: 'The sound of a voicemail: what it is, and how long.',
  permission: 'calls.list-slips',
  input: z.strictObject({ id: id('slip') }),
  output: z.strictObject({
    record: z.strictObject({ id: z.uuid(), class: z.int() }),
    digest: z.string(),
    name: z.string(),
    mediaType: z.string(),
    sizeBytes: count(),
    plays: flag(),
    seconds: z.int().nullable(),
  }),
  kinds: ['slip'],
  tool: false,
  example: { id: s.example },
})

export const voicemailCommands = [lookForVoicemail, takeVoicemail]

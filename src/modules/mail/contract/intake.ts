/** Kontor's own steps along a mailbox: each whole, or not at all, and many mails in one. */
import { command, job } from '../../../kernel/declare.ts'
import { count, flag, id, instant, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { exampleFile, exampleFolder, exampleMailbox } from './shapes.ts'

const inner = { permission: 'mail.manage-mailboxes', door: 'none', tool: false } as const
const ofMailbox = { kinds: ['mail-mailbox'], subject: 'id' } as const
const uid = () => z.int().min(1).max(4_294_967_295)
const flags = { seen: flag(), answered: flag(), flagged: flag() }

export const takeMails = command({
  name: 'mail.take-mails',
  summary: 'Takes mails in whose bytes are stored and read: each once, into the thread it belongs to.',
  ...inner,
  input: z.strictObject({
    id: id('mail-mailbox'),
    folderId: z.uuid(),
    uidValidity: z.int().min(0),
    /** Mails that are stored, in the order of their numbers. */
    mails: z
      .array(z.strictObject({ fileId: z.uuid(), uid: uid().nullable(), at: instant(), ...flags }))
      .max(500)
      .default([]),
    /** Mails that are here and were met again at another place. */
    known: z
      .array(z.strictObject({ messageId: z.uuid(), uid: uid(), ...flags }))
      .max(5000)
      .default([]),
    /** Up to which all was seen. */
    lastUid: z.int().min(0).optional(),
    /** New mail, which people are told of; not what lay there when the mailbox was connected. */
    fresh: flag(),
  }),
  output: z.strictObject({ taken: count(), known: count() }),
  emits: [e.mailsReceived, e.mailReceived, e.mailBounced],
  refusals: [r.mailboxOver],
  ...ofMailbox,
  example: {
    id: exampleMailbox,
    folderId: exampleFolder,
    uidValidity: 1,
    mails: [{ fileId: exampleFile, uid: 1, at: '2026-11-22T08:00:00Z', seen: false, answered: false, flagged: false }],
    fresh: true,
  },
})

export const notePlaces = command({
  name: 'mail.note-places',
  summary: 'Notes what a mail program there has done: read, answered, flagged, moved, thrown away.',
  ...inner,
  input: z.strictObject({
    id: id('mail-mailbox'),
    folderId: z.uuid(),
    flags: z
      .array(z.strictObject({ uid: uid(), ...flags }))
      .max(5000)
      .default([]),
    gone: z.array(uid()).max(50_000).default([]),
    /** Its numbers mean something else now (RFC 9051, 2.3.1.1): all places in it are forgotten. */
    forgetAll: flag().default(false),
    uidValidity: z.int().min(0).optional(),
    lastUid: z.int().min(0).optional(),
    modSeq: z
      .string()
      .regex(/^\d{1,20}$/)
      .nullable()
      .optional(),
  }),
  output: z.strictObject({}),
  emits: [e.placesNoted],
  refusals: [r.mailboxOver],
  ...ofMailbox,
  example: { id: exampleMailbox, folderId: exampleFolder },
})

export const notePushed = command({
  name: 'mail.note-pushed',
  summary: 'Notes what was set here and now stands there too.',
  ...inner,
  input: z.strictObject({
    id: id('mail-mailbox'),
    /** Where it lies now, and with which marks. */
    done: z
      .array(z.strictObject({ messageId: z.uuid(), ...flags, folderId: z.uuid(), uid: uid().nullable() }))
      .max(1000)
      .default([]),
    failed: z.array(z.uuid()).max(1000).default([]),
  }),
  output: z.strictObject({}),
  emits: [e.placesNoted],
  refusals: [r.mailboxOver],
  ...ofMailbox,
  example: { id: exampleMailbox },
})

/** Reads again what could not be read whole, with the reader of this version. */
export const readAgainJob = job('mail.read-again', z.strictObject({}), 'system')

export const noteReadings = command({
  name: 'mail.note-readings',
  summary: 'Keeps what a better reader found in mails that could not be read whole before.',
  ...inner,
  input: z.strictObject({ id: id('mail-mailbox'), messageIds: z.array(z.uuid()).min(1).max(500) }),
  output: z.strictObject({}),
  emits: [e.readAgain],
  refusals: [],
  ...ofMailbox,
  example: { id: exampleMailbox, messageIds: [exampleFile] },
})

export const intakeCommands = [takeMails, notePlaces, notePushed, noteReadings]

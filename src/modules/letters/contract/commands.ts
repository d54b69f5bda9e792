import { richText } from '../../../formats/rich/schema.ts'
import { command, job } from '../../../kernel/declare.ts'
import { choice, confidentiality, expectedVersion, fileId, flag, id, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import { officeCommands } from './office.ts'
import * as r from './refusals.ts'
import { changed, example, exampleBody, exampleOther, letterFacts, letterheadFacts, sendWays } from './shapes.ts'

const one = { id: id('letter', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['letter'], subject: 'id' } as const

/** Draws a finished letter and files it among the documents. */
export const fileLetterJob = job('letters.file-letter', z.strictObject({ id: id('letter') }), 'system')
export const mailLetterJob = job('letters.mail-letter', z.strictObject({ id: id('letter') }), 'system')

export const createLetter = command({
  name: 'letters.create-letter',
  summary:
    'Begins a letter to somebody: from a template in their language, as a copy of another, or empty; fields are filled from what is known.',
  input: z.strictObject({
    partyId: id('person').meta({ control: 'record', optionsFrom: 'directory.list-parties' }).optional(),
    templateId: id('letter-template').optional(),
    copyOfId: id('letter', { hidden: true }).optional(),
    matterId: id('matter', { folded: true }).optional(),
    ...letterFacts,
    body: richText().optional(),
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.letterCreated],
  refusals: [r.templateRetired, r.pictureUnfit],
  kinds: ['letter'],
  undoable: true,
  example: { subject: 'Your question' },
})

export const saveLetter = command({
  name: 'letters.save-letter',
  summary: 'Saves what was written; versions are kept, one for each sitting.',
  permission: 'letters.create-letter',
  input: z.strictObject({
    ...one,
    ...letterFacts,
    body: richText().optional(),
    /** A Word file that becomes the letter; null: it is written here again. */
    fileId: fileId({ hidden: true }).nullable().optional(),
    /** Saved back by a program that had opened it. */
    openingId: id(undefined, { hidden: true }).optional(),
  }),
  output: changed,
  emits: [e.letterSaved, e.versionAside],
  refusals: [r.letterNotSoFar, r.pictureUnfit, r.officeFileUnknown, r.letterBeingEdited, r.openingOver],
  ...about,
  example: { id: example, body: exampleBody },
})

export const restoreLetterVersion = command({
  name: 'letters.restore-version',
  summary: 'Puts an earlier version of a letter back; the present one is kept too.',
  permission: 'letters.create-letter',
  input: z.strictObject({ ...one, number: z.int().min(1) }),
  output: changed,
  emits: [e.versionRestored],
  refusals: [r.letterNotSoFar, r.versionUnknown, r.letterBeingEdited],
  ...about,
  undoable: true,
  example: { id: example, number: 1 },
})

export const finishLetter = command({
  name: 'letters.finish-letter',
  summary:
    'Finishes a letter: it gets its number, is filed as a document, and may be sent. Confidential ones, and those of templates that say so, ask a second person.',
  input: z.strictObject({
    ...one,
    /** Enters it into the register of what goes out, too. */
    register: flag({ folded: true }).default(false),
  }),
  output: changed.extend({ number: z.string() }),
  emits: [e.letterFinished],
  refusals: [
    r.letterNotSoFar,
    r.letterIncomplete,
    r.recipientMissing,
    r.letterEmpty,
    r.notRegistered,
    r.letterBeingEdited,
  ],
  jobs: [fileLetterJob],
  ...about,
  undoable: true,
  example: { id: example },
})

export const reopenLetter = command({
  name: 'letters.reopen-letter',
  summary: 'Takes a finished letter up again; it keeps its number.',
  permission: 'letters.finish-letter',
  input: z.strictObject(one),
  output: changed,
  emits: [e.letterReopened],
  refusals: [r.letterNotSoFar],
  ...about,
  example: { id: example },
})

export const sendLetter = command({
  name: 'letters.send-letter',
  summary: 'Sends a finished letter by mail with its PDF, or notes that it was posted or handed over.',
  input: z.strictObject({
    ...one,
    how: choice(sendWays),
    /** Where it is mailed to; the letter's own address where it is left out. */
    email: z.email().max(254).optional(),
  }),
  output: changed,
  emits: [e.letterSent],
  refusals: [r.letterNotSoFar, r.addressMissing],
  jobs: [mailLetterJob, fileLetterJob],
  ...about,
  // What leaves the office is a person's to send: a paper could talk an assistant into it.
  tool: false,
  example: { id: example, how: 'post' },
})

export const discardLetter = command({
  name: 'letters.discard-letter',
  summary: 'Discards a draft; it can be restored.',
  permission: 'letters.create-letter',
  input: z.strictObject(one),
  output: changed,
  emits: [e.letterDiscarded],
  refusals: [r.letterNotSoFar],
  ...about,
  undoable: true,
  example: { id: example },
})

export const restoreLetter = command({
  name: 'letters.restore-letter',
  summary: 'Takes a discarded draft up again.',
  permission: 'letters.create-letter',
  input: z.strictObject(one),
  output: changed,
  emits: [e.letterRestored],
  refusals: [r.letterNotSoFar],
  ...about,
  undoable: true,
  example: { id: example },
})

/** Inner steps of finishing and sending. */
export const noteFiled = command({
  name: 'letters.note-filed',
  summary: 'Notes which document a finished letter was filed as.',
  permission: 'letters.finish-letter',
  door: 'none',
  tool: false,
  input: z.strictObject({ id: id('letter'), documentId: id('document') }),
  output: z.strictObject({}),
  emits: [e.letterFiled],
  subject: 'id',
  example: { id: example, documentId: exampleOther },
})

/** The document of a letter says nothing that has to be confirmed by anybody: what it says was written here. */
export const settleFiled = command({
  name: 'letters.settle-filed',
  summary: 'Confirms the document of a letter that was written here, once it has been read.',
  permission: 'letters.finish-letter',
  door: 'none',
  tool: false,
  input: z.strictObject({ documentId: id('document') }),
  output: z.strictObject({ settled: flag() }),
  example: { documentId: exampleOther },
})

export const noteMailed = command({
  name: 'letters.note-mailed',
  summary: 'Notes whether the mail server took a letter.',
  permission: 'letters.send-letter',
  door: 'none',
  tool: false,
  input: z.strictObject({ id: id('letter'), to: z.string().max(254), sent: flag() }),
  output: z.strictObject({}),
  emits: [e.letterMailed, e.letterNotMailed],
  subject: 'id',
  example: { id: example, to: 'eva@lindholms.example', sent: true },
})

export const setLetterhead = command({
  name: 'letters.set-letterhead',
  summary: 'Says what stands at the head and foot of letters, and on which side the window of envelopes is.',
  input: z.strictObject(letterheadFacts),
  output: z.strictObject({}),
  emits: [e.letterheadSet],
  refusals: [r.pictureUnfit],
  undoable: true,
  example: { name: 'Almgren & Tveit', address: 'Storgatan 1\n411 38 Göteborg' },
})

export const letterCommands = [
  createLetter,
  saveLetter,
  restoreLetterVersion,
  finishLetter,
  reopenLetter,
  sendLetter,
  discardLetter,
  restoreLetter,
  noteFiled,
  settleFiled,
  noteMailed,
  setLetterhead,
  ...officeCommands,
]
export const letterJobs = [fileLetterJob, mailLetterJob]

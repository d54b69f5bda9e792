/** Word files: taken in, opened in a program, held by it. */
import { richText } from '../../../formats/rich/schema.ts'
import { command } from '../../../kernel/declare.ts'
import { fileId, id, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { example, exampleBody, exampleOther } from './shapes.ts'

const about = { kinds: ['letter'], subject: 'id' } as const

export const beginLetterEditing = command({
  name: 'letters.begin-editing',
  summary:
    'Opens a draft in a word processor of one’s own for a day: what is saved there becomes a version of the letter.',
  permission: 'letters.create-letter',
  input: z.strictObject({ id: id('letter', { hidden: true }) }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [e.letterOpened],
  refusals: [r.letterNotSoFar],
  ...about,
  tool: false,
  example: { id: example },
})

/** Inner steps of a letter that is open in a program. */
export const noteOpening = command({
  name: 'letters.note-opening',
  summary: 'Notes what a program has fetched of a letter, and how long it holds it.',
  permission: 'letters.create-letter',
  door: 'none',
  tool: false,
  input: z.strictObject({
    id: id(),
    basedOn: z.int().min(1).optional(),
    token: z.uuid().optional(),
    /** How long it is held from now on; 0: no longer. */
    seconds: z.int().min(0).max(3600).optional(),
  }),
  output: z.strictObject({ until: z.string().nullable() }),
  refusals: [r.letterBeingEdited, r.openingOver],
  example: { id: example, basedOn: 1 },
})

/** Inner step of taking a Word file in: what it says, once it was looked through. */
export const keepOfficeFile = command({
  name: 'letters.keep-office-file',
  summary: 'Keeps what a Word file says, and which of its fields mean nothing here.',
  permission: 'letters.create-letter',
  door: 'none',
  tool: false,
  input: z.strictObject({
    fileId: fileId(),
    body: richText(),
    unknown: z.array(z.string().max(200)).max(40),
  }),
  output: z.strictObject({}),
  // those that whoever reads the file gives, too
  refusals: [r.officeFileUnknown, r.officeFileUnreadable, r.officeFileLocked, r.officeFileUnsafe],
  example: { fileId: exampleOther, body: exampleBody, unknown: [] },
})

export const officeCommands = [beginLetterEditing, noteOpening, keepOfficeFile]

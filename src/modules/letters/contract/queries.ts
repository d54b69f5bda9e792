import { richText } from '../../../formats/rich/schema.ts'
import { query } from '../../../kernel/declare.ts'
import { choice, day, flag, id, instant, longText, slice, text, z } from '../../../kernel/schema.ts'
import {
  answer,
  can,
  example,
  exampleBody,
  filled,
  head,
  language,
  letterFacts,
  letterheadFacts,
  letterLine,
  letterStates,
  list,
  mailStates,
  named,
  pages,
  versionLine,
  windowSides,
} from './shapes.ts'

export const listLetters = query({
  name: 'letters.list-letters',
  summary: 'Letters: drafts first, then those that were finished and sent, the newest first.',
  input: z.strictObject({
    text: text(200).optional(),
    state: choice(letterStates).optional(),
    partyId: id('person').optional(),
    mine: flag().optional(),
    ...slice,
  }),
  output: list(letterLine),
  kinds: ['letter'],
  example: {},
})

export const getLetter = query({
  name: 'letters.get-letter',
  summary: 'One letter: its text, to whom, what its fields stand for, its versions, and where it was filed.',
  permission: 'letters.list-letters',
  input: z.strictObject({ id: id('letter') }),
  output: z.strictObject({
    record: head(letterStates),
    ...letterLine.omit({ id: true, version: true, title: true, state: true, recipient: true, changedAt: true }).shape,
    subject: z.string(),
    recipient: z.string(),
    email: z.string(),
    yourReference: z.string(),
    signerName: z.string(),
    signerRole: z.string(),
    enclosures: z.string(),
    answers: z.array(answer),
    body: richText(),
    /** Every field that may be put in, with what it stands for in this letter. */
    fields: z.array(filled),
    template: named.nullable(),
    matter: named.nullable(),
    document: named.nullable(),
    needsApproval: flag(),
    sentTo: z.string().nullable(),
    versions: z.array(versionLine),
    /** The Word file that it is; null where it is written here. */
    file: z.string().nullable(),
    /** Whether a PDF can be made of it: always of what is written here. */
    drawsPdf: flag(),
    /** Who has it open in a program, until when unless they go on. */
    editing: z.array(z.strictObject({ who: z.string(), until: instant() })),
    can,
  }),
  kinds: ['letter'],
  example: { id: example },
})

export const getLetterVersion = query({
  name: 'letters.get-version',
  summary: 'What an earlier version of a letter said.',
  permission: 'letters.list-letters',
  input: z.strictObject({ id: id('letter'), number: z.int().min(1) }),
  output: z.strictObject({ number: z.int(), subject: z.string(), body: richText(), isFile: flag(), pages }),
  kinds: ['letter'],
  example: { id: example, number: 1 },
})

export const previewLetter = query({
  name: 'letters.preview-letter',
  summary: 'A letter as it is printed: what stands where on each page; with what was typed and not yet saved.',
  permission: 'letters.list-letters',
  input: z.strictObject({ id: id('letter'), ...letterFacts, body: richText().optional() }),
  output: z.strictObject({
    pages,
    /** What every field stands for, with what was typed. */
    fields: z.array(filled),
    /** Fields of the text that nothing is known for: their names. */
    missing: z.array(z.string()),
    /** Subject and text in plain words, as whoever gets it reads them: what is checked before it leaves. */
    said: z.strictObject({ subject: z.string(), text: z.string() }),
  }),
  tool: false,
  kinds: ['letter'],
  example: { id: example, body: exampleBody },
})

export const previewTemplate = query({
  name: 'letters.preview-template',
  summary: 'A template as it is printed, its fields shown by their names.',
  permission: 'letters.list-letters',
  input: z.strictObject({
    language: language(),
    subject: longText(300).default(''),
    body: richText(),
    /** Its words alone, where its paper is a Word file's own. */
    words: flag().optional(),
  }),
  output: z.strictObject({ pages }),
  tool: false,
  example: { language: 'sv', body: exampleBody },
})

export const getLetterhead = query({
  name: 'letters.get-letterhead',
  summary: 'What stands at the head and foot of letters, and how it looks.',
  permission: 'letters.list-letters',
  input: z.strictObject({}),
  output: z.strictObject({
    ...letterheadFacts,
    isSet: flag(),
    logoFileId: z.uuid().nullable(),
    logoWidth: z.int().nullable(),
    logoHeight: z.int().nullable(),
    window: choice(windowSides).nullable(),
    usual: choice(windowSides),
    pages,
  }),
  tool: false,
  example: {},
})

/** A letter as it is drawn, for the jobs that file and mail it; nobody else is told anything. */
export const letterToSend = query({
  name: 'letters.letter-to-send',
  summary: 'A finished letter as it is drawn, filed and mailed.',
  permission: 'letters.list-letters',
  input: z.strictObject({ id: id('letter') }),
  output: z.strictObject({
    title: z.string(),
    state: choice(letterStates),
    number: z.string().nullable(),
    language: language(),
    class: z.int(),
    datedOn: day(),
    office: z.string(),
    recipient: z.string(),
    documentId: z.uuid().nullable(),
    mail: choice(mailStates).nullable(),
    to: z.string().nullable(),
    sentAt: instant().nullable(),
    signer: z.string(),
    /** The digest of its Word file, and what its fields stand for; null where it is written here. */
    file: z.strictObject({ digest: z.string(), values: z.array(filled) }).nullable(),
    pages,
    pictures: z.array(z.uuid()),
  }),
  tool: false,
  kinds: ['letter'],
  example: { id: example },
})

/** Where a letter that one has opened is fetched and saved by a program; nobody else is told. */
export const showOpening = query({
  name: 'letters.show-opening',
  summary: 'The address at which one’s own word processor opens a letter.',
  permission: 'letters.create-letter',
  input: z.strictObject({ id: id() }),
  output: z.strictObject({ path: z.string(), name: z.string(), until: instant() }),
  tool: false,
  example: { id: example },
})

export const letterQueries = [
  showOpening,
  letterToSend,
  listLetters,
  getLetter,
  getLetterVersion,
  previewLetter,
  previewTemplate,
  getLetterhead,
]

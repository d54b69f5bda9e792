import { query } from '../../../kernel/declare.ts'
import { choice, count, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import { waitingRow } from '../../../kernel/shapes.ts'
import * as s from './shapes.ts'
import { can, example, exampleDocument, head, list, named } from './shapes.ts'

const faxLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  /** 2026-F014: one series for what came and what went. */
  number: z.string(),
  direction: choice(s.directions),
  state: choice(s.faxStates),
  /** The other side's number, as one dials it from here; null where it was not told. */
  fax: z.string().nullable(),
  name: z.string(),
  party: named.nullable(),
  document: named.nullable(),
  line: named.nullable(),
  for: named.nullable(),
  by: named.nullable(),
  pages: count().nullable(),
  at: instant(),
  endedAt: instant().nullable(),
  problem: choice(s.faxProblems).nullable(),
})

export const listFaxes = query({
  name: 'fax.list-faxes',
  summary: 'The fax book: what came and what went, newest first.',
  input: z.strictObject({
    text: text(200).optional(),
    box: choice(['new', 'in', 'out', 'open', 'failed']).optional(),
    partyId: id('organisation').optional(),
    ...slice,
  }),
  output: list(faxLine),
  kinds: ['fax', 'fax-line'],
  example: {},
})

export const getFax = query({
  name: 'fax.get-fax',
  summary: 'One fax: who, when, its pages, what became of it, and whom it may be for.',
  permission: 'fax.list-faxes',
  input: z.strictObject({ id: id('fax') }),
  output: z.strictObject({
    record: head(s.faxStates),
    ...faxLine.omit({ id: true, version: true, title: true, state: true }).shape,
    note: z.string(),
    cover: flag(),
    language: z.string().nullable(),
    report: z.string(),
    reportDocument: named.nullable(),
    spoolJob: z.string().nullable(),
    /** SHA-256 of what was handed over. */
    digest: z.string().nullable(),
    againOf: named.nullable(),
    /** Whose name stands on it, or who had the last one from there. */
    perhapsFor: z.array(named),
    own: z.string().nullable(),
    office: z.string(),
    zone: z.string(),
    can,
  }),
  kinds: ['fax', 'document'],
  example: { id: example },
})

export const listWaiting = query({
  name: 'fax.list-waiting',
  summary: 'Faxes that came and that nobody has: lines of the tray.',
  permission: 'fax.list-faxes',
  input: z.strictObject(slice),
  output: list(waitingRow),
  kinds: ['fax'],
  example: {},
})

const lineRow = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  way: choice(s.lineWays),
  number: z.string().nullable(),
  senders: z.array(z.string()),
  subjectIn: z.string().nullable(),
  addressOut: z.string().nullable(),
  subjectOut: z.string().nullable(),
  numberForm: choice(s.numberForms),
  isDefault: flag(),
  retired: flag(),
})

export const listLines = query({
  name: 'fax.list-lines',
  summary: 'The ways by which faxes come and go.',
  input: z.strictObject({ text: text(200).optional(), retired: flag().optional(), ...slice }),
  output: list(lineRow),
  kinds: ['fax-line'],
  example: {},
})

export const checkNumber = query({
  name: 'fax.check-number',
  summary: 'What is known of a number before something is faxed to it: whose it is, and whose differs by a digit.',
  permission: 'fax.send-fax',
  input: z.strictObject({
    number: text(40),
    partyId: id('organisation').nullable().optional(),
    documentId: id('document').optional(),
  }),
  output: z.strictObject({
    valid: flag(),
    shown: z.string(),
    owners: z.array(named),
    doubt: choice(s.doubts).nullable(),
    /** Whose number it nearly is. */
    near: z.array(named.extend({ number: z.string() })),
    /** A word is wanted before it goes. */
    asks: flag(),
  }),
  kinds: ['person', 'organisation'],
  example: { number: '+46 31 390 06 55' },
})

export const faxToSend = query({
  name: 'fax.fax-to-send',
  summary: 'What is to be handed over, where and how.',
  permission: 'fax.send-fax',
  input: z.strictObject({ id: id('fax') }),
  output: z.strictObject({
    id: z.uuid(),
    state: choice(s.faxStates),
    title: z.string(),
    book: z.string(),
    number: z.string(),
    name: z.string(),
    note: z.string(),
    cover: flag(),
    language: z.string(),
    class: z.int(),
    at: instant(),
    sender: z.string(),
    office: z.string(),
    zone: z.string(),
    country: z.string(),
    digest: z.string(),
    mediaType: z.string(),
    line: z
      .strictObject({
        way: choice(s.lineWays),
        number: z.string().nullable(),
        addressOut: z.string().nullable(),
        subjectOut: z.string().nullable(),
        numberForm: choice(s.numberForms),
      })
      .nullable(),
  }),
  tool: false,
  example: { id: example },
})

export const faxesToFollow = query({
  name: 'fax.faxes-to-follow',
  summary: 'Faxes that were handed over and not reported of.',
  permission: 'fax.send-fax',
  input: z.strictObject({}),
  output: z.strictObject({
    faxes: z.array(z.strictObject({ id: z.uuid(), spoolJob: z.string().nullable(), late: flag() })),
  }),
  tool: false,
  example: {},
})

const gateway = z.strictObject({
  id: z.uuid(),
  senders: z.array(z.string()),
  subjectIn: z.string().nullable(),
  country: z.string(),
})

export const mailToLook = query({
  name: 'fax.mail-to-look',
  summary: 'A mail that arrived, and the gateways whose mails bring faxes and reports.',
  permission: 'fax.receive-fax',
  input: z.strictObject({ documentId: id('document') }),
  output: z.strictObject({ digest: z.string().nullable(), state: z.string(), gateways: z.array(gateway) }),
  tool: false,
  example: { documentId: exampleDocument },
})

export const faxReported = query({
  name: 'fax.fax-reported',
  summary: 'Which fax that was handed over a report speaks of: by its id, else the only one to that number.',
  permission: 'fax.send-fax',
  input: z.strictObject({ id: z.uuid().nullable(), lineId: id('fax-line'), number: z.string().max(60) }),
  output: z.strictObject({ id: z.uuid().nullable() }),
  tool: false,
  example: { id: null, lineId: example, number: '46313900655' },
})

export const faxQueries = [
  listFaxes,
  getFax,
  listWaiting,
  listLines,
  checkNumber,
  faxToSend,
  faxesToFollow,
  mailToLook,
  faxReported,
]

import { command, job } from '../../../kernel/declare.ts'
import { choice, count, expectedVersion, fileId, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import {
  changed,
  example,
  exampleDocument,
  exampleOther,
  faxProblems,
  language,
  lineFacts,
  lineWays,
} from './shapes.ts'

/** Hands a fax over; killed in between, whether it went is asked of a person, never tried again by itself. */
export const sendJob = job('fax.send', z.strictObject({ faxId: z.uuid() }), 'system')
/** Asks the fax server how far its jobs are, and finds faxes that nobody has reported of. */
export const followJob = job('fax.follow', z.strictObject({}), 'system')
/** Looks whether a mail that arrived brings a fax or a report of one. */
export const lookJob = job('fax.look', z.strictObject({ documentId: z.uuid() }), 'system')

const one = { id: id('fax', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['fax'], subject: 'id' } as const
const party = () => z.uuid().meta({ control: 'record', kind: 'organisation', optionsFrom: 'directory.list-parties' })

export const addLine = command({
  name: 'fax.add-line',
  summary: 'Adds a way by which faxes come and go: a gateway that speaks mail, or the office’s own fax server.',
  input: z.strictObject({ title: text(120), way: choice(lineWays), ...lineFacts }),
  output: changed,
  emits: [e.lineAdded],
  refusals: [r.lineUnfit, r.numberWrong, r.lineTwice],
  kinds: ['fax-line'],
  example: {
    title: 'Fax by mail',
    way: 'gateway',
    number: '+46 31 390 06 99',
    senders: ['@fax.example.org'],
    addressOut: '{number}@fax.example.org',
  },
})

export const changeLine = command({
  name: 'fax.change-line',
  summary: 'Changes how faxes come and go by a line, or takes it out of use.',
  input: z.strictObject({
    id: id('fax-line', { hidden: true }),
    expectedVersion: expectedVersion(),
    title: text(120).optional(),
    ...lineFacts,
    retired: flag({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.lineChanged],
  refusals: [r.lineUnfit, r.numberWrong, r.lineTwice],
  kinds: ['fax-line'],
  subject: 'id',
  undoable: true,
  example: { id: example, title: 'Fax, reception' },
})

export const receiveFax = command({
  name: 'fax.receive-fax',
  summary: 'Enters a fax that came; the same one brought again is the one that is there.',
  input: z.strictObject({
    documentId: id('document'),
    lineId: id('fax-line').nullable(),
    number: z.string().max(60),
    name: z.string().max(200),
    pages: z.int().min(0).max(10_000).nullable(),
    at: instant(),
    mark: z.string().min(1).max(200),
  }),
  output: changed,
  emits: [e.faxReceived],
  door: 'none',
  tool: false,
  example: {
    documentId: exampleDocument,
    lineId: null,
    number: '+46313900655',
    name: '',
    pages: 2,
    at: '2026-11-24T08:40:00Z',
    mark: 'fax000000012.tif',
  },
})

export const assignFax = command({
  name: 'fax.assign-fax',
  summary: 'Gives a fax that came to whom it is for.',
  input: z.strictObject({ ...one, toId: id('principal', { control: 'person' }) }),
  output: changed,
  emits: [e.faxGiven],
  refusals: [r.faxStateWrong, r.faxPersonUnknown],
  ...about,
  undoable: true,
  example: { id: example, toId: exampleOther },
})

export const settleFax = command({
  name: 'fax.settle-fax',
  summary: 'Says that a fax that came is dealt with, or is not after all.',
  input: z.strictObject({ ...one, settled: flag({ hidden: true }).default(true) }),
  output: changed,
  emits: [e.faxSettled, e.faxReopened],
  refusals: [r.faxStateWrong],
  ...about,
  undoable: true,
  example: { id: example },
})

export const setParty = command({
  name: 'fax.set-party',
  summary: 'Says whose a fax is: who sent it, or to whom it went.',
  input: z.strictObject({ ...one, partyId: party().nullable() }),
  output: changed,
  emits: [e.partySet],
  ...about,
  undoable: true,
  example: { id: example, partyId: exampleOther },
})

export const sendFax = command({
  name: 'fax.send-fax',
  summary:
    'Faxes a document to a number, with a cover sheet. What is confidential, or a number that looks mistaken, wants a word that it is right.',
  input: z.strictObject({
    documentId: id('document', { hidden: true }),
    partyId: party().nullable().optional(),
    number: text(40),
    name: text(200, { folded: true }).optional(),
    note: longText(2000, { proof: 'letter' }).optional(),
    cover: flag({ folded: true }).default(true),
    language: language().optional(),
    lineId: id('fax-line', { folded: true }).nullable().optional(),
    /** The number was looked at and is right. */
    sure: flag({ folded: true }).default(false),
  }),
  output: changed,
  emits: [e.sendAsked],
  refusals: [r.numberWrong, r.numberDoubtful, r.notDrawable, r.noLine, r.lineRetired],
  jobs: [sendJob],
  kinds: ['document'],
  subject: 'documentId',
  undoable: true,
  // What leaves the office is a person's to send: a paper could talk an assistant into it.
  tool: false,
  example: { documentId: exampleDocument, number: '+46 31 390 06 55', note: 'As agreed by telephone.', sure: true },
})

export const cancelFax = command({
  name: 'fax.cancel-fax',
  summary: 'Takes a fax back that has not been handed over yet.',
  permission: 'fax.send-fax',
  input: z.strictObject(one),
  output: changed,
  emits: [e.faxCancelled],
  refusals: [r.faxStateWrong],
  ...about,
  example: { id: example },
})

export const sendAgain = command({
  name: 'fax.send-again',
  summary: 'Sends the same once more, to the same number, as a fax of its own.',
  permission: 'fax.send-fax',
  input: z.strictObject({ ...one, sure: flag({ folded: true }).default(false) }),
  output: changed,
  emits: [e.sendAsked],
  refusals: [r.faxStateWrong, r.numberDoubtful, r.notDrawable, r.noLine, r.lineRetired],
  jobs: [sendJob],
  ...about,
  tool: false,
  example: { id: example },
})

export const noteResult = command({
  name: 'fax.note-result',
  summary: 'Says what became of a fax that nobody has reported of: it arrived, or it did not.',
  permission: 'fax.send-fax',
  input: z.strictObject({
    ...one,
    outcome: choice(['delivered', 'failed']),
    note: text(300, { folded: true }).optional(),
  }),
  output: changed,
  emits: [e.faxDelivered, e.faxFailed],
  refusals: [r.faxStateWrong],
  ...about,
  example: { id: example, outcome: 'delivered' },
})

/** Inner steps of sending and of what is reported. */
export const noteSending = command({
  name: 'fax.note-sending',
  summary: 'Keeps what is about to be handed over, before it is.',
  permission: 'fax.send-fax',
  input: z.strictObject({ id: id('fax'), fileId: fileId(), pages: count() }),
  output: z.strictObject({ ours: flag() }),
  door: 'none',
  tool: false,
  subject: 'id',
  example: { id: example, fileId: exampleOther, pages: 2 },
})

export const noteReport = command({
  name: 'fax.note-report',
  summary: 'Keeps what the gateway or the fax server says of a fax.',
  permission: 'fax.send-fax',
  input: z.strictObject({
    id: id('fax'),
    state: choice(['queued', 'sent', 'delivered', 'failed', 'doubtful']),
    problem: choice(faxProblems).nullable(),
    report: z.string().max(1000),
    spoolJob: z.string().max(40).nullable(),
    reportId: id('document').nullable(),
  }),
  output: z.strictObject({}),
  emits: [e.faxHandedOver, e.faxDelivered, e.faxFailed, e.faxDoubtful],
  door: 'none',
  tool: false,
  subject: 'id',
  example: { id: example, state: 'delivered', problem: null, report: 'OK', spoolJob: null, reportId: null },
})

export const noteMail = command({
  name: 'fax.note-mail',
  summary: 'Has a mail that arrived looked into, where faxes come by mail.',
  permission: 'fax.receive-fax',
  input: z.strictObject({ documentId: id('document') }),
  output: z.strictObject({}),
  jobs: [lookJob],
  door: 'none',
  tool: false,
  example: { documentId: exampleDocument },
})

export const faxCommands = [
  addLine,
  changeLine,
  receiveFax,
  assignFax,
  settleFax,
  setParty,
  sendFax,
  cancelFax,
  sendAgain,
  noteResult,
  noteSending,
  noteReport,
  noteMail,
]
export const faxJobs = [sendJob, followJob, lookJob]

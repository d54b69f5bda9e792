import { command, event, job, query } from '../../../kernel/declare.ts'
import { refusal } from '../../../kernel/refusal.ts'
import {
  choice,
  count,
  day,
  expectedVersion,
  flag,
  id,
  instant,
  longText,
  money,
  slice,
  text,
  z,
} from '../../../kernel/schema.ts'
import { workEnvelope } from '../../work/contract.ts'
import { can, changed, example, head, list } from './shapes.ts'

/** Being put together, there to be fetched, handed on, taken back. */
export const parcelStates = ['making', 'ready', 'sent', 'withdrawn'] as const
export const parcelMails = ['none', 'sending', 'sent', 'failed', 'no-door'] as const

export const parcelEmpty = refusal('parcel-empty', 409)
export const parcelMonthAhead = refusal('parcel-month-ahead', 422)
export const parcelNotReady = refusal('parcel-not-ready', 409)
export const parcelWithdrawnAlready = refusal('parcel-is-withdrawn', 409)
export const parcelConfidential = refusal('parcel-not-by-mail', 409)

const about = z.strictObject({ id: z.uuid(), title: z.string(), ...workEnvelope })
export const parcelMade = event('payables.parcel-made', about.extend({ bills: count(), lines: count() }))
export const parcelWritten = event('payables.parcel-written', about)
export const parcelSent = event('payables.parcel-sent', about.extend({ name: z.string() }))
export const parcelNotSent = event('payables.parcel-not-sent', about.extend({ name: z.string(), error: z.string() }))
export const parcelWithdrawn = event('payables.parcel-withdrawn', about.extend({ reason: z.string() }))

const ids = z.strictObject({ parcelId: z.uuid() })
/** Puts the file together; killed and run again it gives the same bytes. */
export const writeParcelJob = job('payables.write-parcel', ids, 'system')
export const sendParcelJob = job('payables.mail-parcel', ids, 'system')
/** Where the books are kept elsewhere, the month before is put together by itself. */
export const monthlyParcelJob = job('payables.monthly-parcel', z.strictObject({}), 'system')

const one = { id: id('parcel', { hidden: true }), expectedVersion: expectedVersion() }
const ofParcel = { kinds: ['parcel'], subject: 'id' } as const

export const makeParcel = command({
  name: 'payables.make-parcel',
  summary:
    'Puts together what goes to the accountant for a month: bills with papers and codings, and what the bank showed; what came late goes with it, nothing goes twice.',
  input: z.strictObject({
    /** Any day of the month. */
    month: day(),
  }),
  output: changed.extend({ bills: count(), lines: count() }),
  emits: [parcelMade],
  refusals: [parcelEmpty, parcelMonthAhead],
  jobs: [writeParcelJob],
  kinds: ['parcel'],
  undoable: true,
  example: { month: '2026-11-01' },
})

export const recordParcel = command({
  name: 'payables.record-parcel',
  summary: 'Keeps the file of a parcel that was put together.',
  input: z.strictObject({
    id: id('parcel'),
    fileId: z.uuid(),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    name: text(200),
    papers: count(),
  }),
  output: z.strictObject({}),
  emits: [parcelWritten],
  ...ofParcel,
  door: 'none',
  tool: false,
  example: { id: example, fileId: example, digest: 'a'.repeat(64), name: 'parcel.zip', papers: 0 },
})

export const sendParcel = command({
  name: 'payables.send-parcel',
  summary: 'Hands a parcel to the accountant: by mail, or noted that they were given it another way.',
  input: z.strictObject({
    ...one,
    name: text(200),
    email: z.email().max(200).meta({ control: 'text' }).optional(),
    note: longText(2000, { folded: true, proof: 'mail' }).optional(),
  }),
  output: changed,
  emits: [parcelSent],
  refusals: [parcelNotReady, parcelConfidential],
  jobs: [sendParcelJob],
  ...ofParcel,
  // what leaves the office is a person's to send
  tool: false,
  example: { id: example, name: 'Redovisningsbyrån', email: 'byra@example.org' },
})

export const recordParcelSent = command({
  name: 'payables.record-parcel-sent',
  summary: 'Notes how far the mail of a parcel has come.',
  input: z.strictObject({
    id: id('parcel'),
    mail: choice(['sent', 'failed', 'no-door']),
    error: z.string().max(500).nullable(),
  }),
  output: z.strictObject({}),
  emits: [parcelNotSent],
  ...ofParcel,
  door: 'none',
  tool: false,
  example: { id: example, mail: 'sent', error: null },
})

export const withdrawParcel = command({
  name: 'payables.withdraw-parcel',
  summary: 'Takes a parcel back: what was in it goes with the next.',
  input: z.strictObject({ ...one, reason: text(300) }),
  output: changed,
  emits: [parcelWithdrawn],
  refusals: [parcelWithdrawnAlready],
  ...ofParcel,
  example: { id: example, reason: 'Put together too early.' },
})

const parcelBill = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  bookOn: day(),
  total: money(),
  /** Its month had gone already. */
  late: flag(),
  /** Coded or approved anew since it went. */
  again: flag(),
})

const sizes = { month: day(), bills: count(), lines: count(), late: count() }

export const previewParcel = query({
  name: 'payables.preview-parcel',
  summary: 'What would go to the accountant for a month: bills, lines of the bank, and what is late.',
  permission: 'payables.list-bills',
  input: z.strictObject({
    /** Any day of it; left out: the month before this one. */
    month: day().optional(),
  }),
  output: z.strictObject({ ...sizes, rows: z.array(parcelBill), can }),
  kinds: ['parcel'],
  example: { month: '2026-11-01' },
})

const parcelLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(parcelStates),
  ...sizes,
  madeOn: day(),
  sentTo: z.string().nullable(),
  mail: choice(parcelMails),
})

export const listParcels = query({
  name: 'payables.list-parcels',
  summary: 'Parcels that were put together for the accountant, the newest month first.',
  permission: 'payables.list-bills',
  input: z.strictObject({ states: z.array(choice(parcelStates)).max(4).optional(), ...slice }),
  output: list(parcelLine),
  kinds: ['parcel'],
  example: {},
})

export const getParcel = query({
  name: 'payables.get-parcel',
  summary: 'One parcel: what is in it, whom it went to.',
  permission: 'payables.list-bills',
  input: z.strictObject({ id: id('parcel') }),
  output: z.strictObject({
    record: head(parcelStates),
    ...parcelLine.omit({ id: true, version: true, title: true, state: true }).shape,
    papers: count(),
    file: z.strictObject({ name: z.string(), digest: z.string() }).nullable(),
    email: z.string().nullable(),
    mailError: z.string().nullable(),
    sentAt: instant().nullable(),
    withdrawnReason: z.string().nullable(),
    rows: z.array(parcelBill),
    can,
  }),
  kinds: ['parcel'],
  example: { id: example },
})

/** The file as it was put together; noted where it is read. */
export const parcelFile = query({
  name: 'payables.parcel-file',
  summary: 'The file of a parcel.',
  permission: 'payables.list-bills',
  input: z.strictObject({ id: id('parcel') }),
  output: z.strictObject({ digest: z.string(), name: z.string(), sizeBytes: z.int() }),
  kinds: ['parcel'],
  tool: false,
  example: { id: example },
})

const cell = z.string()
/** What the file is made of; answered to Kontor itself alone. */
export const parcelToWrite = query({
  name: 'payables.parcel-to-write',
  summary: 'What the file of a parcel is made of.',
  permission: 'payables.list-bills',
  input: z.strictObject({ id: id('parcel') }),
  output: z.strictObject({
    awaited: flag(),
    title: z.string(),
    office: z.string(),
    month: day(),
    madeAt: instant(),
    language: z.string(),
    tables: z.array(z.strictObject({ name: z.string(), heads: z.array(cell), rows: z.array(z.array(cell)) })),
    papers: z.array(z.strictObject({ name: z.string(), digest: z.string(), bill: count() })),
    late: count(),
  }),
  kinds: ['parcel'],
  tool: false,
  example: { id: example },
})

/** The letter that goes with it; answered to Kontor itself alone. */
export const parcelLetter = query({
  name: 'payables.parcel-letter',
  summary: 'The mail that a parcel goes with.',
  permission: 'payables.list-bills',
  input: z.strictObject({ id: id('parcel') }),
  output: z.strictObject({
    mail: choice(parcelMails),
    to: z.strictObject({ name: z.string(), address: z.string() }).nullable(),
    subject: z.string(),
    body: z.string(),
    file: z.strictObject({ name: z.string(), digest: z.string(), sizeBytes: z.int() }).nullable(),
  }),
  kinds: ['parcel'],
  tool: false,
  example: { id: example },
})

export const parcelCommands = [makeParcel, recordParcel, sendParcel, recordParcelSent, withdrawParcel]
export const parcelQueries = [previewParcel, listParcels, getParcel, parcelFile, parcelToWrite, parcelLetter]
export const parcelEvents = [parcelMade, parcelWritten, parcelSent, parcelNotSent, parcelWithdrawn]
export const parcelJobs = [writeParcelJob, sendParcelJob, monthlyParcelJob]

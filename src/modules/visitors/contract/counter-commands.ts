import { command, job } from '../../../kernel/declare.ts'
import { choice, count, expectedVersion, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

export const remindJob = job('visitors.remind', z.strictObject({}), 'system')

const key = { id: id('door-key', { hidden: true }), expectedVersion: expectedVersion() }
const onKey = { kinds: ['door-key'], subject: 'id' } as const
const parcel = { id: id('held-parcel', { hidden: true }), expectedVersion: expectedVersion() }
const onParcel = { kinds: ['held-parcel'], subject: 'id' } as const

export const createKey = command({
  name: 'visitors.create-key',
  summary: 'Enters a key or card that is lent at the counter.',
  permission: 'visitors.lend-key',
  input: z.strictObject({
    title: text(200),
    type: choice(s.keyTypes).default('key'),
    number: text(60).nullable().optional(),
    note: longText(500, { folded: true }).optional(),
  }),
  output: s.changed,
  emits: [e.keyCreated],
  refusals: [r.keyNumberTaken],
  kinds: ['door-key'],
  example: { title: 'Archive', type: 'key', number: '14' },
})

export const lendKey = command({
  name: 'visitors.lend-key',
  summary:
    'Lends a key or card to a colleague or to somebody from outside, until when; nobody else can have it meanwhile.',
  input: z.strictObject({
    ...key,
    toId: s.person().nullable().optional(),
    /** Whoever is no colleague. */
    toName: text(200).optional(),
    due: instant(),
  }),
  output: s.changed,
  emits: [e.keyLent],
  refusals: [r.keyLentAlready, r.keyDuePast, r.visitorHostUnknown],
  ...onKey,
  undoable: true,
  example: { id: s.example, toName: 'Mona Dahl', due: '2126-11-24T16:00:00Z' },
})

export const returnKey = command({
  name: 'visitors.return-key',
  summary: 'Takes a key or card back; one that was lost is there again.',
  permission: 'visitors.lend-key',
  input: z.strictObject(key),
  output: s.changed,
  emits: [e.keyReturned],
  refusals: [r.keyNotLent],
  ...onKey,
  example: { id: s.example },
})

export const loseKey = command({
  name: 'visitors.report-key-lost',
  summary: 'Notes that a key or card is lost; whoever leads the office is told.',
  permission: 'visitors.lend-key',
  input: z.strictObject(key),
  output: s.changed,
  emits: [e.keyLost],
  refusals: [r.keyNotLent],
  ...onKey,
  undoable: true,
  example: { id: s.example },
})

export const takeParcel = command({
  name: 'visitors.take-parcel',
  summary: 'Takes a parcel at the counter that somebody collects; they are told at once.',
  permission: 'visitors.hand-over-parcel',
  input: z.strictObject({
    forId: s.person().nullable().optional(),
    /** Whoever is no colleague. */
    forName: text(200).optional(),
    sender: text(200).optional(),
    count: z.int().min(1).max(99).default(1).meta({ folded: true }),
    place: text(200, { folded: true }).optional(),
  }),
  output: s.changed,
  emits: [e.parcelTaken],
  refusals: [r.visitorHostUnknown],
  kinds: ['held-parcel'],
  undoable: true,
  example: { forName: 'Mona Dahl', sender: 'PostNord' },
})

export const handOverParcel = command({
  name: 'visitors.hand-over-parcel',
  summary: 'Hands a parcel over, to whom and against a signature on the screen.',
  input: z.strictObject({ ...parcel, collectedBy: text(200).optional(), strokes: s.strokes().optional() }),
  output: s.changed,
  emits: [e.parcelHandedOver],
  refusals: [r.parcelEnded],
  ...onParcel,
  example: { id: s.example, collectedBy: 'Mona Dahl' },
})

export const returnParcel = command({
  name: 'visitors.return-parcel',
  summary: 'Sends a parcel back that nobody collected.',
  permission: 'visitors.hand-over-parcel',
  input: z.strictObject(parcel),
  output: s.changed,
  emits: [e.parcelReturned],
  refusals: [r.parcelEnded],
  ...onParcel,
  example: { id: s.example },
})

export const importVouchers = command({
  name: 'visitors.import-vouchers',
  summary: 'Brings in codes for the guests’ network; what is known already is left.',
  permission: 'visitors.issue-slip',
  input: z.strictObject({ codes: z.array(text(100)).min(1).max(2000) }),
  output: z.strictObject({ added: count(), known: count() }),
  emits: [e.vouchersImported],
  example: { codes: ['KX7P-22QM', 'KX7P-31TR'] },
})

export const issueSlip = command({
  name: 'visitors.issue-slip',
  summary:
    'Gives a visitor a numbered slip: to park with a plate, or with a code for the guests’ network that nobody else gets.',
  input: z.strictObject({
    id: id('visitor', { hidden: true }),
    what: choice(s.slipWhats),
    plate: text(20).optional(),
    until: instant({ folded: true }).optional(),
  }),
  output: z.strictObject({ id: z.uuid(), slipId: z.uuid(), number: z.int() }),
  emits: [e.slipIssued],
  refusals: [r.vouchersUsedUp, r.plateMissing, r.visitorOverBefore],
  kinds: ['visitor'],
  subject: 'id',
  example: { id: s.example, what: 'parking', plate: 'ABC 123' },
})

export const remindCounter = command({
  name: 'visitors.remind-counter',
  summary: 'Tells who has a key too long, and whose parcel lies at the counter.',
  input: z.strictObject({}),
  output: z.strictObject({ reminded: count() }),
  emits: [e.counterReminded],
  door: 'none',
  tool: false,
  example: {},
})

export const counterCommands = [
  createKey,
  lendKey,
  returnKey,
  loseKey,
  takeParcel,
  handOverParcel,
  returnParcel,
  importVouchers,
  issueSlip,
  remindCounter,
]

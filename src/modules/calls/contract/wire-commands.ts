/** Telephone systems that Kontor speaks with, telephones on desks, and calls placed by them. */
import { command, job, query } from '../../../kernel/declare.ts'
import { choice, expectedVersion, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import { wireKinds, wireProblems } from '../wires/wire.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

/** Rings at one’s own telephone, then dials; begun once, whoever runs it again. */
export const placeCallJob = job('calls.place', z.strictObject({ id: z.uuid() }), 'system')
/** Passes whoever is on the line on. */
export const putThroughJob = job(
  'calls.put-through',
  z.strictObject({ id: z.uuid(), number: z.string(), principalId: z.uuid() }),
  'system',
)

const setup = { permission: 'calls.change-setup' } as const
const wireId = () => id('phone-wire', { hidden: true })

/** What Kontor needs to speak with it; secrets were sealed before, and stand in no journal. */
const access = {
  host: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.:-]{0,251}[a-z0-9])?$/i)
    .optional(),
  port: z.int().min(1).max(65_535).optional(),
  username: text(100).optional(),
  secretId: z.uuid().optional().meta({ hidden: true }),
  publicKey: text(200).optional(),
  number: text(80).optional(),
  context: text(80).optional(),
}

export const connectWire = command({
  name: 'calls.connect-wire',
  summary: 'Connects a Fritz!Box, an Asterisk, Twilio or Telnyx; what is secret of it was sealed before.',
  ...setup,
  input: z.strictObject({
    title: text(100),
    kind: choice(wireKinds),
    ...access,
    memberIds: z.array(s.person()).max(50).optional(),
  }),
  output: s.changed,
  emits: [e.wireAdded],
  refusals: [r.callsPersonUnknown, r.wireFactsMissing, ...Object.values(r.wireRefusals)],
  kinds: ['phone-wire'],
  tool: false,
  example: { title: 'Fritz!Box', kind: 'fritzbox', host: 'fritz.box', port: 1012 },
})

export const reconnectWire = command({
  name: 'calls.reconnect-wire',
  summary: 'Says anew where a telephone system is and with what Kontor signs in there.',
  ...setup,
  input: z.strictObject({ id: wireId(), expectedVersion: expectedVersion(), ...access }),
  output: s.changed,
  emits: [e.wireChanged],
  refusals: [r.wireRetired, r.wireFactsMissing, ...Object.values(r.wireRefusals)],
  kinds: ['phone-wire'],
  subject: 'id',
  tool: false,
  example: { id: s.example, host: 'fritz.box', port: 1012 },
})

export const noteWire = command({
  name: 'calls.note-wire',
  summary: 'Notes that the line to a telephone system stands, or why it does not.',
  input: z.strictObject({ id: id('phone-wire'), problem: choice(wireProblems).nullable() }),
  output: z.strictObject({}),
  emits: [e.wireConnected, e.wireLost],
  refusals: [r.wireRetired],
  kinds: ['phone-wire'],
  subject: 'id',
  door: 'none',
  tool: false,
  example: { id: s.example, problem: null },
})

export const setExtension = command({
  name: 'calls.set-extension',
  summary:
    'Says which telephone of a telephone system stands on somebody’s desk: it rings there, and they call with it.',
  ...setup,
  input: z.strictObject({
    wireId: id('phone-wire', { hidden: true }),
    personId: s.person(),
    /** As the telephone system calls it; none: they have none there. */
    extension: text(80).nullable(),
  }),
  output: z.strictObject({}),
  emits: [e.extensionSet],
  refusals: [r.callsPersonUnknown, r.extensionTaken, r.wireRetired],
  kinds: ['phone-wire'],
  subject: 'wireId',
  undoable: true,
  example: { wireId: s.example, personId: s.exampleOther, extension: '204' },
})

export const dial = command({
  name: 'calls.dial',
  summary: 'Rings at one’s own telephone and, when that is taken, dials a number by the office’s telephone system.',
  input: z.strictObject({
    number: text(80),
    wireId: id('phone-wire', { folded: true }).optional(),
    partyId: s.party().nullable().optional(),
  }),
  output: s.changed,
  emits: [e.callRang],
  refusals: [r.telephoneMissing, r.numberWrong],
  jobs: [placeCallJob],
  kinds: ['call'],
  example: { number: '031-390 06 55' },
})

export const transferCall = command({
  name: 'calls.transfer-call',
  summary: 'Puts a call through to a colleague’s telephone or to a number; the note goes with it.',
  input: z.strictObject({
    id: id('call', { hidden: true }),
    expectedVersion: expectedVersion(),
    toId: s.person().nullable().optional(),
    number: text(80).optional(),
    note: longText(1_000).optional(),
  }),
  output: s.changed,
  emits: [e.callHandedOver],
  refusals: [r.callsPersonUnknown, r.telephoneMissing, r.numberWrong, r.callNotTransferable],
  jobs: [putThroughJob],
  kinds: ['call'],
  subject: 'id',
  example: { id: s.example, toId: s.exampleOther },
})

export const notePlacing = command({
  name: 'calls.note-placing',
  summary: 'Notes that a call is being placed, which happens once, or that it could not be placed or put through.',
  input: z.strictObject({
    id: id('call'),
    what: choice(['begins', 'not-placed', 'not-put-through']),
    principalId: z.uuid().optional(),
  }),
  /** Whether it is the first to say so. */
  output: z.strictObject({ first: flag() }),
  emits: [e.callEnded, e.callNotPlaced],
  kinds: ['call'],
  subject: 'id',
  door: 'none',
  tool: false,
  example: { id: s.example, what: 'begins' },
})

const abilities = z.strictObject({ id: z.uuid(), title: z.string(), extension: z.string(), transfers: flag() })

export const myTelephones = query({
  name: 'calls.my-telephones',
  summary: 'With which telephones one can call from here.',
  permission: 'calls.dial',
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.array(abilities) }),
  kinds: ['phone-wire'],
  example: {},
})

/** For the job alone: with what a call is placed, or passed on. */
export const callToPlace = query({
  name: 'calls.call-to-place',
  summary: 'By which telephone system a call is placed, from whose telephone, to whom.',
  permission: 'calls.change-setup',
  input: z.strictObject({ id: id('call') }),
  output: z.strictObject({
    wireId: z.uuid(),
    extension: z.string(),
    number: z.string(),
    channel: z.string().nullable(),
  }),
  kinds: ['call'],
  tool: false,
  example: { id: s.example },
})

/** For the job alone: calls of which no end was told, as when the line was down meanwhile. */
export const lostCalls = query({
  name: 'calls.lost-calls',
  summary: 'Calls that rang or were answered long ago, and of which no end was told.',
  permission: 'calls.list-calls',
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.array(z.strictObject({ wireId: z.uuid(), externalId: z.string() })) }),
  kinds: ['call'],
  tool: false,
  example: {},
})

export const wireCommands = [connectWire, reconnectWire, noteWire, setExtension, dial, transferCall, notePlacing]

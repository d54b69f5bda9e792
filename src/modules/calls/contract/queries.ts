import { query } from '../../../kernel/declare.ts'
import { choice, count, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import { wireKinds, wireProblems } from '../wires/wire.ts'
import * as s from './shapes.ts'
import { getSound } from './voicemail.ts'
import { callToPlace, lostCalls, myTelephones } from './wire-commands.ts'

export const boxes = ['mine', 'taken', 'all'] as const

export const listSlips = query({
  name: 'calls.list-slips',
  summary: 'Messages taken: one’s own, those one took, or all; the newest first.',
  input: z.strictObject({
    text: text(200).optional(),
    box: choice(boxes).default('all'),
    states: z.array(choice(s.slipStates)).max(4).optional(),
    forId: s.person().optional(),
    partyId: id('person').optional(),
    ...slice,
  }),
  output: s.list(s.slipLine),
  kinds: ['slip', 'principal'],
  example: { box: 'mine' },
})

export const getSlip = query({
  name: 'calls.get-slip',
  summary: 'A message: who called, for whom, about what, and how far it has come.',
  permission: 'calls.list-slips',
  input: z.strictObject({ id: id('slip') }),
  output: z.strictObject({
    record: s.head(s.slipStates),
    ...s.slipLine.omit({ id: true, version: true, title: true, state: true }).shape,
    dial: z.string().nullable(),
    also: z.array(s.named),
    party: s.named.nullable(),
    call: s.named.nullable(),
    readBy: s.named.nullable(),
    readAt: instant().nullable(),
    doneAt: instant().nullable(),
    outcome: z.string(),
    private: flag(),
    /** A voicemail: what `/api/calls/slips/:id/sound` plays. */
    sound: z
      .strictObject({ name: z.string(), mediaType: z.string(), plays: flag(), seconds: z.int().nullable() })
      .nullable(),
    /** When it goes on to the deputy or whoever is on call. */
    nextAt: instant().nullable(),
    /** It is for whoever asks, and they have not read it: their page says so that it is read. */
    yours: flag(),
    can: s.can,
  }),
  kinds: ['slip', 'principal', 'call'],
  example: { id: s.example },
})

export const listCalls = query({
  name: 'calls.list-calls',
  summary: 'The call log: who rang or was rung, when, how long, what was said and what came of it; the newest first.',
  input: z.strictObject({
    text: text(200).optional(),
    direction: choice(s.directions).optional(),
    states: z.array(choice(s.callStates)).max(4).optional(),
    /** Those one took, or that rang at one’s own lines. */
    mine: flag().optional(),
    partyId: id('person').optional(),
    ...slice,
  }),
  output: s.list(s.callLine),
  kinds: ['call', 'principal'],
  example: {},
})

export const getCall = query({
  name: 'calls.get-call',
  summary: 'A call: who, by which line, who took it, its note, and the messages taken of it.',
  permission: 'calls.list-calls',
  input: z.strictObject({ id: id('call') }),
  output: z.strictObject({
    record: s.head(s.callStates),
    ...s.callLine.omit({ id: true, version: true, title: true, state: true }).shape,
    dial: z.string().nullable(),
    for: z.array(s.named),
    handedTo: s.named.nullable(),
    answeredAt: instant().nullable(),
    endedAt: instant().nullable(),
    cause: z.string(),
    wire: s.named.nullable(),
    /** It is spoken now, and one’s own telephone system can put it through. */
    transfers: flag(),
    slips: z.array(s.named),
    can: s.can,
  }),
  kinds: ['call', 'slip', 'principal'],
  example: { id: s.example },
})

export const whoIs = query({
  name: 'calls.who-is',
  summary: 'Whose a telephone number is, in whatever notation: by all of it, else by its end or its block, as a maybe.',
  permission: 'calls.list-calls',
  input: z.strictObject({ number: text(80) }),
  output: z.strictObject({
    /** As one dials it from here. */
    shown: z.string(),
    /** For a `tel:` address. */
    dial: z.string(),
    matches: z.array(s.match),
  }),
  kinds: ['person', 'organisation'],
  example: { number: '+46 31 390 06 55' },
})

const contact = z.strictObject({
  ...s.named.shape,
  at: instant(),
  /** Who of the office it was with. */
  with: s.named.nullable(),
  words: z.string(),
  seconds: z.int().nullable(),
})

export const card = query({
  name: 'calls.card',
  summary:
    'What one may know of a caller while it rings: who, whom they usually want, what is open with them, last contacts.',
  permission: 'calls.list-calls',
  input: z.strictObject({
    callId: id('call').optional(),
    number: text(80).optional(),
    partyId: id('person').optional(),
  }),
  output: z.strictObject({
    number: z.string().nullable(),
    dial: z.string().nullable(),
    matches: z.array(s.match),
    party: s.named.nullable(),
    /** Their work or role, and how they are addressed: from the directory. */
    wants: z.array(s.named),
    open: z.array(z.strictObject({ ...s.named.shape, changedAt: instant() })),
    contacts: z.array(contact),
  }),
  kinds: ['call', 'slip', 'person', 'organisation', 'task', 'matter', 'case'],
  example: { number: '031-390 06 55' },
})

export const ringing = query({
  name: 'calls.ringing',
  summary: 'Calls that ring or are spoken now and concern whoever asks.',
  permission: 'calls.list-calls',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        title: z.string(),
        direction: choice(s.directions),
        state: choice(s.callStates),
        number: z.string().nullable(),
        party: s.named.nullable(),
        line: z.string(),
        queue: z.string(),
        takenBy: s.named.nullable(),
        mine: flag(),
        rangAt: instant(),
        answeredAt: instant().nullable(),
      }),
    ),
  }),
  kinds: ['call'],
  example: {},
})

export const listWaiting = query({
  name: 'calls.list-waiting',
  summary: 'Messages for nobody in particular, and missed calls that nobody has dealt with.',
  permission: 'calls.list-slips',
  input: z.strictObject({ ...slice }),
  output: s.list(s.waitingRow),
  kinds: ['slip', 'call'],
  example: {},
})

export const getSetup = query({
  name: 'calls.get-setup',
  summary: 'Lines, telephone systems with their secret addresses, and when an urgent message goes on.',
  permission: 'calls.change-setup',
  input: z.strictObject({}),
  output: z.strictObject({
    lines: z.array(
      z.strictObject({
        id: z.uuid(),
        version: z.int(),
        title: z.string(),
        toldAs: z.string(),
        members: z.array(s.named),
      }),
    ),
    wires: z.array(
      z.strictObject({
        id: z.uuid(),
        version: z.int(),
        title: z.string(),
        members: z.array(s.named),
        kind: choice(wireKinds),
        host: z.string().nullable(),
        port: z.int().nullable(),
        username: z.string().nullable(),
        publicKey: z.string().nullable(),
        number: z.string().nullable(),
        context: z.string().nullable(),
        hasSecret: flag(),
        /** Of a line that Kontor keeps: since when it stands, or why it does not. */
        connectedAt: instant().nullable(),
        problem: choice(wireProblems).nullable(),
        extensions: z.array(z.strictObject({ person: s.named, extension: z.string() })),
        heardAt: instant().nullable(),
        /** Beneath the office’s own address; null where links outside are not set up. */
        path: z.string().nullable(),
      }),
    ),
    deputyMinutes: count(),
    onCallMinutes: count(),
  }),
  kinds: ['phone-line', 'phone-wire', 'principal'],
  tool: false,
  example: {},
})

export const dueSlips = query({
  name: 'calls.due-slips',
  summary: 'Urgent messages that should have gone on a minute ago: their timer is lost.',
  permission: 'calls.list-slips',
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.array(z.strictObject({ id: z.uuid(), step: z.int() })) }),
  kinds: ['slip'],
  tool: false,
  example: {},
})

export const callsQueries = [
  listSlips,
  getSlip,
  listCalls,
  getCall,
  whoIs,
  card,
  ringing,
  listWaiting,
  getSetup,
  dueSlips,
  getSound,
  myTelephones,
  callToPlace,
  lostCalls,
]

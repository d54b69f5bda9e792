import { command } from '../../../kernel/declare.ts'
import { languages } from '../../../kernel/language/catalogue.ts'
import { choice, count, expectedVersion, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'
import { badgeJob, fileJob, tellJob } from './visitor-commands.ts'

export const changeSettings = command({
  name: 'visitors.change-settings',
  summary: 'Says how the house receives people: whom the kiosk finds, what is signed, how long anything is kept.',
  input: z.strictObject({
    address: longText(300).optional(),
    receptionId: s.person().nullable().optional(),
    hosts: choice(s.hostModes).optional(),
    photo: flag().optional(),
    welcome: flag().optional(),
    remindMinutes: z.int().min(1).max(120).optional().meta({ control: 'duration' }),
    keepDays: z.int().min(1).max(730).optional(),
    rules: s.texts(10_000).optional(),
    agreement: s.texts(10_000).optional(),
    directions: s.texts(2_000).optional(),
  }),
  output: z.strictObject({}),
  emits: [e.settingsChanged],
  refusals: [r.visitorHostUnknown],
  undoable: true,
  example: { keepDays: 30, remindMinutes: 5 },
})

export const createKiosk = command({
  name: 'visitors.create-kiosk',
  summary: 'Makes a link that opens the kiosk on a tablet at the door, without signing in.',
  permission: 'visitors.change-settings',
  input: z.strictObject({ title: text(100), site: longText(200).optional() }),
  output: s.changed,
  emits: [e.kioskCreated],
  kinds: ['kiosk'],
  undoable: true,
  example: { title: 'Entrance', site: 'Stigbergsliden 18, floor 2' },
})

export const revokeKiosk = command({
  name: 'visitors.revoke-kiosk',
  summary: 'Closes the link of a kiosk for good.',
  permission: 'visitors.change-settings',
  input: z.strictObject({ id: id('kiosk', { hidden: true }), expectedVersion: expectedVersion() }),
  output: s.changed,
  emits: [e.kioskRevoked],
  refusals: [r.kioskClosed],
  kinds: ['kiosk'],
  subject: 'id',
  example: { id: s.example },
})

const inner = { door: 'none', tool: false } as const
const atKiosk = { kioskId: id('kiosk'), entryId: z.uuid() }

/** Drawn, or, where somebody cannot draw, the whole name written once more. */
const signed = z.strictObject({ what: choice(s.signedWhats), strokes: s.strokes(), typed: text(200).optional() })

/** What the kiosk does when somebody has said who they are. */
export const kioskSignIn = command({
  name: 'visitors.kiosk-sign-in',
  summary:
    'Signs somebody in at a kiosk: whoever is expected is the same person, else they are asked, else they are new.',
  input: z.strictObject({
    ...atKiosk,
    name: text(200).optional(),
    company: text(200).nullable().optional(),
    hostId: s.person().nullable().optional(),
    code: text(20).optional(),
    /** What they answered to “is this you?”. */
    isExpected: flag().optional(),
    language: choice(languages),
    /** When it was, where the kiosk could not send it at once. */
    at: instant().optional(),
    signed: z.array(signed).max(2).optional(),
  }),
  output: z.strictObject({
    status: z.enum(['in', 'ask']),
    id: z.uuid().nullable(),
    host: z.string().nullable(),
    place: z.string().nullable(),
    start: instant().nullable(),
    badgeNo: z.int().nullable(),
  }),
  emits: [e.visitorArrived],
  refusals: [r.kioskClosed, r.visitorCodeUnknown, r.visitorInsideAlready, r.agreementMissing, r.visitorHostUnknown],
  jobs: [tellJob, badgeJob, fileJob],
  kinds: ['visitor'],
  ...inner,
  example: { kioskId: s.example, entryId: s.exampleThird, name: 'Lars Ekdahl', language: 'sv' },
})

export const kioskSignOut = command({
  name: 'visitors.kiosk-sign-out',
  summary: 'Signs somebody out at a kiosk, by the code of the badge or by the whole name.',
  input: z.strictObject({
    kioskId: id('kiosk'),
    code: text(20).optional(),
    name: text(200).optional(),
    at: instant().optional(),
  }),
  output: z.strictObject({ left: count() }),
  emits: [e.visitorLeft],
  refusals: [r.kioskClosed, r.visitorCodeUnknown],
  kinds: ['visitor'],
  ...inner,
  example: { kioskId: s.example, name: 'Lars Ekdahl' },
})

export const kioskParcel = command({
  name: 'visitors.kiosk-parcel',
  summary: 'A courier leaves something at a kiosk: whoever it is for is told.',
  input: z.strictObject({
    ...atKiosk,
    sender: text(200).optional(),
    forId: s.person().nullable().optional(),
    forName: text(200),
    count: z.int().min(1).max(99).optional(),
    at: instant().optional(),
  }),
  output: z.strictObject({ id: z.uuid(), told: z.string().nullable() }),
  emits: [e.parcelTaken],
  refusals: [r.kioskClosed, r.visitorHostUnknown],
  kinds: ['held-parcel'],
  ...inner,
  example: { kioskId: s.example, entryId: s.exampleThird, forName: 'Elin Bergqvist' },
})

export const keepPhoto = command({
  name: 'visitors.keep-photo',
  summary: 'Keeps the picture that somebody had taken at a kiosk; it goes when the visit does.',
  input: z.strictObject({ kioskId: id('kiosk'), id: id('visitor'), jpeg: z.base64().max(60_000) }),
  output: z.strictObject({}),
  refusals: [r.kioskClosed, r.visitorNotInside],
  kinds: ['visitor'],
  subject: 'id',
  ...inner,
  example: { kioskId: s.exampleOther, id: s.example, jpeg: '/9j/'.repeat(80) },
})

const rolling = { permission: 'visitors.tick-person' } as const

export const beginRoll = command({
  name: 'visitors.begin-roll-call',
  summary: 'Begins a roll call: everybody in the building is ticked off at the assembly point.',
  ...rolling,
  /** When it was begun where there was no connection: within the last day. */
  input: z.strictObject({ at: instant().optional() }),
  output: z.strictObject({ id: z.uuid() }),
  emits: [e.rollBegun],
  refusals: [r.rollGoesOn],
  kinds: ['visitor'],
  example: {},
})

export const tickPerson = command({
  name: 'visitors.tick-person',
  summary: 'Notes that somebody is safe at the assembly point: a visitor or a colleague.',
  input: z.strictObject({ personId: id(), at: instant().optional() }),
  output: z.strictObject({}),
  emits: [e.personTicked],
  refusals: [r.rollOver, r.notOnRoll],
  kinds: ['visitor'],
  undoable: true,
  example: { personId: s.example },
})

export const untickPerson = command({
  name: 'visitors.untick-person',
  summary: 'Takes a tick of the roll call back.',
  ...rolling,
  input: z.strictObject({ personId: id() }),
  output: z.strictObject({}),
  emits: [e.personUnticked],
  refusals: [r.rollOver, r.notOnRoll],
  kinds: ['visitor'],
  example: { personId: s.example },
})

export const endRoll = command({
  name: 'visitors.end-roll-call',
  summary: 'Ends the roll call, with how many were not found.',
  ...rolling,
  input: z.strictObject({}),
  output: z.strictObject({ missing: count() }),
  emits: [e.rollEnded],
  refusals: [r.rollOver],
  kinds: ['visitor'],
  example: {},
})

export const houseCommands = [
  changeSettings,
  createKiosk,
  revokeKiosk,
  kioskSignIn,
  kioskSignOut,
  kioskParcel,
  keepPhoto,
  beginRoll,
  tickPerson,
  untickPerson,
  endRoll,
]

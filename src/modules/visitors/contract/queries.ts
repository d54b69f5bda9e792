import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import { waitingRow } from '../../../kernel/shapes.ts'
import * as s from './shapes.ts'

const kinds = ['visitor'] as const

export const listVisitors = query({
  name: 'visitors.list-visitors',
  summary: 'Who comes, is here, has gone: of one day unless told otherwise, in the order of their times.',
  input: z.strictObject({
    text: text(200).optional(),
    day: day().optional(),
    from: day().optional(),
    until: day().optional(),
    states: z.array(choice(s.visitorStates)).max(6).optional(),
    hostId: s.person().optional(),
    ...slice,
  }),
  output: s.list(s.visitorLine),
  kinds,
  example: {},
})

const slip = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  what: choice(s.slipWhats),
  plate: z.string().nullable(),
  code: z.string().nullable(),
  until: instant(),
})

export const getVisitor = query({
  name: 'visitors.get-visitor',
  summary: 'A visitor: what was said, when they came and went, what they signed, what they were given.',
  permission: 'visitors.list-visitors',
  input: z.strictObject({ id: id('visitor') }),
  output: z.strictObject({
    record: s.head(s.visitorStates),
    ...s.visitorLine.omit({ id: true, version: true, title: true, state: true }).shape,
    email: z.string().nullable(),
    phone: z.string().nullable(),
    language: z.string(),
    about: z.string(),
    code: z.string(),
    party: s.named.nullable(),
    event: s.named.nullable(),
    welcomedAt: instant().nullable(),
    hasPhoto: flag(),
    eraseOn: day(),
    signed: z.array(z.strictObject({ what: choice(s.signedWhats), at: instant(), document: s.named.nullable() })),
    slips: z.array(slip),
    can: s.can,
  }),
  kinds,
  example: { id: s.example },
})

export const listWaiting = query({
  name: 'visitors.list-waiting',
  summary: 'Visitors at the door for whom nobody has come: the tray’s lines.',
  permission: 'visitors.list-visitors',
  input: z.strictObject({ ...slice }),
  output: s.list(waitingRow),
  kinds,
  example: {},
})

export const building = query({
  name: 'visitors.building',
  summary: 'Who is in the building now, for the eye and for the assembly point, with the roll call that goes on.',
  input: z.strictObject({}),
  output: z.strictObject({
    at: instant(),
    office: z.string(),
    address: z.string(),
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        version: z.int(),
        title: z.string(),
        company: z.string().nullable(),
        host: z.string().nullable(),
        place: z.string().nullable(),
        since: instant(),
        badgeNo: z.int().nullable(),
        received: flag(),
        phone: z.string().nullable(),
        tickedAt: instant().nullable(),
      }),
    ),
    /** Colleagues who are in, by presence; while a roll call goes on those who were when it began. */
    colleagues: z.array(
      z.strictObject({
        id: z.uuid(),
        title: z.string(),
        state: choice(s.insideStates),
        /** By their own word, not by the calendar alone. */
        said: flag(),
        tickedAt: instant().nullable(),
      }),
    ),
    /** Guests of confidential meetings whom the asker may not see; their hosts count them. */
    hidden: count(),
    roll: z.strictObject({ id: z.uuid(), beganAt: instant(), by: z.string() }).nullable(),
    last: z.strictObject({ beganAt: instant(), endedAt: instant(), missing: count() }).nullable(),
  }),
  kinds: ['visitor', 'principal', 'presence'],
  example: {},
})

export const getSettings = query({
  name: 'visitors.get-settings',
  summary: 'How the house receives people.',
  permission: 'visitors.list-visitors',
  input: z.strictObject({}),
  output: z.strictObject({
    address: z.string(),
    reception: s.named.nullable(),
    hosts: choice(s.hostModes),
    photo: flag(),
    welcome: flag(),
    remindMinutes: z.int(),
    keepDays: z.int(),
    rules: s.texts(10_000),
    agreement: s.texts(10_000),
    directions: s.texts(2_000),
    vouchers: z.strictObject({ free: count(), given: count() }),
    /** Visits of the last twelve months, those that are erased counted in. */
    came: z.array(z.strictObject({ month: z.string(), came: count() })),
    mayChange: flag(),
  }),
  kinds,
  example: {},
})

const kioskLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(s.kioskStates),
  site: z.string(),
  madeBy: s.named.nullable(),
  /** What opens it; to who may make and revoke it alone. */
  path: z.string().nullable(),
})

export const listKiosks = query({
  name: 'visitors.list-kiosks',
  summary: 'Kiosks with the links that open them.',
  permission: 'visitors.change-settings',
  input: z.strictObject({ ...slice }),
  output: s.list(kioskLine),
  kinds: ['kiosk'],
  tool: false,
  example: {},
})

const keyLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(s.keyStates),
  type: choice(s.keyTypes),
  number: z.string().nullable(),
  to: s.named.nullable(),
  toName: z.string().nullable(),
  due: instant().nullable(),
  late: flag(),
})

export const listKeys = query({
  name: 'visitors.list-keys',
  summary: 'Keys and cards: those that are out too long first, then those that are out, then the rest by name.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(s.keyStates)).max(3).optional(),
    ...slice,
  }),
  output: s.list(keyLine),
  kinds: ['door-key'],
  example: {},
})

export const getKey = query({
  name: 'visitors.get-key',
  summary: 'A key or card, and who had it.',
  permission: 'visitors.list-keys',
  input: z.strictObject({ id: id('door-key') }),
  output: z.strictObject({
    record: s.head(s.keyStates),
    type: choice(s.keyTypes),
    number: z.string().nullable(),
    note: z.string(),
    loans: z.array(
      z.strictObject({
        id: z.uuid(),
        to: s.named.nullable(),
        toName: z.string(),
        lentAt: instant(),
        due: instant(),
        returnedAt: instant().nullable(),
        by: s.named.nullable(),
      }),
    ),
    can: s.can,
  }),
  kinds: ['door-key'],
  example: { id: s.example },
})

const parcelLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(s.parcelStates),
  for: s.named.nullable(),
  forName: z.string(),
  sender: z.string(),
  count: z.int(),
  place: z.string(),
  cameAt: instant(),
  endedAt: instant().nullable(),
  collectedBy: z.string().nullable(),
})

export const listParcels = query({
  name: 'visitors.list-held-parcels',
  summary: 'Parcels at the counter: those that wait first, the oldest on top.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(s.parcelStates)).max(3).optional(),
    ...slice,
  }),
  output: s.list(parcelLine),
  kinds: ['held-parcel'],
  example: {},
})

export const getParcel = query({
  name: 'visitors.get-held-parcel',
  summary: 'A parcel at the counter, with the signature of whoever collected it.',
  permission: 'visitors.list-held-parcels',
  input: z.strictObject({ id: id('held-parcel') }),
  output: z.strictObject({
    record: s.head(s.parcelStates),
    ...parcelLine.omit({ id: true, version: true, title: true, state: true }).shape,
    strokes: z.string().nullable(),
    can: s.can,
  }),
  kinds: ['held-parcel'],
  example: { id: s.example },
})

/** What a badge or a slip is drawn from. */
export const getPaper = query({
  name: 'visitors.get-paper',
  summary: 'What stands on a visitor’s badge, slip or signed paper.',
  permission: 'visitors.list-visitors',
  input: z.strictObject({
    id: id('visitor'),
    what: z.enum(['badge', 'slip', 'signed']),
    slipId: z.uuid().optional(),
  }),
  output: z.strictObject({
    office: z.string(),
    zone: z.string(),
    language: z.string(),
    address: z.string(),
    id: z.uuid(),
    class: z.int(),
    name: z.string(),
    company: z.string().nullable(),
    host: z.string().nullable(),
    place: z.string().nullable(),
    code: z.string(),
    badgeNo: z.int().nullable(),
    at: instant(),
    photo: z.string().nullable(),
    slip: slip.nullable(),
    signed: z.array(
      z.strictObject({
        what: choice(s.signedWhats),
        words: z.string(),
        strokes: z.string(),
        at: instant(),
        filed: flag(),
      }),
    ),
  }),
  kinds,
  tool: false,
  example: { id: s.example, what: 'badge' },
})

/** The mail that welcomes; for the job alone. */
export const letterToSend = query({
  name: 'visitors.letter-to-send',
  summary: 'What the welcome says, and whether it is still wanted.',
  permission: 'visitors.list-visitors',
  input: z.strictObject({ id: id('visitor') }),
  output: z.strictObject({
    wanted: flag(),
    name: z.string(),
    email: z.string().nullable(),
    subject: z.string(),
    body: z.string(),
    code: z.string(),
  }),
  kinds,
  tool: false,
  example: { id: s.example },
})

/** What is due at night. */
export const dueNow = query({
  name: 'visitors.due-now',
  summary:
    'Visits whose days of keeping are over, with the journal lines that tell of them, and events to be looked at.',
  permission: 'visitors.change-settings',
  input: z.strictObject({}),
  output: z.strictObject({
    erase: z.array(z.strictObject({ id: z.uuid(), lines: z.array(z.int()) })),
    events: z.array(z.uuid()),
  }),
  kinds,
  tool: false,
  example: {},
})

export const visitorQueries = [
  listVisitors,
  getVisitor,
  listWaiting,
  building,
  getSettings,
  listKiosks,
  listKeys,
  getKey,
  listParcels,
  getParcel,
  getPaper,
  letterToSend,
  dueNow,
]

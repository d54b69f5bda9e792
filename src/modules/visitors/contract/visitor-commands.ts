import { command, job } from '../../../kernel/declare.ts'
import { count, expectedVersion, flag, id, instant, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

export const tellJob = job('visitors.tell-again', z.strictObject({ id: z.uuid(), times: z.int() }), 'system')
export const welcomeJob = job('visitors.welcome', z.strictObject({ id: z.uuid() }), 'system')
/** `deskId`: the kiosk, or whoever signed them in at the counter. */
export const badgeJob = job('visitors.print-badge', z.strictObject({ id: z.uuid(), deskId: z.uuid() }), 'system')
export const fileJob = job('visitors.file-papers', z.strictObject({ id: z.uuid() }), 'system')
export const nightJob = job('visitors.night', z.strictObject({}), 'system')

const one = { id: id('visitor', { hidden: true }), expectedVersion: expectedVersion() }
const on = { kinds: ['visitor'], subject: 'id' } as const

export const expectVisitor = command({
  name: 'visitors.expect-visitor',
  summary:
    'Says that somebody comes: who, when, to whom. With an address they are sent a welcome with a code for the kiosk.',
  input: z.strictObject({
    name: s.visitorFacts.name,
    company: s.visitorFacts.company,
    hostId: s.person().optional(),
    start: instant(),
    end: instant({ folded: true }).nullable().optional(),
    place: text(300).nullable().optional(),
    email: s.visitorFacts.email,
    partyId: id('party', { folded: true }).nullable().optional(),
    phone: s.visitorFacts.phone,
    about: s.visitorFacts.about,
    plate: s.visitorFacts.plate,
    language: s.visitorFacts.language,
  }),
  output: s.changed,
  emits: [e.visitorExpected],
  refusals: [r.visitorOverBefore, r.visitorDayPast, r.visitorHostUnknown],
  jobs: [welcomeJob],
  kinds: ['visitor'],
  undoable: true,
  example: { name: 'Lars Ekdahl', company: 'Kustfast AB', start: '2126-11-24T09:30:00Z', place: 'Klippan' },
})

const guest = z.strictObject({
  name: s.visitorFacts.name,
  company: text(200).nullable().optional(),
  email: z.email().max(254).nullable().optional(),
})

export const expectGroup = command({
  name: 'visitors.expect-group',
  summary: 'Says that several come together; whoever is expected then already is not taken twice.',
  permission: 'visitors.expect-visitor',
  input: z.strictObject({
    people: z.array(guest).min(1).max(200),
    hostId: s.person().optional(),
    start: instant(),
    end: instant({ folded: true }).nullable().optional(),
    place: text(300).nullable().optional(),
  }),
  output: z.strictObject({ ids: z.array(z.uuid()), known: count() }),
  emits: [e.visitorsExpected],
  refusals: [r.visitorOverBefore, r.visitorDayPast, r.visitorHostUnknown],
  jobs: [welcomeJob],
  kinds: ['visitor'],
  example: {
    people: [{ name: 'Ida Lund' }, { name: 'Per Strand', company: 'Strand AB' }],
    start: '2126-11-24T09:30:00Z',
  },
})

export const changeVisitor = command({
  name: 'visitors.change-visitor',
  summary: 'Changes what is known of a visitor who is expected or inside; the time of whoever is expected alone.',
  input: z.strictObject({
    ...one,
    name: text(200).optional(),
    company: s.visitorFacts.company,
    hostId: s.person().nullable().optional(),
    start: instant().optional(),
    place: text(300).nullable().optional(),
    email: s.visitorFacts.email,
    phone: s.visitorFacts.phone,
    about: s.visitorFacts.about,
    plate: s.visitorFacts.plate,
    language: s.visitorFacts.language,
  }),
  output: s.changed,
  emits: [e.visitorChanged],
  refusals: [r.visitorHostUnknown, r.visitorNotExpected, r.visitorInsideAlready, r.visitorDayPast],
  jobs: [welcomeJob],
  ...on,
  undoable: true,
  example: { id: s.example, place: 'Hamnen' },
})

export const cancelVisitor = command({
  name: 'visitors.cancel-visitor',
  summary: 'Says that somebody who was expected does not come.',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.visitorCancelled],
  refusals: [r.visitorNotExpected],
  ...on,
  undoable: true,
  example: { id: s.example },
})

export const expectAgain = command({
  name: 'visitors.expect-again',
  summary: 'Expects somebody again whose visit was cancelled or who did not come.',
  permission: 'visitors.cancel-visitor',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.visitorExpected],
  refusals: [r.visitorStillExpected, r.visitorDayPast],
  jobs: [welcomeJob],
  ...on,
  example: { id: s.example },
})

export const signIn = command({
  name: 'visitors.sign-in-visitor',
  summary: 'Signs in at the counter whoever is expected; the host is told at once.',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.visitorArrived],
  refusals: [r.visitorNotExpected, r.visitorInsideAlready],
  jobs: [tellJob, badgeJob],
  ...on,
  undoable: true,
  example: { id: s.example },
})

export const signInWalkIn = command({
  name: 'visitors.sign-in-walk-in',
  summary: 'Signs in somebody who was not expected; with a host who is told, or with a number in the queue.',
  permission: 'visitors.sign-in-visitor',
  input: z.strictObject({
    name: s.visitorFacts.name,
    company: s.visitorFacts.company,
    hostId: s.person().nullable().optional(),
    about: text(500).optional(),
    /** A number in the queue of the counter. */
    ticket: flag({ folded: true }).optional(),
    language: s.visitorFacts.language,
  }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), ticket: z.int().nullable() }),
  emits: [e.visitorArrived],
  refusals: [r.visitorHostUnknown, r.visitorInsideAlready],
  jobs: [tellJob, badgeJob],
  kinds: ['visitor'],
  undoable: true,
  example: { name: 'Mona Dahl', about: 'Wants to see the drawings of Lindholmen' },
})

export const takeBackArrival = command({
  name: 'visitors.take-back-arrival',
  summary: 'Takes a sign-in back: expected again, or cancelled where nobody was expected.',
  permission: 'visitors.sign-in-visitor',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.arrivalTakenBack],
  refusals: [r.visitorNotInside],
  ...on,
  example: { id: s.example },
})

export const meetVisitor = command({
  name: 'visitors.meet-visitor',
  summary: 'Says that somebody has come for the visitor: nobody is told again.',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.visitorMet],
  refusals: [r.visitorNotWaiting],
  ...on,
  example: { id: s.example },
})

export const callVisitor = command({
  name: 'visitors.call-visitor',
  summary: 'Calls a number of the queue to the counter.',
  permission: 'visitors.sign-in-visitor',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.visitorCalled],
  refusals: [r.visitorNotWaiting],
  ...on,
  example: { id: s.example },
})

export const signOut = command({
  name: 'visitors.sign-out-visitor',
  summary: 'Notes that a visitor has left the building.',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.visitorLeft],
  refusals: [r.visitorNotInside],
  ...on,
  undoable: true,
  example: { id: s.example },
})

export const bringBack = command({
  name: 'visitors.bring-back-visitor',
  summary: 'Takes a sign-out back: the visitor is in the building still.',
  permission: 'visitors.sign-out-visitor',
  input: z.strictObject(one),
  output: s.changed,
  emits: [e.visitorBack],
  refusals: [r.visitorNotGone, r.visitorInsideAlready],
  ...on,
  example: { id: s.example },
})

const inner = { door: 'none', tool: false } as const

export const followEvent = command({
  name: 'visitors.follow-event',
  summary: 'Expects the guests from outside of an event that takes place in the house, and follows it.',
  input: z.strictObject({ eventId: id('event') }),
  output: z.strictObject({ expected: count() }),
  emits: [e.eventFollowed],
  jobs: [welcomeJob],
  ...inner,
  example: { eventId: s.exampleOther },
})

export const tellHostAgain = command({
  name: 'visitors.tell-host-again',
  summary: 'Tells the host again of a visitor whom nobody met, then whoever stands in, then the reception.',
  input: z.strictObject({ id: one.id, times: z.int().min(1).max(20) }),
  output: z.strictObject({ told: flag() }),
  emits: [e.hostToldAgain],
  jobs: [tellJob],
  ...on,
  ...inner,
  example: { id: s.example, times: 1 },
})

export const noteWelcomed = command({
  name: 'visitors.note-welcomed',
  summary: 'Notes that the welcome was sent.',
  input: z.strictObject({ id: one.id }),
  output: z.strictObject({}),
  emits: [e.visitorWelcomed],
  ...on,
  ...inner,
  example: { id: s.example },
})

export const noteFiled = command({
  name: 'visitors.note-filed',
  summary: 'Notes where the paper lies that a visitor signed.',
  input: z.strictObject({ id: one.id, documentId: id('document') }),
  output: z.strictObject({}),
  emits: [e.paperFiled],
  ...on,
  ...inner,
  example: { id: s.example, documentId: s.exampleOther },
})

export const closeDays = command({
  name: 'visitors.close-days',
  summary: 'At night: whoever did not come is noted as such, whoever forgot to sign out is signed out.',
  input: z.strictObject({}),
  output: z.strictObject({ closed: count() }),
  emits: [e.daysClosed],
  ...inner,
  example: {},
})

export const eraseVisitor = command({
  name: 'visitors.erase-visitor',
  summary: 'Erases a visit whose days of keeping are over; it stays as one among those of its day.',
  input: z.strictObject({ id: one.id }),
  output: z.strictObject({ erased: flag() }),
  emits: [e.visitorErased],
  ...on,
  ...inner,
  example: { id: s.example },
})

export const visitorCommands = [
  expectVisitor,
  expectGroup,
  changeVisitor,
  cancelVisitor,
  expectAgain,
  signIn,
  signInWalkIn,
  takeBackArrival,
  meetVisitor,
  callVisitor,
  signOut,
  bringBack,
  followEvent,
  tellHostAgain,
  noteWelcomed,
  noteFiled,
  closeDays,
  eraseVisitor,
]
export const visitorJobs = [badgeJob, tellJob, welcomeJob, fileJob, nightJob]

import { query } from '../../../kernel/declare.ts'
import { choice, count, day, flag, id, instant, longText, money, slice, text, z } from '../../../kernel/schema.ts'
import * as s from './shapes.ts'

const tripLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(s.tripStates),
  destination: z.string().nullable(),
  startsOn: day(),
  endsOn: day(),
  travellers: z.array(s.named),
  arranger: s.named.nullable(),
  /** What it came to, else what is reckoned with. */
  cost: money().nullable(),
  /** How much is wrong in it that would spoil the journey. */
  doubts: count(),
  mine: flag(),
})

export const listTrips = query({
  name: 'travel.list-trips',
  summary: 'Trips: those that come first; one’s own, those one arranges, or all that one may see.',
  input: z.strictObject({
    text: text(200).optional(),
    box: z.enum(s.boxes).default('all'),
    whose: z.enum(s.whoses).default('all'),
    ...slice,
  }),
  output: s.list(tripLine),
  kinds: ['trip'],
  example: {},
})

export const getTrip = query({
  name: 'travel.get-trip',
  summary:
    'One trip: legs, stays and visits on each place’s clock, what is wrong with it, papers, costs and whom to call.',
  permission: 'travel.list-trips',
  input: z.strictObject({ id: id('trip') }),
  output: z.strictObject({
    record: s.head(s.tripStates),
    ...tripLine.omit({ id: true, version: true, title: true, state: true }).shape,
    country: z.string().nullable(),
    purpose: z.string(),
    costCentre: z.string().nullable(),
    budget: money().nullable(),
    daysAs: choice(s.daysShown),
    visaFor: z.array(z.string()),
    approvedBy: s.named.nullable(),
    approvedAt: instant().nullable(),
    needsApproval: flag(),
    homeZone: z.string(),
    legs: z.array(s.legLine),
    stays: z.array(s.stayLine),
    visits: z.array(s.visitLine),
    /** What else stands in the travellers’ calendars on those days. */
    alsoThen: z.array(s.visitLine),
    checks: z.array(s.checkLine),
    things: z.array(s.thingLine),
    contacts: z.array(s.contactLine),
    papers: z.array(s.paperLine),
    costs: z.array(
      z.strictObject({
        kind: choice(s.costKinds),
        what: z.string(),
        planned: money().nullable(),
        actual: money().nullable(),
        paidBy: choice(s.paidBys),
        on: day().nullable(),
        document: s.named.nullable(),
      }),
    ),
    planned: money().nullable(),
    actual: money().nullable(),
    claims: z.array(z.strictObject({ person: s.named, report: s.named.nullable() })),
    over: flag(),
    can: s.can,
  }),
  kinds: ['trip', 'event'],
  example: { id: s.example },
})

const identityLine = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  sort: choice(s.identitySorts),
  person: s.named.nullable(),
  country: z.string().nullable(),
  expiresOn: day().nullable(),
  /** `expired`, `soon`: within the days it reminds ahead. */
  standing: z.enum(['valid', 'soon', 'expired', 'removed']),
})

export const listDocuments = query({
  name: 'travel.list-documents',
  summary: 'Passports, visas and identity cards that one may see, those that expire first in front.',
  permission: 'travel.add-document',
  input: z.strictObject({ text: text(200).optional(), removed: flag().optional(), ...slice }),
  output: s.list(identityLine),
  kinds: ['travel-document'],
  example: {},
})

export const getDocument = query({
  name: 'travel.get-document',
  summary: 'One passport, visa or identity card.',
  permission: 'travel.add-document',
  input: z.strictObject({ id: id('travel-document') }),
  output: z.strictObject({
    record: s.head(['valid', 'soon', 'expired', 'removed']),
    ...identityLine.omit({ id: true, version: true, title: true, standing: true }).shape,
    number: z.string().nullable(),
    issuedOn: day().nullable(),
    remindDays: count(),
    readers: z.array(s.named),
    note: z.string(),
    document: s.named.nullable(),
    can: s.can,
  }),
  kinds: ['travel-document'],
  example: { id: s.example },
})

export const getPolicy = query({
  name: 'travel.get-policy',
  summary: 'Which trips must be approved before they are booked.',
  permission: 'travel.list-trips',
  input: z.strictObject({}),
  output: z.strictObject({ approval: choice(s.approvals) }),
  kinds: [],
  example: {},
})

/** What is proposed of a booking that was read: somebody confirms it. */
const readLeg = s.legLine.omit({ id: true, departsAt: true, arrivesAt: true })
const readStay = s.stayLine.omit({ id: true, checkInAt: true, checkOutAt: true })
export const readBooking = query({
  name: 'travel.read-booking',
  summary: 'Legs and stays as a booking’s calendar file or confirmation mail says them; proposed, nothing is kept.',
  permission: 'travel.change-trip',
  input: z.strictObject({ content: longText(2_000_000) }),
  output: z.strictObject({ legs: z.array(readLeg), stays: z.array(readStay) }),
  tool: false,
  example: { content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
})

export const dueNow = query({
  name: 'travel.due-now',
  summary: 'How many travel documents and trips somebody is to be reminded of.',
  permission: 'travel.set-policy',
  input: z.strictObject({}),
  output: z.strictObject({ documents: count(), trips: count() }),
  kinds: ['trip', 'travel-document'],
  tool: false,
  example: {},
})

export const changesToTell = query({
  name: 'travel.changes-to-tell',
  summary: 'What changed, and to whom outside it has not been mailed yet.',
  permission: 'travel.change-trip',
  input: z.strictObject({ id: id('trip') }),
  output: z.strictObject({
    office: z.string(),
    traveller: z.string(),
    letters: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        email: z.string(),
        language: z.string(),
        visit: z.string(),
        start: z.string(),
        was: z.string(),
        now: z.string(),
        place: z.string(),
      }),
    ),
  }),
  kinds: ['trip'],
  tool: false,
  example: { id: s.example },
})

export const travelQueries = [
  listTrips,
  getTrip,
  listDocuments,
  getDocument,
  getPolicy,
  readBooking,
  dueNow,
  changesToTell,
]

import { command, job } from '../../../kernel/declare.ts'
import { choice, confidentiality, count, day, expectedVersion, flag, id, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import {
  approvals,
  changed,
  contact,
  costLine,
  example,
  exampleItem,
  exampleOther,
  legFacts,
  paperSorts,
  stayFacts,
  thing,
  tripFacts,
  visitFacts,
} from './shapes.ts'

const one = { id: id('trip', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['trip'], subject: 'id' } as const
const step = { ...about, undoable: true } as const

/** Mails what changed to whom somebody meets outside. */
export const tellChangesJob = job('travel.tell-changes', z.strictObject({ id: id('trip') }), 'system')
export const dueJob = job('travel.due', z.strictObject({}), 'system')

export const createTrip = command({
  name: 'travel.create-trip',
  summary: 'Plans a trip: who travels, where to, from when to when, what for, and what it may cost.',
  input: z.strictObject({
    title: text(200),
    startsOn: day(),
    endsOn: day(),
    ...tripFacts,
    class: confidentiality({ folded: true }).optional(),
  }),
  output: changed,
  emits: [e.tripCreated],
  refusals: [r.tripReversed, r.tripPersonUnknown, r.tripNotForThem],
  kinds: ['trip'],
  undoable: true,
  example: { title: 'Trade fair in Lisbon', startsOn: '2126-12-01', endsOn: '2126-12-04', country: 'PT' },
})

export const changeTrip = command({
  name: 'travel.change-trip',
  summary: 'Changes what is given of a trip: days, travellers, purpose, budget, what the calendar shows.',
  input: z.strictObject({
    ...one,
    title: text(200).optional(),
    startsOn: day().optional(),
    endsOn: day().optional(),
    ...tripFacts,
  }),
  output: changed,
  emits: [e.tripChanged],
  refusals: [r.tripStateWrong, r.tripReversed, r.tripPersonUnknown, r.tripNotForThem],
  ...step,
  example: { id: example, destination: 'Lisboa' },
})

export const approveTrip = command({
  name: 'travel.approve-trip',
  summary: 'Approves a trip with its budget; nobody approves their own.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.tripApproved],
  refusals: [r.tripStateWrong, r.tripOwn],
  ...step,
  example: { id: example },
})

export const unapproveTrip = command({
  name: 'travel.unapprove-trip',
  summary: 'Takes an approval back before anything is booked.',
  permission: 'travel.approve-trip',
  input: z.strictObject(one),
  output: changed,
  emits: [e.tripUnapproved],
  refusals: [r.tripStateWrong],
  ...about,
  example: { id: example },
})

export const bookTrip = command({
  name: 'travel.book-trip',
  summary: 'Says that a trip is booked.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.tripBooked],
  refusals: [r.tripStateWrong, r.tripNotApproved],
  ...step,
  example: { id: example },
})

export const unbookTrip = command({
  name: 'travel.unbook-trip',
  summary: 'Says that a trip is not booked yet after all.',
  permission: 'travel.book-trip',
  input: z.strictObject(one),
  output: changed,
  emits: [e.tripUnbooked],
  refusals: [r.tripStateWrong],
  ...step,
  example: { id: example },
})

export const cancelTrip = command({
  name: 'travel.cancel-trip',
  summary: 'Cancels a trip: it leaves the calendars, and everybody who travels is told.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.tripCancelled],
  refusals: [r.tripStateWrong],
  ...step,
  example: { id: example },
})

export const restoreTrip = command({
  name: 'travel.restore-trip',
  summary: 'Takes up a trip that was cancelled: planned, and in the calendars again.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.tripRestored],
  refusals: [r.tripStateWrong],
  ...step,
  example: { id: example },
})

const itemAnswer = changed.extend({ itemId: z.uuid() })
/** Of one that was taken off and is put back. */
const again = { itemId: id(undefined, { hidden: true }).optional() }
const theItem = { ...one, itemId: id(undefined, { hidden: true }) }
/** Whoever outside is met after it is written to. */
const tellGuests = { tellGuests: flag({ folded: true }).optional() }

export const addLeg = command({
  name: 'travel.add-leg',
  summary: 'Adds a leg: a train, flight, drive or ferry, with each place’s own clock.',
  permission: 'travel.change-trip',
  input: z.strictObject({ ...one, ...legFacts, ...again }),
  output: itemAnswer,
  emits: [e.itemAdded],
  refusals: [r.tripStateWrong, r.tripZoneUnknown, r.legReversed],
  ...step,
  example: {
    id: example,
    mode: 'flight',
    from: 'Stockholm ARN',
    fromZone: 'Europe/Stockholm',
    departs: '2126-12-01T10:05',
    to: 'Lisboa LIS',
    toZone: 'Europe/Lisbon',
    arrives: '2126-12-01T13:20',
    carrier: 'TAP',
    number: 'TP783',
    reference: 'K7QH2P',
  },
})

const { mode, from, fromZone, departs, to, toZone, arrives, ...legMore } = legFacts
export const changeLeg = command({
  name: 'travel.change-leg',
  summary: 'Changes a leg; whoever it concerns is told what was and what is.',
  permission: 'travel.change-trip',
  input: z.strictObject({
    ...theItem,
    mode: mode.optional(),
    from: from.optional(),
    fromZone: fromZone.optional(),
    departs: departs.optional(),
    to: to.optional(),
    toZone: toZone.optional(),
    arrives: arrives.optional(),
    ...legMore,
    ...tellGuests,
  }),
  output: changed,
  emits: [e.itemChanged],
  refusals: [r.tripStateWrong, r.tripItemUnknown, r.tripZoneUnknown, r.legReversed],
  jobs: [tellChangesJob],
  ...step,
  example: { id: example, itemId: exampleItem, departs: '2126-12-01T11:05', arrives: '2126-12-01T14:20' },
})

export const removeLeg = command({
  name: 'travel.remove-leg',
  summary: 'Takes a leg off a trip and out of the calendars.',
  permission: 'travel.change-trip',
  input: z.strictObject(theItem),
  output: changed,
  emits: [e.itemRemoved],
  refusals: [r.tripStateWrong, r.tripItemUnknown],
  ...step,
  example: { id: example, itemId: exampleItem },
})

export const addStay = command({
  name: 'travel.add-stay',
  summary: 'Adds where somebody sleeps: hotel, address, from when to when.',
  permission: 'travel.change-trip',
  input: z.strictObject({ ...one, ...stayFacts, ...again }),
  output: itemAnswer,
  emits: [e.itemAdded],
  refusals: [r.tripStateWrong, r.tripZoneUnknown, r.stayReversed],
  ...step,
  example: {
    id: example,
    name: 'Hotel Avenida',
    zone: 'Europe/Lisbon',
    checkIn: '2126-12-01T15:00',
    checkOut: '2126-12-04T11:00',
    country: 'PT',
  },
})

const { name, zone, checkIn, checkOut, ...stayMore } = stayFacts
export const changeStay = command({
  name: 'travel.change-stay',
  summary: 'Changes a stay.',
  permission: 'travel.change-trip',
  input: z.strictObject({
    ...theItem,
    name: name.optional(),
    zone: zone.optional(),
    checkIn: checkIn.optional(),
    checkOut: checkOut.optional(),
    ...stayMore,
  }),
  output: changed,
  emits: [e.itemChanged],
  refusals: [r.tripStateWrong, r.tripItemUnknown, r.tripZoneUnknown, r.stayReversed],
  ...step,
  example: { id: example, itemId: exampleItem, reference: '8841-220' },
})

export const removeStay = command({
  name: 'travel.remove-stay',
  summary: 'Takes a stay off a trip and out of the calendars.',
  permission: 'travel.change-trip',
  input: z.strictObject(theItem),
  output: changed,
  emits: [e.itemRemoved],
  refusals: [r.tripStateWrong, r.tripItemUnknown],
  ...step,
  example: { id: example, itemId: exampleItem },
})

export const addVisit = command({
  name: 'travel.add-visit',
  summary: 'Says that an event of the calendar belongs to the trip.',
  permission: 'travel.change-trip',
  input: z.strictObject({ ...one, eventId: id('event') }),
  output: changed,
  emits: [e.visitAdded],
  refusals: [r.tripStateWrong, r.visitThere],
  ...step,
  example: { id: example, eventId: exampleOther },
})

export const arrangeVisit = command({
  name: 'travel.arrange-visit',
  summary: 'Puts a meeting there into the traveller’s calendar, on that place’s clock, and invites whoever is met.',
  permission: 'travel.change-trip',
  input: z.strictObject({ ...one, ...visitFacts }),
  output: changed.extend({ eventId: z.uuid() }),
  emits: [e.visitAdded],
  refusals: [r.tripStateWrong, r.tripZoneUnknown, r.visitNotMade],
  ...about,
  example: {
    id: example,
    title: 'Meeting at Docas Lda',
    zone: 'Europe/Lisbon',
    start: '2126-12-02T10:00',
    end: '2126-12-02T11:30',
  },
})

export const removeVisit = command({
  name: 'travel.remove-visit',
  summary: 'Takes an event off the trip; it stays in the calendar.',
  permission: 'travel.change-trip',
  input: z.strictObject({ ...one, eventId: id('event', { hidden: true }) }),
  output: changed,
  emits: [e.visitRemoved],
  refusals: [r.tripStateWrong, r.tripItemUnknown],
  ...step,
  example: { id: example, eventId: exampleOther },
})

export const setThings = command({
  name: 'travel.set-things',
  summary: 'Writes what is to be done before and brought along.',
  permission: 'travel.change-trip',
  input: z.strictObject({ ...one, things: z.array(thing).max(100) }),
  output: changed,
  emits: [e.thingsSet],
  refusals: [r.tripStateWrong],
  ...step,
  example: { id: example, things: [{ text: 'Samples', sort: 'bring' }] },
})

export const tickThing = command({
  name: 'travel.tick-thing',
  summary: 'Ticks something off the list, or takes it back.',
  permission: 'travel.change-trip',
  input: z.strictObject({
    ...one,
    position: z.int().min(1).max(100).meta({ hidden: true }),
    done: flag().default(true),
  }),
  output: changed,
  emits: [e.thingsSet],
  refusals: [r.tripStateWrong, r.tripItemUnknown],
  ...step,
  example: { id: example, position: 1 },
})

export const setContacts = command({
  name: 'travel.set-contacts',
  summary: 'Writes whom to call there, and in an emergency.',
  permission: 'travel.change-trip',
  input: z.strictObject({ ...one, contacts: z.array(contact).max(50) }),
  output: changed,
  emits: [e.contactsSet],
  refusals: [r.tripStateWrong],
  ...step,
  example: { id: example, contacts: [{ name: 'Embassy', phone: '+351 213 942 260', sort: 'emergency' }] },
})

export const attachPaper = command({
  name: 'travel.attach-paper',
  summary: 'Puts a ticket, a visa or another paper to a trip, or to one leg or stay of it.',
  permission: 'travel.change-trip',
  input: z.strictObject({
    ...one,
    documentId: id('document'),
    what: choice(paperSorts).default('ticket'),
    itemId: id(undefined, { hidden: true }).nullable().optional(),
  }),
  output: changed,
  emits: [e.paperAttached],
  refusals: [r.tripStateWrong, r.tripItemUnknown, r.paperThere],
  ...step,
  example: { id: example, documentId: exampleOther },
})

export const detachPaper = command({
  name: 'travel.detach-paper',
  summary: 'Takes a paper off a trip; the paper stays where it is filed.',
  permission: 'travel.change-trip',
  input: z.strictObject({ ...one, documentId: id('document', { hidden: true }) }),
  output: changed,
  emits: [e.paperDetached],
  refusals: [r.tripStateWrong, r.tripItemUnknown],
  ...step,
  example: { id: example, documentId: exampleOther },
})

export const setCosts = command({
  name: 'travel.set-costs',
  summary: 'Writes what a trip costs, line by line: estimated, and what it came to.',
  permission: 'travel.change-trip',
  input: z.strictObject({ ...one, lines: z.array(costLine).max(100) }),
  output: changed,
  emits: [e.costsSet],
  refusals: [r.tripStateWrong, r.costCurrencyMixed],
  ...step,
  example: {
    id: example,
    lines: [{ kind: 'travel', what: 'Flights', planned: { amount: '4200.00', currency: 'SEK' } }],
  },
})

export const claimExpenses = command({
  name: 'travel.claim-expenses',
  summary:
    'Begins the expense report of somebody who travelled, as a draft: days, what was laid out, kilometres and daily allowances.',
  permission: 'travel.change-trip',
  input: z.strictObject({ ...one, personId: id('principal', { control: 'person' }).optional() }),
  output: changed.extend({ reportId: z.uuid(), lines: count(), left: z.array(z.string()) }),
  emits: [e.expensesClaimed],
  refusals: [r.tripStateWrong, r.claimThere, r.claimEarly, r.claimNotMade, r.tripPersonUnknown],
  ...about,
  example: { id: example },
})

export const setPolicy = command({
  name: 'travel.set-policy',
  summary: 'Lays down which trips must be approved before they are booked.',
  input: z.strictObject({ approval: choice(approvals) }),
  output: z.strictObject({ approval: choice(approvals) }),
  emits: [e.policySet],
  undoable: true,
  example: { approval: 'abroad' },
})

const inner = { door: 'none', tool: false } as const
export const noteChangesTold = command({
  name: 'travel.note-changes-told',
  summary: 'Keeps to whom a change was mailed.',
  input: z.strictObject({ id: id('trip'), sent: z.array(z.uuid()).max(500), failed: z.int().min(0) }),
  output: z.strictObject({}),
  emits: [e.changesTold],
  ...inner,
  subject: 'id',
  example: { id: example, sent: [], failed: 0 },
})

export const raiseDue = command({
  name: 'travel.raise-due',
  summary: 'Makes tasks of travel documents that expire, and of trips that begin soon with something wrong in them.',
  input: z.strictObject({}),
  output: z.strictObject({ documents: z.int(), trips: z.int() }),
  emits: [e.identityExpires, e.tripDoubtful],
  ...inner,
  example: {},
})

export const tripCommands = [
  createTrip,
  changeTrip,
  approveTrip,
  unapproveTrip,
  bookTrip,
  unbookTrip,
  cancelTrip,
  restoreTrip,
  addLeg,
  changeLeg,
  removeLeg,
  addStay,
  changeStay,
  removeStay,
  addVisit,
  arrangeVisit,
  removeVisit,
  setThings,
  tickThing,
  setContacts,
  attachPaper,
  detachPaper,
  setCosts,
  claimExpenses,
  setPolicy,
  noteChangesTold,
  raiseDue,
]

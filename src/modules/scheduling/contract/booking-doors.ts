/** What links do that people outside have, and what Kontor does by itself with what they booked. */
import { command, query } from '../../../kernel/declare.ts'
import { choice, count, id, instant, text, z } from '../../../kernel/schema.ts'
import { calendarReadOnly, placeNotGiven, placeTaken } from '../../calendar/contract.ts'
import {
  bookingCancelled,
  bookingLapsed,
  bookingMoved,
  bookingNotSent,
  bookingTaken,
  sendBookingMailJob,
} from './booking.ts'
import { bookingMails } from './booking-shapes.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

const inner = { kinds: ['booking-page'], subject: 'id', door: 'none', tool: false } as const
const one = { id: id('booking-page'), bookingId: z.uuid() }
const saving = [r.bookingTimeGone, r.bookingOver, calendarReadOnly, placeTaken, placeNotGiven]
const example = { id: s.example, bookingId: s.exampleOther }

export const takeBooking = command({
  name: 'scheduling.take-booking',
  summary: 'Somebody outside books a time on a page.',
  input: z.strictObject({
    id: id('booking-page'),
    kindId: z.uuid(),
    start: instant(),
    name: text(200),
    email: z.email().max(254),
    language: choice(s.languages),
    zone: text(64),
    contact: text(300).optional(),
    answers: z.array(z.string().max(1_000)).max(10).optional(),
  }),
  output: z.strictObject({ bookingId: z.uuid(), state: z.enum(['unconfirmed', 'asked', 'booked']) }),
  emits: [bookingTaken],
  refusals: [...saving, r.bookingPageShut, r.answersMissing, r.bookingsTooMany, r.schedulingZoneUnknown],
  jobs: [sendBookingMailJob],
  ...inner,
  example: {
    id: s.example,
    kindId: s.exampleOther,
    start: '2126-11-25T09:00:00Z',
    name: 'Bengt',
    email: 'bengt@outside.example',
    language: 'sv',
    zone: 'Europe/Stockholm',
  },
})

export const confirmBooking = command({
  name: 'scheduling.confirm-booking',
  summary: 'The link of the mail confirms that the address is theirs: what was held is booked or asked for.',
  input: z.strictObject(one),
  output: z.strictObject({}),
  emits: [bookingTaken],
  refusals: saving,
  jobs: [sendBookingMailJob],
  ...inner,
  example,
})

export const moveBooking = command({
  name: 'scheduling.move-booking',
  summary: 'A guest takes another time instead.',
  input: z.strictObject({ ...one, start: instant() }),
  output: z.strictObject({}),
  emits: [bookingMoved],
  refusals: [...saving, r.bookingTooLate],
  ...inner,
  example: { ...example, start: '2126-11-25T09:00:00Z' },
})

export const cancelBooking = command({
  name: 'scheduling.cancel-booking',
  summary: 'A guest cancels what they booked.',
  input: z.strictObject(one),
  output: z.strictObject({}),
  emits: [bookingCancelled],
  refusals: [r.bookingOver, r.bookingTooLate, calendarReadOnly],
  ...inner,
  example,
})

export const recordBookingSent = command({
  name: 'scheduling.record-booking-sent',
  summary: 'Notes whether a mail to somebody who booked went out.',
  input: z.strictObject({ ...one, mail: choice(s.mailStates), error: text(500).nullable() }),
  output: z.strictObject({}),
  emits: [bookingNotSent],
  ...inner,
  example: { ...example, mail: 'sent', error: null },
})

export const endBookings = command({
  name: 'scheduling.end-bookings',
  summary: 'Frees what nobody confirmed or answered in time, and reminds guests a day before.',
  input: z.strictObject({}),
  output: z.strictObject({ lapsed: count(), reminded: count() }),
  emits: [bookingLapsed],
  jobs: [sendBookingMailJob],
  door: 'none',
  tool: false,
  example: {},
})

export const countBookingsDue = query({
  name: 'scheduling.count-bookings-due',
  summary: 'How many bookings free themselves or ask for a reminder now.',
  permission: 'scheduling.list-booking-pages',
  input: z.strictObject({}),
  output: z.strictObject({ count: count() }),
  kinds: ['booking-page'],
  tool: false,
  example: {},
})

export const bookingLetter = query({
  name: 'scheduling.booking-letter',
  summary: 'What somebody who booked is written, in their language.',
  permission: 'scheduling.list-booking-pages',
  input: z.strictObject({ id: id('booking-page'), bookingId: id(), what: choice(bookingMails) }),
  output: z.strictObject({
    subject: z.string(),
    body: z.string(),
    name: z.string(),
    email: z.string(),
    wanted: z.boolean(),
  }),
  kinds: ['booking-page'],
  tool: false,
  example: { ...example, what: 'booked' },
})

export const bookingDoorCommands = [
  takeBooking,
  confirmBooking,
  moveBooking,
  cancelBooking,
  recordBookingSent,
  endBookings,
]
export const bookingDoorQueries = [countBookingsDue, bookingLetter]
export const bookingJobs = [sendBookingMailJob]

import { command, event, job, query } from '../../../kernel/declare.ts'
import { choice, count, day, expectedVersion, flag, id, instant, slice, text, z } from '../../../kernel/schema.ts'
import { calendarReadOnly, placeNotGiven, placeTaken } from '../../calendar/contract.ts'
import { workEnvelope } from '../../work/contract.ts'
import * as b from './booking-shapes.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

const about = { id: z.uuid(), title: z.string() }
const told = z.strictObject(about)
export const bookingPageCreated = event('scheduling.booking-page-created', told)
export const bookingPageChanged = event('scheduling.booking-page-changed', told)
export const bookingPageClosed = event('scheduling.booking-page-closed', told)
export const bookingPageReopened = event('scheduling.booking-page-reopened', told)
const booked = { ...about, bookingId: z.uuid(), name: z.string(), at: instant(), ...workEnvelope }
export const bookingTaken = event('scheduling.booking-taken', z.strictObject({ ...booked, state: z.string() }))
export const bookingAnswered = event('scheduling.booking-answered', z.strictObject({ ...booked, accept: z.boolean() }))
export const bookingMoved = event('scheduling.booking-moved', z.strictObject(booked))
export const bookingCancelled = event('scheduling.booking-cancelled', z.strictObject(booked))
export const bookingLapsed = event('scheduling.booking-lapsed', z.strictObject(booked))
export const bookingNotSent = event(
  'scheduling.booking-not-sent',
  z.strictObject({ ...about, name: z.string(), error: z.string() }),
)

export const sendBookingMailJob = job(
  'scheduling.send-booking-mail',
  z.strictObject({ id: z.uuid(), bookingId: z.uuid(), what: z.enum(b.bookingMails) }),
  'system',
)

const page = { id: id('booking-page', { hidden: true }), expectedVersion: expectedVersion() }
const on = { kinds: ['booking-page'], subject: 'id' } as const
const setting = [r.hostNotGiven, r.hostsUnfit, r.hoursOverlap, r.schedulingPersonUnknown]
const kinds = [{ title: 'First talk', minutes: 30, venue: 'telephone' as const }]

export const createBookingPage = command({
  name: 'scheduling.create-booking-page',
  summary: 'Makes a page on which people outside book a time with somebody, or with whoever of several is free.',
  input: z.strictObject({ title: text(200), ...b.bookingFacts }),
  output: s.changed,
  emits: [bookingPageCreated],
  refusals: setting,
  kinds: ['booking-page'],
  undoable: true,
  example: { title: 'Book a time with us', kinds },
})

export const changeBookingPage = command({
  name: 'scheduling.change-booking-page',
  summary: 'Changes what may be booked on a page, and when; what is booked already stands.',
  input: z.strictObject({ ...page, title: text(200), ...b.bookingFacts }),
  output: s.changed,
  emits: [bookingPageChanged],
  refusals: setting,
  ...on,
  undoable: true,
  example: { id: s.example, title: 'Book a time with us', kinds },
})

export const closeBookingPage = command({
  name: 'scheduling.close-booking-page',
  summary: 'Closes a page: nothing more is booked on it, what is booked stands.',
  input: z.strictObject(page),
  output: s.changed,
  emits: [bookingPageClosed],
  refusals: [r.bookingPageShut],
  ...on,
  undoable: true,
  example: { id: s.example },
})

export const reopenBookingPage = command({
  name: 'scheduling.reopen-booking-page',
  summary: 'Opens a closed page again, by the same link.',
  input: z.strictObject(page),
  output: s.changed,
  emits: [bookingPageReopened],
  refusals: [r.bookingPageOpen],
  ...on,
  undoable: true,
  example: { id: s.example },
})

export const answerBooking = command({
  name: 'scheduling.answer-booking',
  summary: 'Says yes or no to a time that somebody outside has asked for.',
  input: z.strictObject({
    ...page,
    bookingId: id(undefined, { hidden: true }),
    accept: flag(),
    note: text(1_000).optional(),
  }),
  output: s.changed,
  emits: [bookingAnswered],
  refusals: [r.bookingOver, r.bookingTimeGone, r.bookingPageShut, calendarReadOnly, placeTaken, placeNotGiven],
  jobs: [sendBookingMailJob],
  ...on,
  example: { id: s.example, bookingId: s.exampleOther, accept: true },
})

const line = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  state: choice(b.pageStates),
  way: choice(b.bookingWays),
  hosts: z.array(s.named),
  coming: count(),
  waiting: count(),
})

export const listBookingPages = query({
  name: 'scheduling.list-booking-pages',
  summary: 'Pages on which people outside book by themselves, with how much is booked on each.',
  input: z.strictObject({
    text: text(200).optional(),
    states: z.array(choice(b.pageStates)).max(2).optional(),
    ...slice,
  }),
  output: s.list(line),
  kinds: ['booking-page', 'event'],
  example: {},
})

const kindTold = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  minutes: z.int(),
  venue: choice(b.venues),
  place: s.named.nullable(),
  details: z.string(),
})

export const getBookingPage = query({
  name: 'scheduling.get-booking-page',
  summary: 'A booking page: how it may be booked, its link, and what is booked.',
  permission: 'scheduling.list-booking-pages',
  input: z.strictObject({ id: id('booking-page') }),
  output: z.strictObject({
    record: s.head(b.pageStates),
    way: choice(b.bookingWays),
    hosts: z.array(s.named),
    owner: s.named.nullable(),
    intro: z.string(),
    kinds: z.array(kindTold),
    hours: z.array(s.weeklyTime),
    soonMinutes: z.int(),
    aheadDays: z.int(),
    perDay: z.int().nullable(),
    beforeMinutes: z.int(),
    afterMinutes: z.int(),
    stepMinutes: z.int(),
    changeMinutes: z.int(),
    approval: flag(),
    verify: flag(),
    questions: z.array(b.question),
    /** The end of the page's address. */
    path: z.string().nullable(),
    bookings: z.array(
      z.strictObject({
        id: z.uuid(),
        kind: z.string(),
        state: choice(b.bookingStates),
        start: instant(),
        end: instant(),
        /** Another time that the guest asks for instead. */
        wanted: instant().nullable(),
        hosts: z.array(s.named),
        name: z.string(),
        email: z.string(),
        contact: z.string(),
        answers: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
        event: s.named.nullable(),
        mail: choice(s.mailStates),
      }),
    ),
    mayChange: z.boolean(),
    can: s.can,
  }),
  kinds: ['booking-page', 'event'],
  example: { id: s.example },
})

export const previewBookingPage = query({
  name: 'scheduling.preview-booking-page',
  summary: 'Which times a page would offer with these rules, as it is being set up.',
  permission: 'scheduling.create-booking-page',
  input: z.strictObject({
    ...b.bookingRules,
    minutes: z.int().min(5).max(480),
    placeId: id('place').nullable().optional(),
    room: flag().default(false),
    from: day().optional(),
  }),
  output: z.strictObject({ starts: z.array(instant()), until: instant() }),
  kinds: ['event', 'calendar', 'place', 'absence'],
  tool: false,
  example: { minutes: 30 },
})

export const bookingCommands = [
  createBookingPage,
  changeBookingPage,
  closeBookingPage,
  reopenBookingPage,
  answerBooking,
]
export const bookingQueries = [listBookingPages, getBookingPage, previewBookingPage]
export const bookingEvents = [
  bookingPageCreated,
  bookingPageChanged,
  bookingPageClosed,
  bookingPageReopened,
  bookingTaken,
  bookingAnswered,
  bookingMoved,
  bookingCancelled,
  bookingLapsed,
  bookingNotSent,
]

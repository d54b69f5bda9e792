import { query } from '../../../kernel/declare.ts'
import { named } from '../../../kernel/shapes.ts'
import { count, flag, id, instant, text, z } from '../../../kernel/schema.ts'
import {
  agendaRow,
  answers,
  calendarTypes,
  canList,
  colours,
  degrees,
  eventFields,
  everyoneDegrees,
  example,
  exampleEvent,
  guest,
  headOf,
  local,
  placeAnswer,
  placeTypes,
} from './shapes.ts'

const range = { from: instant(), until: instant() }
const exampleRange = { from: '2126-11-01T00:00:00Z', until: '2126-12-01T00:00:00Z' }

const calendarRow = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  type: z.enum(calendarTypes),
  colour: z.enum(colours),
  zone: z.string(),
  owner: named.nullable(),
  ownerRoleId: z.uuid().nullable(),
  everyone: z.enum(everyoneDegrees),
  /** What whoever asks may do with it. */
  degree: z.enum(degrees),
  mine: z.boolean(),
  retired: z.boolean(),
  horizonMonths: z.int(),
  changeNo: z.int(),
  version: z.int(),
})

export const listCalendars = query({
  name: 'calendar.list-calendars',
  summary: 'Calendars that one may look at in any degree; those of rooms and things by list-places.',
  input: z.strictObject({ retired: flag().optional() }),
  output: z.strictObject({ rows: z.array(calendarRow), total: count(), next: z.string().nullable() }),
  kinds: ['calendar'],
  example: {},
})

export const getCalendar = query({
  name: 'calendar.get-calendar',
  summary: 'One calendar, whom it is shared with, and what may be done with it.',
  input: z.strictObject({ id: id('calendar') }),
  output: z.strictObject({
    record: headOf,
    ...calendarRow.shape,
    shares: z.array(z.strictObject({ with: named, degree: z.enum(degrees) })),
    can: canList,
  }),
  kinds: ['calendar'],
  example: { id: example },
})

const placeRow = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  type: z.enum(placeTypes),
  colour: z.enum(colours),
  zone: z.string(),
  seats: z.int().nullable(),
  equipment: z.array(z.string()),
  site: z.string().nullable(),
  description: z.string().nullable(),
  pictureIds: z.array(z.uuid()),
  keeper: named.nullable(),
  keeperRoleId: z.uuid().nullable(),
  bookableBy: z.array(z.uuid()),
  /** Whether whoever asks may book it. */
  bookable: z.boolean(),
  longestMinutes: z.int().nullable(),
  aheadDays: z.int().nullable(),
  needsApproval: z.boolean(),
  releaseMinutes: z.int().nullable(),
  setupMinutes: z.int(),
  cleanupMinutes: z.int(),
  showTitles: z.boolean(),
  horizonMonths: z.int(),
  degree: z.enum(degrees),
  retired: z.boolean(),
  version: z.int(),
})

export const listPlaces = query({
  name: 'calendar.list-places',
  summary: 'Rooms and things that can be booked, with their rules.',
  input: z.strictObject({
    text: z.string().trim().max(100).optional(),
    retired: flag().optional(),
    /** All of them, unless said: a form that finds one asks for a few. */
    limit: z.int().min(1).max(5000).optional().meta({ hidden: true }),
  }),
  output: z.strictObject({ rows: z.array(placeRow), total: count(), next: z.string().nullable() }),
  kinds: ['place'],
  example: {},
})

export const getPlace = query({
  name: 'calendar.get-place',
  summary: 'One room or thing, how it is used, what waits for its keeper, and what may be done with it.',
  input: z.strictObject({ id: id('place') }),
  output: z.strictObject({
    record: headOf,
    ...placeRow.shape,
    /** Bookings that wait for the keeper. */
    waiting: z.array(
      z.strictObject({ eventId: z.uuid(), title: z.string(), start: instant(), end: instant(), by: named.nullable() }),
    ),
    /** Of the last four weeks. */
    use: z.strictObject({ bookings: count(), minutes: count(), released: count() }),
    can: canList,
  }),
  kinds: ['place', 'event'],
  example: { id: example },
})

export const agenda = query({
  name: 'calendar.agenda',
  summary: 'What lies in calendars between two moments: all that one may look at, or those named.',
  input: z.strictObject({ ...range, calendarIds: z.array(id('calendar')).max(200).optional() }),
  output: z.strictObject({ rows: z.array(agendaRow) }),
  kinds: ['event', 'calendar', 'place'],
  example: exampleRange,
})

export const busy = query({
  name: 'calendar.busy',
  summary: 'When calendars are busy between two moments: intervals alone.',
  input: z.strictObject({
    ...range,
    calendarIds: z.array(id('calendar')).min(1).max(300),
    /** What is being changed does not stand in its own way. */
    exceptId: id('event').optional(),
  }),
  output: z.strictObject({
    calendars: z.array(
      z.strictObject({
        calendarId: z.uuid(),
        intervals: z.array(
          z.strictObject({ start: instant(), end: instant(), showAs: z.enum(['busy', 'tentative', 'away']) }),
        ),
      }),
    ),
  }),
  kinds: ['event'],
  example: { ...exampleRange, calendarIds: [example] },
})

export const getEvent = query({
  name: 'calendar.get-event',
  summary: 'One event, or one instance of it, with guests, places and what may be done with it.',
  input: z.strictObject({ id: id('event'), recurrence: local().optional() }),
  output: z.strictObject({
    record: headOf,
    uid: z.string(),
    sequence: z.int(),
    recurrence: z.string().nullable(),
    ...eventFields,
    /** Guests with their names. */
    guests: z.array(guest.extend({ name: z.string(), answeredAt: instant().nullable() })),
    calendar: named.nullable(),
    organiserName: z.string(),
    sentByName: z.string().nullable(),
    documents: z.array(named),
    places: z.array(placeAnswer),
    /** Instances that were changed, by their own time. */
    changedInstances: z.array(z.string()),
    /** The answer of whoever asks, where they are a guest. */
    answer: z.enum(answers).nullable(),
    /** As a moment, of the instance asked for, or the next one. */
    start: instant(),
    end: instant(),
    can: canList,
  }),
  kinds: ['event'],
  example: { id: exampleEvent },
})

export const listObjects = query({
  name: 'calendar.list-objects',
  summary: "A calendar's files as clients have them: names and etags, all or those changed since.",
  input: z.strictObject({
    calendarId: id('calendar'),
    since: z.int().min(0).optional(),
    from: instant().optional(),
    until: instant().optional(),
  }),
  output: z.strictObject({
    changeNo: z.int(),
    objects: z.array(
      z.strictObject({
        href: z.string(),
        etag: z.string().nullable(),
        eventId: z.uuid().nullable(),
        changeNo: z.int(),
      }),
    ),
  }),
  kinds: ['event'],
  tool: false,
  example: { calendarId: example },
})

export const getObject = query({
  name: 'calendar.get-object',
  summary: "Some of a calendar's files, as text.",
  input: z.strictObject({ calendarId: id('calendar'), hrefs: z.array(text(255)).min(1).max(1000) }),
  output: z.strictObject({
    objects: z.array(z.strictObject({ href: z.string(), etag: z.string(), eventId: z.uuid(), ics: z.string() })),
  }),
  kinds: ['event'],
  tool: false,
  example: { calendarId: example, hrefs: ['budget.ics'] },
})

export const findFreePlaces = query({
  name: 'calendar.find-free-places',
  summary: 'Rooms and things that are free between two moments, the one that fits closest first.',
  input: z.strictObject({
    ...range,
    seats: z.int().min(1).max(10_000).optional(),
    equipment: z.array(text(80)).max(20).optional(),
    site: text(200).optional(),
    type: z.enum(placeTypes).optional(),
  }),
  output: z.strictObject({ rows: z.array(placeRow), total: count(), next: z.string().nullable() }),
  kinds: ['place', 'event'],
  example: { from: '2126-11-24T09:00:00Z', until: '2126-11-24T10:00:00Z', seats: 6 },
})

export const listHolds = query({
  name: 'calendar.list-holds',
  summary: 'Pencilled times that are held still, of whoever asks.',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        id: z.uuid(),
        title: z.string(),
        until: instant(),
        times: z.array(z.strictObject({ calendarId: z.uuid(), start: instant(), end: instant() })),
      }),
    ),
    total: count(),
    next: z.string().nullable(),
  }),
  kinds: ['calendar', 'place'],
  example: {},
})

export const countDue = query({
  name: 'calendar.count-due',
  summary:
    'How much there is to do for the clock: reminders, places nobody came to, holds that ended, series to lead on.',
  input: z.strictObject({}),
  output: z.strictObject({ reminders: count(), unused: count(), series: count(), people: count() }),
  kinds: ['event'],
  tool: false,
  example: {},
})

export const calendarQueries = [
  countDue,
  listCalendars,
  getCalendar,
  listPlaces,
  getPlace,
  agenda,
  busy,
  getEvent,
  listObjects,
  getObject,
  findFreePlaces,
  listHolds,
]

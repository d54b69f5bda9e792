import { command } from '../../../kernel/declare.ts'
import { choice, expectedVersion, id, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { changed, colours, degrees, everyoneDegrees, example, exampleOther, placeFacts, placeTypes } from './shapes.ts'

const one = { id: id('calendar', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['calendar', 'place'], subject: 'id' } as const
const facts = {
  colour: choice(colours).optional(),
  zone: text(64, { folded: true }).optional(),
  everyone: choice(everyoneDegrees, { folded: true }).optional(),
  horizonMonths: z.int().min(1).max(60).optional().meta({ folded: true }),
}

export const createCalendar = command({
  name: 'calendar.create-calendar',
  summary: "Makes a calendar: one more of one's own, a team's, or a feed from outside.",
  input: z.strictObject({
    title: text(200),
    type: choice(['main', 'own', 'team', 'feed']).default('own'),
    ownerId: id('principal', { control: 'person', folded: true }).optional(),
    ownerRoleId: id('role', { folded: true }).optional(),
    ...facts,
  }),
  output: changed,
  emits: [e.calendarCreated],
  refusals: [r.calendarPersonUnknown, r.calendarReadOnly, r.zoneUnknown, r.mainCalendarStays],
  kinds: ['calendar'],
  undoable: true,
  example: { title: 'Building works', type: 'own', colour: 'teal' },
})

export const changeCalendar = command({
  name: 'calendar.change-calendar',
  summary: 'Changes name, colour, zone, horizon, and how much of a calendar everybody sees.',
  input: z.strictObject({ ...one, title: text(200).optional(), ...facts }),
  output: changed,
  emits: [e.calendarChanged],
  refusals: [r.calendarReadOnly, r.zoneUnknown],
  ...about,
  undoable: true,
  example: { id: example, colour: 'green' },
})

export const shareCalendar = command({
  name: 'calendar.share-calendar',
  summary:
    'Shares a calendar with a person or a role: that they are busy, to read, to write, or to manage for its owner.',
  input: z.strictObject({ ...one, withId: id('principal', { control: 'person' }), degree: choice(degrees) }),
  output: changed,
  emits: [e.calendarShared],
  refusals: [r.calendarReadOnly, r.calendarPersonUnknown],
  ...about,
  undoable: true,
  example: { id: example, withId: exampleOther, degree: 'read' },
})

export const unshareCalendar = command({
  name: 'calendar.unshare-calendar',
  summary: 'Takes a share of a calendar back.',
  input: z.strictObject({ ...one, withId: id('principal', { control: 'person' }) }),
  output: changed,
  emits: [e.calendarUnshared],
  refusals: [r.calendarReadOnly, r.shareUnknown],
  ...about,
  undoable: true,
  example: { id: example, withId: exampleOther },
})

export const retireCalendar = command({
  name: 'calendar.retire-calendar',
  summary: 'Takes a calendar or a place out of use; what lies in it stays.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.calendarRetiredEvent],
  refusals: [r.calendarReadOnly, r.mainCalendarStays, r.calendarRetired],
  ...about,
  undoable: true,
  example: { id: example },
})

export const bringBackCalendar = command({
  name: 'calendar.bring-back-calendar',
  summary: 'Takes a retired calendar or place into use again.',
  input: z.strictObject(one),
  output: changed,
  emits: [e.calendarBroughtBack],
  refusals: [r.calendarReadOnly],
  ...about,
  undoable: true,
  example: { id: example },
})

export const createPlace = command({
  name: 'calendar.create-place',
  summary: 'Adds a room or a thing that can be booked, and never twice at a time.',
  input: z.strictObject({ title: text(200), type: choice(placeTypes).default('room'), ...facts, ...placeFacts }),
  output: changed,
  emits: [e.placeCreated],
  refusals: [r.calendarPersonUnknown, r.zoneUnknown],
  kinds: ['place'],
  undoable: true,
  example: { title: 'Mälaren', type: 'room', seats: 8, equipment: ['Screen', 'Whiteboard'], site: 'Kungsgatan 4' },
})

export const changePlace = command({
  name: 'calendar.change-place',
  summary: 'Changes what is known of a room or thing, and its rules: who, how long, how far ahead, by whose consent.',
  input: z.strictObject({
    id: id('place', { hidden: true }),
    expectedVersion: expectedVersion(),
    title: text(200).optional(),
    ...facts,
    ...placeFacts,
  }),
  output: changed,
  emits: [e.placeChanged],
  refusals: [r.calendarReadOnly, r.calendarPersonUnknown, r.zoneUnknown],
  kinds: ['place'],
  subject: 'id',
  undoable: true,
  example: { id: example, seats: 10 },
})

export const provideCalendars = command({
  name: 'calendar.provide-calendars',
  summary: 'Gives everybody in the office who has none a main calendar.',
  input: z.strictObject({}),
  output: z.strictObject({ made: z.int() }),
  emits: [e.calendarCreated],
  door: 'none',
  tool: false,
  example: {},
})

export const calendarCommands = [
  createCalendar,
  changeCalendar,
  shareCalendar,
  unshareCalendar,
  retireCalendar,
  bringBackCalendar,
  createPlace,
  changePlace,
  provideCalendars,
]

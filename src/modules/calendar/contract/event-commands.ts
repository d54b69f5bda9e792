import { command } from '../../../kernel/declare.ts'
import { choice, expectedVersion, id, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { answers, changed, eventFields, eventTime, exampleEvent, local, saved, scopes } from './shapes.ts'

const one = { id: id('event', { hidden: true }), expectedVersion: expectedVersion() }
const about = { kinds: ['event'], subject: 'id' } as const
const which = { scope: choice(scopes).default('all'), recurrence: local().optional() }

const { calendarId, title, when, ...others } = eventFields
/** All of an event but its title and time may be left out. */
const optional = {
  repeat: others.repeat.optional(),
  place: others.place.optional(),
  notes: others.notes.optional(),
  category: others.category.optional(),
  privacy: others.privacy.optional(),
  showAs: others.showAs.optional(),
  status: others.status.optional(),
  guests: others.guests.optional(),
  reminders: others.reminders.optional(),
  setupMinutes: others.setupMinutes.optional(),
  cleanupMinutes: others.cleanupMinutes.optional(),
  travelBeforeMinutes: others.travelBeforeMinutes.optional(),
  travelAfterMinutes: others.travelAfterMinutes.optional(),
  conferenceUrl: others.conferenceUrl.optional(),
  documentIds: others.documentIds.optional(),
  organiser: others.organiser.optional(),
}
export const eventChange = z.strictObject({
  calendarId: calendarId.optional(),
  title: title.optional(),
  when: when.optional(),
  ...optional,
})
export type EventChange = z.output<typeof eventChange>

const saving = [
  r.placeTaken,
  r.placeNotGiven,
  r.ruleUnreadable,
  r.ruleTooCostly,
  r.tooManyInstances,
  r.noInstances,
  r.calendarReadOnly,
  r.calendarRetired,
  r.zoneUnknown,
  r.timeReversed,
  r.calendarPersonUnknown,
]
const saveEvents = [e.calendarCreated, e.bookingAsked]

export const createEvent = command({
  name: 'calendar.create-event',
  summary: "Puts an event into a calendar (the caller's main one, where none is named), with its guests and places.",
  input: z.strictObject({
    calendarId: calendarId.optional(),
    title,
    when,
    ...optional,
    /** Turns a pencilled hold into this event: its places are freed for it in the same moment. */
    holdId: id().optional().meta({ hidden: true }),
    /** What it is made from: it is as confidential as that. */
    sourceId: id(undefined, { hidden: true }).optional(),
  }),
  output: saved,
  emits: [e.eventCreated, e.holdReleased, ...saveEvents],
  refusals: [...saving, r.holdUnknown],
  kinds: ['event', 'calendar'],
  undoable: true,
  example: {
    title: 'Budget review',
    when: { allDay: false, start: '2126-11-24T10:00', end: '2126-11-24T11:00', zone: 'Europe/Stockholm' },
  },
})

export const changeEvent = command({
  name: 'calendar.change-event',
  summary: 'Changes an event, one instance of a series, or an instance and all that follow it.',
  input: z.strictObject({ ...one, ...which, change: eventChange }),
  output: saved,
  emits: [e.eventChanged, ...saveEvents],
  refusals: [...saving, r.instanceUnknown],
  ...about,
  undoable: true,
  example: { id: exampleEvent, change: { title: 'Budget review, second reading' } },
})

export const moveEvent = command({
  name: 'calendar.move-event',
  summary: 'Moves an event to another time, keeping all else of it.',
  input: z.strictObject({ ...one, ...which, when: eventTime }),
  output: saved,
  emits: [e.eventChanged, ...saveEvents],
  refusals: [...saving, r.instanceUnknown],
  ...about,
  undoable: true,
  example: {
    id: exampleEvent,
    when: { allDay: false, start: '2126-11-25T10:00', end: '2126-11-25T11:00', zone: 'Europe/Stockholm' },
  },
})

export const cancelEvent = command({
  name: 'calendar.cancel-event',
  summary: 'Cancels an event, one instance, or an instance and all that follow; its places are free again.',
  input: z.strictObject({ ...one, ...which }),
  output: changed,
  emits: [e.eventCancelled, ...saveEvents],
  refusals: [...saving, r.instanceUnknown],
  ...about,
  undoable: true,
  example: { id: exampleEvent },
})

export const restoreEvent = command({
  name: 'calendar.restore-event',
  summary: 'Brings a cancelled event or instance back, if its places are still free.',
  input: z.strictObject({ ...one, recurrence: local().optional() }),
  output: saved,
  emits: [e.eventRestored, ...saveEvents],
  refusals: [...saving, r.instanceUnknown],
  ...about,
  undoable: true,
  example: { id: exampleEvent },
})

export const answerEvent = command({
  name: 'calendar.answer-event',
  summary: 'Answers an invitation: for oneself, for somebody whose calendar one manages, or for a guest from outside.',
  input: z.strictObject({
    ...one,
    scope: choice(['this', 'all']).default('all'),
    recurrence: local().optional(),
    answer: choice(answers),
    note: text(500).nullable().optional(),
    for: id('principal', { control: 'person', folded: true }).optional(),
    /** Of a guest from outside: whose answer it is. */
    email: z.email().max(254).optional().meta({ hidden: true }),
  }),
  output: changed,
  emits: [e.eventAnswered],
  refusals: [r.notInvited, r.instanceUnknown, r.calendarReadOnly, r.eventOver],
  ...about,
  undoable: true,
  example: { id: exampleEvent, answer: 'accepted' },
})

export const decideBooking = command({
  name: 'calendar.decide-booking',
  summary: "Gives a place to an event that waits for its keeper's consent, or refuses it.",
  input: z.strictObject({
    ...one,
    calendarId: id('place'),
    give: z.boolean().meta({ control: 'boolean' }),
    note: text(500).nullable().optional(),
  }),
  output: changed,
  emits: [e.bookingDecided],
  refusals: [r.calendarReadOnly, r.nothingToDecide],
  ...about,
  example: { id: exampleEvent, calendarId: '019aa000-0000-7000-8000-000000000061', give: true },
})

export const checkIn = command({
  name: 'calendar.check-in',
  summary: 'Says that a booked place is being used: else it is released to others after its time.',
  input: z.strictObject({ ...one, calendarId: id('place'), recurrence: local().optional() }),
  output: changed,
  emits: [e.checkedIn],
  refusals: [r.notCheckedIn, r.instanceUnknown],
  ...about,
  example: { id: exampleEvent, calendarId: '019aa000-0000-7000-8000-000000000061' },
})

/** What two bookings may change with each other. */
export const swapped = ['places', 'times'] as const

export const swapBookings = command({
  name: 'calendar.swap-bookings',
  summary: 'Lets two events change rooms or times with each other in one act, so that nobody comes between them.',
  input: z.strictObject({
    ...one,
    recurrence: local({ hidden: true }).optional(),
    otherId: id('event'),
    otherVersion: expectedVersion(),
    otherRecurrence: local({ hidden: true }).optional(),
    what: choice(swapped).default('places'),
  }),
  output: z.strictObject({ id: z.uuid(), version: z.int(), otherId: z.uuid(), otherVersion: z.int() }),
  emits: [e.eventChanged, ...saveEvents],
  refusals: [...saving, r.instanceUnknown, r.nothingToSwap],
  ...about,
  undoable: true,
  example: { id: exampleEvent, otherId: '019aa000-0000-7000-8000-000000000064', what: 'places' },
})

export const eventCommands = [
  swapBookings,
  createEvent,
  changeEvent,
  moveEvent,
  cancelEvent,
  restoreEvent,
  answerEvent,
  decideBooking,
  checkIn,
]

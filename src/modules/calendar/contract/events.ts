import { event } from '../../../kernel/declare.ts'
import { instant, z } from '../../../kernel/schema.ts'
import { notifyEnvelope } from '../../notifications/contract.ts'
import { workEnvelope } from '../../work/contract.ts'
import { answers, eventSnapshot, guestRef, scopes } from './shapes.ts'

const about = { id: z.uuid(), title: z.string() }

export const calendarCreated = event('calendar.calendar-created', z.strictObject(about))
export const calendarChanged = event('calendar.calendar-changed', z.strictObject(about))
export const calendarShared = event('calendar.calendar-shared', z.strictObject({ ...about, with: z.string() }))
export const calendarUnshared = event('calendar.calendar-unshared', z.strictObject({ ...about, with: z.string() }))
export const calendarRetiredEvent = event('calendar.calendar-retired', z.strictObject(about))
export const calendarBroughtBack = event('calendar.calendar-brought-back', z.strictObject(about))
export const placeCreated = event('calendar.place-created', z.strictObject(about))
export const placeChanged = event('calendar.place-changed', z.strictObject(about))

/**
 * What happened to an event. `recurrence`: the instance where it is about one, or the first of those that follow; `before` and
 * `after` of that instance then. `by` is how it came: a client's file has already told its guests where it says so.
 */
export const eventPayload = z.strictObject({
  eventId: z.uuid(),
  title: z.string(),
  uid: z.string(),
  sequence: z.int(),
  scope: z.enum(scopes),
  recurrence: z.string().nullable(),
  before: eventSnapshot.nullable(),
  after: eventSnapshot.nullable(),
  /** Of `following`: the event that the later instances became. */
  splitInto: z.uuid().nullable(),
  by: z.enum(['act', 'object', 'feed']),
  ...workEnvelope,
  ...notifyEnvelope,
})
export type EventPayload = z.output<typeof eventPayload>

export const eventCreated = event('calendar.event-created', eventPayload)
export const eventChanged = event('calendar.event-changed', eventPayload)
export const eventCancelled = event('calendar.event-cancelled', eventPayload)
export const eventRestored = event('calendar.event-restored', eventPayload)

export const eventAnswered = event(
  'calendar.event-answered',
  z.strictObject({
    eventId: z.uuid(),
    title: z.string(),
    uid: z.string(),
    sequence: z.int(),
    recurrence: z.string().nullable(),
    who: guestRef,
    name: z.string(),
    before: z.enum(answers),
    answer: z.enum(answers),
    note: z.string().nullable(),
    /** Who said it, where somebody answered for another. */
    byId: z.uuid().nullable(),
    ...workEnvelope,
    ...notifyEnvelope,
  }),
)

const booking = { eventId: z.uuid(), title: z.string(), calendarId: z.uuid(), place: z.string() }
export const bookingAsked = event(
  'calendar.booking-asked',
  z.strictObject({ ...booking, ...workEnvelope, ...notifyEnvelope }),
)
export const bookingDecided = event(
  'calendar.booking-decided',
  z.strictObject({ ...booking, given: z.boolean(), ...workEnvelope, ...notifyEnvelope }),
)
export const checkedIn = event('calendar.checked-in', z.strictObject({ ...booking, start: instant() }))
export const bookingReleased = event(
  'calendar.booking-released',
  z.strictObject({ ...booking, start: instant(), ...notifyEnvelope }),
)
/** A series was led on past its horizon, and a place was given to somebody else there. */
export const bookingClashed = event(
  'calendar.booking-clashed',
  z.strictObject({ ...booking, start: instant(), ...workEnvelope, ...notifyEnvelope }),
)
const hold = z.strictObject({ holdId: z.uuid(), title: z.string(), until: instant() })
export const timesHeld = event('calendar.times-held', hold)
export const holdReleased = event('calendar.hold-released', hold)
export const horizonExtended = event('calendar.horizon-extended', z.strictObject({ events: z.int() }))
export const remindersGiven = event('calendar.reminders-given', z.strictObject({ count: z.int(), ...notifyEnvelope }))

export const calendarEvents = [
  calendarCreated,
  calendarChanged,
  calendarShared,
  calendarUnshared,
  calendarRetiredEvent,
  calendarBroughtBack,
  placeCreated,
  placeChanged,
  eventCreated,
  eventChanged,
  eventCancelled,
  eventRestored,
  eventAnswered,
  bookingAsked,
  bookingDecided,
  checkedIn,
  bookingReleased,
  bookingClashed,
  timesHeld,
  holdReleased,
  horizonExtended,
  remindersGiven,
]

import { command, job } from '../../../kernel/declare.ts'
import { count, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import * as e from './events.ts'
import * as r from './refusals.ts'
import { example, saved } from './shapes.ts'

/** A client's calendar file of one UID. */
const object = { calendarId: id('calendar', { hidden: true }), href: text(255) }

export const putObject = command({
  name: 'calendar.put-object',
  summary: "Puts one calendar file (a VCALENDAR of one UID) into a calendar, as a client's program wrote it.",
  input: z.strictObject({
    ...object,
    ics: longText(2_000_000),
    /** The etag it must have (`*`: any), so that nobody's change is overwritten. */
    ifMatch: text(80).optional(),
    /** Refused where something lies under that name already. */
    ifNew: z.boolean().optional(),
    /** `feed`: fetched from elsewhere; nobody is told of it. */
    by: z.enum(['object', 'feed']).optional(),
  }),
  output: saved.extend({ href: z.string(), etag: z.string(), created: z.boolean(), changeNo: z.int() }),
  emits: [e.eventCreated, e.eventChanged, e.eventAnswered, e.calendarCreated, e.bookingAsked],
  refusals: [
    r.objectUnreadable,
    r.objectChanged,
    r.objectUnknown,
    r.uidTaken,
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
    r.instanceUnknown,
    r.notInvited,
    r.eventOver,
  ],
  kinds: ['calendar'],
  subject: 'calendarId',
  tool: false,
  example: {
    calendarId: example,
    href: 'budget.ics',
    ics: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//EN\r\nBEGIN:VEVENT\r\nUID:budget@example.test\r\nDTSTAMP:21260101T000000Z\r\nDTSTART:21261124T090000Z\r\nDTEND:21261124T100000Z\r\nSUMMARY:Budget\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  },
})

export const removeObject = command({
  name: 'calendar.remove-object',
  summary: "Takes a client's calendar file away: at home the event is cancelled, as a guest it is declined.",
  input: z.strictObject({
    ...object,
    ifMatch: text(80).optional(),
    /** `feed`: gone elsewhere; nobody is told of it. */
    by: z.enum(['object', 'feed']).optional(),
  }),
  output: z.strictObject({ changeNo: z.int() }),
  emits: [e.eventCancelled, e.eventAnswered],
  refusals: [r.objectUnknown, r.objectChanged, r.calendarReadOnly],
  kinds: ['calendar'],
  subject: 'calendarId',
  tool: false,
  example: { calendarId: example, href: 'budget.ics' },
})

export const holdTimes = command({
  name: 'calendar.hold-times',
  summary: 'Pencils times in: places are held against others until then, people see it as tentative.',
  input: z.strictObject({
    title: text(300),
    calendarIds: z.array(id('calendar')).min(1).max(50),
    times: z
      .array(z.strictObject({ start: instant(), end: instant() }))
      .min(1)
      .max(20),
    until: instant(),
  }),
  output: z.strictObject({ holdId: z.uuid() }),
  emits: [e.timesHeld],
  refusals: [r.placeTaken, r.placeNotGiven, r.timeReversed, r.calendarReadOnly, r.calendarRetired],
  kinds: ['calendar', 'place'],
  undoable: true,
  example: {
    title: 'Interview',
    calendarIds: [example],
    times: [{ start: '2126-11-24T09:00:00Z', end: '2126-11-24T10:00:00Z' }],
    until: '2126-11-23T12:00:00Z',
  },
})

export const releaseHold = command({
  name: 'calendar.release-hold',
  summary: 'Frees pencilled times: one of them, or all.',
  input: z.strictObject({ holdId: id(undefined, { hidden: true }), start: instant().optional() }),
  output: z.strictObject({ freed: count() }),
  emits: [e.holdReleased],
  refusals: [r.holdUnknown],
  kinds: ['calendar', 'place'],
  example: { holdId: example },
})

export const extendHorizon = command({
  name: 'calendar.extend-horizon',
  summary:
    'Leads series without end on to their horizon, and reckons again what a changed zone moved; a clash becomes a task.',
  input: z.strictObject({}),
  output: z.strictObject({ events: count(), clashes: count(), more: z.boolean() }),
  emits: [e.horizonExtended, e.bookingClashed],
  door: 'none',
  tool: false,
  example: {},
})

export const releaseUnused = command({
  name: 'calendar.release-unused',
  summary: 'Frees places that nobody checked in to, and pencilled times that have ended.',
  input: z.strictObject({}),
  output: z.strictObject({ released: count(), holds: count() }),
  emits: [e.bookingReleased, e.holdReleased],
  door: 'none',
  tool: false,
  example: {},
})

export const giveReminders = command({
  name: 'calendar.give-reminders',
  summary: 'Reminds people of what begins soon, as each asked for it.',
  input: z.strictObject({}),
  output: z.strictObject({ given: count() }),
  emits: [e.remindersGiven],
  door: 'none',
  tool: false,
  example: {},
})

export const nightlyJob = job('calendar.nightly', z.strictObject({}), 'system')
export const minutesJob = job('calendar.minutes', z.strictObject({}), 'system')

export const doorCommands = [
  putObject,
  removeObject,
  holdTimes,
  releaseHold,
  extendHorizon,
  releaseUnused,
  giveReminders,
]

import { command, event, query } from '../../../kernel/declare.ts'
import { choice, day, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import { calendarReadOnly, placeNotGiven, placeTaken } from '../../calendar/contract.ts'
import * as r from './refusals.ts'
import * as s from './shapes.ts'

export const slotBooked = event(
  'scheduling.slot-booked',
  z.strictObject({ id: z.uuid(), title: z.string(), at: instant() }),
)

const search = {
  minutes: z.int().min(5).max(1440).meta({ control: 'duration' }),
  from: instant().optional(),
  until: instant(),
  /** It begins and ends within this part of a day. */
  between: s.between.optional(),
  ...s.who,
  outside: z.array(s.outsideGuest).max(50).optional(),
  needs: s.needs.optional(),
  /** So many weeks one after the other at the same time. */
  weeks: z.int().min(1).max(52).optional(),
  wanted: z.int().min(1).max(20).optional(),
}
const span = { from: '2126-11-25T00:00:00Z', until: '2126-11-28T00:00:00Z' }

export const readRequest = query({
  name: 'scheduling.read-request',
  summary: 'Reads a line such as "design review 90 min with karin samir by fri room with screen" in six languages.',
  permission: 'scheduling.find-times',
  input: z.strictObject({ text: text(500) }),
  output: z.strictObject({
    title: z.string(),
    minutes: z.int(),
    from: instant(),
    until: instant(),
    /** The last day, where one was named. */
    byDay: day().nullable(),
    /** At what time of the day; null for any. */
    between: s.between.nullable(),
    must: z.array(s.named),
    may: z.array(s.named),
    outside: z.array(z.strictObject({ id: z.uuid(), name: z.string(), email: z.string() })),
    room: z.boolean(),
    seats: z.int(),
    equipment: z.array(z.string()),
    site: z.string().nullable(),
    weeks: z.int(),
    /** Words that may mean several people, or nobody here. */
    unclear: z.array(z.strictObject({ typed: z.string(), choices: z.array(s.named) })),
  }),
  kinds: ['principal', 'place'],
  example: { text: 'design review 90 min with karin by fri room with screen' },
})

/** What a request about a task, a matter, a person or a paper begins with. */
export const aboutRecord = query({
  name: 'scheduling.about-record',
  summary: 'Who belongs to a record and which papers lie with it: what a meeting about it begins with.',
  permission: 'scheduling.find-times',
  input: z.strictObject({ id: id() }),
  output: z.strictObject({
    about: s.named,
    must: z.array(s.named),
    outside: z.array(z.strictObject({ id: z.uuid(), name: z.string(), email: z.string() })),
    documents: z.array(s.named),
  }),
  kinds: ['task', 'matter', 'person', 'document'],
  example: { id: s.example },
})

export const findTimes = query({
  name: 'scheduling.find-times',
  summary: 'Finds times and rooms for people, best first, with what each costs whom; or what would have to change.',
  input: z.strictObject(search),
  output: z.strictObject({
    slots: z.array(s.slot),
    /** How many starts fit in all. */
    total: z.int(),
    changes: z.array(s.changeThatFits),
    zone: z.string(),
  }),
  kinds: ['event', 'calendar', 'place', 'absence'],
  example: { minutes: 90, ...span },
})

/** What a day looks like for those who come and for the rooms: what the page draws beneath the best times. */
export const dayOf = query({
  name: 'scheduling.day-of',
  summary: 'A day of people and rooms: what stands, who may be moved, when each works.',
  permission: 'scheduling.find-times',
  input: z.strictObject({ on: day(), ...s.who, needs: s.needs.optional() }),
  output: z.strictObject({
    start: instant(),
    end: instant(),
    rooms: z.array(
      z.strictObject({
        room: s.named,
        seats: z.int().nullable(),
        equipment: z.array(z.string()),
        taken: z.array(s.taken),
      }),
    ),
    people: z.array(
      z.strictObject({ person: s.named, must: z.boolean(), taken: z.array(s.taken), work: z.array(s.stretch) }),
    ),
  }),
  kinds: ['event', 'calendar', 'place', 'absence'],
  example: { on: '2126-11-25' },
})

/** What a booking needs beside its time. */
export const meeting = {
  title: text(300),
  ...s.who,
  outside: z.array(s.outsideGuest).max(50).optional(),
  placeId: id('place').nullable().optional(),
  note: longText(5_000, { proof: 'invitation' }).optional(),
  /** Papers that those inside find with it. */
  documentIds: z.array(id('document')).max(50).optional().meta({ folded: true }),
}

export const bookSlot = command({
  name: 'scheduling.book-slot',
  summary: 'Books a found time: the event with its guests and its room, in one act.',
  input: z.strictObject({
    ...meeting,
    start: instant(),
    minutes: search.minutes,
    weeks: search.weeks,
    /** By whose clock a series keeps its time; the office's, where it is left out. */
    zone: text(64).optional(),
    /** What the meeting is about; it is at least as confidential. */
    aboutId: id().optional().meta({ hidden: true }),
    category: text(80).optional(),
    privacy: choice(['open', 'private', 'confidential']).optional(),
  }),
  output: z.strictObject({ id: z.uuid(), version: z.int() }),
  emits: [slotBooked],
  refusals: [
    r.slotOver,
    r.nobodyComes,
    r.schedulingPersonUnknown,
    r.schedulingZoneUnknown,
    placeTaken,
    placeNotGiven,
    calendarReadOnly,
  ],
  kinds: ['event'],
  undoable: true,
  example: { title: 'Design review', start: '2126-11-25T09:15:00Z', minutes: 90 },
})

export const findCommands = [bookSlot]
export const findQueries = [readRequest, aboutRecord, findTimes, dayOf]
export const findEvents = [slotBooked]

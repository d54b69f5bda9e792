import { canSchema } from '../../../kernel/can.ts'
import { choice, count, flag, id, instant, longText, text, z } from '../../../kernel/schema.ts'
import { momentOf } from '../../../formats/ical/rule.ts'

export const example = '019aa000-0000-7000-8000-000000000061'
export const exampleOther = '019aa000-0000-7000-8000-000000000062'
export const exampleEvent = '019aa000-0000-7000-8000-000000000063'

/** `main`: the one in which a person's meetings lie; `feed`: written by whoever fetches it from outside. */
export const calendarTypes = ['main', 'own', 'team', 'place', 'holidays', 'feed'] as const
export type CalendarType = (typeof calendarTypes)[number]
export const degrees = ['busy', 'read', 'write', 'manage'] as const
export type Degree = (typeof degrees)[number]
export const everyoneDegrees = ['none', 'busy', 'read', 'write'] as const
export type EveryoneDegree = (typeof everyoneDegrees)[number]
export const colours = [
  'blue',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
  'red',
  'pink',
  'purple',
  'indigo',
  'brown',
  'grey',
] as const
export const placeTypes = ['room', 'thing'] as const
export const privacies = ['open', 'private', 'confidential'] as const
export type Privacy = (typeof privacies)[number]
export const shownAs = ['busy', 'free', 'tentative', 'away'] as const
export type ShowAs = (typeof shownAs)[number]
export const statuses = ['confirmed', 'tentative', 'cancelled'] as const
export type Status = (typeof statuses)[number]
export const guestRoles = ['chair', 'required', 'optional', 'informed'] as const
export const answers = ['none', 'accepted', 'declined', 'tentative', 'delegated'] as const
export type Answer = (typeof answers)[number]
export const scopes = ['this', 'following', 'all'] as const
export type Scope = (typeof scopes)[number]
/** How an event lies in a calendar. */
export const layings = ['home', 'guest', 'booking'] as const
export type Laying = (typeof layings)[number]
/** Why a place is not given. `taken` is the database's word, the others are the place's rules. */
export const placeReasons = ['taken', 'not-permitted', 'too-long', 'too-far-ahead', 'retired'] as const
export type PlaceReason = (typeof placeReasons)[number]

const localPattern = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/

/** `2026-11-22T09:00:00`; a day alone is its midnight. Null where there is no such time. */
export function localText(written: string): string | null {
  if (!localPattern.test(written)) return null
  const [day = '', time = '00:00:00'] = written.split('T')
  const full = time.length === 5 ? `${time}:00` : time
  if (day < '1900' || !momentOf(`${day.replaceAll('-', '')}T${full.replaceAll(':', '')}`)) return null
  return `${day}T${full}`
}

/** A time on the clock of the event's zone, `YYYY-MM-DDTHH:MM[:SS]`; seconds are always written. A day alone is its midnight. */
export const local = (meta: { hidden?: boolean } = {}) =>
  z
    .codec(z.string().regex(localPattern), z.string(), {
      decode: (written, payload) => {
        const full = localText(written)
        if (full !== null) return full
        payload.issues.push({ code: 'custom', input: written, message: 'no such time' })
        return z.NEVER
      },
      encode: full => full,
    })
    .meta({ control: 'text', ...meta })

/** A day as it is written: calendars reckon in days of the wall, not in moments. */
export const wallDay = () =>
  z.iso
    .date()
    .refine(written => written >= '1900', 'too long ago')
    .meta({ control: 'date' })

export const eventTime = z.discriminatedUnion('allDay', [
  z.strictObject({ allDay: z.literal(true), from: wallDay(), until: wallDay() }),
  z.strictObject({ allDay: z.literal(false), start: local(), end: local(), zone: text(64) }),
])
export type EventTime = z.output<typeof eventTime>

export const repeat = z.strictObject({
  rule: text(500).nullable(),
  added: z.array(local()).max(1000).default([]),
  leftOut: z.array(local()).max(2000).default([]),
})
export type Repeat = z.output<typeof repeat>

export const guestRef = z.union([
  z.strictObject({ principalId: id('principal', { control: 'person' }) }),
  z.strictObject({ calendarId: id('place') }),
  z.strictObject({ email: z.email().max(254), name: text(200), partyId: id().nullable().default(null) }),
])
export type GuestRef = z.output<typeof guestRef>

export const guest = z.strictObject({
  who: guestRef,
  role: choice(guestRoles).default('required'),
  /** What an inside guest has answered is not for others to say: it is taken from what is known; of new outside guests it is kept. */
  answer: choice(answers).default('none'),
  note: text(500).nullable().default(null),
})
export type Guest = z.output<typeof guest>

export const organiser = z.union([
  z.strictObject({
    principalId: id('principal', { control: 'person' }),
    sentBy: id('principal', { control: 'person' }).nullable().default(null),
  }),
  z.strictObject({ email: z.email().max(254), name: text(200) }),
])
export type Organiser = z.output<typeof organiser>

const spare = () => z.int().min(0).max(1440).meta({ control: 'duration' })

/** What an event is; `create-event` fills what is left out, `change-event` changes what is given. */
export const eventFields = {
  calendarId: id('calendar'),
  title: text(300),
  when: eventTime,
  repeat: repeat.nullable(),
  place: text(300).nullable(),
  notes: longText(50_000).nullable(),
  category: text(80).nullable(),
  privacy: choice(privacies),
  showAs: choice(shownAs),
  status: choice(statuses),
  guests: z.array(guest).max(500),
  reminders: z.array(z.int().min(0).max(100_000)).max(10),
  setupMinutes: spare(),
  cleanupMinutes: spare(),
  travelBeforeMinutes: spare(),
  travelAfterMinutes: spare(),
  conferenceUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
  documentIds: z.array(id('document')).max(50),
  organiser,
} as const
export const eventShape = z.strictObject(eventFields)
export type EventFields = z.output<typeof eventShape>

/** An event as its events tell of it: before and after a change. Of a changed instance, the instance's. */
export const eventSnapshot = z.strictObject(eventFields)

/** What a place answered to an event, in the response that saved it. */
export const placeAnswer = z.strictObject({
  calendarId: z.uuid(),
  title: z.string(),
  answer: z.enum(['accepted', 'waiting', 'declined']),
  reason: z.enum(placeReasons).nullable(),
  /** The next starts at which it would be free for as long. */
  next: z.array(instant()),
})
export type PlaceAnswer = z.output<typeof placeAnswer>

/** Somebody of the office who has something else then: told, never refused. */
export const overlap = z.strictObject({
  principalId: z.uuid(),
  calendarId: z.uuid(),
  start: instant(),
  end: instant(),
})

export const saved = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  uid: z.string(),
  sequence: z.int(),
  places: z.array(placeAnswer),
  overlaps: z.array(overlap),
})
export type Saved = z.output<typeof saved>

export const changed = z.strictObject({ id: z.uuid(), version: z.int() })

export const placeFacts = {
  seats: z.int().min(0).max(10_000).nullable().optional(),
  equipment: z.array(text(80)).max(50).optional(),
  site: text(200).nullable().optional(),
  description: longText(5_000, { folded: true }).nullable().optional(),
  pictureIds: z.array(z.uuid()).max(10).optional().meta({ folded: true, control: 'file' }),
  keeperId: id('principal', { control: 'person' }).nullable().optional(),
  keeperRoleId: id('role', { folded: true }).nullable().optional(),
  /** Principals and roles that may book it; none named: everybody. */
  bookableBy: z.array(id()).max(200).optional().meta({ folded: true }),
  longestMinutes: z.int().min(5).max(100_000).nullable().optional().meta({ folded: true, control: 'duration' }),
  aheadDays: z.int().min(1).max(3650).nullable().optional().meta({ folded: true }),
  needsApproval: flag({ folded: true }).optional(),
  releaseMinutes: z.int().min(1).max(1440).nullable().optional().meta({ folded: true, control: 'duration' }),
  setupMinutes: z.int().min(0).max(1440).optional().meta({ folded: true, control: 'duration' }),
  cleanupMinutes: z.int().min(0).max(1440).optional().meta({ folded: true, control: 'duration' }),
  /** Whether everybody who sees the place sees what its bookings are called. */
  showTitles: flag({ folded: true }).optional(),
} as const

export const agendaRow = z.strictObject({
  /** Null where only that somebody is busy may be told, and for holds. */
  eventId: z.uuid().nullable(),
  calendarId: z.uuid(),
  /** Null for what does not repeat. */
  recurrence: z.string().nullable(),
  start: instant(),
  end: instant(),
  allDay: z.boolean(),
  /** Days of an all-day event, both inclusive. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  title: z.string().nullable(),
  place: z.string().nullable(),
  category: z.string().nullable(),
  showAs: z.enum(shownAs),
  status: z.enum(statuses),
  privacy: z.enum(privacies),
  answer: z.enum(answers),
  /** A booking that waits for the place's keeper. */
  waiting: z.boolean(),
  laying: z.enum([...layings, 'hold']),
  holdId: z.uuid().nullable(),
  repeats: z.boolean(),
  /** Whether it may be moved and changed by whoever asks. */
  changeable: z.boolean(),
  organiserId: z.uuid().nullable(),
  guests: count(),
  colour: z.enum(colours),
  version: z.int().nullable(),
})
export type AgendaRow = z.output<typeof agendaRow>

export const headOf = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  class: z.int(),
  version: z.int(),
  state: z.string().nullable(),
})
export const canList = z.array(canSchema)

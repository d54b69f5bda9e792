import { choice, flag, id, longText, text, z } from '../../../kernel/schema.ts'
import { person, weeklyTime } from './shapes.ts'

export const bookingWays = ['one', 'together', 'turns'] as const
export type BookingWay = (typeof bookingWays)[number]
export const venues = ['room', 'telephone', 'video', 'theirs'] as const
export type Venue = (typeof venues)[number]
export const bookingStates = ['unconfirmed', 'asked', 'booked', 'declined', 'cancelled', 'lapsed'] as const
export type BookingState = (typeof bookingStates)[number]
export const pageStates = ['open', 'closed'] as const
export const bookingMails = ['confirm', 'asked', 'booked', 'declined', 'reminder', 'lapsed', 'kept'] as const
export type BookingMail = (typeof bookingMails)[number]

const spare = (most: number) => z.int().min(0).max(most).meta({ control: 'duration' })

/** A kind of meeting that may be booked: how long, where, how. */
export const meetingKind = z.strictObject({
  /** Of one that is there already; a new one gets its own. */
  id: z.uuid().optional().meta({ hidden: true }),
  title: text(200),
  minutes: z.int().min(5).max(480).meta({ control: 'duration' }),
  venue: choice(venues),
  placeId: id('place').nullable().optional(),
  details: text(500).optional(),
})

export const question = z.strictObject({ text: text(200), required: flag() })

/** How a page may be booked. */
export const bookingRules = {
  way: choice(bookingWays).default('one'),
  hosts: z.array(person()).max(20).optional(),
  hours: z.array(weeklyTime).max(50).optional().meta({ folded: true }),
  soonMinutes: spare(43_200).default(240),
  aheadDays: z.int().min(1).max(180).default(60),
  perDay: z.int().min(1).max(50).nullable().optional().meta({ folded: true }),
  beforeMinutes: spare(240).default(0),
  afterMinutes: spare(240).default(0),
  stepMinutes: z
    .union([z.literal(15), z.literal(30), z.literal(60)])
    .default(30)
    .meta({ folded: true }),
} as const

export const bookingFacts = {
  intro: longText(2_000).optional(),
  kinds: z.array(meetingKind).min(1).max(10),
  ...bookingRules,
  changeMinutes: spare(43_200).default(1440),
  approval: flag({ folded: true }).default(false),
  verify: flag({ folded: true }).default(true),
  questions: z.array(question).max(10).optional().meta({ folded: true }),
} as const

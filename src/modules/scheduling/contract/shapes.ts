import { choice, flag, id, instant, text, z } from '../../../kernel/schema.ts'
import { named } from '../../../kernel/shapes.ts'
import { reasonKeys } from '../solve/problem.ts'

export { can, changed, head, list, type Named, named } from '../../../kernel/shapes.ts'

export const example = '019aa000-0000-7000-8000-000000000071'
export const exampleOther = '019aa000-0000-7000-8000-000000000072'

export const proposalWays = ['hold', 'offer', 'poll'] as const
export type ProposalWay = (typeof proposalWays)[number]
export const proposalStates = ['open', 'settled', 'withdrawn', 'lapsed'] as const
export type ProposalState = (typeof proposalStates)[number]
export const votes = ['yes', 'if-need-be', 'no'] as const
export type Vote = (typeof votes)[number]
export const mailStates = ['sending', 'sent', 'no-door', 'failed'] as const
export type MailState = (typeof mailStates)[number]
export const languages = ['en', 'sv', 'nb', 'nl', 'ro', 'pt'] as const

/** A time of day by a clock of the wall; 24:00 ends a day. */
const clock = (pattern: RegExp) => z.string().regex(pattern).meta({ control: 'text' })
const fromClock = () => clock(/^([01]\d|2[0-3]):[0-5]\d$/)
const untilClock = () => clock(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)

/** A part of every day, by the office's clock. */
export const between = z.strictObject({ from: fromClock(), until: untilClock() })
export type Between = z.output<typeof between>

/** A stretch of a weekday, Monday 1 to Sunday 7. */
export const weeklyTime = z.strictObject({ weekday: z.int().min(1).max(7), from: fromClock(), until: untilClock() })
export type WeeklyTime = z.output<typeof weeklyTime>

export const person = () => id('principal', { control: 'person' })

export const outsideGuest = z.strictObject({
  name: text(200),
  email: z.email().max(254),
  language: choice(languages).optional(),
  partyId: id().nullable().optional(),
})

/** Who comes, where, how long: what a search, a booking and a proposal share. */
export const who = {
  must: z.array(person()).max(100).default([]),
  may: z.array(person()).max(100).optional(),
} as const

export const needs = z.strictObject({
  room: flag(),
  /** Left out: as many as come. */
  seats: z.int().min(0).max(10_000).optional(),
  equipment: z.array(text(80)).max(20).optional(),
  site: text(200).nullable().optional(),
})

/** Why a slot stands where it stands: `cost` is what it weighs, 0 for what speaks for it. */
export const reason = z.strictObject({
  key: z.enum(reasonKeys),
  good: z.boolean(),
  cost: z.int(),
  person: named.nullable(),
  /** What stands there, where it may be told. */
  title: z.string().nullable(),
  count: z.int().nullable(),
  until: instant().nullable(),
})
export type ReasonTold = z.input<typeof reason>

export const slot = z.strictObject({
  start: instant(),
  end: instant(),
  /** All starts of a series, this one first. */
  starts: z.array(instant()),
  room: named.nullable(),
  cost: z.int(),
  reasons: z.array(reason),
})
export type SlotTold = z.input<typeof slot>

export const changeThatFits = z.strictObject({
  change: z.enum(['later', 'other-time', 'shorter', 'site', 'seats', 'equipment', 'room', 'move', 'without', 'hours']),
  person: named.nullable(),
  /** What would be moved, or the equipment one would do without. */
  title: z.string().nullable(),
  minutes: z.int().nullable(),
  start: instant(),
})

/** A time that stands in somebody's day or in a room's, as the one who looks may know it. */
export const taken = z.strictObject({
  start: instant(),
  end: instant(),
  title: z.string().nullable(),
  kind: z.enum(['fixed', 'tentative', 'movable']),
})
export const stretch = z.strictObject({ start: instant(), end: instant() })

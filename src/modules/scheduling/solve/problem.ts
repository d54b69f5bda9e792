/** What is asked when a time and a place are sought, and what is answered: no clock, no database, whole minutes since 1970. */
import type { Span } from './spans.ts'

/** `fixed` stands; `tentative` may yet go; `movable` its owner lets others move. */
export type BusyKind = 'fixed' | 'tentative' | 'movable'

export interface Busy {
  readonly from: number
  readonly until: number
  readonly kind: BusyKind
  /** Which event it is: null for what is pencilled in. */
  readonly event: string | null
  readonly room: string | null
  readonly site: string | null
}

export interface Person {
  readonly id: string
  readonly must: boolean
  /** False for people outside, of whose day nothing is known: they are asked. */
  readonly known: boolean
  /** By `from`. */
  readonly busy: readonly Busy[]
  /** When they work: hours of their own zone, without holidays and absences. */
  readonly work: readonly Span[]
  /** What they would rather not have meetings in. */
  readonly avoid: readonly Span[]
  readonly onCall: readonly Span[]
  /** Minutes they like between meetings. */
  readonly rest: number
}

export interface Room {
  readonly id: string
  readonly seats: number | null
  readonly equipment: readonly string[]
  readonly site: string | null
  /** Bookings with their own set-up and clean-up. */
  readonly booked: readonly Span[]
  readonly setup: number
  readonly cleanup: number
}

export interface Needs {
  readonly room: boolean
  readonly seats: number
  readonly equipment: readonly string[]
  readonly site: string | null
}

export interface Problem {
  /** The meeting begins and ends within. */
  readonly window: Span
  /** Until when it is known what everybody does: how far "a later day" may be looked for. */
  readonly beyond: number
  readonly minutes: number
  /** The times of day it may be at, over the window and beyond; null for any. */
  readonly open?: readonly Span[] | null
  /** Starts lie on multiples of it. */
  readonly step: number
  /** How far beyond somebody's hours one may go at all, at a cost. */
  readonly stretch: number
  readonly people: readonly Person[]
  readonly rooms: readonly Room[]
  readonly needs: Needs
  /** Minutes from one site to another. */
  travel(from: string, to: string): number
  /** The starts of a series that begins there, itself first; by the clock of its zone. */
  instances(start: number): readonly number[]
  /** The day of a start, counted in days. */
  dayOf(start: number): number
}

export const reasonKeys = [
  'all-free',
  'everybody-free',
  'already-there',
  'rested',
  'cannot-come',
  'busy-until',
  'away',
  'too-far',
  'moves',
  'tentative',
  'before-day',
  'after-day',
  'over-break',
  'rather-not',
  'on-call',
  'no-rest',
  'in-a-row',
  'later',
] as const
export type ReasonKey = (typeof reasonKeys)[number]

/** Why a slot stands where it stands: what is good about it, or what it costs whom. */
export interface Reason {
  readonly key: ReasonKey
  readonly good: boolean
  readonly cost: number
  readonly person?: string
  readonly event?: string | null
  readonly count?: number
  /** The end of what keeps somebody. */
  readonly until?: number
}

export interface Slot {
  readonly start: number
  readonly room: string | null
  readonly cost: number
}

export interface RankedSlot extends Slot {
  readonly reasons: readonly Reason[]
}

/** One change that would make it fit, with the first start there would be then. */
export type Change =
  | { readonly change: 'without'; readonly person: string; readonly start: number }
  | { readonly change: 'move'; readonly person: string; readonly event: string | null; readonly start: number }
  | { readonly change: 'shorter'; readonly minutes: number; readonly start: number }
  | { readonly change: 'later'; readonly start: number }
  | { readonly change: 'hours' | 'other-time'; readonly start: number }
  | { readonly change: 'site' | 'seats' | 'room'; readonly start: number }
  | { readonly change: 'equipment'; readonly equipment: string; readonly start: number }

export interface Solution {
  readonly slots: readonly RankedSlot[]
  /** How many starts fit in all. */
  readonly total: number
  /** Told only when nothing fits. */
  readonly changes: readonly Change[]
}

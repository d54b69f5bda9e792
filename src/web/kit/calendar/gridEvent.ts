import { addDays, daysBetween } from '../../format/day.ts'
import { addMinutes, clockOf, dayOfLocal, minutesBetween, minutesInDay, minutesOfLocal } from './locals.ts'

/** Colours that calendars are told apart by; each has its own fill, line and text in light and dark. */
export const hues = [
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
export type Hue = (typeof hues)[number]

/** How an event looks, and so what it means. */
export type EventLook =
  | 'busy'
  /** Takes nobody's time: a birthday, a note. */
  | 'free'
  /** Not sure yet. */
  | 'tentative'
  /** Asked, and not answered. */
  | 'asked'
  | 'declined'
  | 'cancelled'
  | 'away'

export interface GridEvent {
  readonly key: string
  readonly title: string
  readonly detail?: string | undefined
  /** `2026-11-25T10:15` of the clock that is shown; of all-day ones the day. */
  readonly from: string
  /** Not part of it; of all-day ones the last day, which is. */
  readonly until: string
  readonly allDay: boolean
  readonly hue: Hue
  readonly look: EventLook
  /** Small icons after the title: a series, closed to others. */
  readonly marks?: readonly string[]
  /** May be moved from here. */
  readonly movable?: boolean
  /** Said to who hears the page: whose calendar. */
  readonly whose?: string
}

/** A stretch of time on a grid: of all-day ones days, the last included. */
export interface Stretch {
  readonly from: string
  readonly until: string
  readonly allDay: boolean
}

/** Words of the grids, from the catalogue of whoever shows them: nobody loads them before a calendar is opened. */
export interface GridWords {
  readonly allDay: string
  readonly week: (week: number) => string
  /** `3 more` */
  readonly more: (count: number) => string
  /** The free place the keyboard stands on. */
  readonly newAt: (when: string) => string
  /** An event taken up by the keyboard: how it is moved and put down. */
  readonly lifted: (title: string, when: string) => string
  readonly moving: (when: string) => string
  readonly putBack: string
  readonly holidays: string
  readonly none: string
  readonly looks: Readonly<Record<EventLook, string>>
}

/** What is longer than a day stands in the strip of whole days. */
export const isInStrip = (event: Stretch): boolean =>
  event.allDay || minutesBetween(event.from, event.until) >= minutesInDay

export interface DaySegment {
  readonly event: GridEvent
  /** Minutes since the day's midnight. */
  readonly from: number
  readonly until: number
  /** Goes on from the day before, or into the day after. */
  readonly began: boolean
  readonly goesOn: boolean
}

/** The part of a timed event that lies on a day; null where none does. */
export function segmentOn(event: GridEvent, day: string): DaySegment | null {
  const [from, until] = [minutesBetween(`${day}T00:00`, event.from), minutesBetween(`${day}T00:00`, event.until)]
  if (from >= minutesInDay || until < 0 || (until === 0 && from < 0)) return null
  return {
    event,
    from: Math.max(0, from),
    until: Math.min(minutesInDay, until),
    began: from < 0,
    goesOn: until > minutesInDay,
  }
}

/** First and last day of an event; one that ends at midnight does not touch the day after. */
export function daysOf(event: Stretch): readonly [first: string, last: string] {
  if (event.allDay) return [dayOfLocal(event.from), dayOfLocal(event.until)]
  const last = dayOfLocal(event.until)
  const ends = minutesOfLocal(event.until) === 0 && last > dayOfLocal(event.from)
  return [dayOfLocal(event.from), ends ? addDays(last, -1) : last]
}

/** The same length, begun elsewhere. */
export function movedTo(event: Stretch, from: string): Stretch {
  if (event.allDay) {
    const day = dayOfLocal(from)
    return { from: day, until: addDays(day, daysBetween(event.from, event.until)), allDay: true }
  }
  return { from, until: addMinutes(from, minutesBetween(event.from, event.until)), allDay: false }
}

/** Moved by days and minutes. */
export function movedBy(event: Stretch, days: number, minutes: number): Stretch {
  if (event.allDay) return movedTo(event, addDays(event.from, days))
  return movedTo(event, addMinutes(event.from, days * minutesInDay + minutes))
}

/** `10:15–11:45`; over midnight with the days between left to whoever writes them. */
export const hoursOf = ({ from, until }: Stretch): string => `${clockOf(from)}–${clockOf(until)}`

export const byStart = (a: GridEvent, b: GridEvent): number =>
  Number(b.allDay) - Number(a.allDay) || a.from.localeCompare(b.from) || b.until.localeCompare(a.until)

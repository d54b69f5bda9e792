/**
 * Wall-clock times as they stand on the wire and on the grids: `2026-11-25T10:15`, without a zone. Arithmetic is done as if in UTC,
 * where no day has 23 hours: a grid shows what the clock on the wall shows.
 */
import { addDays } from '../../format/day.ts'

export const minutesInDay = 1440

export const dayOfLocal = (local: string): string => local.slice(0, 10)

/** `10:15` */
export const clockOf = (local: string): string => local.slice(11, 16)

/** Minutes since midnight. */
export const minutesOfLocal = (local: string): number => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16))

const two = (value: number): string => String(value).padStart(2, '0')

/** `615` → `10:15`; 1440 is the end of the day. */
export const clockFrom = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** A day and minutes since its midnight; below nought and beyond 1440 are days before and after. */
export function localFrom(day: string, minutes: number): string {
  const days = Math.floor(minutes / minutesInDay)
  return `${days ? addDays(day, days) : day}T${clockFrom(minutes - days * minutesInDay)}`
}

export const addMinutes = (local: string, minutes: number): string =>
  localFrom(dayOfLocal(local), minutesOfLocal(local) + minutes)

const asUtc = (local: string): number => Date.parse(`${local.length > 16 ? local : `${local.slice(0, 16)}:00`}Z`)

/** Whole minutes from one to the other. */
export const minutesBetween = (from: string, until: string): number => Math.round((asUtc(until) - asUtc(from)) / 60_000)

/** To the nearest step, downwards at half. */
export const snapped = (minutes: number, step: number): number => Math.round(minutes / step) * step

export const held = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** Properties and components as programs of other makers read them (RFC 5545). */
import type { Component, Property } from './component.ts'

/** A text value with its escapes (3.3.11). */
export const escapedText = (value: string): string =>
  value.replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\r?\n/g, '\\n')

type Parameters = Readonly<Record<string, string | readonly string[] | null | undefined>>

/** A property whose value stands as given; parameters that are null are left out. */
export function property(name: string, value: string, parameters: Parameters = {}): Property {
  const given = Object.entries(parameters).flatMap(([key, of]) =>
    of === null || of === undefined ? [] : [[key, typeof of === 'string' ? [of] : of] as const],
  )
  return { name, value, parameters: new Map(given), line: 0 }
}

export const textProperty = (name: string, value: string, parameters: Parameters = {}): Property =>
  property(name, escapedText(value), parameters)

export const component = (
  name: string,
  properties: readonly Property[],
  components: readonly Component[] = [],
): Component => ({ name, properties, components, line: 0 })

/** `2026-11-22T09:00:00` as `20261122T090000`; a day as `20261122`. */
export const compact = (iso: string): string => iso.replace(/[-:]/g, '')

/** An instant in milliseconds as `20261122T080000Z`. */
export const utcStamp = (milliseconds: number): string =>
  `${compact(new Date(milliseconds).toISOString().slice(0, 19))}Z`

/** Whole minutes as a duration: `PT90M`, before: `-PT15M`. */
export const minutesText = (minutes: number): string => `${minutes < 0 ? '-' : ''}PT${Math.abs(minutes)}M`

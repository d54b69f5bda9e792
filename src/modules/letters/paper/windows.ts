/** Where the address shows through the window of the envelope, by the country the letter is sent from. */
import { mm } from './items.ts'

export type Side = 'left' | 'right'

export interface Window {
  /** Left edge of the address and top of its first line, points. */
  readonly x: number
  readonly y: number
  readonly width: number
}

/**
 * Right in Sweden (SS 627615), in Romania and Portugal (DL and C5/6 with a window at the right); left by DIN 5008 form B, NEN 1026 and
 * NS 4129 elsewhere.
 */
const rightIn = new Set(['SE', 'RO', 'PT'])
export const usualSide = (country: string): Side => (rightIn.has(country) ? 'right' : 'left')

export const windowAt = (side: Side): Window =>
  side === 'right' ? { x: 112 * mm, y: 47 * mm, width: 80 * mm } : { x: 25 * mm, y: 51 * mm, width: 80 * mm }

/** Countries on envelopes are written in English or French (Universal Postal Union). */
const countryName = (code: string): string => new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code

export interface Address {
  readonly name: string
  readonly street: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly country: string | null
}

/** Countries whose post writes two spaces between postcode and town (SS 627615, TPG). */
const twoSpaces = new Set(['SE', 'NL'])
/** Countries in which the town stands in capitals. */
const capitals = new Set(['NL', 'GB', 'SE'])

/** The lines of an address as the post of its country wants them; the country last where the letter crosses a border. */
export function addressLines({ name, street, postcode, city, country }: Address, home: string): string[] {
  const here = country ?? home
  const town = city && capitals.has(here) && here !== 'SE' ? city.toUpperCase() : city
  const joined = [postcode, town].filter(Boolean).join(twoSpaces.has(here) ? '  ' : ' ')
  const place = here === 'GB' ? [town, postcode] : [joined]
  const abroad = country && country !== home ? [countryName(country).toUpperCase()] : []
  return [name, ...(street ?? '').split('\n'), ...place, ...abroad].filter((line): line is string =>
    Boolean(line?.trim()),
  )
}

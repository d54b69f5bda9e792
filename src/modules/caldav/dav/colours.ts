/** Colours of calendars: twelve here, any in programs (Apple's `calendar-color`, `#RRGGBBAA`). */
import { colours } from '../../calendar/contract.ts'

export type Colour = (typeof colours)[number]

const hex: Readonly<Record<Colour, string>> = {
  blue: '#2F6FDE',
  teal: '#0F8B8D',
  green: '#2E8B57',
  lime: '#7CA81C',
  yellow: '#D9A400',
  orange: '#E07B1A',
  red: '#D1383D',
  pink: '#D6499A',
  purple: '#8A4FC9',
  indigo: '#4B57C9',
  brown: '#8B5E3C',
  grey: '#6B7280',
}

export const hexOf = (colour: string): string => `${hex[colour as Colour] ?? hex.blue}FF`

const partsOf = (text: string): [number, number, number] | null => {
  const found = /^\s*#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?\s*$/i.exec(text)
  return found ? ([1, 2, 3].map(at => Number.parseInt(found[at]!, 16)) as [number, number, number]) : null
}

/** The nearest of the twelve, or null for what is no colour. */
export function nearestColour(text: string): Colour | null {
  const wanted = partsOf(text)
  if (!wanted) return null
  const distance = (colour: Colour) =>
    partsOf(hex[colour])!.reduce((sum, part, at) => sum + (part - wanted[at]!) ** 2, 0)
  return colours.reduce((best, one) => (distance(one) < distance(best) ? one : best))
}

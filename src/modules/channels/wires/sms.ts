/** What all ways of text messages have in common. */
import { mostSegments } from '../contract/shapes.ts'
import type { Capabilities } from '../contract/shapes.ts'
import { numberOf } from './reading.ts'

export const smsCapabilities: Capabilities = {
  mostLetters: 153 * mostSegments,
  segments: true,
  files: true,
  sendsFiles: false,
  windowHours: null,
  templates: false,
  statuses: true,
}

export function smsHandle(typed: string, { country }: { readonly country: string }) {
  const number = numberOf(typed, country)
  return number ? { handle: number, number: number.slice(1) } : null
}

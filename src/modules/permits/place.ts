/** Where a list goes on: the key and id of the last row shown, opaque to whoever asks. */
import { idPattern } from '../../kernel/ids.ts'

export interface Place {
  readonly key: string
  readonly id: string
}

export const writePlace = (key: string, id: string): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url')

/** Reads a place; what nobody wrote starts the list from its beginning. */
export function readPlace(text: string | undefined, valid: (key: string) => boolean): Place | null {
  if (!text) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown]
    return typeof key === 'string' && typeof id === 'string' && idPattern.test(id) && valid(key) ? { key, id } : null
  } catch {
    return null
  }
}

export const isText = (key: string): boolean => !key.includes('\0')
export function isDay(key: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(key) || key < '0001') return false
  try {
    return Temporal.PlainDate.from(key) !== null
  } catch {
    return false
  }
}
export function isMoment(key: string): boolean {
  if (!/^\d{4}-/.test(key) || key < '0001') return false
  try {
    return Temporal.Instant.from(key) !== null
  } catch {
    return false
  }
}
/** What `like` reads as itself. */
export const liked = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Where a list goes on: the sort key and id of the last row shown, opaque to whoever asks. */
import { idPattern } from './ids.ts'

export interface Place {
  readonly key: string
  readonly id: string
}

export const writePlace = (...parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

/** The parts a place was written with; null for what nobody wrote: such a list starts from its beginning. */
export function partsOfPlace(text: string | undefined, count: number): string[] | null {
  if (!text) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(parts) &&
      parts.length === count &&
      parts.every(part => typeof part === 'string' && isText(part))
      ? parts
      : null
  } catch {
    return null
  }
}

/** Reads a place; what nobody wrote, or what is of another order, starts the list from its beginning. */
export function readPlace(text: string | undefined, valid: (key: string) => boolean = isText): Place | null {
  const [key, id] = partsOfPlace(text, 2) ?? []
  return key !== undefined && id !== undefined && idPattern.test(id) && valid(key) ? { key, id } : null
}

export const isText = (key: string): boolean => !key.includes('\0')
export const isDay = (key: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(key) && key > '0001' && parses(() => Temporal.PlainDate.from(key))
export const isMoment = (key: string): boolean =>
  /^\d{4}-/.test(key) && key > '0001' && parses(() => Temporal.Instant.from(key))

function parses(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}

/** Anything that holds this text, as `like` reads it. */
export const liked = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Where a list goes on: the key and id of the last row shown, opaque to whoever asks. */
import { idPattern } from '../../kernel/ids.ts'

export interface Place {
  readonly key: string
  readonly id: string
}

export function writePlace(key: string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

/** Reads a place; what nobody wrote, or what is of another order, starts the list from its beginning. */
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

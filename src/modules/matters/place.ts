/** Where a list goes on: the key and id of the last row shown, opaque to whoever asks. */
import { idPattern } from '../../kernel/ids.ts'

export interface Place {
  readonly key: string
  readonly id: string
}

export const writePlace = (key: string, id: string): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url')

/** Reads a place; what nobody wrote starts the list from its beginning. */
export function readPlace(text: string | undefined): Place | null {
  if (!text) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown]
    return typeof key === 'string' && typeof id === 'string' && idPattern.test(id) && !key.includes('\0')
      ? { key, id }
      : null
  } catch {
    return null
  }
}

/** Where a list of rows goes on, opaque to whoever asks: rows that have the field it is sorted by come first, the others after them. */
import { isId } from './field-values.ts'

export interface Place {
  readonly part: 'filled' | 'empty'
  readonly key: string
  readonly id: string
}

export const writePlace = ({ part, key, id }: Place): string =>
  Buffer.from(JSON.stringify([part, key, id])).toString('base64url')

/** What nobody wrote starts the list from its beginning. */
export function readPlace(text: string | undefined): Place | null {
  if (!text) return null
  try {
    const [part, key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    const isPlace =
      (part === 'filled' || part === 'empty') &&
      typeof key === 'string' &&
      !key.includes('\0') &&
      typeof id === 'string'
    return isPlace && isId.test(id) ? { part, key, id } : null
  } catch {
    return null
  }
}

/** Where a list of rows goes on: rows that have the field it is sorted by come first, the others after them. */
import { idPattern } from '../../kernel/ids.ts'
import { type Place as ListPlace, partsOfPlace, writePlace as write } from '../../kernel/place.ts'

export interface Place extends ListPlace {
  readonly part: 'filled' | 'empty'
}

export const writePlace = ({ part, key, id }: Place): string => write(part, key, id)

/** What nobody wrote starts the list from its beginning. */
export function readPlace(text: string | undefined): Place | null {
  const [part, key = '', id = ''] = partsOfPlace(text, 3) ?? []
  return (part === 'filled' || part === 'empty') && idPattern.test(id) ? { part, key, id } : null
}

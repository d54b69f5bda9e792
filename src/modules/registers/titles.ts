/** What a row is called, and what it is found by: made of plain values only, never of what a linked record is called. */
import { foldInPlace } from '../../kernel/search/snippet.ts'
import { type Seen, shownOf, textKey, wordsOf } from './field-values.ts'
import { type Field, isLink, isTitling } from './fields.ts'

export type Values = ReadonlyMap<string, readonly Seen[]>

const placeholder = /\{([a-z][a-z0-9_]*)\}/g

/** The keys that a pattern names. */
export const keysIn = (pattern: string): string[] => [...pattern.matchAll(placeholder)].map(match => match[1]!)

/** Puts values into a pattern; marks and spaces around what is empty go with it. */
export function fillPattern(pattern: string, word: (key: string) => string): string {
  return pattern
    .replace(placeholder, (_whole, key: string) => word(key))
    .replace(/\s+/g, ' ')
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/^[\s,;:·–-]+|[\s,;:·–-]+$/g, '')
    .trim()
}

/** The title of a row: by the pattern, else its first plain value, else what one row of the register is called. */
export function titleOf(
  register: { readonly name: string; readonly title_pattern: string },
  fields: readonly Field[],
  values: Values,
): string {
  const word = (field: Field | undefined) => (field ? wordsOf(shownOf(field, values.get(field.id) ?? [])) : '')
  const titling = fields.filter(isTitling)
  const filled = fillPattern(register.title_pattern, key => word(titling.find(field => field.key === key)))
  const first = titling.map(word).find(Boolean)
  return (filled || first || register.name).slice(0, 300)
}

export interface RowWords {
  readonly title: string
  readonly titleKey: string
  readonly folded: string
  readonly body: string
}

export function rowWords(
  register: { readonly name: string; readonly title_pattern: string },
  fields: readonly Field[],
  values: Values,
): RowWords {
  const title = titleOf(register, fields, values)
  const words = fields
    .filter(field => !isLink(field) && field.type !== 'yesno' && field.type !== 'computed')
    .map(field => wordsOf(shownOf(field, values.get(field.id) ?? [])))
    .filter(Boolean)
  const body = words.join('\n')
  return { title, titleKey: textKey(title), folded: foldInPlace(`${title}\n${body}`).slice(0, 4000), body }
}

/** The words of a text that a dictionary is asked about: no names, numbers, addresses or quotations. */
import type { Passage } from '../proof/model.ts'
import { withoutAddresses } from '../proof/plain.ts'

export interface WordAt {
  readonly word: string
  readonly field: Passage['field']
  readonly start: number
  readonly end: number
  /** Begins a sentence, where also a name may stand. */
  readonly first: boolean
}

export function wordsToSpell(passage: Passage): WordAt[] {
  const text = withoutAddresses(passage.text)
  return [...text.matchAll(/(?<![\p{L}\p{N}@/\\_.#-])\p{L}[\p{L}'’-]*\p{L}(?![\p{L}\p{N}@/\\_]|\.\p{L})/gu)].flatMap(
    match => {
      const word = match[0].replaceAll('’', "'")
      if (word.length < 3 || /\p{Lu}/u.test(word.slice(1))) return []
      const first = /(?:^|[.!?:…]["”»)]?\s+|\n\s*(?:[-*•–]|\d+[.)])?\s*)$/u.test(text.slice(0, match.index))
      if (/^\p{Lu}/u.test(word) && !first) return []
      return [
        {
          word,
          field: passage.field,
          start: passage.offset + match.index,
          end: passage.offset + match.index + match[0].length,
          first,
        },
      ]
    },
  )
}

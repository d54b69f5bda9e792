import { type WordAt, wordsToSpell } from '../../../formats/spelling/words.ts'
import type { Prepared, ProofLanguage } from '../../../formats/proof/model.ts'
import { wordsOf } from '../../../formats/proof/words/index.ts'
import { dictionary } from './dictionaries.ts'

/** More than these are shown to nobody. */
const mostShown = 40
/** Looking for what was meant takes a few milliseconds a word. */
const mostSuggested = 8

export interface Misspelled {
  readonly word: string
  readonly at: { readonly field: WordAt['field']; readonly start: number; readonly end: number }
  readonly suggestions: string[]
}

/** Words that neither the dictionary of their language nor the office knows. */
export async function misspelled(
  prepared: Prepared,
  own: readonly { word: string; language: ProofLanguage | null }[],
): Promise<Misspelled[]> {
  const names = new Set(prepared.question.names.flatMap(name => name.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []))
  const found: Misspelled[] = []
  for (const passage of prepared.passages) {
    const known = new Set(
      own.filter(one => one.language === null || one.language === passage.language).map(one => one.word.toLowerCase()),
    )
    // what letters begin and end with, `mvh` too
    const { closing, greeting } = wordsOf[passage.language]
    for (const word of `${greeting}|${closing}`.match(/\p{L}+/gu) ?? []) known.add(word.toLowerCase())
    const dic = await dictionary(passage.language)
    for (const { word, field, start, end, first } of wordsToSpell(passage)) {
      const lower = word.toLowerCase()
      if (names.has(lower) || names.has(lower.replace(/s$/, '')) || known.has(lower) || dic.knows(word)) continue
      if (found.length >= mostShown) return found
      const suggestions = found.length < mostSuggested && word.length <= 18 ? dic.suggestions(word) : []
      // at the beginning of a sentence it may be a name
      if (first && /^\p{Lu}/u.test(word) && suggestions.length === 0) continue
      found.push({ word, at: { field, start, end }, suggestions })
    }
  }
  return found
}

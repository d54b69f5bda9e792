/** The words of a line, and phrases found among them. */
import { foldInPlace } from '../../../kernel/search/snippet.ts'

export interface Word {
  readonly raw: string
  readonly lower: string
  /** A comma, a semicolon or the end of the line stands after it. */
  readonly ends: boolean
  /** It means tomorrow, whatever else it might. */
  readonly isTomorrow?: true
}

export const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/\S+/g)].flatMap(({ 0: found }) => {
    const raw = found.replace(/[,;?!]+$/, '')
    return raw ? [{ raw, lower: raw.toLowerCase().normalize('NFC'), ends: raw !== found }] : []
  })

export const same = (typed: string, word: string) =>
  typed === word || (word.length >= 4 && foldInPlace(typed) === foldInPlace(word))

/** How many words from `at` on are one of the phrases; the longest counts. */
export function phraseAt(words: readonly Word[], at: number, phrases: readonly string[]): number {
  let longest = 0
  for (const phrase of phrases) {
    const parts = phrase.split(' ')
    if (parts.length > longest && parts.every((part, n) => same(words[at + n]?.lower ?? '', part)))
      longest = parts.length
  }
  return longest
}

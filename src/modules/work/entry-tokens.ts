import { foldInPlace } from '../../kernel/search/snippet.ts'

/** A word of a quick entry and where it stands. */
export interface Token {
  readonly raw: string
  readonly lower: string
  readonly from: number
  readonly to: number
}

/** Splits at white space; a comma, semicolon or colon at the end of a word is not part of it. */
export function tokenize(text: string): Token[] {
  return [...text.matchAll(/\S+/g)].flatMap(match => {
    const raw = match[0].replace(/[,;:]+$/, '')
    return raw
      ? [{ raw, lower: raw.toLowerCase().normalize('NFC'), from: match.index, to: match.index + raw.length }]
      : []
  })
}

// Short words must bear their marks (sv "mån" is Monday, "man" is not); of long ones the marks may be missing.
function sameWord(token: Token, word: string): boolean {
  return token.lower === word || (word.length >= 5 && foldInPlace(token.lower) === foldInPlace(word))
}

/** How many tokens from `at` on are one of the phrases; the longest counts, 0 is none. */
export function matchPhrase(tokens: readonly Token[], at: number, phrases: readonly string[]): number {
  let longest = 0
  for (const phrase of phrases) {
    const words = phrase.split(' ')
    if (
      words.length > longest &&
      words.every((word, n) => tokens[at + n] !== undefined && sameWord(tokens[at + n]!, word))
    )
      longest = words.length
  }
  return longest
}

/** Which of the lists has a phrase at `at`, the longest first: [index, tokens], or null. */
export function matchOneOf(
  tokens: readonly Token[],
  at: number,
  lists: readonly (readonly string[])[],
): readonly [index: number, length: number] | null {
  let found: readonly [number, number] | null = null
  lists.forEach((phrases, index) => {
    const length = matchPhrase(tokens, at, phrases)
    if (length > (found?.[1] ?? 0)) found = [index, length]
  })
  return found
}

/** The language of a text by its commonest words: enough to tell six apart, within a millisecond. */
import { type ProofLanguage, proofLanguages } from './model.ts'
import { wordsOf } from './words/index.ts'

/** Names of days and months tell it too, their full forms. */
const named = (language: ProofLanguage): string[] => {
  const { weekdays, months, relative } = wordsOf[language]
  const full = [...weekdays, ...months].map(one => one.split('|')[0]!.replace(/[^\p{L}].*$/u, ''))
  return [...full, ...Object.keys(relative)].filter(one => one.length > 3)
}

const common: Readonly<Record<ProofLanguage, ReadonlySet<string>>> = Object.fromEntries(
  proofLanguages.map(language => [language, new Set([...wordsOf[language].common.split('|'), ...named(language)])]),
) as Record<ProofLanguage, Set<string>>

/** In how many of the languages a word is common: one that all have tells nothing. */
const spread = new Map<string, number>()
for (const language of proofLanguages)
  for (const word of common[language]) spread.set(word, (spread.get(word) ?? 0) + 1)

const letters: readonly [RegExp, readonly ProofLanguage[]][] = [
  [/[øæ]/u, ['nb']],
  [/[äö]/u, ['sv']],
  [/[șțăşţ]/u, ['ro']],
  [/[ãõ]|ção/u, ['pt']],
  [/ij/u, ['nl']],
]

export interface LanguageFound {
  readonly language: ProofLanguage
  readonly score: number
  /** How much less the next one has. */
  readonly ahead: number
  readonly words: number
}

/** How well a text fits each language; null where it has no word of any. `likely` ones win where little speaks for another. */
export function languageOf(text: string, likely: readonly ProofLanguage[] = []): LanguageFound | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length === 0) return null
  const scores = new Map<ProofLanguage, number>(proofLanguages.map(language => [language, 0]))
  const add = (language: ProofLanguage, points: number) => scores.set(language, scores.get(language)! + points)
  for (const word of words) {
    const weight = 1 / (spread.get(word) ?? 1)
    for (const language of proofLanguages) if (common[language].has(word)) add(language, weight)
    for (const [marks, of] of letters) if (marks.test(word)) for (const language of of) add(language, 0.4)
  }
  // between two that fit alike, the one that is used here
  if ([...scores.values()].some(score => score > 0)) for (const language of likely) add(language, 0.6)
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1])
  if (!first || first[1] === 0) return null
  return { language: first[0], score: first[1], ahead: first[1] - (second?.[1] ?? 0), words: words.length }
}

/** Clear enough to say so: many of its words, and hardly any of another's. */
export const isClear = (found: LanguageFound | null): found is LanguageFound =>
  found !== null && found.words >= 5 && found.score >= 2 && found.ahead >= 1.5 && found.score / found.words >= 0.22

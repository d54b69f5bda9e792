import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nb } from './nb.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { sv } from './sv.ts'
import type { Vocabulary } from './vocabulary.ts'

export { phrasesOf } from './vocabulary.ts'

/** The six languages of the office, and German and French because neighbours write in them. */
export const vocabularies: readonly Vocabulary[] = [en, sv, nb, nl, ro, pt, de, fr]

const aliases: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', da: 'nb' }

/** The vocabulary's own language for a BCP 47 tag: Norwegian in all its forms, and Danish, read by the Norwegian words. */
export function vocabularyLanguage(tag: string | null | undefined): string | null {
  if (!tag) return null
  const primary = tag.toLowerCase().split('-')[0] ?? ''
  const language = aliases[primary] ?? primary
  return vocabularies.some(one => one.language === language) ? language : null
}

import { eld } from 'eld/medium'

/** Fewer letters than this tell no language. */
const MIN_LETTERS = 30

/** The text's language as a BCP 47 primary tag, or null where there is too little of it or the detector is not sure. */
export function languageOf(text: string): string | null {
  const letters = text
    .replace(/[^\p{L}\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 5000)
  if (letters.length < MIN_LETTERS) return null
  const { language } = eld.detect(letters)
  if (language === '') return null
  return language === 'no' ? 'nb' : language
}

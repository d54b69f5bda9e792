import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

// Loaded when first needed: its tables take 180 MB, which only the reading child should carry.
const require = createRequire(import.meta.url)
let detector: typeof import('eld/medium').eld | undefined

function eld(): NonNullable<typeof detector> {
  detector ??= (require(fileURLToPath(import.meta.resolve('eld/medium'))) as typeof import('eld/medium')).eld
  return detector
}

/** Fewer letters than this tell no language. */
const MIN_LETTERS = 30

/** The language of a few words, or null where the detector itself is not sure. */
export function sureLanguageOf(text: string): string | null {
  const letters = lettersOf(text)
  if (letters.length < MIN_LETTERS) return null
  const found = eld().detect(letters)
  return found.language === '' || !found.isReliable() ? null : tagOf(found.language)
}

/** The text's language as a BCP 47 primary tag, or null where there is too little of it or the detector is not sure. */
export function languageOf(text: string): string | null {
  const letters = lettersOf(text)
  if (letters.length < MIN_LETTERS) return null
  const { language } = eld().detect(letters)
  if (language === '') return null
  return tagOf(language)
}

function lettersOf(text: string): string {
  return text
    .slice(0, 20_000)
    .replace(/[^\p{L}\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 5000)
}

function tagOf(language: string): string {
  return language === 'no' ? 'nb' : language
}

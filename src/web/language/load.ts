import type { Language, Message, Messages } from '../../kernel/language/catalogue.ts'

/** A language's file: all its words while one develops; once built those of the first page, and `apart` the others. */
interface Gathered {
  readonly default: Messages
  readonly apart?: () => Promise<{ readonly default: Messages }>
}

const loaders: Readonly<Record<Language, () => Promise<Gathered>>> = {
  en: () => import('./gathered-en.ts'),
  sv: () => import('./gathered-sv.ts'),
  nb: () => import('./gathered-nb.ts'),
  nl: () => import('./gathered-nl.ts'),
  ro: () => import('./gathered-ro.ts'),
  pt: () => import('./gathered-pt.ts'),
}

let spoken: Language = 'en'
/** Whether all words are there; then another language is loaded whole too. */
let isWhole = false

async function wholeOf(language: Language): Promise<Messages> {
  const { default: words, apart } = await loaders[language]()
  const all = apart ? Object.assign(words as Record<string, Message>, (await apart()).default) : words
  isWhole = true
  return all
}

/** Only the person's language is fetched; and of it what the frame, the desk and any form say, until a page needs more. */
export async function loadCatalogue(language: Language): Promise<Messages> {
  spoken = language
  return isWhole ? wholeOf(language) : (await loaders[language]()).default
}

/** What is loaded together with all words of the language that is spoken: they join the catalogue that is in use. */
export async function withAllWords<Loaded>(loading: Promise<Loaded>): Promise<Loaded> {
  const [loaded] = await Promise.all([loading, wholeOf(spoken)])
  return loaded
}

/** All words of a language, for one that was said and is not among the first; undefined where they are there: nobody worded it. */
export const furtherWords = (language: Language): Promise<Messages> | undefined =>
  isWhole ? undefined : wholeOf(language)

/** Languages by their own names, as a person looks for theirs. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  sv: 'Svenska',
  nb: 'Norsk bokmål',
  nl: 'Nederlands',
  ro: 'Română',
  pt: 'Português',
}

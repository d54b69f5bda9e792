import type { Language, Messages } from '../../kernel/language/catalogue.ts'

const loaders: Readonly<Record<Language, () => Promise<{ readonly default: Messages }>>> = {
  en: () => import('./gathered-en.ts'),
  sv: () => import('./gathered-sv.ts'),
  nb: () => import('./gathered-nb.ts'),
  nl: () => import('./gathered-nl.ts'),
  ro: () => import('./gathered-ro.ts'),
  pt: () => import('./gathered-pt.ts'),
}

/** Only the person's language is fetched. */
export const loadCatalogue = async (language: Language): Promise<Messages> => (await loaders[language]()).default

/** Languages by their own names, as a person looks for theirs. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  sv: 'Svenska',
  nb: 'Norsk bokmål',
  nl: 'Nederlands',
  ro: 'Română',
  pt: 'Português',
}

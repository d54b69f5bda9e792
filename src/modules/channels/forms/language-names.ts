import type { Language } from '../../../kernel/language/catalogue.ts'

/** As each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  sv: 'Svenska',
  nb: 'Norsk',
  nl: 'Nederlands',
  ro: 'Română',
  pt: 'Português',
}

import { type Language, type Params, translate } from '../../kernel/language/catalogue.ts'
import { en, type Keys } from './messages/en.ts'
import { nb } from './messages/nb.ts'
import { nl } from './messages/nl.ts'
import { pt } from './messages/pt.ts'
import { ro } from './messages/ro.ts'
import { sv } from './messages/sv.ts'

export const catalogues = { en, sv, nb, nl, ro, pt }

/** Words of papers, in the language of whoever gets them. */
export const wordsIn =
  (language: Language) =>
  (key: Keys, params: Params = {}): string =>
    translate(catalogues[language][key], params, language)
export type Wording = ReturnType<typeof wordsIn>

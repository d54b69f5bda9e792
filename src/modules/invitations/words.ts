import type { Standing } from '../../kernel/implement.ts'
import { type Language, nearestLanguage, type Params, translate } from '../../kernel/language/catalogue.ts'
import { en, type Keys } from './messages/en.ts'
import { nb } from './messages/nb.ts'
import { nl } from './messages/nl.ts'
import { pt } from './messages/pt.ts'
import { ro } from './messages/ro.ts'
import { sv } from './messages/sv.ts'

export const catalogues = { en, sv, nb, nl, ro, pt }

export type Say = (key: Keys, params?: Params) => string

export const wordsIn =
  (language: Language): Say =>
  (key, params = {}) =>
    translate(catalogues[language][key], params, language)

/** Words for tasks and notes, in the office's language. */
export const officeWords = (at: Pick<Standing, 'office'>): Say => wordsIn(nearestLanguage(at.office.language))

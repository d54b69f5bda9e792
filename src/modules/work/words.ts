import { nearestLanguage, type Params, translate } from '../../kernel/language/catalogue.ts'
import { en, type Keys } from './messages/en.ts'
import { nb } from './messages/nb.ts'
import { nl } from './messages/nl.ts'
import { pt } from './messages/pt.ts'
import { ro } from './messages/ro.ts'
import { sv } from './messages/sv.ts'

export const catalogues = { en, sv, nb, nl, ro, pt }

/** Words for what is written for the whole office: in its language. */
export function inOffice(tag: string): (key: Keys, params?: Params) => string {
  const language = nearestLanguage(tag)
  return (key, params = {}) => translate(catalogues[language][key], params, language)
}

import type { Standing } from '../../kernel/implement.ts'
import { nearestLanguage, type Params, translate } from '../../kernel/language/catalogue.ts'
import { en, type Keys } from './messages/en.ts'
import { nb } from './messages/nb.ts'
import { nl } from './messages/nl.ts'
import { pt } from './messages/pt.ts'
import { ro } from './messages/ro.ts'
import { sv } from './messages/sv.ts'

export type { Keys }
export const catalogues = { en, sv, nb, nl, ro, pt }

/** Words for what is printed and told, in a language. */
export function wordsIn(language: string): (key: Keys, params?: Params) => string {
  const nearest = nearestLanguage(language)
  return (key, params = {}) => translate(catalogues[nearest][key], params, nearest)
}

/** Words for tasks, in the office's language. */
export const officeWords = (act: Pick<Standing, 'office'>, key: Keys, params: Params): string =>
  wordsIn(act.office.language)(key, params)

import { type Language, nearestLanguage, type Params, translate } from '../../kernel/language/catalogue.ts'
import { en, type Keys } from './messages/en.ts'
import { nb } from './messages/nb.ts'
import { nl } from './messages/nl.ts'
import { pt } from './messages/pt.ts'
import { ro } from './messages/ro.ts'
import { sv } from './messages/sv.ts'

export const catalogues = { en, sv, nb, nl, ro, pt }
export type { Keys }

/** Words of tasks in the office's language, and of a form in its reader's. */
export function wordsIn(language: string, key: Keys, params: Params = {}): string {
  const nearest: Language = nearestLanguage(language)
  return translate(catalogues[nearest][key], params, nearest)
}

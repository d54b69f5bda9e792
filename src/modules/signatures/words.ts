import {
  type Language,
  type Message,
  nearestLanguage,
  type Params,
  translate,
} from '../../kernel/language/catalogue.ts'
import { en, type Keys } from './messages/en.ts'
import { nb } from './messages/nb.ts'
import { nl } from './messages/nl.ts'
import { pt } from './messages/pt.ts'
import { ro } from './messages/ro.ts'
import { sv } from './messages/sv.ts'

export const catalogues = { en, sv, nb, nl, ro, pt }
export type { Keys }

/** Words in somebody's language, or in the nearest that there is. */
export const wordsIn = (language: string | null | undefined) => {
  const nearest: Language = nearestLanguage(language)
  return (key: Keys, params: Params = {}): string => translate(catalogues[nearest][key] as Message, params, nearest)
}

import type { Standing } from '../../kernel/implement.ts'
import { nearestLanguage, type Params, translate } from '../../kernel/language/catalogue.ts'
import { en, type Keys } from './messages/en.ts'
import { nb } from './messages/nb.ts'
import { nl } from './messages/nl.ts'
import { pt } from './messages/pt.ts'
import { ro } from './messages/ro.ts'
import { sv } from './messages/sv.ts'

export const catalogues = { en, sv, nb, nl, ro, pt }

/** Words for tasks, in the office's language. */
export function officeWords(act: Pick<Standing, 'office'>, key: Keys, params: Params = {}): string {
  const language = nearestLanguage(act.office.language)
  return translate(catalogues[language][key], params, language)
}

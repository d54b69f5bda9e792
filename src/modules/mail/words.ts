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
export const officeWords = ({ office }: Pick<Standing, 'office'>) => {
  const language = nearestLanguage(office.language)
  return (key: Keys, params: Params = {}): string => translate(catalogues[language][key], params, language)
}

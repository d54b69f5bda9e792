import type { Standing } from '../../kernel/implement.ts'
import { nearestLanguage, type Params } from '../../kernel/language/catalogue.ts'
import type { Keys } from './messages/en.ts'
import { wordsIn } from './words.ts'

/** Words for tasks, in the office's language. */
export const officeWords = (act: Pick<Standing, 'office'>, key: Keys, params: Params): string =>
  wordsIn(nearestLanguage(act.office.language))(key, params)

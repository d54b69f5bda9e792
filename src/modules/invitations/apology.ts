import type { Language } from '../../kernel/language/catalogue.ts'
import { wordsIn } from './words.ts'

/** What guests outside are told when a day of somebody is cancelled or moved. */
export const apologyIn = (language: Language, { name, moved }: { name: string; moved: boolean }): string =>
  wordsIn(language)(moved ? 'page.invitation-letter.apology.moved' : 'page.invitation-letter.apology.cancelled', {
    name,
  })

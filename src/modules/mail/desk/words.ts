import { type Language, type Params, translate } from '../../../kernel/language/catalogue.ts'
import { deskEn, type DeskKeys } from '../messages/desk/en.ts'
import { deskNb } from '../messages/desk/nb.ts'
import { deskNl } from '../messages/desk/nl.ts'
import { deskPt } from '../messages/desk/pt.ts'
import { deskRo } from '../messages/desk/ro.ts'
import { deskSv } from '../messages/desk/sv.ts'

const catalogues = { en: deskEn, sv: deskSv, nb: deskNb, nl: deskNl, ro: deskRo, pt: deskPt }

/** Words of mails, in the language of whoever gets them. */
export const deskWordsIn =
  (language: Language) =>
  (key: DeskKeys, params: Params = {}): string =>
    translate(catalogues[language][key], params, language)
export type DeskWords = ReturnType<typeof deskWordsIn>

import type { Language, Messages } from '../../../kernel/language/catalogue.ts'
import { en, type Keys } from './en.ts'
import { keepingEn, type KeepingKeys } from './keeping-en.ts'
import { keepingNb } from './keeping-nb.ts'
import { keepingNl } from './keeping-nl.ts'
import { keepingPt } from './keeping-pt.ts'
import { keepingRo } from './keeping-ro.ts'
import { keepingSv } from './keeping-sv.ts'
import { nb } from './nb.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { sv } from './sv.ts'

export const catalogues: Readonly<Record<Language, Messages<Keys | KeepingKeys>>> = {
  en: { ...en, ...keepingEn },
  sv: { ...sv, ...keepingSv },
  nb: { ...nb, ...keepingNb },
  nl: { ...nl, ...keepingNl },
  ro: { ...ro, ...keepingRo },
  pt: { ...pt, ...keepingPt },
}

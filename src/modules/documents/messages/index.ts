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
import { placesEn, type PlacesKeys } from './places-en.ts'
import { placesNb } from './places-nb.ts'
import { placesNl } from './places-nl.ts'
import { placesPt } from './places-pt.ts'
import { placesRo } from './places-ro.ts'
import { placesSv } from './places-sv.ts'
import { registerEn, type RegisterKeys } from './register-en.ts'
import { registerNb } from './register-nb.ts'
import { registerNl } from './register-nl.ts'
import { registerPt } from './register-pt.ts'
import { registerRo } from './register-ro.ts'
import { registerSv } from './register-sv.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { sv } from './sv.ts'

export const catalogues: Readonly<Record<Language, Messages<Keys | KeepingKeys | PlacesKeys | RegisterKeys>>> = {
  en: { ...en, ...keepingEn, ...placesEn, ...registerEn },
  sv: { ...sv, ...keepingSv, ...placesSv, ...registerSv },
  nb: { ...nb, ...keepingNb, ...placesNb, ...registerNb },
  nl: { ...nl, ...keepingNl, ...placesNl, ...registerNl },
  ro: { ...ro, ...keepingRo, ...placesRo, ...registerRo },
  pt: { ...pt, ...keepingPt, ...placesPt, ...registerPt },
}

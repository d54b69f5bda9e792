import type { Language, Messages } from '../../../kernel/language/catalogue.ts'
import { en, type Keys } from './en.ts'
import { nb } from './nb.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { sv } from './sv.ts'

export const catalogues: Readonly<Record<Language, Messages<Keys>>> = { en, sv, nb, nl, ro, pt }

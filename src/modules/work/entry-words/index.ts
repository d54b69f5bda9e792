import type { Language } from '../../../kernel/language/catalogue.ts'
import { en } from './en.ts'
import { nb } from './nb.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { sv } from './sv.ts'
import type { EntryWords } from './words.ts'

export const entryWords: Readonly<Record<Language, EntryWords>> = { en, sv, nb, nl, ro, pt }
export type { EntryWords }

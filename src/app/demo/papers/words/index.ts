import type { Language } from '../types.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { nb } from './nb.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { sv } from './sv.ts'
import type { Words } from './types.ts'

const all: Readonly<Record<Language | 'de', Words>> = { de, en, nb, nl, pt, ro, sv }

export const wordsOf = (language: Language | 'de'): Words => all[language]

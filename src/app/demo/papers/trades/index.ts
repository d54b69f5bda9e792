import type { Language } from '../types.ts'
import { en } from './en.ts'
import { nb } from './nb.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { sv } from './sv.ts'
import type { Descriptions } from './types.ts'

const all: Readonly<Record<Language, Descriptions>> = { en, nb, nl, pt, ro, sv }

/** German suppliers' wares are listed by hand where they are used. */
export const descriptionsOf = (language: Language): Descriptions => all[language]

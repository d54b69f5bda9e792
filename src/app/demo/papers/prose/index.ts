import type { Language } from '../types.ts'
import { en } from './en.ts'
import { nb } from './nb.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { sv } from './sv.ts'
import type { Prose } from './types.ts'

const all: Readonly<Record<Language, Prose>> = { en, nb, nl, pt, ro, sv }

export const proseOf = (language: Language): Prose => all[language]

import type { Country, Language } from '../types.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { nb } from './nb.ts'
import { nl } from './nl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { sv } from './sv.ts'
import type { Party } from './types.ts'

export const partiesByLanguage: Readonly<Record<Language, readonly Party[]>> = { en, nb, nl, pt, ro, sv }

export const parties: readonly Party[] = [...sv, ...nb, ...nl, ...ro, ...pt, ...en, ...de]

export const partyOf = (key: string): Party => {
  const party = parties.find(one => one.key === key)
  if (party === undefined) throw new RangeError(`no party ${key}`)
  return party
}

export const euCountries: readonly Country[] = ['SE', 'NL', 'RO', 'PT', 'IE', 'DE']

/**
 * Public holidays by country and region, in the reader's language. Of the countries Kontor is made for the days and their names are
 * our own (own-holidays.ts); of all others, and of regions, they come from date-holidays, which is loaded when somebody asks.
 */
import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import { nearestLanguage, translate } from '../../../kernel/language/catalogue.ts'
import { catalogues } from '../words.ts'
import { holidaysIn, ownCountries } from './own-holidays.ts'

export interface Holiday {
  readonly day: string
  readonly title: string
}

type Loaded = new (country?: string, region?: string) => Holidays

let loaded: Loaded | null = null
/** Its tables are large: nobody waits for them who asks for no other country. */
const library = (): Loaded => (loaded ??= createRequire(import.meta.url)('date-holidays') as Loaded)

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** What `place` (`SE`, `GB-SCT`) keeps as public holidays in these years; none where it is not known. */
export function holidaysOf(place: string, from: number, until: number, asked: string): Holiday[] {
  const language = nearestLanguage(asked)
  if (ownCountries.has(place)) {
    const words = catalogues[language]
    return [...holidaysIn(place, from, until)].map(([day, key]) => ({
      day,
      title: translate(words[key], {}, language),
    }))
  }
  const [country = '', region] = place.split('-')
  const of = region ? new (library())(country, region) : new (library())(country)
  const found = new Map<string, Holiday>()
  for (let year = from; year <= until; year++)
    for (const one of of.getHolidays(year, language === 'nb' ? 'no' : language) ?? [])
      if (one.type === 'public') {
        const day = one.date.slice(0, 10)
        if (!found.has(day)) found.set(day, { day, title: capital(one.name) })
      }
  return [...found.values()]
}

/** Whether anything is known of a country or region. */
export function isKnown(place: string): boolean {
  if (ownCountries.has(place)) return true
  const [country = '', region] = place.split('-')
  const all = new (library())()
  if (!(country in (all.getCountries() ?? {}))) return false
  return region === undefined || region in (all.getStates(country) ?? {})
}

/** All countries by their codes, and those of their regions that the tables tell of. */
export function countriesKnown(): { country: string; regions: { code: string; name: string }[] }[] {
  const all = new (library())()
  return Object.keys(all.getCountries() ?? {})
    .filter(country => /^[A-Z]{2}$/.test(country))
    .sort()
    .map(country => ({
      country,
      regions: Object.entries((all.getStates(country) ?? {}) as Record<string, string>)
        .filter(([code]) => /^[A-Z0-9]{1,3}$/.test(code))
        .map(([code, name]) => ({ code, name })),
    }))
}

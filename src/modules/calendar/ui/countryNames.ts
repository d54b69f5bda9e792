import { useCallback, useMemo } from 'react'
import { wordLocale } from '../../../kernel/language/catalogue.ts'
import { useLanguage } from '../../../web/language/Say.tsx'

/** Names of countries in the reader's language, by their codes (ISO 3166-1). */
export function useCountryNames(): (code: string) => string {
  const language = useLanguage()
  const names = useMemo(() => new Intl.DisplayNames(wordLocale(language), { type: 'region' }), [language])
  return useCallback(code => names.of(code) ?? code, [names])
}

interface Country {
  readonly country: string
  readonly regions: readonly { readonly code: string; readonly name: string }[]
}

/** `GB-SCT` in words: the region, then its country. */
export function regionName(place: string, rows: readonly Country[], nameOf: (code: string) => string): string {
  const [country = '', code] = place.split('-')
  if (!code) return nameOf(country)
  const region = rows.find(row => row.country === country)?.regions.find(one => one.code === code)?.name ?? code
  return `${region}, ${nameOf(country)}`
}

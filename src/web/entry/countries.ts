import { wordLocale } from '../../kernel/language/catalogue.ts'

/** Countries an office can be in (ISO 3166-1), those of Kontor's languages first. */
const near = ['SE', 'NO', 'NL', 'RO', 'PT', 'GB', 'IE']
const others = [
  'AT',
  'BE',
  'BG',
  'CH',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IS',
  'IT',
  'LI',
  'LT',
  'LU',
  'LV',
  'MD',
  'MT',
  'PL',
  'SI',
  'SK',
  'UA',
  'US',
  'CA',
  'AU',
  'NZ',
  'BR',
]

const likely: Readonly<Record<string, string>> = { sv: 'SE', nb: 'NO', nl: 'NL', ro: 'RO', pt: 'PT', en: 'GB' }

export function likelyCountry(language: string): string {
  const region = navigator.languages
    ?.map(tag => tag.split('-')[1])
    .find(part => part && [...near, ...others].includes(part))
  return language === 'en' && region ? region : (likely[language] ?? 'GB')
}

/** Code and name, in the person's language, the near ones first and the rest by name. */
export function countriesIn(language: string): (readonly [code: string, name: string])[] {
  const names = new Intl.DisplayNames([wordLocale(language)], { type: 'region' })
  const named = (code: string) => [code, names.of(code) ?? code] as const
  const collator = new Intl.Collator(wordLocale(language))
  return [...near.map(named), ...others.map(named).toSorted((a, b) => collator.compare(a[1], b[1]))]
}

/** Figures follow the organisation's country; words follow the person's language (kernel/language). */

const countryLanguages: Readonly<Record<string, string>> = {
  SE: 'sv',
  NO: 'nb',
  NL: 'nl',
  RO: 'ro',
  PT: 'pt',
  GB: 'en',
  IE: 'en',
  DK: 'da',
  FI: 'fi',
  DE: 'de',
  AT: 'de',
  CH: 'de',
  BE: 'nl',
  LU: 'fr',
  FR: 'fr',
  ES: 'es',
  IT: 'it',
  PL: 'pl',
  CZ: 'cs',
  SK: 'sk',
  HU: 'hu',
  BG: 'bg',
  GR: 'el',
  EE: 'et',
  LV: 'lv',
  LT: 'lt',
  IS: 'is',
  MD: 'ro',
  MT: 'en',
  CY: 'el',
  HR: 'hr',
  SI: 'sl',
  US: 'en',
  CA: 'en',
  BR: 'pt',
  AU: 'en',
  NZ: 'en',
}

/** Locale for figures: separators as they stand on paper in that country. */
export const figureLocale = (country: string): string => `${countryLanguages[country] ?? 'en'}-${country || 'GB'}`

const formats = new Map<string, Intl.NumberFormat>()

/** Intl formats are costly to make; one is kept for each kind. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale, options)))
  return format
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  let format = dateFormats.get(key)
  if (!format) dateFormats.set(key, (format = new Intl.DateTimeFormat(locale, options)))
  return format
}

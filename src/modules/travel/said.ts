/** What is wrong with a trip, in a reader's words. */
import { type Language, wordLocale } from '../../kernel/language/catalogue.ts'
import type { CheckLine } from './contract/shapes.ts'
import type { Wording } from './words.ts'

export const countryName = (country: string, language: Language): string =>
  new Intl.DisplayNames([wordLocale(language)], { type: 'region', fallback: 'code' }).of(country) ?? country

const dayName = (day: string, language: Language): string =>
  Temporal.PlainDate.from(day).toLocaleString(wordLocale(language), { day: 'numeric', month: 'long', year: 'numeric' })

export function sayCheck(
  say: Wording,
  language: Language,
  { code, params }: Pick<CheckLine, 'code' | 'params'>,
): string {
  const { on, country } = params
  return say(`check.${code}`, {
    ...params,
    ...(typeof on === 'string' ? { on: dayName(on, language) } : {}),
    ...(typeof country === 'string' ? { country: countryName(country, language) } : {}),
  })
}

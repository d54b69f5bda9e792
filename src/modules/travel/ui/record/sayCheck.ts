import { wordLocale } from '../../../../kernel/language/catalogue.ts'
import { useFormats, useLanguage, useSay } from '../../../../web/language/Say.tsx'
import type { Check, TravelKeys } from '../words.ts'

/** What is wrong, in the reader's words. */
export function useSayCheck(): (check: Check) => string {
  const say = useSay<TravelKeys>()
  const formats = useFormats()
  const locale = wordLocale(useLanguage())
  return ({ code, params }) => {
    const { on, country } = params
    return say(`check.${code}`, {
      ...params,
      ...(typeof on === 'string' ? { on: formats.fullDay(on) } : {}),
      ...(typeof country === 'string'
        ? { country: new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country }
        : {}),
    })
  }
}

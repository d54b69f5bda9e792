import {
  type Language,
  type Message,
  type Messages,
  nearestLanguage,
  type Params,
  translate,
  wordLocale,
} from '../../../../kernel/language/catalogue.ts'
import { type KioskKeys, kioskEn } from '../../messages/kiosk/en.ts'
import { kioskNb } from '../../messages/kiosk/nb.ts'
import { kioskNl } from '../../messages/kiosk/nl.ts'
import { kioskPt } from '../../messages/kiosk/pt.ts'
import { kioskRo } from '../../messages/kiosk/ro.ts'
import { kioskSv } from '../../messages/kiosk/sv.ts'

const catalogues: Readonly<Record<Language, Messages<KioskKeys>>> = {
  en: kioskEn,
  sv: kioskSv,
  nb: kioskNb,
  nl: kioskNl,
  ro: kioskRo,
  pt: kioskPt,
}

/** Languages by their own names, no flags. */
export const names: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['sv', 'Svenska'],
  ['nb', 'Norsk'],
  ['nl', 'Nederlands'],
  ['ro', 'Română'],
  ['pt', 'Português'],
]

export interface Speech {
  readonly language: Language
  say(key: KioskKeys, params?: Params): string
  /** `10:30` on the house’s clock. */
  time(at: string): string
  /** `Tuesday 24 November` */
  day(at: string | Date): string
  /** `24 December` */
  shortDay(day: string): string
}

export function speechIn(language: Language, zone: string): Speech {
  const locale = wordLocale(language)
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
  const clock = format({ timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const long = format({ timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' })
  const short = format({ timeZone: 'UTC', day: 'numeric', month: 'long' })
  return {
    language,
    say: (key, params = {}) => translate(catalogues[language][key] as Message, params, language),
    time: at => clock.format(new Date(at)),
    day: at => long.format(new Date(at)),
    shortDay: day => short.format(new Date(`${day}T12:00:00Z`)),
  }
}

export const nearest = (language: string): Language => nearestLanguage(language)

/** Typed catalogues: `en.ts` of a module defines its keys, the other five must have them all, or it does not compile. */
export const languages = ['en', 'sv', 'nb', 'nl', 'ro', 'pt'] as const
export type Language = (typeof languages)[number]

/** `{name}` stands for a parameter; a plural form is chosen by `count` (CLDR categories that the language has). */
export type Message =
  | string
  | { readonly one: string; readonly few?: string; readonly many?: string; readonly other: string }

export type Messages<Keys extends string = string> = Readonly<Record<Keys, Message>>

export type Catalogues = Readonly<Record<Language, Messages>>

export type Params = Readonly<Record<string, unknown>>

const wordLocales: Readonly<Record<string, string>> = {
  en: 'en-GB',
  sv: 'sv-SE',
  nb: 'nb-NO',
  nl: 'nl-NL',
  ro: 'ro-RO',
  pt: 'pt-PT',
}

/** Locale for the words in dates (months, weekdays) and for sorting, as in Europe. */
export const wordLocale = (language: string): string => wordLocales[language] ?? 'en-GB'

const plurals = new Map<string, Intl.PluralRules>()

function pluralRules(language: string): Intl.PluralRules {
  let rules = plurals.get(language)
  if (!rules) plurals.set(language, (rules = new Intl.PluralRules(language)))
  return rules
}

/** Fills a message in; unknown parameters stay visible as `{name}` so that a fault is seen in tests. */
export function translate(message: Message, params: Params, language: string): string {
  let text: string
  if (typeof message === 'string') text = message
  else {
    const category = pluralRules(language).select(Number(params['count'] ?? 0))
    text = (message as Record<string, string>)[category] ?? message.other
  }
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    return value === undefined || value === null ? whole : String(value)
  })
}

/** The nearest language that Kontor speaks: `no`, `nn` become `nb`; what is unknown becomes `en`. */
export function nearestLanguage(tag: string | undefined | null): Language {
  const primary = (tag ?? '').toLowerCase().split(/[-_]/)[0] ?? ''
  if (primary === 'no' || primary === 'nn') return 'nb'
  return (languages as readonly string[]).includes(primary) ? (primary as Language) : 'en'
}

import { wordLocale } from '../../../kernel/language/catalogue.ts'
import { dateFormat } from '../../../web/format/locale.ts'

/** Monday to Sunday in a language. */
export const weekdayNames = (language: string): string[] =>
  // 5 January 1970 was a Monday
  Array.from({ length: 7 }, (_, day) =>
    dateFormat(wordLocale(language), { timeZone: 'UTC', weekday: 'long' }).format(new Date((4 + day) * 86_400_000)),
  )

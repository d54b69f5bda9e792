import { wordLocale } from '../../../../kernel/language/catalogue.ts'
import { dateFormat } from '../../../../web/format/locale.ts'
import { useLanguage } from '../../../../web/language/Say.tsx'

/** `Mon`, `Tue` … in the person's language, Monday first. */
export function useWeekdays(): string[] {
  const format = dateFormat(wordLocale(useLanguage()), { timeZone: 'UTC', weekday: 'short' })
  // 5 January 1970 was a Monday
  return Array.from({ length: 7 }, (_, day) => format.format(new Date((4 + day) * 86_400_000)))
}

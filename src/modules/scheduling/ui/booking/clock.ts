/** Days and times by the clock of whoever looks at the page. */
import { wordLocale } from '../../../../kernel/language/catalogue.ts'
import { dateFormat } from '../../../../web/format/locale.ts'
import { useLanguage } from '../../../../web/language/Say.tsx'

export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** `2026-11-25` */
export const dayIn = (at: string, zone: string): string =>
  dateFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at))

export function useMoment(zone = ownZone) {
  const locale = wordLocale(useLanguage())
  const day = dateFormat(locale, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' })
  const time = dateFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return {
    day: (at: string) => day.format(new Date(at)),
    time: (at: string) => time.format(new Date(at)),
    whole: (at: string) => `${day.format(new Date(at))}, ${time.format(new Date(at))}`,
  }
}

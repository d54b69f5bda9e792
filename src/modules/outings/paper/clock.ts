/** Days and times as the reader's language writes them. */
import type { Language } from '../../../kernel/language/catalogue.ts'

const locales: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  sv: 'sv-SE',
  nb: 'nb-NO',
  nl: 'nl-NL',
  ro: 'ro-RO',
  pt: 'pt-PT',
}

export interface Clock {
  moment(at: Temporal.Instant): string
  /** From when to when: the day once. */
  span(from: Temporal.Instant, until: Temporal.Instant): string
}

export function clockIn(language: Language, zone: string): Clock {
  const locale = locales[language]
  const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  const time = { hour: '2-digit', minute: '2-digit' } as const
  const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone)
  const moment = (at: Temporal.Instant) =>
    `${local(at).toPlainDate().toLocaleString(locale, long)} ${local(at).toPlainTime().toLocaleString(locale, time)}`
  return {
    moment,
    span: (from, until) =>
      local(from).toPlainDate().equals(local(until).toPlainDate())
        ? `${moment(from)}–${local(until).toPlainTime().toLocaleString(locale, time)}`
        : `${moment(from)} – ${moment(until)}`,
  }
}

/** What somebody who booked is written, in their language and by their clock. */
import { type Language, translate, wordLocale } from '../../../kernel/language/catalogue.ts'
import { linkMark } from '../../../kernel/outside/link.ts'
import type { BookingMail } from '../contract.ts'
import { catalogues } from '../words.ts'
import type { BookingRow } from './rows.ts'

export interface Said {
  readonly what: BookingMail
  readonly host: string
  readonly office: string
  readonly place: string
  readonly changesUntil: Temporal.Instant
}

function momentIn(language: Language, zone: string, at: Temporal.Instant): string {
  return new Intl.DateTimeFormat(wordLocale(language), {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at.epochMilliseconds)
}

/** Subject and body; the body holds `linkMark` where the link goes. */
export function writeBooking(
  row: BookingRow,
  { what, host, office, place, changesUntil }: Said,
): { subject: string; body: string } {
  const { language, zone } = row
  const words = catalogues[language]
  const say = (key: keyof typeof words, params: Record<string, string> = {}) => translate(words[key], params, language)
  const when = momentIn(language, zone, row.start_at)
  const params = { title: row.kind_title, host, office, when, until: momentIn(language, zone, changesUntil) }
  const isOver = what === 'declined' || what === 'lapsed'
  return {
    subject: say(`letter.booking.${what}.subject`, params).slice(0, 200),
    body: [
      say('letter.times.greeting', { name: row.name }),
      say(`letter.booking.${what}`, params),
      ...(isOver ? [] : [[`${row.kind_title}\n${when} (${zone})`, host, place].filter(Boolean).join('\n')]),
      ...(row.note ? [row.note] : []),
      ...(isOver
        ? []
        : [`${say(what === 'confirm' ? 'letter.booking.press' : 'letter.booking.change', params)}\n${linkMark}`]),
      `${say('letter.times.regards')}\n${host}\n${office}`,
    ].join('\n\n'),
  }
}

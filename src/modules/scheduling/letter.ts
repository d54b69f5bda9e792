/** What somebody outside is written when times are offered or put to a vote, in their language. */
import { type Language, translate, wordLocale } from '../../kernel/language/catalogue.ts'
import { linkMark } from '../../kernel/outside/link.ts'
import type { ProposalWay } from './contract.ts'
import type { TimeRow } from './proposal-row.ts'
import { catalogues } from './words.ts'

export interface Offering {
  readonly name: string
  readonly title: string
  readonly way: ProposalWay
  readonly times: readonly TimeRow[]
  readonly zone: string
  readonly until: Temporal.Instant
  readonly from: string
  readonly office: string
  /** What is confidential is told on the page alone. */
  readonly isQuiet: boolean
  readonly isReminder: boolean
}

/** `Wednesday 25 November, 10:15` by the clock of a zone. */
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
export function writeTimes(language: Language, one: Offering): { subject: string; body: string } {
  const words = catalogues[language]
  const say = (key: keyof typeof words, params: Record<string, string> = {}) => translate(words[key], params, language)
  const title = one.isQuiet ? one.office : one.title
  const way = one.way === 'poll' ? 'poll' : 'offer'
  const times = one.times.map(({ start_at }) => `– ${momentIn(language, one.zone, start_at)}`).join('\n')
  return {
    subject: say(one.isReminder ? 'letter.times.reminder' : `letter.times.${way}.subject`, { title }).slice(0, 200),
    body: [
      say('letter.times.greeting', { name: one.name }),
      say(`letter.times.${way}`, { title, from: one.from, office: one.office }),
      ...(one.isQuiet ? [] : [`${times}\n(${one.zone})`]),
      `${say(`letter.times.${way}.where`)}\n${linkMark}`,
      say('letter.times.until', { until: momentIn(language, one.zone, one.until) }),
      `${say('letter.times.regards')}\n${one.from}\n${one.office}`,
    ].join('\n\n'),
  }
}

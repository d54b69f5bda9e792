/** The letter around an invitation, in the guest's language: for who reads mail in a program that knows no calendars. Pure. */
import { type Component, one, textOf } from '../../../formats/ical/component.ts'
import { eventsOf } from '../../../formats/ical/itip/parts.ts'
import { type Language } from '../../../kernel/language/catalogue.ts'
import { wordsIn } from '../words.ts'
import { nextInstances, repeats, whenOf } from './when.ts'

export const letterKinds = [
  'asked',
  'changed',
  'moved',
  'cancelled',
  'instance-cancelled',
  'uninvited',
  'reminder',
  'late',
  'kept',
  'reply',
  'proposes',
] as const
export type LetterKind = (typeof letterKinds)[number]

export interface Letter {
  readonly language: Language
  readonly subject: string
  readonly title: string
  readonly lead: string
  /** What somebody wrote for this occasion. */
  readonly words: string | null
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly notes: string | null
  /** Whether the guest is offered to answer by a link. */
  readonly answerable: boolean
  readonly foot: string
  readonly replyTo: string | null
  readonly fromName: string
}

export interface Occasion {
  readonly kind: LetterKind
  readonly language: Language
  readonly calendar: Component
  readonly at: Temporal.Instant
  /** Whose meeting it is, and who writes. */
  readonly from: string
  readonly office: string
  readonly zones: { readonly event: string; readonly guest: string | null }
  readonly words: string | null
  readonly replyTo: string | null
  /** Of what was answered, in words; of lateness, the minutes. */
  readonly params?: Readonly<Record<string, string | number>>
}

const valueOf = (calendar: Component, name: string): string | null => {
  for (const event of eventsOf(calendar)) {
    const property = one(event, name)
    if (property && textOf(property.value).trim()) return textOf(property.value).trim()
  }
  return null
}

const answerables: ReadonlySet<LetterKind> = new Set(['asked', 'changed', 'moved', 'reminder', 'kept'])
const mostNotes = 4000

export function letterOf(occasion: Occasion): Letter {
  const { kind, language, calendar, at, from, office, zones, words, replyTo, params = {} } = occasion
  const say = wordsIn(language)
  const title = valueOf(calendar, 'SUMMARY') ?? say('page.invitation-letter.untitled')
  const next = nextInstances(calendar, at, zones.event)
  const times = next.map(instance => whenOf(instance, language, zones))
  const about = { title, from, office, when: times[0] ?? '', ...params }
  const isSeries = repeats(calendar)
  const place = valueOf(calendar, 'LOCATION')
  const conference = valueOf(calendar, 'CONFERENCE') ?? valueOf(calendar, 'URL')
  const facts: [string, string][] = [
    ...(times[0]
      ? [[say(isSeries ? 'page.invitation-letter.next' : 'page.invitation-letter.when'), times[0]] as [string, string]]
      : []),
    ...(isSeries && times.length > 1
      ? [[say('page.invitation-letter.then'), times.slice(1).join('\n')] as [string, string]]
      : []),
    ...(place ? [[say('page.invitation-letter.where'), place] as [string, string]] : []),
    ...(conference && /^https?:/.test(conference)
      ? [[say('page.invitation-letter.online'), conference] as [string, string]]
      : []),
    [say('page.invitation-letter.organiser'), from],
  ]
  const answerable = answerables.has(kind)
  return {
    language,
    subject: say(`page.invitation-letter.${kind}.subject`, about).slice(0, 200),
    title,
    lead: say(`page.invitation-letter.${kind}.lead`, about),
    words: words?.trim() || null,
    facts,
    notes: answerable ? (valueOf(calendar, 'DESCRIPTION')?.slice(0, mostNotes) ?? null) : null,
    answerable,
    foot: say('page.invitation-letter.foot', about),
    replyTo,
    fromName: from,
  }
}

import type { Happened, View } from '../../../kernel/implement.ts'
import { type Language, nearestLanguage, type Params, wordLocale } from '../../../kernel/language/catalogue.ts'
import { actLabel, worded } from '../words.ts'

/** What the body of a line holds, as the walk wrote it. */
export interface LineBody {
  readonly events?: readonly Happened[]
  /** Of a line that asked: which act. */
  readonly asked?: string
}

export interface LineWords {
  readonly who: string
  readonly onBehalfOf: string | null
  readonly command: string
  /** Null where it has been erased. */
  readonly body: LineBody | null
  /** Whether the reader may see every record it touches. */
  readonly open: boolean
  readonly titles: ReadonlyMap<string, string>
  /** Whose timeline it stands in, where it stands in one. */
  readonly about?: ReadonlySet<string>
}

/** A line in the reader's language: its events' sentences, else the name of the act. */
export function sentencesOf(view: Pick<View, 'office' | 'principal'>, line: LineWords): string[] {
  const language = nearestLanguage(view.principal.language)
  const say = (key: string, params: Params): string => worded(language, key, params) ?? key
  const who = line.onBehalfOf === null ? line.who : say('journal.for', { who: line.who, for: line.onBehalfOf })
  if (line.body === null) return [say('journal.erased', { who })]
  if (line.body.asked !== undefined) return [say('journal.asked', { who, act: actLabel(language, line.body.asked) })]
  const events = line.open ? ownEvents(line.body.events ?? [], line.about) : []
  const sentences = events.flatMap(event => eventSentence(language, view.office.zone, who, event, line.titles) ?? [])
  return sentences.length > 0
    ? [...new Set(sentences)]
    : [say('journal.act', { who, act: actLabel(language, line.command) })]
}

/** Of several events those of the records a timeline is about; all where none says so. */
function ownEvents(events: readonly Happened[], about: ReadonlySet<string> | undefined): readonly Happened[] {
  const own = about ? events.filter(event => event.records.some(id => about.has(id))) : []
  return own.length > 0 ? own : events
}

function eventSentence(
  language: Language,
  zone: string,
  who: string,
  event: Happened,
  titles: LineWords['titles'],
): string | undefined {
  const params: Record<string, unknown> = {}
  for (const [key, value] of Object.entries((event.payload ?? {}) as Record<string, unknown>)) {
    params[key] = written(language, zone, value)
    // `ownerId` also gives `owner`: the title of a record that the reader may see.
    if (key.endsWith('Id') && typeof value === 'string') params[key.slice(0, -2)] ??= titles.get(value) ?? '–'
  }
  return worded(language, `event.${event.name}`, { ...params, who })
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const date = /^\d{4}-\d\d-\d\d$/

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a hundred times what using it does, and a page of the journal writes hundreds of moments. */
function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(wordLocale(language), options)))
  return format
}

/** A value of the wire as people write it. */
function written(language: Language, zone: string, value: unknown): unknown {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) return value.map(one => written(language, zone, one)).join(', ')
  if (typeof value === 'object') {
    const { amount, currency } = value as { amount?: unknown; currency?: unknown }
    if (typeof amount !== 'string' || typeof currency !== 'string') return ''
    return new Intl.NumberFormat(wordLocale(language), { style: 'currency', currency }).format(
      amount as Intl.StringNumericLiteral,
    )
  }
  if (typeof value !== 'string') return value
  if (moment.test(value))
    return dateFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(Date.parse(value))
  if (date.test(value)) return dateFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(value))
  return value
}

/** Days that a calendar marks as files that programs fetch: all day long, keeping nobody busy, the same as long as nothing changes. */
import { createHash } from 'node:crypto'
import { propertyText } from '../../../formats/ical/component.ts'
import { nearestLanguage, translate, wordLocale } from '../../../kernel/language/catalogue.ts'
import { catalogues } from '../words.ts'

export interface Stretch {
  readonly title: string
  readonly from: string
  /** The last day, which is of it. */
  readonly until: string
}

interface Person {
  readonly ofId: string
  readonly name: string
  /** `11-25` */
  readonly on: string
}

export type DaySet =
  | {
      readonly set: 'holiday' | 'school'
      readonly key: string
      readonly of: string
      readonly region?: string | undefined
      readonly days: readonly Stretch[]
    }
  | { readonly set: 'birthday'; readonly key: string; readonly of: string; readonly people: readonly Person[] }

export interface DayObject {
  readonly href: string
  readonly etag: string
  readonly ics: string
}

const digestOf = (text: string): string => createHash('sha1').update(text).digest('base64url').slice(0, 20)
const none: ReadonlyMap<string, readonly string[]> = new Map()
const escaped = (text: string): string => text.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\r?\n/g, '\\n')
const stamp = (day: string): string => day.replaceAll('-', '')
const nextDay = (day: string): string => stamp(Temporal.PlainDate.from(day).add({ days: 1 }).toString())

interface Marked extends Stretch {
  readonly uid: string
  readonly rule?: string
}

const eventText = ({ uid, title, from, until, rule }: Marked): string =>
  `${[
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kontor//EN',
    'BEGIN:VEVENT',
    propertyText({ name: 'UID', parameters: none, value: uid }),
    // What is reckoned anew each time was made at no moment: a stamp that moved would be a change.
    'DTSTAMP:20000101T000000Z',
    `DTSTART;VALUE=DATE:${stamp(from)}`,
    `DTEND;VALUE=DATE:${nextDay(until)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    propertyText({ name: 'SUMMARY', parameters: none, value: escaped(title) }),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')}\r\n`

/** In a year that has every day: whoever was born on the 29th of February celebrates on that month's last day. */
const birthday = ({ ofId, name, on }: Person): { href: string; ics: string } => {
  const day = `2000-${on}`
  const rule = on === '02-29' ? 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1' : 'FREQ=YEARLY'
  return {
    href: `${ofId}.ics`,
    ics: eventText({ uid: `birthday-${ofId}@kontor`, title: name, from: day, until: day, rule }),
  }
}

function marked(key: string, { title, from, until }: Stretch): { href: string; ics: string } {
  const name = from === until && key.startsWith('holidays') ? from : `${from}-${digestOf(title).slice(0, 8)}`
  return { href: `${name}.ics`, ics: eventText({ uid: `${key}-${name}@kontor`, title, from, until }) }
}

/** Its files in order of their names, and what all of them together are. */
export function dayObjects(set: DaySet): { objects: DayObject[]; digest: string } {
  const files = set.set === 'birthday' ? set.people.map(birthday) : set.days.map(one => marked(set.key, one))
  const objects = files
    .map(file => ({ ...file, etag: digestOf(file.ics) }))
    .sort((a, b) => (a.href < b.href ? -1 : a.href > b.href ? 1 : 0))
  return { objects, digest: digestOf(objects.map(({ href, etag }) => `${href} ${etag}`).join('\n')) }
}

/** `SE` and `GB-SCT` by name; a school calendar by its own. */
export function dayTitle(one: DaySet, asked: string): string {
  const { set, of } = one
  const language = nearestLanguage(asked)
  const words = catalogues[language]
  if (set === 'school') return of
  if (set === 'birthday') return translate(words['page.programs.birthdays'], {}, language)
  const [country = ''] = of.split('-')
  const name =
    new Intl.DisplayNames([wordLocale(language)], { type: 'region', fallback: 'code' }).of(country) ?? country
  return translate(words['page.programs.holidays'], { country: one.region ? `${one.region}, ${name}` : name }, language)
}

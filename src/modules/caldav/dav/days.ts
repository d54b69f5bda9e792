/**
 * Days that somebody's calendar marks (public holidays, school holidays, birthdays) as calendars that are only read: reckoned when they are
 * asked for, in the language and by the choice of whoever asks, from what calendar tells its own pages.
 */
import { sql } from 'kysely'
import { dav, hrefNode, node } from '../../../formats/dav/xml.ts'
import type { View } from '../../../kernel/implement.ts'
import { type DaySet, dayObjects, dayTitle } from '../days/objects.ts'
import { type Asking, chosenDays } from '../days/chosen.ts'
import { DavFault } from '../reading/fault.ts'
import type { Call } from './call.ts'
import type { CalendarObject, SeenCalendar } from './calendars.ts'
import { hrefOfPlace } from './place.ts'

export interface DayCalendar extends SeenCalendar {
  readonly objects: readonly CalendarObject[]
}

const prefix = 'days-'
export const isDaySlug = (slug: string): boolean => slug.startsWith(prefix)

/** Refused as what one has no right to (RFC 3744, 7.1.1), whoever one is. */
export function mayNotWrite(call: Call): DavFault {
  const inner = dav('resource', hrefNode(hrefOfPlace(call.place)), dav('privilege', node('D:write')))
  return new DavFault(403, 'D:need-privileges', { inner })
}

interface About {
  readonly language: string
  readonly office: View['office']
  readonly today: Temporal.PlainDate
  readonly at: Temporal.Instant
  readonly asker: string
  readonly kept: ReadonlyMap<string, ReadonlyMap<string, string>>
}

const aboutOf = (call: Call): Promise<About> =>
  call.viewing(async view => {
    const { rows } = await sql<{ target: string; name: string; value: string }>`
      select target, name, value from caldav.property where organisation_id = ${view.office.id}::uuid
        and principal_id = ${view.principal.id}::uuid and target like 'days-%'`.execute(view.db())
    const kept = new Map<string, Map<string, string>>()
    for (const { target, name, value } of rows) kept.set(target, (kept.get(target) ?? new Map()).set(name, value))
    const { office, principal, today, at } = view
    return { language: principal.language, office, today, at, asker: principal.id, kept }
  })

const nobody: ReadonlyMap<string, string> = new Map()

function calendarOf(about: About, set: DaySet): DayCalendar {
  const slug = `${prefix}${set.key}`
  const { objects, digest } = dayObjects(set)
  const began = about.today.with({ month: 1, day: 1 }).toZonedDateTime('UTC').toInstant()
  return {
    id: slug,
    slug,
    title: dayTitle(set, about.language),
    type: 'holidays',
    colour: set.set === 'birthday' ? 'pink' : 'grey',
    zone: about.office.zone,
    ownerId: about.asker,
    changeNo: 0,
    token: `urn:kontor:days:${digest}`,
    degree: 'read',
    mine: false,
    listed: true,
    properties: about.kept.get(slug) ?? nobody,
    objects: objects.map(({ href, etag, ics }) => ({
      href,
      etag: `"${etag}"`,
      ics,
      event_id: '',
      laying: 'guest',
      change_no: 0n,
      changed_at: began,
      created_at: began,
      size: Buffer.byteLength(ics),
      // Told by its file alone: nothing of it is laid out.
      ahead: true,
      instances: null,
    })),
  }
}

async function load(call: Call): Promise<DayCalendar[]> {
  const about = await aboutOf(call)
  const ask: Asking = async (query, input) => {
    const answer = await call.ask(query, input)
    if (typeof answer === 'object' && answer !== null && 'refused' in answer)
      throw new DavFault(403, 'D:need-privileges')
    return answer as never
  }
  const sets = await chosenDays(ask, { country: about.office.country, today: about.today })
  return sets.map(set => calendarOf(about, set))
}

/** All that whoever asks has chosen. */
export const dayCalendarsOf = (call: Call): Promise<DayCalendar[]> => load(call)

/** The one at an address; null where the address is none of these, refused as not there where nobody chose it. */
export async function dayCalendarAt(call: Call, slug: string): Promise<DayCalendar | null> {
  if (!isDaySlug(slug)) return null
  const found = (await load(call)).find(one => one.slug === slug)
  if (!found) throw new DavFault(404)
  return found
}

export function foundIn({ objects }: DayCalendar, hrefs?: readonly string[]): readonly CalendarObject[] {
  if (!hrefs) return objects
  const wanted = new Set(hrefs)
  return objects.filter(({ href }) => wanted.has(href))
}

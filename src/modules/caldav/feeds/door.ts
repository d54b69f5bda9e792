/** Links to calendars: looked at as whoever gave them, with what they may see at that moment, and no more than they gave. */
import { sql } from 'kysely'
import { sha256 } from '../../../kernel/canonical.ts'
import type { View } from '../../../kernel/implement.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { nearestLanguage, translate } from '../../../kernel/language/catalogue.ts'
import { linkSecretOf, readOutsideToken } from '../../../kernel/outside/link.ts'
import { systemPrincipalId } from '../../../kernel/ids.ts'
import { Refusal, refuse } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { caldavRefusals } from '../contract.ts'
import { type Asking, chosenDays } from '../days/chosen.ts'
import { dayObjects, dayTitle } from '../days/objects.ts'
import { busyOf, calendarsOf, type SeenCalendar } from '../dav/calendars.ts'
import { catalogues } from '../words.ts'
import { freeBusyText } from '../reading/free-busy.ts'
import type { CaldavTables } from '../tables.ts'
import { feedRoute } from './path.ts'
import { feedText } from './text.ts'

interface FeedRow {
  readonly calendar_id: string | null
  readonly days: 'holidays' | 'schools' | 'birthdays' | null
  readonly principal_id: string
  readonly scope: 'full' | 'busy'
}

/** From how long ago, and how far ahead what is only busy is told. */
const past = { hours: 24 * 31 }
const ahead = { hours: 24 * 366 }
/** And what is told whole: of a year ago. */
const pastWhole = { hours: 24 * 366 }

async function feedOf(
  kernel: Kernel,
  organisationId: string,
  id: string,
  requestId: string,
): Promise<FeedRow | undefined> {
  return kernel.viewing({ organisationId, principalId: systemPrincipalId, requestId }, view =>
    view
      .db<CaldavTables>()
      .selectFrom('caldav.feed')
      .select(['calendar_id', 'days', 'principal_id', 'scope'])
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  )
}

/** Events that may be told whole: those that nobody marked as private, and that are no more confidential than the office's own. */
async function openEvents(view: View, calendarId: string): Promise<{ ics: string; event_id: string }[]> {
  const since = view.at.subtract(pastWhole)
  const { rows } = await sql<{ ics: string; event_id: string }>`
    select o.ics, o.event_id from calendar.object_fact o
    join (${visibleRecords(view, 'event').selectAll()}) r on r.id = o.event_id and r.class <= 1
    join calendar.event_fact e on e.organisation_id = o.organisation_id and e.event_id = o.event_id and e.privacy = 'open'
    where o.organisation_id = ${view.office.id}::uuid and o.calendar_id = ${calendarId}::uuid
      and (o.until_at is null or o.until_at >= ${since})
    order by o.from_at, o.href`.execute(view.db())
  return rows
}

/** When the calendar is busy with what is not told. */
async function busyBesides(view: View, calendar: SeenCalendar, told: readonly string[]) {
  // From the beginning of a day: the same all day long, so that programs see what has changed and nothing else.
  const day = view.today.toZonedDateTime('UTC').toInstant()
  const range = { from: day.subtract(past).epochMilliseconds, to: day.add(ahead).epochMilliseconds }
  if (told.length === 0) return { range, busy: await busyOf(view, [calendar.id], range) }
  const { rows } = await sql<{ start_at: Temporal.Instant; end_at: Temporal.Instant }>`
    select start_at, end_at from calendar.busy_fact where organisation_id = ${view.office.id}::uuid
      and calendar_id = ${calendar.id}::uuid and hold_id is null and event_id <> all(${[...told]}::uuid[])
      and start_at < ${day.add(ahead)} and end_at > ${day.subtract(past)} order by start_at`.execute(view.db())
  return {
    range,
    busy: rows.map(row => ({
      start: row.start_at.epochMilliseconds,
      end: row.end_at.epochMilliseconds,
      kind: 'BUSY' as const,
    })),
  }
}

async function written(
  view: View,
  feed: FeedRow & { readonly calendar_id: string },
  id: string,
  form: 'ics' | 'ifb',
): Promise<string> {
  const [calendar] = await calendarsOf(view, feed.calendar_id)
  if (!calendar) return refuse(caldavRefusals.feedUnknown)
  const whole = feed.scope === 'full' && calendar.degree !== 'busy' && form === 'ics'
  const events = whole ? await openEvents(view, calendar.id) : []
  const { range, busy } = await busyBesides(
    view,
    calendar,
    events.map(one => one.event_id),
  )
  if (form === 'ifb') return freeBusyText({ range, busy, at: view.at.epochMilliseconds, method: 'PUBLISH', uid: id })
  const language = nearestLanguage(view.principal.language)
  return feedText({
    name: calendar.title,
    events: events.map(({ ics }) => ics),
    busy,
    busyWord: translate(catalogues[language]['page.programs.busy'], {}, language),
    feedId: id,
    at: view.today.toZonedDateTime('UTC').epochMilliseconds,
  })
}

const setOf = { holidays: 'holiday', schools: 'school', birthdays: 'birthday' } as const

/** Days that whoever gave the link has chosen; nobody is busy by them. */
async function daysWritten(
  kernel: Kernel,
  as: Parameters<Kernel['viewing']>[0],
  days: NonNullable<FeedRow['days']>,
  id: string,
  form: 'ics' | 'ifb',
): Promise<string> {
  const about = await kernel.viewing(as, async view => {
    const { office, today, principal } = view
    return { country: office.country, today, language: nearestLanguage(principal.language) }
  })
  const at = about.today.toZonedDateTime('UTC').epochMilliseconds
  if (form === 'ifb') {
    const range = { from: at, to: at + ahead.hours * 3_600_000 }
    return freeBusyText({ range, busy: [], at, method: 'PUBLISH', uid: id })
  }
  const ask: Asking = async (query, input) => {
    const answer = await kernel.ask({ ...as, query: query.name, input })
    return answer.status === 'done' ? (answer.output as never) : refuse(caldavRefusals.feedUnknown)
  }
  const all = await chosenDays(ask, about, [setOf[days]])
  const names = all.map(set => dayTitle(set, about.language))
  return feedText({
    name:
      names.length === 1
        ? names[0]!
        : translate(catalogues[about.language][`choice.caldav.days.${days}`], {}, about.language),
    events: all.flatMap(set => dayObjects(set).objects.map(({ ics }) => ics)),
    busy: [],
    busyWord: '',
    feedId: id,
    at,
  })
}

export const calendarFeeds = {
  method: 'GET' as const,
  path: feedRoute,
  perMinute: 60,
  async answer(
    kernel: Kernel,
    asked: { params: Readonly<Record<string, string>>; requestId: string; ifNoneMatch?: string | undefined },
  ) {
    const [token = '', form = ''] = (asked.params['token'] ?? '').split('.')
    const thing = readOutsideToken(await linkSecretOf(kernel.pool), 'feed', token)
    if (!thing || (form !== 'ics' && form !== 'ifb')) return refuse(caldavRefusals.feedUnknown)
    const { organisationId, id } = thing
    const feed = await feedOf(kernel, organisationId, id, asked.requestId)
    if (!feed) return refuse(caldavRefusals.feedUnknown)
    // Of whoever may not sign in any more nothing is shown.
    const { calendar_id, days } = feed
    const as = { organisationId, principalId: feed.principal_id, requestId: asked.requestId }
    const text = await (calendar_id
      ? kernel.viewing(as, view => written(view, { ...feed, calendar_id }, id, form))
      : daysWritten(kernel, as, days!, id, form)
    ).catch((error: unknown) => {
      if (error instanceof Refusal) return refuse(caldavRefusals.feedUnknown)
      throw error
    })
    // When busy times were looked up changes nothing of what they are.
    const etag = `"${sha256(text.replace(/^DTSTAMP:.*$/gm, ''))
      .toString('hex')
      .slice(0, 32)}"`
    const headers = { etag, 'cache-control': 'private, max-age=300', 'content-type': 'text/calendar; charset=utf-8' }
    if (asked.ifNoneMatch?.split(',').some(one => one.trim().replace(/^W\//, '') === etag))
      return { status: 304, headers, body: null }
    return {
      status: 200,
      headers: { ...headers, 'content-disposition': `inline; filename="calendar.${form}"` },
      body: Buffer.from(text),
    }
  },
}

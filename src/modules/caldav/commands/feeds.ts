/** Links to calendars: made, ended, listed. The link itself is kept nowhere. */
import { sql } from 'kysely'
import { type Act, implementCommand, implementQuery } from '../../../kernel/implement.ts'
import { keepLinkSecret, outsideToken, readLinkSecret } from '../../../kernel/outside/link.ts'
import { caldavRefusals, createDayFeed, createFeed, feedMade, feedRevoked, listFeeds, revokeFeed } from '../contract.ts'
import { feedPath } from '../feeds/path.ts'
import { calendarsOf } from '../dav/calendars.ts'
import type { CaldavTables } from '../tables.ts'

type NewFeed = Pick<CaldavTables['caldav.feed'], 'calendar_id' | 'days' | 'scope' | 'name'>

async function insertFeed(act: Act, feed: NewFeed): Promise<string> {
  await keepLinkSecret(act.db())
  const id = act.newId()
  await act
    .db<CaldavTables>()
    .insertInto('caldav.feed')
    .values({
      ...feed,
      organisation_id: act.office.id,
      id,
      principal_id: act.principal.id,
      made_at: act.at,
      revoked_at: null,
    })
    .execute()
  return id
}

export const createFeedBody = implementCommand(createFeed, {
  async run(act, { calendarId, name, scope }) {
    const [found] = await calendarsOf(act, calendarId)
    const calendar = found ?? act.refuse(caldavRefusals.calendarUnknown)
    // What one may only see to be busy, one may only show to be busy.
    if (calendar.degree === 'busy' && scope === 'full') act.refuse(caldavRefusals.calendarUnknown)
    const id = await insertFeed(act, { calendar_id: calendar.id, days: null, scope, name })
    act.emit(feedMade, { feedId: id, name, calendarId: calendar.id }, [calendar.id])
    return { output: { id }, undo: { command: revokeFeed.name, input: { id } } }
  },
})

export const createDayFeedBody = implementCommand(createDayFeed, {
  async run(act, { days, name }) {
    const id = await insertFeed(act, { calendar_id: null, days, scope: 'full', name })
    act.emit(feedMade, { feedId: id, name, calendarId: null })
    return { output: { id }, undo: { command: revokeFeed.name, input: { id } } }
  },
})

export const revokeFeedBody = implementCommand(revokeFeed, {
  async run(act, { id }) {
    const found = await act
      .db<CaldavTables>()
      .updateTable('caldav.feed')
      .set({ revoked_at: act.at })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', id)
      .where('principal_id', '=', act.principal.id)
      .where('revoked_at', 'is', null)
      .returning(['calendar_id', 'name'])
      .executeTakeFirst()
    const row = found ?? act.refuse(caldavRefusals.feedUnknown)
    act.emit(
      feedRevoked,
      { feedId: id, name: row.name, calendarId: row.calendar_id },
      row.calendar_id ? [row.calendar_id] : [],
    )
    return { output: {} }
  },
})

interface FeedRow {
  readonly id: string
  readonly name: string
  readonly scope: 'full' | 'busy'
  readonly calendar_id: string | null
  readonly days: 'holidays' | 'schools' | 'birthdays' | null
  readonly kind: string
  readonly title: string
  readonly made_at: Temporal.Instant
  readonly revoked_at: Temporal.Instant | null
}

export const listFeedsBody = implementQuery(listFeeds, async view => {
  const { rows } = await sql<FeedRow>`
    select f.id, f.name, f.scope, f.calendar_id, f.days, r.kind, r.title, f.made_at, f.revoked_at from caldav.feed f
    left join kernel.record r on r.organisation_id = f.organisation_id and r.id = f.calendar_id
    where f.organisation_id = ${view.office.id}::uuid and f.principal_id = ${view.principal.id}::uuid
    order by f.revoked_at is not null, f.made_at desc, f.id`.execute(view.db())
  const secret = await readLinkSecret(view.db())
  return {
    rows: rows.map(row => ({
      id: row.id,
      name: row.name,
      scope: row.scope,
      calendar: row.calendar_id ? { id: row.calendar_id, kind: row.kind, title: row.title } : null,
      days: row.days,
      madeAt: row.made_at,
      revokedAt: row.revoked_at,
      path:
        secret && !row.revoked_at
          ? feedPath(outsideToken(secret, 'feed', { organisationId: view.office.id, id: row.id }))
          : null,
    })),
    total: rows.length,
    next: null,
  }
})

/** Subscribed calendars and files brought in once. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { feedAddress, FetchFailed } from '../../../kernel/outside/fetch.ts'
import { createCalendar, putObject, removeObject } from '../../calendar/contract.ts'
import * as c from '../contract/feeds.ts'
import { hrefOf, openFile } from '../feed-file.ts'

function addressOf(act: Act, typed: string): string {
  try {
    return feedAddress(typed).href
  } catch (thrown) {
    if (thrown instanceof FetchFailed) return act.refuse(c.feedAddressWrong)
    throw thrown
  }
}

export const subscribeFeedBody = implementCommand(c.subscribeFeed, {
  async run(act, { title, url, colour }) {
    const address = addressOf(act, url)
    const made = await act.actAs(act.principal.id, createCalendar, {
      title,
      type: 'feed',
      ...(colour ? { colour } : {}),
    })
    if (made.status !== 'done')
      return act.refuse(c.calendarNotWritten, { because: made.status === 'refused' ? made.refusal.name : made.status })
    const { id, version } = made.output
    await sql`
      insert into invitations.feed (organisation_id, calendar_id, url) values (${act.office.id}, ${id}, ${address})`.execute(
      act.db(),
    )
    act.emit(c.feedSubscribed, { id, title }, [id])
    act.enqueue(c.fetchJob, { calendarId: id }, { singletonKey: id })
    return { output: { id, version }, undo: { command: 'calendar.retire-calendar', input: { id } } }
  },
})

async function requireFeed(act: Act, id: string): Promise<void> {
  const { rows } = await sql`
    select 1 from invitations.feed where organisation_id = ${act.office.id} and calendar_id = ${id} for update`.execute(
    act.db(),
  )
  if (rows.length === 0) act.refuse(c.feedUnknown, { id })
}

export const refreshFeedBody = implementCommand(c.refreshFeed, {
  locks: ({ id }) => [{ kind: 'calendar', id }],
  async run(act, { id }) {
    await requireFeed(act, id)
    act.enqueue(c.fetchJob, { calendarId: id }, { singletonKey: id })
    return { output: {} }
  },
})

/** Not asked more often than this. */
const everyMinutes = 55

export const askFeedsBody = implementCommand(c.askFeeds, {
  async run(act) {
    const { rows } = await sql<{ calendar_id: string }>`
      select f.calendar_id from invitations.feed f
      join calendar.calendar_fact k on k.organisation_id = f.organisation_id and k.calendar_id = f.calendar_id
      where f.organisation_id = ${act.office.id} and k.retired_at is null
        and (f.asked_at is null or f.asked_at < ${act.at.subtract({ minutes: everyMinutes })})
      order by f.asked_at nulls first limit 200`.execute(act.db())
    for (const { calendar_id: calendarId } of rows)
      act.enqueue(c.fetchJob, { calendarId }, { singletonKey: calendarId })
    return { output: { count: rows.length } }
  },
})

export const takeFeedBody = implementCommand(c.takeFeed, {
  locks: ({ id }) => [{ kind: 'calendar', id }],
  async run(act, { id, files, gone }) {
    await requireFeed(act, id)
    const { title } = act.locked(id)
    let refused = 0
    for (const { href, digest, ics } of files) {
      const put = await act.actAs(act.principal.id, putObject, { calendarId: id, href, ics, by: 'feed' })
      const because = put.status === 'done' ? null : put.status === 'refused' ? put.refusal.name : put.status
      if (because !== null) refused++
      await sql`
        insert into invitations.feed_event (organisation_id, calendar_id, href, digest, refused)
        values (${act.office.id}, ${id}, ${href}, ${Buffer.from(digest, 'hex')}, ${because})
        on conflict (organisation_id, calendar_id, href) do update set digest = excluded.digest, refused = excluded.refused`.execute(
        act.db(),
      )
    }
    for (const href of gone) {
      await act.actAs(act.principal.id, removeObject, { calendarId: id, href })
      await sql`
        delete from invitations.feed_event where organisation_id = ${act.office.id} and calendar_id = ${id} and href = ${href}`.execute(
        act.db(),
      )
    }
    const count = files.length - refused
    if (count + gone.length > 0) act.emit(c.feedTaken, { id, title, count: count + gone.length }, [id])
    return { output: { put: count, refused } }
  },
})

export const noteFeedBody = implementCommand(c.noteFeed, {
  locks: ({ id }) => [{ kind: 'calendar', id }],
  async run(act, { id, problem, etag, modified }) {
    await requireFeed(act, id)
    const took = problem === null
    await sql`
      update invitations.feed f set asked_at = ${act.at}, problem = ${problem},
        taken_at = case when ${took} then ${act.at} else f.taken_at end,
        etag = case when ${etag !== undefined} then ${etag ?? null} else f.etag end,
        modified = case when ${modified !== undefined} then ${modified ?? null} else f.modified end,
        events = (select count(*) from invitations.feed_event e where e.organisation_id = f.organisation_id and e.calendar_id = f.calendar_id and e.refused is null),
        refused = (select count(*) from invitations.feed_event e where e.organisation_id = f.organisation_id and e.calendar_id = f.calendar_id and e.refused is not null)
      where f.organisation_id = ${act.office.id} and f.calendar_id = ${id}`.execute(act.db())
    return { output: {} }
  },
})

export const importEventsBody = implementCommand(c.importEvents, {
  locks: ({ calendarId }) => [{ kind: 'calendar', id: calendarId }],
  async run(act, { calendarId, calendar }) {
    const { title } = act.locked(calendarId)
    const opened = openFile(calendar, 5_000_000)
    if (!opened.ok) return act.refuse(c.calendarFileUnreadable, { line: opened.line, why: opened.why })
    if (opened.events.length === 0) act.refuse(c.calendarFileEmpty)
    const refused: { title: string; line: number; because: string }[] = []
    let imported = 0
    for (const event of opened.events.slice(0, c.mostImported)) {
      const put = await act.actAs(act.principal.id, putObject, {
        calendarId,
        href: hrefOf(event.uid),
        ics: event.ics,
        by: 'feed',
      })
      if (put.status === 'done') imported++
      else
        refused.push({
          title: event.title,
          line: event.line,
          because: put.status === 'refused' ? put.refusal.name : put.status,
        })
    }
    // Where nothing at all may be put there, it is not the file's fault.
    if (imported === 0) act.refuse(c.calendarNotWritten, { because: refused[0]?.because ?? '' })
    act.emit(c.eventsImported, { id: calendarId, title, count: imported }, [calendarId])
    return { output: { imported, refused: refused.slice(0, 500) } }
  },
})

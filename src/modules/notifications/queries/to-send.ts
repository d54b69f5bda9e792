import { sql } from 'kysely'
import { mailDoor } from '../../../kernel/mail/door.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { countDigests, getSettings, settingsKey, toSend } from '../contract.ts'
import { dueDigests } from '../due-digests.ts'
import { isQuiet, settingsFrom } from '../hours.ts'
import { noticeLines } from '../notice-lines.ts'
import { outgoing } from '../outgoing.ts'
import type { NotificationsTables } from '../tables.ts'

/** As many as one mail tells one by one. */
const mostTold = 200

async function ownSettings(view: View) {
  const kept = await view
    .db()
    .selectFrom('kernel.preference')
    .select('value')
    .where('organisation_id', '=', view.office.id)
    .where('principal_id', '=', view.principal.id)
    .where('key', '=', settingsKey)
    .executeTakeFirst()
  return settingsFrom(kept?.value)
}

async function ownMail(view: View): Promise<string | null> {
  const { rows } = await sql<{
    email: string
  }>`select email from platform.account_of_principal(${view.principal.id})`.execute(view.db())
  return rows[0]?.email ?? null
}

function ownBrowsers(view: View) {
  return view
    .db<NotificationsTables>()
    .selectFrom('notifications.browser')
    .select(['id', 'endpoint', 'p256dh', 'auth', 'name', 'since_at'])
    .where('organisation_id', '=', view.office.id)
    .where('principal_id', '=', view.principal.id)
    .orderBy('since_at')
    .execute()
}

export const toSendBody = implementQuery(toSend, async (view, { on, id }) => {
  const settings = await ownSettings(view)
  // What one was reminded of yesterday is over: no digest tells of it.
  const unsent = id
    ? sql`n.id = ${id} and n.read_at is null`
    : sql`n.read_at is null and n.mailed_at is null and not (n.reminder and n.told_at < ${view.at.subtract({ hours: 12 })})`
  const digest = on
    ? await view
        .db<NotificationsTables>()
        .selectFrom('notifications.digest')
        .select('state')
        .where('organisation_id', '=', view.office.id)
        .where('principal_id', '=', view.principal.id)
        .where('on_day', '=', on)
        .executeTakeFirst()
    : undefined
  return {
    notices: await noticeLines(
      view,
      unsent,
      sql`order by case n.urgency when 'now' then 0 when 'today' then 1 else 2 end, n.told_at desc, n.id limit ${mostTold}`,
    ),
    digestDue: digest?.state === 'due',
    email: await ownMail(view),
    name: view.principal.name,
    office: view.office.name,
    language: view.principal.language,
    zone: view.office.zone,
    quiet: isQuiet(settings, view.at.toZonedDateTimeISO(view.office.zone)),
    urgentMail: settings.urgentMail,
    reminderPush: settings.reminderPush,
    reminderMail: settings.reminderMail,
    browsers: (await ownBrowsers(view)).map(({ id: browserId, endpoint, p256dh, auth }) => ({
      id: browserId,
      endpoint,
      p256dh,
      auth,
    })),
  }
})

export const getSettingsBody = implementQuery(getSettings, async view => {
  const { push } = outgoing()
  return {
    settings: await ownSettings(view),
    email: await ownMail(view),
    mailWorks: mailDoor() !== null,
    pushKey: push?.key ?? null,
    browsers: (await ownBrowsers(view)).map(browser => ({
      id: browser.id,
      name: browser.name,
      endpoint: browser.endpoint,
      since: browser.since_at.toString(),
    })),
  }
})

export const countDigestsBody = implementQuery(countDigests, async view => ({ count: (await dueDigests(view)).length }))

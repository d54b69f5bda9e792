import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { createCalendar } from '../../calendar/contract.ts'
import * as c from '../contract.ts'
import { endMirrorRow } from '../ending.ts'
import { refusedNow } from '../refused.ts'
import { changeMirrorRow, db, mirrorOf, standingAccount, titleOf } from '../rows.ts'

/** A calendar of one's own that no account is kept the same as yet. */
async function ownCalendar(act: Act, id: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select r.title from calendar.calendar_fact k join kernel.record r on r.organisation_id = k.organisation_id and r.id = k.calendar_id
    where k.organisation_id = ${act.office.id} and k.calendar_id = ${id} and k.owner_id = ${act.principal.id}
      and k.type in ('main', 'own') and k.retired_at is null`.execute(act.db())
  return rows[0]?.title ?? act.refuse(c.mirrorCalendarRefused, { because: 'calendar-read-only' })
}

async function newCalendar(act: Act, title: string, type: 'own' | 'feed'): Promise<string> {
  const made = await act.actAs(act.principal.id, createCalendar, { title, type })
  if (made.status === 'done') return made.output.id
  return act.refuse(c.mirrorCalendarRefused, { because: made.status === 'refused' ? made.refusal.name : made.status })
}

export const mirrorCalendarBody = implementCommand(c.mirrorCalendar, {
  locks: ({ accountId, calendarId }) => [
    { kind: 'calendar-account', id: accountId },
    ...(calendarId ? [{ kind: 'calendar', id: calendarId }] : []),
  ],
  async run(act, { accountId, remoteId, remoteName, writable, direction, calendarId: given }) {
    await standingAccount(act, accountId)
    if (!writable && direction !== 'in') act.refuse(c.mirrorReadOnly, { title: remoteName })
    const taken = await db(act)
      .selectFrom('mirrors.mirror')
      .select('calendar_id')
      .where('organisation_id', '=', act.office.id)
      .where(where =>
        where.or([
          where('calendar_id', '=', given ?? accountId),
          where.and([where('account_id', '=', accountId), where('remote_id', '=', remoteId)]),
        ]),
      )
      .executeTakeFirst()
    if (taken) act.refuse(c.mirroredAlready, { title: await titleOf(act, taken.calendar_id) })
    const title = given ? await ownCalendar(act, given) : remoteName
    const calendarId = given ?? (await newCalendar(act, title, writable ? 'own' : 'feed'))
    await db(act)
      .insertInto('mirrors.mirror')
      .values({
        organisation_id: act.office.id,
        calendar_id: calendarId,
        account_id: accountId,
        remote_id: remoteId,
        remote_name: remoteName,
        direction,
        writable,
        made: given === undefined,
        token: null,
        problem: null,
        failing_since: null,
        refused_key: null,
        asked_at: null,
        in_step_at: null,
        next_at: act.at,
        lease_until: null,
      })
      .execute()
    act.emit(c.calendarMirrored, { calendarId, title, direction }, [calendarId, accountId])
    return { output: { calendarId } }
  },
})

export const changeMirrorBody = implementCommand(c.changeMirror, {
  locks: ({ calendarId }) => [{ kind: 'calendar', id: calendarId }],
  async run(act, { calendarId, direction }) {
    const { mirror, title } = await mirrorOf(act, calendarId)
    if (!mirror.writable && direction !== 'in') act.refuse(c.mirrorReadOnly, { title })
    // What was left aside by the old way is looked at by the new one.
    await changeMirrorRow(act, calendarId, { direction, token: null, next_at: act.at })
    act.emit(c.mirrorChanged, { calendarId, title, direction }, [calendarId])
    return { output: {}, undo: { command: c.changeMirror.name, input: { calendarId, direction: mirror.direction } } }
  },
})

export const endMirrorBody = implementCommand(c.endMirror, {
  locks: ({ calendarId }) => [{ kind: 'calendar', id: calendarId }],
  async run(act, { calendarId, remove }) {
    const { mirror, account, title } = await mirrorOf(act, calendarId)
    const workDone = await endMirrorRow(act, mirror, account.owner_id, remove)
    act.emit(c.mirrorEnded, { calendarId, title, workDone }, [calendarId, account.id])
    return { output: {} }
  },
})

export const tryAgainBody = implementCommand(c.tryAgain, {
  locks: ({ calendarId }) => [{ kind: 'calendar', id: calendarId }],
  async run(act, { calendarId, acceptGone = false }) {
    const { title } = await mirrorOf(act, calendarId)
    await db(act)
      .deleteFrom('mirrors.finding')
      .where('organisation_id', '=', act.office.id)
      .where('calendar_id', '=', calendarId)
      .where('kind', 'in', ['refused-here', 'refused-there', 'uid-twice'])
      .execute()
    await changeMirrorRow(act, calendarId, { token: null, next_at: act.at, tries: 0, accept_gone: acceptGone })
    act.emit(c.mirrorAsked, { calendarId, title }, [calendarId])
    return { output: {} }
  },
})

export const dismissFindingBody = implementCommand(c.dismissFinding, {
  locks: ({ calendarId }) => [{ kind: 'calendar', id: calendarId }],
  async run(act, { calendarId, findingId }) {
    const { mirror, title } = await mirrorOf(act, calendarId)
    const gone = await db(act)
      .deleteFrom('mirrors.finding')
      .where('organisation_id', '=', act.office.id)
      .where('calendar_id', '=', calendarId)
      .where('id', '=', findingId)
      // What may lie on neither side would be tried again at once.
      .where('kind', 'in', ['ours-lost', 'theirs-lost'])
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) act.refuse(c.findingUnknown, { id: findingId })
    const isOver = mirror.refused_key !== null && (await refusedNow(act, calendarId)) === 0
    if (isOver) await changeMirrorRow(act, calendarId, { refused_key: null })
    act.emit(c.findingDismissed, { calendarId, title, workDone: isOver ? [{ key: mirror.refused_key! }] : [] }, [
      calendarId,
    ])
    return { output: {} }
  },
})

import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { listNotices } from '../contract.ts'
import { noticeLines, ownNotices } from '../notice-lines.ts'

/** A place in the list: the moment and id of the last row. */
const placePattern = /^(\d{4}-[\dT:.Z-]{5,40}) ([0-9a-f-]{36})$/

export const listNoticesBody = implementQuery(listNotices, async (view, { unread, limit, after }) => {
  const wanted = unread ? sql`n.read_at is null` : sql`true`
  const place = placePattern.exec(after ?? '')
  const onward = place ? sql`${wanted} and (n.told_at, n.id) < (${place[1]}::timestamptz, ${place[2]}::uuid)` : wanted
  const rows = await noticeLines(view, onward, sql`order by n.told_at desc, n.id desc limit ${limit + 1}`)
  const counted = await sql<{ total: number; unread: number }>`
    select count(*) filter (where ${wanted})::int as total, count(*) filter (where n.read_at is null)::int as unread
    ${ownNotices(view, sql`true`)}`.execute(view.db())
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page,
    total: counted.rows[0]!.total,
    unread: counted.rows[0]!.unread,
    next: rows.length > limit && last ? `${last.at.toString()} ${last.id}` : null,
  }
})

import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract/desk.ts'

interface Waiting {
  readonly id: string
  readonly title: string
  readonly from_name: string
  readonly from_address: string
  readonly at: Temporal.Instant
  readonly late: boolean
  readonly sort: string
}

/** Those in shared mailboxes: what came to one person is theirs. */
export const listWaitingBody = implementQuery(c.listWaiting, async (view, input) => {
  const lines = sql`(
    select t.id, r.title, t.from_name, t.from_address, coalesce(t.last_incoming_at, t.last_at) as at,
      (t.flagged or coalesce(t.promised_at <= ${view.at}, false)) as late,
      to_char(coalesce(t.last_incoming_at, t.last_at) at time zone 'UTC', 'YYYYMMDDHH24MISSUS') as sort
    from ${visibleRecords(view, 'mail-thread').selectAll()} r
    join mail.thread t on t.organisation_id = ${view.office.id} and t.id = r.id
    join mail.mailbox b on b.organisation_id = t.organisation_id and b.id = t.mailbox_id
    where t.state = 'open' and t.owner_id is null and b.kind = 'shared') l`
  const { shown, ...slice } = await sliceOf<Waiting>(view, lines, 'sort', 'text', input)
  return {
    rows: shown.map(row => ({
      id: row.id,
      kind: 'mail-thread',
      title: row.title,
      from: row.from_name || row.from_address || null,
      at: row.at,
      path: `/mail/${row.id}`,
      urgent: row.late,
    })),
    ...slice,
  }
})

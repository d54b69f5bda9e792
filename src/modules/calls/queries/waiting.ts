import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { numberShown } from '../numbers/shown.ts'
import { newestFirst } from './newest.ts'

interface Line {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly caller: string
  readonly number: string | null
  readonly at: Temporal.Instant
  readonly urgent: boolean
  readonly place: string
}

/** Slips for nobody, and missed calls: those told to have rung at one person are in the tray of all, since nobody took them. */
export const listWaitingBody = implementQuery(c.listWaiting, async (view, slice) => {
  const lines = sql`(
    select r.id, r.kind, r.title, s.caller, s.number, s.taken_at as at, s.urgent, ${newestFirst(sql`s.taken_at`)} as place
    from ${visibleRecords(view, 'slip').selectAll()} r
    join calls.slip s on s.organisation_id = ${view.office.id} and s.id = r.id
    where s.for_id is null and s.state in ('unread', 'read')
    union all
    select r.id, r.kind, r.title, r.title, k.number, k.rang_at, false, ${newestFirst(sql`k.rang_at`)}
    from ${visibleRecords(view, 'call').selectAll()} r
    join calls.call k on k.organisation_id = ${view.office.id} and k.id = r.id
    where k.state = 'missed' and k.settled_at is null and k.removed_at is null) l`
  const { shown, ...rest } = await sliceOf<Line>(view, lines, 'place', 'text', slice)
  return {
    rows: shown.map(row => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      from: numberShown(row.number, view.office.country) ?? row.caller,
      at: row.at,
      path: row.kind === 'slip' ? `/slips/${row.id}` : `/calls/${row.id}`,
      urgent: row.urgent,
    })),
    ...rest,
  }
})

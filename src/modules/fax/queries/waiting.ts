import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { shownNumber } from '../numbers.ts'

interface Line {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly number: string
  readonly at: Temporal.Instant
  readonly place: string
}

export const listWaitingBody = implementQuery(c.listWaiting, async (view, slice) => {
  const lines = sql`(select r.id, r.kind, r.title, f.number, f.at,
      lpad((99999999999 - extract(epoch from f.at)::bigint)::text, 11, '0') as place
    from ${visibleRecords(view, 'fax').selectAll()} r
    join fax.fax f on f.organisation_id = ${view.office.id} and f.id = r.id where f.state = 'new') l`
  const { shown, ...rest } = await sliceOf<Line>(view, lines, 'place', 'text', slice)
  return {
    rows: shown.map(({ place: _place, number, ...row }) => ({
      ...row,
      from: number ? shownNumber(number, view.office.country) : null,
      path: `/post/fax/${row.id}`,
      urgent: false,
    })),
    ...rest,
  }
})

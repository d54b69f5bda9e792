import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { numberOf } from '../meeting-row.ts'

interface Row {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly serial: bigint
  readonly body: string
  readonly decided_on: Temporal.PlainDate
  readonly meeting_id: string
  readonly sort: string
}

export const listDecisionsBody = implementQuery(c.listDecisions, async (view, { text, meetingId, ...input }) => {
  const conditions = [sql`true`]
  // every word, wherever it stands: a decision is a sentence
  for (const word of (text ?? '').split(/\s+/).filter(Boolean))
    conditions.push(sql`r.title || ' ' || d.body ilike ${liked(word)}`)
  if (meetingId) conditions.push(sql`d.meeting_id = ${meetingId}`)
  const lines = sql`(select r.title, d.*, lpad((9999 - d.year)::text, 4, '0') || lpad((999999999 - d.serial)::text, 9, '0') as sort
    from ${visibleRecords(view, 'meeting-decision').selectAll()} r
    join meetings.decision d on d.organisation_id = ${view.office.id} and d.id = r.id
    where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Row>(view, lines, 'sort', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.map(row => row.meeting_id),
    ),
  )
  return {
    rows: shown.map(row => ({
      id: row.id,
      number: numberOf(row),
      title: row.title,
      text: row.body,
      decidedOn: row.decided_on,
      meeting: name(row.meeting_id),
    })),
    ...slice,
  }
})

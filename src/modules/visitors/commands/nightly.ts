/** What the night does: days are closed, and what is over its time is erased. */
import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { raiseRecord } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { settingsOf } from '../settings.ts'
import { visitorOf } from '../visitor-row.ts'

const lockOf = ({ id }: { id: string }) => [{ kind: 'visitor', id }]

export const noteWelcomedBody = implementCommand(c.noteWelcomed, {
  locks: input => lockOf(input),
  async run(act, { id }) {
    await sql`update visitors.visitor set welcomed_at = ${act.at} where organisation_id = ${act.office.id} and id = ${id}`.execute(
      act.db(),
    )
    await act.changeRecord(id)
    act.emit(c.visitorWelcomed, { id, title: act.locked(id).title }, [id])
    return { output: {} }
  },
})

export const noteFiledBody = implementCommand(c.noteFiled, {
  locks: input => lockOf(input),
  async run(act, { id, documentId }) {
    await sql`update visitors.signature set document_id = ${documentId}
      where organisation_id = ${act.office.id} and visitor_id = ${id} and document_id is null`.execute(act.db())
    await act.link(id, documentId, 'attachment')
    await act.changeRecord(id)
    act.emit(c.paperFiled, { id, title: act.locked(id).title }, [id])
    return { output: {} }
  },
})

export const closeDaysBody = implementCommand(c.closeDays, {
  async run(act) {
    const midnight = act.today.toZonedDateTime(act.office.zone).toInstant()
    const { rows } = await sql<{ id: string }>`
      update visitors.visitor set
        state = case state when 'expected' then 'missed' else 'gone' end,
        left_at = case when state <> 'expected' then greatest(arrived_at, received_at, ${midnight}::timestamptz) end,
        forgot = state <> 'expected'
      where organisation_id = ${act.office.id} and state in ('expected', 'waiting', 'received')
        and case state when 'expected' then day < ${act.today} else arrived_at < ${midnight} end
      returning id`.execute(act.db())
    for (const { id } of rows) await raiseRecord(act, id)
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0) act.emit(c.daysClosed, { count: ids.length }, ids)
    return { output: { closed: ids.length } }
  },
})

export const eraseVisitorBody = implementCommand(c.eraseVisitor, {
  locks: input => lockOf(input),
  load: (act, { id }) => visitorOf(act, id),
  async run(act, { id }, row) {
    const { keep_days } = await settingsOf(act)
    const over = Temporal.PlainDate.compare(row.day.add({ days: keep_days }), act.today) < 0
    if (!over || ['expected', 'waiting', 'received'].includes(row.state)) return { output: { erased: false } }
    const [came, missed] = row.state === 'gone' ? [1, 0] : [0, row.state === 'missed' ? 1 : 0]
    await sql`
      insert into visitors.tally (organisation_id, day, came, missed) values (${act.office.id}, ${row.day}, ${came}, ${missed})
      on conflict (organisation_id, day) do update set came = tally.came + excluded.came, missed = tally.missed + excluded.missed`.execute(
      act.db(),
    )
    // With the record go its rows, links, words to search for, and the notices that told of it.
    await sql`delete from kernel.record where organisation_id = ${act.office.id} and id = ${id}`.execute(act.db())
    act.emit(c.visitorErased, { count: 1 })
    return { output: { erased: true } }
  },
})

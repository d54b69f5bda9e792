import { type RawBuilder, sql } from 'kysely'
import { can, type Can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import type { Named } from '../../../kernel/shapes.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import * as c from '../contract.ts'
import type { PageRow } from '../rows.ts'

type Seen = PageRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly place: string
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'page-change').selectAll()} r
  join publishing.page_change p on p.organisation_id = ${view.office.id} and p.id = r.id`
// what is open stands first, what is due first among it
const columns = sql`p.*, r.title, r.class, r.version,
  (p.state in ('done', 'dropped'))::int || coalesce(p.due_on::text, '9') as place`

const lineOf = (view: View, row: Seen, name: (id: string | null) => Named | null) => ({
  id: row.id,
  version: row.version,
  title: row.title,
  state: row.state,
  address: row.address,
  dueOn: row.due_on,
  late:
    row.due_on !== null &&
    (row.state === 'requested' || row.state === 'approved') &&
    Temporal.PlainDate.compare(row.due_on, view.today) < 0,
  keeper: name(row.keeper_id),
  askedBy: name(row.asked_by_id),
  checkedAt: row.checked_at,
  seen: row.seen,
})

export const listPageChangesBody = implementQuery(c.listPageChanges, async (view, input) => {
  const conditions = [input.states ? sql`p.state = any(${input.states}::text[])` : sql`p.state <> 'dropped'`]
  if (input.text)
    conditions.push(sql`(r.title ilike ${liked(input.text)} or p.address ilike ${liked(input.text)}
      or p.after_text ilike ${liked(input.text)})`)
  const lines = sql`(select ${columns} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'place', 'text', input)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => [row.keeper_id, row.asked_by_id]),
    ),
  )
  return { rows: shown.map(row => lineOf(view, row, name)), ...slice }
})

export const getPageChangeBody = implementQuery(c.getPageChange, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'page-change', id })
  const { rows: papers } = await sql<Named>`
    select r.id, r.kind, r.title from kernel.link l join ${visibleRecords(view, 'document').selectAll()} r on r.id = l.to_id
    where l.organisation_id = ${view.office.id} and l.from_id = ${id} and l.relation = 'document' order by r.title`.execute(
    view.db(),
  )
  const name = naming(await namesOf(view, [row.keeper_id, row.asked_by_id, row.written_by, row.approved_by]))
  const { id: _id, version, title, state, ...facts } = lineOf(view, row, name)
  return {
    record: { id, kind: 'page-change', title, class: row.class, version, state },
    ...facts,
    before: row.before_text,
    after: row.after_text,
    why: row.why,
    writtenBy: name(row.written_by),
    approvedBy: name(row.approved_by),
    sentBack: row.sent_back,
    said: row.said,
    documents: papers.map(one => ({ id: one.id, kind: one.kind, title: one.title })),
    can: offers(view, row),
  }
})

function offers(view: View, row: Seen): Can[] {
  const input = { id: row.id, expectedVersion: row.version }
  const comment = can(view, addComment, { recordId: row.id })
  switch (row.state) {
    case 'requested':
      return [
        ...can(view, c.approvePageChange, input, { primary: true }),
        ...can(view, c.changePageChange, input),
        ...can(view, c.sendBackPageChange, input),
        ...comment,
        ...can(view, c.dropPageChange, input),
      ]
    case 'approved':
      return [
        ...can(view, c.checkPageChange, input, { primary: true }),
        ...can(view, c.finishPageChange, input),
        ...can(view, c.changePageChange, input),
        ...can(view, c.sendBackPageChange, input),
        ...comment,
        ...can(view, c.dropPageChange, input),
      ]
    case 'done':
      return [...can(view, c.checkPageChange, input), ...comment]
    case 'dropped':
      return [...can(view, c.restorePageChange, input, { primary: true }), ...comment]
  }
}

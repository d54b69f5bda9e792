import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import type { Named } from '../../../kernel/shapes.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import { type BoxRow, dueCount } from '../boxes.ts'
import * as c from '../contract.ts'
import { dbOf } from '../item-row.ts'

type Seen = BoxRow & {
  readonly title: string
  readonly class: number
  readonly version: number
  readonly looked_at: Temporal.Instant | null
  readonly looked_by: string | null
}

const from = (view: View): RawBuilder<unknown> => sql`
  from ${visibleRecords(view, 'letter-box').selectAll()} r
  join post.box b on b.organisation_id = ${view.office.id} and b.id = r.id
  left join lateral (select at, by_id from post.look l where l.organisation_id = b.organisation_id and l.box_id = b.id
    order by l.at desc limit 1) k on true`
const columns = sql`b.*, r.title, r.class, r.version, k.at as looked_at, k.by_id as looked_by`

const lineOf = (view: View, row: Seen, name: (id: string | null) => Named | null) => ({
  id: row.id,
  version: row.version,
  title: row.title,
  provider: row.provider,
  address: row.address,
  rhythm: row.rhythm,
  keeper: name(row.keeper_id),
  nextOn: row.next_on,
  late: !row.retired && Temporal.PlainDate.compare(row.next_on, view.today) < 0,
  retired: row.retired,
  lookedAt: row.looked_at,
  lookedBy: name(row.looked_by),
})

export const listBoxesBody = implementQuery(c.listBoxes, async (view, input) => {
  const conditions = [input.retired ? sql`b.retired` : sql`not b.retired`]
  if (input.text) conditions.push(sql`(r.title ilike ${liked(input.text)} or b.address ilike ${liked(input.text)})`)
  const lines = sql`(select ${columns} ${from(view)} where ${sql.join(conditions, sql` and `)}) l`
  const { shown, ...slice } = await sliceOf<Seen>(view, lines, 'next_on', 'date', input)
  const name = naming(
    await namesOf(
      view,
      shown.flatMap(row => [row.keeper_id, row.looked_by]),
    ),
  )
  return { rows: shown.map(row => lineOf(view, row, name)), ...slice }
})

async function looksOf(view: View, id: string) {
  const rows = await dbOf(view)
    .selectFrom('post.look')
    .selectAll()
    .where('organisation_id', '=', view.office.id)
    .where('box_id', '=', id)
    .orderBy('at', 'desc')
    .limit(200)
    .execute()
  const name = naming(
    await namesOf(
      view,
      rows.flatMap(row => [row.by_id, ...row.document_ids]),
    ),
  )
  return rows.map(row => ({
    id: row.id,
    at: row.at,
    by: name(row.by_id),
    found: row.found,
    note: row.note,
    documents: row.document_ids.flatMap(one => name(one) ?? []),
  }))
}

export const getBoxBody = implementQuery(c.getBox, async (view, { id }) => {
  const { rows } = await sql<Seen>`select ${columns} ${from(view)} where r.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'letter-box', id })
  const name = naming(await namesOf(view, [row.keeper_id, row.looked_by]))
  const { id: _id, version, title, ...facts } = lineOf(view, row, name)
  const input = { id, expectedVersion: row.version }
  return {
    record: {
      id,
      kind: 'letter-box',
      title,
      class: row.class,
      version,
      state: row.retired ? ('retired' as const) : ('open' as const),
    },
    ...facts,
    note: row.note,
    looks: await looksOf(view, id),
    can: [
      ...(row.retired ? [] : can(view, c.lookThrough, input, { primary: true })),
      ...can(view, c.changeBox, input),
      ...can(view, addComment, { recordId: id }),
    ],
  }
})

export const countDueBody = implementQuery(c.countDue, async view => ({ count: await dueCount(view) }))

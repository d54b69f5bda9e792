import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { addComment } from '../../work/contract.ts'
import { changeRow, discardRow, getRow, type Named, restoreRow, rowsNaming } from '../contract.ts'
import { fieldLines, fieldsOf } from '../fields.ts'
import { mayWrite, registerOf } from '../register-row.ts'
import { loadValues, shownValuesOf } from '../row-values.ts'

interface SeenRow {
  title: string
  class: number
  version: number
  register_id: string
  discarded: boolean
  created_at: Temporal.Instant
  changed_at: Temporal.Instant
}

export const getRowBody = implementQuery(getRow, async (view, { id }) => {
  const { rows } = await sql<SeenRow>`
    select r.title, r.class, r.version, w.register_id, w.discarded_at is not null as discarded, r.created_at, r.changed_at
    from registers.row w join ${visibleRecords(view, 'register-row').selectAll()} r on r.id = w.id
    where w.organisation_id = ${view.office.id} and w.id = ${id}`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'register-row', id })
  const register = await registerOf(view, row.register_id)
  const fields = await fieldsOf(view, register.id)
  const values = (await loadValues(view, [id])).get(id)!
  const input = { id, expectedVersion: row.version }
  const writes = mayWrite(view, register) && !register.retired_at
  return {
    record: {
      id,
      kind: 'register-row',
      title: row.title,
      class: row.class,
      version: row.version,
      state: row.discarded ? 'discarded' : 'current',
    },
    register: { id: register.id, name: register.name, plural: register.plural, icon: register.icon },
    fields: await fieldLines(view, fields),
    values: shownValuesOf(fields, values, view.today),
    discarded: row.discarded,
    tasks: await tasksOf(view, id),
    links: await linksOf(view, id),
    createdAt: row.created_at,
    changedAt: row.changed_at,
    can: [
      ...(writes && !row.discarded ? can(view, changeRow, input, { primary: true }) : []),
      ...(writes && row.discarded ? can(view, restoreRow, input, { primary: true }) : []),
      ...can(view, addComment, { recordId: id }),
      ...(writes && !row.discarded ? can(view, discardRow, input) : []),
    ],
  }
})

/** Tasks that came from this row, as far as the reader may see them. */
async function tasksOf(view: View, id: string) {
  const { rows } = await sql<{ id: string; title: string; state: string; due_on: Temporal.PlainDate | null }>`
    select t.id, r.title, t.state, t.due_on from work.task t join ${visibleRecords(view, 'task').selectAll()} r on r.id = t.id
    where t.organisation_id = ${view.office.id} and t.source_id = ${id} order by t.state in ('done', 'dropped'), t.due_on nulls last, t.id limit 50`.execute(
    view.db(),
  )
  return rows.map(({ due_on, ...task }) => ({ ...task, dueOn: due_on?.toString() ?? null }))
}

async function linksOf(view: View, id: string): Promise<{ relation: string; record: Named }[]> {
  const { rows } = await sql<{ relation: string } & Named>`
    with linked as (
      select to_id as id, relation from kernel.link where organisation_id = ${view.office.id} and from_id = ${id}
      union
      select from_id, relation from kernel.link where organisation_id = ${view.office.id} and to_id = ${id}
    )
    select linked.relation, r.id, r.kind, r.title from linked
    join ${visibleRecords(view).selectAll()} r on r.id = linked.id order by r.title, r.id limit 100`.execute(view.db())
  return rows.map(({ relation, ...record }) => ({ relation, record }))
}

export const rowsNamingBody = implementQuery(rowsNaming, async (view, { recordId, limit }) => {
  const { rows: seen } =
    await sql`select 1 from ${visibleRecords(view).selectAll()} r where r.id = ${recordId}`.execute(view.db())
  if (seen.length === 0) view.refuse(kernelRefusals.notFound, { id: recordId })
  const { rows } = await sql<{ id: string; title: string; register: string; registerId: string; field: string }>`
    select r.id, r.title, g.plural as register, g.id as "registerId", f.name as field
    from registers.value v
    join registers.row w on w.organisation_id = v.organisation_id and w.id = v.row_id and w.discarded_at is null
    join registers.register g on g.organisation_id = w.organisation_id and g.id = w.register_id
    join registers.field f on f.organisation_id = v.organisation_id and f.register_id = v.register_id and f.id = v.field_id and f.dropped_at is null
    join ${visibleRecords(view, 'register-row').selectAll()} r on r.id = w.id
    where v.organisation_id = ${view.office.id} and v.ref_id = ${recordId}
    order by lower(g.plural), r.title, r.id limit ${limit}`.execute(view.db())
  return { rows }
})

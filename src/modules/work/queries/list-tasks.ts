import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import type { z } from '../../../kernel/schema.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { listTasks } from '../contract.ts'
import { isDay, isMoment, isText, readPlace, writePlace } from '../../../kernel/place.ts'
import { countTasks, readTasks, type SeenTask, toLines } from '../task-lines.ts'

type Input = z.output<typeof listTasks.input>

const yes = sql`true`
const all = (conditions: readonly RawBuilder<unknown>[]) => sql.join([yes, ...conditions], sql` and `)

function conditionsOf(view: View, input: Input): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = []
  const add = (condition: RawBuilder<unknown>) => void found.push(condition)
  for (const word of foldInPlace(input.text ?? '')
    .split(/\s+/)
    .filter(Boolean))
    add(sql`position(${word} in t.folded) > 0`)
  if (input.ownerId) add(sql`t.owner_id = ${input.ownerId}`)
  if (input.untaken) add(sql`t.owner_id is null`)
  if (input.forId) add(sql`t.for_id in (${sameRecord(view, input.forId)})`)
  if (input.askedById) add(sql`t.asked_by_id = ${input.askedById}`)
  if (input.sourceId) add(sql`t.source_id in (${sameRecord(view, input.sourceId)})`)
  if (input.waitingForId) add(sql`t.waiting_for_id in (${sameRecord(view, input.waitingForId)})`)
  if (input.states) add(sql`t.state = any(${input.states}::text[])`)
  if (input.dueFrom) add(sql`t.due_on >= ${input.dueFrom}::date`)
  if (input.dueTo) add(sql`t.due_on <= ${input.dueTo}::date`)
  if (input.review !== undefined) add(sql`t.review = ${input.review}`)
  if (input.repeats !== undefined) add(sql`(t.repeat is not null) = ${input.repeats}`)
  return found
}

/** The record and those that were merged into it: what pointed to them points to it. */
function sameRecord(view: View, id: string): RawBuilder<unknown> {
  return sql`select id from kernel.record where organisation_id = ${view.office.id} and (id = ${id} or merged_into = ${id})`
}

interface Order {
  readonly by: RawBuilder<unknown>
  readonly direction: 'asc' | 'desc'
  readonly type: RawBuilder<unknown>
  valid(key: string): boolean
  keyOf(task: SeenTask): string
}

/** Of a long title its beginning orders; a place in a list stays short. */
const keyLength = 60

// Undated tasks stand last either way, so that the end of the list is never the urgent one.
const orders: Readonly<Record<Input['sort'], Order>> = {
  due: {
    by: sql`coalesce(t.due_on, '9999-12-31')`,
    direction: 'asc',
    type: sql`date`,
    valid: isDay,
    keyOf: task => task.due_on?.toString() ?? '9999-12-31',
  },
  '-due': {
    by: sql`coalesce(t.due_on, '0001-01-01')`,
    direction: 'desc',
    type: sql`date`,
    valid: isDay,
    keyOf: task => task.due_on?.toString() ?? '0001-01-01',
  },
  title: {
    by: sql`left(t.folded, ${keyLength})`,
    direction: 'asc',
    type: sql`text`,
    valid: isText,
    keyOf: task => [...task.folded].slice(0, keyLength).join(''),
  },
  '-changed': {
    by: sql`r.changed_at`,
    direction: 'desc',
    type: sql`timestamptz`,
    valid: isMoment,
    keyOf: task => task.changed_at.toString(),
  },
  '-created': {
    by: sql`r.created_at`,
    direction: 'desc',
    type: sql`timestamptz`,
    valid: isMoment,
    keyOf: task => task.created_at.toString(),
  },
}

export const listTasksBody = implementQuery(listTasks, async (view, input) => {
  const conditions = conditionsOf(view, input)
  const order = orders[input.sort]
  const after = readPlace(input.after, order.valid)
  const beyond = order.direction === 'asc' ? sql`>` : sql`<`
  const onward = after ? [sql`(${order.by}, t.id) ${beyond} (${after.key}::${order.type}, ${after.id}::uuid)`] : []
  const direction = order.direction === 'asc' ? sql`asc` : sql`desc`
  const tasks = await readTasks(
    view,
    all([...conditions, ...onward]),
    sql`order by ${order.by} ${direction}, t.id ${direction} limit ${input.limit + 1}`,
  )
  const rows = tasks.slice(0, input.limit)
  const last = rows.at(-1)
  return {
    rows: await toLines(view, rows),
    total: await countTasks(view, all(conditions)),
    next: tasks.length > input.limit && last ? writePlace(order.keyOf(last), last.id) : null,
  }
})

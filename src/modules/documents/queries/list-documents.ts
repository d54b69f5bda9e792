import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type InputOf, type View } from '../../../kernel/implement.ts'
import { mostRanked } from '../../../kernel/search/find.ts'
import { listDocuments } from '../contract.ts'
import { type RawRow, rowColumns, rowOf, snippetsFor, visibleDocuments } from './document-rows.ts'

type Input = InputOf<typeof listDocuments>

/** What a list is sorted by; rows without it come last. `written` is how its keys are written in cursors. */
const sortKeys = {
  received: {
    key: sql`d.received_at`,
    type: 'timestamptz',
    last: ['-infinity', 'infinity'],
    written: /^\d{4,5}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/,
  },
  issued: {
    key: sql`d.issued_on`,
    type: 'date',
    last: ['-infinity', 'infinity'],
    written: /^(\d{4,5}-\d\d-\d\d|-?infinity)$/,
  },
  due: {
    key: sql`d.due_on`,
    type: 'date',
    last: ['-infinity', 'infinity'],
    written: /^(\d{4,5}-\d\d-\d\d|-?infinity)$/,
  },
  ends: {
    key: sql`d.valid_until`,
    type: 'date',
    last: ['-infinity', 'infinity'],
    written: /^(\d{4,5}-\d\d-\d\d|-?infinity)$/,
  },
  total: {
    key: sql`d.total_minor`,
    type: 'bigint',
    last: ['-9223372036854775808', '9223372036854775807'],
    written: /^-?\d{1,19}$/,
  },
  title: { key: sql`lower(r.title)`, type: 'text', last: ['', ''], written: /^[^\0]*$/ },
} as const

/** Ids of the newest documents that hold the words; likely titles where none does. */
async function found(view: View, typed: string): Promise<string[]> {
  const { clearance, audiences } = view.principal
  const who = sql`${clearance}::smallint, ${[...audiences]}::uuid[], ${['document']}::text[]`
  const { rows } = await sql<{ record_id: string; in_title: boolean }>`
    select record_id, in_title from kernel.search(${typed}, ${who}, ${view.today}, ${mostRanked}) order by in_title desc, at desc`.execute(
    view.db(),
  )
  if (rows.length > 0 || typed.length < 3) return rows.map(row => row.record_id)
  const similar = await sql<{
    record_id: string
  }>`select record_id from kernel.search_similar(${typed}, ${who}, 50)`.execute(view.db())
  return similar.rows.map(row => row.record_id)
}

function filters(view: View, input: Input, ids: readonly string[] | null): RawBuilder<unknown> {
  const zone = view.office.zone
  const parts = [
    ids && sql`d.id = any(${[...ids]}::uuid[])`,
    input.kind && sql`d.kind = any(${input.kind}::text[])`,
    input.ownKindId && sql`d.own_kind_id = ${input.ownKindId}`,
    input.state ? sql`d.state = any(${input.state}::text[])` : sql`d.state not in ('discarded', 'replaced')`,
    input.senderId && sql`d.sender_id = ${input.senderId}`,
    input.classCodeId && sql`d.class_code_id = ${input.classCodeId}`,
    input.parentId && sql`d.parent_id = ${input.parentId}`,
    input.receivedFrom && sql`d.received_at >= (${input.receivedFrom}::date::timestamp at time zone ${zone})`,
    input.receivedTo && sql`d.received_at < ((${input.receivedTo}::date + 1)::timestamp at time zone ${zone})`,
    input.issuedFrom && sql`d.issued_on >= ${input.issuedFrom}`,
    input.issuedTo && sql`d.issued_on <= ${input.issuedTo}`,
    input.dueTo && sql`d.due_on <= ${input.dueTo}`,
    input.totalFrom && sql`d.currency = ${input.totalFrom.currency} and d.total_minor >= ${input.totalFrom.minor}`,
    input.totalTo && sql`d.currency = ${input.totalTo.currency} and d.total_minor <= ${input.totalTo.minor}`,
    input.unfiled && sql`d.class_code_id is null`,
    input.endsFrom && sql`d.valid_until >= ${input.endsFrom}`,
    input.endsTo && sql`d.valid_until <= ${input.endsTo}`,
    input.duplicates && sql`d.duplicate_of is not null and not d.duplicate_settled`,
  ].filter((part): part is RawBuilder<unknown> => Boolean(part))
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

interface Cursor {
  readonly key: string
  readonly id: string
}

const writeCursor = (cursor: Cursor) => Buffer.from(JSON.stringify([cursor.key, cursor.id])).toString('base64url')

/** A cursor of ours, or null for anything else: a list then begins anew. */
function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    return typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? { key, id } : null
  } catch {
    return null
  }
}

/** One slice in an order that no two rows share, so that nothing is shown twice or left out while others work. */
async function slice(
  view: View,
  input: Input,
  where: RawBuilder<unknown>,
  ids: readonly string[] | null,
): Promise<(RawRow & { sort_key: string })[]> {
  const after = readCursor(input.after)
  if (input.sort === 'relevance' && ids) {
    const { rows } = await sql<RawRow & { sort_key: string }>`
      select ${rowColumns}, array_position(${[...ids]}::uuid[], d.id)::text as sort_key from ${visibleDocuments(view)}
      where ${where} and array_position(${[...ids]}::uuid[], d.id) > ${/^\d{1,4}$/.test(after?.key ?? '') ? Number(after!.key) : 0}
      order by array_position(${[...ids]}::uuid[], d.id) limit ${input.limit + 1}`.execute(view.db())
    return rows
  }
  const { key, type, last, written } = sortKeys[input.sort === 'relevance' ? 'received' : input.sort]
  const descending = input.order === 'descending'
  const sorted = sql`coalesce(${key}, ${sql.lit(last[descending ? 0 : 1])}::${sql.raw(type)})`
  const compare = sql.raw(descending ? '<' : '>')
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const from =
    after && written.test(after.key)
      ? sql`(${sorted}, d.id) ${compare} (${after.key}::${sql.raw(type)}, ${after.id}::uuid)`
      : sql`true`
  const { rows } = await sql<RawRow & { sort_key: string }>`
    select ${rowColumns}, (${sorted})::text as sort_key from ${visibleDocuments(view)}
    where ${where} and ${from} order by ${sorted} ${direction}, d.id ${direction} limit ${input.limit + 1}`.execute(
    view.db(),
  )
  return rows
}

/** How many documents one may see that answer a question. */
export async function countDocuments(view: View, input: Input): Promise<number> {
  const ids = input.text ? await found(view, input.text) : null
  return totalOf(view, filters(view, input, ids))
}

async function totalOf(view: View, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from ${visibleDocuments(view)} where ${where}`.execute(view.db())
  return rows[0]!.total
}

export const listDocumentsBody = implementQuery(listDocuments, async (view, input) => {
  const ids = input.text ? await found(view, input.text) : null
  const where = filters(view, input, ids)
  const rows = await slice(view, input, where, ids)
  const shown = rows.slice(0, input.limit)
  const total = await totalOf(view, where)
  const snippets = input.text
    ? await snippetsFor(
        view,
        shown.map(({ id }) => id),
        input.text,
      )
    : null
  const end = shown.at(-1)
  return {
    rows: shown.map(raw => rowOf(raw, snippets?.get(raw.id) ?? null)),
    total,
    next: rows.length > input.limit && end ? writeCursor({ key: end.sort_key, id: end.id }) : null,
  }
})

import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type InputOf, type View } from '../../../kernel/implement.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { listRows } from '../contract.ts'
import { type Field, fieldsOf, isLink } from '../fields.ts'
import { requireRegister } from '../require-register.ts'
import { filterConditions } from '../row-filters.ts'
import { type Place, readPlace, writePlace } from '../row-place.ts'
import { loadValues, shownValuesOf } from '../row-values.ts'

type Input = InputOf<typeof listRows>

interface Line {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly class: number
  readonly version: number
  readonly discarded: boolean
}

const and = (conditions: readonly RawBuilder<unknown>[]) => sql.join([sql`true`, ...conditions], sql` and `)
const columns = sql`w.id, r.title, r.class, r.version, w.discarded_at is not null as discarded`

function conditionsOf(view: View, input: Input, fields: readonly Field[]): RawBuilder<unknown>[] {
  const { register, text = '', sort: _sort, discarded, limit: _limit, after: _after, ...filters } = input
  return [
    sql`w.organisation_id = ${view.office.id} and w.register_id = ${register}`,
    discarded ? sql`w.discarded_at is not null` : sql`w.discarded_at is null`,
    ...foldInPlace(text)
      .split(/\s+/)
      .filter(Boolean)
      .map(word => sql`position(${word} in w.folded) > 0`),
    ...filterConditions(view, fields, filters),
  ]
}

const base = (view: View) =>
  sql`registers.row w join ${visibleRecords(view, 'register-row').selectAll()} r on r.id = w.id`

/** What rows come in the order of: a key of the row, or alone by when they came. */
interface Order {
  readonly key: RawBuilder<unknown>
  readonly type: RawBuilder<unknown>
  readonly id: RawBuilder<unknown>
  readonly from: RawBuilder<unknown>
  readonly descending: boolean
}

async function part(
  view: View,
  order: Order,
  where: readonly RawBuilder<unknown>[],
  limit: number,
  after: Place | null,
): Promise<Line[]> {
  const compare = order.descending ? sql`<` : sql`>`
  const direction = order.descending ? sql`desc` : sql`asc`
  const onward = after
    ? [sql`(${order.key}, ${order.id}) ${compare} (${after.key}::${order.type}, ${after.id}::uuid)`]
    : []
  const { rows } = await sql<Line>`
    select ${columns}, (${order.key})::text as key from ${order.from} where ${and([...where, ...onward])}
    order by ${order.key} ${direction}, ${order.id} ${direction} limit ${limit}`.execute(view.db())
  return rows
}

/** By when they came: ids are made in the order of time. */
async function newest(
  view: View,
  where: readonly RawBuilder<unknown>[],
  limit: number,
  after: Place | null,
): Promise<Line[]> {
  const onward = after ? [sql`w.id < ${after.id}::uuid`] : []
  const { rows } = await sql<Line>`
    select ${columns}, '' as key from ${base(view)} where ${and([...where, ...onward])} order by w.id desc limit ${limit}`.execute(
    view.db(),
  )
  return rows
}

/** Rows sorted by a field, then those without it; by title or change; else the newest first. */
async function sliceOf(view: View, input: Input, fields: readonly Field[], where: readonly RawBuilder<unknown>[]) {
  const { sort = '' } = input
  const descending = sort.startsWith('-')
  const key = descending ? sort.slice(1) : sort
  const after = readPlace(input.after)
  const limit = input.limit + 1
  const order = orderOf(view, fields, key, descending)
  if (!order) return (await newest(view, where, limit, after)).map(line => ({ ...line, part: 'empty' as const }))
  const ofField = order.field
    ? [
        sql`not exists (select 1 from registers.value e
        where e.organisation_id = ${view.office.id} and e.row_id = w.id and e.field_id = ${order.field.id})`,
      ]
    : []
  const filled =
    after?.part === 'empty' ? [] : await part(view, order, where, limit, isFor(order, after) ? after : null)
  const lines = filled.map(line => ({ ...line, part: 'filled' as const }))
  if (!order.field || lines.length >= limit) return lines
  const rest = await newest(view, [...where, ...ofField], limit - lines.length, after?.part === 'empty' ? after : null)
  return [...lines, ...rest.map(line => ({ ...line, part: 'empty' as const }))]
}

/** A place of another order begins this one anew. */
const isFor = (order: Order & { isMoment: boolean }, after: Place | null): boolean =>
  after !== null && (!order.isMoment || /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/.test(after.key))

function orderOf(
  view: View,
  fields: readonly Field[],
  key: string,
  descending: boolean,
): (Order & { readonly field: Field | null; readonly isMoment: boolean }) | null {
  const rows = { id: sql`w.id`, from: base(view), field: null, descending }
  if (key === 'title') return { ...rows, key: sql`w.title_key`, type: sql`text`, isMoment: false }
  if (key === 'changed') return { ...rows, key: sql`r.changed_at`, type: sql`timestamptz`, isMoment: true }
  const named = fields.find(field => field.key === key)
  const field = named?.type === 'computed' ? fields.find(({ id }) => id === named.ofId) : named
  if (!field || isLink(field)) return null
  const from = sql`registers.value v join ${base(view)} on w.id = v.row_id
    and v.organisation_id = ${view.office.id} and v.field_id = ${field.id} and v.ordinal = 0`
  // who is older was born earlier
  const turned = named?.counts === 'age' ? !descending : descending
  return { key: sql`v.sort_key`, type: sql`text`, id: sql`v.row_id`, from, descending: turned, field, isMoment: false }
}

export const listRowsBody = implementQuery(listRows, async (view, input) => {
  await requireRegister(view, input.register)
  const fields = await fieldsOf(view, input.register)
  const where = conditionsOf(view, input, fields)
  const lines = await sliceOf(view, input, fields, where)
  const shown = lines.slice(0, input.limit)
  const values = await loadValues(
    view,
    shown.map(({ id }) => id),
  )
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from ${base(view)} where ${and(where)}`.execute(view.db())
  const last = shown.at(-1)
  return {
    rows: shown.map(({ key: _key, part: _part, ...line }) => ({
      ...line,
      values: shownValuesOf(fields, values.get(line.id)!, view.today),
    })),
    total: counted[0]!.total,
    next: lines.length > input.limit && last ? writePlace(last) : null,
  }
})

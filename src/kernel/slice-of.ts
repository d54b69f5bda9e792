import { type RawBuilder, sql } from 'kysely'
import type { View } from './implement.ts'
import { isDay, isText, readPlace, writePlace } from './place.ts'

const valid = { date: isDay, text: isText }

/** One slice of a subselect called `l`, in the order of a key of its own and its id: the rows, how many there are in all, and where it goes on. */
export async function sliceOf<Row extends { readonly id: string }>(
  view: Pick<View, 'db'>,
  lines: RawBuilder<unknown>,
  key: keyof Row & string,
  type: keyof typeof valid,
  input: { readonly limit: number; readonly after?: string | undefined },
): Promise<{ shown: Row[]; total: number; next: string | null }> {
  const after = readPlace(input.after, valid[type])
  const place = sql`l.${sql.id(key)}`
  const onward = after ? sql`where (${place}, l.id) > (${after.key}::${sql.raw(type)}, ${after.id}::uuid)` : sql``
  const { rows } = await sql<Row>`
    select * from ${lines} ${onward} order by ${place}, l.id limit ${input.limit + 1}`.execute(view.db())
  const { rows: all } = await sql<{ total: number }>`select count(*)::int as total from ${lines}`.execute(view.db())
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  const next = rows.length > input.limit && last ? writePlace(String(last[key]), last.id) : null
  return { shown, total: all[0]!.total, next }
}

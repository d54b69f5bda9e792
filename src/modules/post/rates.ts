/** What postage costs by the office's own price list. */
import { sql } from 'kysely'
import type { Standing } from '../../kernel/implement.ts'
import type { Money } from '../../kernel/money.ts'
import type { PostSort, Zone } from './contract/shapes.ts'

type At = Pick<Standing, 'office'> & { db(): unknown }

/** The price of one piece on a day: of the lightest step that carries it, the newest. Null where the list has none. */
export async function priceOf(
  at: At,
  what: {
    readonly sort: PostSort
    readonly zone: Zone
    readonly grams: number | null
    readonly on: Temporal.PlainDate
  },
): Promise<Money | null> {
  if (what.grams === null) return null
  const { rows } = await sql<{ price_minor: bigint; currency: string }>`
    select price_minor, currency from post.rate
    where organisation_id = ${at.office.id} and sort = ${what.sort} and zone = ${what.zone} and max_grams >= ${what.grams}
      and valid_from <= ${what.on}::date and (valid_until is null or valid_until >= ${what.on}::date)
    order by max_grams, valid_from desc limit 1`.execute((at as never as { db(): never }).db())
  const [row] = rows
  return row ? { minor: BigInt(row.price_minor), currency: row.currency } : null
}

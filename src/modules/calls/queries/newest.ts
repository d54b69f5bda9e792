import { type RawBuilder, sql } from 'kysely'

/** A moment as a text that sorts the newest first. */
export const newestFirst = (at: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`to_char(10000000000 - extract(epoch from ${at}), 'FM00000000000.000000')`

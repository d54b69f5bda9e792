/** What is made from a record follows it: how a test sees whether it does. */
import type { Pool } from '../src/kernel/database/pool.ts'

/** A record in which a word was found; `derived`: it follows another in who may see it. */
export interface Holding {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly derived: boolean
}

/** Every id that stands anywhere in a value. */
export const idsIn = (value: unknown): string[] => [
  ...new Set(JSON.stringify(value).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []),
]

/** Those of the records whose title, or text found by search, holds the word. */
export async function holding(superuser: Pool, word: string, among: readonly string[]): Promise<Holding[]> {
  if (among.length === 0) return []
  const { rows } = await superuser.query<Holding>(
    `select r.id, r.kind, r.title, exists (select from kernel.derivation d where d.record_id = r.id) as derived
     from kernel.record r left join kernel.search_entry s on s.record_id = r.id
     where r.id = any($1) and (r.title ilike '%' || $2 || '%' or s.body ilike '%' || $2 || '%')`,
    [among, word],
  )
  return rows
}

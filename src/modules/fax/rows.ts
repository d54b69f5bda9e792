/** Reading and writing the book, and what is known of a number. */
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Act, Standing, View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import { type FaxState, faxStateWrong } from './contract.ts'
import { nearNumbers } from './numbers.ts'
import type { FaxTable, FaxTables, LineTable } from './tables.ts'

export type FaxRow = Selectable<FaxTable>
export type LineRow = Selectable<LineTable>
type Reading = Pick<Act, 'office'> & { db(): unknown }
export const dbOf = (at: Reading) => (at as unknown as Act).db<FaxTables>()

export const faxOf = (at: Reading, id: string): Promise<FaxRow> =>
  dbOf(at)
    .selectFrom('fax.fax')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export const lineOf = (at: Reading, id: string): Promise<LineRow> =>
  dbOf(at)
    .selectFrom('fax.line')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export async function updateFax(act: Act, id: string, change: Updateable<FaxTable>): Promise<void> {
  await dbOf(act)
    .updateTable('fax.fax')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

export async function updateLine(act: Act, id: string, change: Updateable<LineTable>): Promise<void> {
  await dbOf(act)
    .updateTable('fax.line')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}

/** 2026-F014: gapless within its year, one series for both directions. */
export const bookNumber = ({ year, serial }: { year: number; serial: bigint | string | number }): string =>
  `${year}-F${String(serial).padStart(3, '0')}`

export function requireState(act: Act, row: FaxRow, states: readonly FaxState[]): void {
  if (!states.includes(row.state)) act.refuse(faxStateWrong, { number: bookNumber(row) })
}

export const about = (row: Pick<FaxRow, 'id' | 'year' | 'serial'>, title: string) => ({
  id: row.id,
  title,
  number: bookNumber(row),
})

export const searchBody = (row: { number: string; name: string; note?: string }): string =>
  [row.number, row.name, row.note ?? ''].filter(Boolean).join('\n')

export interface Owner {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly class: number
  readonly audience: readonly string[] | null
  readonly digits: string
}

/** Whose these numbers are, as far as the reader may see them. */
export async function ownersOf(at: Pick<View, 'db'> & Standing, digits: readonly string[]): Promise<Owner[]> {
  if (digits.length === 0) return []
  const { rows } = await sql<Owner>`
    select distinct r.id, r.kind, r.title, r.class, r.audience, f.digits from directory.phone_fact f
    join ${visibleRecords(at as View).selectAll()} r on r.id = f.party_id
    where f.organisation_id = ${at.office.id} and f.digits = any(${[...digits]}::text[])
    order by r.title limit 20`.execute(at.db())
  return rows
}

export interface NumberSeen {
  readonly owners: readonly Owner[]
  readonly doubt: 'unknown' | 'not-theirs' | 'similar' | null
  readonly near: readonly Owner[]
  /** A word is wanted before something is faxed there. */
  readonly asks: boolean
}

/**
 * What speaks against a number: it is somebody else's than the one who is named, or nobody's and a digit away from somebody's, or
 * nobody's at all, which alone is loud only for what is confidential.
 */
export async function seenNumber(
  at: Pick<View, 'db'> & Standing,
  digits: string,
  { partyId, level }: { partyId: string | null; level: number },
): Promise<NumberSeen> {
  const owners = await ownersOf(at, [digits])
  const theirs = partyId ? owners.some(({ id }) => id === partyId) : owners.length > 0
  if (theirs) return { owners, doubt: null, near: [], asks: false }
  const near = owners.length > 0 ? [] : await ownersOf(at, nearNumbers(digits))
  if (partyId && owners.length > 0) return { owners, doubt: 'not-theirs', near, asks: true }
  if (near.length > 0) return { owners, doubt: 'similar', near, asks: true }
  return { owners, doubt: 'unknown', near, asks: level >= 2 }
}

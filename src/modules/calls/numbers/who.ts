/** Whose a number is: by all of it, else by its end or by the block it lies in, as a maybe. */
import { sql } from 'kysely'
import type { Standing, View } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { numberMeant } from './meant.ts'

type Reader = Pick<View, 'db'> & Standing

export interface Known {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly class: number
  /** `number`: this very one; `end`: the same last digits; `block`: one that differs in its last two digits, as behind one switchboard. */
  readonly by: 'number' | 'end' | 'block'
}

/** As many as are worth showing while it rings. */
const most = 8

/** The first string after all that begin so: digits are followed by a colon. */
const after = (start: string): string => `${start}:`

const backwards = (digits: string): string => [...digits].reverse().join('')

interface Row {
  readonly party_id: string
  readonly digits: string
  readonly at: number
}

async function exactly({ db, office }: Reader, whole: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select f.party_id, f.digits, a.at::int as at from unnest(${[...whole]}::text[]) with ordinality as a(digits, at)
    join directory.phone_fact f on f.organisation_id = ${office.id} and f.digits = a.digits
    order by a.at limit 40`.execute(db())
  const first = rows[0]?.at
  return rows.filter(row => row.at === first)
}

async function ending({ db, office }: Reader, end: string): Promise<Row[]> {
  const start = backwards(end)
  const { rows } = await sql<Row>`
    select f.party_id, f.digits, 0 as at from directory.phone_fact f
    where f.organisation_id = ${office.id} and f.backwards >= ${start} and f.backwards < ${after(start)} limit 40`.execute(
    db(),
  )
  return rows
}

async function inBlock({ db, office }: Reader, whole: string): Promise<Row[]> {
  if (whole.length < 9) return []
  const start = whole.slice(0, -2)
  const { rows } = await sql<Row>`
    select f.party_id, f.digits, 0 as at from directory.phone_fact f
    where f.organisation_id = ${office.id} and f.digits >= ${start} and f.digits < ${after(start)} and length(f.digits) = ${whole.length}
    limit 40`.execute(db())
  return rows
}

interface Found extends Known {
  readonly audience: readonly string[] | null
}

/** Whose it is, as far as the reader may see them; people before the organisations they belong to. */
export async function whoIs(reader: Reader, number: string): Promise<Known[]> {
  return (await foundFor(reader, number)).map(({ audience: _, ...known }) => known)
}

/** Whoever is more secret, or for some alone, is not named by a machine: who may know them sees them on the card. */
const namedClass = 1

/** The one whose number it is, where a machine may say so to everybody who sees calls. */
export async function surelyOf(reader: Reader, number: string): Promise<Known | null> {
  const [only, ...more] = (await foundFor(reader, number)).filter(one => one.by === 'number')
  return only && more.length === 0 && only.class <= namedClass && only.audience === null ? only : null
}

async function foundFor(reader: Reader, number: string): Promise<Found[]> {
  const { whole, end } = numberMeant(number, reader.office.country)
  if (whole.length === 0) return []
  const exact = await exactly(reader, whole)
  if (exact.length > 0) return named(reader, exact, 'number')
  const alike = end ? await ending(reader, end) : []
  if (alike.length > 0) return named(reader, alike, 'end')
  return named(reader, await inBlock(reader, whole[0]!), 'block')
}

async function named(reader: Reader, rows: readonly Row[], by: Known['by']): Promise<Found[]> {
  if (rows.length === 0) return []
  const ids = [...new Set(rows.map(row => row.party_id))]
  const found = await sql<Omit<Found, 'by'>>`
    select r.id, r.kind, r.title, r.class, r.audience from ${visibleRecords(reader).selectAll()} r
    where r.id = any(${ids}::uuid[]) order by r.kind desc, r.title, r.id limit ${most}`.execute(reader.db())
  return found.rows.map(row => ({ ...row, by }))
}

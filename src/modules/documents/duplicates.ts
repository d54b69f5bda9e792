/** Which earlier document one is the same as. Flagged, never refused: a person settles it. */
import { sql } from 'kysely'
import type { DuplicateSign } from './contract.ts'
import type { DocumentRow, Reader } from './document-store.ts'
import { alikeFrom, jaccard, sameFigures, scansAlikeFrom, shinglesOf } from './near-duplicate.ts'
import type { DocumentsTables } from './tables.ts'

export interface Duplicate {
  readonly ofId: string
  readonly by: DuplicateSign
}

/** The oldest document with the same bytes. */
export async function sameBytes(reader: Reader, digest: Buffer, exceptId: string): Promise<string | null> {
  const row = await reader
    .db<DocumentsTables>()
    .selectFrom('documents.document')
    .select('id')
    .where('organisation_id', '=', reader.office.id)
    .where('digest', '=', digest)
    .where('id', '<>', exceptId)
    .orderBy('received_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

type KeyFields = Pick<
  DocumentRow,
  'kind' | 'sender_id' | 'sender_name' | 'number' | 'issued_on' | 'due_on' | 'currency' | 'total_minor' | 'reference'
>

/** Candidates that are compared word by word at most: those whose key facts agree best. */
const mostCompared = 10
/** Facts that agree at least for two readings of one scanned paper; one may differ, misread. */
const fewestAgreeing = 2

/** One character of two numbers is another: perhaps a misread one. */
function isOneOff(a: string, b: string): boolean {
  return a.length === b.length && [...a].filter((letter, n) => letter !== b[n]).length === 1
}

interface Candidate {
  id: string
  text: string
  number: string | null
  agreeing: number
  differing: number
}

/** Two facts of which one is unknown neither agree nor differ. */
const facts = (key: KeyFields) => [
  sql`(d.number = ${key.number})`,
  sql`(d.issued_on = ${key.issued_on})`,
  sql`(d.due_on = ${key.due_on})`,
  sql`(d.total_minor = ${key.total_minor} and d.currency = ${key.currency})`,
  sql`(d.reference = ${key.reference})`,
]

/**
 * An older document of the same words: the very same ones with no fact that differs, or those of another scan, a little
 * misread, whose figures and key facts agree. Next month's bill has other figures and facts, however alike its words.
 */
export async function sameContent(
  reader: Reader,
  id: string,
  receivedAt: Temporal.Instant,
  key: KeyFields,
  bands: readonly bigint[],
  text: string,
): Promise<string | null> {
  if (bands.length === 0) return null
  const count = (value: boolean) =>
    sql.join(
      facts(key).map(fact => sql`(case when ${fact} is ${sql.raw(String(value))} then 1 else 0 end)`),
      sql` + `,
    )
  const { rows } = await sql<Candidate>`
    select d.id, left(d.text, 200000) as text, d.number, ${count(true)} as agreeing, ${count(false)} as differing
    from documents.document d
    where d.organisation_id = ${reader.office.id} and d.id <> ${id} and (d.received_at, d.id) < (${receivedAt}, ${id}::uuid)
      and d.id in (select b.document_id from documents.band b where b.organisation_id = ${reader.office.id} and b.band = any(${bands.map(String)}::bigint[]))
      and d.kind = ${key.kind} and ${count(false)} <= 1
    order by ${count(false)}, ${count(true)} desc, d.received_at desc limit ${mostCompared}`.execute(reader.db())
  if (rows.length === 0) return null
  const start = text.slice(0, 200_000)
  const shingles = shinglesOf(start)
  const alike = rows.filter(({ text: other, number, agreeing, differing }) => {
    const likeness = jaccard(shingles, shinglesOf(other))
    if (likeness >= alikeFrom && differing === 0 && sameFigures(start, other, alikeFrom)) return true
    // Two bills of one day and one sum are told apart by their numbers, unless the rest was misread here and there too.
    if (number !== null && key.number !== null && number !== key.number) {
      if (!isOneOff(number, key.number)) return false
      const rest = (text: string, without: string) => shinglesOf(text.replaceAll(without, ' '))
      if (jaccard(rest(start, key.number), rest(other, number)) >= alikeFrom) return false
    }
    return likeness >= scansAlikeFrom && agreeing >= fewestAgreeing && sameFigures(start, other)
  })
  // The oldest: ids are made in the order of time.
  return alike.map(one => one.id).sort()[0] ?? null
}

/** A bill of the same sender with the same number and sum: the same bill, come a second time. */
export async function sameNumber(
  reader: Reader,
  id: string,
  receivedAt: Temporal.Instant,
  key: KeyFields,
): Promise<string | null> {
  if (key.number === null || key.total_minor === null || !['bill', 'credit-note'].includes(key.kind)) return null
  if (key.sender_id === null && key.sender_name === null) return null
  const { rows } = await sql<{ id: string }>`
    select d.id from documents.document d
    where d.organisation_id = ${reader.office.id} and d.id <> ${id} and (d.received_at, d.id) < (${receivedAt}, ${id}::uuid)
      and d.kind = ${key.kind} and d.number = ${key.number} and d.total_minor = ${key.total_minor} and d.currency is not distinct from ${key.currency}
      and (d.sender_id = ${key.sender_id} or lower(d.sender_name) = lower(${key.sender_name}))
      and d.state not in ('discarded', 'replaced')
    order by d.received_at, d.id limit 1`.execute(reader.db())
  return rows[0]?.id ?? null
}

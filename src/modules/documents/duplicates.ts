/** Which earlier document one is the same as. Flagged, never refused: a person settles it. */
import { sql } from 'kysely'
import type { DuplicateSign } from './contract.ts'
import type { DocumentRow, Reader } from './document-store.ts'
import { alikeFrom, jaccard, shinglesOf } from './near-duplicate.ts'
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

/** An older document of almost the same words and the same key fields; at most ten candidates are compared. */
export async function sameContent(
  reader: Reader,
  id: string,
  receivedAt: Temporal.Instant,
  key: KeyFields,
  bands: readonly bigint[],
  text: string,
): Promise<string | null> {
  if (bands.length === 0) return null
  const { rows } = await sql<{ id: string; text: string }>`
    select d.id, left(d.text, 200000) as text from documents.document d
    where d.organisation_id = ${reader.office.id} and d.id <> ${id} and (d.received_at, d.id) < (${receivedAt}, ${id}::uuid)
      and d.id in (select b.document_id from documents.band b where b.organisation_id = ${reader.office.id} and b.band = any(${bands.map(String)}::bigint[]))
      and d.kind = ${key.kind} and d.number is not distinct from ${key.number} and d.issued_on is not distinct from ${key.issued_on}
      and d.due_on is not distinct from ${key.due_on} and d.currency is not distinct from ${key.currency}
      and d.total_minor is not distinct from ${key.total_minor} and d.reference is not distinct from ${key.reference}
    order by d.received_at desc limit 10`.execute(reader.db())
  const shingles = rows.length > 0 ? shinglesOf(text.slice(0, 200_000)) : new Set<number>()
  const alike = rows.filter(row => jaccard(shingles, shinglesOf(row.text)) >= alikeFrom)
  return alike.at(-1)?.id ?? null
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
      and d.state <> 'discarded'
    order by d.received_at, d.id limit 1`.execute(reader.db())
  return rows[0]?.id ?? null
}

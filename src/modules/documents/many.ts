/** Several documents at once. */
import { type DocumentRow, documentColumns, type Reader } from './document-store.ts'
import type { DocumentsTables } from './tables.ts'

/** The rows of records that were locked before, each id once. */
export async function documentsOf(reader: Reader, ids: readonly string[]): Promise<DocumentRow[]> {
  return reader
    .db<DocumentsTables>()
    .selectFrom('documents.document')
    .select(documentColumns)
    .where('organisation_id', '=', reader.office.id)
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .execute()
}

/** Rows of papers that somebody has open in a program, and what is saved from what was not the newest any more. */
import { type Selectable, sql } from 'kysely'
import type { StoredFile } from '../../../kernel/files/store.ts'
import type { Act, View } from '../../../kernel/implement.ts'
import { nearestLanguage, translate } from '../../../kernel/language/catalogue.ts'
import { folderRefusals, versionAside } from '../contract.ts'
import type { DocumentRow, Reader } from '../document-store.ts'
import { catalogues } from '../messages/index.ts'
import type { FolderTables } from './tables.ts'
import { keepVersion, lastNumber } from './version-row.ts'

export type OpeningRow = Selectable<FolderTables['documents.opening']>

export const openingOf = async (at: Pick<View, 'office' | 'db'>, id: string): Promise<OpeningRow | null> =>
  (await at
    .db<FolderTables>()
    .selectFrom('documents.opening')
    .selectAll()
    .where('organisation_id', '=', at.office.id)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null

export interface Newest {
  readonly number: number
  /** Null: it was never saved back. */
  readonly savedAt: Temporal.Instant | null
}

/** The version that a document is now: what was kept aside is not, and what was never saved back is its first. */
export async function newestVersion(at: Pick<Reader, 'office' | 'db'>, id: string): Promise<Newest> {
  const { rows } = await sql<Newest>`
    select number, saved_at as "savedAt" from documents.version
    where organisation_id = ${at.office.id} and document_id = ${id} and not aside order by number desc limit 1`.execute(
    at.db(),
  )
  return rows[0] ?? { number: 1, savedAt: null }
}

/** One's own, of this document, and not over. */
export async function ownOpening(act: Act, openingId: string, documentId: string): Promise<OpeningRow> {
  const row = await openingOf(act, openingId)
  const isOwn = row?.principal_id === act.principal.id && row.document_id === documentId
  if (!row || !isOwn || Temporal.Instant.compare(row.until_at, act.at) <= 0)
    return act.refuse(folderRefusals.openingOver)
  return row
}

/** Kept beside the newest; whoever saved it puts both together. Gives its number. */
export async function keepAside(act: Act, row: DocumentRow, file: Pick<StoredFile, 'id' | 'digest'>): Promise<number> {
  const { id, name } = row
  const number = (await lastNumber(act, row)) + 1
  const kept = { number, fileId: file.id, digest: file.digest, at: act.at, by: act.principal.id, aside: true }
  await keepVersion(act, row, kept)
  const language = nearestLanguage(act.office.language)
  const wish = {
    key: `documents.version-aside:${id}:${number}`,
    title: translate(catalogues[language]['task.version-aside'], { name, number }, language).slice(0, 300),
    ownerId: act.principal.id,
    sourceId: id,
    ifLate: 'holds-others' as const,
  }
  act.emit(versionAside, { documentId: id, name, number, work: [wish] }, [id])
  return number
}

/** The program goes on from what it has saved. */
export async function goOnFrom(act: Act, openingId: string, number: number): Promise<void> {
  await act
    .db<FolderTables>()
    .updateTable('documents.opening')
    .set({ based_on: number })
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', openingId)
    .execute()
}

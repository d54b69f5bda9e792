/** The tables of a document: packed as a reading brings them, kept, and opened again. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Insertable } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { cleanLine } from './clean-text.ts'
import type { ReadSheet } from './contract/table.ts'
import type { Sheet } from './reading/types.ts'
import type { DocumentsTables, SheetTable } from './tables.ts'

const longestCell = 2000

export function packSheet({ name, rows, cut }: Sheet): ReadSheet {
  const cells = rows.map(row => row.map(cell => cleanLine(cell, longestCell)))
  return {
    name: cleanLine(name, 100),
    rows: rows.length,
    columns: rows.reduce((most, row) => Math.max(most, row.length), 0),
    cut,
    cells: deflateRawSync(JSON.stringify(cells)).toString('base64'),
  }
}

/** Rows of cells; what was packed wrongly is a fault, never guessed at. */
export const unpackCells = (cells: Uint8Array): string[][] =>
  JSON.parse(inflateRawSync(cells).toString('utf8')) as string[][]

export const sheetRows = (
  organisation: string,
  document: string,
  sheets: readonly ReadSheet[],
): Insertable<SheetTable>[] =>
  sheets.map(({ cells, ...sheet }, at) => ({
    organisation_id: organisation,
    document_id: document,
    position: at + 1,
    ...sheet,
    cells: Buffer.from(cells, 'base64'),
  }))

/** The sheets of a new reading in the place of those of the last. */
export async function keepSheets(act: Act, document: string, sheets: readonly ReadSheet[]): Promise<void> {
  const db = act.db<DocumentsTables>()
  await db
    .deleteFrom('documents.sheet')
    .where('organisation_id', '=', act.office.id)
    .where('document_id', '=', document)
    .execute()
  if (sheets.length === 0) return
  await db
    .insertInto('documents.sheet')
    .values(sheetRows(act.office.id, document, sheets))
    .execute()
}

/** The pages of a document as the database keeps them: those that are shown, and those left out. */
import type { Selectable } from 'kysely'
import type { Act } from '../../../kernel/implement.ts'
import type { DocumentRow, Reader } from '../document-store.ts'
import { packLines, unpackLines } from '../reading-pack.ts'
import type { Line } from '../reading/types.ts'
import type { DocumentsTables, LeftPageTable } from '../tables.ts'
import { turnAfter, turnedBox } from './lay-out.ts'

/** Pages with their words are kept for so many; a longer document is not laid out anew. */
export const mostPages = 300

export interface Sheet extends Omit<Selectable<LeftPageTable>, 'organisation_id' | 'document_id'> {
  /** As shown, from 1; null for one that is left out. */
  readonly number: number | null
}

const about = ['width', 'height', 'turn', 'turned', 'skew', 'source', 'words', 'blank'] as const

/** All pages by their place in the file; null where there are none to lay out. */
export async function sheetsOf(
  reader: Reader,
  row: Pick<DocumentRow, 'id' | 'page_count' | 'media_kind'>,
  text: string,
): Promise<Sheet[] | null> {
  if (row.media_kind !== 'pdf' && row.media_kind !== 'image') return null
  const db = reader.db<DocumentsTables>()
  const kept = await db
    .selectFrom('documents.page')
    .select(['number', 'origin', ...about])
    .where('organisation_id', '=', reader.office.id)
    .where('document_id', '=', row.id)
    .orderBy('number')
    .execute()
  if (kept.length === 0 || kept.length !== row.page_count || kept.some(({ source }) => source === 'flow')) return null
  const left = await db
    .selectFrom('documents.left_page')
    .select(['origin', 'text', ...about])
    .where('organisation_id', '=', reader.office.id)
    .where('document_id', '=', row.id)
    .execute()
  if (kept.length + left.length > mostPages) return null
  const texts = text.split('\f')
  const shown: Sheet[] = kept.map(page => ({
    ...page,
    origin: page.origin ?? page.number,
    text: texts[page.number - 1] ?? '',
  }))
  return [...shown, ...left.map(page => ({ ...page, number: null }))].sort((a, b) => a.origin - b.origin)
}

/** The sheet turned further: its words stand where they stood on the paper. */
export function turnSheet(sheet: Sheet, turned: Sheet['turned']): Sheet {
  const by = turned - sheet.turned
  if (by === 0) return sheet
  const lines: Line[] = unpackLines(sheet.words).map(words => ({
    words: words.map(word => ({ ...word, box: turnedBox(word.box, by) })),
    box: [0, 0, 0, 0],
  }))
  const sideways = by % 180 !== 0
  return {
    ...sheet,
    width: sideways ? sheet.height : sheet.width,
    height: sideways ? sheet.width : sheet.height,
    turn: turnAfter(sheet.turn, by),
    turned,
    words: packLines(lines),
  }
}

/** Writes all pages of a document anew. */
export async function keepSheets(act: Act, id: string, kept: readonly Sheet[], left: readonly Sheet[]): Promise<void> {
  const db = act.db<DocumentsTables>()
  const of = { organisation_id: act.office.id, document_id: id }
  for (const table of ['documents.page', 'documents.left_page'] as const)
    await db.deleteFrom(table).where('organisation_id', '=', act.office.id).where('document_id', '=', id).execute()
  await db
    .insertInto('documents.page')
    .values(kept.map(({ text: _, number: __, ...page }, index) => ({ ...of, ...page, number: index + 1 })))
    .execute()
  if (left.length > 0)
    await db
      .insertInto('documents.left_page')
      .values(left.map(({ number: _, ...page }) => ({ ...of, ...page })))
      .execute()
}

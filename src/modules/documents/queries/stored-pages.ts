import type { View } from '../../../kernel/implement.ts'
import { unpackLines } from '../reading-pack.ts'
import type { Page } from '../reading/types.ts'
import { union } from '../reading/words.ts'
import type { DocumentsTables } from '../tables.ts'
import { visibleDocument } from './visible-document.ts'

/** The pages of a document with their words, as its reading kept them; what may not be seen is refused as what is not there. */
export async function storedPages(view: View, id: string): Promise<Page[]> {
  await visibleDocument(view, id)
  const rows = await view
    .db<DocumentsTables>()
    .selectFrom('documents.page')
    .select(['number', 'origin', 'turned', 'width', 'height', 'turn', 'skew', 'source', 'words'])
    .where('organisation_id', '=', view.office.id)
    .where('document_id', '=', id)
    .orderBy('number')
    .execute()
  const laidOut =
    rows.some(row => row.turned !== 0 || (row.origin ?? row.number) !== row.number) || (await hasLeft(view, id))
  return rows.map(({ words, turn, origin, turned, ...page }) => ({
    ...page,
    ...(laidOut ? { origin: origin ?? page.number, turned } : {}),
    turn: turn as Page['turn'],
    // Words of a text layer stand in the file itself; those that were recognised are what is drawn.
    lines:
      page.source === 'ocr'
        ? unpackLines(words)
            .filter(line => line.length > 0)
            .map(line => ({ words: line, box: union(line.map(({ box }) => box)) }))
        : [],
  }))
}

async function hasLeft(view: View, id: string): Promise<boolean> {
  const row = await view
    .db<DocumentsTables>()
    .selectFrom('documents.left_page')
    .select('origin')
    .where('organisation_id', '=', view.office.id)
    .where('document_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

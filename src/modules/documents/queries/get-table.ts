import { implementQuery } from '../../../kernel/implement.ts'
import { getTable, mostShownRows } from '../contract.ts'
import { documentOf } from '../document-store.ts'
import { unpackCells } from '../sheets.ts'
import { shapeOf, textOfTable } from '../table-shape.ts'
import type { DocumentsTables } from '../tables.ts'
import { visibleDocument } from './visible-document.ts'

export const getTableBody = implementQuery(getTable, async (view, { id, sheet, from, whole }) => {
  view.noteRead(await visibleDocument(view, id))
  const { name } = await documentOf(view, id)
  const kept = view
    .db<DocumentsTables>()
    .selectFrom('documents.sheet')
    .where('organisation_id', '=', view.office.id)
    .where('document_id', '=', id)
  const sheets = await kept.select(['position', 'name', 'rows', 'columns', 'cut']).orderBy('position').execute()
  const shown = sheets.find(({ position }) => position === sheet)
  if (!shown) return { name, sheets, sheet, header: false, columns: [], rows: [], total: 0, text: null }
  const { cells } = await kept.select('cells').where('position', '=', sheet).executeTakeFirstOrThrow()
  const rows = unpackCells(cells)
  const { header, columns } = shapeOf(rows, shown.columns)
  const first = header ? 1 : 0
  return {
    name,
    sheets,
    sheet,
    header,
    columns: [...columns],
    rows: rows.slice(first + from, first + from + mostShownRows),
    total: rows.length - first,
    text: whole ? textOfTable(rows) : null,
  }
})

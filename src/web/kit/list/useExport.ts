import { runQuery } from '../../client.ts'
import type { Slice } from '../../answers.ts'
import { useFormats, useSay } from '../../language/Say.tsx'
import { tell, tellProgress } from '../notices.ts'
import { csvOf, saveCsv, saveFile } from './csv.ts'
import { everyRow } from './everyRow.ts'
import { type SheetSource, sheetCell, toldColumns } from './sheet.ts'

export type FileForm = 'csv' | 'xlsx'

export interface Exporting<Row> {
  /** Saves every row that the filters show, or the rows given. */
  readonly save: (form: FileForm, some?: readonly Row[]) => Promise<void>
  /** Every row that the filters show; null when the person stopped it or it failed, which is told. */
  readonly all: () => Promise<readonly Row[] | null>
}

/** A list as a file: all of it, however little has been scrolled to; with progress, and it can be stopped. */
export function useExport<Row>(
  title: string,
  query: string,
  asked: Readonly<Record<string, unknown>>,
  columns: readonly SheetSource<Row>[],
): Exporting<Row> {
  const say = useSay()
  const formats = useFormats()
  const all = async () => {
    const stop = new AbortController()
    const progress = tellProgress(say('list.exporting'), () => stop.abort())
    try {
      const ask = (more: object) => runQuery(query, { ...asked, ...more }, stop.signal) as Promise<Slice<Row>>
      const rows = await everyRow(ask, progress.at)
      progress.end()
      return rows
    } catch {
      progress.end()
      if (!stop.signal.aborted) tell({ kind: 'refused', text: say('problem.broken') })
      return null
    }
  }
  const save = async (form: FileForm, some?: readonly Row[]) => {
    const rows = some ?? (await all())
    if (!rows) return
    const told = toldColumns(columns)
    const file = `${title.replaceAll('/', '-')} ${formats.today()}.${form}`
    if (form === 'csv') saveCsv(file, csvOf(told, rows, formats.number(1.5).includes(',') ? ';' : ','))
    else {
      const { xlsxOf } = await import('./xlsx.ts')
      const cells = rows.map(row => told.map(column => sheetCell(column, row)))
      saveFile(file, await xlsxOf(title, labelsOf(told), cells))
    }
    tell({ kind: 'done', text: say('notice.exported', { file }) })
  }
  return { all, save }
}

const labelsOf = (columns: readonly { readonly label: string }[]): string[] => columns.map(({ label }) => label)

/** What a table looks like: whether its first row names the columns, and what stands in each. */
import type { ColumnHolds } from './contract/table.ts'

const looked = 200

const holdsDay = (cell: string) => /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(cell)
const holdsNumber = (cell: string) =>
  /^[-+−]?[\d\s.,'\u00a0\u202f]*\d[\d\s.,'\u00a0\u202f]*(\s?(kr|%|€|lei|:-))?$/i.test(cell)

function holds(cells: readonly string[]): ColumnHolds {
  const said = cells.filter(cell => cell !== '')
  if (said.length === 0) return 'nothing'
  const most = (test: (cell: string) => boolean) => said.filter(test).length >= said.length * 0.9
  if (most(holdsDay)) return 'days'
  return most(holdsNumber) ? 'numbers' : 'text'
}

/** A row is a header when it says something of nearly every column, says nothing twice, and none of it is a value. */
function isHeader(first: readonly string[], body: readonly (readonly string[])[], columns: number): boolean {
  const said = first.filter(cell => cell !== '')
  if (body.length === 0 || said.length < Math.max(1, columns * 0.6)) return false
  if (new Set(said).size !== said.length) return false
  return !said.some(cell => holdsDay(cell) || holdsNumber(cell) || cell.includes('@') || cell.length > 80)
}

export interface TableShape {
  readonly header: boolean
  readonly columns: readonly { readonly name: string; readonly holds: ColumnHolds }[]
}

export function shapeOf(rows: readonly (readonly string[])[], columns: number): TableShape {
  const [first = [], ...rest] = rows.slice(0, looked + 1)
  const header = isHeader(first, rest, columns)
  const body = header ? rest : [first, ...rest]
  return {
    header,
    columns: Array.from({ length: columns }, (_, at) => ({
      name: header ? (first[at] ?? '') : '',
      holds: holds(body.map(row => row[at] ?? '')),
    })),
  }
}

/** Tab-separated text, as spreadsheets copy it: what an import takes. */
export const textOfTable = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => row.map(cellText).join('\t')).join('\n')

const cellText = (cell: string) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

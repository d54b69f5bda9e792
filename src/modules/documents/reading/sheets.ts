/** Tables that a file holds: what a spreadsheet's readers give, and plain text that is one. */
import { guessSeparator, splitTable } from '../../../kernel/table/split.ts'
import type { Sheet } from './types.ts'

export const SHEET_LIMITS = {
  sheets: 30,
  rows: 20_000,
  columns: 1000,
  /** Cells of one file, with those between that are empty, and characters of all of them. */
  cells: 2_000_000,
  characters: 5_000_000,
} as const

/** Gathers the rows of a file's sheets and stops at the limits, whatever the file claims. */
export class SheetGatherer {
  readonly sheets: Sheet[] = []
  #name = ''
  #rows: string[][] = []
  #row: string[] = []
  #cut = false
  #cells = 0
  #characters = 0

  /** No more is taken of this file. */
  get full(): boolean {
    return this.#cells >= SHEET_LIMITS.cells || this.#characters >= SHEET_LIMITS.characters
  }

  /** No more is taken of this sheet. */
  get sheetFull(): boolean {
    return this.full || this.#rows.length >= SHEET_LIMITS.rows
  }

  beginSheet(name: string): void {
    this.#name = name
    this.#rows = []
    this.#row = []
    this.#cut = false
  }

  /** A cell at its column, from 0; empty ones need not be said. */
  cell(column: number, text: string): void {
    if (text === '') return
    if (column >= SHEET_LIMITS.columns || this.full) {
      this.#cut = true
      return
    }
    while (this.#row.length < column) this.#row.push('')
    this.#row[column] = text
    this.#characters += text.length
  }

  endRow(): void {
    if (this.#row.length > 0) {
      if (this.#rows.length >= SHEET_LIMITS.rows) this.#cut = true
      else this.#rows.push(this.#row)
      this.#cells += this.#row.length
    }
    this.#row = []
  }

  endSheet(): void {
    this.endRow()
    if (this.sheets.length < SHEET_LIMITS.sheets)
      this.sheets.push({ name: this.#name, rows: this.#rows, cut: this.#cut || this.sheetFull })
  }
}

/** The words of a sheet, a line a row. */
export const textOfSheet = ({ rows }: Sheet): string =>
  rows.map(row => row.filter(cell => cell !== '').join('  ')).join('\n')

/** Names by which tables as text go; their content decides all the same. */
const NAMED = /\.(csv|tsv|tab)$/i

/** The table that plain text is, or none: most lines must part into as many cells, and prose with commas does not. */
export function sheetsOfText(text: string, name: string): Sheet[] {
  const table = text.slice(0, SHEET_LIMITS.characters)
  const separator = guessSeparator(table)
  const rows = splitTable(table, separator)
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [width = 1, alike = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  const share = alike / Math.max(1, rows.length)
  const isTable = NAMED.test(name)
    ? width >= 2 && share >= 0.6
    : separator !== ',' && width >= 3 && share >= 0.95 && rows.length >= 3
  if (!isTable) return []
  const gatherer = new SheetGatherer()
  gatherer.beginSheet('')
  for (const row of rows) {
    for (const [column, cell] of row.entries()) gatherer.cell(column, cell)
    gatherer.endRow()
  }
  gatherer.endSheet()
  return gatherer.sheets
}

/** CSV as spreadsheets of the country open it (RFC 4180, with the separator that its decimal comma leaves free). */

/** A cell that a spreadsheet would take for a formula is told to be text. Figures keep their sign. */
const isFormula = (cell: string): boolean =>
  /^[=+@\t\r]/.test(cell) || (cell.startsWith('-') && !/^-[\d\s\u00a0.,]+$/.test(cell))

function quoted(cell: string, separator: string): string {
  const safe = isFormula(cell) ? `'${cell}` : cell
  return safe.includes(separator) || /["\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export interface CsvColumn<Row> {
  readonly label: string
  readonly text: (row: Row) => string
}

export function csvOf<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[], separator: ',' | ';'): string {
  const line = (cells: readonly string[]) =>
    cells.map(cell => quoted(cell.replaceAll('\u00a0', ' '), separator)).join(separator)
  return [line(columns.map(({ label }) => label)), ...rows.map(row => line(columns.map(({ text }) => text(row))))].join(
    '\r\n',
  )
}

/** Excel takes UTF-8 for what it is only behind a byte order mark. */
export const saveCsv = (name: string, text: string): void =>
  saveFile(name, new Blob([`\ufeff${text}`], { type: 'text/csv;charset=utf-8' }))

/** Gives the browser a file to keep. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Firefox starts the download after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

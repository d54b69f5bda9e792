/** The first rows of a bank's table, so that somebody can say what its columns are. */
export function headOf(bytes: Uint8Array): { separator: Separator; rows: string[][] } {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 20_000))
  const readable = text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes.subarray(0, 20_000)) : text
  const lines = readable
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .slice(0, 12)
  const separator = separatorOf(lines)
  const rows = lines.map(line =>
    cellsOf(line, separator)
      .slice(0, 60)
      .map(cell =>
        cell
          .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
          .trim()
          .slice(0, 200),
      ),
  )
  return { separator, rows }
}

const separators = [';', '\t', '|', ','] as const
export type Separator = (typeof separators)[number]

/** The sign that parts most lines alike. */
export function separatorOf(lines: readonly string[]): Separator {
  const counts = separators.map(sign => ({ sign, cells: Math.max(0, ...lines.map(line => line.split(sign).length)) }))
  return counts.reduce((best, one) => (one.cells > best.cells ? one : best)).sign
}

/** Cells of a line; a quoted one may hold the separator. */
function cellsOf(line: string, separator: Separator): string[] {
  const cells: string[] = []
  let [cell, quoted] = ['', false]
  for (const sign of line) {
    if (sign === '"') quoted = !quoted
    else if (sign === separator && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...cells, cell]
}

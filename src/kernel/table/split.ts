export const separators = ['\t', ';', ','] as const
export type Separator = (typeof separators)[number]

/** The cells of a table (RFC 4180): cells in quotes may hold separators, line ends and doubled quotes. */
export function splitTable(text: string, separator: Separator): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at <= text.length) {
    const [cell, end] = text[at] === '"' ? quoted(text, at, separator) : plain(text, at, separator)
    row.push(cell.trim())
    const stop = text[end]
    if (stop === separator) {
      at = end + 1
      continue
    }
    if (row.some(value => value !== '')) rows.push(row)
    row = []
    at = stop === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
  }
  return rows
}

function plain(text: string, from: number, separator: Separator): [cell: string, end: number] {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return [text.slice(from, end), end]
}

function quoted(text: string, from: number, separator: Separator): [cell: string, end: number] {
  let cell = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    // a quote that is never closed is an ordinary letter ("5 feet" written 5")
    if (quote < 0) return plain(text, from, separator)
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      const [rest, end] = plain(text, quote + 1, separator)
      return [cell + rest, end]
    }
    cell += '"'
    at = quote + 2
  }
}

/** The separator that gives the most columns on the most lines; a tab, as pasted from a spreadsheet, before others. */
export function guessSeparator(text: string): Separator {
  let best: { separator: Separator; score: number } = { separator: '\t', score: 0 }
  const head = text.slice(0, 100_000)
  for (const separator of separators) {
    const widths = splitTable(head, separator)
      .slice(0, 200)
      .map(row => row.length)
    const counts = new Map<number, number>()
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
    const [width, lines] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [1, 0]
    const score = width > 1 ? (lines / Math.max(1, widths.length)) * Math.min(width, 6) : 0
    if (score > best.score * 1.001) best = { separator, score }
  }
  return best.separator
}

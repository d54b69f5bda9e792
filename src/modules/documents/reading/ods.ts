import { attribute, decodeXml, xmlTokens } from './xml-tokens.ts'
import { unzip } from './zip-entries.ts'
import type { Finding } from './types.ts'

/** Rows of text at most; more are lists that nobody files as paper. */
const MAX_ROWS = 20_000

/**
 * The text of an OpenDocument spreadsheet (ISO/IEC 26300): a line a row, sheets parted by form feeds. Days stand as ISO days,
 * whatever the sheet shows; cells and rows that a file claims to repeat are written once.
 */
export async function textOfOds(bytes: Uint8Array, warnings: Finding[]): Promise<string> {
  const entries = await unzip(bytes, name => name === 'content.xml', warnings)
  const content = entries.find(entry => entry.name === 'content.xml')
  return content === undefined ? '' : sheetsText(decodeXml(content.bytes))
}

function sheetsText(xml: string): string {
  const sheets: string[] = []
  let rows: string[] = []
  let cells: string[] = []
  let cell = ''
  let inCell = false
  let inAnnotation = false
  let count = 0
  for (const token of xmlTokens(xml)) {
    if (count >= MAX_ROWS) break
    if (token.kind === 'text') {
      if (inCell && !inAnnotation) cell += token.text.replace(/\s+/g, ' ')
    } else if (token.kind === 'open') {
      if (token.name === 'table:table') rows = []
      else if (token.name === 'table:table-row') cells = []
      else if (token.name === 'office:annotation') inAnnotation = !token.empty
      else if (token.name === 'table:table-cell' || token.name === 'table:covered-table-cell') {
        cell = ''
        inCell = !token.empty
        const day = /^\d{4}-\d{2}-\d{2}/.exec(attribute(token.attributes, 'office:date-value') ?? '')?.[0]
        if (day) cells.push(day)
        if (day) inCell = false
      } else if (inCell && (token.name === 'text:line-break' || token.name === 'text:tab' || token.name === 'text:s'))
        cell += ' '
    } else if (token.name === 'office:annotation') inAnnotation = false
    else if (token.name === 'text:p' && inCell) cell += ' '
    else if (token.name === 'table:table-cell') {
      if (inCell && cell.trim() !== '') cells.push(cell.trim())
      inCell = false
    } else if (token.name === 'table:table-row') {
      if (cells.length > 0) rows.push(cells.join('  '))
      count++
    } else if (token.name === 'table:table' && rows.length > 0) sheets.push(rows.join('\n'))
  }
  // A file of too many rows ends within a sheet.
  if (count >= MAX_ROWS && rows.length > 0) sheets.push(rows.join('\n'))
  return sheets.join('\f')
}

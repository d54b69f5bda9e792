import { SheetGatherer, textOfSheet } from './sheets.ts'
import { attribute, decodeXml, xmlTokens } from './xml-tokens.ts'
import { unzip } from './zip-entries.ts'
import type { Finding, Sheet } from './types.ts'

/** A value that is claimed to stand in more columns side by side is written once. */
const MOST_REPEATED = 100

/**
 * The sheets of an OpenDocument spreadsheet (ISO/IEC 26300). Days stand as ISO days, whatever the sheet shows; rows that a file
 * claims to repeat are written once, so are cells beyond a hundred.
 */
export async function sheetsOfOds(bytes: Uint8Array, warnings: Finding[]): Promise<Sheet[]> {
  const entries = await unzip(bytes, name => name === 'content.xml', warnings)
  const content = entries.find(entry => entry.name === 'content.xml')
  return content === undefined ? [] : readSheets(decodeXml(content.bytes))
}

/** Its words: a line a row, sheets parted by form feeds. */
export const textOfOds = (sheets: readonly Sheet[]): string =>
  sheets
    .filter(({ rows }) => rows.length > 0)
    .map(textOfSheet)
    .join('\f')

function readSheets(xml: string): Sheet[] {
  const gatherer = new SheetGatherer()
  let cell = ''
  let column = 0
  let times = 1
  let inCell = false
  let inAnnotation = false
  let inSheet = false
  const endCell = () => {
    const text = cell.trim()
    // A value may be repeated; emptiness only leads on.
    if (text !== '') for (let n = 0; n < (times <= MOST_REPEATED ? times : 1); n++) gatherer.cell(column + n, text)
    column += times
    inCell = false
  }
  for (const token of xmlTokens(xml)) {
    if (gatherer.full) break
    if (token.kind === 'text') {
      if (inCell && !inAnnotation) cell += token.text.replace(/\s+/g, ' ')
    } else if (token.kind === 'open') {
      if (token.name === 'table:table') {
        gatherer.beginSheet(attribute(token.attributes, 'table:name') ?? '')
        inSheet = true
      } else if (token.name === 'table:table-row') column = 0
      else if (token.name === 'office:annotation') inAnnotation = !token.empty
      else if (token.name === 'table:table-cell' || token.name === 'table:covered-table-cell') {
        times = Math.max(
          1,
          Math.min(100_000, Number(attribute(token.attributes, 'table:number-columns-repeated') ?? 1) || 1),
        )
        cell = /^\d{4}-\d{2}-\d{2}/.exec(attribute(token.attributes, 'office:date-value') ?? '')?.[0] ?? ''
        inCell = !token.empty && cell === ''
        if (!inCell) endCell()
      } else if (inCell && (token.name === 'text:line-break' || token.name === 'text:tab' || token.name === 'text:s'))
        cell += ' '
    } else if (token.name === 'office:annotation') inAnnotation = false
    else if (token.name === 'text:p' && inCell) cell += ' '
    else if (token.name === 'table:table-cell' || token.name === 'table:covered-table-cell') {
      if (inCell) endCell()
    } else if (token.name === 'table:table-row') gatherer.endRow()
    else if (token.name === 'table:table') {
      gatherer.endSheet()
      inSheet = false
    }
  }
  // A file of too many cells ends within a sheet.
  if (inSheet) gatherer.endSheet()
  return gatherer.sheets
}

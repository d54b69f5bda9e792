import { attribute, decodeXml, xmlTokens } from './xml-tokens.ts'
import { unzip } from './zip-entries.ts'
import { SheetGatherer, textOfSheet } from './sheets.ts'
import type { Finding, Sheet } from './types.ts'

const XLSX_PARTS = /^xl\/(workbook|styles|sharedStrings|worksheets\/sheet\d+)\.xml$/
const MAX_TEXT = 5_000_000

interface Book {
  readonly shared: readonly string[]
  /** For each cell style, whether it shows a date. */
  readonly dates: readonly boolean[]
  /** Serial days count from 1904 in files of old Macintoshes. */
  readonly from1904: boolean
}

/** The sheets of an Excel file (ECMA-376 SpreadsheetML) by their names; days as YYYY-MM-DD, formulas as what they gave. */
export async function sheetsOfXlsx(bytes: Uint8Array, warnings: Finding[]): Promise<Sheet[]> {
  const entries = await unzip(bytes, name => XLSX_PARTS.test(name), warnings)
  const xml = (name: string) => {
    const found = entries.find(entry => entry.name === `xl/${name}.xml`)
    return found === undefined ? '' : decodeXml(found.bytes)
  }
  const workbook = xml('workbook')
  const book: Book = {
    shared: sharedStrings(xml('sharedStrings')),
    dates: dateStyles(xml('styles')),
    from1904: /date1904\s*=\s*["'](1|true)/.test(workbook),
  }
  const names = sheetNames(workbook)
  const gatherer = new SheetGatherer()
  const sheets = entries
    .filter(entry => entry.name.startsWith('xl/worksheets/'))
    .sort((a, b) => sheetNumber(a.name) - sheetNumber(b.name))
  for (const [index, entry] of sheets.entries()) {
    gatherer.beginSheet(names[index] ?? `Sheet ${index + 1}`)
    readSheet(decodeXml(entry.bytes), book, gatherer)
    gatherer.endSheet()
  }
  return gatherer.sheets
}

/** Its words: sheets by their names, a line a row. */
export const textOfXlsx = (sheets: readonly Sheet[]): string =>
  sheets
    .map(sheet => `${sheet.name}\n${textOfSheet(sheet)}`)
    .join('\n\n')
    .slice(0, MAX_TEXT)

function sheetNumber(name: string): number {
  return Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0)
}

function sheetNames(workbook: string): string[] {
  const names: string[] = []
  for (const token of xmlTokens(workbook)) {
    if (token.kind === 'open' && token.name === 'sheet') names.push(attribute(token.attributes, 'name') ?? '')
  }
  return names
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  let text = ''
  let inText = false
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'open' && token.name === 'si') text = ''
    else if (token.kind === 'open' && token.name === 't') inText = !token.empty
    else if (token.kind === 'close' && token.name === 't') inText = false
    else if (token.kind === 'close' && token.name === 'si') strings.push(text)
    else if (token.kind === 'text' && inText) text += token.text
  }
  return strings
}

/** Built-in number formats 14 to 22 and 45 to 47 are dates (ECMA-376 18.8.30); own ones where their code has y or d. */
function dateStyles(xml: string): boolean[] {
  const own = new Map<string, boolean>()
  const styles: boolean[] = []
  let inCells = false
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'close' && token.name === 'cellXfs') inCells = false
    if (token.kind !== 'open') continue
    if (token.name === 'cellXfs') inCells = !token.empty
    else if (token.name === 'numFmt') {
      const code = (attribute(token.attributes, 'formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
      own.set(attribute(token.attributes, 'numFmtId') ?? '', /[yd]/i.test(code))
    } else if (token.name === 'xf' && inCells) {
      const id = attribute(token.attributes, 'numFmtId') ?? '0'
      const number = Number(id)
      styles.push(own.get(id) ?? ((number >= 14 && number <= 22) || (number >= 45 && number <= 47)))
    }
  }
  return styles
}

function readSheet(xml: string, book: Book, gatherer: SheetGatherer): void {
  let type = ''
  let style = 0
  let column = -1
  let value = ''
  let inValue = false
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (inValue) value += token.text
    } else if (token.kind === 'open') {
      if (token.name === 'c') {
        type = attribute(token.attributes, 't') ?? 'n'
        style = Number(attribute(token.attributes, 's') ?? '0')
        column = columnOf(attribute(token.attributes, 'r')) ?? column + 1
        value = ''
      } else if (token.name === 'v' || token.name === 't') inValue = !token.empty
    } else if (token.name === 'v' || token.name === 't') inValue = false
    else if (token.name === 'c') gatherer.cell(column, cellText(value, type, style, book))
    else if (token.name === 'row') {
      gatherer.endRow()
      column = -1
      if (gatherer.sheetFull) break
    }
  }
}

/** `C7` is the third column, 2; null where the file does not say. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function cellText(value: string, type: string, style: number, book: Book): string {
  if (type === 's') return (book.shared[Number(value)] ?? '').trim()
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'n' && value !== '' && book.dates[style] === true) return serialDate(Number(value), book.from1904)
  // Fifteen digits are what a spreadsheet shows of a number: 0.1 + 0.2 is 0.3.
  if (type === 'n' && /^-?\d*\.?\d+(e[+-]?\d+)?$/i.test(value)) return plainNumber(value)
  return value.trim()
}

/** Without noise of binary fractions and without an exponent, where it can stand so. */
function plainNumber(value: string): string {
  const number = Number(value)
  const short = String(Number(number.toPrecision(15)))
  return Number.isFinite(number) && !short.includes('e') ? short : value
}

/** Day 60 of the 1900 count is a 29 February that never was, so days are counted from 30 December 1899. */
function serialDate(serial: number, from1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return String(serial)
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const date = new Date(start + Math.round(serial * 86_400_000))
  const day = date.toISOString().slice(0, 10)
  return serial % 1 === 0
    ? day
    : serial < 1
      ? date.toISOString().slice(11, 16)
      : `${day} ${date.toISOString().slice(11, 16)}`
}

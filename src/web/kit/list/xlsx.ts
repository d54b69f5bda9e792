/**
 * A workbook of one sheet (ECMA-376, transitional): amounts, numbers and days as what they are, so that a spreadsheet can
 * add and sort them; everything else as text, which no spreadsheet runs as a formula.
 */
import type { WireMoney } from '../../answers.ts'
import { decimalsOf } from '../../format/money.ts'
import { zipOf } from './zip.ts'

export type SheetCell =
  | string
  | { readonly number: number }
  /** ISO day. */
  | { readonly day: string }
  | { readonly money: WireMoney }

const heading = 1
const dayStyle = 2
const firstCurrency = 3

/** XML 1.0 has no place for most control characters and lone surrogates. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- those that XML 1.0 § 2.2 leaves out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // A bare return would be read as a line feed.
    .replaceAll('\r', '&#13;')

/** `A`, `Z`, `AA` … of a column counted from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** Days since the last of 1899, as spreadsheets count (their 29 February 1900 included). */
export const serialOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569

/** The most a cell holds; Excel calls longer ones damage. */
const longestText = 32_767

function cellXml(cell: SheetCell, at: string, currencies: readonly string[]): string {
  if (typeof cell === 'string') {
    if (cell === '') return ''
    const text = escaped(cell.slice(0, longestText))
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
  }
  if ('number' in cell) return `<c r="${at}"><v>${cell.number}</v></c>`
  if ('day' in cell) return `<c r="${at}" s="${dayStyle}"><v>${serialOf(cell.day)}</v></c>`
  const style = firstCurrency + currencies.indexOf(cell.money.currency)
  return `<c r="${at}" s="${style}"><v>${cell.money.amount}</v></c>`
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function stylesXml(currencies: readonly string[]): string {
  const formats = currencies.map((currency, index) => {
    const digits = decimalsOf(currency)
    const code = `#,##0${digits ? `.${'0'.repeat(digits)}` : ''}\\ "${currency}"`
    return `<numFmt numFmtId="${165 + index}" formatCode="${escaped(code)}"/>`
  })
  const styles = [164, ...currencies.map((_, index) => 165 + index)].map(
    id => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  )
  return (
    `${head}<styleSheet xmlns="${main}">` +
    `<numFmts count="${formats.length + 1}"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>${formats.join('')}</numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${styles.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${styles.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  )
}

const lengthOf = (cell: SheetCell): number =>
  typeof cell === 'string' ? cell.length : 'money' in cell ? cell.money.amount.length + 6 : 11

/** Characters wide enough for what stands in a column, within reason. */
function widthsXml(labels: readonly string[], rows: readonly (readonly SheetCell[])[]): string {
  const cols = labels.map((label, index) => {
    const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[index] ?? '')), label.length)
    return `<col min="${index + 1}" max="${index + 1}" width="${Math.min(60, longest + 2)}" customWidth="1"/>`
  })
  return `<cols>${cols.join('')}</cols>`
}

function sheetXml(
  labels: readonly string[],
  rows: readonly (readonly SheetCell[])[],
  currencies: readonly string[],
): string {
  const first = labels.map(
    (label, index) => `<c r="${columnName(index)}1" s="${heading}" t="inlineStr"><is><t>${escaped(label)}</t></is></c>`,
  )
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, index) => cellXml(cell, `${columnName(index)}${at + 2}`, currencies))
    return `<row r="${at + 2}">${cells.join('')}</row>`
  })
  const range = `A1:${columnName(labels.length - 1)}${rows.length + 1}`
  return (
    `${head}<worksheet xmlns="${main}"><dimension ref="${range}"/>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `${widthsXml(labels, rows)}<sheetData><row r="1">${first.join('')}</row>${lines.join('')}</sheetData>` +
    `<autoFilter ref="${range}"/></worksheet>`
  )
}

/** A sheet's name: 31 characters, without those that addresses of cells need. */
const sheetName = (title: string): string =>
  title
    .replace(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31) || 'Kontor'

const workbookXml = (title: string): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheetName(title))}" sheetId="1" r:id="rId1"/></sheets></workbook>`

const relationsXml = (...targets: readonly (readonly [type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="${packages}/relationships">` +
  targets
    .map(
      ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
    )
    .join('') +
  '</Relationships>'

const contentTypes =
  `${head}<Types xmlns="${packages}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`

/** The workbook's bytes: a heading, frozen and filterable, and a row for each row. */
export async function xlsxOf(
  title: string,
  labels: readonly string[],
  rows: readonly (readonly SheetCell[])[],
): Promise<Blob> {
  const money = rows.flat().flatMap(cell => (typeof cell === 'object' && 'money' in cell ? cell.money.currency : []))
  const currencies = [...new Set(money)]
  return zipOf({
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationsXml(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': workbookXml(title),
    'xl/_rels/workbook.xml.rels': relationsXml(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    'xl/styles.xml': stylesXml(currencies),
    'xl/worksheets/sheet1.xml': sheetXml(labels, rows, currencies),
  })
}

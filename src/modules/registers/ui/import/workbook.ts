/**
 * The first sheet of an Excel workbook (ECMA-376 SpreadsheetML) as a table of text, read in the browser: it never leaves the
 * machine before somebody has said yes to it. Dates come out as YYYY-MM-DD.
 */
import { unzip } from './unzip.ts'

const wanted = /^xl\/(workbook|styles|sharedStrings|worksheets\/sheet\d+)\.xml$/

export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/** Throws where it is no workbook. */
export async function tableOfWorkbook(bytes: Uint8Array): Promise<string> {
  const parts = await unzip(bytes, name => wanted.test(name))
  const first = [...parts.keys()]
    .filter(name => name.startsWith('xl/worksheets/'))
    .toSorted((a, b) => numberIn(a) - numberIn(b))[0]
  if (!first) throw new Error('no sheet')
  const shared = [...(documentOf(parts.get('xl/sharedStrings.xml'))?.getElementsByTagName('si') ?? [])].map(textIn)
  const dates = dateStyles(documentOf(parts.get('xl/styles.xml')))
  const from1904 = /date1904\s*=\s*["'](1|true)/.test(decode(parts.get('xl/workbook.xml')))
  const rows = [...documentOf(parts.get(first))!.getElementsByTagName('row')]
  return rows.map(row => lineOf(row, shared, dates, from1904)).join('\n')
}

const numberIn = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0)
const decode = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder().decode(bytes) : '')

function documentOf(bytes: Uint8Array | undefined): Document | null {
  return bytes ? new DOMParser().parseFromString(decode(bytes), 'application/xml') : null
}

/** Runs of a text, without those that only say how it is spoken. */
const textIn = (element: Element): string =>
  [...element.getElementsByTagName('t')]
    .filter(t => t.parentElement?.tagName !== 'rPh')
    .map(t => t.textContent ?? '')
    .join('')

/** Built-in formats 14 to 22 and 45 to 47 are dates, and those of one's own with a year, month or day in them. */
function dateStyles(styles: Document | null): readonly boolean[] {
  if (!styles) return []
  const own = new Map(
    [...styles.getElementsByTagName('numFmt')].map(format => [
      Number(format.getAttribute('numFmtId')),
      /[ymd]/i.test((format.getAttribute('formatCode') ?? '').replace(/\[[^\]]*\]|"[^"]*"/g, '')),
    ]),
  )
  const cells = styles.getElementsByTagName('cellXfs')[0]?.getElementsByTagName('xf') ?? []
  return [...cells].map(cell => {
    const id = Number(cell.getAttribute('numFmtId'))
    return own.get(id) ?? ((id >= 14 && id <= 17) || id === 22)
  })
}

function lineOf(row: Element, shared: readonly string[], dates: readonly boolean[], from1904: boolean): string {
  const cells: string[] = []
  for (const cell of row.getElementsByTagName('c')) {
    const at = columnOf(cell.getAttribute('r'), cells.length)
    while (cells.length < at) cells.push('')
    cells[at] = quoted(valueOf(cell, shared, dates, from1904))
  }
  return cells.join('\t')
}

/** `C7` is the third column, counted from 0. */
function columnOf(reference: string | null, otherwise: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return otherwise
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function valueOf(cell: Element, shared: readonly string[], dates: readonly boolean[], from1904: boolean): string {
  const written = cell.getElementsByTagName('v')[0]?.textContent ?? ''
  const type = cell.getAttribute('t')
  if (type === 's') return shared[Number(written)] ?? ''
  if (type === 'inlineStr') return textIn(cell)
  if (type === 'b') return written === '1' ? 'true' : 'false'
  if (type === 'str' || type === 'e' || written === '') return type === 'e' ? '' : written
  if (!dates[Number(cell.getAttribute('s'))]) return written
  return dayOf(Number(written), from1904)
}

/** Days since the last of 1899, or since 1904 in files of old Macintoshes. */
function dayOf(serial: number, from1904: boolean): string {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0)
  return new Date((days - 25_569) * 86_400_000).toISOString().slice(0, 10)
}

const quoted = (text: string): string => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

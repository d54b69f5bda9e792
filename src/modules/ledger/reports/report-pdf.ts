/** A report on paper: the office's head, figures in columns under one another, page numbers. */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

const require = createRequire(import.meta.url)
const faces = {
  text: require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
}

/** Points in a millimetre. */
const mm = 72 / 25.4
const left = 18 * mm
const width = 174 * mm
const bottom = 279 * mm
const ink = '#16181a'
const grey = '#5c5f63'
const rule = '#b9bcc0'
const size = 8.5
const step = 12.4

export interface ReportColumn {
  readonly label: string
  /** Parts of the width; what is left goes to the columns with none. */
  readonly share: number
  readonly align?: 'right'
}

export interface ReportRow {
  readonly cells: readonly string[]
  /** A heading, a line, the sum of a heading, the sum of all. */
  readonly level: 'head' | 'line' | 'sum' | 'total'
}

export interface ReportSheet {
  readonly office: string
  readonly title: string
  readonly about: string
  /** Said at the foot: when it was printed, and by what. */
  readonly foot: string
  readonly lang: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
  readonly empty: string
}

/** Draws it on A4 upright; gives the whole file. */
export async function reportPdf(sheet: ReportSheet): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: sheet.lang,
    info: { Title: `${sheet.title} ${sheet.about}`, Author: sheet.office },
  })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  for (const [name, face] of Object.entries(faces)) pdf.registerFont(name, face)
  const shares = sheet.columns.reduce((all, { share }) => all + share, 0)
  const widths = sheet.columns.map(({ share }) => (width * share) / shares)
  let y = head(pdf, sheet, widths)
  for (const row of sheet.rows) {
    const height = heightOf(pdf, row, widths)
    // a heading is not left alone at the foot
    if (y + height + (row.level === 'head' ? step * 2 : 0) > bottom) {
      pdf.addPage()
      y = head(pdf, sheet, widths)
    }
    y = draw(pdf, row, sheet.columns, widths, y)
  }
  if (sheet.rows.length === 0) say(pdf, sheet.empty, left, y + 6, width, { pale: true })
  feet(pdf, sheet)
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

interface Style {
  readonly strong?: boolean
  readonly pale?: boolean
  readonly align?: 'right' | undefined
  readonly points?: number
}

function say(pdf: PDFKit.PDFDocument, words: string, x: number, y: number, room: number, style: Style = {}): void {
  pdf
    .font(style.strong ? 'strong' : 'text')
    .fontSize(style.points ?? size)
    .fillColor(style.pale ? grey : ink)
  pdf.text(words || ' ', x, y, {
    width: room,
    align: style.align ?? 'left',
    features: ['tnum'],
  } as PDFKit.Mixins.TextOptions)
}

function line(pdf: PDFKit.PDFDocument, y: number, heavy = false): void {
  pdf
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(heavy ? 0.9 : 0.4)
    .stroke(heavy ? ink : rule)
}

function head(pdf: PDFKit.PDFDocument, sheet: ReportSheet, widths: readonly number[]): number {
  say(pdf, sheet.office, left, 15 * mm, width, { pale: true, points: 9 })
  say(pdf, sheet.title, left, 20 * mm, width, { strong: true, points: 15 })
  say(pdf, sheet.about, left, 28 * mm, width, { points: 9 })
  const y = 37 * mm
  let x = left
  sheet.columns.forEach((column, at) => {
    say(pdf, column.label, x, y, widths[at]! - 6, { pale: true, align: column.align, points: 7.5 })
    x += widths[at]!
  })
  line(pdf, y + 12, true)
  return y + 17
}

/** Only the first column that is no figure may need more than one line. */
function heightOf(pdf: PDFKit.PDFDocument, row: ReportRow, widths: readonly number[]): number {
  if (row.level === 'head') return step + 8
  pdf.font('text').fontSize(size)
  const heights = row.cells.map((cell, at) =>
    cell.length * 3 < widths[at]! ? step : pdf.heightOfString(cell, { width: widths[at]! - 6 }) + 2,
  )
  return Math.max(step, ...heights)
}

function draw(
  pdf: PDFKit.PDFDocument,
  row: ReportRow,
  columns: readonly ReportColumn[],
  widths: readonly number[],
  y: number,
): number {
  const strong = row.level !== 'line'
  const top = y + { head: 6, line: 0, sum: 3, total: 5 }[row.level]
  if (row.level === 'sum') line(pdf, top - 2.5)
  if (row.level === 'total') line(pdf, top - 3, true)
  let x = left
  columns.forEach((column, at) => {
    const cell = row.cells[at] ?? ''
    // a heading runs over the columns
    const room = row.level === 'head' && at === 0 ? width : widths[at]! - 6
    if (cell) say(pdf, cell, x, top, room, { strong, align: column.align })
    x += widths[at]!
  })
  return top + heightOf(pdf, row, widths) - (row.level === 'head' ? 6 : 0) + (strong ? 2 : 0)
}

function feet(pdf: PDFKit.PDFDocument, sheet: ReportSheet): void {
  const { count } = pdf.bufferedPageRange()
  for (let at = 0; at < count; at += 1) {
    pdf.switchToPage(at)
    say(pdf, sheet.foot, left, 284 * mm, width * 0.8, { pale: true, points: 7.5 })
    say(pdf, `${at + 1} / ${count}`, left + width * 0.8, 284 * mm, width * 0.2 - 6, {
      pale: true,
      align: 'right',
      points: 7.5,
    })
  }
}

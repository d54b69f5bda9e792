/** The list of a parcel on paper: its tables under one another, on A4 across. */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Table } from './contents.ts'

const require = createRequire(import.meta.url)
const faces = {
  text: require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
}

/** Points in a millimetre. */
const mm = 72 / 25.4
const left = 12 * mm
const width = 273 * mm
const bottom = 196 * mm
const size = 6.8
const gap = 5

export interface ListSheet {
  readonly title: string
  readonly office: string
  readonly lang: string
  readonly at: Temporal.Instant
  readonly tables: readonly Table[]
}

/** The same file whenever it is drawn. */
export async function listPdf(sheet: ListSheet): Promise<Buffer> {
  const at = new Date(sheet.at.epochMilliseconds)
  const pdf = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    lang: sheet.lang,
    info: { Title: sheet.title, Author: sheet.office, CreationDate: at, ModDate: at },
  })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  for (const [name, face] of Object.entries(faces)) pdf.registerFont(name, face)
  pdf
    .font('text')
    .fontSize(9)
    .text(sheet.office, left, 10 * mm)
  pdf
    .font('strong')
    .fontSize(14)
    .text(sheet.title, left, 15 * mm)
  let y = 25 * mm
  for (const table of sheet.tables.filter(one => one.rows.length > 0)) y = drawTable(pdf, table, y) + 8 * mm
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

/** Columns as wide as what stands in them, most cells whole; longer ones are cut. */
function widthsOf(pdf: PDFKit.PDFDocument, { heads, rows }: Table): number[] {
  pdf.font('text').fontSize(size)
  const wanted = heads.map((label, at) => {
    const cells = rows.slice(0, 200).map(row => row[at] ?? '')
    return Math.min(48 * mm, Math.max(...[label, ...cells].map(cell => pdf.widthOfString(cell.slice(0, 60))))) + gap
  })
  const whole = wanted.reduce((sum, one) => sum + one, 0)
  return whole > width ? wanted.map(one => (one * width) / whole) : wanted
}

function drawTable(pdf: PDFKit.PDFDocument, table: Table, from: number): number {
  const widths = widthsOf(pdf, table)
  let y = from
  const line = (cells: readonly string[], font: 'text' | 'strong'): void => {
    let x = left
    pdf.font(font).fontSize(size)
    cells.forEach((cell, at) => {
      pdf.text(cell || ' ', x, y, { width: widths[at]! - gap, height: size + 2, ellipsis: true, lineBreak: false })
      x += widths[at]!
    })
    y += size + 4
  }
  const heading = (): void => {
    pdf.font('strong').fontSize(9).text(table.name, left, y)
    y += 14
    line(table.heads, 'strong')
    pdf
      .moveTo(left, y - 2)
      .lineTo(left + width, y - 2)
      .lineWidth(0.4)
      .stroke()
  }
  const onNewPage = (): void => {
    pdf.addPage()
    y = 12 * mm
    heading()
  }
  if (y + 60 > bottom) onNewPage()
  else heading()
  for (const row of table.rows) {
    if (y > bottom) onNewPage()
    line(row, 'text')
  }
  return y
}

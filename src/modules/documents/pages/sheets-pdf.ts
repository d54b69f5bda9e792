/** The papers that Kontor prints to be scanned again: separator sheets and archive labels. */
import bwipjs from 'bwip-js/node'
import PDFDocument from 'pdfkit'
import type { LabelFormat } from '../contract/pages.ts'
import { regularFace } from '../keeping/pdf-face.ts'
import { markPrefix } from '../reading/survey.ts'
import { archiveName } from './archive-number.ts'
import { labelSheets, placeOf } from './label-formats.ts'

/** Points in a millimetre. */
const mm = 72 / 25.4

interface Matrix {
  readonly pixs: ArrayLike<number>
  readonly pixx: number
  readonly pixy: number
}

/** A QR code (ISO/IEC 18004) in vectors, without its quiet zone; level M withstands a fold or a speck. */
function drawCode(pdf: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void {
  const [matrix] = bwipjs.raw('qrcode', text, 'eclevel=M') as unknown as Matrix[]
  if (matrix === undefined) throw new Error('no QR code')
  const cell = size / matrix.pixx
  for (let row = 0; row < matrix.pixy; row++) {
    for (let column = 0; column < matrix.pixx; column++) {
      if (matrix.pixs[row * matrix.pixx + column] !== 1) continue
      let wide = 1
      while (column + wide < matrix.pixx && matrix.pixs[row * matrix.pixx + column + wide] === 1) wide++
      pdf.rect(x + column * cell, y + row * cell, wide * cell, cell * 1.02)
      column += wide - 1
    }
  }
  pdf.fill('#000')
}

async function bytesOf(pdf: PDFKit.PDFDocument, draw: () => void): Promise<Buffer> {
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  pdf.registerFont('text', regularFace()).font('text')
  draw()
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

export interface SeparatorWords {
  readonly title: string
  /** What papers behind it go under, as label and name; none for a plain one. */
  readonly under: readonly (readonly [label: string, name: string])[]
  readonly use: string
}

/** One sheet with its code twice, at head and foot: read whichever way it goes through the scanner. */
export function separatorPdf(token: string, words: SeparatorWords): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 20 * mm, info: { Title: words.title } })
  const [width, size] = [210 * mm, 45 * mm]
  return bytesOf(pdf, () => {
    const inside = { width: 150 * mm, align: 'center' as const }
    const left = 30 * mm
    for (const y of [30 * mm, 297 * mm - 30 * mm - size]) drawCode(pdf, markPrefix + token, (width - size) / 2, y, size)
    pdf.fontSize(34).text(words.title, left, 95 * mm, inside)
    for (const [label, name] of words.under) {
      pdf.fontSize(13).text(label, left, pdf.y + 6 * mm, inside)
      pdf.fontSize(name.length > 60 ? 16 : 22).text(name, left, pdf.y + 1 * mm, inside)
    }
    pdf.fontSize(11).text(words.use, left, pdf.y + 10 * mm, inside)
  })
}

export interface LabelsWanted {
  readonly token: string
  readonly first: number
  readonly last: number
  readonly format: LabelFormat
  /** Labels of the first sheet that were used before. */
  readonly skip: number
}

/** A series of labels: the code, and beside it the number in figures that people read. */
export function labelsPdf({ token, first, last, format, skip }: LabelsWanted): Promise<Buffer> {
  const sheet = labelSheets[format]
  const aSheet = sheet.across * sheet.down
  const pdf = new PDFDocument({ size: 'A4', margin: 0, info: { Title: `${archiveName(first)}–${archiveName(last)}` } })
  const edge = Math.min(2, sheet.height * 0.1)
  const size = Math.min(sheet.height - 2 * edge, sheet.width * 0.42)
  return bytesOf(pdf, () => {
    for (let number = first; number <= last; number++) {
      const index = skip + number - first
      if (index % aSheet === 0 && index > 0) pdf.addPage().font('text')
      const { x, y } = placeOf(sheet, index % aSheet)
      drawCode(
        pdf,
        `${markPrefix}${token}:${number}`,
        (x + edge + 0.6) * mm,
        (y + (sheet.height - size) / 2) * mm,
        size * mm,
      )
      const left = x + edge + 0.6 + size + 1
      const room = sheet.width - (left - x) - edge
      const letters = Math.min(14, room * mm * 0.235)
      pdf
        .fontSize(letters)
        .text(archiveName(number), left * mm, (y + sheet.height / 2) * mm - letters * 0.66, { lineBreak: false })
    }
  })
}

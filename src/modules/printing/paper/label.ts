/** Labels and slips as PDF of exactly the size that the printer's paper has: what is drawn for one size is turned and scaled to another. */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

const require = createRequire(import.meta.url)
const faces = {
  text: require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
}
/** Points in a millimetre. */
export const mm = 72 / 25.4
export const labelInk = { ink: '#16181a', grey: '#5c5f63' } as const

export interface LabelSize {
  readonly widthMm: number
  readonly heightMm: number
}

export interface LabelSheet {
  readonly title: string
  readonly at: Temporal.Instant
  readonly size: LabelSize
  /** Width and height, mm, for which `draw` draws. */
  readonly natural: readonly [number, number]
  readonly pages?: number
}

/** Lays the paper's own measure over what is drawn: a label that stands is drawn lying where the drawing lies. */
function lay(pdf: PDFKit.PDFDocument, { size, natural }: LabelSheet): void {
  const [width, height] = [size.widthMm * mm, size.heightMm * mm]
  const isTurned = size.widthMm > size.heightMm !== natural[0] > natural[1] && natural[0] !== natural[1]
  const [across, down] = isTurned ? [height, width] : [width, height]
  if (isTurned) pdf.translate(width, 0).rotate(90)
  const scale = Math.min(across / (natural[0] * mm), down / (natural[1] * mm))
  pdf.translate((across - natural[0] * mm * scale) / 2, (down - natural[1] * mm * scale) / 2).scale(scale)
  // Where a page ends is reckoned in its own points, not in those of what is drawn on it.
  pdf.page.maxY = () => Number.MAX_SAFE_INTEGER
}

export async function labelPdf(sheet: LabelSheet, draw: (pdf: PDFKit.PDFDocument, page: number) => void) {
  const { title, at, size, pages = 1 } = sheet
  const page = { size: [size.widthMm * mm, size.heightMm * mm] as [number, number], margin: 0 }
  const info = { Title: title, CreationDate: new Date(at.epochMilliseconds) }
  const pdf = new PDFDocument({ ...page, info })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  pdf.registerFont('text', faces.text).registerFont('strong', faces.strong)
  for (let one = 1; one <= pages; one++) {
    if (one > 1) pdf.addPage(page)
    pdf.save().font('text').fillColor(labelInk.ink)
    lay(pdf, sheet)
    draw(pdf, one)
    pdf.restore()
  }
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

/** The largest size at which a line fits. */
export function fitted(pdf: PDFKit.PDFDocument, text: string, width: number, most: number, least: number): number {
  for (let size = most; size > least; size -= 0.5) if (pdf.fontSize(size).widthOfString(text) <= width) return size
  return least
}

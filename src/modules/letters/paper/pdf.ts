/** Pages drawn as a PDF: the same pages are the same bytes, so that drawing again after a kill changes nothing. */
import PDFDocument from 'pdfkit'
import { faces } from './faces.ts'
import { type Ink, type Item, pageHeight, type Page, pageWidth } from './items.ts'

const inks: Readonly<Record<Ink, string>> = { ink: '#16181a', pale: '#5c5f63', link: '#1d4f91', gap: '#a12b1f' }

export interface PdfFacts {
  readonly title: string
  readonly author: string
  readonly language: string
  readonly on: Temporal.PlainDate
  /** Width and height in points; A4 where it is left out. */
  readonly size?: readonly [width: number, height: number]
  /** The headings are listed beside the pages and can be led to: of one letter alone, not of many in one file. */
  readonly outlined?: boolean
}

/** Bytes of pictures by their file; what is missing is left out, its words stand in its place. */
export type Pictures = ReadonlyMap<string, Buffer>

/** Draws pages one by one, so that a thousand letters never stand in memory as items. */
export async function pdfOf(
  pages: Iterable<Page> | AsyncIterable<Page>,
  facts: PdfFacts,
  pictures: Pictures = new Map(),
): Promise<Buffer> {
  const made = new Date(`${facts.on.toString()}T00:00:00Z`)
  const size: [number, number] = facts.size ? [...facts.size] : [pageWidth, pageHeight]
  const pdf = new PDFDocument({
    size,
    margin: 0,
    autoFirstPage: false,
    lang: facts.language,
    displayTitle: true,
    info: { Title: facts.title, Author: facts.author, CreationDate: made, ModDate: made },
  })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  for (const [name, path] of Object.entries(faces)) pdf.registerFont(name, path)
  const outline = facts.outlined ? outlineIn(pdf) : null
  for await (const page of pages) {
    pdf.addPage({ size, margin: 0 })
    for (const item of page.items) draw(pdf, item, pictures)
    outline?.(page)
  }
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

/** Adds a page's headings to the list beside the pages, each beneath what it is part of, and what leads to them. */
function outlineIn(pdf: PDFKit.PDFDocument): (page: Page) => void {
  const open: { depth: number; item: PDFKit.PDFOutline }[] = []
  return ({ places = [], jumps = [] }) => {
    for (const { id, title, depth, y } of places) {
      while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop()
      const above = open.at(-1)?.item ?? pdf.outline
      // pdfkit counts the left edge from the right
      const item = above.addItem(title, { expanded: true, top: y - 6, left: pageWidth } as never)
      open.push({ depth, item })
      pdf.addNamedDestination(id, 'XYZ', 0, y - 6, null as never)
    }
    for (const { to, x, y, width, height } of jumps) pdf.goTo(x, y, width, height, to)
  }
}

function draw(pdf: PDFKit.PDFDocument, item: Item, pictures: Pictures): void {
  if (item.kind === 'line')
    return void pdf.moveTo(item.x, item.y).lineTo(item.toX, item.toY).lineWidth(item.weight).stroke(inks[item.ink])
  if (item.kind === 'picture') return drawPicture(pdf, item, pictures)
  pdf.font(item.face).fontSize(item.size).fillColor(inks[item.ink])
  pdf.text(item.text, item.x, item.y, { lineBreak: false, baseline: 'alphabetic' })
  const rule = (y: number) =>
    pdf
      .moveTo(item.x, y)
      .lineTo(item.x + item.width, y)
      .lineWidth(item.size / 18)
      .stroke(inks[item.ink])
  if (item.underline) rule(item.y + item.size * 0.12)
  if (item.strike) rule(item.y - item.size * 0.3)
  if (item.href) pdf.link(item.x, item.y - item.size, item.width, item.size * 1.25, item.href)
}

function drawPicture(pdf: PDFKit.PDFDocument, item: Item & { kind: 'picture' }, pictures: Pictures): void {
  const bytes = pictures.get(item.fileId)
  try {
    if (bytes) return void pdf.image(bytes, item.x, item.y, { width: item.width, height: item.height })
  } catch {
    // not a picture that a PDF can hold: its words stand in its place
  }
  pdf.font('slanted').fontSize(9).fillColor(inks.pale)
  pdf.text(item.alt || '□', item.x, item.y + 9, { lineBreak: false, baseline: 'alphabetic' })
}

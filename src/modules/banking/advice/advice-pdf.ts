/** The sheet of an advice: A4, who paid whom, what for, from where to where. */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { AdvicePaper } from '../contract.ts'
import { figuresIn, lineWords, printed, wordsIn } from './letter.ts'

const require = createRequire(import.meta.url)
const faces = {
  text: require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
}

/** Points in a millimetre. */
const mm = 72 / 25.4
const left = 20 * mm
const right = 190 * mm
const bottom = 270 * mm
const grey = '#5c5f63'
const ink = '#16181a'

interface Style {
  readonly size?: number
  readonly strong?: boolean
  readonly pale?: boolean
  readonly width?: number
  readonly align?: 'left' | 'right'
}

class Page {
  readonly pdf: PDFKit.PDFDocument
  y = 92 * mm
  constructor(pdf: PDFKit.PDFDocument) {
    this.pdf = pdf
  }
  /** Gives where the text ends. */
  text(words: string, x: number, y: number, { size = 9.5, strong, pale, width = 78 * mm, align = 'left' }: Style = {}) {
    const options = { width, align, lineGap: size * 0.15 }
    this.pdf
      .font(strong ? 'strong' : 'text')
      .fontSize(size)
      .fillColor(pale ? grey : ink)
    this.pdf.text(words || ' ', x, y, options)
    return y + this.pdf.heightOfString(words || ' ', options)
  }
  rule(heavy = false): void {
    this.pdf
      .moveTo(left, this.y)
      .lineTo(right, this.y)
      .lineWidth(heavy ? 0.9 : 0.4)
      .stroke(heavy ? ink : '#b9bcc0')
    this.y += 1.8 * mm
  }
  /** A line of the table, on a new page where this one is full. */
  row(words: string, figure: string, style: Style = {}): void {
    if (this.y > bottom - 12 * mm) {
      this.pdf.addPage()
      this.y = 20 * mm
    }
    this.text(figure, 140 * mm, this.y, { ...style, width: 50 * mm, align: 'right' })
    this.y = this.text(words, left, this.y, { ...style, width: 115 * mm }) + 1.2 * mm
  }
}

/** The same bytes whenever it is drawn. */
export async function advicePdf(paper: AdvicePaper): Promise<Buffer> {
  const say = wordsIn(paper.language)
  const made = new Date(`${paper.on.toString()}T00:00:00Z`)
  const title = say('letter.advice.title')
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: paper.language,
    info: { Title: title, Author: paper.payer.name, CreationDate: made, ModDate: made },
  })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  for (const [name, face] of Object.entries(faces)) pdf.registerFont(name, face)
  draw(new Page(pdf), paper, title)
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

function draw(page: Page, paper: AdvicePaper, title: string): void {
  const say = wordsIn(paper.language)
  const figures = figuresIn(paper.language)
  const { payer, payee } = paper
  page.text(payer.name, left, 16 * mm, { size: 13, strong: true })
  page.text(payer.address.join('\n'), left, 23 * mm, { size: 8.5, pale: true })
  page.text(title, 112 * mm, 16 * mm, { size: 13, strong: true })
  page.text([payee.name, ...payee.address].join('\n'), 112 * mm, 47 * mm, { size: 10 })
  page.text(figures.day(paper.on), left, 80 * mm)
  const params = { amount: figures.money(paper.amount), on: figures.day(paper.on), office: payer.name }
  page.y = page.text(say('letter.advice.paid', params), left, page.y, { size: 10, width: right - left }) + 8 * mm
  page.row('', paper.amount.currency, { size: 8, pale: true })
  page.rule(true)
  for (const line of paper.lines) {
    page.row(lineWords(paper.language, line), figures.amount(line.amount))
    if (line.discount)
      page.row(say('letter.advice.discount'), figures.amount({ ...line.discount, minor: -line.discount.minor }), {
        pale: true,
      })
  }
  page.rule()
  page.row(say('letter.advice.sum'), figures.money(paper.amount), { size: 12, strong: true })
  page.y += 6 * mm
  page.row(`${say('letter.advice.from')}: ${printed(paper.from)}`, '')
  page.row(`${say('letter.advice.to')}: ${printed(paper.to)}`, '')
  if (paper.reference) page.row(`${say('letter.advice.reference')}: ${paper.reference}`, '')
  page.row(`${say('letter.advice.run')}: ${paper.run}`, '', { pale: true })
}

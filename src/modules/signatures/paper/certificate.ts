/** The page at the end of what was signed: who, when, how, of which bytes, at which line of the journal. */
import { a4, drawMark, drawn, grey, ink, line, mm, type Sealed, type SealedSigner } from './faces.ts'
import { type Keys } from '../words.ts'
import { calledOf, roleOf, wordsOf } from './words.ts'

const left = 20 * mm
const width = a4[0] - 2 * left
const bottom = a4[1] - 22 * mm

type Words = ReturnType<typeof wordsOf>

const grouped = (digest: string): string => digest.replace(/(.{8})(?=.)/g, '$1 ')

function headOf(pdf: PDFKit.PDFDocument, sealed: Sealed, { say, when }: Words): number {
  pdf
    .font('strong')
    .fontSize(19)
    .fillColor(ink)
    .text(say('paper.signatures.title'), left, 20 * mm, { width })
  pdf
    .font('text')
    .fontSize(11)
    .text(sealed.title, left, pdf.y + 4, { width })
  const facts: [Keys, string][] = [
    ['paper.signatures.put-in', `${sealed.putInBy}, ${sealed.office}, ${when(sealed.putInAt)}`],
    ['paper.signatures.pages', String(sealed.pages)],
  ]
  for (const [key, value] of facts) factLine(pdf, say(key), value, pdf.y + 5)
  factLine(pdf, say('paper.signatures.digest'), grouped(sealed.digest), pdf.y + 5)
  return pdf.y + 14
}

function factLine(pdf: PDFKit.PDFDocument, label: string, value: string, y: number): void {
  pdf
    .font('text')
    .fontSize(8.5)
    .fillColor(grey)
    .text(label, left, y, { width: 42 * mm })
  const after = pdf.y
  pdf
    .font('text')
    .fontSize(8.5)
    .fillColor(ink)
    .text(value, left + 44 * mm, y, { width: width - 44 * mm })
  pdf.y = Math.max(after, pdf.y)
}

const blockHeight = 33 * mm

function proofOf(one: SealedSigner, { say }: Words): string {
  const key = `paper.signatures.by.${one.proof ?? 'link'}` as Keys
  return say(key, { email: one.email ?? '', scan: one.scan ? grouped(one.scan).slice(0, 17) : '–' })
}

function blockOf(pdf: PDFKit.PDFDocument, one: SealedSigner, y: number, words: Words): void {
  const { say, when } = words
  const markWidth = 58 * mm
  pdf
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(0.6)
    .stroke(line)
  if (one.proof === 'paper')
    pdf
      .font('text')
      .fontSize(9)
      .fillColor(grey)
      .text(say('paper.signatures.on-paper'), left, y + 12 * mm, { width: markWidth, align: 'center' })
  else drawMark(pdf, one, [left, y + 3 * mm, markWidth, 22 * mm])
  const x = left + markWidth + 6 * mm
  const inside = { width: left + width - x }
  pdf
    .font('strong')
    .fontSize(11)
    .fillColor(ink)
    .text(calledOf(one, say), x, y + 4 * mm, inside)
  pdf
    .font('text')
    .fontSize(9)
    .text(roleOf(one, say), x, pdf.y + 1, inside)
  pdf.text(when(one.signedAt), x, pdf.y + 1, inside)
  pdf.fillColor(grey).text(proofOf(one, words), x, pdf.y + 1, inside)
  if (one.journal) pdf.text(say('paper.signatures.journal', { number: one.journal }), x, pdf.y + 1, inside)
}

function footOf(pdf: PDFKit.PDFDocument, sealed: Sealed, { say }: Words): void {
  pdf
    .font('text')
    .fontSize(8)
    .fillColor(grey)
    .text(say('paper.signatures.honest', { office: sealed.office }), left, bottom - 4 * mm, { width })
}

/** A4 pages to be added at the end. */
export async function certificatePdf(sealed: Sealed): Promise<Buffer> {
  const words = wordsOf(sealed)
  const title = words.say('paper.signatures.title')
  return drawn({ title, at: sealed.putInAt, size: a4 }, pdf => {
    let y = headOf(pdf, sealed, words)
    for (const one of sealed.signers) {
      if (y + blockHeight > bottom - 8 * mm) {
        footOf(pdf, sealed, words)
        pdf.addPage({ size: a4, margin: 0 })
        y = 20 * mm
      }
      blockOf(pdf, one, y, words)
      y += blockHeight
    }
    footOf(pdf, sealed, words)
  })
}

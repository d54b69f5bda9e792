/** The sheet that is printed behind a document to be signed with a pen, and where its fields lie. */
import { a4, drawCode, drawn, grey, ink, mm, type Sealed, type SealedSigner } from './faces.ts'
import { roleOf, wordsOf } from './words.ts'

const left = 20 * mm
const width = a4[0] - 2 * left
const fieldHeight = 26 * mm
const fieldStep = 44 * mm
const firstField = 78 * mm
/** Fields of one sheet; whoever comes after them signs on the next. */
export const fieldsOfSheet = 4

export type SheetBox = readonly [left: number, top: number, width: number, height: number]

/** Where the ink of a signer must be, as parts of the sheet: within the lines, so that they are no ink. */
export function fieldBox(index: number): SheetBox {
  const inset = 3 * mm
  const y = firstField + (index % fieldsOfSheet) * fieldStep
  return [(left + inset) / a4[0], (y + inset) / a4[1], (width - 2 * inset) / a4[0], (fieldHeight - 2 * inset) / a4[1]]
}

/** What the code on the sheet says: the office's own archive label, by which documents knows the paper when it is scanned. */
export const sheetCode = ({ number, token }: { number: number; token: string }): string => `KTR:${token}:${number}`

function fieldOf(
  pdf: PDFKit.PDFDocument,
  one: SealedSigner,
  index: number,
  say: ReturnType<typeof wordsOf>['say'],
): void {
  const y = firstField + (index % fieldsOfSheet) * fieldStep
  pdf.rect(left, y, width, fieldHeight).lineWidth(0.8).stroke(grey)
  pdf
    .font('strong')
    .fontSize(10)
    .fillColor(ink)
    .text(one.name, left, y + fieldHeight + 2 * mm, { width })
  pdf
    .font('text')
    .fontSize(9)
    .fillColor(grey)
    .text(roleOf(one, say), left, pdf.y + 1, { width })
}

/** The sheets for those who sign on paper; with the code where it is known. */
export async function signSheetPdf(sealed: Sealed): Promise<Buffer> {
  const { say } = wordsOf(sealed)
  const onPaper = sealed.signers.filter(one => one.way === 'paper')
  return drawn({ title: sealed.title, at: sealed.putInAt, size: a4 }, pdf => {
    for (const [index, one] of onPaper.entries()) {
      if (index % fieldsOfSheet === 0) {
        if (index > 0) pdf.addPage({ size: a4, margin: 0 })
        headOf(pdf, sealed, say)
      }
      fieldOf(pdf, one, index, say)
    }
  })
}

function headOf(pdf: PDFKit.PDFDocument, sealed: Sealed, say: ReturnType<typeof wordsOf>['say']): void {
  const side = 34 * mm
  if (sealed.sheet) drawCode(pdf, sheetCode(sealed.sheet), a4[0] - left - side, 18 * mm, side)
  const inside = { width: width - side - 8 * mm }
  pdf
    .font('strong')
    .fontSize(18)
    .fillColor(ink)
    .text(say('paper.signatures.sheet'), left, 20 * mm, inside)
  pdf
    .font('text')
    .fontSize(12)
    .text(sealed.title, left, pdf.y + 4, { ...inside, height: 34, ellipsis: true })
  pdf.fontSize(9).fillColor(grey)
  pdf.text(say('paper.signatures.sheet.pages', { pages: sealed.pages }), left, pdf.y + 4, inside)
  pdf
    .font('text')
    .fontSize(7.5)
    .text(`SHA-256 ${sealed.digest}`, left, 58 * mm, { width })
  pdf
    .font('text')
    .fontSize(9)
    .text(say('paper.signatures.sheet.use'), left, 64 * mm, { width })
}

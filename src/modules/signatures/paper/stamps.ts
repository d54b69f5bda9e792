/** What is drawn into the document itself: each signature at the place that was chosen for it. */
import { drawMark, drawn, grey, type Sealed } from './faces.ts'
import { calledOf, wordsOf } from './words.ts'

const width = 240
const height = 96

export interface Stamps {
  readonly sheets: Buffer
  readonly places: { page: number; box: readonly [number, number, number, number] }[]
}

/** One small sheet for each signature with a place of its own. */
export async function stampsOf(sealed: Sealed): Promise<Stamps> {
  const { say, when } = wordsOf(sealed)
  const placed = sealed.signers.filter(one => one.field !== null && one.proof !== 'paper')
  const at = sealed.putInAt
  const sheets = await drawn({ title: sealed.title, at, size: [width, height] }, pdf => {
    for (const [index, one] of placed.entries()) {
      if (index > 0) pdf.addPage({ size: [width, height], margin: 0 })
      drawMark(pdf, one, [6, 2, width - 12, 58])
      pdf
        .moveTo(6, 64)
        .lineTo(width - 6, 64)
        .lineWidth(0.6)
        .stroke('#8a8f94')
      const options = { width: width - 12, height: 12, ellipsis: true, lineBreak: false }
      pdf.font('strong').fontSize(9).fillColor('#16181a').text(calledOf(one, say), 6, 68, options)
      pdf.font('text').fontSize(8).fillColor(grey).text(when(one.signedAt), 6, 81, options)
    }
  })
  const places = placed.map(one => ({ page: one.field!.page, box: one.field!.box as never }))
  return { sheets, places }
}

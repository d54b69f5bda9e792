/** Badges, slips and what was signed, as PDF: the label of a label printer, a slip of a receipt's width, a sheet of A4. */
import { createRequire } from 'node:module'
import bwipjs from 'bwip-js/node'
import PDFDocument from 'pdfkit'
import { wordLocale } from '../../../kernel/language/catalogue.ts'
import { fitted, labelPdf, type LabelSize, mm, usualSize } from '../../printing/contract.ts'
import type { getParcel, getPaper } from '../contract.ts'
import { wordsIn } from '../words.ts'

export type Paper = ReturnType<typeof getPaper.output.parse>

const require = createRequire(import.meta.url)
const faces = {
  text: require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
}
const grey = '#5c5f63'
const ink = '#16181a'

interface Matrix {
  readonly pixs: readonly number[]
  readonly pixx: number
  readonly pixy: number
}

async function drawn(
  paper: Paper,
  size: [number, number],
  margin: number,
  draw: (pdf: PDFKit.PDFDocument) => void,
): Promise<Buffer> {
  const info = { Title: paper.name, CreationDate: new Date(paper.at.epochMilliseconds) }
  const pdf = new PDFDocument({ size, margin, info })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  pdf.registerFont('text', faces.text).registerFont('strong', faces.strong).font('text').fillColor(ink)
  draw(pdf)
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

/** A code as squares, so that it is sharp on any printer. */
function drawCode(pdf: PDFKit.PDFDocument, text: string, x: number, y: number, side: number): void {
  const [matrix] = bwipjs.raw('qrcode', text, 'eclevel=M') as unknown as Matrix[]
  if (!matrix) return
  const step = side / matrix.pixx
  for (let row = 0; row < matrix.pixy; row++)
    for (let column = 0; column < matrix.pixx; column++)
      if (matrix.pixs[row * matrix.pixx + column]) pdf.rect(x + column * step, y + row * step, step + 0.05, step + 0.05)
  pdf.fill(ink)
}

const dayIn = (paper: Paper): string =>
  new Intl.DateTimeFormat(wordLocale(paper.language), { timeZone: paper.zone, dateStyle: 'medium' }).format(
    paper.at.epochMilliseconds,
  )
const momentIn = (paper: Paper, at: Temporal.Instant): string =>
  new Intl.DateTimeFormat(wordLocale(paper.language), {
    timeZone: paper.zone,
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(at.epochMilliseconds)

/** Drawn for the continuous label of 62 mm of the common label printers, lying down. */
const badge = [100, 62] as const

export function badgePdf(paper: Paper, size: LabelSize = usualSize('badge')): Promise<Buffer> {
  const [width, height, edge] = [badge[0] * mm, badge[1] * mm, 5 * mm]
  const say = wordsIn(paper.language)
  return labelPdf({ title: paper.name, at: paper.at, size, natural: badge }, pdf => {
    const side = 20 * mm
    const left = paper.photo ? edge + 24 * mm : edge
    if (paper.photo) pdf.image(Buffer.from(paper.photo, 'base64'), edge, edge + 9 * mm, { fit: [21 * mm, 26 * mm] })
    const room = width - left - edge
    const one = { lineBreak: false, ellipsis: true, width: room } as const
    pdf
      .font('strong')
      .fontSize(10)
      .fillColor(grey)
      .text(paper.office, edge, edge, { lineBreak: false, width: width - 2 * edge })
    const words = paper.name.split(/\s+/)
    const [first, rest] = [words[0] ?? '', words.slice(1).join(' ')]
    pdf.font('strong').fillColor(ink)
    pdf.fontSize(fitted(pdf, first, room, 30, 14)).text(first, left, edge + 8 * mm, one)
    pdf.fontSize(fitted(pdf, rest, room, 18, 10)).text(rest, left, edge + 21 * mm, one)
    pdf.font('text').fontSize(11)
    if (paper.company) pdf.text(paper.company, left, edge + 30 * mm, { ...one, width: room - (paper.photo ? side : 0) })
    const host = paper.host ? say('paper.badge.host', { host: paper.host }) : ''
    pdf.fontSize(10).fillColor(grey)
    pdf.text(host, edge, height - edge - 12 * mm, { ...one, width: width - 2 * edge - side })
    const number = paper.badgeNo === null ? '' : `${say('paper.badge.number', { number: paper.badgeNo })} · `
    pdf.text(`${say('paper.badge.visitor')} · ${number}${dayIn(paper)}`, edge, height - edge - 6 * mm, {
      ...one,
      width: width - 2 * edge - side,
    })
    drawCode(pdf, paper.code, width - edge - side, height - edge - side, side)
  })
}

/** Drawn for a roll of 80 mm: as it lies on a dashboard, or beside a keyboard. */
const slipSize = [80, 70] as const

export function slipPdf(paper: Paper, size: LabelSize = usualSize('wifi-slip')): Promise<Buffer> {
  const { slip } = paper
  const say = wordsIn(paper.language)
  const edge = 6 * mm
  const width = slipSize[0] * mm - 2 * edge
  return labelPdf({ title: paper.name, at: paper.at, size, natural: slipSize }, pdf => {
    if (!slip) return
    const one = { width }
    pdf.font('strong').fontSize(11).fillColor(grey).text(paper.office, edge, edge, one)
    pdf
      .fontSize(17)
      .fillColor(ink)
      .text(say(`paper.slip.${slip.what}`), one)
      .moveDown(0.4)
    const main = slip.code ?? slip.plate ?? ''
    pdf
      .fontSize(fitted(pdf, main, width, 26, 9))
      .text(main, one)
      .moveDown(0.4)
    pdf.font('text').fontSize(11).text([paper.name, paper.company].filter(Boolean).join(', '), one)
    pdf.fillColor(grey).text(say('paper.slip.until', { until: momentIn(paper, slip.until) }), one)
    pdf.text(say('paper.slip.number', { number: slip.number }), one)
  })
}

export interface ParcelPaper
  extends Pick<ReturnType<typeof getParcel.output.parse>, 'forName' | 'sender' | 'count' | 'place' | 'cameAt'> {
  readonly office: string
  readonly zone: string
  readonly language: string
}

/** What is stuck on a parcel that waits at the counter: a label for each piece. */
export function parcelPdf(parcel: ParcelPaper, size: LabelSize = usualSize('parcel-label')): Promise<Buffer> {
  const say = wordsIn(parcel.language)
  const [width, edge] = [badge[0] * mm, 5 * mm]
  const room = width - 2 * edge
  const { forName, sender, count, place, cameAt: at } = parcel
  const came = new Intl.DateTimeFormat(wordLocale(parcel.language), {
    timeZone: parcel.zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at.epochMilliseconds)
  return labelPdf({ title: forName, at, size, natural: badge, pages: count }, (pdf, page) => {
    const one = { lineBreak: false, ellipsis: true, width: room } as const
    pdf.font('strong').fontSize(10).fillColor(grey).text(parcel.office, edge, edge, one)
    if (count > 1) pdf.text(`${page} / ${count}`, edge, edge, { ...one, align: 'right' })
    pdf.fillColor(ink).fontSize(fitted(pdf, forName, room, 34, 14))
    pdf.text(forName, edge, edge + 8 * mm, one)
    pdf.font('text').fontSize(12)
    if (sender) pdf.text(`${say('field.visitors.sender')}: ${sender}`, edge, edge + 26 * mm, one)
    if (place) pdf.text(place, edge, edge + 33 * mm, one)
    pdf
      .fontSize(10)
      .fillColor(grey)
      .text(came, edge, badge[1] * mm - edge - 6 * mm, one)
  })
}

export const signedName = (paper: Paper): string =>
  `${wordsIn(paper.language)('paper.signed.title')}, ${paper.name}`.replace(/[/\\:*?"<>|]/g, ' ').slice(0, 200) + '.pdf'

/** What was signed: the words that stood on the screen, who, when, and the stroke. */
export function signedPdf(paper: Paper): Promise<Buffer> {
  const say = wordsIn(paper.language)
  const margin = 22 * mm
  return drawn(paper, [210 * mm, 297 * mm], margin, pdf => {
    pdf
      .font('text')
      .fontSize(10)
      .fillColor(grey)
      .text([paper.office, paper.address].filter(Boolean).join(' · '))
      .moveDown(1.5)
    for (const one of paper.signed) {
      pdf
        .font('strong')
        .fontSize(16)
        .fillColor(ink)
        .text(say(`paper.signed.${one.what}`))
        .moveDown(0.6)
      pdf.font('text').fontSize(10.5).text(one.words, { lineGap: 2 }).moveDown(1)
      pdf.fillColor(grey).text(
        say('paper.signed.by', {
          name: [paper.name, paper.company].filter(Boolean).join(', '),
          when: momentIn(paper, one.at),
        }),
      )
      if (one.strokes) drawStrokes(pdf, one.strokes)
      pdf.fillColor(ink).moveDown(2)
    }
  })
}

function drawStrokes(pdf: PDFKit.PDFDocument, strokes: string): void {
  if (pdf.y > pdf.page.height - 120) pdf.addPage()
  const y = pdf.y + 6
  pdf
    .save()
    .translate(pdf.page.margins.left, y)
    .scale(0.4)
    .lineWidth(3)
    .lineCap('round')
    .lineJoin('round')
    .path(strokes)
    .stroke(ink)
    .restore()
  pdf.y = y + 200 * 0.4
}

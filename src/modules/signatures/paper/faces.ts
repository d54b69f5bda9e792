/** What papers of the folder are drawn with: faces, ink, a PDF as bytes, a code as squares. */
import { createRequire } from 'node:module'
import bwipjs from 'bwip-js/node'
import { type Font, openSync } from 'fontkit'
import PDFDocument from 'pdfkit'
import type { toSeal } from '../contract.ts'

export type Sealed = ReturnType<typeof toSeal.output.parse>
export type SealedSigner = Sealed['signers'][number]

const require = createRequire(import.meta.url)
const faces = {
  text: require.resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
}
const handFace = require.resolve('@expo-google-fonts/caveat/700Bold/Caveat_700Bold.ttf')
/** Points in a millimetre. */
export const mm = 72 / 25.4
export const ink = '#16181a'
export const grey = '#5c5f63'
export const line = '#b8bcc0'
/** The blue of a pen. */
export const pen = '#1b3f8f'
export const a4 = [595.28, 841.89] as [number, number]

/** The same content gives the same bytes: times stand in it by what happened, not by when it is drawn. */
export async function drawn(
  facts: { readonly title: string; readonly at: Temporal.Instant; readonly size: [number, number] },
  draw: (pdf: PDFKit.PDFDocument) => void,
): Promise<Buffer> {
  const info = { Title: facts.title, CreationDate: new Date(facts.at.epochMilliseconds) }
  const pdf = new PDFDocument({ size: facts.size, margin: 0, info, bufferPages: true })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  for (const [name, path] of Object.entries(faces)) pdf.registerFont(name, path)
  pdf.font('text').fillColor(ink)
  draw(pdf)
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

interface Matrix {
  readonly pixs: readonly number[]
  readonly pixx: number
  readonly pixy: number
}

export function drawCode(pdf: PDFKit.PDFDocument, text: string, x: number, y: number, side: number): void {
  const [matrix] = bwipjs.raw('qrcode', text, 'eclevel=M') as unknown as Matrix[]
  if (!matrix) return
  const step = side / matrix.pixx
  for (let row = 0; row < matrix.pixy; row++)
    for (let column = 0; column < matrix.pixx; column++)
      if (matrix.pixs[row * matrix.pixx + column]) pdf.rect(x + column * step, y + row * step, step + 0.05, step + 0.05)
  pdf.fill(ink)
}

type Box = readonly [left: number, top: number, width: number, height: number]

/** Draws a signature into a box: its strokes as they were drawn, or the name as one would write it. */
export function drawMark(
  pdf: PDFKit.PDFDocument,
  { strokes, typed }: Pick<SealedSigner, 'strokes' | 'typed'>,
  [x, y, width, height]: Box,
): void {
  if (strokes) {
    const scale = Math.min(width / 600, height / 200)
    pdf
      .save()
      .translate(x + (width - 600 * scale) / 2, y + (height - 200 * scale) / 2)
      .scale(scale)
    pdf.path(strokes).lineWidth(4).lineCap('round').lineJoin('round').stroke(pen).restore()
    return
  }
  if (typed) drawHand(pdf, typed, [x, y, width, height])
}

let hand: Font | null = null
/** Between words, in parts of the face's em. */
const space = 0.25

/** A name in a written hand, as outlines: fontkit cannot measure this face's space, so letters are set one by one. */
function drawHand(pdf: PDFKit.PDFDocument, typed: string, [x, y, width, height]: Box): void {
  hand ??= openSync(handFace) as Font
  const em = hand.unitsPerEm
  const letters = [...typed].map(sign => (sign.trim() === '' ? null : hand!.glyphForCodePoint(sign.codePointAt(0)!)))
  const wide = letters.reduce((sum, one) => sum + (one ? one.advanceWidth : space * em), 0)
  const scale = Math.min((height * 0.8) / em, width / wide)
  pdf.save().translate(x + (width - wide * scale) / 2, y + height / 2 + em * scale * 0.28)
  pdf.scale(scale, -scale)
  for (const one of letters) {
    if (one) pdf.path(one.path.toSVG()).fill(pen)
    pdf.translate(one ? one.advanceWidth : space * em, 0)
  }
  pdf.restore().fillColor(ink)
}

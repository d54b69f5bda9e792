import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { withPage, withPdf } from '../src/modules/documents/reading/pdf-document.ts'
import { renderPdfPage } from '../src/modules/documents/reading/pdf-render.ts'
import type { PageText } from './reading-texts.ts'

const require = createRequire(import.meta.url)

export const benchFonts = {
  sans: 'arimo/400Regular/Arimo_400Regular',
  serif: 'source-serif-4/400Regular/SourceSerif4_400Regular',
  plex: 'ibm-plex-sans/400Regular/IBMPlexSans_400Regular',
  open: 'open-sans/400Regular/OpenSans_400Regular',
} as const
export type BenchFont = keyof typeof benchFonts

/** A page as a PDF of one A4 sheet, and its text row by row. */
export async function writePage(text: PageText, font: BenchFont): Promise<{ pdf: Uint8Array; truth: string }> {
  const document = new PDFDocument({ size: 'A4', margin: 0 })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise(resolve => document.on('end', resolve))
  document.font(require.resolve(`@expo-google-fonts/${benchFonts[font]}.ttf`)).fontSize(10.5)
  const rows: string[] = []
  let y = 60
  const row = (cells: readonly (readonly [string, number, 'left' | 'right'])[], step: number) => {
    for (const [cell, x, side] of cells) {
      const at = side === 'left' ? x : x - document.widthOfString(cell)
      document.text(cell, at, y, { lineBreak: false })
    }
    rows.push(
      cells
        .map(([cell]) => cell)
        .filter(cell => cell !== '')
        .join(' '),
    )
    y += step
  }
  for (const line of text.head) row([[line, 60, 'left']], 16)
  y += 14
  for (const paragraph of text.paragraphs) {
    for (const line of wrap(document, paragraph, 475)) row([[line, 60, 'left']], 15)
    y += 12
  }
  y += 6
  for (const [what, count, price, sum] of text.table) {
    row(
      [
        [what, 60, 'left'],
        [count, 380, 'right'],
        [price, 450, 'right'],
        [sum, 535, 'right'],
      ],
      18,
    )
  }
  y += 16
  for (const line of text.foot) row([[line, 60, 'left']], 15)
  document.end()
  await ended
  return { pdf: Buffer.concat(chunks), truth: rows.join('\n') }
}

function wrap(document: PDFKit.PDFDocument, text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (document.widthOfString(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

export interface Damage {
  readonly dpi: number
  /** Degrees clockwise that the sheet lies askew. */
  readonly angle: number
  readonly turn: 0 | 90 | 180 | 270
  /** Standard deviation of the grey noise, 0 to 255; the paper is 244 and the ink 30. */
  readonly noise: number
  readonly seed: number
}

/** The page as a scanner would give it: turned, askew, greyish, noisy, a little soft; a PNG with its resolution. */
export async function scan(pdf: Uint8Array, damage: Damage): Promise<Buffer> {
  const clean = await withPdf(pdf, undefined, document =>
    withPage(document, 0, async page => renderPdfPage(page, damage.dpi, 'grey')),
  )
  if (clean === null) throw new Error('the page was not drawn')
  const raw = { width: clean.width, height: clean.height, channels: 1 as const }
  const { data, info } = await sharp(clean.data, { raw })
    .rotate(damage.angle, { background: '#fff' })
    .blur(0.5)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const random = gaussian(damage.seed)
  for (let at = 0; at < data.length; at++) {
    const grey = 30 + ((data[at] ?? 255) * 214) / 255
    data[at] = Math.max(0, Math.min(255, Math.round(grey + damage.noise * random())))
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } })
    .rotate(damage.turn)
    .withMetadata({ density: damage.dpi })
    .png()
    .toBuffer()
}

/** Normally distributed numbers from a seed (mulberry32, then the sum of three uniform ones). */
function gaussian(seed: number): () => number {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
  return () => (uniform() + uniform() + uniform() - 1.5) * 2
}

import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { ReadOptions } from '../options.ts'
import { type PdfDocument, withPage, withPdf } from '../pdf-document.ts'
import { renderPdfPage } from '../pdf-render.ts'
import { decodePicture, isColourful, rawOf, resized, turned, greyOf } from '../picture.ts'
import { findingOf, ReadingProblem } from '../problem.ts'
import type { Raster } from '../raster.ts'
import { read } from '../read.ts'
import type { Page, Reading } from '../types.ts'
import { mergePages, type PagePlace } from './merge.ts'
import { pdfOf, type PicturePage } from './pdf-file.ts'

/** Resolution of the pictures in the written PDF: fine print stays legible, a page about 200 kB. The original is kept anyway. */
const PICTURE_DPI = 200
const JPEG_QUALITY = 72

/**
 * Reads a file and writes it as a PDF whose text can be searched and copied: pages that were recognised are drawn upright
 * and level with their words behind them; pages with a text layer of their own are kept as they are, and a file of such pages
 * alone is copied byte for byte. What cannot be drawn is reported as `pdf-not-written` among the reading's warnings.
 */
export async function writeSearchablePdf(
  bytes: Uint8Array,
  name: string,
  out: string,
  options: ReadOptions = {},
): Promise<Reading> {
  const reading = await read(bytes, name, options)
  if (reading.error !== null) return withWarning(reading, { cause: reading.error.name })
  try {
    await writeFile(out, await searchablePdf(bytes, reading, options.password))
    return reading
  } catch (thrown) {
    const finding = findingOf(thrown)
    return withWarning(reading, { cause: String(finding.data?.['cause'] ?? finding.name) })
  }
}

function withWarning(reading: Reading, data: { cause: string }): Reading {
  return { ...reading, warnings: [...reading.warnings, { name: 'pdf-not-written', data }] }
}

/** The searchable PDF of a file that was read before, without recognising it again. */
export async function searchablePdf(
  bytes: Uint8Array,
  reading: Pick<Reading, 'mediaKind' | 'pages'>,
  password?: string,
): Promise<Uint8Array> {
  if (reading.mediaKind === 'image') return pdfOf(await picturePages(bytes, reading.pages))
  if (reading.mediaKind !== 'pdf') throw new ReadingProblem('no-picture', { mediaKind: reading.mediaKind })
  if (reading.pages.some(page => page.origin !== undefined)) return asPlanned(bytes, password, reading.pages)
  const recognised = reading.pages.filter(page => page.source === 'ocr')
  if (recognised.length === 0) return bytes
  return withDrawnPages(bytes, password, recognised)
}

const indexOf = (page: Page) => (page.origin ?? page.number) - 1

async function picturePages(bytes: Uint8Array, pages: readonly Page[]): Promise<PicturePage[]> {
  const drawn: PicturePage[] = []
  for (const page of pages) {
    const { raster } = await decodePicture(bytes, indexOf(page), 'rgb')
    drawn.push(await picturePage(raster, page))
  }
  return drawn
}

/** The pages in the order of their plan, and those alone. */
async function asPlanned(bytes: Uint8Array, password: string | undefined, pages: readonly Page[]): Promise<Uint8Array> {
  const drawn: PicturePage[] = []
  const order: PagePlace[] = []
  await withPdf(bytes, password, async document => {
    for (const page of pages) {
      const picture = page.source === 'ocr' ? await drawnPage(document, page) : null
      if (picture) order.push({ from: 'drawn', index: drawn.push(picture) - 1 })
      else order.push({ from: 'original', index: indexOf(page), turned: page.turned ?? 0 })
    }
  })
  const pdf = pdfOf(drawn)
  return order.every(place => place.from === 'drawn') ? pdf : mergePages(bytes, password, pdf, order)
}

async function drawnPage(document: PdfDocument, page: Page): Promise<PicturePage | null> {
  const picture = await withPage(document, indexOf(page), async p => renderPdfPage(p, PICTURE_DPI, 'rgb'))
  return picture && picturePage(picture, page)
}

async function withDrawnPages(
  bytes: Uint8Array,
  password: string | undefined,
  recognised: readonly Page[],
): Promise<Uint8Array> {
  const order: PagePlace[] = []
  const drawn: PicturePage[] = []
  await withPdf(bytes, password, async document => {
    for (let index = 0; index < document.pageCount; index++) {
      const page = recognised.find(candidate => indexOf(candidate) === index)
      const picture = page ? await drawnPage(document, page) : null
      if (picture === null) order.push({ from: 'original', index })
      else order.push({ from: 'drawn', index: drawn.push(picture) - 1 })
    }
  })
  const pdf = pdfOf(drawn)
  return order.every(place => place.from === 'drawn') ? pdf : mergePages(bytes, password, pdf, order)
}

/** Turns a picture upright and level as its page tells, and packs it. */
async function picturePage(raster: Raster, page: Page): Promise<PicturePage> {
  const plain = (await isColourful(raster)) ? raster : await greyOf(raster)
  const wanted = (longSide(page.width, page.height) * PICTURE_DPI) / 72
  const upright = await turned(plain, page.turn, page.skew)
  const small = await resized(upright, Math.min(1, wanted / longSide(upright.width, upright.height)))
  const { data, info } = await sharp(small.data, rawOf(small))
    .toColourspace(plain.channels === 1 ? 'b-w' : 'srgb')
    .removeAlpha()
    .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:2:0' })
    .toBuffer({ resolveWithObject: true })
  return { jpeg: data, pixels: { width: info.width, height: info.height, channels: info.channels }, page }
}

function longSide(width: number, height: number): number {
  return Math.max(width, height)
}

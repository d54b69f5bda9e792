import sharp from 'sharp'
import { withPage, withPdf } from './pdf-document.ts'
import { renderPdfPage } from './pdf-render.ts'
import { decodePicture, rawOf, resized, turned } from './picture.ts'
import { ReadingProblem } from './problem.ts'
import type { Raster } from './raster.ts'
import type { MediaKind } from './types.ts'

export interface RenderOptions {
  /** From 1. */
  readonly page: number
  /** Pixels of the upright picture; the height follows. */
  readonly width: number
  readonly turn?: 0 | 90 | 180 | 270
  readonly skew?: number
  readonly format?: 'webp' | 'png'
  readonly password?: string
}

const WIDEST = 4000

/** A page as a picture for people, turned and levelled as its reading says, so that boxes lie where the words are. */
export async function renderPage(bytes: Uint8Array, mediaKind: MediaKind, options: RenderOptions): Promise<Uint8Array> {
  const width = Math.max(1, Math.min(WIDEST, Math.round(options.width)))
  const turn = options.turn ?? 0
  const raw = await draw(bytes, mediaKind, options, width)
  const upright = await turned(raw, turn, options.skew ?? 0)
  const sized = await resized(upright, width / upright.width)
  const picture = sharp(sized.data, rawOf(sized)).removeAlpha()
  return options.format === 'png' ? picture.png().toBuffer() : picture.webp({ quality: 82, effort: 2 }).toBuffer()
}

/** The page as stored, a little larger than wanted, since levelling it takes sharpness and a margin. */
async function draw(bytes: Uint8Array, mediaKind: MediaKind, options: RenderOptions, width: number): Promise<Raster> {
  if (mediaKind === 'image') return (await decodePicture(bytes, options.page - 1, 'rgb')).raster
  if (mediaKind !== 'pdf') throw new ReadingProblem('no-picture', { mediaKind })
  const sideways = options.turn === 90 || options.turn === 270
  const margin = (options.skew ?? 0) === 0 ? 1 : 1.3
  const raster = await withPdf(bytes, options.password, document =>
    withPage(document, options.page - 1, async page => {
      const points = sideways ? page.height : page.width
      return renderPdfPage(page, (72 * width * margin) / points, 'rgb')
    }),
  )
  if (raster === null) throw new ReadingProblem('no-such-page', { page: options.page })
  return raster
}

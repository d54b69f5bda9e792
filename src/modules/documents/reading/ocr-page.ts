import { codesOn } from './codes.ts'
import { skewOf } from './deskew.ts'
import type { Limits } from './options.ts'
import { turned } from './picture.ts'
import type { Raster } from './raster.ts'
import { recogniseWith } from './tesseract.ts'
import type { Code, Page, Word } from './types.ts'
import { linesOf } from './words.ts'

export interface RecognisedPage {
  readonly page: Page
  readonly codes: readonly Code[]
}

/** A picture of a page brought upright: quarter turns, then skew. */
export interface Upright {
  readonly raster: Raster
  readonly turn: 0 | 90 | 180 | 270
  readonly skew: number
}

/** Recognises a grey picture of one page. */
export async function recognisePage(
  picture: Raster,
  dpi: number,
  number: number,
  limits: Limits,
): Promise<RecognisedPage> {
  const upright = await bringUpright(picture)
  const words = await recogniseWith(limits.ocr, upright.raster, dpi)
  return { page: pageOf(words, upright, dpi, number), codes: await codesOn(upright.raster, number) }
}

export async function bringUpright(picture: Raster): Promise<Upright> {
  const turn = 0
  const skew = await skewOf(picture)
  return { raster: await turned(picture, turn, skew), turn, skew }
}

export function pageOf(words: readonly Word[], upright: Upright, dpi: number, number: number): Page {
  const { raster, turn, skew } = upright
  return {
    number,
    width: (raster.width * 72) / dpi,
    height: (raster.height * 72) / dpi,
    lines: linesOf(words, raster.width / raster.height),
    source: 'ocr',
    turn,
    skew,
  }
}

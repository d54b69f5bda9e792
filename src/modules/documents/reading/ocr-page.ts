import { codesOn } from './codes.ts'
import { evenLight } from './even-light.ts'
import type { Limits } from './options.ts'
import { models } from './photograph/models.ts'
import { readPhotograph } from './photograph/read-photograph.ts'
import { greyOf, resized, turned } from './picture.ts'
import type { Raster } from './raster.ts'
import { recogniseSheet, recogniseWith } from './tesseract.ts'
import { languagesFor } from './tesseract-languages.ts'
import type { Code, Page, Word } from './types.ts'
import { bringUpright, type Upright } from './upright.ts'
import { linesOf } from './words.ts'

export interface RecognisedPage {
  readonly page: Page
  readonly codes: readonly Code[]
  /** What the text is written in, where that is sure: the next page is expected to be in it too. */
  readonly language: string | null
}

/** Longest side of a photograph that is looked at: more pixels only cost. */
const PHOTOGRAPH_SIDE = 2600

/** Recognises a grey picture of one sheet: by tesseract, after it was brought upright. */
export async function recognisePage(
  picture: Raster,
  dpi: number,
  number: number,
  limits: Limits,
  expected: string | null,
): Promise<RecognisedPage> {
  const upright = await asTurned(await uprightSheet(picture, dpi, limits), limits.turns[number])
  const { words, language } = await recogniseSheet(limits, evenLight(upright.raster), dpi, expected)
  return { page: pageOf(words, upright, dpi, number), codes: await codesOn(upright.raster, number), language }
}

/** A grey picture of a sheet turned upright, for reading and for the searchable PDF alike. */
export function uprightSheet(picture: Raster, dpi: number, limits: Limits): Promise<Upright> {
  return bringUpright(picture, raster => confidenceOf(raster, dpi, limits))
}

/** Recognises a colour photograph or a receipt: by PP-OCR, or as a sheet where its models are not installed. */
export async function recognisePhotograph(
  picture: Raster,
  dpi: number,
  number: number,
  limits: Limits,
  expected: string | null,
): Promise<RecognisedPage> {
  const known = await models()
  if (known === null) return recognisePage(await greyOf(picture), dpi, number, limits, expected)
  const scale = Math.min(1, PHOTOGRAPH_SIDE / Math.max(picture.width, picture.height))
  const found = await bringUpright(await resized(picture, scale), async () => 0, false)
  const upright = await asTurned(found, limits.turns[number])
  const words = await readPhotograph(known, upright.raster, dpi * scale, limits)
  const codes = await codesOn(upright.raster, number)
  return { page: pageOf(words, upright, dpi * scale, number), codes, language: null }
}

/** A person has said that what was found upright is not. */
async function asTurned(upright: Upright, more: 90 | 180 | 270 | undefined): Promise<Upright> {
  if (more === undefined) return upright
  const turn = ((upright.turn + more) % 360) as Upright['turn']
  return { ...upright, raster: await turned(upright.raster, more, 0), turn }
}

/** Mean confidence of the longer words: a page on its head gives few and doubtful ones. */
async function confidenceOf(raster: Raster, dpi: number, limits: Limits): Promise<number> {
  const small = await resized(raster, Math.min(1, 150 / dpi))
  const words = await recogniseWith(limits.ocr, small, Math.min(dpi, 150), languagesFor(null))
  const long = words.filter(word => /^\p{L}{3,}$/u.test(word.text))
  return long.reduce((sum, word) => sum + word.confidence, 0) / Math.max(10, long.length)
}

function pageOf(words: readonly Word[], upright: Upright, dpi: number, number: number): Page {
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

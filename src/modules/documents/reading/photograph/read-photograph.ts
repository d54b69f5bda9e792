import { languageOf } from '../language.ts'
import type { Limits } from '../options.ts'
import type { Raster } from '../raster.ts'
import { recogniseWith } from '../tesseract.ts'
import { languagesFor } from '../tesseract-languages.ts'
import type { Word } from '../types.ts'
import { greyOf } from '../picture.ts'
import { withAccents } from './accents.ts'
import { readLines } from './line-words.ts'
import type { Models } from './models.ts'
import { findTextBoxes } from './text-boxes.ts'

const DETECTOR_SIDE = 1280
/** English needs no letter that the models lack, and Malay and Indonesian are what English receipts are taken for. */
const PLAIN = new Set(['en', 'ms', 'id'])

/**
 * The words of an upright colour photograph by PP-OCR. Its letters lack å ö ø æ ă â î ș ț ã ç õ €, so a text in a language
 * that needs them is read a second time by tesseract, from which only those letters are taken.
 */
export async function readPhotograph(models: Models, picture: Raster, dpi: number, limits: Limits): Promise<Word[]> {
  const boxes = await findTextBoxes(models, picture, DETECTOR_SIDE)
  const words = await readLines(models, picture, boxes)
  const language = languageOf(words.map(word => word.text).join(' '))
  if (words.length === 0 || (language !== null && PLAIN.has(language))) return words
  const second = await recogniseWith(limits.ocr, await greyOf(picture), dpi, languagesFor(language))
  return withAccents(words, second)
}

import { sureLanguageOf } from './language.ts'
import type { Limits } from './options.ts'
import type { Raster } from './raster.ts'
import { languagesFor } from './tesseract-languages.ts'
import { nativeTesseract, recogniseNative } from './tesseract-native.ts'
import { recogniseWasm } from './tesseract-wasm.ts'
import type { Word } from './types.ts'
import { textBand } from './text-band.ts'

/** Page segmentation: rows of one column, whatever their size. Narrow columns of figures are not lost, as in mode 3. */
const ROWS = 4
const BLOCK = 6

/** Reads an upright grey picture with the tesseract at hand: the machine's own, else the one carried along. */
export async function recogniseWith(
  ocr: Limits['ocr'],
  picture: Raster,
  dpi: number,
  languages: string,
  mode = ROWS,
): Promise<Word[]> {
  if (picture.width < 8 || picture.height < 8) return []
  const native = ocr === 'wasm' ? null : await nativeTesseract()
  if (native !== null) return recogniseNative(native, picture, dpi, languages, mode)
  return recogniseWasm(picture, dpi, languages, mode)
}

/**
 * Reads a sheet with the model of its language leading. The language is the one expected (of the page before), else that of
 * a band of its densest lines, read with all six; when the whole text then turns out to be in another, it is read once more.
 */
export async function recogniseSheet(
  { ocr, home }: Limits,
  picture: Raster,
  dpi: number,
  expected: string | null,
): Promise<{ words: Word[]; language: string | null }> {
  const first = expected ?? (await languageOfBand(ocr, picture, dpi))
  const models = languagesFor(first, home)
  const words = await recogniseWith(ocr, picture, dpi, models)
  const language = sureLanguageOf(textOf(words))
  if (language === null || languagesFor(language) === models) return { words, language: language ?? first }
  return { words: await recogniseWith(ocr, picture, dpi, languagesFor(language)), language }
}

async function languageOfBand(ocr: Limits['ocr'], picture: Raster, dpi: number): Promise<string | null> {
  const band = textBand(picture)
  return band === null ? null : sureLanguageOf(textOf(await recogniseWith(ocr, band, dpi, languagesFor(null), BLOCK)))
}

function textOf(words: readonly Word[]): string {
  return words.map(word => word.text).join(' ')
}

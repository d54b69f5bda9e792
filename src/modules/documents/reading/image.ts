import { isBlankSheet } from './blank-sheet.ts'
import { recognisePage, recognisePhotograph, type RecognisedPage } from './ocr-page.ts'
import type { Limits } from './options.ts'
import type { PagesRead } from './pdf.ts'
import { isBlank } from './pdf.ts'
import { decodePicture, greyOf, pictureCount, resized, type Picture } from './picture.ts'
import { isPhotograph } from './picture-kind.ts'
import { findingOf } from './problem.ts'
import type { Code, Finding, Page } from './types.ts'

/** Below this resolution letters are too small for tesseract; the picture is enlarged. */
const LEAST_DPI = 200
const MOST_DPI = 400

/** Every page of a picture file by recognition. */
export async function readImage(bytes: Uint8Array, limits: Limits, warnings: Finding[]): Promise<PagesRead> {
  const total = await pictureCount(bytes)
  const pages: Page[] = []
  const codes: Code[] = []
  let language = limits.language
  for (let index = 0; index < total; index++) {
    if (index >= Math.min(limits.maxPages, limits.maxOcrPages) || limits.isLate()) {
      warnings.push({ name: 'pages-not-read', data: { read: index, total } })
      break
    }
    try {
      const read = await readPicture(bytes, index, limits, language)
      language = read.language
      pages.push(read.page)
      codes.push(...read.codes)
    } catch (thrown) {
      if (total === 1) throw thrown
      warnings.push({ name: 'page-damaged', data: { page: index + 1, ...findingOf(thrown).data } })
    }
  }
  return { pages, codes, parts: [] }
}

async function readPicture(
  bytes: Uint8Array,
  index: number,
  limits: Limits,
  expected: string | null,
): Promise<RecognisedPage> {
  const picture = await decodePicture(bytes, index, 'rgb')
  const number = index + 1
  if (limits.ocr === 'none' || isBlank(picture.raster))
    return { page: { ...emptyPage(picture, number), blank: true }, codes: [], language: expected }
  if (picture.camera === false && (await isBlankSheet(await greyOf(picture.raster), picture.dpi)))
    return { page: { ...emptyPage(picture, number), blank: true }, codes: [], language: expected }
  const photograph = limits.picture === 'auto' ? await isPhotograph(picture) : limits.picture === 'photograph'
  if (photograph) return recognisePhotograph(picture.raster, picture.dpi, number, limits, expected)
  const { dpi } = picture
  const scale = dpi < LEAST_DPI ? LEAST_DPI / dpi : dpi > MOST_DPI ? MOST_DPI / dpi : 1
  const raster = await resized(await greyOf(picture.raster), scale)
  return recognisePage(raster, dpi * scale, number, limits, expected)
}

function emptyPage({ raster, dpi }: Picture, number: number): Page {
  const width = (raster.width * 72) / dpi
  const height = (raster.height * 72) / dpi
  return { number, width, height, lines: [], source: 'ocr', turn: 0, skew: 0 }
}

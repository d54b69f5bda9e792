import { recognisePage } from './ocr-page.ts'
import type { Limits } from './options.ts'
import type { PagesRead } from './pdf.ts'
import { isBlank } from './pdf.ts'
import { decodePicture, pictureCount, resized } from './picture.ts'
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
  for (let index = 0; index < total; index++) {
    if (index >= Math.min(limits.maxPages, limits.maxOcrPages) || performance.now() > limits.stopAtMs) {
      warnings.push({ name: 'pages-not-read', data: { read: index, total } })
      break
    }
    try {
      const read = await readPicture(bytes, index, limits)
      pages.push(read.page)
      codes.push(...read.codes)
    } catch (thrown) {
      if (total === 1) throw thrown
      warnings.push({ name: 'page-damaged', data: { page: index + 1, ...findingOf(thrown).data } })
    }
  }
  return { pages, codes, parts: [] }
}

async function readPicture(bytes: Uint8Array, index: number, limits: Limits) {
  const picture = await decodePicture(bytes, index, 'grey')
  const number = index + 1
  if (limits.ocr === 'none' || isBlank(picture.raster)) {
    const { width, height } = picture.raster
    const page: Page = {
      number,
      width: (width * 72) / picture.dpi,
      height: (height * 72) / picture.dpi,
      lines: [],
      source: 'ocr',
      turn: 0,
      skew: 0,
    }
    return { page, codes: [] }
  }
  const scale = picture.dpi < LEAST_DPI ? LEAST_DPI / picture.dpi : picture.dpi > MOST_DPI ? MOST_DPI / picture.dpi : 1
  const raster = await resized(picture.raster, scale)
  return recognisePage(raster, picture.dpi * scale, number, limits)
}

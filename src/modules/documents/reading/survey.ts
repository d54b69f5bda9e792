/** A first look at a scan, before anything is read: the codes that an office puts on its own papers. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { imageDataOf } from './codes.ts'
import { identify } from './identify.ts'
import { pictureCount, decodePicture, greyOf, resized } from './picture.ts'
import { withPage, withPdf, type PdfPage } from './pdf-document.ts'
import { largestPictureShare, renderPdfPage } from './pdf-render.ts'
import type { Raster } from './raster.ts'
import type { MediaKind } from './types.ts'
import { wasmBinary } from './wasm-file.ts'

/** A code of one's own office, as it stands on a page of the file; whether it is one is for the office to say. */
export interface PageMark {
  /** From 1. */
  readonly page: number
  readonly text: string
}

export interface Survey {
  readonly mediaKind: MediaKind
  /** Pages of the file; 0 where it has none. */
  readonly pages: number
  readonly marks: readonly PageMark[]
}

/** Begins every code that Kontor prints for itself; made of letters that a QR code holds two to eleven bits. */
export const markPrefix = 'KTR:'

const MARK = /^KTR:[0-9A-Z]{8,12}(?::\d{1,7})?$/
/** Pages looked at, and marks of one file, at most. */
const MOST_PAGES = 1000
const MOST_MARKS = 1000
/** A label of 10 mm height has modules of a third of a millimetre: three dots at this resolution. */
const LOOK_DPI = 240
const PHOTOGRAPH_SIDE = 2600

/** Looks for marks on the scanned pages of a PDF or picture; anything else, and pages of text, have none. */
export async function survey(bytes: Uint8Array, name: string, password?: string): Promise<Survey> {
  const { mediaKind } = identify(bytes, name)
  const marks: PageMark[] = []
  const look = async (picture: Raster, page: number) => {
    for (const text of await marksOn(picture)) if (marks.length < MOST_MARKS) marks.push({ page, text })
  }
  if (mediaKind === 'pdf') {
    const pages = await withPdf(bytes, password, async document => {
      for (let index = 0; index < Math.min(MOST_PAGES, document.pageCount); index++) {
        const picture = await withPage(document, index, async page =>
          isScanned(page) ? renderPdfPage(page, LOOK_DPI, 'grey') : null,
        )
        if (picture !== null) await look(picture, index + 1)
      }
      return document.pageCount
    })
    return { mediaKind, pages, marks }
  }
  if (mediaKind !== 'image') return { mediaKind, pages: 0, marks }
  const pages = await pictureCount(bytes)
  for (let index = 0; index < Math.min(MOST_PAGES, pages); index++) {
    const { raster } = await decodePicture(bytes, index, 'grey')
    const scale = Math.min(1, PHOTOGRAPH_SIDE / Math.max(raster.width, raster.height))
    await look(await resized(await greyOf(raster), scale), index + 1)
  }
  return { mediaKind, pages, marks }
}

const TEXT = 1

/** A picture of the whole page, or a page without any text of its own. */
export function isScanned(page: PdfPage): boolean {
  if (largestPictureShare(page) > 0.6) return true
  const count = Math.min(200, page.lib.call['FPDFPage_CountObjects']!(page.handle))
  for (let index = 0; index < count; index++) {
    const object = page.lib.call['FPDFPage_GetObject']!(page.handle, index)
    if (object !== 0 && page.lib.call['FPDFPageObj_GetType']!(object) === TEXT) return false
  }
  return count > 0
}

let prepared = false

async function marksOn(picture: Raster): Promise<string[]> {
  if (!prepared) {
    prepareZXingModule({ overrides: { wasmBinary: wasmBinary('zxing-wasm/reader/zxing_reader.wasm') } })
    prepared = true
  }
  const found = await readBarcodes(imageDataOf(picture), {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: 8,
    textMode: 'Plain',
  })
  return [...new Set(found.filter(code => code.isValid && MARK.test(code.text)).map(({ text }) => text))]
}

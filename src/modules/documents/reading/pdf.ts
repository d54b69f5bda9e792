import { isBlankSheet } from './blank-sheet.ts'
import { recognisePage, recognisePhotograph, type RecognisedPage } from './ocr-page.ts'
import { showsPhotograph } from './picture-kind.ts'
import type { Limits } from './options.ts'
import { codesOfPdfPage } from './pdf-codes.ts'
import { attachmentsOf, withPage, withPdf, type PdfDocument, type PdfPage } from './pdf-document.ts'
import { largestPictureShare, renderPdfPage } from './pdf-render.ts'
import { isScanned } from './survey.ts'
import { textLayerOf, type TextLayer } from './pdf-words.ts'
import { findingOf, ReadingProblem } from './problem.ts'
import type { Raster } from './raster.ts'
import type { Code, Finding, Page, Part } from './types.ts'
import { linesOf } from './words.ts'

export interface PagesRead {
  readonly pages: readonly Page[]
  readonly codes: readonly Code[]
  readonly parts: readonly Part[]
}

/** Dots per inch at which pages without a text layer are drawn for recognition. */
const OCR_DPI = 300

/** Payment codes stand on the first pages of a letter; on later ones nobody looks for them. */
const CODES_ON_FIRST = 5

/** Every page of a PDF, by its text layer where that is worth something, else by recognition. */
export async function readPdf(bytes: Uint8Array, limits: Limits, warnings: Finding[]): Promise<PagesRead> {
  return withPdf(bytes, limits.password, async document => {
    if (document.pageCount < 1) throw new ReadingProblem('file-damaged', { cause: 'no pages' })
    const reader = new PdfReader(document, limits, warnings)
    await reader.run()
    return { pages: reader.pages, codes: reader.codes, parts: attachmentsOf(document) }
  })
}

class PdfReader {
  readonly pages: Page[] = []
  readonly codes: Code[] = []
  readonly #document: PdfDocument
  readonly #limits: Limits
  readonly #warnings: Finding[]
  #language: string | null
  #recognised = 0
  #notRecognised = 0

  constructor(document: PdfDocument, limits: Limits, warnings: Finding[]) {
    this.#document = document
    this.#limits = limits
    this.#warnings = warnings
    this.#language = limits.language
  }

  async run(): Promise<void> {
    const total = this.#document.pageCount
    for (let index = 0; index < total; index++) {
      if (index >= this.#limits.maxPages || this.#limits.isLate()) {
        this.#warnings.push({ name: 'pages-not-read', data: { read: index, total } })
        break
      }
      const page = await withPage(this.#document, index, page => this.#page(page, index + 1))
      if (page === null) this.#warnings.push({ name: 'page-damaged', data: { page: index + 1 } })
      else this.pages.push(page)
    }
    if (this.#notRecognised > 0) {
      this.#warnings.push({ name: 'pages-not-recognised', data: { pages: this.#notRecognised, total } })
    }
  }

  async #page(page: PdfPage, number: number): Promise<Page> {
    const layer = textLayerOf(page)
    if (!needsRecognition(page, layer)) {
      if (number <= CODES_ON_FIRST) this.codes.push(...(await codesOfPdfPage(page, number, layer.turn)))
      return layerPage(page, layer, number)
    }
    if (this.#limits.ocr === 'none' || this.#mayNotRecognise()) return layerPage(page, layer, number)
    const read = await this.#recognise(page, number)
    if (read === 'blank') return { ...layerPage(page, layer, number), blank: true }
    if (read === null) return layerPage(page, layer, number)
    this.codes.push(...read.codes)
    const better = layer.letters === 0 || read.page.lines.length > 0
    return better ? read.page : layerPage(page, layer, number)
  }

  async #recognise(page: PdfPage, number: number): Promise<RecognisedPage | 'blank' | null> {
    try {
      const picture = renderPdfPage(page, OCR_DPI, 'grey')
      const dpi = (picture.width * 72) / page.width
      if (isScanned(page) && (await isBlankSheet(picture, dpi))) return 'blank'
      if (isBlank(picture)) return null
      this.#recognised++
      const read = (await showsPhotograph(picture))
        ? await recognisePhotograph(picture, dpi, number, this.#limits, this.#language)
        : await recognisePage(picture, dpi, number, this.#limits, this.#language)
      this.#language = read.language
      return read
    } catch (thrown) {
      this.#warnings.push({ name: 'page-not-recognised', data: { page: number, ...findingOf(thrown).data } })
      return null
    }
  }

  #mayNotRecognise(): boolean {
    const over = this.#recognised >= this.#limits.maxOcrPages || this.#limits.isLate()
    if (over) this.#notRecognised++
    return over
  }
}

/** No letters, rubbish letters, or a few visible letters over a picture of the whole page (a scanner's stamp). */
function needsRecognition(page: PdfPage, layer: TextLayer): boolean {
  if (layer.letters === 0) return true
  if (layer.unmapped > layer.letters * 0.2) return true
  return layer.letters < 200 && !layer.invisible && largestPictureShare(page) > 0.6
}

function layerPage(page: PdfPage, layer: TextLayer, number: number): Page {
  const sideways = layer.turn === 90 || layer.turn === 270
  const width = sideways ? page.height : page.width
  const height = sideways ? page.width : page.height
  const lines = linesOf(layer.words, width / height)
  return { number, width, height, lines, source: 'text-layer', turn: layer.turn, skew: 0 }
}

/** A picture whose greys hardly differ has nothing to read. */
export function isBlank(picture: Raster): boolean {
  const { data } = picture
  let dark = 0
  let light = 0
  for (let at = 0; at < data.length; at += 5) {
    if ((data[at] ?? 255) < 160) dark++
    else light++
  }
  return Math.min(dark, light) < (dark + light) * 0.00005
}

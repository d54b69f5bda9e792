/** Draws small sheets into the pages of a file and adds pages at its end; everything else of a PDF stays as it came. */
import { type CutFile, cutPdfs } from './cut.ts'
import { withPdf } from './pdf-document.ts'
import { type Pdfium, withMemory } from './pdfium.ts'
import { ReadingProblem } from './problem.ts'
import { importPage, savePdf } from './searchable/merge.ts'

/** Where a sheet goes: left, top, width, height as parts of the page as it is shown. */
export interface StampPlace {
  /** From 1. */
  readonly page: number
  readonly box: readonly [number, number, number, number]
}

export interface Stamping {
  /** A PDF with one page for each place, in their order. */
  readonly sheets: Uint8Array
  readonly places: readonly StampPlace[]
  /** A PDF whose pages are added. */
  readonly added: Uint8Array
}

/** fpdf_save.h: the copy is written without encryption, which nobody's password is asked for. */
const withoutEncryption = 3

export async function stampPdf(file: CutFile, { sheets, places, added }: Stamping): Promise<Uint8Array> {
  const bytes = file.mediaKind === 'pdf' ? file.bytes : await pictureAsPdf(file)
  return withPdf(bytes, undefined, async ({ lib, handle, pageCount }) => {
    if (places.some(({ page }) => page > pageCount)) throw new ReadingProblem('no-such-page', { page: pageCount + 1 })
    if (places.length > 0)
      await withPdf(sheets, undefined, async drawn => {
        for (const [index, place] of places.entries()) stampOne(lib, handle, drawn.handle, { index, ...place })
      })
    await withPdf(added, undefined, async more => {
      for (let index = 0; index < more.pageCount; index++)
        importPage(lib, handle, more.handle, { index, at: pageCount + index, turned: 0 })
    })
    return savePdf(lib, handle, lib.call['FPDF_GetSecurityHandlerRevision']!(handle) < 0 ? 0 : withoutEncryption)
  })
}

async function pictureAsPdf(file: CutFile): Promise<Uint8Array> {
  const [made] = await cutPdfs([file], [[{ file: 0, page: 1, turned: 0 }]])
  return made!
}

function stampOne(
  lib: Pdfium,
  document: number,
  sheets: number,
  { index, page: number, box }: StampPlace & { readonly index: number },
): void {
  const page = lib.call['FPDF_LoadPage']!(document, number - 1)
  if (page === 0) throw new ReadingProblem('page-damaged', { page: number })
  const sheet = lib.call['FPDF_NewXObjectFromPage']!(document, sheets, index)
  try {
    const object = lib.call['FPDF_NewFormObjectFromXObject']!(sheet)
    const source = lib.call['FPDF_LoadPage']!(sheets, index)
    const size = [lib.call['FPDF_GetPageWidthF']!(source), lib.call['FPDF_GetPageHeightF']!(source)] as const
    lib.call['FPDF_ClosePage']!(source)
    for (const matrix of [placing(lib, page, size, box), upright(lib, page)])
      lib.call['FPDFPageObj_Transform']!(object, ...matrix)
    lib.call['FPDFPage_InsertObject']!(page, object)
    if (lib.call['FPDFPage_GenerateContent']!(page) === 0) throw new ReadingProblem('page-damaged', { page: number })
  } finally {
    lib.call['FPDF_CloseXObject']!(sheet)
    lib.call['FPDF_ClosePage']!(page)
  }
}

type Matrix = readonly [number, number, number, number, number, number]

/** From the sheet to the page as it is shown: as large as it fits into the box, in its middle. */
function placing(
  lib: Pdfium,
  page: number,
  [sheetWidth, sheetHeight]: readonly [number, number],
  [left, top, width, height]: StampPlace['box'],
): Matrix {
  const [pageWidth, pageHeight] = [lib.call['FPDF_GetPageWidthF']!(page), lib.call['FPDF_GetPageHeightF']!(page)]
  const [boxWidth, boxHeight] = [width * pageWidth, height * pageHeight]
  const scale = Math.min(boxWidth / sheetWidth, boxHeight / sheetHeight)
  const x = left * pageWidth + (boxWidth - sheetWidth * scale) / 2
  const y = pageHeight * (1 - top) - boxHeight + (boxHeight - sheetHeight * scale) / 2
  return [scale, 0, 0, scale, x, y]
}

/** From the page as it is shown to its own space: turned back by its /Rotate, moved to where its box begins. */
function upright(lib: Pdfium, page: number): Matrix {
  const [left, bottom, width, height] = withMemory(lib, 16, pointer => {
    lib.call['FPDF_GetPageBoundingBox']!(page, pointer)
    const view = new DataView(lib.memory.buffer)
    // FS_RECTF: left, top, right, bottom
    const [l, t, r, b] = [0, 4, 8, 12].map(at => view.getFloat32(pointer + at, true)) as [
      number,
      number,
      number,
      number,
    ]
    return [l, b, r - l, t - b] as const
  })
  const quarter = lib.call['FPDFPage_GetRotation']!(page)
  if (quarter === 1) return [0, 1, -1, 0, left + width, bottom]
  if (quarter === 2) return [-1, 0, 0, -1, left + width, bottom + height]
  if (quarter === 3) return [0, -1, 1, 0, left, bottom + height]
  return [1, 0, 0, 1, left, bottom]
}

import { codesOn } from './codes.ts'
import type { PdfPage } from './pdf-document.ts'
import { floatsAt, placer, type Shown, uprightBox } from './pdf-place.ts'
import { renderPdfPart } from './pdf-render.ts'
import type { Code } from './types.ts'

/** Kinds of page object (fpdf_edit.h). */
const PATH = 2
const PICTURE = 3
const FORM = 5

const POINTS_PER_MM = 72 / 25.4
const MOST_OBJECTS = 4000
const MOST_PLACES = 6
/** A drawn code is one path of many squares, or very many small paths. */
const MANY_SEGMENTS = 150
const MANY_SPECKS = 120

/**
 * Barcodes and QR codes of a page that has a text layer. To draw and search whole pages would cost more than reading them,
 * so only pictures, forms and paths of a code's size are drawn, each by itself.
 */
export async function codesOfPdfPage(page: PdfPage, number: number, turn: 0 | 90 | 180 | 270): Promise<Code[]> {
  const codes: Code[] = []
  for (const place of candidates(page)) {
    const margin = 3 * POINTS_PER_MM
    const part: Shown = {
      left: Math.max(0, place.left - margin),
      top: Math.max(0, place.top - margin),
      right: Math.min(page.width, place.right + margin),
      bottom: Math.min(page.height, place.bottom + margin),
    }
    const sides = { width: part.right - part.left, height: part.bottom - part.top }
    for (const code of await codesOn(renderPdfPart(page, 220, part), number)) {
      const [x, y, width, height] = code.box
      const left = part.left + x * sides.width
      const top = part.top + y * sides.height
      const shown = { left, top, right: left + width * sides.width, bottom: top + height * sides.height }
      if (codes.some(known => known.text === code.text)) continue
      codes.push({ ...code, box: uprightBox(shown, page, turn) })
    }
  }
  return codes
}

/** Where a code may stand: in the page's own order, the most likely few. */
function candidates(page: PdfPage): Shown[] {
  const { lib } = page
  const scratch = lib.call['malloc']!(16)
  try {
    const place = placer(page, scratch)
    const places: Shown[] = []
    const specks: Shown[] = []
    const count = Math.min(MOST_OBJECTS, lib.call['FPDFPage_CountObjects']!(page.handle))
    for (let index = 0; index < count; index++) {
      const object = lib.call['FPDFPage_GetObject']!(page.handle, index)
      const type = object === 0 ? 0 : lib.call['FPDFPageObj_GetType']!(object)
      if (type !== PATH && type !== PICTURE && type !== FORM) continue
      if (lib.call['FPDFPageObj_GetBounds']!(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) continue
      const [left, bottom, right, top] = floatsAt(page, scratch)
      const shown = place(left, top, right, bottom)
      if (type !== PATH) places.push(shown)
      else if (lib.call['FPDFPath_CountSegments']!(object) >= MANY_SEGMENTS) places.push(shown)
      else if (isSpeck(shown)) specks.push(shown)
    }
    if (specks.length >= MANY_SPECKS) places.push(around(specks))
    return places.filter(isCodeSized).slice(0, MOST_PLACES)
  } finally {
    lib.call['free']!(scratch)
  }
}

/** At most 3 mm wide, and a bar may be 25 mm high. */
function isSpeck({ left, top, right, bottom }: Shown): boolean {
  return right - left < 3 * POINTS_PER_MM && bottom - top < 25 * POINTS_PER_MM
}

/** Between a small barcode and half a sheet. */
function isCodeSized({ left, top, right, bottom }: Shown): boolean {
  const width = (right - left) / POINTS_PER_MM
  const height = (bottom - top) / POINTS_PER_MM
  const [short, long] = width < height ? [width, height] : [height, width]
  return short >= 4 && long >= 9 && short <= 120 && long <= 180 && long / short < 15
}

function around(places: readonly Shown[]): Shown {
  return {
    left: Math.min(...places.map(place => place.left)),
    top: Math.min(...places.map(place => place.top)),
    right: Math.max(...places.map(place => place.right)),
    bottom: Math.max(...places.map(place => place.bottom)),
  }
}

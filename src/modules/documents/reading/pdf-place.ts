import type { PdfPage } from './pdf-document.ts'
import type { Box } from './types.ts'

/** A rectangle in points from the top left corner of the page as shown, y downwards. */
export interface Shown {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The four floats of an FS_RECTF, or four floats written one after another. */
export function floatsAt(page: PdfPage, pointer: number): [number, number, number, number] {
  const view = new Float32Array(page.lib.memory.buffer, pointer, 4)
  return [view[0] ?? 0, view[1] ?? 0, view[2] ?? 0, view[3] ?? 0]
}

/** How the page's own rectangles (y upwards, before /Rotate) come to stand on the page as shown. `scratch` is 16 bytes. */
export function placer(page: PdfPage, scratch: number) {
  const rotation = page.lib.call['FPDFPage_GetRotation']!(page.handle) & 3
  page.lib.call['FPDF_GetPageBoundingBox']!(page.handle, scratch)
  const [boxLeft, boxTop, boxRight, boxBottom] = floatsAt(page, scratch)
  return (left: number, top: number, right: number, bottom: number): Shown => {
    if (rotation === 0) {
      return { left: left - boxLeft, top: boxTop - top, right: right - boxLeft, bottom: boxTop - bottom }
    }
    if (rotation === 1) {
      return { left: bottom - boxBottom, top: left - boxLeft, right: top - boxBottom, bottom: right - boxLeft }
    }
    if (rotation === 2) {
      return { left: boxRight - right, top: bottom - boxBottom, right: boxRight - left, bottom: top - boxBottom }
    }
    return { left: boxTop - top, top: boxRight - right, right: boxTop - bottom, bottom: boxRight - left }
  }
}

/** A rectangle of the page as shown, as fractions of the page after it was turned clockwise by `turn`. */
export function uprightBox(shown: Shown, page: PdfPage, turn: 0 | 90 | 180 | 270): Box {
  const left = shown.left / page.width
  const right = shown.right / page.width
  const top = shown.top / page.height
  const bottom = shown.bottom / page.height
  const width = right - left
  const height = bottom - top
  if (turn === 0) return [left, top, width, height]
  if (turn === 180) return [1 - right, 1 - bottom, width, height]
  if (turn === 90) return [1 - bottom, left, height, width]
  return [top, 1 - right, height, width]
}

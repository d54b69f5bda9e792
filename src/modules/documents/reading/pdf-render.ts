import type { PdfPage } from './pdf-document.ts'
import type { Shown } from './pdf-place.ts'
import { ReadingProblem } from './problem.ts'
import type { Raster } from './raster.ts'

const FPDFBITMAP_GRAY = 1
const FPDFBITMAP_BGRX = 3
const FPDF_ANNOT = 0x01
const FPDF_REVERSE_BYTE_ORDER = 0x10
const FPDF_GRAYSCALE = 0x08

/** Largest picture that is ever rasterised, so that a page of a square kilometre costs no more than a page. */
const MAX_PIXELS = 40_000_000

/** The page at `dpi`, on white, smaller where it would exceed 40 megapixels; grey for recognition, RGBX for people. */
export function renderPdfPage(page: PdfPage, dpi: number, colour: 'grey' | 'rgb'): Raster {
  const scale = Math.min(dpi / 72, Math.sqrt(MAX_PIXELS / Math.max(1, page.width * page.height)))
  return draw(page, scale, { left: 0, top: 0, right: page.width, bottom: page.height }, colour)
}

/** A part of the page, in greys. */
export function renderPdfPart(page: PdfPage, dpi: number, part: Shown): Raster {
  const area = (part.right - part.left) * (part.bottom - part.top)
  return draw(page, Math.min(dpi / 72, Math.sqrt(MAX_PIXELS / Math.max(1, area))), part, 'grey')
}

function draw(page: PdfPage, scale: number, part: Shown, colour: 'grey' | 'rgb'): Raster {
  const width = Math.max(1, Math.round((part.right - part.left) * scale))
  const height = Math.max(1, Math.round((part.bottom - part.top) * scale))
  const channels = colour === 'grey' ? 1 : 4
  const { lib } = page
  const stride = Math.ceil((width * channels) / 4) * 4
  const buffer = lib.call['malloc']!(stride * height)
  if (buffer === 0) throw new ReadingProblem('page-too-large', { width, height })
  const format = colour === 'grey' ? FPDFBITMAP_GRAY : FPDFBITMAP_BGRX
  const bitmap = lib.call['FPDFBitmap_CreateEx']!(width, height, format, buffer, stride)
  try {
    if (bitmap === 0) throw new ReadingProblem('page-too-large', { width, height })
    const flags = FPDF_ANNOT | (colour === 'grey' ? FPDF_GRAYSCALE : FPDF_REVERSE_BYTE_ORDER)
    lib.call['FPDFBitmap_FillRect']!(bitmap, 0, 0, width, height, 0xffffffff | 0)
    const [left, top] = [Math.round(part.left * scale), Math.round(part.top * scale)]
    const [across, down] = [Math.round(page.width * scale), Math.round(page.height * scale)]
    lib.call['FPDF_RenderPageBitmap']!(bitmap, page.handle, -left, -top, across, down, 0, flags)
    const raw = Buffer.from(lib.memory.buffer, buffer, stride * height)
    return { data: unpadded(raw, width * channels, stride, height), width, height, channels }
  } finally {
    if (bitmap !== 0) lib.call['FPDFBitmap_Destroy']!(bitmap)
    lib.call['free']!(buffer)
  }
}

function unpadded(raw: Buffer, row: number, stride: number, height: number): Buffer {
  if (row === stride) return Buffer.from(raw)
  const data = Buffer.allocUnsafe(row * height)
  for (let y = 0; y < height; y++) raw.copy(data, y * row, y * stride, y * stride + row)
  return data
}

const FPDF_PAGEOBJ_IMAGE = 3

/** The share of the page (0 to 1) that its largest picture covers: near 1 for scans. */
export function largestPictureShare(page: PdfPage): number {
  const { lib } = page
  const count = Math.min(500, lib.call['FPDFPage_CountObjects']!(page.handle))
  const scratch = lib.call['malloc']!(16)
  let share = 0
  try {
    for (let index = 0; index < count; index++) {
      const object = lib.call['FPDFPage_GetObject']!(page.handle, index)
      if (object === 0 || lib.call['FPDFPageObj_GetType']!(object) !== FPDF_PAGEOBJ_IMAGE) continue
      if (lib.call['FPDFPageObj_GetBounds']!(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) continue
      const [left, bottom, right, top] = new Float32Array(lib.memory.buffer, scratch, 4) as unknown as number[]
      const area = Math.abs(((right ?? 0) - (left ?? 0)) * ((top ?? 0) - (bottom ?? 0)))
      share = Math.max(share, area / (page.width * page.height))
    }
  } finally {
    lib.call['free']!(scratch)
  }
  return Math.min(1, share)
}

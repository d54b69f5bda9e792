import sharp from 'sharp'
import type { Picture } from './picture.ts'
import { rawOf } from './picture.ts'
import type { Raster } from './raster.ts'

/** Height by width of the sheets that scanners give: A-series, Letter, Legal; and lying. */
const SHEETS = [Math.SQRT2, 11 / 8.5, 14 / 8.5]
const SHEET_TOLERANCE = 0.06

/**
 * Whether a picture is a photograph or a receipt rather than a scanned sheet: a camera's EXIF, the shape of no sheet of
 * paper, or a background that is not evenly white. The two are read by different recognisers.
 */
export async function isPhotograph(picture: Picture): Promise<boolean> {
  if (picture.camera) return true
  return !isSheet(picture.raster) || !(await isEvenlyWhite(picture.raster))
}

/** Whether a page of a PDF, drawn in greys, shows a receipt or a photographed paper and no sheet. */
export async function showsPhotograph(raster: Raster): Promise<boolean> {
  return isStrip(raster) || !(await isEvenlyWhite(raster))
}

/** More than twice as long as wide: no sheet, but what tills print. */
function isStrip({ width, height }: Raster): boolean {
  return Math.max(width, height) > 2 * Math.min(width, height)
}

/** The shape of a sheet of paper, standing or lying; a strip is a receipt. */
export function isSheet({ width, height }: Raster): boolean {
  const ratio = Math.max(width, height) / Math.min(width, height)
  return SHEETS.some(sheet => Math.abs(ratio / sheet - 1) < SHEET_TOLERANCE)
}

const GRID = 24
/** Recycled and tinted paper is still this bright; a table or a shadow is not. */
const WHITE = 190
const SPREAD = 40

/**
 * Looks at the brightest point in each cell of a grid, since paper shows between letters in most: scanned paper is white
 * nearly everywhere, photographed paper is grey, shaded, and has a table around it.
 */
async function isEvenlyWhite(raster: Raster): Promise<boolean> {
  const cell = 8
  const { data } = await sharp(raster.data, rawOf(raster))
    .resize({ width: GRID * cell, height: GRID * cell, fit: 'fill', kernel: 'linear' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const brightest: number[] = []
  for (let row = 0; row < GRID; row++) {
    for (let column = 0; column < GRID; column++) brightest.push(brightestIn(data, row * cell, column * cell, cell))
  }
  brightest.sort((a, b) => a - b)
  const low = brightest[Math.floor(brightest.length * 0.1)] ?? 0
  const middle = brightest[Math.floor(brightest.length / 2)] ?? 0
  return middle >= WHITE && middle - low <= SPREAD
}

function brightestIn(data: Buffer, top: number, left: number, cell: number): number {
  let most = 0
  for (let y = top; y < top + cell; y++) {
    for (let x = left; x < left + cell; x++) most = Math.max(most, data[y * GRID * cell + x] ?? 0)
  }
  return most
}

import sharp, { type Metadata } from 'sharp'
import { decodeHeic, heifKind } from './heic.ts'
import { ReadingProblem } from './problem.ts'
import type { Raster } from './raster.ts'
import { pixelShape } from './tiff-shape.ts'

/** One page of a picture file, EXIF rotation obeyed, on white. */
export interface Picture {
  readonly raster: Raster
  /** Dots per inch as the file states them, else as its shape suggests. */
  readonly dpi: number
  /** Made by a camera, as far as EXIF tells. */
  readonly camera: boolean
}

/** 100 megapixels: an A3 sheet at 600 dpi is 70. */
const MAX_PIXELS = 100_000_000

sharp.cache(false)
sharp.concurrency(1)

const OPENING = { limitInputPixels: MAX_PIXELS, failOn: 'none', sequentialRead: false } as const

/** How many pages a picture file has (TIFF, GIF, WebP may have several). */
export async function pictureCount(bytes: Uint8Array): Promise<number> {
  if (heifKind(bytes) === 'heic') return 1
  const meta = await metadata(bytes)
  return Math.max(1, meta.format === 'tiff' ? (meta.pages ?? 1) : 1)
}

async function metadata(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(bytes, OPENING).metadata()
  } catch (thrown) {
    throw problemOf(thrown)
  }
}

function problemOf(thrown: unknown): ReadingProblem {
  const cause = thrown instanceof Error ? thrown.message : String(thrown)
  if (/pixel limit/i.test(cause)) return new ReadingProblem('picture-too-large', { pixels: MAX_PIXELS })
  return new ReadingProblem('file-damaged', { cause: cause.slice(0, 300) })
}

/** Decodes a page (from 0) of a picture file into grey or colour. */
export async function decodePicture(bytes: Uint8Array, page: number, colour: 'grey' | 'rgb'): Promise<Picture> {
  if (heifKind(bytes) === 'heic') return phonePicture(decodeHeic(bytes, MAX_PIXELS), colour)
  const meta = await metadata(bytes)
  const opened = sharp(bytes, meta.format === 'tiff' ? { ...OPENING, page } : OPENING)
  const plain = opened.autoOrient().flatten({ background: '#fff' })
  const shaped = colour === 'grey' ? plain.toColourspace('b-w') : plain.toColourspace('srgb')
  try {
    const { data, info } = await shaped.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
    const raster = { data, width: info.width, height: info.height, channels: info.channels as 1 | 3 }
    const tall = meta.format === 'tiff' ? pixelShape(bytes, page) : 1
    const whole = tall === 1 ? raster : await taller(raster, tall)
    return { raster: whole, dpi: dpiOf(meta, whole.width, whole.height), camera: isCamera(meta) }
  } catch (thrown) {
    throw problemOf(thrown)
  }
}

/** A page whose dots are not square, as a fax in standard resolution has them, in its true shape. */
async function taller(raster: Raster, times: number): Promise<Raster> {
  const height = Math.max(1, Math.round(raster.height * times))
  const { data, info } = await sharp(raster.data, rawOf(raster))
    .resize({ width: raster.width, height, fit: 'fill', kernel: 'cubic' })
    .toColourspace(raster.channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels as 1 | 3 }
}

/** HEIC comes from phones: it is a photograph, and upright when it is decoded. */
async function phonePicture(raster: Raster, colour: 'grey' | 'rgb'): Promise<Picture> {
  const dpi = dpiOf({}, raster.width, raster.height)
  return { raster: colour === 'grey' ? await greyOf(raster) : raster, dpi, camera: true }
}

/** EXIF of a camera carries Make (0x010f) and Model as text; scanners rarely do, and then name no exposure. */
function isCamera(meta: Metadata): boolean {
  return meta.exif !== undefined && meta.exif.length > 400
}

/** A stated 72 or 96 dpi is only a default; then the longer side is taken for that of an A4 sheet (11.69 inch). */
function dpiOf(meta: Pick<Metadata, 'density'>, width: number, height: number): number {
  const stated = meta.density ?? 0
  if (stated >= 120 && stated <= 1200) return stated
  return Math.max(70, Math.min(600, Math.max(width, height) / 11.69))
}

/** Turns a picture clockwise by quarters, then by a fine angle on white; the canvas grows so that nothing is cut off. */
export async function turned(raster: Raster, turn: 0 | 90 | 180 | 270, skew: number): Promise<Raster> {
  if (turn === 0 && skew === 0) return raster
  let now = raster
  for (const angle of [turn, skew]) {
    if (angle === 0) continue
    const { data, info } = await sharp(now.data, rawOf(now))
      .rotate(angle, { background: '#fff' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    now = { data, width: info.width, height: info.height, channels: info.channels as 1 | 3 }
  }
  return greyAgain(now, raster.channels)
}

/** sharp makes three channels of one when it paints a background; this gives the first back. */
function greyAgain(raster: Raster, channels: number): Promise<Raster> {
  return raster.channels === channels ? Promise.resolve(raster) : greyOf(raster)
}

/** The picture in greys. */
export async function greyOf(raster: Raster): Promise<Raster> {
  if (raster.channels === 1) return raster
  const { data, info } = await sharp(raster.data, rawOf(raster))
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels as 1 | 3 }
}

/** Thousandths of a small copy's pixels that must be strongly coloured. */
const COLOUR_FROM = 6

/** Whether colour says anything on a picture: a stamp or a logo does, yellowed paper does not. */
export async function isColourful(raster: Raster): Promise<boolean> {
  if (raster.channels === 1) return false
  const { data, info } = await sharp(raster.data, rawOf(raster))
    .removeAlpha()
    .resize({ width: 200, height: 200, fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  let colourful = 0
  for (let at = 0; at < data.length; at += info.channels) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]]
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 48) colourful++
  }
  return colourful > (200 * 200 * COLOUR_FROM) / 1000
}

/** The picture made larger or smaller. */
export async function resized(raster: Raster, scale: number): Promise<Raster> {
  if (Math.abs(scale - 1) < 0.02) return raster
  const { data, info } = await sharp(raster.data, rawOf(raster))
    .resize({ width: Math.max(1, Math.round(raster.width * scale)), kernel: scale < 1 ? 'lanczos3' : 'cubic' })
    .toColourspace(raster.channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels as 1 | 3 }
}

/** The options by which sharp takes a picture in memory. */
export function rawOf(raster: Raster): { raw: { width: number; height: number; channels: 1 | 3 | 4 } } {
  return { raw: { width: raster.width, height: raster.height, channels: raster.channels } }
}

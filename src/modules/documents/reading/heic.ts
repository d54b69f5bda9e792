/** Photographs as phones store them (HEIF, ISO/IEC 23008-12, with HEVC pictures), which sharp's libvips cannot open. */
import { ReadingProblem } from './problem.ts'
import type { Raster } from './raster.ts'
import { requirePackage } from './wasm-file.ts'

/** What this file uses of libheif-js: its thin layer over the C interface, every call of it synchronous. */
interface Libheif {
  heif_context_alloc(): object | null
  heif_context_free(context: object): void
  heif_context_read_from_memory(context: object, bytes: Uint8Array): Answer
  /** The handle itself, or an answer that says why there is none. */
  heif_js_context_get_primary_image_handle(context: object): object & { readonly code?: unknown; message?: string }
  heif_image_handle_get_width(handle: object): number
  heif_image_handle_get_height(handle: object): number
  heif_image_handle_release(handle: object): void
  heif_js_decode_image2(handle: object, colours: unknown, chroma: unknown): Decoded
  heif_image_release(image: object): void
  readonly heif_error_code: { readonly heif_error_Ok: unknown }
  readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown }
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: unknown }
}
interface Answer {
  readonly code: unknown
  readonly message: string
}
interface Decoded extends Partial<Answer> {
  readonly image?: object
  readonly channels?: readonly { stride: number; width: number; height: number; data: Uint8Array }[]
}

const HEVC_BRANDS = /^(heic|heix|heim|heis|hevc|hevx|hevm|hevs)$/
const AV1_BRANDS = /^(avif|avis)$/
const ANY_HEIF = /^(mif1|mif2|msf1|miaf)$/

/** `heic`, `avif`, or null for what is no HEIF, by the brands of its first box (ISO/IEC 14496-12, `ftyp`). */
export function heifKind(bytes: Uint8Array): 'heic' | 'avif' | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256))
  if (head.length < 16 || head.toString('latin1', 4, 8) !== 'ftyp') return null
  const end = Math.min(head.length, head.readUInt32BE(0))
  const brands = [head.toString('latin1', 8, 12)]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(head.toString('latin1', at, at + 4))
  if (brands.some(brand => HEVC_BRANDS.test(brand))) return 'heic'
  if (brands.some(brand => AV1_BRANDS.test(brand))) return 'avif'
  return ANY_HEIF.test(brands[0] ?? '') ? 'heic' : null
}

const damaged = (cause: string) => new ReadingProblem('file-damaged', { cause: cause.slice(0, 300) })

/**
 * The main picture of a HEIC file, upright: the file's own turning and mirroring (`irot`, `imir`) is obeyed. Its EXIF says the
 * same again and is not asked: the format tells readers to leave it.
 */
export function decodeHeic(bytes: Uint8Array, mostPixels: number): Raster {
  const heif = requirePackage('libheif-js/wasm-bundle.js') as Libheif
  const context = heif.heif_context_alloc()
  if (context === null) throw damaged('no memory')
  try {
    const opened = heif.heif_context_read_from_memory(context, bytes)
    if (opened.code !== heif.heif_error_code.heif_error_Ok) throw damaged(opened.message)
    const handle = heif.heif_js_context_get_primary_image_handle(context)
    if (handle.code !== undefined) throw damaged(handle.message ?? 'no picture in it')
    try {
      const pixels = heif.heif_image_handle_get_width(handle) * heif.heif_image_handle_get_height(handle)
      if (!(pixels > 0)) throw damaged('a picture without a size')
      if (pixels > mostPixels) throw new ReadingProblem('picture-too-large', { pixels: mostPixels })
      return rasterOf(heif, handle)
    } finally {
      heif.heif_image_handle_release(handle)
    }
  } finally {
    heif.heif_context_free(context)
  }
}

function rasterOf(heif: Libheif, handle: object): Raster {
  const { heif_colorspace_RGB: colours } = heif.heif_colorspace
  const { heif_chroma_interleaved_RGB: chroma } = heif.heif_chroma
  const { image, channels, message } = heif.heif_js_decode_image2(handle, colours, chroma)
  if (image === undefined) throw damaged(message ?? 'the picture cannot be decoded')
  try {
    const { width, height, stride, data } = channels?.[0] ?? { width: 0, height: 0, stride: 0, data: new Uint8Array() }
    if (width * height === 0 || data.length < stride * (height - 1) + width * 3) throw damaged('an empty picture')
    const packed = Buffer.alloc(width * height * 3)
    for (let row = 0; row < height; row++)
      packed.set(data.subarray(row * stride, row * stride + width * 3), row * width * 3)
    return { data: packed, width, height, channels: 3 }
  } finally {
    heif.heif_image_release(image)
  }
}

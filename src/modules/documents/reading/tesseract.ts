import type { Limits } from './options.ts'
import type { Raster } from './raster.ts'
import { nativeTesseract, recogniseNative } from './tesseract-native.ts'
import { recogniseWasm } from './tesseract-wasm.ts'
import type { Word } from './types.ts'

/** Recognises an upright grey picture with the tesseract at hand: the machine's own, else the one carried along. */
export async function recogniseWith(ocr: Limits['ocr'], picture: Raster, dpi: number, mode = 3): Promise<Word[]> {
  if (picture.width < 8 || picture.height < 8) return []
  const native = ocr === 'wasm' ? null : await nativeTesseract()
  if (native !== null) return recogniseNative(native, picture, dpi, mode)
  return recogniseWasm(picture, dpi, mode)
}

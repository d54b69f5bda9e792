import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Raster } from './raster.ts'
import type { Box, Code } from './types.ts'
import { wasmBinary } from './wasm-file.ts'

let prepared = false

/** Barcodes and QR codes on an upright grey picture; codes without text are left out. */
export async function codesOn(picture: Raster, page: number): Promise<Code[]> {
  if (!prepared) {
    prepareZXingModule({ overrides: { wasmBinary: wasmBinary('zxing-wasm/reader/zxing_reader.wasm') } })
    prepared = true
  }
  const found = await readBarcodes(imageDataOf(picture), { tryHarder: true, maxNumberOfSymbols: 20, textMode: 'Plain' })
  return found
    .filter(code => code.isValid && code.text !== '')
    .map(code => ({ page, format: code.format, text: code.text, box: boxOf(Object.values(code.position), picture) }))
}

function boxOf(corners: readonly { readonly x: number; readonly y: number }[], { width, height }: Raster): Box {
  const xs = corners.map(corner => corner.x / width)
  const ys = corners.map(corner => corner.y / height)
  const left = Math.min(...xs)
  const top = Math.min(...ys)
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top]
}

/** zxing takes RGBA as a canvas gives it. */
export function imageDataOf(picture: Raster): ImageData {
  const { width, height, channels, data } = picture
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const from = pixel * channels
    rgba[pixel * 4] = data[from] ?? 255
    rgba[pixel * 4 + 1] = data[channels === 1 ? from : from + 1] ?? 255
    rgba[pixel * 4 + 2] = data[channels === 1 ? from : from + 2] ?? 255
    rgba[pixel * 4 + 3] = 255
  }
  return { data: rgba, width, height, colorSpace: 'srgb' } as ImageData
}

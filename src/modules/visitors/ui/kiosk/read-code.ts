/** Reads a QR code out of a picture; the reader and its program are fetched when the camera is first used. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import program from 'zxing-wasm/reader/zxing_reader.wasm?url'

prepareZXingModule({
  overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? program : prefix + path) },
})

/** Where the reader's program lies, for whoever keeps it for when there is no network. */
export const readerProgram: string = program

export async function readCode(canvas: HTMLCanvasElement): Promise<string | null> {
  const image = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
  if (!image) return null
  const [found] = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 })
  return found?.text ?? null
}

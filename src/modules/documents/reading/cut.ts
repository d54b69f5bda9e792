/** New files of pages of old ones: what was one is split, what was several is joined. */
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { pdfium } from './pdfium.ts'
import { withPdf } from './pdf-document.ts'
import { decodePicture } from './picture.ts'
import { ReadingProblem } from './problem.ts'
import { importPage, savePdf } from './searchable/merge.ts'
import type { MediaKind } from './types.ts'

export interface PageWanted {
  /** Which of the files, from 0. */
  readonly file: number
  /** From 1. */
  readonly page: number
  /** Degrees clockwise by which it shall stand otherwise than it came. */
  readonly turned: 0 | 90 | 180 | 270
}

export interface CutFile {
  readonly bytes: Uint8Array
  readonly mediaKind: MediaKind
}

/**
 * One PDF for each list of pages. Pages of a PDF keep their text, fonts and pictures; a JPEG is laid into its page as it is,
 * other pictures without loss.
 */
export async function cutPdfs(
  files: readonly CutFile[],
  parts: readonly (readonly PageWanted[])[],
): Promise<Uint8Array[]> {
  const lib = await pdfium()
  const made: Uint8Array[] = []
  for (const wanted of parts) {
    const target = lib.call['FPDF_CreateNewDocument']!()
    try {
      for (const [at, { file, page, turned }] of wanted.entries()) {
        const { bytes, mediaKind } = files[file]!
        const lone = mediaKind === 'image'
        if (!lone && mediaKind !== 'pdf') throw new ReadingProblem('no-picture', { mediaKind })
        const source = lone ? await pictureAsPdf(bytes, page) : bytes
        // The same file is opened anew for each run of its pages: what is kept open is memory.
        await withPdf(source, undefined, async document => {
          importPage(lib, target, document.handle, { index: lone ? 0 : page - 1, at, turned })
        })
      }
      made.push(savePdf(lib, target))
    } finally {
      lib.call['FPDF_CloseDocument']!(target)
    }
  }
  return made
}

/** One page of a picture file as a PDF of its size on paper. */
async function pictureAsPdf(bytes: Uint8Array, page: number): Promise<Buffer> {
  const { raster, dpi } = await decodePicture(bytes, page - 1, 'rgb')
  const size: [number, number] = [(raster.width * 72) / dpi, (raster.height * 72) / dpi]
  const meta = await sharp(bytes, { failOn: 'none', limitInputPixels: false }).metadata()
  const asIs = meta.format === 'jpeg' && meta.space === 'srgb' && (meta.orientation ?? 1) === 1
  const picture = asIs
    ? Buffer.from(bytes)
    : await sharp(raster.data, { raw: { width: raster.width, height: raster.height, channels: raster.channels } })
        .png({ compressionLevel: 6, ...(meta.bitsPerSample === 1 ? { palette: true, colours: 2 } : {}) })
        .toBuffer()
  const pdf = new PDFDocument({ size, margin: 0 })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve, reject) => pdf.once('end', resolve).once('error', reject))
  pdf.image(picture, 0, 0, { width: size[0], height: size[1] })
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

import PDFDocument from 'pdfkit'
import sharp, { type Sharp, type TiffOptions } from 'sharp'
import type { Picture } from './raster.ts'

export type ScanFormat = 'jpeg' | 'png' | 'tiff' | 'fax' | 'pdf'

export const mediaTypes: Readonly<Record<ScanFormat, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
  fax: 'image/tiff',
  pdf: 'application/pdf',
}

export const endings: Readonly<Record<ScanFormat, string>> = {
  jpeg: 'jpg',
  png: 'png',
  tiff: 'tif',
  fax: 'tif',
  pdf: 'pdf',
}

export interface ScanFile {
  readonly dpi: number
  readonly quality?: number
  readonly grey?: boolean
  readonly scannedAt: Date
}

const sharpOf = (picture: Picture, options: ScanFile): Sharp => {
  const image = sharp(picture.pixels, {
    raw: { width: picture.width, height: picture.height, channels: 3 },
  }).withMetadata({ density: options.dpi })
  return options.grey ? image.greyscale().toColourspace('b-w') : image
}

const jpegOf = (picture: Picture, options: ScanFile): Promise<Buffer> =>
  sharpOf(picture, options)
    .jpeg({ quality: options.quality ?? 78 })
    .toBuffer()

/** Pages as one TIFF: sharp stacks them, TIFF readers see the stack's pages. */
const tiffOf = async (pictures: readonly Picture[], options: ScanFile, fax: boolean): Promise<Buffer> => {
  const resolution = { xres: options.dpi / 25.4, yres: options.dpi / 25.4 }
  const settings: TiffOptions = fax
    ? { compression: 'ccittfax4', bitdepth: 1, ...resolution }
    : { compression: 'lzw', ...resolution }
  const first = pictures[0] as Picture
  if (pictures.length === 1)
    return fax
      ? sharpOf(first, options).greyscale().threshold(150).toColourspace('b-w').tiff(settings).toBuffer()
      : sharpOf(first, options).tiff(settings).toBuffer()
  const pages = await Promise.all(
    pictures.map(picture =>
      sharpOf(picture, options)
        .resize(first.width, first.height, { fit: 'contain', background: '#ffffff' })
        .png()
        .toBuffer(),
    ),
  )
  const joined = sharp(pages, { join: { animated: true } })
  return fax
    ? joined.greyscale().threshold(150).toColourspace('b-w').tiff(settings).toBuffer()
    : joined.tiff(settings).toBuffer()
}

/** An image-only PDF, as scanners with «scan to PDF» and no recognition make it. */
const pdfOf = async (pictures: readonly Picture[], options: ScanFile): Promise<Buffer> => {
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    font: null as unknown as string,
    info: {
      Producer: 'Kontorsskanner 4.2',
      Creator: 'Kontorsskanner',
      CreationDate: options.scannedAt,
      ModDate: options.scannedAt,
    },
  })
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const done = new Promise<void>(resolve => doc.on('end', resolve))
  for (const picture of pictures) {
    const size: [number, number] = [(picture.width * 72) / options.dpi, (picture.height * 72) / options.dpi]
    doc.addPage({ size, margin: 0 })
    doc.image(await jpegOf(picture, options), 0, 0, { width: size[0], height: size[1] })
  }
  doc.end()
  await done
  return Buffer.concat(chunks)
}

/** Scanned pages as a file; pictures that hold one page take the first. */
export const scanFile = async (
  pictures: readonly Picture[],
  format: ScanFormat,
  options: ScanFile,
): Promise<Buffer> => {
  const first = pictures[0]
  if (first === undefined) throw new RangeError('a scan has at least one page')
  switch (format) {
    case 'jpeg':
      return jpegOf(first, options)
    case 'png':
      return sharpOf(first, options).png({ compressionLevel: 6 }).toBuffer()
    case 'tiff':
      return tiffOf(pictures, options, false)
    case 'fax':
      return tiffOf(pictures, options, true)
    case 'pdf':
      return pdfOf(pictures, options)
  }
}

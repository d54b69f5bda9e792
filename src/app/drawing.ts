import sharp from 'sharp'
import type { FileStore } from '../kernel/files/store.ts'
import { drawPaperPage } from '../modules/documents/draw-page.ts'
import type { DrawPage } from '../modules/fax/wires/pages.ts'
import type { Draw } from '../modules/printing/wire/drawing.ts'

/** How pages become pixels for printers that read no PDF: documents draws, printing packs. */
export const drawingOf =
  (files: FileStore): Draw =>
  async what => {
    const png = await drawPaperPage(files, what)
    if (!png) return null
    const picture = sharp(png)
      .flatten({ background: '#fff' })
      .toColourspace(what.grey ? 'b-w' : 'srgb')
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, channels: info.channels === 1 ? 1 : 3, pixels: data }
  }

/** How pages become pictures that are faxed. */
export const faxPagesOf =
  (files: FileStore): DrawPage =>
  what =>
    drawPaperPage(files, what)

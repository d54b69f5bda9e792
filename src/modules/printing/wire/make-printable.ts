/** A document as the printer takes it: as it is where it may be, else drawn as PWG raster or as pictures. */
import { rasterPage, rasterSync } from '../../../formats/pwg/raster.ts'
import type { Abilities, Sides } from '../contract.ts'
import { type DrawnPage, drawPage } from './drawing.ts'
import type { PaperSize } from './print.ts'

export interface Printable {
  readonly format: string
  readonly data: Uint8Array
}

export interface ToPrint {
  readonly organisationId: string
  readonly digest: string
  readonly mediaType: string
  readonly abilities: Abilities | null
  readonly sides: Sides
  readonly grey: boolean
  /** Of labels and slips; null: a sheet of A4. */
  readonly size?: PaperSize | null
  bytes(): Promise<Buffer>
}

/** So many pages and no more become pictures: a printer without PDF is no press. */
const mostPages = 200
const a4 = { points: [595, 842] as const, inches: 8.27, media: 'iso_a4_210x297mm' }

export const printableTypes = /^(application\/pdf|image\/(jpeg|png|tiff|webp|gif))$/

/** Names are of PWG 5101.1; points are whole in a raster's header. */
function sheetOf(size: PaperSize | null | undefined) {
  if (!size) return a4
  const inches = size.widthMm / 25.4
  const points = [Math.round(inches * 72), Math.round((size.heightMm / 25.4) * 72)] as const
  return { points, inches, media: `custom_label_${size.widthMm}x${size.heightMm}mm` }
}

/** Turns a page by half: the backs of some printers lie the other way (PWG 5102.4, sheet-back). */
function turned(page: DrawnPage): DrawnPage {
  const { pixels, channels, width, height } = page
  const out = new Uint8Array(pixels.length)
  for (let n = 0; n < width * height; n++)
    out.set(pixels.subarray(n * channels, (n + 1) * channels), (width * height - 1 - n) * channels)
  return { ...page, pixels: out }
}

async function drawn(what: ToPrint, dpi: number, grey: boolean): Promise<DrawnPage[]> {
  const pages: DrawnPage[] = []
  const { organisationId, digest, mediaType } = what
  const width = Math.round(sheetOf(what.size).inches * dpi)
  for (let page = 1; page <= mostPages; page++) {
    const one = await drawPage({ organisationId, digest, mediaType, page, width, grey })
    if (!one) break
    pages.push(one)
  }
  return pages
}

async function asRaster(what: ToPrint, abilities: Abilities): Promise<Printable | null> {
  const canColour = abilities.rasterTypes.includes('srgb_8')
  const grey = what.grey || !canColour
  if (grey && !abilities.rasterTypes.includes('sgray_8')) return null
  const dpi = abilities.rasterDpi || 300
  const pages = await drawn(what, dpi, grey)
  if (pages.length === 0) return null
  const duplex = what.sides !== 'one-sided'
  const sheet = sheetOf(what.size)
  const flips = duplex && /rotated|manual-tumble/.test(abilities.sheetBack) && what.sides === 'two-sided-long-edge'
  const parts = pages.map((page, at) =>
    rasterPage(flips && at % 2 === 1 ? turned(page) : page, {
      dpi: [dpi, dpi],
      points: sheet.points,
      media: sheet.media,
      duplex,
      tumble: what.sides === 'two-sided-short-edge',
      totalPages: pages.length,
    }),
  )
  return { format: 'image/pwg-raster', data: Buffer.concat([rasterSync, ...parts]) }
}

/** Null where the printer takes nothing that it could be made to. */
export async function makePrintable(what: ToPrint): Promise<Printable | null> {
  const { abilities, mediaType } = what
  if (!abilities || abilities.formats.includes(mediaType)) return { format: mediaType, data: await what.bytes() }
  return abilities.formats.includes('image/pwg-raster') ? asRaster(what, abilities) : null
}

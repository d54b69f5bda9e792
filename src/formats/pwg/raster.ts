/**
 * PWG Raster (PWG 5102.4): pages as pictures, for printers that read no PDF. Lines that repeat and runs of equal pixels are
 * written once.
 */
export interface RasterPage {
  readonly width: number
  readonly height: number
  /** 1: sGray with 8 bits; 3: sRGB with 24. Rows from the top, without padding. */
  readonly channels: 1 | 3
  readonly pixels: Uint8Array
}

export interface RasterOptions {
  readonly dpi: readonly [number, number]
  /** Points: 595 by 842 is A4. */
  readonly points: readonly [number, number]
  /** As PWG 5101.1 names it: `iso_a4_210x297mm`. */
  readonly media: string
  readonly duplex: boolean
  readonly tumble: boolean
  readonly totalPages: number
}

const headerBytes = 1796

/** Offsets of the page header (PWG 5102.4, table 1). */
function pageHeader(page: RasterPage, options: RasterOptions): Buffer {
  const header = Buffer.alloc(headerBytes)
  const number = (at: number, value: number) => header.writeUInt32BE(value, at)
  header.write('PwgRaster', 0, 'latin1')
  number(272, options.duplex ? 1 : 0)
  number(276, options.dpi[0])
  number(280, options.dpi[1])
  number(340, 1)
  number(352, options.points[0])
  number(356, options.points[1])
  number(368, options.tumble ? 1 : 0)
  number(372, page.width)
  number(376, page.height)
  number(384, 8)
  number(388, 8 * page.channels)
  number(392, page.width * page.channels)
  number(400, page.channels === 1 ? 18 : 19)
  number(420, page.channels)
  number(452, options.totalPages)
  number(456, 1)
  number(460, 1)
  header.write(options.media, 1732, 63, 'latin1')
  return header
}

/** One line as runs: up to 128 equal pixels, or up to 128 that differ. */
function packLine(line: Uint8Array, channels: number, out: number[]): void {
  const count = line.length / channels
  const same = (a: number, b: number): boolean => {
    for (let c = 0; c < channels; c++) if (line[a * channels + c] !== line[b * channels + c]) return false
    return true
  }
  const push = (from: number, pixels: number) => {
    for (let n = from * channels; n < (from + pixels) * channels; n++) out.push(line[n]!)
  }
  for (let at = 0; at < count; ) {
    let run = 1
    while (at + run < count && run < 128 && same(at, at + run)) run++
    if (run > 1 || at + 1 === count) {
      out.push(run - 1)
      push(at, 1)
      at += run
      continue
    }
    let literal = 1
    while (
      at + literal < count &&
      literal < 128 &&
      (at + literal + 1 >= count || !same(at + literal, at + literal + 1))
    )
      literal++
    if (literal === 1) out.push(0)
    else out.push(257 - literal)
    push(at, literal)
    at += literal
  }
}

export function packPage({ width, height, channels, pixels }: RasterPage): Buffer {
  const bytes = width * channels
  const row = (y: number) => pixels.subarray(y * bytes, (y + 1) * bytes)
  const out: number[] = []
  const parts: Buffer[] = []
  for (let y = 0; y < height; ) {
    let repeat = 1
    while (y + repeat < height && repeat < 256 && Buffer.compare(row(y), row(y + repeat)) === 0) repeat++
    out.push(repeat - 1)
    packLine(row(y), channels, out)
    y += repeat
    if (out.length > 65_536) parts.push(Buffer.from(out.splice(0)))
  }
  return Buffer.concat([...parts, Buffer.from(out)])
}

export const rasterPage = (page: RasterPage, options: RasterOptions): Buffer =>
  Buffer.concat([pageHeader(page, options), packPage(page)])

/** What every file begins with, before its pages. */
export const rasterSync: Buffer = Buffer.from('RaS2', 'latin1')

import sharp from 'sharp'
import { rawOf } from './picture.ts'
import type { Raster } from './raster.ts'

/** Dots per inch at which ink is looked for: a full stop is a few dots, dust is one or two. */
const LOOK_DPI = 100
const mm = (length: number) => Math.round((length * LOOK_DPI) / 25.4)

/** Greys by which ink is darker than the paper around it; what shines through from the other side is fainter. */
const INK = 44
/** Scanners leave shadows along the edges; nothing is printed so near to them. */
const EDGE = mm(4)
/** Holes of a punch and their shadows lie within this of an edge. */
const HOLES_WITHIN = mm(19)
/** Smaller is dust; a few grains of that size are too, but nothing as large as a figure. */
const LEAST_DOTS = 7
const MOST_SPOTS = 4
const FIGURE_DOTS = 16

interface Spot {
  dots: number
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * Whether nothing is written on a scanned sheet: the back of a paper that was scanned on both sides. Dust, shadows at the
 * edges, punched holes and what shines through are nothing; a page number is something.
 */
export async function isBlankSheet(picture: Raster, dpi: number): Promise<boolean> {
  const width = Math.max(1, Math.round((picture.width * LOOK_DPI) / dpi))
  if (width < EDGE * 4) return false
  const small = sharp(picture.data, rawOf(picture)).removeAlpha().resize({ width, kernel: 'lanczos3' })
  const { data, info } = await small.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  const paper = await sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } })
    .blur(9)
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  const spots = spotsOf(data, paper, info.width, info.height)
  const written = spots.filter(spot => spot.dots >= LEAST_DOTS && !isHole(spot, info.width, info.height))
  return written.length <= MOST_SPOTS && written.every(({ dots }) => dots < FIGURE_DOTS)
}

/** Dots of ink that touch each other, in the part of the sheet that is looked at. */
function spotsOf(data: Buffer, paper: Buffer, width: number, height: number): Spot[] {
  const ink = new Uint8Array(width * height)
  for (let y = EDGE; y < height - EDGE; y++) {
    for (let x = EDGE; x < width - EDGE; x++) {
      const at = y * width + x
      if ((paper[at] ?? 255) - (data[at] ?? 255) > INK || (data[at] ?? 255) < 70) ink[at] = 1
    }
  }
  const spots: Spot[] = []
  const stack: number[] = []
  for (let start = 0; start < ink.length; start++) {
    if (ink[start] !== 1) continue
    const spot: Spot = { dots: 0, left: width, right: 0, top: height, bottom: 0 }
    ink[start] = 2
    stack.push(start)
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width
      const y = (at - x) / width
      spot.dots++
      spot.left = Math.min(spot.left, x)
      spot.right = Math.max(spot.right, x)
      spot.top = Math.min(spot.top, y)
      spot.bottom = Math.max(spot.bottom, y)
      for (const next of [at - 1, at + 1, at - width, at + width]) {
        if (ink[next] !== 1) continue
        ink[next] = 2
        stack.push(next)
      }
    }
    spots.push(spot)
    if (spots.length > 5000) return spots
  }
  return spots
}

/** A punched hole: as wide as high, as large as a punch makes it, near an edge. */
function isHole({ dots, left, right, top, bottom }: Spot, width: number, height: number): boolean {
  const [wide, high] = [right - left + 1, bottom - top + 1]
  const round = wide < mm(9) && high < mm(9) && wide > mm(3) && high > mm(3) && Math.abs(wide - high) < mm(2)
  const near =
    right < HOLES_WITHIN || left > width - HOLES_WITHIN || bottom < HOLES_WITHIN || top > height - HOLES_WITHIN
  return round && near && dots > 0
}

import sharp from 'sharp'
import type { Raster } from './raster.ts'

/** Width of the picture on which the angle is looked for: letters are still rows of ink, and each try costs little. */
const SEARCH_WIDTH = 900
const WIDEST_DEGREES = 20

/** Ink of a page as points, thinned so that every angle is tried on the same few thousand. */
interface Ink {
  readonly xs: Float32Array
  readonly ys: Float32Array
  readonly height: number
  readonly width: number
}

/** Around a slant that the text lines themselves suggest, only this far is searched. */
const NEAR_DEGREES = 1.5

/**
 * How far the page must be turned clockwise, in degrees, for its text rows to be level: the angle at which the projection
 * onto the vertical axis is sharpest (Postl 1986), coarse to fine, to 0.05 degrees. 0 where there is nothing to judge by.
 * `near` is a first guess, from elsewhere, that narrows the search.
 */
export async function skewOf(picture: Raster, near: number | null): Promise<number> {
  const ink = await inkOf(picture)
  if (ink.xs.length < 200) return 0
  let best = near ?? 0
  let step = near === null ? 0.5 : 0.25
  let reach = near === null ? WIDEST_DEGREES : NEAR_DEGREES
  while (step >= 0.03) {
    best = sharpest(ink, best - reach, best + reach, step)
    reach = step
    step /= 4
  }
  const gain = sharpness(ink, best) / Math.max(1e-9, sharpness(ink, 0))
  return Math.abs(best) < 0.08 || gain < 1.02 ? 0 : Math.round(best * 100) / 100
}

/** How sharply the rows of a picture stand apart when it is turned by `degrees`: comparable between pictures of one page. */
export async function sharpnessAt(picture: Raster, degrees: number): Promise<number> {
  const ink = await inkOf(picture)
  return sharpness(ink, degrees) / Math.max(1, ink.xs.length ** 2)
}

function sharpest(ink: Ink, from: number, to: number, step: number): number {
  let best = from
  let most = -1
  for (let angle = from; angle <= to + 1e-9; angle += step) {
    const value = sharpness(ink, angle)
    if (value > most) {
      most = value
      best = angle
    }
  }
  return best
}

/** Sum of squared differences between neighbouring rows of the projection at this angle. */
function sharpness(ink: Ink, degrees: number): number {
  const radians = (degrees * Math.PI) / 180
  const sine = Math.sin(radians)
  const cosine = Math.cos(radians)
  const offset = Math.abs(sine) * ink.width
  const rows = new Uint32Array(Math.ceil(ink.height + 2 * offset) + 2)
  for (let index = 0; index < ink.xs.length; index++) {
    const row = ((ink.ys[index] ?? 0) * cosine + (ink.xs[index] ?? 0) * sine + offset) | 0
    rows[row] = (rows[row] ?? 0) + 1
  }
  let sum = 0
  for (let row = 1; row < rows.length; row++) {
    const difference = (rows[row] ?? 0) - (rows[row - 1] ?? 0)
    sum += difference * difference
  }
  return sum
}

/**
 * The lower edges of dark things: a dark pixel above a light one. Edges tell rows apart more sharply than whole letters do
 * and leave out the insides of pictures and dark borders.
 */
async function inkOf(picture: Raster): Promise<Ink> {
  const scale = Math.min(1, SEARCH_WIDTH / Math.max(1, Math.min(picture.width, picture.height)))
  const { data, info } = await sharp(picture.data, {
    raw: { width: picture.width, height: picture.height, channels: picture.channels },
  })
    .resize({ width: Math.max(1, Math.round(picture.width * scale)), kernel: 'linear' })
    .grayscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return edges(data, info.width, info.height)
}

function edges(data: Buffer, width: number, height: number): Ink {
  const threshold = contrastStep(data)
  const xs: number[] = []
  const ys: number[] = []
  for (let y = 1; y < height - 1; y++) {
    for (let x = 0; x < width; x++) {
      const here = data[y * width + x] ?? 255
      const below = data[(y + 1) * width + x] ?? 255
      if (below - here > threshold) {
        xs.push(x)
        ys.push(y)
      }
    }
  }
  const thin = Math.max(1, Math.floor(xs.length / 60_000))
  const keep = (_: number, index: number) => index % thin === 0
  return { xs: Float32Array.from(xs.filter(keep)), ys: Float32Array.from(ys.filter(keep)), width, height }
}

/** A step of a fifth of the picture's spread of greys counts as an edge. */
function contrastStep(data: Buffer): number {
  const histogram = new Uint32Array(256)
  for (let index = 0; index < data.length; index += 7) {
    const grey = data[index] ?? 0
    histogram[grey] = (histogram[grey] ?? 0) + 1
  }
  const low = quantile(histogram, 0.01)
  const high = quantile(histogram, 0.9)
  return Math.max(12, (high - low) * 0.2)
}

function quantile(histogram: Uint32Array, share: number): number {
  const wanted = histogram.reduce((sum, count) => sum + count, 0) * share
  let sum = 0
  for (let grey = 0; grey < 256; grey++) {
    sum += histogram[grey] ?? 0
    if (sum >= wanted) return grey
  }
  return 255
}

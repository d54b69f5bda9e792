import type { Raster } from './raster.ts'

/** Side in pixels of the cells in which the paper's own brightness is taken. */
const CELL = 32
/** The brightness that this share of a cell's pixels stay below: paper, even in a cell half full of letters. */
const PAPER_SHARE = 0.85
/** Unevenness below which there is nothing to mend. */
const EVEN_ENOUGH = 16

/**
 * Lifts every part of a grey sheet to the same white, where shadows, folds or a tint made it uneven: recognisers choose one
 * threshold for the whole page, and on a shaded one they see nothing but the shade. An even sheet is given back as it is.
 */
export function evenLight(picture: Raster): Raster {
  if (picture.channels !== 1) return picture
  const paper = paperBrightness(picture)
  const sorted = Float32Array.from(paper.values).sort()
  const low = sorted[Math.floor(sorted.length * 0.05)] ?? 255
  const high = sorted[Math.floor(sorted.length * 0.95)] ?? 255
  if (high - low < EVEN_ENOUGH) return picture
  return lifted(picture, paper, Math.max(60, high * 0.35))
}

interface Grid {
  readonly values: Float32Array
  readonly columns: number
  readonly rows: number
}

function paperBrightness({ data, width, height }: Raster): Grid {
  const columns = Math.ceil(width / CELL)
  const rows = Math.ceil(height / CELL)
  const values = new Float32Array(columns * rows)
  const histogram = new Uint16Array(256)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      histogram.fill(0)
      let count = 0
      for (let y = row * CELL; y < Math.min(height, (row + 1) * CELL); y += 2) {
        const end = Math.min(width, (column + 1) * CELL)
        for (let x = column * CELL; x < end; x += 2) {
          const grey = data[y * width + x] ?? 255
          histogram[grey] = (histogram[grey] ?? 0) + 1
          count++
        }
      }
      values[row * columns + column] = quantile(histogram, count * PAPER_SHARE)
    }
  }
  return { values: widened(values, columns, rows), columns, rows }
}

function quantile(histogram: Uint16Array, wanted: number): number {
  let sum = 0
  for (let grey = 0; grey < 256; grey++) {
    sum += histogram[grey] ?? 0
    if (sum >= wanted) return grey
  }
  return 255
}

/** Each cell takes the brightest of its neighbours, so that a cell full of ink does not pass for dark paper, then their mean. */
function widened(values: Float32Array, columns: number, rows: number): Float32Array {
  const brightest = overNeighbours(values, columns, rows, found => Math.max(...found))
  return overNeighbours(brightest, columns, rows, found => found.reduce((sum, value) => sum + value, 0) / found.length)
}

function overNeighbours(
  values: Float32Array,
  columns: number,
  rows: number,
  gather: (found: readonly number[]) => number,
): Float32Array {
  const out = new Float32Array(values.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const found: number[] = []
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          found.push(values[y * columns + x] ?? 255)
        }
      }
      out[row * columns + column] = gather(found)
    }
  }
  return out
}

/** Divides by the paper's brightness, interpolated between cells; parts darker than `floor` are no paper, and stay dark. */
function lifted({ data, width, height }: Raster, paper: Grid, floor: number): Raster {
  const out = Buffer.allocUnsafe(data.length)
  const { values, columns, rows } = paper
  for (let y = 0; y < height; y++) {
    const v = Math.max(0, Math.min(rows - 1.001, y / CELL - 0.5))
    const top = Math.floor(v)
    const down = v - top
    for (let x = 0; x < width; x++) {
      const u = Math.max(0, Math.min(columns - 1.001, x / CELL - 0.5))
      const left = Math.floor(u)
      const across = u - left
      const at = top * columns + left
      const upper = (values[at] ?? 255) * (1 - across) + (values[at + 1] ?? 255) * across
      const lower = (values[at + columns] ?? 255) * (1 - across) + (values[at + columns + 1] ?? 255) * across
      const white = Math.max(floor, upper * (1 - down) + lower * down)
      const grey = ((data[y * width + x] ?? 255) * 250) / white
      out[y * width + x] = grey > 255 ? 255 : grey
    }
  }
  return { data: out, width, height, channels: 1 }
}

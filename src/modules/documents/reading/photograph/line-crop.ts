import type { Raster } from '../raster.ts'
import type { TextBox } from './text-boxes.ts'

/**
 * Draws a turned rectangle of a colour picture level, `height` pixels high and at most `maxWidth` wide, as three planes of
 * -1 to 1 (blue first), into a row of `rowWidth` pixels filled up with zeros: what PP-OCR's line models take.
 */
export function lineTensor(
  picture: Raster,
  box: TextBox,
  height: number,
  rowWidth: number,
  into: Float32Array,
  offset: number,
): void {
  const width = Math.min(rowWidth, lineWidth(box, height))
  const cosine = Math.cos(box.angle)
  const sine = Math.sin(box.angle)
  const stepU = box.width / width
  const stepV = box.height / height
  const samples = Math.max(1, Math.min(3, Math.round(stepV)))
  const plane = height * rowWidth
  for (let v = 0; v < height; v++) {
    for (let u = 0; u < width; u++) {
      let [red, green, blue] = [0, 0, 0]
      for (let s = 0; s < samples * samples; s++) {
        const along = (u + ((s % samples) + 0.5) / samples) * stepU - box.width / 2
        const across = (v + (Math.floor(s / samples) + 0.5) / samples) * stepV - box.height / 2
        const x = box.x + along * cosine - across * sine - 0.5
        const y = box.y + along * sine + across * cosine - 0.5
        red += sample(picture, x, y, 0)
        green += sample(picture, x, y, 1)
        blue += sample(picture, x, y, 2)
      }
      const at = offset + v * rowWidth + u
      const scale = 1 / (samples * samples * 127.5)
      into[at] = blue * scale - 1
      into[at + plane] = green * scale - 1
      into[at + 2 * plane] = red * scale - 1
    }
  }
}

/** How many pixels wide a line is when drawn `height` high. */
export function lineWidth(box: TextBox, height: number): number {
  return Math.max(8, Math.ceil((height * box.width) / box.height))
}

/** Bilinear, the edge repeated outside. */
function sample(picture: Raster, x: number, y: number, channel: number): number {
  const { data, width, height, channels } = picture
  const cx = Math.max(0, Math.min(width - 1.001, x))
  const cy = Math.max(0, Math.min(height - 1.001, y))
  const left = Math.floor(cx)
  const top = Math.floor(cy)
  const fx = cx - left
  const fy = cy - top
  const at = (top * width + left) * channels + (channels === 1 ? 0 : channel)
  const below = top + 1 < height ? at + width * channels : at
  const right = left + 1 < width ? channels : 0
  const upper = (data[at] ?? 0) * (1 - fx) + (data[at + right] ?? 0) * fx
  const lower = (data[below] ?? 0) * (1 - fx) + (data[below + right] ?? 0) * fx
  return upper * (1 - fy) + lower * fy
}

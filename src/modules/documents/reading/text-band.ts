import type { Raster } from './raster.ts'

/** Share of the page's height that a band takes: five to eight lines of a letter. */
const SHARE = 0.09

/** The part of a grey page where the most ink changes from left to right, that is, the densest lines; null for small pictures. */
export function textBand(picture: Raster): Raster | null {
  const { data, width, height } = picture
  const tall = Math.round(height * SHARE)
  if (picture.channels !== 1 || tall < 40) return null
  const changes = new Float64Array(height + 1)
  for (let y = 0; y < height; y++) {
    let count = 0
    for (let x = 2; x < width; x += 2) {
      const step = (data[y * width + x] ?? 0) - (data[y * width + x - 2] ?? 0)
      if (step > 60 || step < -60) count++
    }
    changes[y + 1] = (changes[y] ?? 0) + count
  }
  let best = 0
  let most = -1
  for (let top = 0; top + tall <= height; top += 4) {
    const ink = (changes[top + tall] ?? 0) - (changes[top] ?? 0)
    if (ink > most) {
      most = ink
      best = top
    }
  }
  if (most <= 0) return null
  return { data: data.subarray(best * width, (best + tall) * width), width, height: tall, channels: 1 }
}

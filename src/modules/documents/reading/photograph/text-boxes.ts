import { rawOf } from '../picture.ts'
import type { Raster } from '../raster.ts'
import sharp from 'sharp'
import { infer, type Models } from './models.ts'

/** A rectangle around a line of text, turned by `angle` radians (clockwise on the picture); centre and sides in pixels. */
export interface TextBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly angle: number
}

/** The mean and spread that PaddleOCR's detector was trained with (ImageNet's). */
const MEAN = [0.485, 0.456, 0.406] as const
const SPREAD = [0.229, 0.224, 0.225] as const
const TEXT_FROM = 0.3
const SURE_FROM = 0.6
/** How far text shrinks in the detector's training targets, so that boxes are grown again (DB, Liao et al. 2020). */
const UNCLIP = 1.6
const MAX_BOXES = 1000

/** Finds the lines of text on a colour picture, its longer side brought to `side` pixels at most. */
export async function findTextBoxes(models: Models, picture: Raster, side: number): Promise<TextBox[]> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const width = multipleOf32(picture.width * scale)
  const height = multipleOf32(picture.height * scale)
  const { data } = await sharp(picture.data, rawOf(picture))
    .resize({ width, height, fit: 'fill', kernel: scale < 1 ? 'lanczos3' : 'linear' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const map = await infer(models.detector, models.tensor(planes(data, width * height), [1, 3, height, width]))
  const boxes = boxesOf(map.data, width, height)
  const across = picture.width / width
  const down = picture.height / height
  return boxes.map(box => ({
    x: box.x * across,
    y: box.y * down,
    width: box.width * across,
    height: box.height * down,
    angle: box.angle,
  }))
}

function multipleOf32(pixels: number): number {
  return Math.max(32, Math.round(pixels / 32) * 32)
}

/** RGB bytes to three normalised planes, blue first, as PaddleOCR reads pictures. */
function planes(rgb: Buffer, pixels: number): Float32Array {
  const out = new Float32Array(pixels * 3)
  for (let channel = 0; channel < 3; channel++) {
    const mean = (MEAN[channel] ?? 0) * 255
    const spread = (SPREAD[channel] ?? 1) * 255
    const from = 2 - channel
    for (let pixel = 0; pixel < pixels; pixel++) {
      out[channel * pixels + pixel] = ((rgb[pixel * 3 + from] ?? 0) - mean) / spread
    }
  }
  return out
}

/** Connected regions of the probability map, each as a rectangle along its main axis. */
function boxesOf(map: Float32Array, width: number, height: number): TextBox[] {
  const seen = new Uint8Array(width * height)
  const boxes: TextBox[] = []
  const stack = new Int32Array(width * height)
  for (let start = 0; start < map.length && boxes.length < MAX_BOXES; start++) {
    if (seen[start] === 1 || (map[start] ?? 0) <= TEXT_FROM) continue
    const region = flood(map, seen, stack, start, width, height)
    const box = rectangle(map, region, width)
    if (box !== null) boxes.push(box)
  }
  return boxes
}

/** The pixels of the region around `start`, as a view of the stack that was used to find them. */
function flood(
  map: Float32Array,
  seen: Uint8Array,
  stack: Int32Array,
  start: number,
  width: number,
  height: number,
): Int32Array {
  let head = 0
  let tail = 0
  stack[tail++] = start
  seen[start] = 1
  while (head < tail) {
    const at = stack[head++] ?? 0
    const x = at % width
    const y = (at - x) / width
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const nx = x + dx
        const ny = y + dy
        if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue
        const next = ny * width + nx
        if (seen[next] === 1 || (map[next] ?? 0) <= TEXT_FROM) continue
        seen[next] = 1
        stack[tail++] = next
      }
    }
  }
  return stack.subarray(0, tail)
}

function rectangle(map: Float32Array, region: Int32Array, width: number): TextBox | null {
  if (region.length < 12) return null
  let sum = 0
  let mx = 0
  let my = 0
  for (const at of region) {
    sum += map[at] ?? 0
    mx += at % width
    my += Math.floor(at / width)
  }
  if (sum / region.length < SURE_FROM) return null
  const angle = mainAxis(region, width, mx / region.length, my / region.length)
  const { x, y, along, across } = extent(region, width, angle)
  if (Math.min(along, across) < 3) return null
  const grow = (along * across * UNCLIP) / (2 * (along + across))
  return { x, y, width: along + 2 * grow, height: across + 2 * grow, angle }
}

/** The direction of a region's greatest spread; 0 for one that is hardly longer than wide. */
function mainAxis(region: Int32Array, width: number, mx: number, my: number): number {
  let xx = 0
  let yy = 0
  let xy = 0
  for (const at of region) {
    const dx = (at % width) - mx
    const dy = Math.floor(at / width) - my
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy)
  const spread = Math.hypot(xx - yy, 2 * xy)
  return spread / (xx + yy) < 0.6 ? 0 : angle
}

function extent(region: Int32Array, width: number, angle: number) {
  const cosine = Math.cos(angle)
  const sine = Math.sin(angle)
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const at of region) {
    const x = at % width
    const y = Math.floor(at / width)
    const u = x * cosine + y * sine
    const v = y * cosine - x * sine
    if (u < left) left = u
    if (u > right) right = u
    if (v < top) top = v
    if (v > bottom) bottom = v
  }
  const u = (left + right) / 2
  const v = (top + bottom) / 2
  return {
    x: u * cosine - v * sine + 0.5,
    y: u * sine + v * cosine + 0.5,
    along: right - left + 1,
    across: bottom - top + 1,
  }
}

import type { Raster } from '../raster.ts'
import { lineTensor } from './line-crop.ts'
import { infer, type Models } from './models.ts'
import type { TextBox } from './text-boxes.ts'

const HEIGHT = 48
const WIDTH = 192
/** Lines asked; the longest tell most. */
const SAMPLE = 12
const SURE_FROM = 0.8

/** Whether most of the longest lines stand on their heads, as PP-OCR's line classifier sees them. */
export async function isUpsideDown(models: Models, picture: Raster, boxes: readonly TextBox[]): Promise<boolean> {
  const longest = [...boxes].sort((a, b) => b.width / b.height - a.width / a.height).slice(0, SAMPLE)
  if (longest.length === 0) return false
  const size = 3 * HEIGHT * WIDTH
  const input = new Float32Array(longest.length * size)
  for (const [index, box] of longest.entries()) {
    const begin = { ...box, ...beginning(box) }
    lineTensor(picture, begin, HEIGHT, WIDTH, input, index * size)
  }
  const { data } = await infer(models.classifier, models.tensor(input, [longest.length, 3, HEIGHT, WIDTH]))
  let balance = 0
  for (let index = 0; index < longest.length; index++) {
    const upright = data[index * 2] ?? 0
    const turned = data[index * 2 + 1] ?? 0
    if (Math.max(upright, turned) >= SURE_FROM) balance += turned - upright
  }
  return balance > 0
}

/** The first four heights of a line: the classifier looks at 192 by 48 pixels, and a squeezed line tells it nothing. */
function beginning(box: TextBox): { x: number; y: number; width: number } {
  const width = Math.min(box.width, (box.height * WIDTH) / HEIGHT)
  const shift = (width - box.width) / 2
  return { x: box.x + shift * Math.cos(box.angle), y: box.y + shift * Math.sin(box.angle), width }
}

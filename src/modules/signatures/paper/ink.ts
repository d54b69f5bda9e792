/** Whether a field of a scanned sheet was signed: dark points within its lines. */
import sharp from 'sharp'
import type { SheetBox } from './sheet.ts'

/** A thousandth of a field of 164 by 20 mm is a stroke of some 15 mm; dust and the field's own line are less. */
const leastInk = 0.001
/** A line of the frame that came in by a crooked scan runs along the whole field; a hand does not. */
const mostAlong = 0.7

/** Of each box, how much is dark. `picture` is the page as it was scanned. */
export async function inkOf(picture: Uint8Array, box: SheetBox): Promise<number> {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const [left, top] = [Math.round(box[0] * width), Math.round(box[1] * height)]
  const [wide, high] = [Math.round(box[2] * width), Math.round(box[3] * height)]
  let dark = 0
  for (let y = top; y < Math.min(top + high, height); y++) {
    let along = 0
    for (let x = left; x < Math.min(left + wide, width); x++) if (data[y * width + x]! < 140) along++
    if (along < wide * mostAlong) dark += along
  }
  return dark / (wide * high)
}

export const isInked = async (picture: Uint8Array, box: SheetBox): Promise<boolean> =>
  (await inkOf(picture, box)) >= leastInk

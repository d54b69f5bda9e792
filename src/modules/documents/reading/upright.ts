import { sharpnessAt, skewOf } from './deskew.ts'
import { turned } from './picture.ts'
import { models, type Models } from './photograph/models.ts'
import { findTextBoxes, type TextBox } from './photograph/text-boxes.ts'
import { isUpsideDown } from './photograph/upside-down.ts'
import type { Raster } from './raster.ts'

export type Turn = 0 | 90 | 180 | 270

/** A picture of a page brought upright: quarter turns first, then fine skew, both clockwise. */
export interface Upright {
  readonly raster: Raster
  readonly turn: Turn
  readonly skew: number
}

/** Side of the picture on which orientation is judged: letters may blur, lines stay. */
const ORIENTATION_SIDE = 960
/** Only a line at least this many times as long as high tells a slant. */
const LONG_ENOUGH = 4

/**
 * Turns a picture upright. Where PP-OCR's models are present they tell quarter turns and a first skew (to any angle), which
 * the projection then makes exact; without them the projection tells lying from standing, and `confidence` heads from feet.
 */
export async function bringUpright(
  picture: Raster,
  confidence: (raster: Raster) => Promise<number>,
  exact = true,
): Promise<Upright> {
  const known = await models()
  return known === null ? byProjection(picture, confidence) : byModels(known, picture, exact)
}

async function byModels(known: Models, picture: Raster, exact: boolean): Promise<Upright> {
  let turn: Turn = 0
  let now = picture
  let boxes = await findTextBoxes(known, now, ORIENTATION_SIDE)
  if (standsSideways(boxes)) {
    turn = 90
    now = await turned(picture, 90, 0)
    boxes = await findTextBoxes(known, now, ORIENTATION_SIDE)
  }
  const slant = slantOf(boxes)
  if (await isUpsideDown(known, now, boxes)) {
    turn = turn === 90 ? 270 : 180
    now = await turned(now, 180, 0)
  }
  const skew = exact ? await skewOf(now, slant) : Math.abs(slant ?? 0) < 0.3 ? 0 : (slant ?? 0)
  return { raster: await turned(now, 0, skew), turn, skew }
}

function standsSideways(boxes: readonly TextBox[]): boolean {
  let level = 0
  let upright = 0
  for (const box of boxes) {
    if (Math.abs(box.angle) > Math.PI / 4) upright += box.width - box.height
    else level += box.width - box.height
  }
  return upright > level
}

/** The clockwise turn in degrees that would level the lines: minus the weighted median of their slants; null for too few. */
function slantOf(boxes: readonly TextBox[]): number | null {
  const long = boxes.filter(box => box.width > box.height * LONG_ENOUGH && Math.abs(box.angle) < Math.PI / 4)
  if (long.length < 3) return null
  const sorted = [...long].sort((a, b) => a.angle - b.angle)
  const half = sorted.reduce((sum, box) => sum + box.width, 0) / 2
  let sum = 0
  for (const box of sorted) {
    sum += box.width
    if (sum >= half) return -Math.round(((box.angle * 180) / Math.PI) * 100) / 100
  }
  return null
}

/** Without models: lying or standing by which way the rows are sharper, head or feet by how well words can be read. */
export async function byProjection(picture: Raster, confidence: (raster: Raster) => Promise<number>): Promise<Upright> {
  const level = await skewOf(picture, null)
  const side = await turned(picture, 90, 0)
  const sideLevel = await skewOf(side, null)
  const lying = (await sharpnessAt(side, sideLevel)) > 1.5 * (await sharpnessAt(picture, level))
  const skew = lying ? sideLevel : level
  const straight = await turned(lying ? side : picture, 0, skew)
  const onItsHead = await turned(straight, 180, 0)
  const upsideDown = (await confidence(onItsHead)) > (await confidence(straight)) + 0.05
  const turn: Turn = lying ? (upsideDown ? 270 : 90) : upsideDown ? 180 : 0
  return { raster: upsideDown ? onItsHead : straight, turn, skew }
}

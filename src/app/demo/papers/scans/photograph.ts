import sharp, { type OverlayOptions } from 'sharp'
import type { Chance } from '../chance.ts'
import { type Picture, rasterise } from './raster.ts'
import { worn } from './wear.ts'

const rawOf = ({ width, height }: Picture) => ({ raw: { width, height, channels: 3 as const } })

/** A slip cut out at its edges, turned, on a transparent ground. */
const tilted = async (slip: Picture, degrees: number): Promise<{ data: Buffer; width: number; height: number }> => {
  const { data, info } = await sharp(slip.pixels, rawOf(slip))
    .ensureAlpha()
    .rotate(degrees, { background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** The grain of a desk: brown with darker lines along it. */
const desk = (width: number, height: number, chance: Chance): Picture => {
  const pixels = Buffer.allocUnsafe(width * height * 3)
  const base = chance.pick([
    [122, 92, 66],
    [84, 80, 76],
    [168, 146, 118],
  ] as const)
  let at = 0
  for (let y = 0; y < height; y++) {
    const line = 10 * Math.sin(y / 17) + 7 * Math.sin(y / 5.3 + 2) + chance.whole(-3, 3)
    for (let x = 0; x < width; x++) {
      const wave = line + 4 * Math.sin((x + y * 0.3) / 90)
      for (const channel of base) pixels[at++] = Math.max(0, Math.min(255, channel + wave))
    }
  }
  return { pixels, width, height }
}

/** A receipt on a desk, photographed by hand: tilted, unevenly lit, a little soft, grainy. */
export const photographed = async (pdf: Uint8Array, degrees: number, chance: Chance): Promise<Picture> => {
  const dpi = 230
  const [page] = await rasterise(pdf, dpi)
  if (page === undefined) throw new RangeError('nothing to photograph')
  const slip = await worn(page, { dpi, tint: [246, 244, 240] }, chance)
  const turned = await tilted(slip, degrees)
  const ground = desk(turned.width + 260, turned.height + 240, chance)
  const laid = await sharp(ground.pixels, rawOf(ground))
    .composite([{ input: turned.data, left: 130, top: 120 }])
    .removeAlpha()
    .raw()
    .toBuffer()
  return worn({ ...ground, pixels: laid }, { dpi, shade: 0.35, noise: 5, blur: 0.7 }, chance)
}

/** Several slips laid on the glass of a scanner at once: an A4 picture. */
export const onOneGlass = async (pdfs: readonly Uint8Array[], dpi: number, chance: Chance): Promise<Picture> => {
  const [width, height] = [Math.round(8.27 * dpi), Math.round(11.69 * dpi)]
  const ground: Picture = { pixels: Buffer.alloc(width * height * 3, 250), width, height }
  const parts: OverlayOptions[] = []
  for (const [i, pdf] of pdfs.entries()) {
    const [page] = await rasterise(pdf, dpi * 0.9)
    if (page === undefined) continue
    const slip = await worn(page, { dpi, tint: [240, 238, 232] }, chance)
    const turned = await tilted(slip, chance.whole(-4, 4))
    const left = Math.round((width / pdfs.length) * i + Math.max(0, (width / pdfs.length - turned.width) / 2))
    parts.push({
      input: turned.data,
      left: Math.max(0, Math.min(left, width - turned.width)),
      top: Math.min(chance.whole(40, 220), Math.max(0, height - turned.height)),
    })
  }
  const laid = await sharp(ground.pixels, rawOf(ground)).composite(parts).removeAlpha().raw().toBuffer()
  return worn({ ...ground, pixels: laid }, { dpi, noise: 4 }, chance)
}

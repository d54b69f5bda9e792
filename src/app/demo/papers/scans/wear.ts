import sharp from 'sharp'
import type { Chance } from '../chance.ts'
import { Sheet } from '../sheet.ts'
import { type Picture, rasterise } from './raster.ts'

/** What happened to a paper between the printer and the file: all of it optional. */
export interface Wear {
  readonly dpi: number
  /** Degrees, clockwise positive. */
  readonly skew?: number
  /** How the sheet lay in the feeder, clockwise. */
  readonly turn?: 0 | 90 | 180 | 270
  /** Standard deviation of the brightness noise, 0 to about 30 of 255. */
  readonly noise?: number
  /** Colour of the paper, as light passes it: [255, 252, 244] is a little yellow. */
  readonly tint?: readonly [number, number, number]
  /** Sigma of a Gaussian blur, pixels. */
  readonly blur?: number
  /** How much darker the far corner is, 0 to 0.5. */
  readonly shade?: number
  /** Stamped text, `ANKOM 24 NOV`, with its place as fractions of the page. */
  readonly stamp?: { readonly text: string; readonly x: number; readonly y: number; readonly size?: number }
  /** Heights of folds as fractions of the page. */
  readonly folds?: readonly number[]
  readonly holes?: boolean
  /** Something written by hand, with its place. */
  readonly note?: { readonly text: string; readonly x: number; readonly y: number }
  readonly grey?: boolean
  /** Keep the size of the sheet and lose the corners, as feeders do; else the picture grows. */
  readonly crop?: boolean
}

/** Stamp, holes, folds and handwriting, drawn as a sheet of their own and laid over the page. */
const overlay = async (picture: Picture, wear: Wear, chance: Chance): Promise<Picture | null> => {
  if (!wear.stamp && !wear.holes && !wear.note && !wear.folds?.length) return null
  const [width, height] = [(picture.width * 72) / wear.dpi, (picture.height * 72) / wear.dpi]
  const sheet = new Sheet({
    title: 'overlay',
    author: 'overlay',
    writtenAt: new Date(0),
    size: [width, height],
    face: 'arimo',
  })
  const { doc } = sheet
  for (const fold of wear.folds ?? []) {
    const y = fold * height
    for (let i = 0; i < 5; i++)
      sheet.area(0, y + i * 1.1, width, 1.1, {
        fill: ['#f4f2ee', '#e9e6df', '#dedad2', '#eae7e1', '#f5f3ef'][i] ?? '#ffffff',
      })
  }
  if (wear.holes)
    for (const y of [0.343, 0.414, 0.572, 0.643])
      sheet.area(width * 0.037, y * height, 15, 15, { fill: '#b9b6ae', stroke: '#8f8c84', radius: 7.5 })
  if (wear.stamp) {
    const [x, y, size] = [wear.stamp.x * width, wear.stamp.y * height, wear.stamp.size ?? 13]
    const ink = { size, weight: 'bold', tracking: size * 0.09, colour: '#6b4fa8' } as const
    doc.save().rotate(chance.whole(-11, 6), { origin: [x, y] })
    const wide = sheet.measure(wear.stamp.text, ink) + size * 1.7
    sheet.area(x, y, wide, size * 2.15, { stroke: '#6b4fa8', width: size * 0.14, radius: 4 })
    sheet.text(wear.stamp.text, x + size * 0.8, y + size * 1.45, ink)
    doc.restore()
  }
  if (wear.note) {
    const [x, y] = [wear.note.x * width, wear.note.y * height]
    doc.save().rotate(-4, { origin: [x, y] })
    sheet.text(wear.note.text, x, y, { size: 19, face: 'hand', colour: '#274a9c' })
    doc.restore()
  }
  const { pdf } = await sheet.end()
  return (await rasterise(pdf, wear.dpi, { width: picture.width, height: picture.height }))[0] ?? null
}

/** Gaussian noise from a table made once a call: a pixel's own draw would cost seconds a page. */
const noiseTable = (sigma: number, chance: Chance): Int8Array => {
  const table = new Int8Array(65536)
  for (let i = 0; i < table.length; i++) {
    const radius = Math.sqrt(-2 * Math.log(1 - chance.fraction()))
    table[i] = Math.max(-127, Math.min(127, Math.round(sigma * radius * Math.cos(2 * Math.PI * chance.fraction()))))
  }
  return table
}

/** Tint, shade and noise, in place. */
const weather = (picture: Picture, wear: Wear, chance: Chance): void => {
  const { pixels, width, height } = picture
  const [red, green, blue] = wear.tint ?? [255, 255, 255]
  const table = wear.noise ? noiseTable(wear.noise, chance) : null
  const shade = wear.shade ?? 0
  let at = 0
  for (let y = 0; y < height; y++) {
    let noise = table === null ? 0 : chance.whole(0, 65535)
    for (let x = 0; x < width; x++) {
      const light = 1 - shade * ((x / width + y / height) / 2)
      const grain = table === null ? 0 : (table[(noise = (noise + 1) & 65535)] ?? 0)
      for (const channel of [red, green, blue]) {
        const value = ((pixels[at] ?? 0) * channel * light) / 255 + grain
        pixels[at++] = value < 0 ? 0 : value > 255 ? 255 : value
      }
    }
  }
}

const rawOf = ({ width, height }: Picture) => ({ raw: { width, height, channels: 3 as const } })

/** A picture of a page as a worn paper gives it. Same chance, same picture. */
export const worn = async (page: Picture, wear: Wear, chance: Chance): Promise<Picture> => {
  const over = await overlay(page, wear, chance)
  const paper = wear.tint ?? [255, 255, 255]
  const background = { r: paper[0], g: paper[1], b: paper[2] }
  const soiled: Picture = { ...page, pixels: Buffer.from(page.pixels) }
  if (over !== null)
    for (let i = 0; i < soiled.pixels.length; i++)
      soiled.pixels[i] = ((soiled.pixels[i] ?? 0) * (over.pixels[i] ?? 255)) / 255
  weather(soiled, { ...wear, noise: 0, shade: 0 }, chance)
  let image = sharp(soiled.pixels, rawOf(soiled))
  if (wear.skew) image = image.rotate(wear.skew, { background })
  let { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  if (wear.crop && wear.skew) {
    const left = Math.max(0, Math.floor((info.width - page.width) / 2))
    const top = Math.max(0, Math.floor((info.height - page.height) / 2))
    const [width, height] = [Math.min(page.width, info.width), Math.min(page.height, info.height)]
    ;({ data, info } = await sharp(data, { raw: info })
      .extract({ left, top, width, height })
      .raw()
      .toBuffer({ resolveWithObject: true }))
  }
  if (wear.turn)
    ({ data, info } = await sharp(data, { raw: info }).rotate(wear.turn).raw().toBuffer({ resolveWithObject: true }))
  if (wear.blur)
    ({ data, info } = await sharp(data, { raw: info }).blur(wear.blur).raw().toBuffer({ resolveWithObject: true }))
  const picture: Picture = { pixels: data, width: info.width, height: info.height }
  if (wear.noise || wear.shade)
    weather(picture, { dpi: wear.dpi, noise: wear.noise ?? 0, shade: wear.shade ?? 0 }, chance)
  return picture
}

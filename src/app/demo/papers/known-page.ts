import { chanceFrom } from './chance.ts'
import type { Face } from './fonts.ts'
import { proseOf } from './prose/index.ts'
import { type Picture, rasterise } from './scans/raster.ts'
import { type Wear, worn } from './scans/wear.ts'
import { Sheet } from './sheet.ts'
import type { Language } from './types.ts'

export interface KnownPageCall {
  readonly seed: string | number
  readonly language: Language
  readonly face: Exclude<Face, 'hand'>
  /** Points; 10.5 when left out. */
  readonly size?: number
  readonly lines?: number
}

export interface KnownPage {
  readonly pdf: Uint8Array
  /** Line by line, as a reader should give it back. */
  readonly text: string
}

/** A page of plain office sentences in one column, for error rates: nothing on it but words that are known. */
export const knownPage = async (call: KnownPageCall): Promise<KnownPage> => {
  const chance = chanceFrom(`known ${call.seed} ${call.language} ${call.face}`)
  const { sentences } = proseOf(call.language)
  const size = call.size ?? 10.5
  const sheet = new Sheet({
    title: 'Known page',
    author: 'Kontor',
    writtenAt: new Date('2026-11-24T09:00:00Z'),
    face: call.face,
  })
  const wanted = call.lines ?? 36
  const lines: string[] = []
  while (lines.length < wanted)
    lines.push(...sheet.wrap(chance.some(sentences, chance.whole(3, 6)).join(' '), 440, { size }))
  lines.length = wanted
  lines.forEach((line, i) => sheet.text(line, 76, 90 + i * size * 1.72, { size }))
  const { pdf } = await sheet.end()
  return { pdf, text: lines.join('\n') }
}

/** The known page as a picture: at `wear.dpi`, skewed, turned, noisy as asked; the noise follows from the seed. */
export const knownPicture = async (
  call: KnownPageCall,
  wear: Wear,
): Promise<KnownPage & { readonly picture: Picture }> => {
  const page = await knownPage(call)
  const [raster] = await rasterise(page.pdf, wear.dpi)
  if (raster === undefined) throw new RangeError('a known page has one page')
  return { ...page, picture: await worn(raster, wear, chanceFrom(`wear ${call.seed}`)) }
}

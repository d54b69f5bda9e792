/** The faces that letters are set in, and how wide words are in them: measured from the fonts themselves, as they are drawn. */
import { createRequire } from 'node:module'
import { type Font, openSync } from 'fontkit'

const require = createRequire(import.meta.url)
const plex = (name: string) => require.resolve(`@expo-google-fonts/ibm-plex-sans/${name}/IBMPlexSans_${name}.ttf`)

export type Face = 'text' | 'strong' | 'slanted' | 'strong-slanted'

export const faces: Readonly<Record<Face, string>> = {
  text: plex('400Regular'),
  strong: plex('600SemiBold'),
  slanted: plex('400Regular_Italic'),
  'strong-slanted': plex('600SemiBold_Italic'),
}

interface Measured {
  readonly font: Font
  readonly widths: Map<string, number>
}

const opened = new Map<Face, Measured>()
/** Words whose widths are kept for a face; an office writes fewer. */
const mostKept = 20_000

function measured(face: Face): Measured {
  let one = opened.get(face)
  if (!one) opened.set(face, (one = { font: openSync(faces[face]) as Font, widths: new Map() }))
  return one
}

/** Width of words in points. */
export function widthOf(text: string, face: Face, size: number): number {
  const { font, widths } = measured(face)
  let em = widths.get(text)
  if (em === undefined) {
    em = font.layout(text).advanceWidth / font.unitsPerEm
    if (widths.size >= mostKept) widths.clear()
    widths.set(text, em)
  }
  return em * size
}

/** From the top of a line to its baseline, in parts of the size. */
export const ascentOf = (face: Face): number => measured(face).font.ascent / measured(face).font.unitsPerEm

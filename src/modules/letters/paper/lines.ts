/** Words become lines: broken where they are full, in several faces, with fields filled in. */
import type { Inline, Mark } from '../../../formats/rich/doc.ts'
import { unfilled, type Values } from '../../../formats/rich/walk.ts'
import { type Face, widthOf } from './faces.ts'
import type { Ink, TextItem } from './items.ts'

/** Points of text; from baseline to baseline in parts of the size. */
export const bodySize = 10.5
export const leading = 1.36

export interface Style {
  readonly size: number
  readonly strong?: boolean
  readonly ink?: Ink
}

interface Look {
  readonly face: Face
  readonly ink: Ink
  readonly underline: boolean
  readonly strike: boolean
  readonly href: string | null
}

/** A piece of a word in one look; a word may change its look within. */
interface Piece extends Look {
  readonly text: string
  readonly width: number
}

interface Word {
  readonly pieces: Piece[]
  width: number
  /** Spaces before it: how many, and how wide. */
  readonly spaces: number
  readonly gap: number
  readonly look: Look
}

export interface Line {
  readonly width: number
  readonly size: number
  readonly pieces: readonly (Piece & { readonly x: number })[]
}

const has = (marks: readonly Mark[] | undefined, type: Mark['type']) => marks?.some(mark => mark.type === type) ?? false

function lookOf(marks: readonly Mark[] | undefined, { strong = false, ink = 'ink' }: Style): Look {
  const isStrong = strong || has(marks, 'bold')
  const isSlanted = has(marks, 'italic')
  const link = marks?.find(mark => mark.type === 'link')
  return {
    face: isStrong ? (isSlanted ? 'strong-slanted' : 'strong') : isSlanted ? 'slanted' : 'text',
    ink: link ? 'link' : ink,
    underline: has(marks, 'underline') || link !== undefined,
    strike: has(marks, 'strike'),
    href: link?.type === 'link' ? link.attrs.href : null,
  }
}

const sameLook = (a: Look, b: Look): boolean =>
  a.face === b.face && a.ink === b.ink && a.underline === b.underline && a.strike === b.strike && a.href === b.href

/** Breaks written text into lines no wider than `width`. An empty text is one empty line. */
export function linesOf(inlines: readonly Inline[], width: number, style: Style, values: Values): Line[] {
  return written(inlines, style, values).flatMap(words => brokenLines(words, width, style.size))
}

/** The words between hard breaks. */
function written(inlines: readonly Inline[], style: Style, values: Values): Word[][] {
  const parts: Word[][] = [[]]
  let open = false
  let gap = 0
  let spaces = 0
  const add = (text: string, look: Look) => {
    for (const run of text.split(/( +|\n)/)) {
      if (run === '') continue
      if (run === '\n') {
        parts.push([])
        open = false
        gap = 0
        spaces = 0
      } else if (run.startsWith(' ')) {
        open = false
        gap += widthOf(' ', look.face, style.size) * run.length
        spaces += run.length
      } else {
        const piece = { ...look, text: run, width: widthOf(run, look.face, style.size) }
        const words = parts.at(-1)!
        const last = words.at(-1)
        if (open && last) {
          last.pieces.push(piece)
          last.width += piece.width
        } else words.push({ pieces: [piece], width: piece.width, gap, spaces, look })
        open = true
        gap = 0
        spaces = 0
      }
    }
  }
  for (const one of inlines) {
    if (one.type === 'hardBreak') add('\n', lookOf(undefined, style))
    else if (one.type === 'text') add(one.text.replace(/[\t\r]/g, ' '), lookOf(one.marks, style))
    else {
      const value = values(one.attrs.name)
      const look = lookOf(one.marks, style)
      add(value ?? unfilled(one.attrs.name), value === undefined ? { ...look, ink: 'gap' } : look)
    }
  }
  return parts
}

function brokenLines(words: readonly Word[], width: number, size: number): Line[] {
  const lines: Line[] = []
  let pieces: (Piece & { x: number })[] = []
  let x = 0
  const end = () => {
    lines.push({ pieces, width: x, size })
    pieces = []
    x = 0
  }
  for (const word of words) {
    if (pieces.length > 0 && x + word.gap + word.width > width) end()
    if (pieces.length > 0) x = space(pieces, x, word)
    for (const piece of word.pieces)
      for (const fit of fitting(piece, width, width - x, size)) {
        if (pieces.length > 0 && x + fit.width > width + 0.01) end()
        pieces.push({ ...fit, x })
        x += fit.width
      }
  }
  end()
  return lines
}

/** Spaces are drawn with the words before them where these look alike: an underline goes through. */
function space(pieces: (Piece & { x: number })[], x: number, { gap, spaces, look }: Word): number {
  const last = pieces.at(-1)!
  if (gap > 0 && sameLook(last, look))
    pieces[pieces.length - 1] = { ...last, text: last.text + ' '.repeat(spaces), width: last.width + gap }
  return x + gap
}

/** A word longer than a line is cut where the line is full. */
function fitting(piece: Piece, width: number, left: number, size: number): Piece[] {
  if (piece.width <= width) return [piece]
  const parts: Piece[] = []
  let text = ''
  let room = left
  for (const sign of piece.text) {
    const longer = text + sign
    if (text && widthOf(longer, piece.face, size) > room) {
      parts.push({ ...piece, text, width: widthOf(text, piece.face, size) })
      text = sign
      room = width
    } else text = longer
  }
  return [...parts, { ...piece, text, width: widthOf(text, piece.face, size) }]
}

/** A line where it stands: neighbours that look alike are one piece of text. */
export function itemsOf(line: Line, x: number, baseline: number): TextItem[] {
  const runs: (Piece & { x: number })[] = []
  for (const piece of line.pieces) {
    const last = runs.at(-1)
    if (last && sameLook(last, piece) && Math.abs(last.x + last.width - piece.x) < 0.01)
      runs[runs.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width }
    else runs.push(piece)
  }
  return runs.map(run => ({
    kind: 'text',
    x: x + run.x,
    y: baseline,
    text: run.text,
    size: line.size,
    face: run.face,
    ink: run.ink,
    width: run.width,
    ...(run.underline ? { underline: true } : {}),
    ...(run.strike ? { strike: true } : {}),
    ...(run.href ? { href: run.href } : {}),
  }))
}

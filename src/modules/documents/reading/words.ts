import type { Box, Line, Page, Word } from './types.ts'

/** The smallest box around all given; all zero for none. */
export function union(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return [0, 0, 0, 0]
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const [x, y, width, height] of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return [left, top, right - left, bottom - top]
}

interface Row {
  words: Word[]
  /** Centre and height of the word added last, since rows of photographs climb. */
  centre: number
  height: number
}

/**
 * Words on one baseline in one column become lines: rows by the vertical centre of neighbours, cut where the gap between two
 * words is wider than a column gutter (1.8 of the letter height). Lines come top down, then left to right.
 *
 * `aspect` is page width by height, since boxes are fractions of unlike sides.
 */
export function linesOf(words: readonly Word[], aspect: number): Line[] {
  const lines: Line[] = []
  for (const row of rowsOf(words)) {
    let current: Word[] = []
    for (const word of row) {
      const before = current.at(-1)
      if (before !== undefined && isGutter(before, word, aspect)) {
        lines.push(lineOf(current))
        current = []
      }
      current.push(word)
    }
    if (current.length > 0) lines.push(lineOf(current))
  }
  return lines
}

function lineOf(words: readonly Word[]): Line {
  return { words, box: union(words.map(word => word.box)) }
}

function isGutter(left: Word, right: Word, aspect: number): boolean {
  const gap = (right.box[0] - left.box[0] - left.box[2]) * aspect
  return gap > 1.8 * Math.min(left.box[3], right.box[3])
}

function rowsOf(words: readonly Word[]): Word[][] {
  const byLeft = [...words].sort((a, b) => a.box[0] - b.box[0])
  const rows: Row[] = []
  for (const word of byLeft) {
    const centre = word.box[1] + word.box[3] / 2
    const row = nearestRow(rows, centre, word.box[3])
    if (row === null) rows.push({ words: [word], centre, height: word.box[3] })
    else {
      row.words.push(word)
      row.centre = centre
      row.height = word.box[3]
    }
  }
  return rows.sort((a, b) => topOf(a) - topOf(b)).map(row => row.words)
}

function topOf(row: Row): number {
  return row.words.reduce((sum, word) => sum + word.box[1] + word.box[3] / 2, 0) / row.words.length
}

function nearestRow(rows: readonly Row[], centre: number, height: number): Row | null {
  let best: Row | null = null
  let distance = Infinity
  for (const row of rows) {
    const apart = Math.abs(row.centre - centre)
    if (apart < distance && apart < 0.45 * Math.min(row.height, height)) {
      best = row
      distance = apart
    }
  }
  return best
}

/** The page as plain text: lines of one row side by side with two spaces between, an empty line where a paragraph ends. */
export function textOfPage(page: Page): string {
  let text = ''
  let before: Line | null = null
  for (const line of page.lines) {
    if (before !== null) text += separator(before, line, page.source === 'flow')
    text += line.words.map(word => word.text).join(' ')
    before = line
  }
  return text
}

function separator(before: Line, line: Line, flow: boolean): string {
  if (flow) return '\n'
  const apart = line.box[1] + line.box[3] / 2 - (before.box[1] + before.box[3] / 2)
  const height = Math.min(before.box[3], line.box[3])
  if (line.box[0] > before.box[0] && Math.abs(apart) < 0.6 * height) return '  '
  return apart > 2.2 * Math.max(before.box[3], line.box[3]) ? '\n\n' : '\n'
}

/** Pages without places (mail, office): every line of the text is a line, every run without spaces a word. */
export function flowPage(number: number, text: string): Page {
  const lines: Line[] = []
  for (const row of text.split(/\r\n|\r|\n/)) {
    const words = row.split(/\s+/).filter(part => part !== '')
    if (words.length === 0) continue
    lines.push({
      words: words.map(word => ({ text: word, box: [0, 0, 0, 0] as const, confidence: 1 })),
      box: [0, 0, 0, 0],
    })
  }
  return { number, width: 0, height: 0, lines, source: 'flow', turn: 0, skew: 0 }
}

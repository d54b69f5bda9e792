import type { Line, Page, Word } from '../types.ts'

/** Half an em, in thousandths: the width of the blank font's only glyph. */
const GLYPH_WIDTH = 0.5

/**
 * The drawing commands that lay each word invisibly (text rendering mode 3) over its picture: as high as its line, stretched
 * to the word's own width, so that selecting and highlighting fit what one sees. A space ends each word, for copying.
 */
export function invisibleText(page: Page): string {
  const commands = page.lines.flatMap(line => line.words.map(word => wordCommand(word, line, page)))
  return commands.length === 0 ? '' : `BT\n3 Tr\n${commands.join('\n')}\nET\n`
}

function wordCommand(word: Word, line: Line, page: Page): string {
  const size = Math.max(1, Math.min(word.box[3] * 1.3, line.box[3] * 1.1) * page.height)
  const x = word.box[0] * page.width
  const baseline = (1 - word.box[1] - word.box[3]) * page.height + size * 0.08
  const natural = word.text.length * GLYPH_WIDTH * size
  const stretch = Math.max(1, (100 * word.box[2] * page.width) / natural)
  const codes = Buffer.from(`${word.text} `, 'utf16le').swap16().toString('hex')
  return `/F ${size.toFixed(2)} Tf ${stretch.toFixed(1)} Tz 1 0 0 1 ${x.toFixed(2)} ${baseline.toFixed(2)} Tm <${codes}> Tj`
}

import type { PdfPage } from './pdf-document.ts'
import { floatsAt, placer, type Shown, uprightBox } from './pdf-place.ts'
import type { Box, Word } from './types.ts'

export interface TextLayer {
  readonly words: readonly Word[]
  /** Letters other than spaces. */
  readonly letters: number
  /** Letters whose font tells no Unicode value, so that copying them gives rubbish. */
  readonly unmapped: number
  /** The first letters are not painted: somebody recognised this page before and laid the words behind its picture. */
  readonly invisible: boolean
  /** Clockwise quarter turns that bring most of the text upright. */
  readonly turn: 0 | 90 | 180 | 270
}

/** More letters than this on one page are an attack or a log file; the rest is left out. */
const MAX_LETTERS = 200_000

interface Letter extends Shown {
  readonly text: string
}

/** The words of a page's text layer, each with its box as fractions of the upright page. */
export function textLayerOf(page: PdfPage): TextLayer {
  const { lib } = page
  const text = lib.call['FPDFText_LoadPage']!(page.handle)
  if (text === 0) return { words: [], letters: 0, unmapped: 0, invisible: false, turn: 0 }
  const scratch = lib.call['malloc']!(32)
  try {
    return collect(page, text, scratch)
  } finally {
    lib.call['free']!(scratch)
    lib.call['FPDFText_ClosePage']!(text)
  }
}

function collect(page: PdfPage, text: number, scratch: number): TextLayer {
  const { lib } = page
  const count = Math.min(MAX_LETTERS, lib.call['FPDFText_CountChars']!(text))
  const turn = turnOf(page, text, count)
  const place = letterPlacer(page, scratch)
  const words = new WordCollector(page, turn)
  let letters = 0
  let unmapped = 0
  for (let index = 0; index < count; index++) {
    const code = lib.call['FPDFText_GetUnicode']!(text, index)
    if (isSpace(code)) {
      words.end()
      continue
    }
    letters++
    if (isRubbish(code) || lib.call['FPDFText_HasUnicodeMapError']!(text, index) === 1) unmapped++
    if (code < 32 || code === 0xfffe || code === 0xffff) continue
    const box = place(text, index)
    if (box !== null) words.add(String.fromCodePoint(code), box)
  }
  words.end()
  return { words: words.done, letters, unmapped, invisible: count > 0 && isInvisible(page, text), turn }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b)
}

/** Control characters, private use and the replacement character stand where a font has no map. */
function isRubbish(code: number): boolean {
  return code < 32 || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)
}

/**
 * The clockwise quarter turns that bring most letters of a sample upright. FPDFText_GetCharAngle tells how far a letter is
 * turned clockwise (radians) before the page's own /Rotate, which turns it further.
 */
function turnOf({ lib, handle }: PdfPage, text: number, count: number): 0 | 90 | 180 | 270 {
  const votes = [0, 0, 0, 0]
  const step = Math.max(1, Math.floor(count / 200))
  for (let index = 0; index < count; index += step) {
    const angle = lib.call['FPDFText_GetCharAngle']!(text, index)
    if (angle < 0 || isSpace(lib.call['FPDFText_GetUnicode']!(text, index))) continue
    const quarter = Math.round(angle / (Math.PI / 2)) & 3
    votes[quarter] = (votes[quarter] ?? 0) + 1
  }
  const most = Math.max(...votes)
  if (most === 0) return 0
  const shown = votes.indexOf(most) + (lib.call['FPDFPage_GetRotation']!(handle) & 3)
  return ([0, 270, 180, 90] as const)[shown & 3] ?? 0
}

const INVISIBLE_MODE = 3

function isInvisible({ lib }: PdfPage, text: number): boolean {
  const object = lib.call['FPDFText_GetTextObject']!(text, 0)
  return object !== 0 && lib.call['FPDFTextObj_GetTextRenderMode']!(object) === INVISIBLE_MODE
}

/** Reads a letter's loose box (font ascent to descent, so that rows line up) into the page as shown. */
function letterPlacer(page: PdfPage, scratch: number) {
  const place = placer(page, scratch)
  return (text: number, index: number): Shown | null => {
    if (page.lib.call['FPDFText_GetLooseCharBox']!(text, index, scratch) === 0) return null
    return place(...floatsAt(page, scratch))
  }
}

/** Gathers letters into words; a gap wider than a space or a step to another row parts them too. */
class WordCollector {
  readonly done: Word[] = []
  readonly #page: PdfPage
  readonly #turn: 0 | 90 | 180 | 270
  #letters: Letter[] = []

  constructor(page: PdfPage, turn: 0 | 90 | 180 | 270) {
    this.#page = page
    this.#turn = turn
  }

  add(text: string, at: Shown): void {
    const letter = { text, ...at }
    const before = this.#letters.at(-1)
    if (before !== undefined && this.#parts(before, letter)) this.end()
    this.#letters.push(letter)
  }

  end(): void {
    if (this.#letters.length === 0) return
    const text = this.#letters
      .map(letter => letter.text)
      .join('')
      .normalize('NFC')
    const box = uprightBox(around(this.#letters), this.#page, this.#turn)
    if (text !== '' && isOnPage(box)) this.done.push({ text, box, confidence: 1 })
    this.#letters = []
  }

  #parts(before: Letter, next: Letter): boolean {
    const along = this.#turn === 0 || this.#turn === 180
    const size = along ? before.bottom - before.top : before.right - before.left
    const step = along
      ? Math.max(next.left - before.right, before.left - next.right)
      : Math.max(next.top - before.bottom, before.top - next.bottom)
    const drift = along
      ? Math.abs(next.top + next.bottom - before.top - before.bottom) / 2
      : Math.abs(next.left + next.right - before.left - before.right) / 2
    return step > 0.6 * size || drift > 0.7 * size
  }
}

function isOnPage([x, y, width, height]: Box): boolean {
  return x < 1 && y < 1 && x + width > 0 && y + height > 0
}

/** The rectangle around letters. */
function around(letters: readonly Letter[]): Shown {
  return {
    left: Math.min(...letters.map(letter => letter.left)),
    top: Math.min(...letters.map(letter => letter.top)),
    right: Math.max(...letters.map(letter => letter.right)),
    bottom: Math.max(...letters.map(letter => letter.bottom)),
  }
}

import type { Box, Line, Page, Reading } from '../reading/types.ts'
import { squash } from './fold.ts'

/** A word as recognition handles it: placed in points, folded, and cut where a colon glued label and value together. */
export interface Token {
  readonly text: string
  /** Folded letters and digits of the text. */
  readonly key: string
  readonly page: number
  readonly box: Box
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly confidence: number
}

/** All words on one baseline across the whole page, left to right. */
export interface Row {
  readonly page: number
  readonly index: number
  readonly tokens: readonly Token[]
  readonly top: number
  readonly bottom: number
  /** Text without a place on a page: boxes mean nothing. */
  readonly flow: boolean
}

/** The part of a document that recognition looks at. */
export interface Sheet {
  readonly rows: readonly Row[]
  readonly height: ReadonlyMap<number, number>
  readonly width: ReadonlyMap<number, number>
  readonly recognised: boolean
}

/** A run of tokens in one row, `to` exclusive. */
export interface Span {
  readonly row: Row
  readonly from: number
  readonly to: number
}

const firstPages = 12
const lastPages = 4
const mostTokens = 30_000
const longestWord = 120

/** Bills say what matters on their first and last pages; this also bounds the work on a hostile document. */
export function layOut(reading: Reading): Sheet {
  const pages = reading.pages.filter((_, index) => index < firstPages || index >= reading.pages.length - lastPages)
  const rows: Row[] = []
  let budget = mostTokens
  for (const page of pages) {
    for (const tokens of rowsOf(page).flatMap(chunks)) {
      if (tokens.length === 0 || budget <= 0) continue
      budget -= tokens.length
      const top = Math.min(...tokens.map(token => token.top))
      const bottom = Math.max(...tokens.map(token => token.bottom))
      rows.push({ page: page.number, index: rows.length, tokens, top, bottom, flow: page.source === 'flow' })
    }
  }
  return {
    rows,
    height: new Map(pages.map(page => [page.number, page.height])),
    width: new Map(pages.map(page => [page.number, page.width])),
    recognised: pages.some(page => page.source === 'ocr'),
  }
}

function rowsOf(page: Page): Token[][] {
  if (page.source === 'flow') return flowRows(page)
  return joinLines(page.lines.map(line => tokensOfLine(line, page)).filter(tokens => tokens.length > 0))
}

function tokensOfLine(line: Line, page: Page): Token[] {
  const tokens: Token[] = []
  for (const word of line.words.slice(0, mostTokens)) {
    const text = word.text.trim().slice(0, longestWord)
    if (text === '') continue
    const [x, y, width, height] = word.box
    let at = 0
    for (const piece of pieces(text)) {
      const box: Box = [x + (width * at) / text.length, y, (width * piece.length) / text.length, height]
      at += piece.length
      tokens.push({
        text: piece,
        key: squash(piece),
        page: page.number,
        box,
        left: box[0] * page.width,
        right: (box[0] + box[2]) * page.width,
        top: y * page.height,
        bottom: (y + height) * page.height,
        confidence: word.confidence,
      })
    }
  }
  return tokens
}

const gluedLabel = /^(\p{L}[\p{L}.'’/()-]*[:#=])([^\s/].*)$/u
const gluedNumber = /^(n[°º]\.?|nr\.?:?|no\.|nº\.?|n\.º|#)(\d.*)$/iu
const gluedAmount = /^(\p{L}{4,})(-?\d{1,3}(?:[.,' ]?\d{3})*[.,]\d{2})(\D{0,3})$/u
const gluedCurrency = /^(\p{L}{3,}:?)([€$£]\s?-?\d.*)$/u

/** `Kundennummer:2` is a label and its value, `Facture n°12` too. */
function pieces(text: string): string[] {
  const match = gluedLabel.exec(text) ?? gluedNumber.exec(text) ?? gluedCurrency.exec(text)
  if (match?.[1] && match[2] && !/^https?:|^mailto:/i.test(text)) return [match[1], match[2]]
  const amount = gluedAmount.exec(text)
  if (amount?.[1] && amount[2]) return [amount[1], amount[2] + (amount[3] ?? '')]
  return [text]
}

const longestRow = 160

/** No row of a paper has more words; a longer one would cost time without saying anything. */
function chunks(tokens: Token[]): Token[][] {
  if (tokens.length <= longestRow) return [tokens]
  return Array.from({ length: Math.ceil(tokens.length / longestRow) }, (_, index) =>
    tokens.slice(index * longestRow, (index + 1) * longestRow),
  )
}

/** Readers cut rows into columns; here what stands on one baseline belongs together again. */
function joinLines(lines: Token[][]): Token[][] {
  const order = lines.map(tokens => ({ tokens, middle: middleOf(tokens) })).sort((a, b) => a.middle - b.middle)
  const rows: Token[][][] = []
  for (const { tokens } of order) {
    const row = rows.slice(-6).findLast(parts => parts.every(part => besides(part, tokens)))
    if (row) row.push(tokens)
    else rows.push([tokens])
  }
  return rows.map(parts => parts.flat().sort((a, b) => a.left - b.left))
}

function middleOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + token.top + token.bottom, 0) / (2 * tokens.length)
}

/** Whether two pieces of line stand side by side on one baseline, measured where they come closest. */
function besides(a: readonly Token[], b: readonly Token[]): boolean {
  const [first, second] = (a[0]?.left ?? 0) <= (b[0]?.left ?? 0) ? [a, b] : [b, a]
  const left = first.at(-1)
  const right = second[0]
  if (!left || !right || right.left < left.right - 2) return false
  const overlap = Math.min(left.bottom, right.bottom) - Math.max(left.top, right.top)
  const lower = Math.min(left.bottom - left.top, right.bottom - right.top)
  return overlap > 0.45 * lower
}

const flowAdvance = 6
const flowLeading = 12

/** Flowing text is set as if on a typewriter, so that the same geometry serves. */
function flowRows(page: Page): Token[][] {
  return page.lines.map((line, lineIndex) => {
    let column = 0
    const tokens: Token[] = []
    for (const word of line.words) {
      for (const text of pieces(word.text.trim().slice(0, longestWord))) {
        if (text === '') continue
        const left = column * flowAdvance
        column += text.length
        tokens.push({
          text,
          key: squash(text),
          page: page.number,
          box: [0, 0, 0, 0],
          left,
          right: column * flowAdvance,
          top: lineIndex * flowLeading,
          bottom: lineIndex * flowLeading + 10,
          confidence: word.confidence,
        })
      }
      column += 1
    }
    return tokens
  })
}

export function spanTokens(span: Span): readonly Token[] {
  return span.row.tokens.slice(span.from, span.to)
}

export function spanText(span: Span): string {
  return spanTokens(span)
    .map(token => token.text)
    .join(' ')
}

/** The smallest box around the span, or null for flowing text. */
export function spanBox(span: Span): Box | null {
  if (span.row.flow) return null
  const boxes = spanTokens(span).map(token => token.box)
  if (boxes.length === 0) return null
  const left = Math.min(...boxes.map(box => box[0]))
  const top = Math.min(...boxes.map(box => box[1]))
  const right = Math.max(...boxes.map(box => box[0] + box[2]))
  const bottom = Math.max(...boxes.map(box => box[1] + box[3]))
  return [left, top, right - left, bottom - top]
}

export function spanLeft(span: Span): number {
  return span.row.tokens[span.from]?.left ?? 0
}

export function spanRight(span: Span): number {
  return span.row.tokens[span.to - 1]?.right ?? 0
}

/** The lowest confidence of the reader among the words of the span. */
export function spanConfidence(span: Span): number {
  return Math.min(1, ...spanTokens(span).map(token => token.confidence))
}

export function lineHeight(row: Row): number {
  const heights = row.tokens.map(token => token.bottom - token.top).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 10
}

/** Whether the gap before token `at` is wider than an ordinary space: a new column begins. */
export function startsColumn(row: Row, at: number): boolean {
  const before = row.tokens[at - 1]
  const token = row.tokens[at]
  if (!before || !token) return true
  if (row.flow) return token.left - before.right > 2 * flowAdvance
  return token.left - before.right > 1.5 * Math.min(token.bottom - token.top, before.bottom - before.top, 14)
}

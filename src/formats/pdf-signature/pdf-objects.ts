/** As much of a PDF's syntax (ISO 32000-1, 7.2 and 7.5) as it takes to add to a file that was written in one piece. */

export class PdfUnreadable extends Error {}

const white = /[\0\t\n\f\r ]/

function skipWhite(text: string, from: number): number {
  let at = from
  for (;;) {
    while (at < text.length && white.test(text[at]!)) at++
    if (text[at] !== '%') return at
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++
  }
}

function endOfString(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at + 1
  }
  throw new PdfUnreadable('a string does not end')
}

/** Where the value that begins here ends. */
function endOfValue(text: string, from: number): number {
  if (text.startsWith('<<', from)) return dictionaryAt(text, from).end
  if (text[from] === '(') return endOfString(text, from)
  if (text[from] === '<') return text.indexOf('>', from) + 1
  if (text[from] === '[') {
    let at = skipWhite(text, from + 1)
    while (text[at] !== ']') {
      if (at >= text.length) throw new PdfUnreadable('an array does not end')
      at = skipWhite(text, endOfValue(text, at))
    }
    return at + 1
  }
  const [word] = /^(?:\d+\s+\d+\s+R(?![A-Za-z])|\/?[^\0\t\n\f\r ()<>[\]{}/%]+)/.exec(text.slice(from, from + 300)) ?? []
  if (!word) throw new PdfUnreadable('no value')
  return from + word.length
}

export type Dictionary = ReadonlyMap<string, string>

/** A dictionary, its values as they are written. */
export function dictionaryAt(text: string, from: number): { entries: Map<string, string>; end: number } {
  if (!text.startsWith('<<', from)) throw new PdfUnreadable('no dictionary')
  const entries = new Map<string, string>()
  let at = skipWhite(text, from + 2)
  while (!text.startsWith('>>', at)) {
    const end = endOfValue(text, at)
    const name = text.slice(at, end)
    if (!name.startsWith('/')) throw new PdfUnreadable('no name')
    const value = skipWhite(text, end)
    const next = endOfValue(text, value)
    entries.set(name.slice(1), text.slice(value, next))
    at = skipWhite(text, next)
  }
  return { entries, end: at + 2 }
}

export const written = (entries: Dictionary): string =>
  `<< ${[...entries].map(([name, value]) => `/${name} ${value}`).join(' ')} >>`

export const referenceOf = (value: string | undefined): number | null => {
  const number = /^(\d+)\s+0\s+R$/.exec(value ?? '')?.[1]
  return number === undefined ? null : Number(number)
}

export const referencesIn = (array: string): number[] =>
  [...array.matchAll(/(\d+)\s+0\s+R/g)].map(match => Number(match[1]))

export interface PdfFile {
  readonly start: number
  readonly trailer: Dictionary
  /** An object's dictionary, or array, as it is written. */
  object(number: number): string
}

/** Opens a file whose one table of objects is written plainly, as PDFium writes files anew. */
export function openPdf(bytes: Buffer): PdfFile {
  const text = bytes.toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-2_000))?.[1] ?? -1)
  if (start < 0 || !text.startsWith('xref', start)) throw new PdfUnreadable('no plain table of objects')
  const trailerAt = text.indexOf('trailer', start)
  const trailer = dictionaryAt(text, skipWhite(text, trailerAt + 7)).entries
  if (trailer.has('Prev') || trailer.has('XRefStm') || trailer.has('Encrypt')) throw new PdfUnreadable('not one piece')
  const offsets = tableOf(text.slice(start + 4, trailerAt))
  return {
    start,
    trailer,
    object(number) {
      const at = offsets.get(number)
      const begun = at === undefined ? null : /^\s*\d+\s+\d+\s+obj/.exec(text.slice(at, at + 60))
      if (at === undefined || !begun) throw new PdfUnreadable(`object ${number}`)
      const from = skipWhite(text, at + begun[0].length)
      return text.slice(from, endOfValue(text, from))
    },
  }
}

function tableOf(text: string): Map<number, number> {
  const offsets = new Map<number, number>()
  const marks = text.trim().split(/\s+/)
  for (let at = 0; at < marks.length; ) {
    const [first, count] = [Number(marks[at]), Number(marks[at + 1])]
    if (!Number.isInteger(first) || !Number.isInteger(count)) throw new PdfUnreadable('table of objects')
    at += 2
    for (let n = 0; n < count; n++, at += 3) if (marks[at + 2] === 'n') offsets.set(first + n, Number(marks[at]))
  }
  return offsets
}

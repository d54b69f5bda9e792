/** A Word file filled in, and its words: what is not filled stays as it was, byte for byte. */
import { type ZipEntry, zipOf } from '../zip/write.ts'
import { type Field, lookThrough, type Marked, type Piece } from './fields.ts'
import { type Docx, DocxRefused, wordParts } from './open.ts'
import { type Token, tokensOf, written } from './tokens.ts'

/** What a field of that name is filled with; undefined leaves it as it stands. A line break in it is one in the text. */
export type ValueOf = (name: string, kind: Field['kind']) => string | undefined

const breaks = (text: string): string => text.split('\n').map(written).join('</w:t><w:br/><w:t xml:space="preserve">')

/** New words of a token's; other tokens are written as they were, those that fall away not at all. */
interface Edits {
  readonly words: Map<number, string>
  readonly falls: Set<number>
  readonly instead: Map<number, string>
}

function fillMarked(fields: readonly Marked[], valueOf: ValueOf, edits: Edits): void {
  const byParagraph = Map.groupBy(fields, one => one.pieces)
  for (const [pieces, marks] of byParagraph) {
    const filled = marks.flatMap(one => {
      const value = valueOf(one.name, one.kind)
      return value === undefined ? [] : [{ ...one, value }]
    })
    if (filled.length > 0) fillPieces(pieces, filled, edits)
  }
}

/** The value stands where the field begins, in the look it has there; the rest of its signs fall away. */
function fillPieces(pieces: readonly Piece[], marks: readonly (Marked & { readonly value: string })[], edits: Edits) {
  let begins = 0
  // marks stand in order, none in another: those that ended before a piece end before every later one
  let first = 0
  for (const { at, words } of pieces) {
    const ends = begins + words.length
    while (first < marks.length && marks[first]!.to <= begins) first++
    if (at >= 0 && first < marks.length && marks[first]!.from < ends) {
      let text = ''
      let from = begins
      for (let n = first; n < marks.length && marks[n]!.from < ends; n++) {
        const one = marks[n]!
        if (one.from >= begins) text += written(words.slice(from - begins, one.from - begins)) + breaks(one.value)
        from = Math.min(ends, one.to)
      }
      edits.words.set(at, text + written(words.slice(from - begins)))
    }
    begins = ends
  }
}

function fillPlaced(fields: readonly Exclude<Field, Marked>[], valueOf: ValueOf, edits: Edits): void {
  for (const field of fields) {
    const value = valueOf(field.name, field.kind)
    if (value === undefined) continue
    const [first, ...rest] = field.pieces
    for (const at of field.falls) edits.falls.add(at)
    for (const { at } of rest) edits.words.set(at, '')
    if (first) edits.words.set(first.at, breaks(value))
    else if (field.else) {
      const words = `<w:t xml:space="preserve">${breaks(value)}</w:t>`
      edits.instead.set(field.else.at, field.else.run ? `<w:r>${words}</w:r>` : words)
    }
  }
}

/** Spaces at the edges of what was filled in are kept. */
const preserving = (raw: string): string =>
  raw.includes('xml:space') ? raw : raw.replace(/^<w:t\b/, '<w:t xml:space="preserve"')

/** A part with its fields filled in; the same text where there was nothing to fill. */
export function filledPart(xml: string, valueOf: ValueOf): string {
  const tokens = tokensOf(xml)
  const { fields } = lookThrough(tokens)
  const edits: Edits = { words: new Map(), falls: new Set(), instead: new Map() }
  fillMarked(
    fields.filter(one => one.kind === 'marked'),
    valueOf,
    edits,
  )
  fillPlaced(
    fields.filter(one => one.kind !== 'marked'),
    valueOf,
    edits,
  )
  if (edits.words.size === 0 && edits.falls.size === 0 && edits.instead.size === 0) return xml
  return tokens.map((token, at) => writtenToken(token, at, tokens, edits)).join('')
}

function writtenToken(token: Token, at: number, tokens: readonly Token[], edits: Edits): string {
  const instead = edits.instead.get(at)
  if (instead !== undefined) return instead
  if (edits.falls.has(at)) return ''
  const words = edits.words.get(at)
  if (words !== undefined) return words
  if (token.name === 'w:t' && token.kind === 'open' && edits.words.has(at + 1) && tokens[at + 1]?.kind === 'words')
    return preserving(token.raw)
  return token.raw
}

/** The day every entry bears: the same file filled with the same is the same bytes. */
const at = Temporal.PlainDateTime.from('1980-01-01T00:00')

export async function packed(parts: ReadonlyMap<string, Uint8Array>): Promise<Buffer> {
  const entries: ZipEntry[] = [...parts].map(([name, bytes]) => ({ name, bytes }))
  const written: Buffer[] = []
  for await (const part of zipOf(entries, at)) written.push(part)
  return Buffer.concat(written)
}

/** Letters by which what is filled in may make a file longer: more is not what anybody wrote. */
const mostAdded = 4_000_000

/** Every part that says something, filled in; refuses what the values have made too large. */
export function filledParts(docx: Docx, valueOf: ValueOf): Map<string, string> {
  const parts = new Map<string, string>()
  let added = 0
  for (const name of wordParts(docx)) {
    const before = docx.parts.get(name)!.toString('utf8')
    const filled = filledPart(before, valueOf)
    added += Math.max(0, filled.length - before.length)
    if (added > mostAdded) throw new DocxRefused('too-large')
    parts.set(name, filled)
  }
  return parts
}

/** The file with its fields filled in; null where there was nothing to fill. */
export async function filledDocx(docx: Docx, valueOf: ValueOf): Promise<Buffer | null> {
  const touched = [...filledParts(docx, valueOf)].filter(
    ([name, xml]) => docx.parts.get(name)!.toString('utf8') !== xml,
  )
  if (touched.length === 0) return null
  return packed(new Map([...docx.parts, ...touched.map(([name, xml]) => [name, Buffer.from(xml)] as const)]))
}

/** What a Word file says: its fields with the place they stand in, and its words line by line. */
import { lookThrough } from './fields.ts'
import { filledPart } from './fill.ts'
import { type Docx, DocxRefused, wordParts } from './open.ts'
import { tokensOf } from './tokens.ts'

export interface FieldPlace {
  readonly name: string
  readonly kind: 'marked' | 'merge' | 'control'
  readonly part: 'head' | 'text' | 'foot' | 'notes'
  /** The words around it. */
  readonly near: string
}

const partOf = (name: string): FieldPlace['part'] =>
  name.startsWith('word/header')
    ? 'head'
    : name.startsWith('word/footer')
      ? 'foot'
      : name === 'word/document.xml'
        ? 'text'
        : 'notes'

/** Every field of the file; refuses one that fetches something from elsewhere when it is opened. */
export function fieldsOfDocx(docx: Docx): FieldPlace[] {
  return wordParts(docx).flatMap(name => {
    const { fields, fetches } = lookThrough(tokensOf(docx.parts.get(name)!.toString('utf8')))
    if (fetches) throw new DocxRefused('outside')
    return fields.map(field => ({ name: field.name, kind: field.kind, part: partOf(name), near: nearOf(field.pieces) }))
  })
}

/** Of a long paragraph its beginning is enough. */
function nearOf(pieces: readonly { readonly words: string }[]): string {
  let words = ''
  for (const one of pieces.slice(0, 200)) if ((words += one.words.slice(0, 400)).length > 400) break
  return words.replace(/\s+/g, ' ').trim().slice(0, 80)
}

export type WordPart = { readonly words: string } | { readonly field: string }

export interface DocxLine {
  /** 1 to 3 for a heading, else 0. */
  readonly heading: 0 | 1 | 2 | 3
  readonly parts: readonly WordPart[]
}

/** Signs of the private use area that stand around a field's name while the words are gathered. */
const [before, after] = ['\ue000', '\ue001']
const bare = (text: string): string => text.replace(/[\ue000\ue001]/g, '')

/** Its words, a line for each paragraph; `nameOf` says what a field is called here, undefined leaves its words as they stand. */
export function linesOfDocx(
  docx: Docx,
  nameOf: (name: string, kind: FieldPlace['kind']) => string | undefined,
): DocxLine[] {
  const valueOf = (name: string, kind: FieldPlace['kind']) => {
    const known = nameOf(name, kind)
    return known === undefined ? undefined : `${before}${bare(known)}${after}`
  }
  const said = new Set<string>()
  return wordParts(docx).flatMap(name => {
    const xml = filledPart(bare(docx.parts.get(name)!.toString('utf8')), valueOf)
    const lines = lookThrough(tokensOf(xml)).paragraphs.map(({ style, pieces }) => ({
      heading: headingOf(style),
      parts: partsOf(pieces.map(one => one.words).join('')),
    }))
    // the same head or foot, once for the first page and once for the others, is said once
    const key = partOf(name) === 'text' ? name : JSON.stringify(lines)
    if (said.has(key)) return []
    said.add(key)
    return lines
  })
}

/** Word's styles by their ids in the languages it writes them in; LibreOffice keeps the English ones. */
const headingOf = (style: string): DocxLine['heading'] => {
  const level = /^(?:heading|rubrik|overskrift|kop|titlu|t[ií]?tulo|berschrift)\s?([1-9])$/i.exec(style)?.[1]
  return level ? (Math.min(3, Number(level)) as 1 | 2 | 3) : /^(?:title|titel|tittel)$/i.test(style) ? 1 : 0
}

const partsOf = (line: string): WordPart[] =>
  line
    .split(/(\ue000[^\ue001]*\ue001)/)
    .filter(Boolean)
    .map(part => (part.startsWith(before) ? { field: part.slice(1, -1) } : { words: part }))

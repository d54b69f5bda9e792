/**
 * Where a part of a Word file is filled in: `{{name}}` in its words, however many runs Word has cut it into, fields MERGEFIELD, simple and
 * complex (ECMA-376 part 1, 17.16.5.35), and content controls by their tag (17.5.2).
 */
import { DocxRefused } from './open.ts'
import { attributeIn, type Token, wordsIn } from './tokens.ts'

/** Words of one paragraph, or of one field, at the tokens they stand in. */
export interface Piece {
  readonly at: number
  readonly words: string
}

export interface Marked {
  readonly kind: 'marked'
  readonly name: string
  readonly pieces: readonly Piece[]
  /** From and to which sign of the pieces' words together. */
  readonly from: number
  readonly to: number
}

export interface Placed {
  readonly kind: 'merge' | 'control'
  readonly name: string
  readonly pieces: readonly Piece[]
  /** Tokens that fall away once it is filled. */
  readonly falls: readonly number[]
  /** Where its value goes when it has no words yet; and whether a run of its own is needed there. */
  readonly else: { readonly at: number; readonly run: boolean } | null
}

export type Field = Marked | Placed

export interface Paragraph {
  readonly style: string
  readonly pieces: readonly Piece[]
}

export interface Looked {
  readonly fields: readonly Field[]
  /** In the order in which they end. */
  readonly paragraphs: readonly Paragraph[]
  /** Instructions of fields that fetch something from elsewhere. */
  readonly fetches: boolean
}

interface OpenField {
  instruction: string
  inResult: boolean
  readonly pieces: Piece[]
  readonly falls: number[]
}
interface OpenControl {
  tag: string | null
  inContent: boolean
  readonly pieces: Piece[]
  readonly falls: number[]
}
interface OpenParagraph {
  style: string
  readonly pieces: Piece[]
}

const mark = /\{\{([^{}]{1,200})\}\}/g
const longestName = 80
/** A letter's fields lie in none or one other; what is deeper is made to be many things at every word. */
const mostNested = 20
const mostFields = 5_000
const fetching = /^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|DATABASE)\b/i

const mergeName = (instruction: string): string | null => {
  const found = /^\s*MERGEFIELD\s+(?:"([^"]{1,80})"|([^\s"\\]{1,80}))/i.exec(instruction)
  return found ? (found[1] ?? found[2] ?? '').trim() : null
}

/** Walks a part once. */
class Walk {
  readonly fields: Field[] = []
  readonly paragraphs: Paragraph[] = []
  fetches = false
  private readonly open: OpenParagraph[] = []
  private readonly complex: OpenField[] = []
  private readonly simple: { readonly name: string | null; readonly at: number; readonly pieces: Piece[] }[] = []
  private readonly controls: OpenControl[] = []
  private inText = false
  private inInstruction = false

  step(token: Token, at: number): void {
    if (token.kind === 'words') return this.words(token, at)
    if (token.kind === 'other') return
    const isEnd = token.kind === 'close'
    switch (token.name) {
      case 'w:p':
        if (token.kind === 'open') this.open.push({ style: '', pieces: [] })
        else if (isEnd) this.endParagraph()
        return
      case 'w:pStyle':
        if (this.open.length > 0) this.open.at(-1)!.style = attributeIn(token.raw, 'w:val') ?? ''
        return
      case 'w:t':
        this.inText = token.kind === 'open'
        return
      case 'w:tab':
      case 'w:br':
        this.open.at(-1)?.pieces.push({ at: -1, words: token.name === 'w:tab' ? '\t' : '\n' })
        return
      case 'w:instrText':
        this.inInstruction = token.kind === 'open'
        this.complex.at(-1)?.falls.push(at)
        return
      case 'w:fldChar':
        return this.fieldSign(token, at)
      case 'w:fldSimple':
        return this.simpleField(token, at)
      default:
        this.control(token, at)
    }
  }

  private words({ raw }: Token, at: number): void {
    if (this.inInstruction) {
      const top = this.complex.at(-1)
      if (top) {
        top.instruction += wordsIn(raw)
        top.falls.push(at)
      }
      return
    }
    if (!this.inText) return
    const piece = { at, words: wordsIn(raw) }
    this.open.at(-1)?.pieces.push(piece)
    for (const field of this.complex) if (field.inResult) field.pieces.push(piece)
    for (const field of this.simple) field.pieces.push(piece)
    for (const control of this.controls) if (control.inContent) control.pieces.push(piece)
  }

  private endParagraph(): void {
    const ended = this.open.pop()
    if (!ended) return
    this.paragraphs.push(ended)
    const all = ended.pieces.map(one => one.words).join('')
    for (const found of all.matchAll(mark)) {
      const name = found[1]!.trim()
      if (name === '' || name.length > longestName) continue
      const [from, to] = [found.index, found.index + found[0].length]
      this.found({ kind: 'marked', name, pieces: ended.pieces, from, to })
    }
  }

  private found(field: Field): void {
    if (this.fields.length >= mostFields) throw new DocxRefused('too-large')
    this.fields.push(field)
  }

  private nested(open: readonly unknown[]): void {
    if (open.length >= mostNested) throw new DocxRefused('damaged')
  }

  private fieldSign(token: Token, at: number): void {
    if (token.kind === 'close') return
    const type = attributeIn(token.raw, 'w:fldCharType')
    if (type === 'begin') {
      this.nested(this.complex)
      this.complex.push({ instruction: '', inResult: false, pieces: [], falls: [at] })
    }
    const top = this.complex.at(-1)
    if (!top || type === 'begin') return
    if (type === 'separate') {
      top.inResult = true
      top.falls.push(at)
      return
    }
    this.complex.pop()
    if (fetching.test(top.instruction)) this.fetches = true
    const name = mergeName(top.instruction)
    if (name)
      this.found({
        kind: 'merge',
        name,
        pieces: top.pieces,
        falls: [...top.falls, at],
        else: { at, run: false },
      })
  }

  private simpleField(token: Token, at: number): void {
    if (token.kind === 'close') {
      const ended = this.simple.pop()
      if (ended?.name)
        this.found({
          kind: 'merge',
          name: ended.name,
          pieces: ended.pieces,
          falls: [ended.at, at],
          else: { at, run: true },
        })
      return
    }
    const instruction = attributeIn(token.raw, 'w:instr') ?? ''
    if (fetching.test(instruction)) this.fetches = true
    const name = mergeName(instruction)
    if (token.kind === 'open') {
      this.nested(this.simple)
      this.simple.push({ name, at, pieces: [] })
    } else if (name) this.found({ kind: 'merge', name, pieces: [], falls: [at], else: { at, run: true } })
  }

  private control({ name, kind, raw }: Token, at: number): void {
    const top = this.controls.at(-1)
    if (name === 'w:sdt' && kind === 'open') {
      this.nested(this.controls)
      this.controls.push({ tag: null, inContent: false, pieces: [], falls: [] })
    } else if (name === 'w:sdt' && kind === 'close') {
      const ended = this.controls.pop()
      if (ended?.tag)
        this.found({ kind: 'control', name: ended.tag, pieces: ended.pieces, falls: ended.falls, else: null })
    } else if (!top) return
    else if (name === 'w:tag' && !top.inContent) top.tag = attributeIn(raw, 'w:val')
    else if (name === 'w:sdtContent') top.inContent = kind === 'open'
    else if (name === 'w:showingPlcHdr') top.falls.push(at)
    else if (name === 'w:rStyle' && attributeIn(raw, 'w:val') === 'PlaceholderText') top.falls.push(at)
  }
}

export function lookThrough(tokens: readonly Token[]): Looked {
  const walk = new Walk()
  tokens.forEach((token, at) => walk.step(token, at))
  return walk
}

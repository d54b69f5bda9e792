import PDFDocument from 'pdfkit'
import { type Face, type Weight, fontOf } from './fonts.ts'
import type { Printed } from './types.ts'

/** How a piece of text is set. Lengths are points (1/72 inch). */
export interface Ink {
  readonly size?: number
  readonly face?: Face
  readonly weight?: Weight
  readonly colour?: string
  /** About `x`: right means that the text ends there. */
  readonly align?: 'left' | 'right' | 'centre'
  readonly tracking?: number
  readonly leading?: number
  /** The fact that this text states: remembered with its place. */
  readonly field?: string | undefined
}

export interface Stroke {
  readonly colour?: string
  readonly width?: number
  readonly dash?: number
}

export interface Area {
  readonly fill?: string
  readonly stroke?: string
  readonly width?: number
  readonly radius?: number
}

export interface Drawn {
  readonly pdf: Uint8Array
  readonly text: string
  readonly printed: readonly Printed[]
  readonly pages: number
}

interface Piece {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly wide: number
  readonly size: number
  readonly text: string
}

export interface SheetOptions {
  readonly title: string
  readonly author: string
  readonly writtenAt: Date
  /** Points; A4 when left out. */
  readonly size?: readonly [number, number]
  readonly face: Face
  readonly ink?: string
  /** The program that the PDF says it was made by: real ones differ, and readers must not care. */
  readonly producer?: string
}

export const a4: readonly [number, number] = [595.28, 841.89]

/** One document being drawn: text at baselines, rules, areas. Remembers every word, so that the truth need not be guessed. */
export class Sheet {
  readonly width: number
  readonly height: number
  readonly doc: PDFKit.PDFDocument
  page = 1
  readonly #face: Face
  readonly #ink: string
  readonly #pieces: Piece[] = []
  readonly #printed: Printed[] = []
  readonly #registered = new Set<string>()
  readonly #chunks: Uint8Array[] = []

  constructor(options: SheetOptions) {
    const [width, height] = options.size ?? a4
    this.width = width
    this.height = height
    this.#face = options.face
    this.#ink = options.ink ?? '#1d1d1b'
    const settings: PDFKit.PDFDocumentOptions = {
      size: [width, height],
      margin: 0,
      pdfVersion: '1.7',
      info: {
        Title: options.title,
        // PDFKit writes these into XMP without escaping them.
        Author: options.author.replace(/[&<>]/g, '+'),
        Producer: options.producer ?? 'Kontor paper generator',
        Creator: options.producer ?? 'Kontor paper generator',
        CreationDate: options.writtenAt,
        ModDate: options.writtenAt,
      },
    }
    // A null font keeps PDFKit from loading Helvetica, which nothing here is set in; its types do not know null.
    this.doc = new PDFDocument({ ...settings, font: null as unknown as string })
    this.doc.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk))
  }

  #set(ink: Ink): void {
    const face = ink.face ?? this.#face
    const weight = ink.weight ?? 'regular'
    const key = `${face}-${weight}`
    if (!this.#registered.has(key)) {
      // PDFKit takes a parsed fontkit font as well as bytes; its types say bytes only.
      this.doc.registerFont(key, fontOf(face, weight) as unknown as Buffer)
      this.#registered.add(key)
    }
    this.doc
      .font(key)
      .fontSize(ink.size ?? 9)
      .fillColor(ink.colour ?? this.#ink)
  }

  measure(text: string, ink: Ink = {}): number {
    this.#set(ink)
    return this.doc.widthOfString(text, ink.tracking ? { characterSpacing: ink.tracking } : {})
  }

  /** Sets one line with its baseline at y; returns how wide it came out. */
  text(text: string, x: number, y: number, ink: Ink = {}): number {
    if (text === '') return 0
    const wide = this.measure(text, ink)
    const left = ink.align === 'right' ? x - wide : ink.align === 'centre' ? x - wide / 2 : x
    this.doc.text(text, left, y, {
      lineBreak: false,
      baseline: 'alphabetic',
      ...(ink.tracking ? { characterSpacing: ink.tracking } : {}),
    })
    this.#pieces.push({ page: this.page, x: left, y, wide, size: ink.size ?? 9, text })
    if (ink.field !== undefined) this.#remember(ink.field, text, left, y, wide, ink.size ?? 9)
    return wide
  }

  #remember(field: string, text: string, x: number, y: number, wide: number, size: number): void {
    const round = (part: number): number => Math.round(part * 1e5) / 1e5
    const box = [
      round(x / this.width),
      round((y - size * 0.78) / this.height),
      round(wide / this.width),
      round(size / this.height),
    ]
    this.#printed.push({
      field,
      text,
      page: this.page,
      box: box as unknown as readonly [number, number, number, number],
    })
  }

  /** Sets text in lines no wider than `wide`; returns the baseline that would come next. */
  prose(text: string, x: number, y: number, wide: number, ink: Ink = {}): number {
    const leading = ink.leading ?? (ink.size ?? 9) * 1.42
    let baseline = y
    for (const paragraph of text.split('\n')) {
      for (const line of this.wrap(paragraph, wide, ink)) {
        const at = ink.align === 'right' ? x + wide : ink.align === 'centre' ? x + wide / 2 : x
        this.text(line, at, baseline, ink)
        baseline += leading
      }
    }
    return baseline
  }

  wrap(paragraph: string, wide: number, ink: Ink = {}): string[] {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && this.measure(longer, ink) > wide) {
        lines.push(line)
        line = word
      } else line = longer
    }
    lines.push(line)
    return lines
  }

  rule(x1: number, y1: number, x2: number, y2: number, stroke: Stroke = {}): void {
    this.doc.lineWidth(stroke.width ?? 0.6).strokeColor(stroke.colour ?? this.#ink)
    if (stroke.dash) this.doc.dash(stroke.dash, { space: stroke.dash })
    this.doc.moveTo(x1, y1).lineTo(x2, y2).stroke()
    if (stroke.dash) this.doc.undash()
  }

  area(x: number, y: number, wide: number, high: number, area: Area): void {
    if (area.radius) this.doc.roundedRect(x, y, wide, high, area.radius)
    else this.doc.rect(x, y, wide, high)
    this.doc.lineWidth(area.width ?? 0.6)
    if (area.fill && area.stroke) this.doc.fillAndStroke(area.fill, area.stroke)
    else if (area.fill) this.doc.fill(area.fill)
    else this.doc.strokeColor(area.stroke ?? this.#ink).stroke()
  }

  nextPage(): void {
    this.doc.addPage({ size: [this.width, this.height], margin: 0 })
    this.page += 1
  }

  /** Everything written, by page, from top to bottom and left to right. */
  #text(): string {
    const pages: string[] = []
    for (let page = 1; page <= this.page; page++) {
      const pieces = this.#pieces.filter(piece => piece.page === page).sort((a, b) => a.y - b.y)
      const lines: Piece[][] = []
      for (const piece of pieces) {
        const line = lines.at(-1)
        if (line?.[0] !== undefined && piece.y - line[0].y < 2.5) line.push(piece)
        else lines.push([piece])
      }
      pages.push(
        lines
          .map(line =>
            line
              .sort((a, b) => a.x - b.x)
              .map(({ text }) => text)
              .join(' '),
          )
          .join('\n'),
      )
    }
    return pages.join('\f')
  }

  /** Texts that lie over one another or leave the page: a layout that makes any is broken. */
  clashes(): string[] {
    const found: string[] = []
    this.#pieces.forEach((one, i) => {
      if (one.x < 4 || one.x + one.wide > this.width - 4 || one.y > this.height - 4)
        found.push(`«${one.text}» leaves page ${one.page}`)
      for (const other of this.#pieces.slice(i + 1)) {
        if (other.page !== one.page) continue
        const across = Math.min(one.x + one.wide, other.x + other.wide) - Math.max(one.x, other.x)
        const down = Math.min(one.y, other.y) - Math.max(one.y - one.size * 0.7, other.y - other.size * 0.7)
        if (across > 0.5 && down > 0.5) found.push(`«${one.text}» over «${other.text}»`)
      }
    })
    return found
  }

  async end(): Promise<Drawn> {
    const done = new Promise<void>(resolve => this.doc.on('end', resolve))
    this.doc.end()
    await done
    return { pdf: Buffer.concat(this.#chunks), text: this.#text(), printed: this.#printed, pages: this.page }
  }
}

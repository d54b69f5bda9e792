/** Lines flow down the page and onto the next: none stands alone. */
import type { Inline } from '../../../formats/rich/doc.ts'
import type { Values } from '../../../formats/rich/walk.ts'
import { ascentOf } from './faces.ts'
import { ContentsFlow } from './contents.ts'
import type { Item } from './items.ts'
import { bodySize, itemsOf, leading, type Line, linesOf, type Style } from './lines.ts'

export { bodySize, leading }

/** Where text may stand: from `top` to `bottom`, and from where on each page that follows. */
export interface Ground {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly nextTop: number
}

export class Flow {
  readonly pages: Item[][] = [[]]
  readonly ground: Ground
  readonly values: Values
  readonly contents: ContentsFlow
  y: number

  constructor(ground: Ground, values: Values, contents: ContentsFlow = new ContentsFlow([], '')) {
    this.ground = ground
    this.values = values
    this.contents = contents
    this.y = ground.top
  }

  get isAtTop(): boolean {
    return this.y <= (this.pages.length === 1 ? this.ground.top : this.ground.nextTop) + 0.01
  }

  get room(): number {
    return this.ground.bottom - this.y
  }

  put(...items: readonly Item[]): void {
    this.pages.at(-1)!.push(...items)
  }

  nextPage(): void {
    this.pages.push([])
    this.y = this.ground.nextTop
  }

  /** Goes on to the next page where that much does not fit; what is higher than a page begins one. */
  need(height: number): void {
    if (height > this.room && !this.isAtTop) this.nextPage()
  }

  skip(height: number): void {
    if (!this.isAtTop) this.y += height
  }

  /** Of a line that begins there: its own height lies in the middle of its leading. */
  baselineAt(y: number, size: number): number {
    return y + (size * leading - size) / 2 + ascentOf('text') * size * 0.82
  }

  line(line: Line, x: number): void {
    this.put(...itemsOf(line, x, this.baselineAt(this.y, line.size)))
    this.y += line.size * leading
  }

  /** Lines of one paragraph; neither the first nor the last of several stands alone on a page. */
  lines(lines: readonly Line[], x: number): void {
    let at = 0
    while (at < lines.length) {
      const left = lines.length - at
      const height = lines[at]!.size * leading
      // the gap after a paragraph may end below the page: no room then, not less than none
      let fit = Math.max(0, Math.min(left, Math.floor((this.room + 0.01) / height)))
      if (fit < left && !this.isAtTop) {
        if (left - fit === 1 && fit > 2) fit -= 1
        if (fit === 1 || (left - fit === 1 && fit === 2)) fit = 0
      }
      if (fit === 0 && this.isAtTop) fit = 1
      for (const line of lines.slice(at, at + fit)) this.line(line, x)
      at += fit
      if (at < lines.length) this.nextPage()
    }
  }

  paragraph(inlines: readonly Inline[], x: number, right: number, style: Style): void {
    this.lines(linesOf(inlines, right - x, style, this.values), x)
  }
}

/** The contents page: laid out before it is known where the headings come to stand, its page numbers written in when they do. */
import type { Heading, Inline } from '../../../formats/rich/doc.ts'
import type { OutlineEntry } from '../../../formats/rich/outline.ts'
import { widthOf } from './faces.ts'
import type { Item, Jump, Place } from './items.ts'
import { bodySize, itemsOf, leading, linesOf } from './lines.ts'

/** Room for a page's number at the right, and points that each depth stands further in. */
export const numberRoom = 30
export const indent = 14

/** A line of the contents that waits for its page. */
interface Waiting {
  readonly entry: OutlineEntry
  readonly page: number
  readonly baseline: number
  /** Where the line begins, and where its words end. */
  readonly x: number
  readonly from: number
  readonly right: number
}

export class ContentsFlow {
  readonly outline: readonly OutlineEntry[]
  /** What stands above the list. */
  readonly title: string
  readonly waiting: Waiting[] = []
  readonly #of: ReadonlyMap<Heading, number>
  readonly #places: { readonly page: number; readonly place: Place }[] = []

  constructor(outline: readonly OutlineEntry[], title: string) {
    this.outline = outline
    this.title = title
    this.#of = new Map(outline.map(({ block }, at) => [block, at]))
  }

  /** A heading's words behind its number. */
  numbered(block: Heading): readonly Inline[] {
    const number = this.outline[this.#of.get(block) ?? -1]?.number
    const words = block.content ?? []
    return number ? [{ type: 'text', text: `${number}  ` }, ...words] : words
  }

  /** Told where a heading stands, when it does. */
  stands(block: Heading, flow: { readonly pages: readonly unknown[]; readonly y: number }): void {
    const at = this.#of.get(block)
    const entry = at === undefined ? undefined : this.outline[at]
    if (!entry) return
    const { number, title, depth } = entry
    const place = { id: idOf(at!), title: number ? `${number}  ${title}` : title, depth, y: flow.y }
    this.#places.push({ page: flow.pages.length, place })
  }

  placesOn = (page: number): Place[] => this.#places.filter(one => one.page === page).map(({ place }) => place)

  /** Writes the numbers in, behind dots; gives what leads where. */
  fill(pages: readonly Item[][]): (Jump & { readonly page: number })[] {
    return this.waiting.flatMap(({ entry, page, baseline, x, from, right }) => {
      const at = this.outline.indexOf(entry)
      const found = this.#places.find(({ place }) => place.id === idOf(at))
      if (!found) return []
      const put = (text: string, at: number) => {
        const [line] = linesOf([{ type: 'text', text }], numberRoom * 40, { size: bodySize, ink: 'pale' }, none)
        if (line) pages[page - 1]!.push(...itemsOf(line, at, baseline))
      }
      const number = String(found.page)
      put(number, right - widthOf(number, 'text', bodySize))
      const dot = widthOf(' .', 'text', bodySize)
      const dots = Math.floor((right - numberRoom - from - 6) / dot)
      if (dots > 1) put(' .'.repeat(dots), right - numberRoom - dots * dot)
      const top = baseline - bodySize
      return [{ page, to: idOf(at), x, y: top, width: right - x, height: bodySize * leading }]
    })
  }
}

const none = () => undefined
const idOf = (at: number): string => `heading-${at + 1}`

/** A letter as pages: the office's head, the address in its window, what refers to what, the text, the signature, the foot. */
import type { Inline, RichDoc } from '../../../formats/rich/doc.ts'
import { outlineOf } from '../../../formats/rich/outline.ts'
import type { Values } from '../../../formats/rich/walk.ts'
import { widthOf } from './faces.ts'
import { flowDoc } from './blocks.ts'
import { ContentsFlow } from './contents.ts'
import { bodySize, Flow, type Ground, leading } from './flow.ts'
import { type Item, mm, type Page } from './items.ts'
import { itemsOf, linesOf, type Style } from './lines.ts'
import { type Side, windowAt } from './windows.ts'

export interface Letterhead {
  readonly name: string
  /** Street and town, a line each. */
  readonly address: readonly string[]
  readonly reach: readonly string[]
  readonly numbers: readonly string[]
  readonly logo: { readonly fileId: string; readonly width: number; readonly height: number } | null
  readonly window: Side
}

export interface SheetFacts {
  readonly head: Letterhead
  readonly address: readonly string[]
  /** Date, number, references: label and value. */
  readonly references: readonly { readonly label: string; readonly value: string }[]
  readonly subject: string
  readonly body: RichDoc
  readonly values: Values
  /** The closing words, then who signs: name, role. Empty: unsigned. */
  readonly closing: string
  readonly signer: readonly string[]
  readonly enclosures: string
  /** What stands above the contents, where the text lists its headings. */
  readonly contents: string
}

const left = 25 * mm
const right = 190 * mm
const bottom = 262 * mm

const none: Values = () => undefined
const plain = (text: string): Inline[] => (text ? [{ type: 'text', text }] : [])

/** Lines of one text at a place; gives where they end. */
function write(items: Item[], text: string, x: number, y: number, width: number, style: Style, gap = 1.3): number {
  let at = y
  for (const line of linesOf(plain(text), width, style, none)) {
    items.push(...itemsOf(line, x, at + style.size))
    at += style.size * gap
  }
  return at
}

export function layLetter(facts: SheetFacts): Page[] {
  const first: Item[] = []
  const top = Math.max(writeHead(first, facts), writeWindow(first, facts), writeReferences(first, facts))
  const ground = { left, right, top: Math.max(top + 9 * mm, 98 * mm), bottom, nextTop: 34 * mm }
  const flow = flowFor(facts, ground)
  flow.put(...first)
  if (facts.subject) {
    flow.paragraph(plain(facts.subject), left, right, { size: 12, strong: true })
    flow.y += 8
  }
  flowDoc(facts.body, flow)
  sign(flow, facts)
  const { pages } = flow
  pages.forEach((items, at) => {
    if (at > 0) writeNextHead(items, facts)
    writeFoot(items, facts.head, at + 1, pages.length)
  })
  return pagesOf(flow)
}

/** The words of a letter whose paper is laid out elsewhere: without head, window and foot, which are its own. */
export function layWords(facts: SheetFacts): Page[] {
  const flow = flowFor(facts, { left, right, top: 22 * mm, bottom: 275 * mm, nextTop: 22 * mm })
  flowDoc(facts.body, flow)
  return pagesOf(flow)
}

const flowFor = ({ body, values, contents }: SheetFacts, ground: Ground): Flow =>
  new Flow(ground, values, new ContentsFlow(outlineOf(body, values), contents))

/** Once all stands where it does, the contents are told of it. */
function pagesOf({ pages, contents }: Flow): Page[] {
  const jumps = contents.fill(pages)
  return pages.map((items, at) => ({
    items,
    places: contents.placesOn(at + 1),
    jumps: jumps.filter(({ page }) => page === at + 1),
  }))
}

/** The pages on which the headings come to stand, in their order. */
export const headingPages = (facts: SheetFacts): number[] =>
  layLetter(facts).flatMap(({ places = [] }, at) => places.map(() => at + 1))

function writeHead(items: Item[], { head }: SheetFacts): number {
  const { logo } = head
  if (!logo) return write(items, head.name, left, 14 * mm, 84 * mm, { size: 14, strong: true })
  const scale = Math.min((60 * mm) / logo.width, (18 * mm) / logo.height)
  const [width, height] = [logo.width * scale, logo.height * scale]
  items.push({ kind: 'picture', x: left, y: 13 * mm, width, height, fileId: logo.fileId, alt: head.name })
  return 13 * mm + height
}

/** Above the address, small, where the letter goes back to. */
function writeWindow(items: Item[], { head, address }: SheetFacts): number {
  const { x, y, width } = windowAt(head.window)
  const back = [head.name, ...head.address].join(' · ')
  const size = Math.min(6.5, (6.5 * width) / Math.max(1, widthOf(back, 'text', 6.5)))
  write(items, back, x, y - 4.6 * mm, width + 1, { size, ink: 'pale' })
  let at = y
  for (const line of address.slice(0, 8)) at = write(items, line, x, at, width, { size: bodySize })
  return at
}

/** Beside the window: what the letter is of, and what it answers. */
function writeReferences(items: Item[], { head, references }: SheetFacts): number {
  const x = head.window === 'right' ? left : 125 * mm
  let y = head.window === 'right' ? 42.4 * mm : 46.4 * mm
  for (const { label, value } of references) {
    write(items, label, x, y + 0.6, 27 * mm, { size: 8, ink: 'pale' })
    y = Math.max(y + 5 * mm, write(items, value, x + 28 * mm, y, 37 * mm, { size: 9 }))
  }
  return y
}

function sign(flow: Flow, { closing, signer, enclosures }: SheetFacts): void {
  const line = bodySize * leading
  if (signer.length > 0) {
    flow.skip(line)
    // closing, room to sign, name and role stand on one page
    flow.need(line * (signer.length + 1) + 13 * mm)
    if (closing) flow.paragraph(plain(closing), left, right, { size: bodySize })
    flow.y += 12 * mm
    signer.forEach((text, at) =>
      flow.paragraph(plain(text), left, right, { size: bodySize, ...(at > 0 ? { ink: 'pale' } : {}) }),
    )
  }
  if (!enclosures) return
  flow.skip(line)
  flow.need(line)
  flow.paragraph(plain(enclosures), left, right, { size: 9, ink: 'pale' })
}

/** Pages that follow say whose letter they are of. */
function writeNextHead(items: Item[], { head, address, references }: SheetFacts): void {
  const of = [head.name, address[0], ...references.slice(0, 2).map(({ value }) => value)].filter(Boolean).join(' · ')
  write(items, of, left, 16 * mm, right - left, { size: 8, ink: 'pale' })
  items.push({ kind: 'line', x: left, y: 21.5 * mm, toX: right, toY: 21.5 * mm, weight: 0.4, ink: 'pale' })
}

function writeFoot(items: Item[], head: Letterhead, at: number, of: number): void {
  const top = 270 * mm
  items.push({ kind: 'line', x: left, y: top - 2.4 * mm, toX: right, toY: top - 2.4 * mm, weight: 0.4, ink: 'pale' })
  const columns = [[head.name, ...head.address], head.reach, head.numbers]
  columns.forEach((lines, column) => {
    let y = top
    for (const line of lines.slice(0, 5))
      y = write(items, line, left + column * 55 * mm, y, 52 * mm, { size: 7.5, ink: 'pale' })
  })
  if (of === 1) return
  const page = `${at} (${of})`
  const width = widthOf(page, 'text', 8)
  write(items, page, right - width, 288 * mm, width + 1, { size: 8, ink: 'pale' })
}

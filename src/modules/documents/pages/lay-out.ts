/** Which pages of a file are shown, in which order and turned how: the arithmetic of it, without a database. */
import type { Box, Page, Reading } from '../reading/types.ts'

export type Turn = 0 | 90 | 180 | 270

/** What a person laid down, by the pages of the file; pages that neither list names stand at the end. */
export interface PagePlan {
  readonly kept: readonly (readonly [page: number, turned: Turn])[]
  readonly left: readonly number[]
}

/** A place on a page after the page was turned clockwise. */
export function turnedBox([x, y, width, height]: Box, by: number): Box {
  switch (((by % 360) + 360) % 360) {
    case 90:
      return [1 - y - height, x, height, width]
    case 180:
      return [1 - x - width, 1 - y - height, width, height]
    case 270:
      return [y, 1 - x - width, height, width]
    default:
      return [x, y, width, height]
  }
}

export const turnAfter = (turn: number, by: number): Turn => ((((turn + by) % 360) + 360) % 360) as Turn

/** A page of a text layer as a person turned it; one that was recognised was recognised so. */
function turnedPage(page: Page, by: Turn): Page {
  if (by === 0 || page.source !== 'text-layer') return { ...page, turned: by }
  const sideways = by % 180 !== 0
  const lines = page.lines.map(line => ({
    words: line.words.map(word => ({ ...word, box: turnedBox(word.box, by) })),
    box: turnedBox(line.box, by),
  }))
  const [width, height] = sideways ? [page.height, page.width] : [page.width, page.height]
  return { ...page, width, height, lines, turn: turnAfter(page.turn, by), turned: by }
}

export interface LeftPage {
  readonly page: Page
  readonly text: string
}

/** A reading with its pages as they are to be shown, and those that are not. */
export interface LaidOut {
  readonly reading: Reading
  readonly left: readonly LeftPage[]
}

/** Without a plan blank sheets are left out, unless there is nothing else. */
function standardPlan(pages: readonly Page[]): PagePlan | null {
  const blank = pages.filter(page => page.blank)
  if (blank.length === 0 || blank.length === pages.length) return null
  return {
    kept: pages.filter(page => !page.blank).map(page => [page.number, 0] as const),
    left: blank.map(page => page.number),
  }
}

/** Lays the pages of a reading out; one of text in a flow has none to lay out. */
export function layOut(reading: Reading, wanted: PagePlan | null): LaidOut {
  const { pages } = reading
  const plan = wanted ?? standardPlan(pages)
  if (plan === null || pages.some(page => page.source === 'flow')) return { reading, left: [] }
  const texts = reading.text.split('\f')
  const known = new Map(pages.map((page, index) => [page.number, { page, text: texts[index] ?? '' }]))
  const named = new Set([...plan.kept.map(([page]) => page), ...plan.left])
  const kept = [
    ...plan.kept,
    ...pages.filter(({ number }) => !named.has(number)).map(page => [page.number, 0] as const),
  ]
  const shown = kept.flatMap(([origin, turned]) => {
    const found = known.get(origin)
    return found ? [{ ...found, page: { ...turnedPage(found.page, turned), origin } }] : []
  })
  if (shown.length === 0) return { reading, left: [] }
  const numbers = new Map(shown.map(({ page }, index) => [page.origin, index + 1]))
  return {
    reading: {
      ...reading,
      pages: shown.map(({ page }, index) => ({ ...page, number: index + 1 })),
      text: shown.map(({ text }) => text).join('\f'),
      codes: reading.codes.flatMap(code => {
        const page = numbers.get(code.page)
        return page === undefined ? [] : [{ ...code, page }]
      }),
    },
    left: plan.left.flatMap(origin => known.get(origin) ?? []),
  }
}

/** A paper among several in one scan: its pages in the file, and the mark it stood behind. */
export interface Stretch<Mark> {
  readonly pages: readonly number[]
  readonly mark: Mark | null
}

/** What lies between separator sheets; the sheets themselves are in none, and between two of them there may be nothing. */
export function between<Mark>(pages: number, separators: ReadonlyMap<number, Mark>): Stretch<Mark>[] {
  const stretches: { pages: number[]; mark: Mark | null }[] = [{ pages: [], mark: null }]
  for (let page = 1; page <= pages; page++) {
    const mark = separators.get(page)
    if (mark !== undefined) stretches.push({ pages: [], mark })
    else stretches.at(-1)!.pages.push(page)
  }
  return stretches.filter(stretch => stretch.pages.length > 0)
}

/** Pages `from` to `to` in stretches that begin with the pages named. */
export function splitBefore(pages: number, before: readonly number[]): number[][] {
  const parts: number[][] = [[]]
  for (let page = 1; page <= pages; page++) {
    if (page > 1 && before.includes(page)) parts.push([])
    parts.at(-1)!.push(page)
  }
  return parts
}

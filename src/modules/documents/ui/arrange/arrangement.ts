/** What a person does with the pages of a paper before it is kept: plain values, so that it can be tested without a page. */
import type { OutputOf } from '../../../../web/answers.ts'
import type { listPages } from '../../contract.ts'

export type ListedPages = OutputOf<typeof listPages>
export type Turn = 0 | 90 | 180 | 270

export interface Tile {
  /** In the file. */
  readonly page: number
  readonly turned: Turn
  readonly shown: boolean
  /** A new document begins with it. */
  readonly begins: boolean
}

/** Shown pages in their order; each that is left out stands behind the page it follows in the file. */
export function tilesOf(pages: ListedPages['pages']): Tile[] {
  const tile = ({ page, turned, number }: ListedPages['pages'][number]): Tile => ({
    page,
    turned: turned as Turn,
    shown: number !== null,
    begins: false,
  })
  const tiles = pages
    .filter(({ number }) => number !== null)
    .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
    .map(tile)
  for (const left of pages.filter(({ number }) => number === null)) {
    const before = tiles.findIndex(({ page }) => page === left.page - 1)
    tiles.splice(before < 0 ? (left.page === 1 ? 0 : tiles.length) : before + 1, 0, tile(left))
  }
  return tiles
}

const changed = (tiles: readonly Tile[], at: number, how: Partial<Tile>): Tile[] =>
  tiles.map((tile, index) => (index === at ? { ...tile, ...how } : tile))

export function turn(tiles: readonly Tile[], at: number, by: 90 | -90): Tile[] {
  return changed(tiles, at, { turned: (((tiles[at]?.turned ?? 0) + by + 360) % 360) as Turn })
}

/** The last page that is shown stays: a paper without pages is none. */
export function leaveOut(tiles: readonly Tile[], at: number): Tile[] {
  const tile = tiles[at]
  if (!tile || (tile.shown && tiles.filter(({ shown }) => shown).length === 1)) return [...tiles]
  return changed(tiles, at, { shown: !tile.shown, begins: false })
}

export function begin(tiles: readonly Tile[], at: number): Tile[] {
  const tile = tiles[at]
  const isFirst = tiles.findIndex(({ shown }) => shown) === at
  return !tile?.shown || isFirst ? [...tiles] : changed(tiles, at, { begins: !tile.begins })
}

export function move(tiles: readonly Tile[], from: number, to: number): Tile[] {
  const tile = tiles[from]
  if (!tile || to < 0 || to >= tiles.length) return [...tiles]
  const moved = tiles.filter((_, index) => index !== from)
  moved.splice(to, 0, tile)
  // Whatever has come to stand first begins by itself.
  const first = moved.findIndex(({ shown }) => shown)
  return moved.map((one, index) => (index === first ? { ...one, begins: false } : one))
}

/** As the command takes it. */
export const pagesToKeep = (tiles: readonly Tile[]): { page: number; turned: Turn }[] =>
  tiles.filter(({ shown }) => shown).map(({ page, turned }) => ({ page, turned }))

/** Numbers, as they will be shown, of pages that begin a new document. */
export const beginnings = (tiles: readonly Tile[]): number[] =>
  tiles.filter(({ shown }) => shown).flatMap(({ begins }, index) => (begins && index > 0 ? [index + 1] : []))

/** Whether there is something to keep. */
export const differs = (tiles: readonly Tile[], saved: readonly Tile[]): boolean =>
  JSON.stringify(pagesToKeep(tiles)) !== JSON.stringify(pagesToKeep(saved))

/** How things that overlap in time share a column. */

export interface Span {
  /** Minutes since the column's midnight; `until` is not part of it. */
  readonly from: number
  readonly until: number
}

export interface Laid<Item> {
  readonly item: Item
  /** Parts of the column's width, 0 to 1. */
  readonly left: number
  readonly width: number
}

interface Placed<Item extends Span> {
  readonly item: Item
  readonly lane: number
}

/** What is shorter than it can be drawn takes the room of so many minutes, so that two short ones do not lie on each other. */
const leastMinutes = 20

const endOf = ({ from, until }: Span): number => Math.max(until, from + leastMinutes)

/**
 * Lays overlapping spans side by side: those that hang together share the width in as few lanes as they need, and each grows to
 * the right over lanes that are free for as long as it lasts. What begins earlier, and of those what lasts longer, stands to the left.
 */
export function sideBySide<Item extends Span>(items: readonly Item[]): Laid<Item>[] {
  const sorted = items.toSorted((a, b) => a.from - b.from || b.until - a.until)
  const laid: Laid<Item>[] = []
  let cluster: Placed<Item>[] = []
  let lanes: number[] = []
  let end = Number.NEGATIVE_INFINITY
  const flush = () => {
    for (const placed of cluster) laid.push(widened(placed, cluster, lanes.length))
    cluster = []
    lanes = []
  }
  for (const item of sorted) {
    if (item.from >= end) {
      flush()
      end = Number.NEGATIVE_INFINITY
    }
    const free = lanes.findIndex(until => until <= item.from)
    const lane = free < 0 ? lanes.length : free
    lanes[lane] = endOf(item)
    cluster.push({ item, lane })
    end = Math.max(end, endOf(item))
  }
  flush()
  return laid
}

function widened<Item extends Span>({ item, lane }: Placed<Item>, cluster: readonly Placed<Item>[], lanes: number) {
  let reach = lane + 1
  const meets = (other: Span) => other.from < endOf(item) && item.from < endOf(other)
  while (reach < lanes && !cluster.some(other => other.lane === reach && meets(other.item))) reach++
  return { item, left: lane / lanes, width: (reach - lane) / lanes }
}

export interface Bar {
  /** Columns, the last one included. */
  readonly first: number
  readonly last: number
}

/** Rows for bars that go over several columns: the longest first where several begin together; each in the topmost row that is free. */
export function inRows<Item extends Bar>(bars: readonly Item[]): { readonly item: Item; readonly row: number }[] {
  const ends: number[] = []
  return bars
    .toSorted((a, b) => a.first - b.first || b.last - a.last)
    .map(item => {
      const free = ends.findIndex(last => last < item.first)
      const row = free < 0 ? ends.length : free
      ends[row] = item.last
      return { item, row }
    })
}

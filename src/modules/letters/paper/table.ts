/** Tables: columns as wide as they were pulled, rows that stay whole, cells over several columns and rows. */
import type { Block, Cell, Row, Table } from '../../../formats/rich/doc.ts'
import { wordsOf } from '../../../formats/rich/walk.ts'
import { Flow } from './flow.ts'
import type { Item } from './items.ts'

const padding = 4

/** How other blocks within a cell flow. */
type FlowBlocks = (blocks: readonly Block[], flow: Flow, left: number, right: number) => void

interface Placed {
  readonly cell: Cell
  readonly column: number
}

/** Which column each cell begins in: cells of rows above may reach down. */
function placed(rows: readonly Row[]): { rows: Placed[][]; columns: number } {
  const taken: Set<number>[] = rows.map(() => new Set())
  let columns = 1
  const given = rows.map((row, at) => {
    let column = 0
    return row.content.map(cell => {
      while (taken[at]!.has(column)) column += 1
      const { colspan, rowspan } = cell.attrs
      for (let down = 0; down < rowspan && at + down < rows.length; down++)
        for (let across = 0; across < colspan; across++) taken[at + down]!.add(column + across)
      const one = { cell, column }
      column += colspan
      columns = Math.max(columns, column)
      return one
    })
  })
  return { rows: given, columns }
}

/** As they were pulled; else alike. */
function widthsOf(rows: readonly Placed[][], columns: number, width: number): number[] {
  const pulled: (number | undefined)[] = Array.from({ length: columns })
  for (const { cell, column } of rows.flat())
    cell.attrs.colwidth?.slice(0, cell.attrs.colspan).forEach((one, at) => (pulled[column + at] ??= one))
  const known = pulled.filter(one => one !== undefined)
  const usual = known.length > 0 ? known.reduce((sum, one) => sum + one, 0) / known.length : 1
  const parts = pulled.map(one => one ?? usual)
  const sum = parts.reduce((all, one) => all + one, 0)
  return parts.map(one => (one / sum) * width)
}

/** A cell flows on a page of its own that never ends; its items are moved to where it stands. */
function content(
  { cell }: Placed,
  width: number,
  flow: Flow,
  flowBlocks: FlowBlocks,
): { items: readonly Item[]; height: number } {
  const ground = { left: 0, right: Math.max(8, width - 2 * padding), top: 0, bottom: 1e6, nextTop: 0 }
  const own = new Flow(ground, flow.values)
  const strong = cell.type === 'tableHeader'
  for (const [at, block] of cell.content.entries()) {
    if (block.type === 'paragraph' && strong)
      own.paragraph(block.content ?? [], 0, ground.right, { size: 9.5, strong: true })
    else if (block.type === 'paragraph') own.paragraph(block.content ?? [], 0, ground.right, { size: 9.5 })
    else flowBlocks([block], own, 0, ground.right)
    if (at < cell.content.length - 1) own.y += 3
  }
  return { items: own.pages[0]!, height: own.y + 2 * padding - 1 }
}

const moved = (item: Item, x: number, y: number): Item =>
  item.kind === 'line'
    ? { ...item, x: item.x + x, toX: item.toX + x, y: item.y + y, toY: item.toY + y }
    : { ...item, x: item.x + x, y: item.y + y }

/** Figures stand at the right, so that their digits stand beneath each other. */
const isFigure = ({ cell }: Placed, flow: Flow): boolean =>
  cell.content.length === 1 &&
  cell.content[0]?.type === 'paragraph' &&
  /^[-–−+]?\s?[\d\s.,\u00a0]*\d(?:\s?(?:%|[A-Z]{3}|kr|€|lei))?$/.test(
    wordsOf(cell.content[0].content ?? [], flow.values).trim(),
  )

export function flowTable(table: Table, flow: Flow, left: number, right: number, flowBlocks: FlowBlocks): void {
  const { rows, columns } = placed(table.content)
  const widths = widthsOf(rows, columns, right - left)
  const from = (column: number) => left + widths.slice(0, column).reduce((sum, one) => sum + one, 0)
  const rule = (y: number, weight: number) =>
    flow.put({ kind: 'line', x: left, y, toX: right, toY: y, weight, ink: 'pale' })
  rows.forEach((cells, at) => {
    const drawn = cells.map(one => {
      const width = from(one.column + one.cell.attrs.colspan) - from(one.column)
      return { ...content(one, width, flow, flowBlocks), x: from(one.column), width, isFigure: isFigure(one, flow) }
    })
    const height = Math.max(14, ...drawn.filter((_, n) => cells[n]!.cell.attrs.rowspan === 1).map(one => one.height))
    flow.need(height)
    if (at === 0 || flow.isAtTop) rule(flow.y, 0.8)
    for (const one of drawn) {
      const end = Math.max(0, ...one.items.map(item => (item.kind === 'text' ? item.x + item.width : 0)))
      const shift = one.isFigure ? one.width - 2 * padding - end : 0
      flow.put(...one.items.map(item => moved(item, one.x + padding + shift, flow.y + padding - 1)))
    }
    flow.y += height
    rule(flow.y, cells.every(({ cell }) => cell.type === 'tableHeader') ? 0.8 : 0.4)
  })
}

import type { Bill } from '../bill.ts'
import { percent } from '../formats.ts'
import type { Ink, Sheet } from '../sheet.ts'
import { money, words } from './parts.ts'
import { quantityOf } from './sums.ts'

export interface Column {
  readonly title: string
  readonly wide: number
  readonly right?: boolean
}

export interface TableStyle {
  readonly size?: number
  readonly head?: { readonly fill?: string; readonly colour?: string; readonly rule?: string }
  /** Zebra tint, hairlines between rows, or a full grid. */
  readonly zebra?: string
  readonly hairline?: string
  readonly grid?: string
  readonly leading?: number
  /** Baseline below which a row goes to the next page. */
  readonly bottom: number
  /** Called after the page was turned; returns where the table goes on. */
  readonly turned?: (sheet: Sheet) => number
}

const drawHead = (sheet: Sheet, columns: readonly Column[], x: number, y: number, style: TableStyle): number => {
  const wide = columns.reduce((sum, column) => sum + column.wide, 0)
  const ink: Ink = {
    size: (style.size ?? 8.5) - 0.3,
    weight: 'bold',
    ...(style.head?.colour ? { colour: style.head.colour } : {}),
  }
  const rows = columns.map(column => sheet.wrap(column.title, column.wide - 8, ink))
  const deep = Math.max(...rows.map(row => row.length))
  const high = deep * 10.5 + 8
  if (style.head?.fill) sheet.area(x, y, wide, high, { fill: style.head.fill })
  if (style.grid) sheet.area(x, y, wide, high, { stroke: style.grid })
  let at = x
  columns.forEach((column, i) => {
    rows[i]?.forEach((text, row) => {
      sheet.text(text, column.right ? at + column.wide - 4 : at + 4, y + 12 + row * 10.5, {
        ...ink,
        align: column.right ? 'right' : 'left',
      })
    })
    if (style.grid && i > 0) sheet.rule(at, y, at, y + high, { colour: style.grid })
    at += column.wide
  })
  if (style.head?.rule) sheet.rule(x, y + high, x + wide, y + high, { colour: style.head.rule, width: 1 })
  return y + high
}

/** Draws a table, turning pages as needed; returns the y of its lower edge. */
export const drawTable = (
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  x: number,
  top: number,
  style: TableStyle,
): number => {
  const size = style.size ?? 8.5
  const leading = style.leading ?? 11
  const wide = columns.reduce((sum, column) => sum + column.wide, 0)
  let y = drawHead(sheet, columns, x, top, style)
  rows.forEach((row, index) => {
    const cells = row.map((text, i) => sheet.wrap(text, (columns[i]?.wide ?? 0) - 8, { size }))
    const high = Math.max(...cells.map(cell => cell.length)) * leading + 5
    if (y + high > style.bottom) {
      sheet.nextPage()
      y = drawHead(sheet, columns, x, style.turned?.(sheet) ?? 60, style)
    }
    if (style.zebra && index % 2 === 1) sheet.area(x, y, wide, high, { fill: style.zebra })
    if (style.grid) sheet.area(x, y, wide, high, { stroke: style.grid })
    let at = x
    columns.forEach((column, i) => {
      cells[i]?.forEach((text, part) => {
        sheet.text(text, column.right ? at + column.wide - 4 : at + 4, y + size + 3 + part * leading, {
          size,
          align: column.right ? 'right' : 'left',
        })
      })
      if (style.grid && i > 0) sheet.rule(at, y, at, y + high, { colour: style.grid })
      at += column.wide
    })
    y += high
    if (style.hairline) sheet.rule(x, y, x + wide, y, { colour: style.hairline, width: 0.4 })
  })
  return y
}

/** The usual columns of a bill over `wide` points: code, what, quantity, price, (rate,) amount. */
export const billColumns = (bill: Bill, wide: number, withCode: boolean, withRate: boolean): Column[] => {
  const w = words(bill)
  const fixed = (withCode ? 52 : 0) + 66 + 66 + (withRate ? 42 : 0) + 76
  const priced = bill.kind !== 'delivery-note'
  return [
    ...(withCode ? [{ title: w.code, wide: 52 }] : []),
    { title: w.what, wide: priced ? wide - fixed : wide - 118 },
    { title: w.quantity, wide: 66, right: true },
    ...(priced ? [{ title: w.price, wide: 66, right: true }] : []),
    ...(priced && withRate ? [{ title: w.rate, wide: 42, right: true }] : []),
    ...(priced ? [{ title: w.amount, wide: 76, right: true }] : []),
  ]
}

export const billRows = (bill: Bill, withCode: boolean, withRate: boolean): string[][] => {
  const priced = bill.kind !== 'delivery-note'
  return bill.lines.map(line => [
    ...(withCode ? [line.code] : []),
    line.what,
    quantityOf(bill, line),
    ...(priced ? [money(bill, line.price_minor)] : []),
    ...(priced && withRate ? [`${percent(bill.seller.country, bill.reverseCharged ? 0 : line.rate)} %`] : []),
    ...(priced ? [money(bill, line.amount_minor)] : []),
  ])
}

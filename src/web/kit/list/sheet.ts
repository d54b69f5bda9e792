/** What of a list goes into a file: its columns that have text, and each cell as what it is. */
import type { Column } from './types.ts'
import type { SheetCell } from './xlsx.ts'

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)
const isNumber = (text: string): boolean => /^-?\d{1,15}(\.\d+)?$/.test(text)

/** As much of a column as a file needs. */
export type SheetSource<Row> = Pick<Column<Row>, 'label' | 'text' | 'money' | 'align'>

export interface SheetColumn<Row> extends SheetSource<Row> {
  readonly text: (row: Row) => string
}

export const toldColumns = <Row>(columns: readonly SheetSource<Row>[]): SheetColumn<Row>[] =>
  columns.filter((column): column is SheetColumn<Row> => column.text !== undefined)

/** An amount, a day, a number where the column is one of figures; else text: a telephone number stays what was written. */
export function sheetCell<Row>(column: SheetColumn<Row>, row: Row): SheetCell {
  const money = column.money?.(row)
  if (money) return { money }
  const text = column.text(row).replaceAll('\u00a0', ' ')
  if (isDay(text)) return { day: text }
  return column.align === 'end' && isNumber(text) ? { number: Number(text) } : text
}

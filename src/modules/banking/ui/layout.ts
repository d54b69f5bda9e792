/** A bank's table as one reads it: which column is what, guessed from what stands in it. */
export const columnNames = [
  'bookedOn',
  'valueOn',
  'amount',
  'moneyIn',
  'moneyOut',
  'balance',
  'name',
  'account',
  'reference',
  'text',
] as const
export type ColumnName = (typeof columnNames)[number]
export type Chosen = Readonly<Record<number, ColumnName | ''>>

const day = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|\d{8})$/
const figure = /^[-+−]?\s?\d{1,3}(?:[ .,'\u00a0]?\d{3})*(?:[.,]\d{1,2})?$/

/** The first column of days is the booking's, the first of signed figures the amount, the longest of words the text. */
export function guessed(head: readonly (readonly string[])[]): Chosen {
  const width = Math.max(0, ...head.map(row => row.length))
  const body = head.slice(1)
  const chosen: Record<number, ColumnName | ''> = {}
  const most = (test: (cell: string) => boolean, column: number) =>
    body.filter(row => test((row[column] ?? '').trim())).length * 2 > body.length
  const columns = Array.from({ length: width }, (_, column) => column)
  const days = columns.filter(column => most(cell => day.test(cell), column))
  const figures = columns.filter(
    column => !days.includes(column) && most(cell => figure.test(cell) && /[.,-]/.test(cell), column),
  )
  const words = columns.filter(
    column => !days.includes(column) && !figures.includes(column) && most(cell => /\p{L}{2}/u.test(cell), column),
  )
  if (days[0] !== undefined) chosen[days[0]] = 'bookedOn'
  if (figures[0] !== undefined) chosen[figures[0]] = 'amount'
  if (words[0] !== undefined) chosen[words[0]] = 'text'
  return chosen
}

/** The layout that the choices make; nothing until a day and an amount are among them. */
export function layoutOf(head: readonly (readonly string[])[], chosen: Chosen) {
  const column = (name: ColumnName): number | undefined => {
    const found = Object.entries(chosen).find(([, value]) => value === name)?.[0]
    return found === undefined ? undefined : Number(found)
  }
  const bookedOn = column('bookedOn')
  const figures = (['amount', 'moneyIn', 'moneyOut'] as const).filter(name => column(name) !== undefined)
  if (bookedOn === undefined || figures.length === 0) return null
  const texts = Object.entries(chosen).flatMap(([at, value]) => (value === 'text' ? [Number(at)] : []))
  const cells = head.flatMap(row => [row[column(figures[0]!)!] ?? ''])
  const days = head.map(row => (row[bookedOn] ?? '').trim())
  const skip = days.findIndex(cell => day.test(cell))
  const named = (
    ['valueOn', 'amount', 'moneyIn', 'moneyOut', 'balance', 'name', 'account', 'reference'] as const
  ).flatMap(name => {
    const at = column(name)
    return at === undefined ? [] : [[name, at] as const]
  })
  return {
    skip: Math.max(0, skip),
    decimal: decimalOf(cells),
    dayOrder: dayOrderOf(days),
    columns: { bookedOn, ...Object.fromEntries(named), ...(texts.length > 0 ? { text: texts } : {}) },
  }
}

/** The last sign between digits with one or two digits after it parts the decimals. */
export function decimalOf(cells: readonly string[]): ',' | '.' {
  const commas = cells.filter(cell => /,\d{1,2}$/.test(cell.trim())).length
  return commas * 2 >= cells.filter(cell => /[.,]\d{1,2}$/.test(cell.trim())).length ? ',' : '.'
}

/** Years stand first or last; where the first two are days and months, whatever is above twelve tells them apart. */
export function dayOrderOf(days: readonly string[]): 'ymd' | 'dmy' | 'mdy' {
  const parts = days.filter(cell => day.test(cell)).map(cell => cell.split(/[-./]/))
  if (parts.some(([first = '']) => first.length === 4 || first.length === 8)) return 'ymd'
  return parts.some(([, second = '']) => Number(second) > 12) ? 'mdy' : 'dmy'
}

import type { AmountAt } from './find-amounts.ts'
import { spanLeft, spanRight } from './layout.ts'

const mostTerms = 40

/** Amounts that are the sum of two or more amounts right above them in their column, edges in line. */
export function columnSums(amounts: readonly AmountAt[]): Set<AmountAt> {
  const sums = new Set<AmountAt>()
  const written = amounts.filter(amount => amount.decimals || amount.marked)
  const columns = [...columnsOf(written, spanRight), ...columnsOf(written, spanLeft)]
  for (const column of columns) {
    for (const [index, amount] of column.entries()) if (isSum(column, index, amount)) sums.add(amount)
  }
  return sums
}

/** Amounts of one page whose edges agree within a few points, top down. */
function columnsOf(amounts: readonly AmountAt[], edgeOf: (amount: AmountAt) => number): AmountAt[][] {
  const columns: { page: number; edge: number; list: AmountAt[] }[] = []
  for (const amount of amounts) {
    const edge = edgeOf(amount)
    const slack = amount.row.flow ? 7 : 4
    const column = columns.find(one => one.page === amount.row.page && Math.abs(one.edge - edge) <= slack)
    if (column) column.list.push(amount)
    else if (columns.length < 200) columns.push({ page: amount.row.page, edge, list: [amount] })
  }
  return columns.map(one => one.list)
}

function isSum(column: readonly AmountAt[], index: number, amount: AmountAt): boolean {
  if (amount.value === 0n) return false
  let sum = 0n
  let terms = 0
  for (let at = index - 1; at >= 0 && at >= index - mostTerms; at -= 1) {
    const term = column[at] as AmountAt
    if (term.value === 0n) continue
    sum += term.value
    terms += 1
    if (terms >= 2 && sum === amount.value) return true
  }
  return false
}

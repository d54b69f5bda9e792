import type { Label } from './labels.ts'
import { lineHeight, type Row, type Sheet, type Span, spanLeft, spanRight, startsColumn } from './layout.ts'

/** A value tied to a label by its place: `fit` from 0 to 1. */
export interface Tie<V extends Span> {
  readonly label: Label
  readonly value: V
  readonly relation: 'beside' | 'below'
  readonly fit: number
  /** Of the values beside the label, counted from the right: 0 is the last. */
  readonly fromRight: number
}

/**
 * Ties every value to the labels it may belong to: right of the label in the same row with nothing of its kind between, or right
 * below it in its column. `labels` are all labels of the sheet, since a label of another kind takes its value away.
 */
export function tie<V extends Span>(
  sheet: Sheet,
  labels: readonly Label[],
  values: readonly V[],
  wanted: (label: Label) => boolean,
): Tie<V>[] {
  const labelsByRow = byRow(labels)
  const valuesByRow = byRow(values)
  const ties: Tie<V>[] = []
  for (const label of labels) {
    if (!wanted(label)) continue
    const beside = besides(label, labelsByRow.get(label.row) ?? [], valuesByRow.get(label.row) ?? [])
    ties.push(...beside)
    if (beside.some(one => one.fit > 0.55)) continue
    const wrapped = wraps(sheet, label, valuesByRow)
    if (wrapped) ties.push(wrapped)
    ties.push(...below(sheet, label, labelsByRow, valuesByRow))
  }
  return ties
}

export function byRow<T extends Span>(spans: readonly T[]): Map<Row, T[]> {
  const map = new Map<Row, T[]>()
  for (const span of spans) {
    const list = map.get(span.row)
    if (list) list.push(span)
    else map.set(span.row, [span])
  }
  return map
}

/** Walks right from the label: other labels on the way weaken the tie, and end it once a value was met. */
function besides<V extends Span>(label: Label, labels: readonly Label[], values: readonly V[]): Tie<V>[] {
  const met: { value: V; fit: number }[] = []
  let weakness = 1
  let passed = 0
  const after = [
    ...labels.filter(other => other.from >= label.to),
    ...values.filter(value => value.to > label.to && value.from > label.from),
  ].sort((a, b) => a.from - b.from)
  for (const step of after) {
    const value = values.find(one => one === step)
    if (value) {
      met.push({ value, fit: besideFit(label, value, met.length) * weakness })
      continue
    }
    if (values.some(one => one.from < step.to && step.from < one.to)) continue
    if (met.length > 0 || passed >= 2) break
    passed += 1
    weakness *= 0.5
  }
  return met.map(({ value, fit }, index) => ({
    label,
    value,
    relation: 'beside' as const,
    fit,
    fromRight: met.length - 1 - index,
  }))
}

/** A line that breaks after its label: `… vom` and the date begins the next line. */
function wraps<V extends Span>(sheet: Sheet, label: Label, valuesByRow: ReadonlyMap<Row, V[]>): Tie<V> | null {
  const next = sheet.rows[label.row.index + 1]
  if (!next || next.page !== label.row.page || label.to !== label.row.tokens.length || label.from === 0) return null
  if (next.top - label.row.bottom > lineHeight(label.row)) return null
  const value = valuesByRow.get(next)?.find(one => one.from === 0)
  return value ? { label, value, relation: 'beside', fit: 0.7, fromRight: 0 } : null
}

/** Full for the neighbour; less for every word between and every earlier value. */
function besideFit(label: Label, value: Span, place: number): number {
  const between = value.row.tokens.slice(label.to, value.from).filter(token => token.key !== '').length
  let columns = 0
  for (let at = label.to; at <= value.from; at += 1) if (startsColumn(value.row, at)) columns += 1
  const distance = (spanLeft(value) - spanRight(label)) / Math.max(6, lineHeight(value.row))
  return Math.max(0.2, 1 - 0.08 * between - 0.1 * place - 0.05 * Math.max(0, columns - 1) - (distance > 30 ? 0.08 : 0))
}

/** Values in the next rows under the label, where they overlap it sideways. */
function below<V extends Span>(
  sheet: Sheet,
  label: Label,
  labelsByRow: ReadonlyMap<Row, Label[]>,
  valuesByRow: ReadonlyMap<Row, V[]>,
): Tie<V>[] {
  const height = lineHeight(label.row)
  let occupied = 0
  for (const row of sheet.rows.slice(label.row.index + 1, label.row.index + 12)) {
    if (row.page !== label.row.page || row.top > label.row.bottom + height * 3.4 || occupied > 2) break
    const values = (valuesByRow.get(row) ?? []).filter(value => underneath(label, value))
    if (values.length > 0) {
      const near = row.top - label.row.bottom < height * 1.7
      const fitting = values.map(value => ({
        value,
        fit: (near ? 0.92 : 0.62) * columnFit(label, value) * (occupied > 0 ? 0.7 : 1),
      }))
      return fitting.map(({ value, fit }) => ({ label, value, relation: 'below' as const, fit, fromRight: 0 }))
    }
    if ((labelsByRow.get(row) ?? []).some(other => underneath(label, other))) return []
    if (row.tokens.some(token => token.left < spanRight(label) && token.right > spanLeft(label))) occupied += 1
  }
  return []
}

/** Whether two spans overlap sideways, with a little slack. */
export function underneath(label: Span, value: Span): boolean {
  return spanLeft(value) < spanRight(label) + 4 && spanRight(value) > spanLeft(label) - 4
}

/** How well the value stands in the label's column: edges or middles that agree. */
function columnFit(label: Span, value: Span): number {
  const width = Math.max(1, spanRight(label) - spanLeft(label), spanRight(value) - spanLeft(value))
  const apart = Math.min(
    Math.abs(spanLeft(label) - spanLeft(value)),
    Math.abs(spanRight(label) - spanRight(value)),
    Math.abs(spanLeft(label) + spanRight(label) - spanLeft(value) - spanRight(value)) / 2,
  )
  return Math.max(0.5, 1 - apart / width)
}

/** Labels above the value whose column it stands in, the nearest first, within `reach` rows of the page. */
export function columnLabel(
  sheet: Sheet,
  labelsByRow: ReadonlyMap<Row, Label[]>,
  value: Span,
  reach: number,
): { label: Label; rows: number } | null {
  for (let rows = 1; rows <= reach; rows += 1) {
    const row = sheet.rows[value.row.index - rows]
    if (!row || row.page !== value.row.page) return null
    const label = labelsByRow.get(row)?.find(one => underneath(one, value))
    if (label) return { label, rows }
  }
  return null
}

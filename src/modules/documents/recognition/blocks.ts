import type { Label } from './labels.ts'
import { lineHeight, type Row, type Sheet, type Span, spanLeft, spanRight, spanText, startsColumn } from './layout.ts'
import { byRow } from './near.ts'

/** A run of words in one column of one row. */
export interface Segment extends Span {
  readonly text: string
}

/** Cuts every row where a gap wider than a space begins a new column. */
export function findSegments(sheet: Sheet): Segment[] {
  const found: Segment[] = []
  for (const row of sheet.rows) {
    let from = 0
    for (let at = 1; at <= row.tokens.length; at += 1) {
      if (at < row.tokens.length && !startsColumn(row, at)) continue
      const span = { row, from, to: at }
      found.push({ ...span, text: spanText(span) })
      from = at
    }
  }
  return found
}

/** The lines that follow a segment in its column, without a gap: an address, a block of particulars. */
export function linesUnder(
  sheet: Sheet,
  segmentsByRow: ReadonlyMap<Row, Segment[]>,
  top: Span,
  most: number,
): Segment[] {
  const lines: Segment[] = []
  let last = top.row
  const [left, right] = [spanLeft(top), spanRight(top)]
  for (const row of sheet.rows.slice(top.row.index + 1, top.row.index + 1 + most * 3)) {
    if (row.page !== top.row.page || lines.length >= most) break
    if (row.top - last.bottom > lineHeight(last) * (lines.length === 0 ? 2.6 : 1.9)) break
    const under = (segmentsByRow.get(row) ?? []).find(
      one =>
        Math.abs(spanLeft(one) - left) < 14 ||
        (spanLeft(one) >= left - 6 && spanLeft(one) < right && lines.length === 0),
    )
    if (!under) continue
    lines.push(under)
    last = row
  }
  return lines
}

/** Which part of the paper belongs to whom. */
export interface PartyBlock {
  readonly role: 'seller' | 'buyer' | 'delivery'
  readonly label: Label
  /** What stands right of the label in its own row. */
  readonly beside: Segment | null
  readonly lines: readonly Segment[]
}

/** Blocks headed by a word for seller, buyer or place of delivery. */
export function partyBlocks(sheet: Sheet, labels: readonly Label[], segments: readonly Segment[]): PartyBlock[] {
  const inRows = byRow(segments)
  const blocks: PartyBlock[] = []
  for (const label of labels) {
    const role = roleOf(label)
    if (!role) continue
    const row = label.row
    const own = (inRows.get(row) ?? []).find(one => one.from <= label.from && label.to <= one.to)
    const said = colonAfter(label)
    if (!own || (own.from !== label.from && !(said && role === 'seller'))) continue
    const rest = own.to > label.to ? trimmed({ row, from: label.to, to: own.to }) : null
    const next = (inRows.get(row) ?? []).find(one => one.from === own.to)
    const weak =
      label.concepts.length > 1 ||
      weakWords.has(
        label.row.tokens
          .slice(label.from, label.to)
          .map(token => token.key)
          .join(''),
      )
    if (weak && !said && own.to !== label.to) continue
    const under = inRows.get(sheet.rows[row.index + 1] ?? row) ?? []
    const headed = under.some(one => one.row !== row && Math.abs(spanLeft(one) - spanLeft(own)) < 4)
    const near =
      next &&
      spanLeft(next) - spanRight(own) < (headed && !said ? 40 : headed ? 90 : 260) &&
      !rest &&
      !labels.some(other => other.row === row && other.from === next.from && heads(other, next))
        ? next
        : null
    blocks.push({ role, label, beside: rest ?? near, lines: linesUnder(sheet, inRows, near && !rest ? near : own, 8) })
  }
  return blocks
}

/** Whether a colon follows the label. */
export function colonAfter(label: Label): boolean {
  return /[:：]$/.test(label.row.tokens[label.to - 1]?.text ?? '') || label.row.tokens[label.to]?.text === ':'
}

/** Whether a label heads a segment, and is not just a word that begins a name. */
export function heads(label: Label, segment: Segment): boolean {
  return label.to === segment.to || colonAfter(label)
}

/** Short words that head a block only with a colon or alone: to, from, an, till. */
const weakWords = new Set([
  'to',
  'from',
  'an',
  'till',
  'til',
  'fran',
  'fra',
  'van',
  'aan',
  'de',
  'para',
  'dela',
  'catre',
  'att',
  'client',
  'kund',
  'kunde',
  'klant',
  'cliente',
  'customer',
  'firma',
  'herrn',
  'titular',
  'titulaire',
  'client',
])

function roleOf(label: Label): PartyBlock['role'] | null {
  if (label.concepts.includes('deliveryAddress')) return 'delivery'
  if (label.concepts.includes('buyer')) return 'buyer'
  return label.concepts.includes('seller') ? 'seller' : null
}

function trimmed(span: Span): Segment | null {
  let from = span.from
  while (from < span.to && span.row.tokens[from]?.key === '') from += 1
  return from < span.to ? { ...span, from, text: spanText({ ...span, from }) } : null
}

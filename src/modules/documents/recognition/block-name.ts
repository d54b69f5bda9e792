import { colonAfter, heads, type PartyBlock, type Segment } from './blocks.ts'
import type { Label } from './labels.ts'
import { type Row, spanText, startsColumn } from './layout.ts'
import { cleanName, isName } from './names.ts'

/** The name that a block gives: beside its head, beside `Name:`, or its first line that looks like one. */
export function nameOfBlock(block: PartyBlock, labelsByRow: ReadonlyMap<Row, Label[]>): Segment | null {
  for (const segment of [...(block.beside ? [block.beside] : []), ...block.lines]) {
    const labels = (labelsByRow.get(segment.row) ?? []).filter(label => label !== block.label)
    const named = labels.find(
      label => label.from >= segment.from && label.to <= segment.to && namesAfter(label, segment),
    )
    const said = named ? nameAfter(named, segment) : null
    if (said) return said
    const other = labels.some(
      label =>
        label.from === segment.from &&
        heads(label, segment) &&
        !label.concepts.includes('name') &&
        label.concepts.some(one => !['seller', 'buyer'].includes(one)),
    )
    const text = cleanName(segment.text)
    if (!other && isName(text) && !/^[\d(]|^\S+(?:\s\S+)?:\s/.test(segment.text)) return { ...segment, text }
  }
  return null
}

const formWords = new Set(['societe', 'company', 'firma', 'empresa', 'foretag', 'bedrijf', 'companie', 'unternehmen'])

/** `Name: …`; a word that names may begin with, as in `Société Générale`, only with a colon or alone in its column. */
function namesAfter(label: Label, segment: Segment): boolean {
  if (!label.concepts.includes('name')) return false
  return colonAfter(label) || label.to === segment.to || !formWords.has(label.row.tokens[label.from]?.key ?? '')
}

function nameAfter({ row, to: start }: Label, segment: Segment): Segment | null {
  const from = row.tokens.findIndex((token, index) => index >= start && token.key !== '')
  if (from < 0) return null
  const next = row.tokens.findIndex((_, index) => index > from && startsColumn(row, index))
  const to = from < segment.to ? segment.to : next < 0 ? row.tokens.length : next
  const text = cleanName(spanText({ row, from, to }))
  return isName(text) ? { row, from, to, text } : null
}

/** What an editor or a stranger sends becomes a text of known nodes, or nothing: no other node, mark, attribute or address gets through. */
import type { Block, Cell, Inline, ListItem, Mark, RichDoc, Row } from './doc.ts'

/** Bounds on one text: what a long report needs, and no more than can be laid out in a second. */
export const most = { depth: 12, nodes: 20_000, characters: 200_000, columns: 30 } as const

class Unfit extends Error {}
type Raw = Readonly<Record<string, unknown>>

interface Counts {
  nodes: number
  characters: number
  contents?: true
}

const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** The name of a field: `recipient.name`, or a question in words: `ask.Which amount?`. */
const fieldName = /^(?:[a-z][a-z-]*(?:\.[a-z][A-Za-z-]*)*|ask\.[^{}\n\r]{1,76})$/
const address = /^(?:https?:\/\/|mailto:|tel:)[^\s"'<>]{1,2000}$/i

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)
const attrsOf = (node: Raw): Raw => (isRaw(node['attrs']) ? node['attrs'] : {})
const whole = (value: unknown, least: number, largest: number, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value)
    ? Math.min(largest, Math.max(least, Math.round(value)))
    : otherwise

function childrenOf(node: Raw): readonly unknown[] {
  const { content = [] } = node
  if (!Array.isArray(content)) throw new Unfit('content is no list')
  return content
}

function marksOf(node: Raw): { marks?: readonly Mark[] } {
  const given = Array.isArray(node['marks']) ? node['marks'] : []
  const marks: Mark[] = []
  for (const mark of given) {
    if (!isRaw(mark)) throw new Unfit('a mark that is none')
    const { type } = mark
    if (marks.some(one => one.type === type)) continue
    if (type === 'bold' || type === 'italic' || type === 'underline' || type === 'strike') marks.push({ type })
    else if (type === 'link') {
      const { href } = attrsOf(mark)
      // a link that leads nowhere known is words
      if (typeof href === 'string' && address.test(href)) marks.push({ type, attrs: { href } })
    } else throw new Unfit(`unknown mark ${String(type)}`)
  }
  return marks.length > 0 ? { marks } : {}
}

function inline(node: unknown, counts: Counts): Inline[] {
  if (!isRaw(node)) throw new Unfit('a node that is none')
  counts.nodes += 1
  switch (node['type']) {
    case 'text': {
      if (typeof node['text'] !== 'string') throw new Unfit('text without words')
      const text = node['text'].replace(unprintable, '')
      counts.characters += text.length
      return text ? [{ type: 'text', text, ...marksOf(node) }] : []
    }
    case 'field': {
      const { name } = attrsOf(node)
      if (typeof name !== 'string' || !fieldName.test(name)) throw new Unfit('a field without a name')
      return [{ type: 'field', attrs: { name }, ...marksOf(node) }]
    }
    case 'hardBreak':
      return [{ type: 'hardBreak' }]
    default:
      throw new Unfit(`${String(node['type'])} within a line`)
  }
}

const inlines = (node: Raw, counts: Counts): { content?: readonly Inline[] } => {
  const content = childrenOf(node).flatMap(one => inline(one, counts))
  return content.length > 0 ? { content } : {}
}

function block(node: unknown, counts: Counts, depth: number): Block {
  if (!isRaw(node)) throw new Unfit('a node that is none')
  counts.nodes += 1
  if (depth > most.depth || counts.nodes > most.nodes || counts.characters > most.characters)
    throw new Unfit('too much')
  const within = () => childrenOf(node).map(one => block(one, counts, depth + 1))
  switch (node['type']) {
    case 'paragraph':
      return { type: 'paragraph', ...inlines(node, counts) }
    case 'heading':
      return {
        type: 'heading',
        attrs: { level: whole(attrsOf(node)['level'], 1, 3, 2) as 1 | 2 | 3 },
        ...inlines(node, counts),
      }
    case 'bulletList':
      return { type: 'bulletList', content: items(node, counts, depth) }
    case 'orderedList':
      return {
        type: 'orderedList',
        attrs: { start: whole(attrsOf(node)['start'], 0, 9999, 1) },
        content: items(node, counts, depth),
      }
    case 'blockquote':
      return { type: 'blockquote', content: filled(within()) }
    case 'table':
      return { type: 'table', content: rows(node, counts, depth) }
    case 'picture':
      return picture(attrsOf(node))
    case 'pageBreak':
    case 'horizontalRule':
      return { type: node['type'] }
    case 'contents':
      // one is enough, and it stands in the text itself: within a table it would list what is around it
      if (depth > 1 || counts.contents) throw new Unfit('contents within the text')
      counts.contents = true
      return { type: 'contents' }
    default:
      throw new Unfit(`unknown node ${String(node['type'])}`)
  }
}

/** What may not be empty has an empty line at least. */
const filled = (blocks: readonly Block[]): readonly Block[] => (blocks.length > 0 ? blocks : [{ type: 'paragraph' }])

function items(node: Raw, counts: Counts, depth: number): ListItem[] {
  return childrenOf(node).map(one => {
    if (!isRaw(one) || one['type'] !== 'listItem') throw new Unfit('a list of something else')
    counts.nodes += 1
    return { type: 'listItem', content: filled(childrenOf(one).map(inner => block(inner, counts, depth + 2))) }
  })
}

function rows(node: Raw, counts: Counts, depth: number): Row[] {
  return childrenOf(node).map(row => {
    if (!isRaw(row) || row['type'] !== 'tableRow') throw new Unfit('a table of something else')
    counts.nodes += 1
    const cells = childrenOf(row).map(one => cell(one, counts, depth + 2))
    if (cells.length > most.columns) throw new Unfit('too many columns')
    return { type: 'tableRow', content: cells }
  })
}

function cell(node: unknown, counts: Counts, depth: number): Cell {
  if (!isRaw(node) || (node['type'] !== 'tableCell' && node['type'] !== 'tableHeader'))
    throw new Unfit('a row of something else')
  counts.nodes += 1
  const { colspan, rowspan, colwidth } = attrsOf(node)
  return {
    type: node['type'],
    attrs: {
      colspan: whole(colspan, 1, most.columns, 1),
      rowspan: whole(rowspan, 1, 100, 1),
      colwidth: Array.isArray(colwidth) ? colwidth.slice(0, most.columns).map(one => whole(one, 20, 1000, 100)) : null,
    },
    content: filled(childrenOf(node).map(one => block(one, counts, depth + 1))),
  }
}

function picture({ fileId, width, height, alt }: Raw): Block {
  if (typeof fileId !== 'string' || !uuid.test(fileId)) throw new Unfit('a picture without a file')
  const words = typeof alt === 'string' ? alt.replace(unprintable, '').slice(0, 300) : ''
  return {
    type: 'picture',
    attrs: { fileId, width: whole(width, 8, 2000, 300), height: whole(height, 8, 3000, 200), alt: words },
  }
}

/** The text in known nodes alone; null where it is none, or larger than a text may be. */
export function cleanRich(value: unknown): RichDoc | null {
  if (!isRaw(value) || value['type'] !== 'doc') return null
  const counts: Counts = { nodes: 0, characters: 0 }
  try {
    const content = filled(childrenOf(value).map(one => block(one, counts, 1)))
    return counts.nodes > most.nodes || counts.characters > most.characters ? null : { type: 'doc', content }
  } catch (thrown) {
    if (thrown instanceof Unfit || thrown instanceof RangeError) return null
    throw thrown
  }
}

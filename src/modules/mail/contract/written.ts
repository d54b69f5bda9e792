/** Written text with its shape as plain words, and plain words as such a text: for the server, and for pages while one writes. Pure. */
import type { Block, Inline, ListItem, Quote, RichDoc } from '../../../formats/rich/doc.ts'

const wordsOf = (inlines: readonly Inline[] = []): string =>
  inlines
    .map(one => (one.type === 'text' ? one.text : one.type === 'hardBreak' ? '\n' : `{${one.attrs.name}}`))
    .join('')

const indented = (text: string, first: string): string =>
  text
    .split('\n')
    .map((line, at) => (at === 0 ? first + line : line && ' '.repeat(first.length) + line))
    .join('\n')

const quoted = (text: string): string =>
  text
    .split('\n')
    .map(line => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()))
    .join('\n')

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return wordsOf(block.content)
    case 'bulletList':
      return block.content.map(item => indented(itemText(item), '- ')).join('\n')
    case 'orderedList': {
      const start = block.attrs?.start ?? 1
      return block.content.map((item, at) => indented(itemText(item), `${start + at}. `)).join('\n')
    }
    case 'blockquote':
      return quoted(blocksText(block.content))
    case 'table':
      return block.content
        .map(row => row.content.map(cell => blocksText(cell.content).replace(/\n+/g, ' ')).join(' | '))
        .join('\n')
    case 'picture':
      return block.attrs.alt ? `[${block.attrs.alt}]` : ''
    default:
      return '----------'
  }
}

const itemText = (item: ListItem): string => item.content.map(blockText).join('\n')
const blocksText = (blocks: readonly Block[]): string =>
  blocks
    .map(blockText)
    .filter(text => text !== '')
    .join('\n\n')

/** What programs show that show no HTML; what is searched, and looked through before it leaves. */
export const textOfRich = (doc: RichDoc): string => blocksText(doc.content).trim()

const paragraph = (lines: readonly string[]): Block => ({
  type: 'paragraph',
  content: lines.flatMap((line, at): Inline[] => [
    ...(at > 0 ? [{ type: 'hardBreak' as const }] : []),
    ...(line ? [{ type: 'text' as const, text: line }] : []),
  ]),
})

/** Deeper than this nobody reads what was quoted. */
const deepest = 5

function blocksOf(text: string, depth: number): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  let quote: string[] = []
  const endLines = () => {
    if (lines.length > 0) blocks.push(paragraph(lines))
    lines = []
  }
  const endQuote = () => {
    if (quote.length > 0)
      blocks.push({ type: 'blockquote', content: contentOf(quote.join('\n'), depth + 1) } satisfies Quote)
    quote = []
  }
  for (const line of text.split('\n')) {
    if (line.startsWith('>') && depth < deepest) {
      endLines()
      quote.push(line.replace(/^> ?/, ''))
    } else {
      endQuote()
      if (line.trim() === '') endLines()
      else lines.push(line)
    }
  }
  endLines()
  endQuote()
  return blocks
}

const contentOf = (text: string, depth: number): Block[] => {
  const blocks = blocksOf(text, depth)
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }]
}

/** Empty lines part paragraphs; what is quoted is a quotation. Text that begins with empty lines begins with one to write in. */
export function richOfText(text: string): RichDoc {
  const words = text.replace(/\r\n?/g, '\n')
  const content = contentOf(words, 0)
  const begun = words.startsWith('\n') && words.trim() !== ''
  return { type: 'doc', content: begun ? [{ type: 'paragraph' }, ...content] : content }
}

/** What a text holds: its words, its fields, its pictures; and the text with its fields filled in. */
import type { Block, Inline, RichDoc } from './doc.ts'

/** Gives the blocks within a block, those of lists and tables too. */
export function within(block: Block): readonly Block[] {
  switch (block.type) {
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap(item => item.content)
    case 'blockquote':
      return block.content
    case 'table':
      return block.content.flatMap(row => row.content.flatMap(cell => cell.content))
    default:
      return []
  }
}

export function* blocksOf(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block
    yield* blocksOf(within(block))
  }
}

const inlinesIn = (block: Block): readonly Inline[] =>
  block.type === 'paragraph' || block.type === 'heading' ? (block.content ?? []) : []

/** Names of the fields it holds, each once, in order. */
export const fieldsIn = (doc: RichDoc): string[] => [
  ...new Set(
    [...blocksOf(doc.content)].flatMap(block =>
      inlinesIn(block).flatMap(one => (one.type === 'field' ? [one.attrs.name] : [])),
    ),
  ),
]

export const picturesIn = (doc: RichDoc): string[] => [
  ...new Set([...blocksOf(doc.content)].flatMap(block => (block.type === 'picture' ? [block.attrs.fileId] : []))),
]

/** A field's value; undefined where nothing is known. */
export type Values = (name: string) => string | undefined

/** How a field without a value stands in a text: visible, so that it is seen before it is sent. */
export const unfilled = (name: string): string => `{${name.replace(/^ask\./, '')}}`

export const wordsOf = (inlines: readonly Inline[], values: Values = () => undefined): string =>
  inlines
    .map(one =>
      one.type === 'text'
        ? one.text
        : one.type === 'hardBreak'
          ? '\n'
          : (values(one.attrs.name) ?? unfilled(one.attrs.name)),
    )
    .join('')

/** Plain words, a line for each block. */
export const textOf = (doc: RichDoc, values?: Values): string =>
  [...blocksOf(doc.content)]
    .filter(block => block.type === 'paragraph' || block.type === 'heading')
    .map(block => wordsOf(inlinesIn(block), values))
    .join('\n')
    .trim()

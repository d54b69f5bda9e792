/** The headings of a text as its contents page lists them: numbered where the text has one, each as deep as it stands. */
import type { Block, Heading, RichDoc } from './doc.ts'
import { type Values, wordsOf } from './walk.ts'

export interface OutlineEntry {
  readonly block: Heading
  readonly title: string
  /** 1 for the highest level that the text uses, whichever that is. */
  readonly depth: number
  /** `2.1`; empty where the text has no contents page. */
  readonly number: string
}

export const hasContents = (doc: RichDoc): boolean => doc.content.some(({ type }) => type === 'contents')

/** Headings of the text itself, not those in tables or quotations; what stands before the contents page is not listed. */
export function outlineOf(doc: RichDoc, values: Values): OutlineEntry[] {
  const at = doc.content.findIndex(({ type }) => type === 'contents')
  const headings = doc.content.slice(at + 1).filter((block): block is Heading => isTitled(block, values))
  const levels = [...new Set(headings.map(({ attrs }) => attrs.level))].sort((a, b) => a - b)
  const counts = levels.map(() => 0)
  return headings.map(block => {
    const depth = levels.indexOf(block.attrs.level) + 1
    counts[depth - 1]! += 1
    counts.fill(0, depth)
    const number = at < 0 ? '' : counts.slice(0, depth).join('.')
    return { block, title: titleOf(block, values), depth, number }
  })
}

const isTitled = (block: Block, values: Values): boolean => block.type === 'heading' && titleOf(block, values) !== ''

const titleOf = ({ content = [] }: Heading, values: Values): string =>
  wordsOf(content, values).replace(/\s+/g, ' ').trim()

/** Ways to a finding's place: in a plain field, and in an editor that shapes its text. */
import type { Finding, Mark } from './findings.ts'

type Found = Pick<Finding, 'at' | 'words'>

/** Selects the words in a plain field and brings them into sight. */
export function goInField(
  field: HTMLTextAreaElement | HTMLInputElement | null | undefined,
  { at, words }: Found,
): void {
  if (!field) return
  field.focus()
  if (!at) return
  const start = field.value.slice(at.start, at.end) === words ? at.start : field.value.indexOf(words)
  if (start < 0) return
  field.setSelectionRange(start, start + words.length)
  field.scrollIntoView({ block: 'nearest' })
}

/** Where the words stand in an editor's page; the same words may stand twice, then the `nth`. */
export function rangeIn(root: HTMLElement, words: string, nth = 0): Range | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const parts: { node: Text; from: number }[] = []
  let all = ''
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    parts.push({ node, from: all.length })
    all += node.data.replace(/\u00a0/g, ' ')
  }
  let at = -1
  for (let turn = 0; turn <= nth; turn++) at = all.indexOf(words, at + 1)
  if (at < 0) return null
  const end = at + words.length
  const partAt = (place: number) => parts.findLast(part => part.from <= place)!
  const [first, last] = [partAt(at), partAt(Math.max(at, end - 1))]
  const range = document.createRange()
  range.setStart(first.node, at - first.from)
  range.setEnd(last.node, end - last.from)
  return range
}

/** Selects the words in an editor and brings them into sight. */
export function goInEditor(root: HTMLElement | null, { words }: Found): void {
  const range = root && words ? rangeIn(root, words) : null
  root?.focus()
  if (!range) return
  const selection = document.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
}

/** Underlines words in an editor without touching its text; gives the way to take the lines away. */
export function underlineInEditor(root: HTMLElement, text: string, marks: readonly Mark[]): () => void {
  const highlights = (globalThis.CSS as { highlights?: Map<string, unknown> } | undefined)?.highlights
  const Drawn = (globalThis as { Highlight?: new (...ranges: Range[]) => unknown }).Highlight
  if (!highlights || !Drawn) return () => {}
  const ranges = (tones: readonly Mark['tone'][]) =>
    marks
      .filter(mark => tones.includes(mark.tone))
      .flatMap(mark => {
        const words = text.slice(mark.start, mark.end)
        const before = text.slice(0, mark.start).split(words).length - 1
        const range = words && !words.includes('\n') ? rangeIn(root, words, before) : null
        return range ? [range] : []
      })
  highlights.set('proof-loud', new Drawn(...ranges(['loud'])))
  highlights.set('proof-quiet', new Drawn(...ranges(['quiet', 'spelling'])))
  return () => {
    highlights.delete('proof-loud')
    highlights.delete('proof-quiet')
  }
}

/** Contents in a Word file: a field (TOC) that the word processor counts anew, filled with what the printed letter has; headings numbered by it. */
import type { Heading } from '../../../formats/rich/doc.ts'
import { hasContents, outlineOf } from '../../../formats/rich/outline.ts'
import { chapterNumbers } from './docx-parts.ts'
import type { Writer } from './docx-sheet.ts'
import { headingPages, type SheetFacts } from './sheet.ts'

export interface DocxContents {
  readonly isNumbered: boolean
  /** A heading with its number and the mark by which the list finds it. */
  heading(block: Heading, runs: string): string
  list(): string
}

const field = (kind: 'begin' | 'separate' | 'end'): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
const asked = (instruction: string): string =>
  `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>`
const tab = '<w:r><w:tab/></w:r>'

export function docxContents(facts: SheetFacts, { run, paragraph }: Writer): DocxContents {
  const outline = outlineOf(facts.body, facts.values)
  const isNumbered = hasContents(facts.body) && outline.length > 0
  const markOf = (at: number) => `_Toc${100_000_001 + at}`
  const line = (at: number, page: number, before: string, after: string): string => {
    const { number, title, depth } = outline[at]!
    const where =
      field('begin') + asked(`PAGEREF ${markOf(at)} \\h`) + field('separate') + run(`${page}`) + field('end')
    const words = `<w:hyperlink w:anchor="${markOf(at)}">${run(number)}${tab}${run(title)}${tab}${where}</w:hyperlink>`
    return paragraph(before + words + after, `TOC${depth}`)
  }
  return {
    isNumbered,
    heading(block, runs) {
      const style = `Heading${block.attrs.level}`
      const at = isNumbered ? outline.findIndex(one => one.block === block) : -1
      if (at < 0) return paragraph(runs, style)
      const number = `<w:numPr><w:ilvl w:val="${outline[at]!.depth - 1}"/><w:numId w:val="${chapterNumbers}"/></w:numPr>`
      const mark = `<w:bookmarkStart w:id="${at}" w:name="${markOf(at)}"/>${runs}<w:bookmarkEnd w:id="${at}"/>`
      return paragraph(mark, style, number)
    },
    list() {
      if (!isNumbered) return ''
      const pages = headingPages(facts)
      const begun = field('begin') + asked('TOC \\o "1-3" \\h \\z \\u') + field('separate')
      const lines = outline.map((_, at) =>
        line(at, pages[at] ?? 1, at === 0 ? begun : '', at === outline.length - 1 ? field('end') : ''),
      )
      return paragraph(run(facts.contents), 'TOCHeading') + lines.join('')
    },
  }
}

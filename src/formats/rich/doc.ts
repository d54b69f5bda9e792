/**
 * Written text with its shape (headings, lists, tables, pictures, page breaks, fields): the JSON that the editor keeps and the server
 * checks. The names of nodes and marks are those of ProseMirror's usual schema, so that the editor needs no translation.
 */

export type PlainMark = 'bold' | 'italic' | 'underline' | 'strike'
export type Mark = { readonly type: PlainMark } | { readonly type: 'link'; readonly attrs: { readonly href: string } }

export interface TextNode {
  readonly type: 'text'
  readonly text: string
  readonly marks?: readonly Mark[]
}
/** A place that is filled from what is known when the text is shown: `recipient.name`, `date`, `ask.Amount`. */
export interface FieldNode {
  readonly type: 'field'
  readonly attrs: { readonly name: string }
  readonly marks?: readonly Mark[]
}
export interface BreakNode {
  readonly type: 'hardBreak'
}
export type Inline = TextNode | FieldNode | BreakNode

export interface Paragraph {
  readonly type: 'paragraph'
  readonly content?: readonly Inline[]
}
export interface Heading {
  readonly type: 'heading'
  readonly attrs: { readonly level: 1 | 2 | 3 }
  readonly content?: readonly Inline[]
}
export interface ListItem {
  readonly type: 'listItem'
  readonly content: readonly Block[]
}
export interface List {
  readonly type: 'bulletList' | 'orderedList'
  readonly attrs?: { readonly start: number }
  readonly content: readonly ListItem[]
}
export interface Quote {
  readonly type: 'blockquote'
  readonly content: readonly Block[]
}
export interface Cell {
  readonly type: 'tableCell' | 'tableHeader'
  readonly attrs: { readonly colspan: number; readonly rowspan: number; readonly colwidth: readonly number[] | null }
  readonly content: readonly Block[]
}
export interface Row {
  readonly type: 'tableRow'
  readonly content: readonly Cell[]
}
export interface Table {
  readonly type: 'table'
  readonly content: readonly Row[]
}
/** A stored file that is a picture; width and height in CSS pixels. */
export interface Picture {
  readonly type: 'picture'
  readonly attrs: { readonly fileId: string; readonly width: number; readonly height: number; readonly alt: string }
}
export interface Plain {
  readonly type: 'pageBreak' | 'horizontalRule'
}
/** Where the headings are listed with their pages; a text that has it has its headings numbered. */
export interface Contents {
  readonly type: 'contents'
}
export type Block = Paragraph | Heading | List | Quote | Table | Picture | Plain | Contents

export interface RichDoc {
  readonly type: 'doc'
  readonly content: readonly Block[]
}

export const emptyDoc: RichDoc = { type: 'doc', content: [{ type: 'paragraph' }] }

/** Lines of plain words as a text of paragraphs. */
export const docOfLines = (...lines: readonly string[]): RichDoc => ({
  type: 'doc',
  content: lines.map(line => ({ type: 'paragraph', ...(line ? { content: inlinesOf(line) } : {}) })),
})

/** `Dear {recipient.name},` as text with its fields. */
export function inlinesOf(line: string): Inline[] {
  return line
    .split(/(\{[^{}\n]{1,80}\})/)
    .filter(Boolean)
    .map(part =>
      part.startsWith('{') && part.endsWith('}')
        ? { type: 'field', attrs: { name: part.slice(1, -1) } }
        : { type: 'text', text: part },
    )
}

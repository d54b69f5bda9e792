/** Nodes of written text that Tiptap does not bring: fields, pictures of this office, page breaks. */
import { mergeAttributes, Node } from '@tiptap/core'
import type { Store } from '../store.ts'

export interface FieldFacts {
  readonly name: string
  readonly label: string
  /** What it stands for; null where nothing is known. */
  readonly value: string | null
}

export const labelOf = (name: string, fields: readonly FieldFacts[]): string =>
  fields.find(one => one.name === name)?.label ?? name.replace(/^ask\./, '')

/** A field as a chip that shows what it stands for, as soon as that is known. */
export const fieldNode = (fields: Store<readonly FieldFacts[]>) =>
  Node.create({
    name: 'field',
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    addAttributes: () => ({ name: { default: '', parseHTML: element => element.getAttribute('data-field') ?? '' } }),
    parseHTML: () => [{ tag: 'span[data-field]' }],
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      mergeAttributes(HTMLAttributes, { 'data-field': node.attrs['name'], class: 'field-chip' }),
      `{${String(node.attrs['name'])}}`,
    ],
    renderText: ({ node }) => {
      const name = String(node.attrs['name'])
      return fields.get().find(one => one.name === name)?.value ?? `{${labelOf(name, fields.get())}}`
    },
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement('span')
        const name = String(node.attrs['name'])
        const show = () => {
          const known = fields.get().find(one => one.name === name)
          const label = labelOf(name, fields.get())
          dom.className = known?.value ? 'field-chip' : 'field-chip unfilled'
          dom.textContent = known?.value ?? label
          dom.title = label
        }
        dom.contentEditable = 'false'
        show()
        const destroy = fields.subscribe(show)
        return { dom, destroy, ignoreMutation: () => true }
      },
  })

/** A stored picture; its address is the page's to know. */
export const pictureNode = (addressOf: (fileId: string) => string) =>
  Node.create({
    name: 'picture',
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => ({
      fileId: { default: null, parseHTML: element => element.getAttribute('data-file') },
      width: { default: 300, parseHTML: element => Number(element.getAttribute('width')) || 300 },
      height: { default: 200, parseHTML: element => Number(element.getAttribute('height')) || 200 },
      alt: { default: '', parseHTML: element => element.getAttribute('alt') ?? '' },
    }),
    // a picture from elsewhere is not taken: only what was stored here
    parseHTML: () => [{ tag: 'img[data-file]' }],
    renderHTML: ({ node: { attrs } }) => [
      'img',
      {
        src: addressOf(String(attrs['fileId'])),
        'data-file': attrs['fileId'],
        width: attrs['width'],
        height: attrs['height'],
        alt: attrs['alt'],
      },
    ],
  })

/** Where the headings are listed with their pages; what it lists is drawn on the page beside. */
export const contentsNode = (words: string) =>
  Node.create({
    name: 'contents',
    group: 'block',
    atom: true,
    parseHTML: () => [{ tag: 'div[data-contents]' }],
    renderHTML: () => ['div', { 'data-contents': '', class: 'contents-place' }, words],
  })

export const pageBreakNode = Node.create({
  name: 'pageBreak',
  group: 'block',
  atom: true,
  parseHTML: () => [
    { tag: 'hr[data-page]' },
    { tag: 'br', getAttrs: element => (element.style.pageBreakBefore === 'always' ? null : false) },
  ],
  renderHTML: () => ['hr', { 'data-page': '', class: 'page-break' }],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-Enter': () => this.editor.commands.insertContent({ type: 'pageBreak' }) }
  },
})

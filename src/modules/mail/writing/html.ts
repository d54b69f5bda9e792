/** Written text as the HTML of a mail: of known parts alone, with what looks they have written on them, since mail programs read no stylesheets. */
import type { Block, Cell, Inline, Mark, RichDoc } from '../../../formats/rich/doc.ts'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

const tagOf = { bold: 'b', italic: 'i', underline: 'u', strike: 's' } as const

const marked = (html: string, mark: Mark): string =>
  mark.type === 'link'
    ? `<a href="${escaped(mark.attrs.href)}">${html}</a>`
    : `<${tagOf[mark.type]}>${html}</${tagOf[mark.type]}>`

function inlineHtml(inlines: readonly Inline[] = []): string {
  return inlines
    .map(one => {
      if (one.type === 'hardBreak') return '<br>'
      const words = escaped(one.type === 'text' ? one.text : `{${one.attrs.name}}`)
      return (one.marks ?? []).reduce(marked, words)
    })
    .join('')
}

const cellHtml = (cell: Cell, srcOf: (fileId: string) => string): string => {
  const tag = cell.type === 'tableHeader' ? 'th' : 'td'
  const { colspan, rowspan } = cell.attrs
  const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`
  return `<${tag}${spans} style="border:1px solid #c9c6bf;padding:4px 8px;text-align:left;vertical-align:top">${blocksHtml(cell.content, srcOf)}</${tag}>`
}

function blockHtml(block: Block, srcOf: (fileId: string) => string): string {
  switch (block.type) {
    case 'paragraph':
      return `<p style="margin:0 0 12px">${inlineHtml(block.content) || '<br>'}</p>`
    case 'heading': {
      const size = { 1: 22, 2: 18, 3: 16 }[block.attrs.level]
      return `<h${block.attrs.level} style="margin:16px 0 8px;font-size:${size}px">${inlineHtml(block.content)}</h${block.attrs.level}>`
    }
    case 'bulletList':
    case 'orderedList': {
      const tag = block.type === 'bulletList' ? 'ul' : 'ol'
      const start =
        block.type === 'orderedList' && block.attrs && block.attrs.start !== 1 ? ` start="${block.attrs.start}"` : ''
      const items = block.content.map(item => `<li>${blocksHtml(item.content, srcOf)}</li>`).join('')
      return `<${tag}${start} style="margin:0 0 12px;padding-left:24px">${items}</${tag}>`
    }
    case 'blockquote':
      return `<blockquote style="margin:0 0 12px;padding-left:12px;border-left:2px solid #c9c6bf;color:#55534e">${blocksHtml(block.content, srcOf)}</blockquote>`
    case 'table': {
      const rows = block.content.map(row => `<tr>${row.content.map(cell => cellHtml(cell, srcOf)).join('')}</tr>`)
      return `<table style="border-collapse:collapse;margin:0 0 12px">${rows.join('')}</table>`
    }
    case 'picture': {
      const { fileId, width, height, alt } = block.attrs
      return `<p style="margin:0 0 12px"><img src="${escaped(srcOf(fileId))}" width="${width}" height="${height}" alt="${escaped(alt)}"></p>`
    }
    default:
      return '<hr>'
  }
}

const blocksHtml = (blocks: readonly Block[], srcOf: (fileId: string) => string): string =>
  blocks.map(block => blockHtml(block, srcOf)).join('')

/** `srcOf`: where a picture of the text is; `cid:…` in a mail (RFC 2392). */
export const htmlOfRich = (doc: RichDoc, srcOf: (fileId: string) => string): string =>
  `<html><body style="font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5;color:#1d1d1b">${blocksHtml(doc.content, srcOf)}</body></html>`

/** A picture's name within its mail. */
export const contentIdOf = (fileId: string): string => `${fileId}@pictures.kontor`

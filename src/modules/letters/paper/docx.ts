/** A letter as an office file (ECMA-376, WordprocessingML), with the styles that word processors know. */
import type { Block, Inline, List, Table } from '../../../formats/rich/doc.ts'
import { unfilled, type Values } from '../../../formats/rich/walk.ts'
import { type ZipEntry, zipOf } from '../../../formats/zip/write.ts'
import { type DocxContents, docxContents } from './docx-contents.ts'
import { contentTypes, documentOf, numbering, packageRelations, relationsOf, styles } from './docx-parts.ts'
import { foot, footDistance, frame, headPlace, nextHead, windowOf, type Writer } from './docx-sheet.ts'
import type { Letterhead, SheetFacts } from './sheet.ts'

/** Signs that XML has no place for, or that mean something in it. */
export const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML may not hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

export interface DocxPicture {
  readonly bytes: Buffer
  readonly type: 'png' | 'jpeg'
}

interface Writing {
  readonly values: Values
  readonly pictures: ReadonlyMap<string, DocxPicture>
  readonly links: string[]
  readonly used: Map<string, DocxPicture>
  lists: number[]
  readonly contents: DocxContents
}

export async function docxOf(
  facts: SheetFacts,
  pictures: ReadonlyMap<string, DocxPicture>,
  at: Temporal.PlainDateTime,
): Promise<Buffer> {
  const writing: Writing = {
    values: facts.values,
    pictures,
    links: [],
    used: new Map(),
    lists: [],
    contents: docxContents(facts, writer),
  }
  const body = [
    headOf(facts.head, writing),
    windowOf(facts, writer),
    ...(facts.subject ? [paragraph(run(facts.subject), 'Subject')] : []),
    ...facts.body.content.map(block => blockOf(block, writing, 0)),
    ...(facts.signer.length > 0
      ? [
          paragraph(run(facts.closing), 'Closing'),
          ...facts.signer.map((line, n) => paragraph(run(line, n > 0 ? '<w:color w:val="5C5F63"/>' : ''), 'Signer')),
        ]
      : []),
    ...(facts.enclosures ? [paragraph(run(facts.enclosures), 'Enclosed')] : []),
  ].join('')
  const media = [...writing.used.values()]
  const entries: ZipEntry[] = [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageRelations],
    ['word/document.xml', documentOf(body, footDistance(facts))],
    ['word/_rels/document.xml.rels', relationsOf(media, writing.links.map(xml))],
    ['word/styles.xml', styles],
    ['word/numbering.xml', numbering(writing.lists, writing.contents.isNumbered)],
    ['word/header1.xml', nextHead(facts, writer)],
    ['word/footer1.xml', foot(facts, writer)],
    ['word/footer2.xml', foot(facts, writer)],
  ].map(([name, text]) => ({ name: name!, bytes: Buffer.from(text!) }))
  media.forEach((one, n) => entries.push({ name: `word/media/image${n + 1}.${one.type}`, bytes: one.bytes }))
  const parts: Buffer[] = []
  for await (const part of zipOf(entries, at)) parts.push(part)
  return Buffer.concat(parts)
}

const run = (text: string, properties = ''): string =>
  text
    ? `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`
    : ''

const paragraph = (runs: string, style = '', more = ''): string =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${more}</w:pPr>${runs}</w:p>`

function headOf({ name, logo }: Letterhead, writing: Writing): string {
  const drawn = logo ? drawing({ ...logo, alt: name }, Math.min(227 / logo.width, 68 / logo.height), writing) : ''
  return paragraph(drawn || run(name), 'Head', frame(headPlace))
}

const writer: Writer = { run, paragraph }

function runsOf(inlines: readonly Inline[] = [], writing: Writing): string {
  return inlines
    .map(one => {
      if (one.type === 'hardBreak') return '<w:r><w:br/></w:r>'
      const text = one.type === 'text' ? one.text : (writing.values(one.attrs.name) ?? unfilled(one.attrs.name))
      const marks = new Set(one.marks?.map(({ type }) => type))
      const link = one.marks?.find(mark => mark.type === 'link')
      const properties = [
        marks.has('bold') && '<w:b/>',
        marks.has('italic') && '<w:i/>',
        marks.has('strike') && '<w:strike/>',
        link && '<w:color w:val="1D4F91"/>',
        (marks.has('underline') || link) && '<w:u w:val="single"/>',
      ].filter(Boolean)
      const written = run(text, properties.join(''))
      if (link?.type !== 'link') return written
      writing.links.push(link.attrs.href)
      return `<w:hyperlink r:id="link${writing.links.length}">${written}</w:hyperlink>`
    })
    .join('')
}

function blockOf(block: Block, writing: Writing, depth: number): string {
  switch (block.type) {
    case 'paragraph':
      return paragraph(runsOf(block.content, writing))
    case 'heading':
      return writing.contents.heading(block, runsOf(block.content, writing))
    case 'bulletList':
    case 'orderedList':
      return listOf(block, writing, depth)
    case 'blockquote':
      return block.content
        .map(one =>
          one.type === 'paragraph' ? paragraph(runsOf(one.content, writing), 'Quote') : blockOf(one, writing, depth),
        )
        .join('')
    case 'table':
      return tableOf(block, writing)
    case 'picture':
      return paragraph(
        drawing(block.attrs, Math.min(1, 620 / block.attrs.width), writing) || run(block.attrs.alt),
        'Picture',
      )
    case 'horizontalRule':
      return paragraph('', '', '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="5C5F63"/></w:pBdr>')
    case 'contents':
      return writing.contents.list()
    case 'pageBreak':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
  }
}

function listOf(list: List, writing: Writing, depth: number): string {
  // numbers 1 is bullets; each numbered list counts by itself
  let number = 1
  if (list.type === 'orderedList') {
    writing.lists.push(list.attrs?.start ?? 1)
    number = writing.lists.length + 1
  }
  const mark = `<w:numPr><w:ilvl w:val="${Math.min(depth, 8)}"/><w:numId w:val="${number}"/></w:numPr>`
  return list.content
    .flatMap(item =>
      item.content.map((block, at) =>
        block.type === 'paragraph'
          ? paragraph(
              runsOf(block.content, writing),
              'List',
              at === 0 ? mark : `<w:ind w:left="${360 * (depth + 1)}"/>`,
            )
          : blockOf(block, writing, depth + 1),
      ),
    )
    .join('')
}

function tableOf(table: Table, writing: Writing): string {
  const columns = Math.max(1, ...table.content.map(row => row.content.reduce((sum, one) => sum + one.attrs.colspan, 0)))
  const width = Math.floor(9355 / columns)
  /** Columns that a cell above reaches down into: how many rows it still covers, and how wide it is. */
  const open = new Map<number, { rows: number; span: number }>()
  const rows = table.content.map(row => {
    const cells: string[] = []
    let column = 0
    const covered = () => {
      for (let above = open.get(column); above && above.rows > 0; above = open.get(column)) {
        above.rows -= 1
        cells.push(cellOf('', width, above.span, '<w:vMerge/>'))
        column += above.span
      }
    }
    for (const cell of row.content) {
      covered()
      const { colspan, rowspan } = cell.attrs
      if (rowspan > 1) open.set(column, { rows: rowspan - 1, span: colspan })
      const inner = cell.content
        .map(block =>
          block.type === 'paragraph' && cell.type === 'tableHeader'
            ? paragraph(runsOf(block.content?.map(strong), writing), 'Cell')
            : block.type === 'paragraph'
              ? paragraph(runsOf(block.content, writing), 'Cell')
              : blockOf(block, writing, 0),
        )
        .join('')
      // a cell ends with a paragraph, or word processors call the file damaged
      const ended = inner.endsWith('</w:p>') ? inner : `${inner}<w:p/>`
      cells.push(cellOf(ended, width, colspan, rowspan > 1 ? '<w:vMerge w:val="restart"/>' : ''))
      column += colspan
    }
    covered()
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Lined"/><w:tblW w:w="${width * columns}" w:type="dxa"/></w:tblPr>${grid}${rows.join('')}</w:tbl><w:p/>`
}

const strong = (one: Inline): Inline =>
  one.type === 'hardBreak' ? one : { ...one, marks: [...(one.marks ?? []), { type: 'bold' }] }

const cellOf = (content: string, width: number, span: number, merge: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width * span}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}</w:tcPr>${content || '<w:p/>'}</w:tc>`

/** English metric units in a CSS pixel. */
const emu = 9525

function drawing(
  picture: { readonly fileId: string; readonly width: number; readonly height: number; readonly alt: string },
  scale: number,
  writing: Writing,
): string {
  const held = writing.pictures.get(picture.fileId)
  if (!held) return ''
  writing.used.set(picture.fileId, held)
  const n = [...writing.used.keys()].indexOf(picture.fileId) + 1
  const size = `cx="${Math.round(picture.width * scale * emu)}" cy="${Math.round(picture.height * scale * emu)}"`
  return `<w:r><w:drawing><wp:inline><wp:extent ${size}/><wp:docPr id="${n}" name="picture${n}" descr="${xml(picture.alt)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${n}" name="picture${n}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="image${n}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

/** A Word file with what letters of offices have: a head with a field, a list, a note, a bookmark, a picture's frame, a foot that counts pages. */
import { packed } from './fill.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const wp = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const usualSection =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'

export interface OfficeLetter {
  /** What the text ends with. */
  readonly end?: string
  readonly section?: string
}

const words = (text: string, before = '') => `<w:p>${before}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const item = (text: string) => words(text, '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>')
const counting = (code: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

const text = ({ end = words('Hälsningar'), section = usualSection }: OfficeLetter) =>
  `<w:document ${w} ${r} ${wp}><w:body>${words('Hej {{Namn}}!')}<w:p><w:bookmarkStart w:id="0" w:name="avgift"/><w:r><w:t>Avgiften</w:t></w:r><w:bookmarkEnd w:id="0"/><w:r><w:footnoteReference w:id="2"/></w:r></w:p>${item('Ett')}${item('Två')}<w:p><w:hyperlink w:anchor="avgift"><w:r><w:t>se ovan</w:t></w:r></w:hyperlink></w:p><w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="7" name="x"/></wp:inline></w:drawing></w:r></w:p>${end}${section}</w:body></w:document>`

export function officeLetter(given: OfficeLetter = {}): Promise<Buffer> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
  const override = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${word}.${type}+xml"/>`
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('document', 'document.main')}${override('header1', 'header')}${override('footer1', 'footer')}${override('numbering', 'numbering')}${override('footnotes', 'footnotes')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'header', 'header1.xml')}${relation('rId2', 'footer', 'footer1.xml')}${relation('rId3', 'numbering', 'numbering.xml')}${relation('rId4', 'footnotes', 'footnotes.xml')}</Relationships>`,
    'word/document.xml': text(given),
    'word/header1.xml': `<w:hdr ${w} ${r}>${words('Till {{Namn}}')}</w:hdr>`,
    'word/footer1.xml': `<w:ftr ${w} ${r}><w:p><w:r><w:t xml:space="preserve">Sida </w:t></w:r>${counting('PAGE')}<w:r><w:t xml:space="preserve"> av </w:t></w:r>${counting('NUMPAGES')}</w:p></w:ftr>`,
    'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="2">${words('För {{Namn}}')}</w:footnote></w:footnotes>`,
  }
  return packed(new Map(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(declared + xml)])))
}

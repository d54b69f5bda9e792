/** A Word file as members' offices have them: merge fields with the names of the columns of their list. */
import { packed } from '../../formats/docx/fill.ts'
import { escapeXml } from '../../formats/xml/write.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'http://schemas.openxmlformats.org/package/2006'
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

const run = (words: string) => `<w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`
/** Words with `[fields]` in them. */
const line = (words: string): string =>
  `<w:p>${words
    .split(/(\[[^\]]+\])/)
    .map(part =>
      part.startsWith('[')
        ? `<w:fldSimple w:instr=" MERGEFIELD &quot;${part.slice(1, -1)}&quot; ">${run(`«${part.slice(1, -1)}»`)}</w:fldSimple>`
        : run(part),
    )
    .join('')}</w:p>`

export function wordLetter(...lines: readonly string[]): Promise<Buffer> {
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"/></w:sectPr>'
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${types}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${w}><w:body>${lines.map(line).join('')}${page}</w:body></w:document>`,
  }
  return packed(new Map(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)])))
}

/** The parts of an office file that say what is where, and how its styles look. */

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const contentTypes = `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>${[
  ['document', 'document.main'],
  ['styles', 'styles'],
  ['numbering', 'numbering'],
  ['header1', 'header'],
  ['footer1', 'footer'],
  ['footer2', 'footer'],
]
  .map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${word}.${type}+xml"/>`)
  .join('')}</Types>`

export const packageRelations = `${head}<Relationships xmlns="${relations}"><Relationship Id="document" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`

export const relationsOf = (media: readonly { readonly type: string }[], links: readonly string[]): string =>
  `${head}<Relationships xmlns="${relations}">${[
    ...['styles', 'numbering'].map(
      part => `<Relationship Id="${part}" Type="${office}/${part}" Target="${part}.xml"/>`,
    ),
    `<Relationship Id="next" Type="${office}/header" Target="header1.xml"/>`,
    `<Relationship Id="foot" Type="${office}/footer" Target="footer1.xml"/>`,
    `<Relationship Id="first" Type="${office}/footer" Target="footer2.xml"/>`,
    ...media.map(
      ({ type }, n) => `<Relationship Id="image${n + 1}" Type="${office}/image" Target="media/image${n + 1}.${type}"/>`,
    ),
    ...links.map(
      (href, n) =>
        `<Relationship Id="link${n + 1}" Type="${office}/hyperlink" Target="${href}" TargetMode="External"/>`,
    ),
  ].join('')}</Relationships>`

/** A4 with the margins of the printed letter; the foot on each page, a head on those that follow. */
export const documentOf = (body: string, footDistance: number): string =>
  `${head}<w:document xmlns:w="${main}" xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="next"/><w:footerReference w:type="default" r:id="foot"/><w:footerReference w:type="first" r:id="first"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1928" w:right="1134" w:bottom="1984" w:left="1417" w:header="907" w:footer="${footDistance}" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>`

interface Style {
  readonly id: string
  readonly name: string
  readonly paragraph?: string
  readonly run?: string
}

const style = ({ id, name, paragraph = '', run = '' }: Style): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`

const heading = (level: 1 | 2 | 3, size: number): Style => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  paragraph: `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`,
  run: `<w:b/><w:sz w:val="${size}"/>`,
})
const tight = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
const pale = '<w:color w:val="5C5F63"/>'

const all: readonly Style[] = [
  // lines 1.36 times as high as their size: Plex's own are 1.3
  { id: 'Normal', name: 'Normal', paragraph: '<w:spacing w:after="140" w:line="251" w:lineRule="auto"/>' },
  heading(1, 30),
  heading(2, 25),
  heading(3, 21),
  { id: 'Head', name: 'Letterhead', paragraph: tight, run: '<w:b/><w:sz w:val="28"/>' },
  { id: 'Back', name: 'Sender', paragraph: tight, run: `${pale}<w:sz w:val="13"/>` },
  { id: 'Address', name: 'Address', paragraph: tight },
  // five millimetres a line
  {
    id: 'Reference',
    name: 'Reference',
    paragraph: '<w:spacing w:after="0" w:line="283" w:lineRule="exact"/>',
    run: `${pale}<w:sz w:val="16"/>`,
  },
  {
    id: 'Enclosed',
    name: 'Enclosed',
    paragraph: '<w:spacing w:before="286" w:after="0"/>',
    run: `${pale}<w:sz w:val="18"/>`,
  },
  { id: 'Signer', name: 'Signature', paragraph: '<w:spacing w:after="0"/>' },
  { id: 'Picture', name: 'Picture', paragraph: '<w:spacing w:line="240" w:lineRule="auto"/>' },
  {
    id: 'Subject',
    name: 'Subject',
    paragraph: '<w:spacing w:after="160"/>',
    run: '<w:b/><w:sz w:val="24"/>',
  },
  { id: 'Closing', name: 'Closing', paragraph: '<w:keepNext/><w:spacing w:before="146" w:after="680"/>' },
  { id: 'Quote', name: 'Quote', paragraph: '<w:ind w:left="284" w:right="284"/>' },
  { id: 'List', name: 'List Paragraph', paragraph: '<w:spacing w:after="60"/>' },
  { id: 'Cell', name: 'Cell', paragraph: '<w:spacing w:before="40" w:after="40"/>', run: '<w:sz w:val="19"/>' },
  { id: 'TOCHeading', name: 'TOC Heading', paragraph: '<w:keepNext/>', run: '<w:b/><w:sz w:val="25"/>' },
  ...[1, 2, 3].map(depth => ({
    id: `TOC${depth}`,
    name: `toc ${depth}`,
    paragraph: `<w:tabs><w:tab w:val="left" w:pos="${560 + 280 * (depth - 1)}"/><w:tab w:val="right" w:leader="dot" w:pos="9355"/></w:tabs><w:spacing w:after="40"/><w:ind w:left="${280 * (depth - 1)}"/>`,
  })),
  { id: 'Foot', name: 'footer', paragraph: tight, run: `${pale}<w:sz w:val="15"/>` },
]

const edge = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="B9BCC0"/>`

export const styles = `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="IBM Plex Sans" w:hAnsi="IBM Plex Sans" w:cs="Arial"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>${all.map(style).join('')}<w:style w:type="table" w:styleId="Lined"><w:name w:val="Lined"/><w:tblPr><w:tblBorders>${['top', 'bottom', 'insideH'].map(edge).join('')}</w:tblBorders></w:tblPr></w:style></w:styles>`

const level = (depth: number, mark: string, start: number): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${mark}"/><w:lvlText w:val="${mark === 'bullet' ? '•' : `%${depth + 1}.`}"/><w:pPr><w:ind w:left="${360 * (depth + 1)}" w:hanging="360"/></w:pPr></w:lvl>`

const levels = (mark: string, start: number): string =>
  Array.from({ length: 9 }, (_, depth) => level(depth, mark, start)).join('')

/** Chapters count through the whole text: 1, 1.1, 1.1.1. */
const chapters = [1, 2, 3]
  .map(
    depth =>
      `<w:lvl w:ilvl="${depth - 1}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="${chapterText(depth)}"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>`,
  )
  .join('')

function chapterText(depth: number): string {
  return Array.from({ length: depth }, (_, at) => `%${at + 1}`).join('.')
}

/** The numbering of headings stands apart from those of lists, however many there are. */
export const chapterNumbers = 900

/** Number 1 is bullets; then a numbering for each numbered list, so that each begins anew. */
export function numbering(starts: readonly number[], hasChapters: boolean): string {
  const kinds = [levels('bullet', 1), ...starts.map(start => levels('decimal', start))]
  const kind = (inner: string, n: number) =>
    `<w:abstractNum w:abstractNumId="${n}"><w:multiLevelType w:val="hybridMultilevel"/>${inner}</w:abstractNum>`
  const use = (_: string, n: number) => `<w:num w:numId="${n + 1}"><w:abstractNumId w:val="${n}"/></w:num>`
  const chapterKind = `<w:abstractNum w:abstractNumId="${chapterNumbers}"><w:multiLevelType w:val="multilevel"/>${chapters}</w:abstractNum>`
  const chapterUse = `<w:num w:numId="${chapterNumbers}"><w:abstractNumId w:val="${chapterNumbers}"/></w:num>`
  const abstract = kinds.map(kind).join('') + (hasChapters ? chapterKind : '')
  const used = kinds.map(use).join('') + (hasChapters ? chapterUse : '')
  return `${head}<w:numbering xmlns:w="${main}">${abstract}${used}</w:numbering>`
}

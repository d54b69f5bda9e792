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
  ['footer1', 'footer'],
]
  .map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${word}.${type}+xml"/>`)
  .join('')}</Types>`

export const packageRelations = `${head}<Relationships xmlns="${relations}"><Relationship Id="document" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`

export const relationsOf = (media: readonly { readonly type: string }[], links: readonly string[]): string =>
  `${head}<Relationships xmlns="${relations}">${[
    ...['styles', 'numbering'].map(
      part => `<Relationship Id="${part}" Type="${office}/${part}" Target="${part}.xml"/>`,
    ),
    `<Relationship Id="foot" Type="${office}/footer" Target="footer1.xml"/>`,
    ...media.map(
      ({ type }, n) => `<Relationship Id="image${n + 1}" Type="${office}/image" Target="media/image${n + 1}.${type}"/>`,
    ),
    ...links.map(
      (href, n) =>
        `<Relationship Id="link${n + 1}" Type="${office}/hyperlink" Target="${href}" TargetMode="External"/>`,
    ),
  ].join('')}</Relationships>`

/** A4 with the margins of the printed letter; the foot on each page. */
export const documentOf = (body: string): string =>
  `${head}<w:document xmlns:w="${main}" xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="foot"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1417" w:left="1417" w:header="709" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`

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
const tight = '<w:spacing w:after="0"/>'
const pale = '<w:color w:val="5C5F63"/>'

const all: readonly Style[] = [
  { id: 'Normal', name: 'Normal', paragraph: '<w:spacing w:after="140" w:line="276" w:lineRule="auto"/>' },
  heading(1, 30),
  heading(2, 25),
  heading(3, 21),
  { id: 'Head', name: 'Letterhead', paragraph: '<w:spacing w:after="600"/>', run: '<w:b/><w:sz w:val="28"/>' },
  { id: 'Address', name: 'Address', paragraph: tight },
  { id: 'Reference', name: 'Reference', paragraph: tight, run: `${pale}<w:sz w:val="18"/>` },
  {
    id: 'Subject',
    name: 'Subject',
    paragraph: '<w:spacing w:before="480" w:after="160"/>',
    run: '<w:b/><w:sz w:val="24"/>',
  },
  { id: 'Closing', name: 'Closing', paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="720"/>' },
  { id: 'Quote', name: 'Quote', paragraph: '<w:ind w:left="284" w:right="284"/>' },
  { id: 'List', name: 'List Paragraph', paragraph: '<w:spacing w:after="60"/>' },
  { id: 'Cell', name: 'Cell', paragraph: '<w:spacing w:before="40" w:after="40"/>', run: '<w:sz w:val="19"/>' },
  { id: 'Foot', name: 'footer', paragraph: tight, run: `${pale}<w:sz w:val="15"/>` },
]

const edge = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="B9BCC0"/>`

export const styles = `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="IBM Plex Sans" w:hAnsi="IBM Plex Sans" w:cs="Arial"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>${all.map(style).join('')}<w:style w:type="table" w:styleId="Lined"><w:name w:val="Lined"/><w:tblPr><w:tblBorders>${['top', 'bottom', 'insideH'].map(edge).join('')}</w:tblBorders></w:tblPr></w:style></w:styles>`

const level = (depth: number, mark: string, start: number): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${mark}"/><w:lvlText w:val="${mark === 'bullet' ? '•' : `%${depth + 1}.`}"/><w:pPr><w:ind w:left="${360 * (depth + 1)}" w:hanging="360"/></w:pPr></w:lvl>`

const levels = (mark: string, start: number): string =>
  Array.from({ length: 9 }, (_, depth) => level(depth, mark, start)).join('')

/** Number 1 is bullets; then a numbering for each numbered list, so that each begins anew. */
export function numbering(starts: readonly number[]): string {
  const kinds = [levels('bullet', 1), ...starts.map(start => levels('decimal', start))]
  const kind = (inner: string, n: number) =>
    `<w:abstractNum w:abstractNumId="${n}"><w:multiLevelType w:val="hybridMultilevel"/>${inner}</w:abstractNum>`
  const use = (_: string, n: number) => `<w:num w:numId="${n + 1}"><w:abstractNumId w:val="${n}"/></w:num>`
  return `${head}<w:numbering xmlns:w="${main}">${kinds.map(kind).join('')}${kinds.map(use).join('')}</w:numbering>`
}

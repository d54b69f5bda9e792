import { escaped } from './xml.ts'
import { zip } from './zip.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const part = (name: string, text: string): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: Buffer.from(head + text),
})

const relations = (type: string, target: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`

const contentTypes = (parts: readonly (readonly [string, string])[]): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.map(([name, type]) => `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`).join('')}</Types>`

/** A letter as Word keeps it: one paragraph a line, the first in bold. */
export const docx = (paragraphs: readonly string[], at: Date): Buffer => {
  const body = paragraphs
    .map(
      (text, i) =>
        `<w:p><w:r>${i === 0 ? '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`,
    )
    .join('')
  return zip(
    [
      part('[Content_Types].xml', contentTypes([['/word/document.xml', 'wordprocessingml.document.main']])),
      part('_rels/.rels', relations('officeDocument', 'word/document.xml')),
      part(
        'word/document.xml',
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
      ),
    ],
    at,
  )
}

const columnName = (index: number): string => String.fromCharCode(65 + index)

/** A sheet with a heading row; numbers stay numbers. */
export const xlsx = (title: string, rows: readonly (readonly (string | number)[])[], at: Date): Buffer => {
  const data = rows
    .map(
      (row, r) =>
        `<row r="${r + 1}">${row
          .map((cell, c) => {
            const place = `${columnName(c)}${r + 1}`
            return typeof cell === 'number'
              ? `<c r="${place}"><v>${cell}</v></c>`
              : `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
          })
          .join('')}</row>`,
    )
    .join('')
  return zip(
    [
      part(
        '[Content_Types].xml',
        contentTypes([
          ['/xl/workbook.xml', 'spreadsheetml.sheet.main'],
          ['/xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
        ]),
      ),
      part('_rels/.rels', relations('officeDocument', 'xl/workbook.xml')),
      part(
        'xl/workbook.xml',
        `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${escaped(title).slice(0, 31)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      part('xl/_rels/workbook.xml.rels', relations('worksheet', 'worksheets/sheet1.xml')),
      part(
        'xl/worksheets/sheet1.xml',
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`,
      ),
    ],
    at,
  )
}

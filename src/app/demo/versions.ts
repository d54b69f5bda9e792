/** The demo office's letter that was opened in an office program and saved back: it has two versions. */
import { packed } from '../../formats/docx/fill.ts'

type Must = (command: string, input: unknown) => Promise<unknown>
type Ask = (query: string, input: unknown) => Promise<{ readonly rows: readonly { readonly id: string }[] }>
type Store = (name: string, bytes: Uint8Array) => Promise<string>

const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const relations =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

/** As an office program writes it. */
const letter = (words: string): Promise<Uint8Array> =>
  packed(
    new Map(
      [
        ['[Content_Types].xml', types],
        ['_rels/.rels', relations],
        [
          'word/document.xml',
          `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${['Letter to the landlord', 'About the lease of Lindholmen 4', words].map(line => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
        ],
      ].map(([name, text]) => [name!, Buffer.from(text!)]),
    ),
  )

/** A draft is taken in, filed, and saved back once. */
export async function seedVersions(must: Must, ask: Ask, store: Store): Promise<void> {
  const name = 'letter to the landlord.docx'
  const { id } = (await must('documents.take-in', {
    fileId: await store(name, await letter('We would like to extend the lease by three years.')),
    name,
    arrivedBy: 'folder',
  })) as { id: string }
  const { rows } = await ask('documents.list-classes', { text: '5.1', limit: 1 })
  if (rows[0]) await must('documents.file-under', { ids: [id], classCodeId: rows[0].id })
  await must('documents.save-version', {
    id,
    fileId: await store(name, await letter('We would like to extend the lease by five years, at the rent of today.')),
  })
}

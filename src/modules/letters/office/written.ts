/** A letter that is written here, as a Word file to go on with: fields without a value stay fields. */
import { docxOf, type DocxPicture } from '../paper/docx.ts'
import { layLetter, type SheetFacts } from '../paper/sheet.ts'
import { pictureIds } from '../drawn.ts'

export async function writtenAsDocx(
  facts: SheetFacts,
  picturesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>,
  at: Temporal.PlainDateTime,
): Promise<Buffer> {
  const pictures = new Map<string, DocxPicture>()
  for (const [id, bytes] of await picturesOf(pictureIds(layLetter(facts))))
    pictures.set(id, { bytes, type: bytes[0] === 0x89 ? 'png' : 'jpeg' })
  const values = (name: string) => facts.values(name) ?? `{{${name}}}`
  return docxOf({ ...facts, values }, pictures, at)
}

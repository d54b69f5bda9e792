/** A letter's pages with the bytes of its pictures, as a PDF. */
import type { FileStore } from '../../kernel/files/store.ts'
import { pdfOf, type PdfFacts } from './paper/pdf.ts'
import type { Page } from './paper/items.ts'

/** Bytes of a picture in a letter at most: what is larger was made smaller when it was put in. */
const mostBytes = 8_000_000

export async function picturesOf(
  files: Pick<FileStore, 'find' | 'bytes'>,
  organisationId: string,
  ids: Iterable<string>,
): Promise<Map<string, Buffer>> {
  const held = new Map<string, Buffer>()
  for (const id of new Set(ids)) {
    const file = await files.find(organisationId, id)
    if (file && file.sizeBytes <= mostBytes) held.set(id, await files.bytes(organisationId, file.digest))
  }
  return held
}

export const pictureIds = (pages: readonly Page[]): string[] =>
  pages.flatMap(({ items }) => items.flatMap(item => (item.kind === 'picture' ? [item.fileId] : [])))

export async function letterPdf(
  files: Pick<FileStore, 'find' | 'bytes'>,
  organisationId: string,
  pages: readonly Page[],
  facts: PdfFacts,
): Promise<Buffer> {
  return pdfOf(
    pages,
    { ...facts, outlined: pages.length > 1 },
    await picturesOf(files, organisationId, pictureIds(pages)),
  )
}

/** `2026-17 Om taket.pdf`, without signs that file systems stumble over. */
export const fileName = (number: string | null, title: string, ending: string): string =>
  `${
    [number, title]
      .filter(Boolean)
      .join(' ')
      .replace(/[\\/:*?"<>|\n\r\t]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 120) || 'letter'
  }.${ending}`

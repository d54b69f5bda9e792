/** A letter's paper as a file: drawn here, or the Word file that it is, as a PDF where a word processor makes one. */
import type { z } from 'zod'
import type { FileStore } from '../../../kernel/files/store.ts'
import type { letterToSend } from '../contract.ts'
import { fileName, letterPdf } from '../drawn.ts'
import type { Page } from '../paper/items.ts'
import { wordFilePdf } from './convert.ts'
import { filledOffice } from './apart.ts'
import { docxType } from './take-in.ts'

type Letter = z.output<typeof letterToSend.output>

export interface PaperFile {
  readonly name: string
  readonly mediaType: string
  readonly content: Buffer
}

const named = ({ number, title }: Letter, ending: string) => fileName(number, title, ending)

export async function paperFile(
  files: Pick<FileStore, 'find' | 'bytes'>,
  organisationId: string,
  letter: Letter,
): Promise<PaperFile> {
  const pdf = (content: Buffer): PaperFile => ({ name: named(letter, 'pdf'), mediaType: 'application/pdf', content })
  if (letter.file) {
    const { digest, values } = letter.file
    const bytes = await files.bytes(organisationId, Buffer.from(digest, 'hex'))
    const filled = await filledOffice(bytes, new Map(values.map(({ name, value }) => [name, value])))
    const drawn = await wordFilePdf(filled)
    return drawn ? pdf(drawn) : { name: named(letter, 'docx'), mediaType: docxType, content: filled }
  }
  const facts = { title: letter.title, author: letter.office, language: letter.language, on: letter.datedOn }
  return pdf(await letterPdf(files, organisationId, letter.pages as unknown as Page[], facts))
}

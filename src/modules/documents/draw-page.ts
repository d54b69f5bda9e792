/** A page of a kept file as a picture, for whoever prints it; drawn in a reading child, and kept nowhere. */
import type { FileStore } from '../../kernel/files/store.ts'
import { renderPageInChild } from './reading/in-child.ts'
import { ReadingProblem } from './reading/problem.ts'

export interface PageToDraw {
  readonly organisationId: string
  readonly digest: string
  readonly mediaType: string
  readonly page: number
  readonly width: number
}

/** A PNG; null where there is no such page, or nothing that can be drawn. */
export async function drawPaperPage(files: FileStore, what: PageToDraw): Promise<Uint8Array | null> {
  const { organisationId, mediaType, page, width } = what
  const mediaKind = mediaType === 'application/pdf' ? 'pdf' : 'image'
  // A photograph is one page; of a picture file with several each is asked for until there is none.
  if (mediaKind === 'image' && mediaType !== 'image/tiff' && page > 1) return null
  const digest = Buffer.from(what.digest, 'hex')
  const source = files.path(organisationId, digest) ?? (await files.bytes(organisationId, digest))
  try {
    return await renderPageInChild(source, mediaKind, { page, width, format: 'png' })
  } catch (error) {
    if (error instanceof ReadingProblem) return null
    throw error
  }
}

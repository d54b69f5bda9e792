/** A kept file with something drawn into its pages and pages added to it; done in a reading child, the file itself stays. */
import type { FileStore } from '../../kernel/files/store.ts'
import { stampInChild } from './reading/in-child.ts'
import { ReadingProblem } from './reading/problem.ts'
import type { Stamping } from './reading/stamp.ts'

export interface PaperToStamp extends Stamping {
  readonly organisationId: string
  readonly digest: string
  readonly mediaKind: 'pdf' | 'image'
}

/** A long scan takes its time. */
const wallMs = 120_000

/** The new file; null where the old one cannot be opened. */
export async function stampPaper(files: FileStore, paper: PaperToStamp): Promise<Uint8Array | null> {
  const { organisationId, mediaKind, ...stamping } = paper
  const digest = Buffer.from(paper.digest, 'hex')
  const source = files.path(organisationId, digest) ?? (await files.bytes(organisationId, digest))
  try {
    return await stampInChild(source, mediaKind, stamping, wallMs)
  } catch (error) {
    if (error instanceof ReadingProblem) return null
    throw error
  }
}

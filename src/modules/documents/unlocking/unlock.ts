import { identify } from '../reading/identify.ts'
import { ReadingProblem } from '../reading/problem.ts'
import { unlockPdf } from './unlock-pdf.ts'
import { unlockZip } from './unlock-zip.ts'

/** A copy of a locked file that opens without its password. Refuses with a ReadingProblem that says why there is none. */
export async function unlock(bytes: Buffer, name: string, password: string): Promise<Buffer> {
  const { mediaKind } = identify(bytes, name)
  if (mediaKind === 'pdf') return unlockPdf(bytes, password)
  if (mediaKind === 'zip') return unlockZip(bytes, password)
  throw new ReadingProblem('password-not-needed')
}

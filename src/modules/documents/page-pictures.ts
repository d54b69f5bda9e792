/** The pages of a paper for a file that another module puts together, as its caller may see them. */
import sharp from 'sharp'
import type { StreamRequest } from '../../kernel/files/stream.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { original } from './contract.ts'
import { pagePicture } from './page-picture.ts'

const width = 1200

/** JPEGs of its first pages; none where it may not be seen or has nothing to draw. */
export async function pagePictures(
  kernel: Kernel,
  { caller, requestId }: Pick<StreamRequest, 'caller' | 'requestId'>,
  id: string,
  most: number,
): Promise<readonly Uint8Array[]> {
  const answer = await kernel.ask({ ...caller, query: original.name, input: { id }, requestId })
  if (answer.status === 'refused') return []
  const found = original.output.parse(answer.output)
  if (!found.mediaKind) return []
  const pictures: Uint8Array[] = []
  for (const page of found.pages.slice(0, most)) {
    const key = `"${found.digest.slice(0, 32)}-${page.origin}-${page.turn}-${page.skew}-${width}"`
    const picture = await pagePicture(kernel, caller.organisationId, found, page, width, key)
    if (picture) pictures.push(await sharp(picture).flatten({ background: '#fff' }).jpeg({ quality: 82 }).toBuffer())
  }
  return pictures
}

/** Pictures of pages, drawn in a reading child and kept in memory for a while: nothing of a paper is left on disk. */
import type { Kernel } from '../../kernel/kernel.ts'
import type { Original } from './doors.http.ts'
import { renderPageInChild } from './reading/in-child.ts'
import { ReadingProblem } from './reading/problem.ts'

/** Bytes of pictures kept; the ones longest not asked for go first. */
const mostKeptBytes = 32 * 1024 * 1024

const kept = new Map<string, Uint8Array>()
let keptBytes = 0

function keep(key: string, picture: Uint8Array): void {
  kept.set(key, picture)
  keptBytes += picture.byteLength
  for (const [oldest, other] of kept) {
    if (keptBytes <= mostKeptBytes) return
    kept.delete(oldest)
    keptBytes -= other.byteLength
  }
}

/** Forgets the pictures of bytes that are no more. */
export function forgetPictures(organisationId: string, digest: string): void {
  for (const [key, picture] of kept) {
    if (!key.startsWith(`${organisationId}/"${digest.slice(0, 32)}-`)) continue
    kept.delete(key)
    keptBytes -= picture.byteLength
  }
}

interface Page {
  readonly origin: number
  readonly turn: number
  readonly skew: number
}

/** The upright page as WebP, or null where there is nothing to draw. `key` names page, turn and width of these bytes. */
export async function pagePicture(
  kernel: Kernel,
  organisationId: string,
  { openDigest, mediaKind }: Original,
  page: Page,
  width: number,
  key: string,
): Promise<Uint8Array | null> {
  const place = `${organisationId}/${key}`
  const known = kept.get(place)
  if (known) {
    kept.delete(place)
    kept.set(place, known)
    return known
  }
  const bytes = Buffer.from(openDigest, 'hex')
  const source = kernel.files.path(organisationId, bytes) ?? (await kernel.files.bytes(organisationId, bytes))
  try {
    const picture = await renderPageInChild(source, mediaKind!, {
      page: page.origin,
      width,
      turn: page.turn as 0 | 90 | 180 | 270,
      skew: page.skew,
    })
    if (!kept.has(place)) keep(place, picture)
    return picture
  } catch (error) {
    if (error instanceof ReadingProblem) return null
    throw error
  }
}

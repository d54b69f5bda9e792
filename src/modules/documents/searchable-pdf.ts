import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Original } from './doors.http.ts'
import { writeSearchablePdfInChild } from './reading/in-child.ts'

/** The document as a PDF one can search and copy from: upright, with its words laid under the picture; null where none can be made. */
export async function searchablePdf(
  kernel: Kernel,
  organisationId: string,
  { digest, name }: Original,
): Promise<Buffer | null> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-pdf-'))
  try {
    const bytes = Buffer.from(digest, 'hex')
    const source = kernel.files.path(organisationId, bytes) ?? (await kernel.files.bytes(organisationId, bytes))
    const out = join(folder, 'searchable.pdf')
    await writeSearchablePdfInChild(source, name, out)
    return await readFile(out).catch(() => null)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

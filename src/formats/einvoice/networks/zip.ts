import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { NetworkFault } from './access-point.ts'

const mostEntries = 20
const mostBytes = 20_000_000

/** The one file in an archive whose name fits, unpacked within limits. */
export async function fileInZip(zip: Buffer, fits: (name: string) => boolean): Promise<Buffer> {
  let archive: ZipFile
  try {
    archive = await fromBufferPromise(zip, { lazyEntries: true })
  } catch (thrown) {
    throw new NetworkFault('answer-not-understood', `not an archive: ${(thrown as Error).message}`)
  }
  try {
    let seen = 0
    for await (const entry of archive.eachEntry()) {
      seen += 1
      if (seen > mostEntries) break
      if (fits(entry.fileName)) return await content(archive, entry)
    }
  } finally {
    archive.close()
  }
  throw new NetworkFault('answer-not-understood', 'no invoice in the archive')
}

/** yauzl stops a stream at the size that the directory declares. */
async function content(archive: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.uncompressedSize > mostBytes) throw new NetworkFault('too-large')
  const chunks: Buffer[] = []
  for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** yauzl has no types of its own; these are the calls that `zip-entries.ts` makes. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  export interface Entry {
    readonly fileName: string
    readonly compressedSize: number
    readonly uncompressedSize: number
    isEncrypted(): boolean
  }

  export interface ZipFile {
    readonly entryCount: number
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
    close(): void
  }

  export function fromBufferPromise(
    buffer: Buffer,
    options: { readonly lazyEntries: boolean; readonly decodeStrings?: boolean; readonly validateEntrySizes?: boolean },
  ): Promise<ZipFile>
}

/** yauzl has no types of its own; these are the calls that are made here. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  export interface Entry {
    readonly fileName: string
    readonly compressedSize: number
    readonly uncompressedSize: number
    isEncrypted(): boolean
    getLastModDate(): Date
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

  export function openPromise(
    path: string,
    options: { readonly lazyEntries: boolean; readonly autoClose: boolean },
  ): Promise<ZipFile>
}

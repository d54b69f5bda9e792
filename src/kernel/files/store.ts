import type { Readable } from 'node:stream'

export interface StoredFile {
  readonly id: string
  readonly digest: Buffer
  readonly sizeBytes: number
  readonly mediaType: string
  readonly name: string
}

/** Files by content hash: disk now, object storage later. Bytes are durable before `put` resolves. */
export interface FileStore {
  put(
    organisationId: string,
    source: Readable | Uint8Array,
    about: { name: string; mediaType?: string; limitBytes?: number },
  ): Promise<StoredFile>
  find(organisationId: string, id: string): Promise<StoredFile | null>
  open(organisationId: string, digest: Buffer): Promise<Readable>
  bytes(organisationId: string, digest: Buffer): Promise<Buffer>
  /** Takes the bytes out of the store; false where a stored file has them still, which keeps them. */
  remove(organisationId: string, digest: Buffer): Promise<boolean>
  /** Path on this machine for children that read it themselves; null where the store has none. */
  path(organisationId: string, digest: Buffer): string | null
}

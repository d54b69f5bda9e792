/** The entry of a child that opens Word files, one request at a time; started by `apart.ts` alone. */
import {
  type FieldValues,
  filledEach,
  filledTogether,
  type Joined,
  type OfficeReading,
  readOffice,
  reasonOf,
} from './reading.ts'

/** What may be asked of a file, and what comes of it. */
export interface Requests {
  read: { readonly asked: null; readonly given: OfficeReading }
  fill: { readonly asked: readonly FieldValues[]; readonly given: readonly (Uint8Array | null)[] }
  join: { readonly asked: readonly FieldValues[]; readonly given: Joined }
}

export interface Request<K extends keyof Requests = keyof Requests> {
  readonly kind: K
  readonly bytes: Uint8Array
  readonly asked: Requests[K]['asked']
}

/** `refused`: why the file is none that is opened; null where it was our own mistake. */
export type Reply = { readonly given: unknown } | { readonly refused: string | null }

process.on('message', (request: Request) => void answer(request))
process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)

async function answer({ kind, bytes, asked }: Request): Promise<void> {
  let reply: Reply
  try {
    const given =
      kind === 'read'
        ? await readOffice(bytes)
        : kind === 'fill'
          ? await filledEach(bytes, asked ?? [])
          : await filledTogether(bytes, asked ?? [])
    reply = { given }
  } catch (thrown) {
    reply = { refused: reasonOf(thrown) }
  }
  process.send?.(reply)
}

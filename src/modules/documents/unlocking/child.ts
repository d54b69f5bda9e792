/**
 * The entry of an unlocking child, started by `in-child.ts` alone: it is told one file and its password, says whether that
 * opens it, writes the unlocked copy to its standard output, and ends. The password is in no argument and in no environment.
 */
import { readFile } from 'node:fs/promises'
import { findingOf } from '../reading/problem.ts'
import type { Finding } from '../reading/types.ts'
import { unlock } from './unlock.ts'

export interface UnlockRequest {
  readonly source: Uint8Array | string
  readonly name: string
  readonly password: string
}

export type UnlockReply = { readonly sizeBytes: number } | { readonly failed: Finding }

process.once('message', (request: UnlockRequest) => void answer(request))
process.on('disconnect', () => process.exit(0))

async function answer({ source, name, password }: UnlockRequest): Promise<void> {
  try {
    const bytes = typeof source === 'string' ? await readFile(source) : Buffer.from(source)
    const plain = await unlock(bytes, name, password)
    process.send?.({ sizeBytes: plain.length } satisfies UnlockReply)
    process.stdout.end(plain)
  } catch (thrown) {
    process.send?.({ failed: findingOf(thrown) } satisfies UnlockReply)
  }
}

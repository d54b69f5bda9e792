/** The doors that are nobody's (folder, SMTP) bring papers in through here: stored first, then taken in, exactly once. */
import { createHash, randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Kernel } from '../../kernel/kernel.ts'
import { systemPrincipalId } from '../../kernel/platform/first-run.ts'
import { cleanName } from './clean-text.ts'
import { type Arrival, takeIn } from './contract.ts'

export interface Arriving {
  readonly organisationId: string
  readonly name: string
  readonly source: Readable | Uint8Array
  readonly arrivedBy: Arrival
  readonly arrivedFrom?: string
  /** What makes it the same arrival when it is brought again after a crash, beside its bytes. */
  readonly occasion: string
  readonly surface: string
  readonly limitBytes?: number
}

/** `already`: the very same arrival was taken in before, and only its acknowledgement was lost. */
export type Taken =
  | { readonly status: 'taken'; readonly id: string }
  | { readonly status: 'already' }
  | { readonly status: 'refused'; readonly name: string }

export async function takeArriving(
  kernel: Kernel,
  arriving: Arriving,
  principalId: string = systemPrincipalId,
): Promise<Taken> {
  const name = cleanName(arriving.name)
  const file = await kernel.files.put(arriving.organisationId, arriving.source, {
    name,
    ...(arriving.limitBytes ? { limitBytes: arriving.limitBytes } : {}),
  })
  const key = createHash('sha256').update(file.digest).update(`\n${name}\n${arriving.occasion}`).digest('hex')
  const outcome = await kernel.dispatch({
    organisationId: arriving.organisationId,
    principalId,
    command: takeIn.name,
    input: {
      fileId: file.id,
      name,
      arrivedBy: arriving.arrivedBy,
      ...(arriving.arrivedFrom ? { arrivedFrom: arriving.arrivedFrom } : {}),
    },
    key: `${arriving.surface}:${key}`,
    requestId: `${arriving.surface}:${randomUUID()}`,
    surface: arriving.surface,
  })
  if (outcome.status === 'done') return { status: 'taken', id: (outcome.output as { id: string }).id }
  // The same key with another file id: the first attempt was committed, its caller died before it could say so.
  if (outcome.status === 'refused' && outcome.refusal.name === 'key-reused') return { status: 'already' }
  return { status: 'refused', name: outcome.status === 'refused' ? outcome.refusal.name : 'approval-needed' }
}

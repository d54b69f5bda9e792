/**
 * The head of every journal, written beside the database once a day: whoever rewrites a chain in the database, even as its
 * owner, cannot make it pass through the heads that were written before. Copy the folder elsewhere to be safe from root.
 */
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inReadOnly } from '../kernel/database/transaction.ts'
import { journalEnd } from '../kernel/live/changes.ts'
import { organisations, systemPrincipalId } from '../kernel/platform/first-run.ts'
import type { Composed } from './compose.ts'

interface Head {
  readonly on: string
  readonly seq: number
  readonly hash: string
}

const dayMs = 86_400_000
const fileOf = (dataDir: string, organisationId: string): string =>
  join(dataDir, 'journal-heads', `${organisationId}.jsonl`)

async function lineHash({ kernel }: Composed, organisationId: string, seq: number): Promise<string | null> {
  return inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query<{ hash: Buffer }>(
      'select hash from kernel.journal where organisation_id = $1 and seq = $2',
      [organisationId, seq],
    )
    return rows[0]?.hash.toString('hex') ?? null
  })
}

/** Writes today's head of every organisation. */
export async function exportHeads(composed: Composed): Promise<void> {
  const { kernel, ground, config } = composed
  await mkdir(join(config.dataDir, 'journal-heads'), { recursive: true, mode: 0o700 })
  for (const { id } of await organisations(ground)) {
    const seq = await kernel.viewing(
      { organisationId: id, principalId: systemPrincipalId, requestId: 'journal-heads' },
      journalEnd,
    )
    const hash = await lineHash(composed, id, seq)
    if (!hash) continue
    const head: Head = { on: Temporal.Now.instant().toString(), seq, hash }
    await appendFile(fileOf(config.dataDir, id), `${JSON.stringify(head)}\n`, { flush: true })
  }
}

/** Exports now and daily; the returned function ends it. */
export async function keepExporting(composed: Composed): Promise<() => void> {
  const complain = (error: unknown) =>
    composed.kernel.log('warn', 'the journal’s heads could not be written', { error: String(error) })
  await exportHeads(composed).catch(complain)
  const timer = setInterval(() => void exportHeads(composed).catch(complain), dayMs)
  return () => clearInterval(timer)
}

/** The first written head that the chain does not pass through, or null. */
export async function brokenHead(composed: Composed, organisationId: string): Promise<Head | null> {
  const text = await readFile(fileOf(composed.config.dataDir, organisationId), 'utf8').catch(() => '')
  for (const line of text.split('\n').filter(Boolean)) {
    const head = JSON.parse(line) as Head
    if ((await lineHash(composed, organisationId, head.seq)) !== head.hash) return head
  }
  return null
}

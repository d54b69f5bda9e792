/** What was erased from the journal, so that it stays erased after a restore. The list holds no content, only which line it was. */
import { inReadOnly } from '../kernel/database/transaction.ts'
import { organisations } from '../kernel/platform/first-run.ts'
import { redactJournalLine } from '../modules/authority/contract.ts'
import type { Composed } from './compose.ts'
import { doAgain, keepWritten, listsOf } from './kept-lists.ts'

interface Erasure {
  /** When it was written down; ISO 8601, UTC. */
  readonly on: string
  /** The line whose body was erased. */
  readonly seq: number
  /** The line's hash, hexadecimal: another history may have another line under the number. */
  readonly hash: string
}

const lists = listsOf<Erasure>(
  '.jsonl',
  ({ seq, hash }) => Number.isSafeInteger(seq) && /^[0-9a-f]{64}$/.test(hash),
  ({ hash }) => hash,
)

export const adoptErasures = lists.adopt

/** The lines that acts of this organisation after `since` have erased, and the number of the last such act. */
async function erasedSince({ kernel }: Composed, organisationId: string, since: number) {
  return inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client, at }) => {
    const { rows } = await client.query<{ seq: bigint; body: Buffer }>(
      `select j.seq, b.body from kernel.journal j join kernel.journal_body b using (organisation_id, seq)
       where j.organisation_id = $1 and j.command = $2 and j.seq > $3 order by j.seq`,
      [organisationId, redactJournalLine.name, since],
    )
    const lines = rows.map(({ body }) => (JSON.parse(body.toString()) as { input: { seq: number } }).input.seq)
    const { rows: hashes } = await client.query<{ seq: bigint; hash: Buffer }>(
      'select seq, hash from kernel.journal where organisation_id = $1 and seq = any($2::bigint[])',
      [organisationId, lines],
    )
    const erasures = hashes.map(({ seq, hash }) => ({
      on: at.toString(),
      seq: Number(seq),
      hash: hash.toString('hex'),
    }))
    return { erasures, last: rows.length > 0 ? Number(rows.at(-1)!.seq) : since }
  })
}

/** Keeps the lists up to date; the returned function writes the last and ends it. */
export function keepErasures(composed: Composed): Promise<() => Promise<void>> {
  const since = new Map<string, number>()
  return keepWritten(composed, 'erasures', async organisationId => {
    const { erasures, last } = await erasedSince(composed, organisationId, since.get(organisationId) ?? 0)
    if (erasures.length > 0) await lists.add(composed.config.dataDir, organisationId, erasures)
    since.set(organisationId, last)
  })
}

/** Which of the listed lines have their body still, or again. */
async function unerased({ kernel }: Composed, organisationId: string, list: readonly Erasure[]): Promise<number[]> {
  return inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query<{ seq: bigint }>(
      `select j.seq from kernel.journal j join kernel.journal_body b using (organisation_id, seq)
       where j.organisation_id = $1 and (j.seq, j.hash) in (select * from unnest($2::bigint[], $3::bytea[])) order by j.seq`,
      [organisationId, list.map(({ seq }) => seq), list.map(({ hash }) => Buffer.from(hash, 'hex'))],
    )
    return rows.map(({ seq }) => Number(seq))
  })
}

/** Erases again what a restored backup has brought back; gives how many lines. */
export async function replayErasures(composed: Composed): Promise<number> {
  let count = 0
  for (const { id } of await organisations(composed.ground)) {
    const list = await lists.read(composed.config.dataDir, id)
    if (list.length === 0) continue
    const back = await unerased(composed, id, list)
    const reason = 'Erased before; a restored backup had brought it back.'
    for (const seq of back) await doAgain(composed, id, redactJournalLine.name, { seq, reason })
    count += back.length
  }
  return count
}

/**
 * What was erased from the journal, written beside the database: a backup that is older than an erasure brings back what
 * nobody may have any more, so after a restore the list is gone through again. It holds no content, only which line it was.
 */
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inReadOnly } from '../kernel/database/transaction.ts'
import { idPattern, newId } from '../kernel/ids.ts'
import { organisations, systemPrincipalId } from '../kernel/platform/first-run.ts'
import { redactJournalLine } from '../modules/authority/contract.ts'
import type { Composed } from './compose.ts'

/** The list's folder in the data folder: a file for each organisation. */
export const ERASURES = 'erasures'

interface Erasure {
  /** When it was written down; ISO 8601, UTC. */
  readonly on: string
  /** The line whose body was erased. */
  readonly seq: number
  /** The line's hash, hexadecimal: another history may have another line under the number. */
  readonly hash: string
}

/** Reads a list; half a line, written when the power went, is none. */
async function readList(path: string): Promise<Erasure[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap(line => {
    try {
      const { on, seq, hash } = JSON.parse(line) as Erasure
      return Number.isSafeInteger(seq) && /^[0-9a-f]{64}$/.test(hash) ? [{ on, seq, hash }] : []
    } catch {
      return []
    }
  })
}

async function append(folder: string, organisationId: string, erasures: readonly Erasure[]): Promise<void> {
  if (erasures.length === 0) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lines = erasures.map(erasure => `${JSON.stringify(erasure)}\n`).join('')
  // A line of its own, whatever half of one stands before.
  const path = join(folder, `${organisationId}.jsonl`)
  const before = await readFile(path, 'utf8').catch(() => '')
  await appendFile(path, before === '' || before.endsWith('\n') ? lines : `\n${lines}`, { mode: 0o600, flush: true })
}

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

/** Writes down what the list does not have yet; gives the number to go on from. */
async function writeDown(composed: Composed, organisationId: string, since: number): Promise<number> {
  const folder = join(composed.config.dataDir, ERASURES)
  const { erasures, last } = await erasedSince(composed, organisationId, since)
  if (erasures.length > 0) {
    const known = new Set((await readList(join(folder, `${organisationId}.jsonl`))).map(({ hash }) => hash))
    await append(
      folder,
      organisationId,
      erasures.filter(({ hash }) => !known.has(hash)),
    )
  }
  return last
}

const coalesceMs = 500

/** Keeps the list up to date: now, and soon after each act that erases. The returned function writes the last and ends it. */
export async function keepErasures(composed: Composed): Promise<() => Promise<void>> {
  const { kernel, ground } = composed
  const since = new Map<string, number>()
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const flush = async (): Promise<void> => {
    timer = undefined
    const now = [...waiting]
    waiting.clear()
    for (const organisationId of now) {
      try {
        since.set(organisationId, await writeDown(composed, organisationId, since.get(organisationId) ?? 0))
      } catch (error) {
        kernel.log('warn', 'the list of erasures could not be written', { error: String(error) })
      }
    }
  }
  for (const { id } of await organisations(ground)) waiting.add(id)
  await flush()
  const off = kernel.onCommitted(organisationId => {
    waiting.add(organisationId)
    timer ??= setTimeout(() => void flush(), coalesceMs)
  })
  return async () => {
    off()
    clearTimeout(timer)
    await flush()
  }
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

/** Erases again what a restored backup has brought back, each as an act of Kontor itself; gives how many lines. */
export async function replayErasures(composed: Composed): Promise<number> {
  const folder = join(composed.config.dataDir, ERASURES)
  let count = 0
  for (const { id: organisationId } of await organisations(composed.ground)) {
    const list = await readList(join(folder, `${organisationId}.jsonl`))
    if (list.length === 0) continue
    for (const seq of await unerased(composed, organisationId, list)) {
      const outcome = await composed.kernel.dispatch({
        organisationId,
        principalId: systemPrincipalId,
        mandateId: null,
        command: redactJournalLine.name,
        input: { seq, reason: 'Erased before; a restored backup had brought it back.' },
        requestId: newId(),
        surface: 'restore',
      })
      if (outcome.status !== 'done')
        throw new Error(`line ${seq} that was erased before could not be erased again: ${JSON.stringify(outcome)}`)
      count++
    }
  }
  return count
}

/** Lays lists from another place beside the database, each line once; gives how many entries there are now. */
export async function adoptErasures(from: string, dataDir: string): Promise<number> {
  const folder = join(dataDir, ERASURES)
  let count = 0
  for (const name of await readdir(from)) {
    const organisationId = name.replace(/\.jsonl$/, '')
    if (!name.endsWith('.jsonl') || !idPattern.test(organisationId)) continue
    const known = await readList(join(folder, name))
    const hashes = new Set(known.map(({ hash }) => hash))
    const fresh = (await readList(join(from, name))).filter(({ hash }) => !hashes.has(hash))
    await append(folder, organisationId, fresh)
    count += known.length + fresh.length
  }
  return count
}

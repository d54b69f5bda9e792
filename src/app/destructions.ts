/**
 * Which papers were destroyed, written beside the database like the list of erasures: a backup older than a destruction brings
 * them back, so after a restore they are destroyed again. The list holds ids and digests, nothing of what they said.
 */
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inReadOnly } from '../kernel/database/transaction.ts'
import { idPattern, newId } from '../kernel/ids.ts'
import { organisations, systemPrincipalId } from '../kernel/platform/first-run.ts'
import { destroyAgain } from '../modules/documents/contract.ts'
import type { Composed } from './compose.ts'
import { ERASURES } from './erasures.ts'

interface Destruction {
  /** The paper's id. */
  readonly document: string
  /** SHA-256 of its original, hexadecimal: another history may use no id twice, but is asked all the same. */
  readonly digest: string
}

const suffix = '.destroyed.jsonl'

async function readList(path: string): Promise<Destruction[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap(line => {
    try {
      const { document, digest } = JSON.parse(line) as Destruction
      return idPattern.test(document) && /^[0-9a-f]{64}$/.test(digest) ? [{ document, digest }] : []
    } catch {
      return []
    }
  })
}

async function append(path: string, list: readonly Destruction[]): Promise<void> {
  if (list.length === 0) return
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  const before = await readFile(path, 'utf8').catch(() => '')
  const lines = list.map(one => `${JSON.stringify(one)}\n`).join('')
  // A line of its own, whatever half of one stands before.
  await appendFile(path, before === '' || before.endsWith('\n') ? lines : `\n${lines}`, { mode: 0o600, flush: true })
}

/** What stands on the certificates of this organisation and not on the list yet. */
async function writeDown({ kernel, config }: Composed, organisationId: string): Promise<void> {
  const path = join(config.dataDir, ERASURES, `${organisationId}${suffix}`)
  const known = new Set((await readList(path)).map(({ document }) => document))
  const rows = await inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const found = await client.query<{ document: string; digest: string }>(
      `select distinct document_id as document, encode(digest, 'hex') as digest from documents.certificate_line
       where organisation_id = $1 and document_id <> all($2::uuid[])`,
      [organisationId, [...known]],
    )
    return found.rows
  })
  await append(path, rows)
}

const coalesceMs = 500

/** Keeps the lists up to date: now, and soon after acts. The returned function writes the last and ends it. */
export async function keepDestructions(composed: Composed): Promise<() => Promise<void>> {
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
        const certificates = await certificatesOf(composed, organisationId)
        if (since.get(organisationId) === certificates) continue
        await writeDown(composed, organisationId)
        since.set(organisationId, certificates)
      } catch (error) {
        kernel.log('warn', 'the list of destructions could not be written', { error: String(error) })
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

async function certificatesOf({ kernel }: Composed, organisationId: string): Promise<number> {
  return inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::int as count from documents.certificate where organisation_id = $1',
      [organisationId],
    )
    return rows[0]!.count
  })
}

/** At most so many papers in one act. */
const atOnce = 1000

/** Destroys again what a restored backup has brought back, each time with a certificate; gives how many papers. */
export async function replayDestructions(composed: Composed): Promise<number> {
  const { kernel, ground, config } = composed
  let count = 0
  for (const { id: organisationId } of await organisations(ground)) {
    const list = await readList(join(config.dataDir, ERASURES, `${organisationId}${suffix}`))
    if (list.length === 0) continue
    const back = await inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
      const { rows } = await client.query<{ id: string }>(
        `select id from documents.document where organisation_id = $1
         and (id, digest) in (select * from unnest($2::uuid[], $3::bytea[])) order by id`,
        [organisationId, list.map(({ document }) => document), list.map(({ digest }) => Buffer.from(digest, 'hex'))],
      )
      return rows.map(({ id }) => id)
    })
    for (let from = 0; from < back.length; from += atOnce) {
      const ids = back.slice(from, from + atOnce)
      const outcome = await kernel.dispatch({
        organisationId,
        principalId: systemPrincipalId,
        mandateId: null,
        command: destroyAgain.name,
        input: { ids, reason: 'Destroyed before; a restored backup had brought it back.' },
        requestId: newId(),
        surface: 'restore',
      })
      if (outcome.status !== 'done')
        throw new Error(`papers that were destroyed before could not be destroyed again: ${JSON.stringify(outcome)}`)
      count += ids.length
    }
  }
  return count
}

/** Lays lists from another place beside the database, each paper once; gives how many entries there are now. */
export async function adoptDestructions(from: string, dataDir: string): Promise<number> {
  let count = 0
  for (const name of await readdir(from)) {
    if (!name.endsWith(suffix) || !idPattern.test(name.slice(0, -suffix.length))) continue
    const path = join(dataDir, ERASURES, name)
    const known = await readList(path)
    const have = new Set(known.map(({ document }) => document))
    const fresh = (await readList(join(from, name))).filter(({ document }) => !have.has(document))
    await append(path, fresh)
    count += known.length + fresh.length
  }
  return count
}

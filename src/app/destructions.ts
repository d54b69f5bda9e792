/** Which papers were destroyed, so that they stay so after a restore. The list holds ids and digests, nothing of what they said. */
import { inReadOnly } from '../kernel/database/transaction.ts'
import { idPattern } from '../kernel/ids.ts'
import { organisations } from '../kernel/platform/first-run.ts'
import { destroyAgain } from '../modules/documents/contract.ts'
import type { Composed } from './compose.ts'
import { doAgain, keepWritten, listsOf } from './kept-lists.ts'

interface Destruction {
  /** The paper's id. */
  readonly document: string
  /** SHA-256 of its original, hexadecimal: another history may use no id twice, but is asked all the same. */
  readonly digest: string
}

const lists = listsOf<Destruction>(
  '.destroyed.jsonl',
  ({ document, digest }) => idPattern.test(document) && /^[0-9a-f]{64}$/.test(digest),
  ({ document }) => document,
)

export const adoptDestructions = lists.adopt

async function certificatesOf({ kernel }: Composed, organisationId: string): Promise<number> {
  return inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::int as count from documents.certificate where organisation_id = $1',
      [organisationId],
    )
    return rows[0]!.count
  })
}

/** What stands on the certificates of this organisation and not on the list yet. */
async function writeDown({ kernel, config }: Composed, organisationId: string): Promise<void> {
  const known = (await lists.read(config.dataDir, organisationId)).map(({ document }) => document)
  const rows = await inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
    const found = await client.query<Destruction>(
      `select distinct document_id as document, encode(digest, 'hex') as digest from documents.certificate_line
       where organisation_id = $1 and document_id <> all($2::uuid[])`,
      [organisationId, known],
    )
    return found.rows
  })
  await lists.add(config.dataDir, organisationId, rows)
}

/** Keeps the lists up to date; the returned function writes the last and ends it. */
export function keepDestructions(composed: Composed): Promise<() => Promise<void>> {
  const since = new Map<string, number>()
  return keepWritten(composed, 'destructions', async organisationId => {
    const certificates = await certificatesOf(composed, organisationId)
    if (since.get(organisationId) === certificates) return
    await writeDown(composed, organisationId)
    since.set(organisationId, certificates)
  })
}

/** At most so many papers in one act. */
const atOnce = 1000

/** Destroys again what a restored backup has brought back, each time with a certificate; gives how many papers. */
export async function replayDestructions(composed: Composed): Promise<number> {
  const { kernel, ground, config } = composed
  let count = 0
  for (const { id: organisationId } of await organisations(ground)) {
    const list = await lists.read(config.dataDir, organisationId)
    if (list.length === 0) continue
    const back = await inReadOnly(kernel.pool, organisationId, kernel.clock, async ({ client }) => {
      const { rows } = await client.query<{ id: string }>(
        `select id from documents.document where organisation_id = $1
         and (id, digest) in (select * from unnest($2::uuid[], $3::bytea[])) order by id`,
        [organisationId, list.map(({ document }) => document), list.map(({ digest }) => Buffer.from(digest, 'hex'))],
      )
      return rows.map(({ id }) => id)
    })
    const reason = 'Destroyed before; a restored backup had brought it back.'
    for (let from = 0; from < back.length; from += atOnce)
      await doAgain(composed, organisationId, destroyAgain.name, { ids: back.slice(from, from + atOnce), reason })
    count += back.length
  }
  return count
}

import { canonicalJson, sha256 } from '../canonical.ts'
import { inReadOnly } from '../database/transaction.ts'
import type { Client, Pool } from '../database/pool.ts'
import { idPattern } from '../ids.ts'

export interface ChainReport {
  readonly organisationId: string
  readonly lines: number
  readonly redacted: number
  /** Hash of the last line, hexadecimal: what is exported daily, so that a rewritten chain is seen. */
  readonly head: string
  /** The first line that is not what was written, and how it differs. */
  readonly broken: { readonly seq: number; readonly why: string } | null
}

interface Line {
  seq: bigint
  at: Temporal.Instant
  principal_id: string
  behalf_of_id: string | null
  mandate_id: string | null
  command: string
  cause_seq: bigint | null
  request_id: string
  surface: string
  head: Buffer
  body_digest: Buffer
  previous_hash: Buffer
  hash: Buffer
  salt: Buffer | null
  body: Buffer | null
  records: string[]
}

/** Lines read at once: a line may hold megabytes. */
const page = 1_000

function int8(seq: bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(seq)
  return bytes
}

/** What the chained head says must be what the columns say. */
function columnsOf(organisationId: string, line: Line): string {
  return canonicalJson({
    v: 1,
    organisation: organisationId,
    at: line.at.toString(),
    principal: line.principal_id,
    behalfOf: line.behalf_of_id,
    mandate: line.mandate_id,
    command: line.command,
    cause: line.cause_seq === null ? 0 : Number(line.seq - line.cause_seq),
    request: line.request_id,
    surface: line.surface,
    records: [...line.records].sort(),
  })
}

function faultOf(organisationId: string, line: Line, expected: bigint, previous: Buffer): string | null {
  if (line.seq !== expected) return `line ${expected} is missing`
  if (!line.previous_hash.equals(previous)) return 'does not follow the line before it'
  if (line.body && line.salt && !sha256(line.salt, line.body).equals(line.body_digest)) return 'its body was changed'
  // Instants may lose digits below the microsecond in the database; the head's own instant is compared at that grain.
  if (line.head.toString() !== columnsOf(organisationId, line)) return 'its columns were changed'
  if (!sha256(line.previous_hash, int8(line.seq), sha256(line.head), line.body_digest).equals(line.hash))
    return 'its hash is not that of its content'
  return null
}

/** The next lines with their bodies and records: three walks along indexes, so that the longest journal takes its time in proportion. */
async function readPage(client: Client, organisationId: string, from: bigint): Promise<Line[]> {
  const { rows } = await client.query<Line>(
    `select * from kernel.journal where organisation_id = $1 and seq >= $2 order by seq limit ${page}`,
    [organisationId, from],
  )
  const range = [organisationId, from, rows.at(-1)?.seq ?? from]
  const bodies = await client.query<{ seq: bigint; salt: Buffer; body: Buffer }>(
    'select seq, salt, body from kernel.journal_body where organisation_id = $1 and seq between $2 and $3 order by seq',
    range,
  )
  const records = await client.query<{ seq: bigint; record: string }>(
    `select seq, record_id::text || coalesce(':' || version, '') as record from kernel.journal_record
     where organisation_id = $1 and seq between $2 and $3`,
    range,
  )
  const bodyOf = new Map(bodies.rows.map(row => [row.seq, row]))
  const recordsOf = Map.groupBy(records.rows, ({ seq }) => seq)
  return rows.map(row => ({
    ...row,
    salt: bodyOf.get(row.seq)?.salt ?? null,
    body: bodyOf.get(row.seq)?.body ?? null,
    records: (recordsOf.get(row.seq) ?? []).map(({ record }) => record),
  }))
}

/** Walks one organisation's chain from its first line and finds the first that was changed, removed or added. */
export async function verifyJournal(pool: Pool, organisationId: string): Promise<ChainReport> {
  if (!idPattern.test(organisationId)) throw new RangeError('not an organisation id')
  return inReadOnly(pool, organisationId, undefined, async ({ client }) => {
    let previous = sha256(Buffer.from(organisationId.replaceAll('-', ''), 'hex'))
    let expected = 1n
    let redacted = 0
    const report = (broken: ChainReport['broken']): ChainReport => ({
      organisationId,
      lines: Number(expected - 1n),
      redacted,
      head: previous.toString('hex'),
      broken,
    })
    for (;;) {
      const rows = await readPage(client, organisationId, expected)
      for (const line of rows) {
        const why = faultOf(organisationId, line, expected, previous)
        if (why) return report({ seq: Number(expected), why })
        if (!line.body) redacted++
        previous = line.hash
        expected++
      }
      if (rows.length < page) break
    }
    const head = await client.query<{ seq: bigint; hash: Buffer }>(
      'select seq, hash from kernel.journal_head where organisation_id = $1',
      [organisationId],
    )
    const last = head.rows[0]
    if (last && (last.seq !== expected - 1n || !last.hash.equals(previous)))
      return report({ seq: Number(expected), why: 'the last lines are missing' })
    return report(null)
  })
}

import { sql } from 'kysely'
import { runNamed } from '../database/bound.ts'
import type { Client } from '../database/pool.ts'
import type { Principal, Tx } from '../authority.ts'
import type { Lock, RecordRow } from '../implement.ts'
import { kernelRefusals, refuse } from '../refusal.ts'
import type { Walk } from './parts.ts'

/** Whether a principal may see a record: the one wording that locks, queries and search share. */
export function maySee(principal: Principal, record: Pick<RecordRow, 'class' | 'audience'>): boolean {
  if (record.class > principal.clearance) return false
  return record.audience === null || record.audience.some(id => principal.audiences.includes(id))
}

/**
 * Locks the records of an act, all at once, by (kind, id): two acts that want the same records never wait for each
 * other in a ring. What does not exist and what may not be seen are refused in the same words.
 */
export async function lockRecords(walk: Walk, principal: Principal, locks: readonly Lock[]): Promise<void> {
  const wanted = locks.filter(lock => !walk.locked.has(lock.id))
  if (wanted.length > 0) {
    for (const row of await lockAhead(walk.opened.client, walk.office.id, wanted)) walk.locked.set(row.id, row)
  }
  for (const lock of locks) {
    const row = walk.locked.get(lock.id)
    const kinds = typeof lock.kind === 'string' ? [lock.kind] : lock.kind
    if (!row || !kinds.includes(row.kind) || row.merged_into !== null || !maySee(principal, row)) {
      refuse(kernelRefusals.notFound, { kind: kinds.join(', '), id: lock.id })
    }
    if (lock.expectedVersion !== undefined && lock.expectedVersion !== row.version) {
      const changes = await changesSince(walk.opened.tx, walk.office.id, row, lock.expectedVersion)
      refuse(kernelRefusals.versionChanged, {
        id: row.id,
        expected: lock.expectedVersion,
        version: row.version,
        title: row.title,
        changes,
      })
    }
  }
}

const columns =
  'select id, kind, title, class, audience, merged_into, version from kernel.record where organisation_id = $1'
// PostgreSQL plans a list anew each time, since it may be long; most acts are about one record.
const lockOne = `${columns} and id = $2 for no key update`
const lockMany = `${columns} and id = any($2::uuid[]) order by kind, id for no key update`

/** Takes hold of records before it is known who asks: whether they may be seen is looked at by `lockRecords`. */
export async function lockAhead(client: Client, organisationId: string, locks: readonly Lock[]): Promise<RecordRow[]> {
  const ids = [...new Set(locks.map(lock => lock.id))]
  if (ids.length === 0) return []
  return ids.length === 1
    ? runNamed(client, lockOne, [organisationId, ids[0]])
    : runNamed(client, lockMany, [organisationId, ids])
}

/** How many changes a refusal tells of. */
const mostChanges = 20

/**
 * The acts that have changed a record since a version, newest first: the difference a refusal shows. What an act and its
 * consequences (the lines of one request at one instant) did to it is told once, as the first of them, with the version it
 * came to.
 */
async function changesSince(
  tx: Tx,
  organisationId: string,
  row: RecordRow,
  since: number,
): Promise<{ command: string; at: string; by: string; version: number }[]> {
  const { rows } = await sql<{ command: string; at: Temporal.Instant; principal_id: string; version: number }>`
    select command, at, principal_id, version from (
      select distinct on (j.at, j.request_id) j.command, j.at, j.principal_id,
        max(r.version) over (partition by j.at, j.request_id) as version
      from kernel.journal_record r
      join kernel.journal j on j.organisation_id = r.organisation_id and j.seq = r.seq
      where r.organisation_id = ${organisationId} and r.record_id = ${row.id} and r.version > ${since}
      order by j.at, j.request_id, j.seq) acts
    order by version desc limit ${mostChanges}`.execute(tx)
  return rows.map(line => ({
    command: line.command,
    at: line.at.toString(),
    by: line.principal_id,
    version: line.version,
  }))
}

import type { View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import { limitOfRow } from './held.ts'
import { namesOf } from './people.ts'
import type { AuthorityTables } from './tables.ts'

export interface MandateFilter {
  readonly id?: string
  /** Given to or by this principal. */
  readonly party?: string
  readonly giver?: string
  readonly receiver?: string
  readonly holding?: boolean | undefined
}

type Times = Pick<AuthorityTables['authority.mandate'], 'from_at' | 'until_at' | 'revoked_at'>

/** Whether a mandate holds at an instant, and why not. */
export function mandateState(
  { from_at, until_at, revoked_at }: Times,
  at: Temporal.Instant,
): 'coming' | 'holds' | 'ended' | 'revoked' {
  if (revoked_at) return 'revoked'
  if (Temporal.Instant.compare(until_at, at) <= 0) return 'ended'
  return Temporal.Instant.compare(from_at, at) > 0 ? 'coming' : 'holds'
}

/** The mandates one may see, newest first. */
export async function mandatesOf(view: View, filter: MandateFilter) {
  let query = visibleRecords<AuthorityTables>(view, 'mandate')
    .innerJoin('authority.mandate', join =>
      join
        .onRef('authority.mandate.organisation_id', '=', 'kernel.record.organisation_id')
        .onRef('authority.mandate.id', '=', 'kernel.record.id'),
    )
    .selectAll('authority.mandate')
    .select('kernel.record.version')
    .orderBy('authority.mandate.id', 'desc')
  const { id, party, giver, receiver } = filter
  if (id !== undefined) query = query.where('authority.mandate.id', '=', id)
  if (giver !== undefined) query = query.where('from_id', '=', giver)
  if (receiver !== undefined) query = query.where('to_id', '=', receiver)
  if (party !== undefined) query = query.where(eb => eb.or([eb('from_id', '=', party), eb('to_id', '=', party)]))
  const rows = await query.execute()
  const name = await namesOf(
    view,
    rows.flatMap(row => [row.from_id, row.to_id]),
  )
  const all = rows.map(row => ({
    id: row.id,
    from: name(row.from_id),
    to: name(row.to_id),
    permissions: row.permissions,
    limit: limitOfRow(row),
    clearance: row.clearance,
    purpose: row.purpose,
    fromAt: row.from_at,
    untilAt: row.until_at,
    revokedAt: row.revoked_at,
    state: mandateState(row, view.at),
    version: row.version,
  }))
  return filter.holding ? all.filter(row => row.state === 'holds') : all
}

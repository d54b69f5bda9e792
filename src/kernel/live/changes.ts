import { sql } from 'kysely'
import { maySee } from '../dispatch/locks.ts'
import type { View } from '../implement.ts'

export interface Change {
  readonly seq: number
  readonly kinds: readonly string[]
  readonly ids: readonly string[]
}

const most = 500

/** What the viewer may know of what has changed since a number of the journal; null where nothing has. */
export async function changesSince(view: View, seq: number): Promise<Change | null> {
  const head = await sql<{
    seq: bigint
  }>`select seq from kernel.journal_head where organisation_id = ${view.office.id}`.execute(view.db())
  const last = Number(head.rows[0]?.seq ?? 0n)
  if (last <= seq) return null
  const { rows } = await sql<{ id: string; kind: string; class: number; audience: string[] | null }>`
    select distinct on (r.id) r.id, r.kind, r.class, r.audience from kernel.journal_record j
    join kernel.record r on r.organisation_id = j.organisation_id and r.id = j.record_id
    where j.organisation_id = ${view.office.id} and j.seq > ${Math.max(seq, last - most)}`.execute(view.db())
  const seen = rows.filter(row => maySee(view.principal, row))
  return { seq: last, kinds: [...new Set(seen.map(row => row.kind))], ids: seen.map(row => row.id) }
}

/** The journal's last number: where a new listener begins. */
export async function journalEnd(view: View): Promise<number> {
  const { rows } = await sql<{
    seq: bigint
  }>`select seq from kernel.journal_head where organisation_id = ${view.office.id}`.execute(view.db())
  return Number(rows[0]?.seq ?? 0n)
}

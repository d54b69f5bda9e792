/** What stands around a party: relations and the notes about a caller, as the reader may see them. */
import { sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { CallerNoteKind, PartyKind, RelationKind } from './contract.ts'
import { saidFrom } from './relations.ts'

export async function relationsOf(view: View, ids: readonly string[]) {
  const { rows } = await sql<{
    party_id: string
    relation_id: string
    is_from: boolean
    relation: RelationKind
    note: string
    id: string
    kind: PartyKind
    title: string
  }>`
    with own as (
      select id, from_id as party_id, to_id as other_id, true as is_from, relation, note from directory.relation
        where organisation_id = ${view.office.id} and from_id = any(${[...ids]}::uuid[])
      union all
      select id, to_id, from_id, false, relation, note from directory.relation
        where organisation_id = ${view.office.id} and to_id = any(${[...ids]}::uuid[])
    )
    select own.party_id, own.id as relation_id, own.is_from, own.relation, own.note, r.id, r.kind, r.title from own
    join kernel.record was on was.organisation_id = ${view.office.id} and was.id = own.other_id
    join ${visibleRecords(view).selectAll()} r on r.id = coalesce(was.merged_into, was.id)
    order by own.relation, own.is_from desc, r.title, r.id limit 500`.execute(view.db())
  return rows.map(row => ({
    partyId: row.party_id,
    line: {
      relationId: row.relation_id,
      relation: saidFrom(row.is_from, row.relation),
      other: { id: row.id, kind: row.kind, title: row.title },
      note: row.note,
    },
  }))
}

/** Notes above the reader's clearance are not there. */
export async function callerNotesOf(view: View, ids: readonly string[]) {
  const { rows } = await sql<{ party_id: string; id: string; what: CallerNoteKind; body: string; class: number }>`
    select n.party_id, n.id, n.what, n.body, r.class from directory.caller_note n
    join ${visibleRecords(view, 'caller-note').selectAll()} r on r.id = n.id
    where n.organisation_id = ${view.office.id} and n.party_id = any(${[...ids]}::uuid[])
    order by n.written_at, n.id`.execute(view.db())
  return rows.map(row => ({
    partyId: row.party_id,
    line: { noteId: row.id, what: row.what, body: row.body, class: row.class },
  }))
}

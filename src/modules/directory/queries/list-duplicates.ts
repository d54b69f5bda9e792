import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { type KeyScheme, listDuplicates, type PartyName } from '../contract.ts'

interface Pair {
  readonly a_id: string
  readonly a_title: string
  readonly b_id: string
  readonly b_title: string
  readonly kind: PartyName['kind']
  readonly because: KeyScheme[]
}

/** A mail address or telephone number alone is often shared: it counts beside the same name only. */
export const listDuplicatesBody = implementQuery(listDuplicates, async (view, { limit }) => {
  const { rows } = await sql<Pair>`
    with shared as (
      select a.party_id as a_id, b.party_id as b_id, array_agg(a.scheme order by a.scheme) as because
      from directory.party_key a
      join directory.party_key b on b.organisation_id = a.organisation_id and b.scheme = a.scheme and b.key = a.key and b.party_id > a.party_id
      where a.organisation_id = ${view.office.id} and a.scheme <> 'word'
      group by 1, 2
      having bool_or(a.scheme in ('vat', 'number', 'account', 'name'))
    )
    select a.id as a_id, a.title as a_title, b.id as b_id, b.title as b_title, a.kind, shared.because
    from shared
    join ${visibleRecords(view).selectAll()} a on a.id = shared.a_id
    join ${visibleRecords(view).selectAll()} b on b.id = shared.b_id and b.kind = a.kind
    order by cardinality(shared.because) desc, a.title, a.id, b.id limit ${limit}`.execute(view.db())
  return {
    rows: rows.map(pair => ({
      a: { id: pair.a_id, kind: pair.kind, title: pair.a_title },
      b: { id: pair.b_id, kind: pair.kind, title: pair.b_title },
      because: pair.because,
    })),
  }
})

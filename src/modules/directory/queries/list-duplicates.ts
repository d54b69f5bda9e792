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
  readonly because: (KeyScheme | 'similar' | 'place')[]
}

/** What keys tell at once, and who was found alike in the background, but nobody said to be two. A mail address or telephone number alone is often shared: it counts beside the same name only. */
export const listDuplicatesBody = implementQuery(listDuplicates, async (view, { limit }) => {
  const { rows } = await sql<Pair>`
    with shared as (
      select a.party_id as a_id, b.party_id as b_id, array_agg(a.scheme order by a.scheme) as because
      from directory.party_key a
      join directory.party_key b on b.organisation_id = a.organisation_id and b.scheme = a.scheme and b.key = a.key and b.party_id > a.party_id
      where a.organisation_id = ${view.office.id} and a.scheme <> 'word'
      group by 1, 2
      having bool_or(a.scheme in ('vat', 'number', 'account', 'name'))
    ), pairs as (
      select a_id, b_id, because::text[] as because from shared
      union all
      select a_id, b_id, because from directory.alike l
      where organisation_id = ${view.office.id} and not exists (select from shared s where s.a_id = l.a_id and s.b_id = l.b_id)
    )
    select a.id as a_id, a.title as a_title, b.id as b_id, b.title as b_title, a.kind, pairs.because
    from pairs
    join ${visibleRecords(view).selectAll()} a on a.id = pairs.a_id
    join ${visibleRecords(view).selectAll()} b on b.id = pairs.b_id and b.kind = a.kind
    where not exists (
      select from directory.kept_apart k where k.organisation_id = ${view.office.id} and k.a_id = pairs.a_id and k.b_id = pairs.b_id)
    order by cardinality(pairs.because) desc, a.title, a.id, b.id limit ${limit}`.execute(view.db())
  return {
    rows: rows.map(pair => ({
      a: { id: pair.a_id, kind: pair.kind, title: pair.a_title },
      b: { id: pair.b_id, kind: pair.kind, title: pair.b_title },
      because: pair.because,
    })),
  }
})

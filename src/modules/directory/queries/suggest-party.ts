import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { partyKinds, suggestParty } from '../contract.ts'
import { readParties } from '../party-lines.ts'
import { beginsSo } from '../party-search.ts'

export const suggestPartyBody = implementQuery(suggestParty, async (view, { text, kinds, limit }) => {
  const conditions = [
    sql`p.retired_at is null`,
    sql`p.kind = any(${kinds ?? [...partyKinds]}::text[])`,
    ...beginsSo(view, text),
  ]
  const parties = await readParties(
    view,
    sql.join(conditions, sql` and `),
    sql`order by p.sort_name, p.id limit ${limit}`,
  )
  return {
    rows: parties.map(({ id, kind, title, member_of, city, email }) => ({
      id,
      kind,
      title,
      detail: member_of ?? city ?? email,
    })),
  }
})

import { type RawBuilder, sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import { visibleRecords } from '../../kernel/visibility.ts'
import type { PartyKind, PartyLine } from './contract.ts'

export interface SeenParty {
  readonly id: string
  readonly kind: PartyKind
  readonly title: string
  readonly class: number
  readonly version: number
  readonly created_at: Temporal.Instant
  readonly changed_at: Temporal.Instant
  readonly sort_name: string
  readonly company_number: string | null
  readonly retired_at: Temporal.Instant | null
  readonly phone: string | null
  readonly email: string | null
  readonly city: string | null
  readonly accounts: number
  readonly member_of_id: string | null
  readonly role: string | null
  readonly member_of: string | null
}

/** The parties one may see, as `r` (record) and `p` (party). */
export function fromVisibleParties(view: View): RawBuilder<unknown> {
  return sql`from ${visibleRecords(view).selectAll()} r join directory.party p on p.organisation_id = ${view.office.id} and p.id = r.id`
}

export async function readParties(
  view: View,
  where: RawBuilder<unknown>,
  tail: RawBuilder<unknown>,
): Promise<SeenParty[]> {
  const first = (table: string, column: string) =>
    sql`(select ${sql.ref(column)} from ${sql.table(table)} d where d.organisation_id = ${view.office.id} and d.party_id = page.id order by d.position, d.id limit 1)`
  const { rows } = await sql<SeenParty>`
    with page as (
      select p.*, r.title, r.class, r.version, r.created_at, r.changed_at ${fromVisibleParties(view)} where ${where} ${tail}
    )
    select page.*, ${first('directory.phone', 'written')} as phone, ${first('directory.address_email', 'email')} as email, ${first('directory.address_post', 'city')} as city,
      (select count(*)::int from directory.bank_account d where d.organisation_id = ${view.office.id} and d.party_id = page.id) as accounts,
      m.member_of_id, coalesce(case when o.id is not null then nullif(m.role, '') end, page.role) as role, o.title as member_of
    from page
    left join lateral (
      select member_of_id, role from directory.membership m
      where m.organisation_id = ${view.office.id} and m.person_id = page.id order by member_of_id limit 1) m on true
    left join ${visibleRecords(view, 'organisation').selectAll()} o on o.id = m.member_of_id`.execute(view.db())
  return rows
}

export async function countParties(view: View, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{
    total: number
  }>`select count(*)::int as total ${fromVisibleParties(view)} where ${where}`.execute(view.db())
  return rows[0]!.total
}

export function toLine(party: SeenParty): PartyLine {
  const { member_of_id: memberId, member_of: memberTitle } = party
  return {
    id: party.id,
    kind: party.kind,
    title: party.title,
    class: party.class,
    version: party.version,
    phone: party.phone,
    email: party.email,
    city: party.city,
    companyNumber: party.company_number,
    memberOf: memberId && memberTitle ? { id: memberId, kind: 'organisation', title: memberTitle } : null,
    role: party.role,
    accounts: party.accounts,
    retired: party.retired_at !== null,
  }
}

import { sql } from 'kysely'
import type { z } from '../../../kernel/schema.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { listKnownSenders } from '../contract.ts'
import { fromVisibleParties } from '../party-lines.ts'

type Row = z.output<typeof listKnownSenders.output>['rows'][number]

/** What was merged into a party identifies that party. */
export const listKnownSendersBody = implementQuery(listKnownSenders, async (view, { limit }) => {
  const { rows } = await sql<Row>`
    with party as (
      select p.id, p.name, p.country, p.vat_number, p.company_number ${fromVisibleParties(view)}
      where p.kind = 'organisation' and p.retired_at is null order by p.sort_name, p.id limit ${limit}
    )
    select party.id, party.name, party.country, party.vat_number as "vatNumber", party.company_number as "companyNumber",
      coalesce(account.list, '[]') as accounts
    from party
    left join lateral (
      select jsonb_agg(jsonb_build_object('scheme', b.scheme, 'number', b.number) order by b.position) as list
      from kernel.record was join directory.bank_account b on b.organisation_id = was.organisation_id and b.party_id = was.id
      where was.organisation_id = ${view.office.id} and (was.id = party.id or was.merged_into = party.id)
    ) account on true`.execute(view.db())
  return { rows }
})

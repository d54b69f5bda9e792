/** What is owed on a day, by how long it has been due; of a day in the past what was settled by then. */
import { sql } from 'kysely'
import { implementQuery } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { getAgeing } from '../contract/report-queries.ts'

interface Row {
  readonly party_id: string | null
  readonly party_name: string
  readonly currency: string
  readonly items: number
  readonly not_due: bigint
  readonly days_30: bigint
  readonly days_60: bigint
  readonly days_90: bigint
  readonly older: bigint
}

const buckets = ['not_due', 'days_30', 'days_60', 'days_90', 'older'] as const

export const getAgeingBody = implementQuery(getAgeing, async (view, input) => {
  const on = input.on ?? view.today
  const { rows } = await sql<Row>`
    with open as (
      select i.party_id, i.party_name, i.currency, ${on}::date - i.due_on as late,
        i.amount_minor - coalesce((select sum(s.amount_minor) from ledger.settlement s
          where s.organisation_id = i.organisation_id and s.item_id = i.id and s.withdrawn_at is null and s.settled_on <= ${on}), 0) as remaining
      from ledger.item i join ${visibleRecords(view).select(['id'])} r on r.id = i.record_id
      where i.organisation_id = ${view.office.id} and i.side = ${input.side} and i.withdrawn_at is null and i.issued_on <= ${on})
    select party_id, max(party_name) as party_name, currency, count(*)::int as items,
      coalesce(sum(remaining) filter (where late <= 0), 0)::bigint as not_due,
      coalesce(sum(remaining) filter (where late between 1 and 30), 0)::bigint as days_30,
      coalesce(sum(remaining) filter (where late between 31 and 60), 0)::bigint as days_60,
      coalesce(sum(remaining) filter (where late between 61 and 90), 0)::bigint as days_90,
      coalesce(sum(remaining) filter (where late > 90), 0)::bigint as older
    from open where remaining <> 0
    group by party_id, case when party_id is null then party_name end, currency
    order by lower(max(party_name)), currency`.execute(view.db())
  const name = naming(
    await namesOf(
      view,
      rows.map(row => row.party_id),
    ),
  )
  const figures = (list: readonly Row[], currency: string) => {
    const money = (minor: bigint) => ({ minor, currency })
    const total = (key: (typeof buckets)[number]): bigint => list.reduce((all, row) => all + row[key], 0n)
    return {
      currency,
      items: list.reduce((all, row) => all + row.items, 0),
      notDue: money(total('not_due')),
      days30: money(total('days_30')),
      days60: money(total('days_60')),
      days90: money(total('days_90')),
      older: money(total('older')),
      total: money(buckets.reduce((all, key) => all + total(key), 0n)),
    }
  }
  return {
    on,
    rows: rows.map(row => ({
      party: name(row.party_id),
      partyName: row.party_name,
      ...figures([row], row.currency),
    })),
    totals: [...Map.groupBy(rows, row => row.currency)].map(([currency, list]) => figures(list, currency)),
  }
})

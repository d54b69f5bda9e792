/** Accounts kept in other currencies: what stands on each of them, in its currency and in the books, and what that is worth. */
import { sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import type { ratesOn } from './chart-facts.ts'
import { converted } from './compose.ts'

type Reader = Pick<View, 'office' | 'db'> | Pick<Act, 'office' | 'db'>

export interface AccountToRevalue {
  readonly number: string
  readonly name: string
  readonly currency: string
  readonly left_minor: bigint
  readonly left_worth: bigint
  /** Something stands on it of which the books do not know the amount in its currency. */
  readonly mixed: boolean
}

/** Differences booked before count as worth; they have no amount in the account's currency, and need none. */
export async function accountsToRevalue(
  at: Reader,
  on: Temporal.PlainDate,
  language: string,
): Promise<AccountToRevalue[]> {
  const { rows } = await sql<AccountToRevalue>`
    select a.number, coalesce(a.names ->> ${language}, a.name) as name, a.currency, coalesce(p.minor, 0)::bigint as left_minor,
      coalesce(p.worth, 0)::bigint as left_worth, coalesce(p.plain, 0) <> 0 as mixed
    from ledger.account a cross join lateral (
      select sum(p.foreign_minor) filter (where p.currency = a.currency) as minor, sum(p.amount_minor) as worth,
        sum(p.amount_minor) filter (where p.currency is distinct from a.currency
          and coalesce(e.key, o.key, '') not like 'ledger.revaluation:%') as plain
      from ledger.posting p
      join ledger.entry e on e.organisation_id = p.organisation_id and e.id = p.entry_id
      left join ledger.entry o on o.organisation_id = e.organisation_id and o.id = e.reversal_of
      where p.organisation_id = a.organisation_id and p.account = a.number and p.posted_on <= ${on}) p
    where a.organisation_id = ${at.office.id} and a.currency is not null and p.worth is not null
    order by a.number collate "C"`.execute((at as View).db())
  return rows
}

export interface RevaluedAccount extends AccountToRevalue {
  /** Worth at the rate of the day; null where no rate is known, or not what stands there. */
  readonly now: bigint | null
  readonly rate: string | null
}

export function revaluedAccounts(
  accounts: readonly AccountToRevalue[],
  rates: Awaited<ReturnType<typeof ratesOn>>,
  currency: string,
): RevaluedAccount[] {
  return accounts.map(account => {
    const rate = rates.get(account.currency) ?? null
    const known = rate !== null && !account.mixed
    const now = known ? converted({ minor: account.left_minor, currency: account.currency }, rate, currency) : null
    return { ...account, now, rate }
  })
}

/** What is lost (above nothing) or gained on an account by the new rate; what is owed on it is below nothing all along. */
export const accountLoss = ({ left_worth, now }: RevaluedAccount): bigint => (now === null ? 0n : left_worth - now)

/** A later day on which accounts were revalued: what is booked before it would make that one wrong. */
export async function laterRevaluation(at: Reader, on: Temporal.PlainDate): Promise<Temporal.PlainDate | null> {
  const { rows } = await sql<{ posted_on: Temporal.PlainDate }>`
    select e.posted_on from ledger.entry e
    where e.organisation_id = ${at.office.id} and e.posted_on > ${on} and e.reversal_of is null
      and e.key like 'ledger.revaluation:%' and e.key not like '%:back'
      and not exists (select from ledger.entry r where r.organisation_id = e.organisation_id and r.reversal_of = e.id)
      and exists (select from ledger.posting p join ledger.account a on a.organisation_id = p.organisation_id and a.number = p.account
        where p.organisation_id = e.organisation_id and p.entry_id = e.id and a.currency is not null)
    order by e.posted_on limit 1`.execute((at as View).db())
  return rows[0]?.posted_on ?? null
}

import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { idPattern } from '../../../kernel/ids.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { isDay, isText, liked, partsOfPlace, writePlace } from '../../../kernel/place.ts'
import { foldInPlace } from '../../../kernel/search/snippet.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import * as c from '../contract.ts'
import { currencyOf } from '../entry-lines.ts'

interface AccountRow {
  readonly number: string
  readonly name: string
  readonly account_type: (typeof c.accountTypes)[number]
  readonly vat_code: string | null
  readonly in_use: boolean
  readonly currency: string | null
  readonly roles: (typeof c.accountRoles)[number][]
}

/** What stands on accounts after a day: whole months from the sums, the rest from the postings of that month. */
async function balances(
  view: View,
  numbers: readonly string[],
  until: Temporal.PlainDate,
): Promise<ReadonlyMap<string, bigint>> {
  const { rows } = await sql<{ account: string; amount: bigint }>`
    with y as (select starts_on from ledger.fiscal_year where organisation_id = ${view.office.id} and starts_on <= ${until} order by starts_on desc limit 1),
      m as (select coalesce((select starts_on from ledger.period where organisation_id = ${view.office.id} and starts_on <= ${until}
        order by starts_on desc limit 1), ${until}::date) as starts_on),
      a as (select number, case when account_type in ('income', 'cost') then coalesce((select starts_on from y), date '0001-01-01')
        else date '0001-01-01' end as since from ledger.account where organisation_id = ${view.office.id} and number = any(${numbers}::text[])),
      parts as (
        select b.account, b.debit_minor - b.credit_minor - case when a.since > date '0001-01-01' then b.closing_minor else 0 end as amount
          from ledger.balance b join a on a.number = b.account
          where b.organisation_id = ${view.office.id} and b.period_on >= a.since and b.period_on < (select starts_on from m)
        union all
        select p.account, p.amount_minor from ledger.posting p join a on a.number = p.account
          where p.organisation_id = ${view.office.id} and p.posted_on >= (select starts_on from m) and p.posted_on <= ${until})
    select account, sum(amount)::bigint as amount from parts group by account`.execute(view.db())
  return new Map(rows.map(row => [row.account, row.amount]))
}

/** In the reader's language where the chart has the name in it. */
const accountColumns = (
  view: View,
) => sql`a.number, coalesce(a.names ->> ${view.principal.language}, a.name) as name, a.account_type, a.vat_code, a.in_use, a.currency,
  array(select r.role from ledger.role_account r where r.organisation_id = a.organisation_id and r.account = a.number order by r.role) as roles`

const lineOf = (row: AccountRow, balance: bigint, currency: string) => ({
  id: row.number,
  number: row.number,
  name: row.name,
  accountType: row.account_type,
  vatCode: row.vat_code,
  roles: row.roles,
  inUse: row.in_use,
  currency: row.currency,
  balance: { minor: balance, currency },
})

export const listAccountsBody = implementQuery(c.listAccounts, async (view, input) => {
  const conditions: RawBuilder<unknown>[] = [sql`a.organisation_id = ${view.office.id}`]
  if (!input.all) conditions.push(sql`a.in_use`)
  if (input.types) conditions.push(sql`a.account_type = any(${input.types}::text[])`)
  for (const word of foldInPlace(input.text ?? '')
    .split(/\s+/)
    .filter(Boolean))
    conditions.push(sql`(a.folded like ${liked(word)} or a.number like ${`${liked(word).slice(1)}`})`)
  const where = sql.join(conditions, sql` and `)
  const [after] = partsOfPlace(input.after, 1) ?? []
  const onward = after && isText(after) ? sql`a.number collate "C" > ${after}` : sql`true`
  const { rows } = await sql<AccountRow>`
    select ${accountColumns(view)} from ledger.account a where ${where} and ${onward} order by a.number collate "C" limit ${input.limit + 1}`.execute(
    view.db(),
  )
  const { rows: all } = await sql<{
    total: number
  }>`select count(*)::int as total from ledger.account a where ${where}`.execute(view.db())
  const shown = rows.slice(0, input.limit)
  const currency = await currencyOf(view)
  const sums = await balances(
    view,
    shown.map(row => row.number),
    view.today,
  )
  return {
    rows: shown.map(row => lineOf(row, sums.get(row.number) ?? 0n, currency)),
    total: all[0]!.total,
    next: rows.length > input.limit ? writePlace(shown.at(-1)!.number) : null,
  }
})

interface CardRow {
  readonly entry_id: string
  readonly seen: boolean
  readonly line: number
  readonly voucher: string
  readonly posted_on: Temporal.PlainDate
  readonly text: string
  readonly amount_minor: bigint
  readonly running: bigint
}

/** Where the card goes on: after a line of an entry of a day, with the balance so far. */
function cardPlace(after: string | undefined) {
  const [on, entryId, line, balance] = partsOfPlace(after, 4) ?? []
  const valid =
    on &&
    isDay(on) &&
    entryId &&
    idPattern.test(entryId) &&
    /^\d{1,4}$/.test(line ?? '') &&
    /^-?\d{1,18}$/.test(balance ?? '')
  return valid ? { on, entryId, line: Number(line), balance: BigInt(balance!) } : null
}

async function card(
  view: View,
  number: string,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
  input: { after?: string | undefined; limit: number },
) {
  const place = cardPlace(input.after)
  const onward = place
    ? sql`(p.posted_on, p.entry_id, p.line) > (${place.on}::date, ${place.entryId}::uuid, ${place.line}::smallint)`
    : sql`true`
  const { rows } = await sql<CardRow>`
    select p.entry_id, p.line, e.series || e.number as voucher, p.posted_on, coalesce(p.text, e.text) as text, p.amount_minor,
      r.id is not null as seen, (sum(p.amount_minor) over (order by p.posted_on, p.entry_id, p.line))::bigint as running
    from (select * from ledger.posting p where p.organisation_id = ${view.office.id} and p.account = ${number}
      and p.posted_on between ${from} and ${until} and ${onward} order by p.posted_on, p.entry_id, p.line limit ${input.limit + 1}) p
    join ledger.entry e on e.organisation_id = p.organisation_id and e.id = p.entry_id
    left join ${visibleRecords(view, 'ledger-entry').select(['id'])} r on r.id = p.entry_id
    order by p.posted_on, p.entry_id, p.line`.execute(view.db())
  return { rows, place }
}

export const getAccountBody = implementQuery(c.getAccount, async (view, input) => {
  const { rows: found } = await sql<AccountRow>`
    select ${accountColumns(view)} from ledger.account a where a.organisation_id = ${view.office.id} and a.number = ${input.number}`.execute(
    view.db(),
  )
  const account = found[0] ?? view.refuse(c.accountUnknown, { account: input.number })
  const currency = await currencyOf(view)
  const { rows: years } = await sql<{ starts_on: Temporal.PlainDate; ends_on: Temporal.PlainDate }>`
    select starts_on, ends_on from ledger.fiscal_year where organisation_id = ${view.office.id} and starts_on <= ${view.today}
    order by starts_on desc limit 1`.execute(view.db())
  const from = input.from ?? years[0]?.starts_on ?? view.today.with({ month: 1, day: 1 })
  const until = input.until ?? years[0]?.ends_on ?? view.today.with({ month: 12, day: 31 })
  const balanceOn = async (on: Temporal.PlainDate) =>
    (await balances(view, [account.number], on)).get(account.number) ?? 0n
  const startsAnew =
    (account.account_type === 'income' || account.account_type === 'cost') &&
    years.some(({ starts_on }) => starts_on.equals(from))
  const opening = startsAnew ? 0n : await balanceOn(from.subtract({ days: 1 }))
  const { rows, place } = await card(view, account.number, from, until, input)
  const shown = rows.slice(0, input.limit)
  const base = place?.balance ?? opening
  const { rows: sums } = await sql<{ total: number; amount: bigint }>`
    select count(*)::int as total, coalesce(sum(amount_minor), 0)::bigint as amount from ledger.posting
    where organisation_id = ${view.office.id} and account = ${account.number} and posted_on between ${from} and ${until}`.execute(
    view.db(),
  )
  const last = shown.at(-1)
  const place2 =
    last && writePlace(String(last.posted_on), last.entry_id, String(last.line), String(base + last.running))
  return {
    account: lineOf(account, await balanceOn(view.today), currency),
    from,
    until,
    opening: { minor: opening, currency },
    closing: { minor: opening + sums[0]!.amount, currency },
    rows: shown.map(row => ({
      entryId: row.seen ? row.entry_id : null,
      line: row.line,
      voucher: row.voucher,
      on: row.posted_on,
      text: row.seen ? row.text : null,
      amount: { minor: row.amount_minor, currency },
      balance: { minor: base + row.running, currency },
    })),
    total: sums[0]!.total,
    next: rows.length > input.limit && place2 ? place2 : null,
    can: can(view, c.changeAccount, { number: account.number }),
  }
})

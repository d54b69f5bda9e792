import { type RawBuilder, sql } from 'kysely'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked, partsOfPlace, writePlace } from '../../../kernel/place.ts'
import { moneyOf } from '../account-row.ts'
import * as c from '../contract.ts'
import { lineFacts, type LineRow, openLines } from '../line-row.ts'
import type { KeptPart } from '../match-rows.ts'
import { itemsByIds, itemsWhere } from '../open-items.ts'
import { proposalsFor } from '../proposals.ts'
import { accountSeen, askedOf } from './accounts.ts'

export const listLinesBody = implementQuery(c.listLines, async (view, input) => {
  await accountSeen(view, input.accountId)
  const conditions: RawBuilder<unknown>[] = [
    sql`l.organisation_id = ${view.office.id} and l.account_id = ${input.accountId}`,
  ]
  if (input.matched) conditions.push(input.matched === 'yes' ? sql`l.match_id is not null` : sql`l.match_id is null`)
  if (input.from) conditions.push(sql`l.booked_on >= ${input.from}`)
  if (input.until) conditions.push(sql`l.booked_on <= ${input.until}`)
  if (input.text)
    conditions.push(sql`(l.party_name ilike ${liked(input.text)} or l.text ilike ${liked(input.text)}
      or exists (select from jsonb_array_elements(l.reference) x where x ->> 'value' ilike ${liked(input.text)}))`)
  const where = sql.join(conditions, sql` and `)
  const [day, id] = partsOfPlace(input.after, 2) ?? []
  const onward =
    day && id && /^\d{4}-\d\d-\d\d$/.test(day) ? sql`and (l.booked_on, l.id) < (${day}::date, ${id}::uuid)` : sql``
  const { rows } = await sql<LineRow>`
    select l.* from banking.line l where ${where} ${onward} order by l.booked_on desc, l.id desc limit ${input.limit + 1}`.execute(
    view.db(),
  )
  const { rows: all } = await sql<{
    total: number
  }>`select count(*)::int as total from banking.line l where ${where}`.execute(view.db())
  const shown = rows.slice(0, input.limit)
  const asked = await askedOf(view, shown)
  const is = await whatTheyAre(view, shown)
  const last = shown.at(-1)
  return {
    rows: shown.map(line => ({ ...lineFacts(line, asked(line)), is: is.get(line.id) ?? [] })),
    total: all[0]!.total,
    next: rows.length > input.limit && last ? writePlace(String(last.booked_on), last.id) : null,
  }
})

/** What matched lines were said to be: the names of records, of those who were paid, of accounts. */
async function whatTheyAre(view: View, lines: readonly LineRow[]): Promise<ReadonlyMap<string, string[]>> {
  const ids = lines.flatMap(line => line.match_id ?? [])
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ line_id: string; parts: KeptPart[] }>`
    select line_id, parts from banking.match where organisation_id = ${view.office.id} and id = any(${ids}::uuid[])`.execute(
    view.db(),
  )
  const parts = rows.flatMap(row => row.parts)
  const items = await itemsByIds(
    view,
    parts.flatMap(({ itemId }) => itemId ?? []),
  )
  const titles = new Map(items.map(item => [item.item_id, item.title]))
  const { rows: paid } = await sql<{ id: string; party_name: string }>`
    select id, party_name from banking.payment where organisation_id = ${view.office.id}
      and id = any(${parts.flatMap(({ paymentId }) => paymentId ?? [])}::uuid[])`.execute(view.db())
  const payees = new Map(paid.map(row => [row.id, row.party_name]))
  const { rows: accounts } = await sql<{ number: string; name: string; roles: string[] }>`
    select number, name, roles from ledger.account_fact where organisation_id = ${view.office.id}
      and (number = any(${parts.flatMap(({ account }) => account ?? [])}::text[]) or roles && ${parts.flatMap(({ role }) => role ?? [])}::text[])`.execute(
    view.db(),
  )
  const named = (part: KeptPart): string => {
    if (part.itemId) return titles.get(part.itemId) ?? ''
    if (part.paymentId) return payees.get(part.paymentId) ?? ''
    const account = accounts.find(one => (part.account ? one.number === part.account : one.roles.includes(part.role!)))
    return account ? `${account.number} ${account.name}` : (part.account ?? part.role ?? '')
  }
  return new Map(rows.map(row => [row.line_id, [...new Set(row.parts.map(named).filter(Boolean))].slice(0, 12)]))
}

/** How many lines are looked at together: what one is told of depends on what others take. */
const mostLooked = 2000

export const listToMatchBody = implementQuery(c.listToMatch, async (view, { accountId, limit }) => {
  const account = await accountSeen(view, accountId)
  const lines = await openLines(view, accountId, Math.max(limit, mostLooked))
  const proposals = await proposalsFor(view, account, lines)
  const shown = lines.slice(0, limit)
  const asked = await askedOf(view, shown)
  return {
    rows: shown.map(line => ({ ...lineFacts(line, asked(line)), proposals: proposals.get(line.id) ?? [] })),
    total: account.open,
    sure: [...proposals.values()].filter(([first]) => first?.sure).length,
  }
})

export const findItemsBody = implementQuery(c.findItems, async (view, { text, amount, limit }) => {
  const conditions: RawBuilder<unknown>[] = [sql`i.state = 'open'`]
  if (text)
    conditions.push(
      sql`(i.party_name ilike ${liked(text)} or i.number ilike ${liked(text)} or i.reference ilike ${liked(text)})`,
    )
  if (amount) conditions.push(sql`i.currency = ${amount.currency}`)
  const rows = await itemsWhere(view, sql.join(conditions, sql` and `), 500)
  const far = (minor: bigint) => {
    if (!amount) return 0n
    const apart = (minor < 0n ? -minor : minor) - (amount.minor < 0n ? -amount.minor : amount.minor)
    return apart < 0n ? -apart : apart
  }
  const sorted = [...rows].sort((a, b) => Number(far(a.remaining_minor) - far(b.remaining_minor)))
  return {
    rows: sorted.slice(0, limit).map(item => ({
      itemId: item.item_id,
      recordId: item.record_id,
      side: item.side,
      partyName: item.party_name,
      number: item.number,
      dueOn: item.due_on,
      remaining: moneyOf(item.remaining_minor, item.currency),
    })),
  }
})

interface EntryRow {
  readonly entry_id: string
  readonly series: string
  readonly number: bigint
  readonly posted_on: Temporal.PlainDate
  readonly text: string
  readonly minor: bigint
}

/** The account of the ledger in which a bank account stands. */
async function ledgerAccountOf(view: View, own: string | null): Promise<string | null> {
  if (own) return own
  const { rows } = await sql<{ number: string }>`
    select number from ledger.account_fact where organisation_id = ${view.office.id} and 'bank' = any(roles) limit 1`.execute(
    view.db(),
  )
  return rows[0]?.number ?? null
}

/** The bank's balance at the end of a day: the last one it told, and the lines since. */
async function bankBalance(view: View, accountId: string, on: Temporal.PlainDate) {
  const { rows } = await sql<{
    minor: bigint | null
    known_on: Temporal.PlainDate | null
    first_on: Temporal.PlainDate | null
  }>`
    select c.closing_minor + coalesce((select sum(l.amount_minor) from banking.line l where l.organisation_id = ${view.office.id}
        and l.account_id = ${accountId} and l.kind = 'statement' and l.booked_on > c.closing_on and l.booked_on <= ${on}), 0)::bigint as minor,
      (select max(l.booked_on) from banking.line l where l.organisation_id = ${view.office.id} and l.account_id = ${accountId}
        and l.kind = 'statement' and l.booked_on <= ${on}) as known_on,
      (select min(l.booked_on) from banking.line l where l.organisation_id = ${view.office.id} and l.account_id = ${accountId}
        and l.kind = 'statement') as first_on
    from (select 1) one
    left join lateral (
      select p.closing_on, p.closing_minor from banking.statement_part p
      where p.organisation_id = ${view.office.id} and p.account_id = ${accountId} and p.kind = 'statement' and p.closing_on <= ${on}
      order by p.closing_on desc, banking.goes_on(p.organisation_id, p.account_id, p.closing_on, p.closing_minor), p.statement_id desc,
        p.position desc limit 1) c on true`.execute(view.db())
  return rows[0]!
}

const sum = (all: readonly bigint[]): bigint => all.reduce((total, one) => total + one, 0n)

export const getReconciliationBody = implementQuery(c.getReconciliation, async (view, input) => {
  const account = await accountSeen(view, input.accountId)
  const { currency } = account
  const on = input.on ?? view.today
  const bank = await bankBalance(view, account.id, on)
  const ledgerAccount = await ledgerAccountOf(view, account.ledger_account)
  const minor =
    currency === view.office.currency
      ? sql`p.amount_minor`
      : sql`case when p.currency = ${currency} then p.foreign_minor else 0 end`
  const { rows: held } = await sql<{ minor: bigint | null }>`
    select sum(${minor})::bigint as minor from ledger.posting_fact p
    where p.organisation_id = ${view.office.id} and p.account = ${ledgerAccount} and p.posted_on <= ${on}`.execute(
    view.db(),
  )
  const { rows: entries } = await sql<EntryRow>`
    select p.entry_id, p.series, p.number, p.posted_on, p.text, sum(${minor})::bigint as minor from ledger.posting_fact p
    where p.organisation_id = ${view.office.id} and p.account = ${ledgerAccount} and p.posted_on between ${bank.first_on} and ${on}
      and p.book <> 'opening' and coalesce(p.key, '') not like 'banking.line:%' and p.reversal_of is null
      and not coalesce(p.reversed_on <= ${on}, false)
      and not exists (select from banking.payment y where y.organisation_id = p.organisation_id and y.confirmed_key = p.key and y.line_id is not null)
    group by p.entry_id, p.series, p.number, p.posted_on, p.text having sum(${minor}) <> 0
    order by p.posted_on, p.number limit 1000`.execute(view.db())
  const { rows: lines } = await sql<LineRow>`
    select l.* from banking.line l where l.organisation_id = ${view.office.id} and l.account_id = ${account.id} and l.kind = 'statement'
      and l.match_id is null and l.booked_on <= ${on} order by l.booked_on, l.id limit 1000`.execute(view.db())
  const asked = await askedOf(view, lines)
  const [linesSum, entriesSum] = [sum(lines.map(line => line.amount_minor)), sum(entries.map(entry => entry.minor))]
  const booked = ledgerAccount ? (held[0]?.minor ?? 0n) : null
  const name = naming(await namesOf(view, [account.id]))
  return {
    account: name(account.id)!,
    on,
    currency,
    bank: bank.minor === null ? null : moneyOf(bank.minor, currency),
    bankOn: bank.known_on,
    ledger: booked === null ? null : moneyOf(booked, currency),
    ledgerAccount,
    lines: lines.map(line => lineFacts(line, asked(line))),
    linesSum: moneyOf(linesSum, currency),
    entries: entries.map(entry => ({
      entryId: entry.entry_id,
      number: `${entry.series} ${entry.number}`,
      on: entry.posted_on,
      text: entry.text,
      amount: moneyOf(entry.minor, currency),
    })),
    entriesSum: moneyOf(entriesSum, currency),
    unexplained:
      bank.minor === null || booked === null ? null : moneyOf(bank.minor - booked - linesSum + entriesSum, currency),
  }
})

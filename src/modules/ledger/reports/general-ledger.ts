/** The general ledger: every account's lines between days, in slices that go on where the last one ended. */
import { type RawBuilder, sql } from 'kysely'
import { idPattern } from '../../../kernel/ids.ts'
import { type InputOf, implementQuery } from '../../../kernel/implement.ts'
import { isDay, isText, partsOfPlace, writePlace } from '../../../kernel/place.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { listGeneralLedger } from '../contract/report-queries.ts'
import { accountSums, spanOf } from './figures.ts'

type Input = InputOf<typeof listGeneralLedger>
type Day = Temporal.PlainDate

interface Row {
  readonly account: string
  readonly name: string
  readonly entry_id: string
  readonly line: number
  readonly voucher: string
  readonly posted_on: Day
  readonly text: string
  readonly seen: boolean
  readonly amount_minor: bigint
}

/** Account, day, entry and line of the last row shown, and its balance. */
function placeOf(after: string | undefined) {
  const [account, on, entryId, line, balance] = partsOfPlace(after, 5) ?? []
  const valid =
    account &&
    isText(account) &&
    on &&
    isDay(on) &&
    entryId &&
    idPattern.test(entryId) &&
    /^\d{1,4}$/.test(line ?? '') &&
    /^-?\d{1,18}$/.test(balance ?? '')
  return valid ? { account, on, entryId, line: Number(line), balance: BigInt(balance!) } : null
}

export const listGeneralLedgerBody = implementQuery(listGeneralLedger, async (view, input: Input) => {
  const span = await spanOf(view, input)
  const place = placeOf(input.after)
  const conditions: RawBuilder<unknown>[] = [
    sql`p.organisation_id = ${view.office.id} and p.posted_on between ${span.from} and ${span.until}`,
  ]
  if (input.fromAccount) conditions.push(sql`p.account collate "C" >= ${input.fromAccount}`)
  // a number's own beginning takes in what begins with it: up to 69 means up to 6999
  if (input.toAccount)
    conditions.push(sql`(p.account collate "C" <= ${input.toAccount} or starts_with(p.account, ${input.toAccount}))`)
  if (input.dimension && input.value) conditions.push(sql`p.dimensions ->> ${input.dimension} = ${input.value}`)
  const where = sql`${sql.join(conditions, sql` and `)} and not exists (select from ledger.entry o where o.organisation_id = p.organisation_id
    and o.id = p.entry_id and (o.book = 'closing' or (o.book = 'opening' and o.posted_on = ${span.from}::date and ${span.from}::date = ${span.yearFrom}::date)))`
  const onward = place
    ? sql`(p.account, p.posted_on, p.entry_id, p.line) > (${place.account}, ${place.on}::date, ${place.entryId}::uuid, ${place.line}::smallint)`
    : sql`true`
  const { rows } = await sql<Row>`
    select p.account, a.name, p.entry_id, p.line, e.series || e.number as voucher, p.posted_on, coalesce(p.text, e.text) as text,
      r.id is not null as seen, p.amount_minor
    from (select * from ledger.posting p where ${where} and ${onward} order by p.account, p.posted_on, p.entry_id, p.line limit ${input.limit + 1}) p
    join ledger.entry e on e.organisation_id = p.organisation_id and e.id = p.entry_id
    join ledger.account a on a.organisation_id = p.organisation_id and a.number = p.account
    left join ${visibleRecords(view, 'ledger-entry').select(['id'])} r on r.id = p.entry_id
    order by p.account, p.posted_on, p.entry_id, p.line`.execute(view.db())
  const { rows: all } = await sql<{
    total: number
  }>`select count(*)::int as total from ledger.posting p where ${where}`.execute(view.db())
  const openings = new Map((await accountSums(view, span, input)).map(one => [one.account, one.opening]))
  const shown = rows.slice(0, input.limit)
  let account = place?.account
  let balance = place?.balance ?? 0n
  const money = (minor: bigint) => ({ minor, currency: span.currency })
  const lines = shown.map(row => {
    const isFirst = row.account !== account
    if (isFirst) balance = openings.get(row.account) ?? 0n
    const opening = isFirst ? money(balance) : null
    account = row.account
    balance += row.amount_minor
    return {
      account: row.account,
      name: row.name,
      opening,
      entryId: row.seen ? row.entry_id : null,
      line: row.line,
      voucher: row.voucher,
      on: row.posted_on,
      text: row.seen ? row.text : null,
      amount: money(row.amount_minor),
      balance: money(balance),
    }
  })
  const last = shown.at(-1)
  return {
    from: span.from,
    until: span.until,
    currency: span.currency,
    rows: lines,
    total: all[0]!.total,
    next:
      rows.length > input.limit && last
        ? writePlace(last.account, String(last.posted_on), last.entry_id, String(last.line), String(balance))
        : null,
  }
})

/** The VAT return of a period, from the codes of its postings; and what stands behind each figure. */
import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { idPattern } from '../../../kernel/ids.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { minorDigits } from '../../../kernel/money.ts'
import { isDay, partsOfPlace, writePlace } from '../../../kernel/place.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { reopenVat, settleVat } from '../contract/exchange-commands.ts'
import { getVatReport, listVatEntries } from '../contract/report-queries.ts'
import type { VatKind, VatPart } from '../contract/shapes.ts'
import { rateToPercent } from '../percent.ts'
import { type Span, spanOf, sum } from './figures.ts'
import { roundedFor, type VatReturn, vatReturnOf } from './vat-returns.ts'

type Day = Temporal.PlainDate

export interface CodeSum {
  readonly code: string
  readonly name: string
  readonly kind: VatKind
  readonly rate: number
  readonly deductible: number
  readonly base_box: string | null
  readonly tax_box: string | null
  readonly due_box: string | null
  /** Debit less credit. */
  readonly base: bigint
  readonly tax: bigint
  readonly due: bigint
  readonly entries: number
}

/** Anything the database is asked by: an act as well as a view. */
type Asker = Pick<View, 'office'> & { db(): ReturnType<View['db']> }

/** What the codes carried between days. */
export async function codeSums(view: Asker, from: Day, until: Day): Promise<CodeSum[]> {
  const { rows } = await sql<CodeSum>`
    select v.code, v.name, v.kind, v.rate, v.deductible, v.base_box, v.tax_box, v.due_box,
      coalesce(sum(p.amount_minor) filter (where p.vat_part = 'base'), 0)::bigint as base,
      coalesce(sum(p.amount_minor) filter (where p.vat_part = 'tax'), 0)::bigint as tax,
      coalesce(sum(p.amount_minor) filter (where p.vat_part = 'due'), 0)::bigint as due,
      count(distinct p.entry_id)::int as entries
    from ledger.posting p join ledger.vat_code v on v.organisation_id = p.organisation_id and v.code = p.vat_code
    where p.organisation_id = ${view.office.id} and p.vat_code is not null and p.posted_on between ${from} and ${until}
    group by v.code, v.name, v.kind, v.rate, v.deductible, v.base_box, v.tax_box, v.due_box order by v.code`.execute(
    view.db(),
  )
  return rows
}

interface Share {
  readonly box: string
  readonly of: 'base' | 'tax'
  readonly code: CodeSum
  readonly part: VatPart
  readonly amount: bigint
}

/** How each code fills its boxes: sales and tax that is due stand above nothing there, and so do purchases and tax that is deducted. */
function sharesOf(code: CodeSum): Share[] {
  const sign = code.kind === 'sale' ? -1n : 1n
  const share = (box: string | null, of: Share['of'], part: VatPart, amount: bigint): Share[] =>
    box === null || amount === 0n ? [] : box.split(',').map(one => ({ box: one.trim(), of, code, part, amount }))
  return [
    ...share(code.base_box, 'base', 'base', sign * code.base),
    ...share(code.tax_box, 'tax', 'tax', sign * code.tax),
    ...share(code.due_box, 'tax', 'due', -code.due),
  ]
}

export interface Box {
  readonly box: string
  readonly of: 'base' | 'tax'
  readonly name: string
  readonly exact: bigint
  readonly amount: bigint
  readonly sum: boolean
  readonly made: readonly { readonly code: string; readonly name: string; readonly part: VatPart }[]
}

/** The boxes in the order of their numbers, those that add others up among them, and what is to be paid. */
export function boxesOf(
  codes: readonly CodeSum[],
  vatReturn: VatReturn,
  unit: bigint,
): { boxes: Box[]; exact: bigint; toPay: bigint } {
  const found = Map.groupBy(codes.flatMap(sharesOf), share => `${share.box} ${share.of}`)
  const boxes: Box[] = [...found.values()].map(shares => {
    const { box, of } = shares[0]!
    const exact = sum(shares.map(share => share.amount))
    const made = shares.map(({ code, part }) => ({ code: code.code, name: code.name, part }))
    return {
      box,
      of,
      name: vatReturn.names[box] ?? '',
      exact,
      amount: roundedFor(vatReturn, exact, unit),
      sum: false,
      made,
    }
  })
  const exact = -sum(codes.map(code => code.tax + code.due))
  let toPay = roundedFor(vatReturn, exact, unit)
  for (const { box, of, less } of vatReturn.sums) {
    // of the other country that shares the chart, or nothing at all
    const isUsed = boxes.some(one => one.of === 'tax' && [...of, ...less].includes(one.box))
    if (!isUsed && (box !== vatReturn.result || exact !== 0n)) continue
    const value = (key: 'exact' | 'amount', names: readonly string[]): bigint =>
      sum(boxes.filter(one => one.of === 'tax' && names.includes(one.box)).map(one => one[key]))
    const amount = value('amount', of) - value('amount', less)
    boxes.push({
      box,
      of: 'tax',
      name: vatReturn.names[box] ?? '',
      exact: value('exact', of) - value('exact', less),
      amount,
      sum: true,
      made: [],
    })
    if (box === vatReturn.result) toPay = amount
  }
  const order = new Intl.Collator('en', { numeric: true })
  return { boxes: boxes.sort((a, b) => order.compare(a.box, b.box) || (a.of === 'base' ? -1 : 1)), exact, toPay }
}

/** How many minor units make a whole one. */
export const unitOf = (currency: string): bigint => 10n ** BigInt(minorDigits(currency))

interface Settled {
  readonly id: string
  readonly from_on: Day
  readonly until_on: Day
  readonly to_pay_minor: bigint
  readonly entry_id: string | null
  readonly settled_on: Day
  readonly settled_by_id: string
}

async function settledPeriods(view: View): Promise<Settled[]> {
  const { rows } = await sql<Settled>`
    select s.id, s.from_on, s.until_on, s.to_pay_minor, s.entry_id, (s.settled_at at time zone ${view.office.zone})::date as settled_on,
      s.settled_by_id
    from ledger.vat_settlement s where s.organisation_id = ${view.office.id} and s.reopened_at is null order by s.from_on desc limit 200`.execute(
    view.db(),
  )
  return rows
}

/** The period after the last one settled, of three months; else the months of the year so far in threes. */
function proposedPeriod(span: Span, settled: readonly Settled[], today: Day): { from: Day; until: Day } {
  const last = settled[0]
  const from = last ? last.until_on.add({ days: 1 }) : quarterBefore(span, today)
  const end = from.add({ months: 2 })
  return { from, until: end.with({ day: end.daysInMonth }) }
}

function quarterBefore(span: Span, today: Day): Day {
  let from = span.yearFrom
  while (Temporal.PlainDate.compare(from.add({ months: 6 }), today) <= 0) from = from.add({ months: 3 })
  return from
}

export const getVatReportBody = implementQuery(getVatReport, async (view, input) => {
  const settled = await settledPeriods(view)
  const year = await spanOf(view, {})
  const span =
    input.from && input.until ? await spanOf(view, input) : { ...year, ...proposedPeriod(year, settled, view.today) }
  const { from, until, currency, chart } = span
  const codes = await codeSums(view, from, until)
  const { boxes, exact, toPay } = boxesOf(codes, vatReturnOf(chart), unitOf(currency))
  const money = (minor: bigint) => ({ minor, currency })
  const name = naming(
    await namesOf(
      view,
      settled.map(one => one.settled_by_id),
    ),
  )
  const own = settled.find(one => one.from_on.equals(from) && one.until_on.equals(until))
  const overlaps = settled.some(
    one => Temporal.PlainDate.compare(one.from_on, until) <= 0 && Temporal.PlainDate.compare(from, one.until_on) <= 0,
  )
  return {
    from,
    until,
    currency,
    boxes: boxes.map(({ exact: before, amount, ...box }) => ({ ...box, exact: money(before), amount: money(amount) })),
    codes: codes.map(code => ({
      code: code.code,
      name: code.name,
      rate: rateToPercent(code.rate),
      base: money(code.kind === 'sale' ? -code.base : code.base),
      tax: money(code.kind === 'sale' ? -code.tax : code.tax),
      due: money(-code.due),
      entries: code.entries,
    })),
    toPay: money(toPay),
    exact: money(exact),
    checks: await checksOf(view, span, codes, settled, own?.settled_on ?? null),
    settled: own
      ? { id: own.id, entryId: own.entry_id, on: own.settled_on, by: name(own.settled_by_id)?.title ?? '' }
      : null,
    periods: settled.map(one => ({
      id: one.id,
      from: one.from_on,
      until: one.until_on,
      toPay: money(one.to_pay_minor),
    })),
    can: [
      ...(overlaps ? [] : can(view, settleVat, { from: String(from), until: String(until) }, { primary: true })),
      ...(own ? can(view, reopenVat, { id: own.id }) : []),
    ],
  }
})

type Check = ReturnType<(typeof getVatReport)['output']['parse']>['checks'][number]

/** What an accountant would look at before the return goes off. */
async function checksOf(
  view: View,
  { from, until, currency }: Span,
  codes: readonly CodeSum[],
  settled: readonly Settled[],
  settledOn: Day | null,
): Promise<Check[]> {
  const money = (minor: bigint) => ({ minor, currency })
  const none = { code: null, amount: null, on: null }
  const checks: Check[] = []
  for (const code of codes) {
    const differs = taxDifference(code)
    if (differs !== 0n) checks.push({ ...none, check: 'tax-differs', code: code.code, amount: money(differs) })
    if (!code.base_box && !code.tax_box && !code.due_box)
      checks.push({ ...none, check: 'code-without-box', code: code.code })
  }
  const { rows: bare } = await sql<{ account: string; amount: bigint }>`
    select p.account, sum(p.amount_minor)::bigint as amount from ledger.posting p
    join ledger.entry e on e.organisation_id = p.organisation_id and e.id = p.entry_id and e.book not in ('opening', 'closing')
    where p.organisation_id = ${view.office.id} and p.posted_on between ${from} and ${until} and p.vat_code is null
      and p.account in (select unnest(array[tax_account, due_account]) from ledger.vat_code where organisation_id = ${view.office.id})
      and not exists (select from ledger.vat_settlement s where s.organisation_id = e.organisation_id and s.entry_id in (e.id, e.reversal_of))
    group by p.account having sum(p.amount_minor) <> 0 order by p.account`.execute(view.db())
  for (const { account, amount } of bare)
    checks.push({ ...none, check: 'account-without-code', code: account, amount: money(amount) })
  const day = from.subtract({ days: 1 })
  const { rows: open } = await sql<{ posted_on: Day }>`
    select posted_on from ledger.posting where organisation_id = ${view.office.id} and vat_code is not null and posted_on <= ${day}
      and not exists (select from ledger.vat_settlement s where s.organisation_id = posting.organisation_id and s.reopened_at is null
        and posted_on between s.from_on and s.until_on)
    order by posted_on limit 1`.execute(view.db())
  if (open[0] && settled.length > 0) checks.push({ ...none, check: 'period-before-open', on: open[0].posted_on })
  const { rows: later } = settledOn
    ? await sql<{ n: number }>`
        select count(*)::int as n from ledger.entry e join ledger.vat_settlement s on s.organisation_id = e.organisation_id and s.reopened_at is null
          and s.from_on = ${from} and s.until_on = ${until}
        where e.organisation_id = ${view.office.id} and e.posted_on between ${from} and ${until} and e.made_at > s.settled_at
          and exists (select from ledger.posting p where p.organisation_id = e.organisation_id and p.entry_id = e.id and p.vat_code is not null)`.execute(
        view.db(),
      )
    : { rows: [] }
  if (later[0] && later[0].n > 0) checks.push({ ...none, check: 'entries-later', on: settledOn })
  return checks
}

/** How far the tax is from what the rate makes of the net amount, where that is more than rounding of its entries explains. */
function taxDifference(code: CodeSum): bigint {
  if (code.kind === 'none' || code.rate === 0) return 0n
  const expected =
    (code.base * BigInt(code.rate) * BigInt(code.kind === 'sale' ? 10_000 : code.deductible)) / 100_000_000n
  const difference = code.tax - expected
  const size = difference < 0n ? -difference : difference
  const explained = BigInt(code.entries * 5 + 2)
  return size > explained && size * 200n > (expected < 0n ? -expected : expected) ? difference : 0n
}

interface EntryRow {
  readonly entry_id: string
  readonly line: number
  readonly voucher: string
  readonly posted_on: Day
  readonly text: string
  readonly account: string
  readonly vat_code: string
  readonly vat_part: VatPart
  readonly kind: VatKind
  readonly amount_minor: bigint
  readonly seen: boolean
}

/** Which postings a box is made of: of each code the part that names it. */
const inBox = (box: string, of: 'base' | 'tax' | undefined): RawBuilder<unknown> => {
  const named = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`${box} = any(string_to_array(replace(${column}, ' ', ''), ','))`
  const base = sql`(p.vat_part = 'base' and ${named(sql`v.base_box`)})`
  const tax = sql`((p.vat_part = 'tax' and ${named(sql`v.tax_box`)}) or (p.vat_part = 'due' and ${named(sql`v.due_box`)}))`
  return of === 'base' ? base : of === 'tax' ? tax : sql`(${base} or ${tax})`
}

export const listVatEntriesBody = implementQuery(listVatEntries, async (view, input) => {
  const { currency } = await spanOf(view, input)
  const conditions = [
    sql`p.organisation_id = ${view.office.id} and p.vat_code is not null and p.posted_on between ${input.from} and ${input.until}`,
  ]
  if (input.code) conditions.push(sql`p.vat_code = ${input.code}`)
  if (input.part) conditions.push(sql`p.vat_part = ${input.part}`)
  if (input.box) conditions.push(inBox(input.box, input.of))
  const where = sql.join(conditions, sql` and `)
  const [on, entryId, line] = partsOfPlace(input.after, 3) ?? []
  const onward =
    on && isDay(on) && entryId && idPattern.test(entryId) && /^\d{1,4}$/.test(line ?? '')
      ? sql`(p.posted_on, p.entry_id, p.line) > (${on}::date, ${entryId}::uuid, ${Number(line)}::smallint)`
      : sql`true`
  const from = sql`from ledger.posting p join ledger.vat_code v on v.organisation_id = p.organisation_id and v.code = p.vat_code where ${where}`
  const { rows } = await sql<EntryRow>`
    select p.entry_id, p.line, e.series || e.number as voucher, p.posted_on, coalesce(p.text, e.text) as text, p.account, p.vat_code, p.vat_part,
      p.kind, p.amount_minor, r.id is not null as seen
    from (select p.*, v.kind ${from} and ${onward} order by p.posted_on, p.entry_id, p.line limit ${input.limit + 1}) p
    join ledger.entry e on e.organisation_id = p.organisation_id and e.id = p.entry_id
    left join ${visibleRecords(view, 'ledger-entry').select(['id'])} r on r.id = p.entry_id
    order by p.posted_on, p.entry_id, p.line`.execute(view.db())
  const { rows: all } = await sql<{ total: number }>`select count(*)::int as total ${from}`.execute(view.db())
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(row => ({
      entryId: row.seen ? row.entry_id : null,
      line: row.line,
      voucher: row.voucher,
      on: row.posted_on,
      text: row.seen ? row.text : null,
      account: row.account,
      code: row.vat_code,
      part: row.vat_part,
      amount: { minor: row.kind === 'sale' || row.vat_part === 'due' ? -row.amount_minor : row.amount_minor, currency },
    })),
    total: all[0]!.total,
    next:
      rows.length > input.limit && last ? writePlace(String(last.posted_on), last.entry_id, String(last.line)) : null,
  }
})

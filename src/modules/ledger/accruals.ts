/** Costs spread over the months they are for. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { factsFor } from './chart-facts.ts'
import { roleUnassigned } from './contract/refusals.ts'
import type { BookLine } from './contract/wish.ts'
import { type EntryWish, postWishes } from './posting.ts'

export interface AccrualRow {
  readonly id: string
  readonly entry_id: string
  readonly account: string
  readonly held_on_account: string
  readonly amount_minor: bigint
  readonly text: string
  readonly dimensions: Record<string, string> | null
  readonly stopped_at: Temporal.Instant | null
}

/** An amount in so many parts that differ by one minor unit at most and add up to it; the last ones take what is over. */
export function partsOf(amount: bigint, months: number): bigint[] {
  const each = amount / BigInt(months)
  const over = amount - each * BigInt(months)
  const unit = over < 0n ? -1n : 1n
  const count = Number(over * unit)
  return Array.from({ length: months }, (_, n) => (n >= months - count ? each + unit : each))
}

/** The last days of so many months, from the one that a day is in. */
export const monthEnds = (from: Temporal.PlainDate, months: number): Temporal.PlainDate[] =>
  Array.from({ length: months }, (_, n) => {
    const month = from.with({ day: 1 }).add({ months: n })
    return month.with({ day: month.daysInMonth })
  })

/** Moves an amount from one account of an accrual to the other: `hold` takes it from the cost, else it is taken by it. */
export function accrualLines(
  accrual: Pick<AccrualRow, 'account' | 'held_on_account' | 'dimensions'>,
  minor: bigint,
  currency: string,
  hold: boolean,
): BookLine[] {
  const dimensions = accrual.dimensions ?? undefined
  const cost = hold ? -minor : minor
  return [
    { account: accrual.account, amount: { minor: cost, currency }, ...(dimensions ? { dimensions } : {}) },
    { account: accrual.held_on_account, amount: { minor: -cost, currency } },
  ]
}

/** What an entry has posted on an account, and how much of it is spread already. */
export async function unspread(act: Act, entryId: string, account: string): Promise<bigint> {
  const { rows } = await sql<{ left: bigint }>`
    select (coalesce((select sum(amount_minor) from ledger.posting
        where organisation_id = ${act.office.id} and entry_id = ${entryId} and account = ${account}), 0)
      - coalesce((select sum(amount_minor) from ledger.accrual
        where organisation_id = ${act.office.id} and entry_id = ${entryId} and account = ${account} and stopped_at is null), 0))::bigint as left`.execute(
    act.db(),
  )
  return rows[0]!.left
}

/** Whether an amount is a part of what is left, on the same side. */
export const within = (amount: bigint, left: bigint): boolean =>
  left >= 0n ? amount > 0n && amount <= left : amount < 0n && amount >= left

export interface ToSpread {
  readonly entry: { readonly id: string; readonly posted_on: Temporal.PlainDate }
  readonly account: string
  readonly minor: bigint
  readonly from: Temporal.PlainDate
  readonly months: number
  readonly text: string
  readonly key?: string
}

/** Holds a cost back on the account for prepaid costs, and lays down which month takes which part. */
export async function spread(act: Act, currency: string, given: ToSpread): Promise<AccrualRow> {
  const { entry, account, minor, key } = given
  const facts = await factsFor(act, [{ role: 'prepaid-costs', amount: { minor, currency } }])
  const held = facts?.roles.get('prepaid-costs') ?? act.refuse(roleUnassigned, { role: 'prepaid-costs' })
  const accrual: AccrualRow = {
    id: act.newId(),
    entry_id: entry.id,
    account,
    held_on_account: held,
    amount_minor: minor,
    text: given.text,
    dimensions: await dimensionsOf(act, entry.id, account),
    stopped_at: null,
  }
  await sql`insert into ledger.accrual (organisation_id, id, entry_id, account, held_on_account, amount_minor, text, dimensions, key)
    values (${act.office.id}, ${accrual.id}, ${entry.id}, ${account}, ${held}, ${minor},
      ${accrual.text}, ${accrual.dimensions && JSON.stringify(accrual.dimensions)}::jsonb, ${key ?? null})`.execute(
    act.db(),
  )
  const days = monthEnds(given.from, given.months).map(String)
  const parts = partsOf(minor, given.months).map(String)
  await sql`insert into ledger.accrual_part (organisation_id, accrual_id, part_on, amount_minor)
    select ${act.office.id}, ${accrual.id}, d, m from unnest(${days}::date[], ${parts}::bigint[]) p(d, m)`.execute(
    act.db(),
  )
  await postWishes(act, [
    {
      book: 'accruals',
      on: entry.posted_on,
      text: accrual.text,
      lines: accrualLines(accrual, minor, currency, true),
      sourceId: entry.id,
      key: `ledger.accrual:${accrual.id}:held`,
    },
  ])
  return accrual
}

async function dimensionsOf(act: Act, entryId: string, account: string): Promise<Record<string, string> | null> {
  const { rows } = await sql<{ dimensions: Record<string, string> | null }>`
    select dimensions from ledger.posting where organisation_id = ${act.office.id} and entry_id = ${entryId} and account = ${account}
    order by line limit 1`.execute(act.db())
  return rows[0]?.dimensions ?? null
}

/** Ends the spreading of a cost: what no month has taken yet is taken on that day; its key may be used anew. */
export async function stopSpreading(
  act: Act,
  currency: string,
  accrual: AccrualRow,
  on: Temporal.PlainDate,
): Promise<void> {
  const left = await takeUntaken(act, accrual.id)
  if (left !== 0n)
    await postWishes(act, [
      {
        book: 'accruals',
        on,
        text: accrual.text,
        lines: accrualLines(accrual, left, currency, false),
        sourceId: accrual.entry_id,
        key: `ledger.accrual:${accrual.id}:stopped`,
      },
    ])
  await sql`
    update ledger.accrual set stopped_at = ${act.at}, key = left(key, 150) || '#' || id
    where organisation_id = ${act.office.id} and id = ${accrual.id}`.execute(act.db())
}

/** Removes the parts that no month has taken; gives their sum. */
async function takeUntaken(act: Act, accrualId: string): Promise<bigint> {
  const { rows } = await sql<{ amount_minor: bigint }>`
    delete from ledger.accrual_part where organisation_id = ${act.office.id} and accrual_id = ${accrualId} and entry_id is null
    returning amount_minor`.execute(act.db())
  return rows.reduce((sum, row) => sum + row.amount_minor, 0n)
}

interface DuePart {
  readonly accrual_id: string
  readonly part_on: Temporal.PlainDate
  readonly amount_minor: bigint
  readonly post_on: Temporal.PlainDate
}

/**
 * Posts what is due of these accruals (all, where none are named): each part on its day, or on the first day after it
 * that is still open where that month has been locked meanwhile.
 */
export async function postDue(act: Act, currency: string, only?: readonly string[]): Promise<number> {
  const { rows: parts } = await sql<DuePart & AccrualRow>`
    select p.accrual_id, p.part_on, p.amount_minor, a.entry_id, a.account, a.held_on_account, a.text, a.dimensions,
      coalesce((select min(greatest(m.starts_on, p.part_on)) from ledger.period m where m.organisation_id = p.organisation_id
        and m.state = 'open' and m.ends_on >= p.part_on), p.part_on) as post_on
    from ledger.accrual_part p join ledger.accrual a on a.organisation_id = p.organisation_id and a.id = p.accrual_id
    where p.organisation_id = ${act.office.id} and p.entry_id is null and p.part_on <= ${act.today} and a.stopped_at is null
      and (${only ?? null}::uuid[] is null or p.accrual_id = any(${only ?? null}::uuid[]))
    order by p.part_on, p.accrual_id limit 500 for update of p`.execute(act.db())
  const posted = await postWishes(
    act,
    parts.map(
      (part): EntryWish => ({
        book: 'accruals',
        on: part.post_on,
        text: part.text,
        lines: accrualLines(part, part.amount_minor, currency, false),
        sourceId: part.entry_id,
        key: `ledger.accrual:${part.accrual_id}:${part.part_on}`,
      }),
    ),
  )
  await notePosted(act, parts, posted)
  return posted.length
}

async function notePosted(
  act: Act,
  parts: readonly DuePart[],
  posted: readonly { readonly id: string }[],
): Promise<void> {
  if (posted.length === 0) return
  await sql`update ledger.accrual_part p set entry_id = x.entry
    from unnest(${parts.map(p => p.accrual_id)}::uuid[], ${parts.map(p => String(p.part_on))}::date[], ${posted.map(p => p.id)}::uuid[]) x(accrual, day, entry)
    where p.organisation_id = ${act.office.id} and p.accrual_id = x.accrual and p.part_on = x.day`.execute(act.db())
}

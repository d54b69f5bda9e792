/** Costs spread over the months they are for. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
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

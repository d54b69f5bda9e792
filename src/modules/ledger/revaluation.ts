/** Open items in other currencies at the rate of a day: what each stands for, what it is worth then, and the difference. */
import { type RawBuilder, sql } from 'kysely'
import type { Act, View } from '../../kernel/implement.ts'
import { type ratesOn, settingsOf } from './chart-facts.ts'
import { converted } from './compose.ts'
import type { BookLine, ItemSide } from './contract/wish.ts'

type Reader = Pick<View, 'office' | 'db'> | Pick<Act, 'office' | 'db'>

export interface ToRevalue {
  readonly id: string
  readonly side: ItemSide
  readonly record_id: string
  readonly party_id: string | null
  readonly party_name: string
  readonly number: string | null
  readonly currency: string
  readonly worth_account: string
  /** What was owed of it on the day, and what that stands for in the books. */
  readonly left_minor: bigint
  readonly left_worth: bigint
}

/** Items that were open on a day: those of `seen` where somebody looks, all where they are booked. */
export async function itemsToRevalue(
  at: Reader,
  on: Temporal.PlainDate,
  seen: RawBuilder<unknown> = sql`true`,
): Promise<ToRevalue[]> {
  const { rows } = await sql<ToRevalue>`
    select i.id, i.side, i.record_id, i.party_id, i.party_name, i.number, i.currency, i.worth_account,
      (i.amount_minor - s.minor)::bigint as left_minor, (i.worth_minor - s.worth)::bigint as left_worth
    from ledger.item i cross join lateral (
      select coalesce(sum(s.amount_minor), 0) as minor, coalesce(sum(s.worth_minor), 0) as worth from ledger.settlement s
      where s.organisation_id = i.organisation_id and s.item_id = i.id and s.withdrawn_at is null and s.settled_on <= ${on}) s
    where i.organisation_id = ${at.office.id} and i.withdrawn_at is null and i.worth_minor is not null and i.issued_on <= ${on}
      and i.amount_minor <> s.minor and ${seen}
    order by i.currency, i.party_name, i.due_on, i.id`.execute((at as View).db())
  return rows
}

export interface Revalued extends ToRevalue {
  /** Worth at the rate of the day; null where no rate is known. */
  readonly now: bigint | null
  readonly rate: string | null
}

export function revalued(
  items: readonly ToRevalue[],
  rates: Awaited<ReturnType<typeof ratesOn>>,
  currency: string,
): Revalued[] {
  return items.map(item => {
    const rate = rates.get(item.currency) ?? null
    const now = rate ? converted({ minor: item.left_minor, currency: item.currency }, rate, currency) : null
    return { ...item, now, rate }
  })
}

/** What is lost (above nothing) or gained by an item at the new rate. */
export const lossOf = ({ side, left_worth, now }: Revalued): bigint =>
  now === null ? 0n : side === 'payable' ? now - left_worth : left_worth - now

/** What is lost (above nothing) or gained on an account of the ledger. */
export interface Difference {
  readonly account: string
  readonly lost: bigint
}

/** The lines of the entry: each account at its new worth, gains and losses apart; none where nothing differs. */
export function revaluationLines(differences: readonly Difference[], currency: string): BookLine[] {
  const accounts = new Map<string, bigint>()
  let [gain, loss] = [0n, 0n]
  for (const { account, lost } of differences) {
    if (lost === 0n) continue
    // a loss makes what is owed more, or what is owed to us less: credit either way
    accounts.set(account, (accounts.get(account) ?? 0n) - lost)
    if (lost > 0n) loss += lost
    else gain += lost
  }
  const lines: BookLine[] = [...accounts].map(([account, minor]) => ({ account, amount: { minor, currency } }))
  if (loss !== 0n) lines.push({ role: 'exchange-loss', amount: { minor: loss, currency } })
  if (gain !== 0n) lines.push({ role: 'exchange-gain', amount: { minor: gain, currency } })
  return lines.filter(({ amount }) => amount.minor !== 0n)
}

export const revaluationKey = (on: Temporal.PlainDate, round: number): string => `ledger.revaluation:${on}:${round}`

export interface Standing {
  readonly entryId: string
  /** None where accounts alone were revalued: what they are worth stays booked. */
  readonly backId: string | null
  readonly round: number
}

/** The revaluation of a day that stands, and how many there have been. */
export async function standingOn(
  at: Reader,
  on: Temporal.PlainDate,
): Promise<{ rounds: number; standing: Standing | null }> {
  const { rows } = await sql<{ id: string; key: string; reversed: boolean }>`
    select e.id, e.key, exists (select from ledger.entry r where r.organisation_id = e.organisation_id and r.reversal_of = e.id) as reversed
    from ledger.entry e where e.organisation_id = ${at.office.id} and e.reversal_of is null
      and e.key like ${`ledger.revaluation:${on}:%`}`.execute((at as View).db())
  const entries = rows.filter(row => !row.key.endsWith(':back'))
  const live = entries.find(row => !row.reversed)
  const back = live && rows.find(row => row.key === `${live.key}:back`)
  const standing = live
    ? { entryId: live.id, backId: back?.id ?? null, round: Number(live.key.split(':').at(-1)) }
    : null
  return { rounds: entries.length, standing }
}

export const booksCurrency = async (at: Reader): Promise<string | null> =>
  (await settingsOf(at as Act))?.currency ?? null

/**
 * Items in another currency than that of the books: what each is worth there, and the gain or loss when it is paid at
 * another rate. Pure but for the reading and the posting.
 */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { ratesOn, settingsOf } from './chart-facts.ts'
import { converted, roundedQuotient } from './compose.ts'
import { currencyForeign, rateMissing } from './contract/refusals.ts'
import type { BookLine, ItemSide, SettleWish } from './contract/wish.ts'
import { type EntryWish, postWishes } from './posting.ts'
import { officeWords } from './words.ts'

/** An item whose worth in the books is known. */
export interface WorthItem {
  readonly id: string
  readonly side: ItemSide
  readonly record_id: string
  readonly party_id: string | null
  readonly party_name: string
  readonly number: string | null
  readonly currency: string
  readonly amount_minor: bigint
  readonly worth_minor: bigint
  readonly worth_account: string
}

interface Booked {
  readonly id: string
  readonly worth: bigint
  readonly account: string
}

/** Notes what new items in other currencies are worth: what the entry of their paper posted for them. */
export async function noteWorths(act: Act, ids: readonly string[]): Promise<void> {
  const settings = await settingsOf(act)
  if (settings?.mode !== 'books') return
  const { rows } = await sql<Booked>`
    select i.id, case when i.side = 'payable' then -b.amount_minor else b.amount_minor end as worth, b.account
    from ledger.item i cross join lateral (
      select p.account, p.amount_minor from ledger.entry e
      join ledger.posting p on p.organisation_id = e.organisation_id and p.entry_id = e.id
      where e.organisation_id = i.organisation_id and e.source_id = i.record_id and e.reversal_of is null
        and p.currency = i.currency and p.foreign_minor = case when i.side = 'payable' then -i.amount_minor else i.amount_minor end
        and p.account = any(array(select r.account from ledger.role_account r where r.organisation_id = i.organisation_id
          and r.role in ('payables', 'receivables', 'employee-claims')))
      order by e.made_at desc, e.id desc limit 1) b
    where i.organisation_id = ${act.office.id} and i.id = any(${ids}::uuid[]) and i.currency <> ${settings.currency}`.execute(
    act.db(),
  )
  if (rows.length === 0) return
  await sql`
    update ledger.item i set worth_minor = w.worth, worth_account = w.account, settled_worth_minor = 0
    from unnest(${rows.map(row => row.id)}::uuid[], ${rows.map(row => String(row.worth))}::bigint[], ${rows.map(row => row.account)}::text[]) w(id, worth, account)
    where i.organisation_id = ${act.office.id} and i.id = w.id`.execute(act.db())
}

/** The part of an item's worth that goes with a settlement: its share, and with the last one all that is left. */
export function releasedWorth(
  item: Pick<WorthItem, 'amount_minor' | 'worth_minor'>,
  before: { readonly settled: bigint; readonly worth: bigint },
  minor: bigint,
): bigint {
  if (before.settled + minor === item.amount_minor) return item.worth_minor - before.worth
  const sign = item.amount_minor < 0n ? -1n : 1n
  return roundedQuotient(item.worth_minor * minor * sign, item.amount_minor * sign)
}

export interface Settled {
  readonly settlementId: string
  readonly item: WorthItem
  readonly wish: SettleWish
  readonly released: bigint
}

/** A credit note set off against a bill: each is given for what the other stood for. */
function otherSide(settled: readonly Settled[], one: Settled): Settled | undefined {
  if (one.wish.how !== 'credit') return undefined
  return settled.find(
    other =>
      other !== one &&
      other.wish.how === 'credit' &&
      other.item.record_id === one.wish.byId &&
      other.wish.byId === one.item.record_id &&
      other.wish.amount.minor === -one.wish.amount.minor,
  )
}

/** What was given for each: as it was said, else what the other side stood for, else by the rate of the day. */
async function givenFor(act: Act, settled: readonly Settled[], currency: string): Promise<readonly bigint[]> {
  const given: bigint[] = []
  for (const one of settled) {
    const { wish, item } = one
    if (wish.worth && wish.worth.currency !== currency)
      act.refuse(currencyForeign, { currency: wish.worth.currency, wanted: currency })
    const other = otherSide(settled, one)
    if (wish.worth) given.push(wish.worth.minor)
    else if (other) given.push(settled.indexOf(other) < settled.indexOf(one) ? one.released : -other.released)
    else {
      const rate = (await ratesOn(act, [item.currency], wish.on)).get(item.currency)
      if (!rate) return act.refuse(rateMissing, { currency: item.currency, on: String(wish.on) })
      given.push(converted(wish.amount, rate, currency))
    }
  }
  return given
}

/** The lines that take a difference from an item's account to gain or loss; `difference` is what stands too much on it. */
export function differenceLines(
  item: Pick<WorthItem, 'side' | 'worth_account' | 'party_id'>,
  difference: bigint,
  currency: string,
): BookLine[] {
  const minor = item.side === 'payable' ? difference : -difference
  return [
    {
      account: item.worth_account,
      amount: { minor, currency },
      ...(item.party_id ? { partyId: item.party_id } : {}),
    },
    { role: minor > 0n ? 'exchange-gain' : 'exchange-loss', amount: { minor: -minor, currency } },
  ]
}

export const exchangeKey = (settlementId: string): string => `ledger.exchange:${settlementId}`

/** Books what settling at another rate has gained or lost. */
export async function bookDifferences(act: Act, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return
  const currency = (await settingsOf(act))!.currency
  const given = await givenFor(act, settled, currency)
  const wishes = settled.flatMap((one, index): EntryWish[] => {
    const { item, wish, settlementId } = one
    const difference = one.released - given[index]!
    if (difference === 0n) return []
    const name = [item.party_name, item.number].filter(Boolean).join(' ')
    return [
      {
        key: exchangeKey(settlementId),
        book: 'general',
        on: wish.on,
        text: officeWords(act, 'text.exchange', { name }).slice(0, 300),
        lines: differenceLines(item, difference, currency),
        sourceId: item.record_id,
      },
    ]
  })
  await postWishes(act, wishes)
}

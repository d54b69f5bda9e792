/** Costs that other modules ask to have spread, and what becomes of them when their entry is reversed. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { decimalOfMoney, type Money } from '../../kernel/money.ts'
import { type AccrualRow, postDue, spread, stopSpreading, unspread, within } from './accruals.ts'
import { settingsOf } from './chart-facts.ts'
import { roundedQuotient } from './compose.ts'
import { accrualStoppedEvent, costAccrued } from './contract/events.ts'
import { accrualTooMuch } from './contract/refusals.ts'
import type { AccrualWish } from './contract/wish.ts'

interface SpreadEntry {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly posted_on: Temporal.PlainDate
}

async function entriesOf(act: Act, keys: readonly string[]): Promise<ReadonlyMap<string, SpreadEntry>> {
  const { rows } = await sql<SpreadEntry>`
    select e.id, e.key, e.posted_on, r.title from ledger.entry e
    join kernel.record r on r.organisation_id = e.organisation_id and r.id = e.id
    where e.organisation_id = ${act.office.id} and e.key = any(${[...new Set(keys)]}::text[])
      and not exists (select from ledger.entry o where o.organisation_id = e.organisation_id and o.reversal_of = e.id)`.execute(
    act.db(),
  )
  return new Map(rows.map(row => [row.key, row]))
}

/** What an amount of the paper's currency was worth by the postings of its account. */
async function inBooks(act: Act, entryId: string, account: string, amount: Money, currency: string): Promise<bigint> {
  if (amount.currency === currency) return amount.minor
  const { rows } = await sql<{ own: bigint; paper: bigint }>`
    select coalesce(sum(amount_minor), 0)::bigint as own, coalesce(sum(foreign_minor), 0)::bigint as paper from ledger.posting
    where organisation_id = ${act.office.id} and entry_id = ${entryId} and account = ${account} and currency = ${amount.currency}`.execute(
    act.db(),
  )
  const { own, paper } = rows[0]!
  if (paper === 0n) return 0n
  const sign = paper < 0n ? -1n : 1n
  return roundedQuotient(amount.minor * own * sign, paper * sign)
}

/** Spreads costs of entries that stand; one of a key that is spread already is left as it is. */
export async function spreadWishes(act: Act, wishes: readonly AccrualWish[]): Promise<void> {
  if (wishes.length === 0) return
  const settings = await settingsOf(act)
  if (settings?.mode !== 'books') return
  const entries = await entriesOf(
    act,
    wishes.map(({ entryKey }) => entryKey),
  )
  const { rows } = await sql<{ key: string }>`
    select key from ledger.accrual where organisation_id = ${act.office.id} and key = any(${wishes.map(({ key }) => key)}::text[])`.execute(
    act.db(),
  )
  const known = new Set(rows.map(({ key }) => key))
  const made: string[] = []
  for (const { key, entryKey, account, amount, from, months, text } of wishes) {
    const entry = entries.get(entryKey)
    if (!entry || known.has(key)) continue
    const minor = await inBooks(act, entry.id, account, amount, settings.currency)
    const left = await unspread(act, entry.id, account)
    if (!within(minor, left))
      act.refuse(accrualTooMuch, {
        account,
        left: `${decimalOfMoney({ minor: left, currency: settings.currency })} ${settings.currency}`,
      })
    const { id } = await spread(act, settings.currency, { entry, account, minor, from, months, text, key })
    known.add(key)
    made.push(id)
    act.emit(costAccrued, { id: entry.id, title: entry.title, accrualId: id, months }, [entry.id])
  }
  if (made.length > 0) await postDue(act, settings.currency, made)
}

async function running(
  act: Act,
  by: { readonly keys: readonly string[] } | { readonly entryIds: readonly string[] },
): Promise<(AccrualRow & { title: string })[]> {
  const which = 'keys' in by ? sql`a.key = any(${by.keys}::text[])` : sql`a.entry_id = any(${by.entryIds}::uuid[])`
  const { rows } = await sql<AccrualRow & { title: string }>`
    select a.*, r.title from ledger.accrual a
    join kernel.record r on r.organisation_id = a.organisation_id and r.id = a.entry_id
    where a.organisation_id = ${act.office.id} and a.stopped_at is null and ${which} order by a.id for update of a`.execute(
    act.db(),
  )
  return rows
}

async function stopAll(
  act: Act,
  accruals: readonly (AccrualRow & { title: string })[],
  dayOf: (accrual: AccrualRow) => Temporal.PlainDate,
): Promise<void> {
  if (accruals.length === 0) return
  const { currency } = (await settingsOf(act))!
  for (const accrual of accruals) {
    await stopSpreading(act, currency, accrual, dayOf(accrual))
    act.emit(accrualStoppedEvent, { id: accrual.entry_id, title: accrual.title, accrualId: accrual.id }, [
      accrual.entry_id,
    ])
  }
}

/** Ends the spreading of these costs; keys that nothing runs under are left alone. */
export async function stopWishes(act: Act, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await stopAll(act, await running(act, { keys }), () => act.today)
}

/** What an entry spread is over when the entry is reversed: on the day of the reversal. */
export async function stopOfReversed(
  act: Act,
  wanted: readonly { readonly entry: { readonly id: string }; readonly on: Temporal.PlainDate }[],
): Promise<void> {
  const days = new Map(wanted.map(({ entry, on }) => [entry.id, on]))
  const accruals = await running(act, { entryIds: [...days.keys()] })
  await stopAll(act, accruals, ({ entry_id }) => days.get(entry_id)!)
}

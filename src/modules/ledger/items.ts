/** Open items: what is owed, and what settles it. */
import { sql } from 'kysely'
import type { Act } from '../../kernel/implement.ts'
import { decimalOfMoney, type Money } from '../../kernel/money.ts'
import { itemsMoved } from './contract/events.ts'
import { currencyForeign, itemOverSettled, itemSettled, itemUnknown } from './contract/refusals.ts'
import type { ItemChange, ItemSide, ItemWish, SettleWish } from './contract/wish.ts'
import { reverseKeys } from './reversing.ts'
import { officeWords } from './words.ts'
import { bookDifferences, exchangeKey, noteWorths, releasedWorth, type Settled, type WorthItem } from './worth.ts'

export interface ItemRow {
  readonly id: string
  readonly key: string
  readonly side: ItemSide
  readonly record_id: string
  readonly number: string | null
  readonly party_id: string | null
  readonly party_name: string
  readonly currency: string
  readonly amount_minor: bigint
  readonly settled_minor: bigint
  /** What it stands for in the books, where it is in another currency; null where that is its amount. */
  readonly worth_minor: bigint | null
  readonly worth_account: string | null
  readonly settled_worth_minor: bigint
  readonly withdrawn_at: Temporal.Instant | null
}

/** Adds items; one of a key that stands already is left as it is, one that was withdrawn comes back as it is given now. */
export async function addItems(act: Act, wishes: readonly ItemWish[]): Promise<string[]> {
  if (wishes.length === 0) return []
  const rows = [...new Map(wishes.map(wish => [wish.key, wish])).values()].map(wish => ({
    id: act.newId(),
    key: wish.key,
    side: wish.side,
    record_id: wish.recordId,
    party_id: wish.partyId,
    party_name: wish.partyName,
    number: wish.number,
    ...referenceColumns(wish.reference),
    issued_on: String(wish.issuedOn),
    due_on: String(wish.dueOn),
    currency: wish.amount.currency,
    amount_minor: String(wish.amount.minor),
    pay_to: wish.payTo,
    method: wish.method,
    discount_on: wish.discount ? String(wish.discount.on) : null,
    discount_minor: wish.discount ? String(wish.discount.amount.minor) : null,
    ready: wish.ready,
    hold_reason: wish.holdReason,
  }))
  const { rows: made } = await sql<{ id: string }>`
    insert into ledger.item (organisation_id, made_at, id, key, side, record_id, party_id, party_name, number, reference_scheme, reference,
      issued_on, due_on, currency, amount_minor, pay_to, method, discount_on, discount_minor, ready, hold_reason)
    select ${act.office.id}::uuid, ${act.at}::timestamptz, i.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i(id uuid, key text, side text,
      record_id uuid, party_id uuid, party_name text, number text, reference_scheme text, reference text, issued_on date, due_on date,
      currency text, amount_minor bigint, pay_to jsonb, method text, discount_on date, discount_minor bigint, ready boolean, hold_reason text)
    on conflict (organisation_id, key) do update set side = excluded.side, record_id = excluded.record_id, party_id = excluded.party_id,
      party_name = excluded.party_name, number = excluded.number, reference_scheme = excluded.reference_scheme, reference = excluded.reference,
      issued_on = excluded.issued_on, due_on = excluded.due_on, currency = excluded.currency, amount_minor = excluded.amount_minor,
      pay_to = excluded.pay_to, method = excluded.method, discount_on = excluded.discount_on, discount_minor = excluded.discount_minor,
      ready = excluded.ready, hold_reason = excluded.hold_reason, withdrawn_at = null, worth_minor = null, worth_account = null
    where item.withdrawn_at is not null
    returning id`.execute(act.db())
  const ids = made.map(({ id }) => id)
  if (wishes.some(({ amount }) => amount.currency !== act.office.currency)) await noteWorths(act, ids)
  return ids
}

const referenceColumns = (reference: ItemWish['reference']) =>
  reference && reference.scheme !== 'none'
    ? { reference_scheme: reference.scheme, reference: reference.value }
    : { reference_scheme: 'none', reference: null }

/** Items by key or id, held until the act has ended, in one order. */
async function holdItems(act: Act, keys: readonly string[], ids: readonly string[] = []): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select id, key, side, record_id, number, party_id, party_name, currency, amount_minor, settled_minor, worth_minor, worth_account,
      settled_worth_minor, withdrawn_at from ledger.item
    where organisation_id = ${act.office.id} and (key = any(${keys}::text[]) or id = any(${ids}::uuid[])) order by id for update`.execute(
    act.db(),
  )
  return rows
}

/** Changes what is given of items; one that nobody knows is refused. */
export async function changeItems(act: Act, changes: readonly ItemChange[]): Promise<void> {
  if (changes.length === 0) return
  const items = await holdItems(
    act,
    changes.map(({ key }) => key),
  )
  const byKey = new Map(items.map(item => [item.key, item]))
  for (const { key, ready, holdReason, dueOn, payTo, method, reference } of changes) {
    const item = byKey.get(key) ?? act.refuse(itemUnknown, { key })
    const sets = [
      ...(ready === undefined ? [] : [sql`ready = ${ready}`]),
      ...(holdReason === undefined ? [] : [sql`hold_reason = ${holdReason}`]),
      ...(dueOn === undefined ? [] : [sql`due_on = ${dueOn}`]),
      ...(payTo === undefined ? [] : [sql`pay_to = ${payTo && JSON.stringify(payTo)}::jsonb`]),
      ...(method === undefined ? [] : [sql`method = ${method}`]),
      ...(reference === undefined ? [] : [referenceSet(reference)]),
    ]
    if (sets.length === 0) continue
    act.write(
      sql`update ledger.item set ${sql.join(sets)} where organisation_id = ${act.office.id} and id = ${item.id}`,
    )
  }
}

function referenceSet(reference: ItemWish['reference']) {
  const columns = referenceColumns(reference)
  return sql`reference_scheme = ${columns.reference_scheme}, reference = ${columns.reference}`
}

const owed = (item: ItemRow, minor: bigint): string =>
  `${decimalOfMoney({ minor, currency: item.currency })} ${item.currency}`

/** Settles items, no further than they are owed; a settlement of a key that stands already is left as it is. */
export async function settleItems(act: Act, wishes: readonly SettleWish[]): Promise<readonly string[]> {
  if (wishes.length === 0) return []
  const items = await holdItems(
    act,
    wishes.flatMap(({ itemKey }) => itemKey ?? []),
    wishes.flatMap(({ itemId }) => itemId ?? []),
  )
  const known = new Map(items.flatMap(item => [[item.key, item] as const, [item.id, item] as const]))
  const { rows: before } = await sql<{ key: string }>`
    select key from ledger.settlement where organisation_id = ${act.office.id} and key = any(${wishes.map(({ key }) => key)}::text[])`.execute(
    act.db(),
  )
  const done = new Set(before.map(({ key }) => key))
  const settled = new Map<string, bigint>()
  const worths = new Map<string, bigint>()
  const foreign: Settled[] = []
  const rows = []
  for (const wish of new Map(wishes.map(wish => [wish.key, wish])).values()) {
    if (done.has(wish.key)) continue
    const item = known.get(wish.itemId ?? wish.itemKey!)
    if (!item || item.withdrawn_at !== null) return act.refuse(itemUnknown, { key: wish.itemKey ?? wish.itemId! })
    const before = settled.get(item.id) ?? item.settled_minor
    requireRemaining(act, item, before, wish.amount)
    settled.set(item.id, before + wish.amount.minor)
    const row = settlementRow(act, item, wish)
    if (!hasWorth(item)) {
      rows.push(row)
      continue
    }
    const gone = worths.get(item.id) ?? item.settled_worth_minor
    const released = releasedWorth(item, { settled: before, worth: gone }, wish.amount.minor)
    worths.set(item.id, gone + released)
    foreign.push({ settlementId: row.id, item, wish, released })
    rows.push({ ...row, worth_minor: String(released) })
  }
  insertSettlements(act, rows)
  await bookDifferences(act, foreign)
  return [...settled.keys()]
}

const hasWorth = (item: ItemRow): item is ItemRow & WorthItem =>
  item.worth_minor !== null && item.worth_account !== null

function requireRemaining(act: Act, item: ItemRow, settled: bigint, amount: Money): void {
  if (amount.currency !== item.currency)
    act.refuse(currencyForeign, { currency: amount.currency, wanted: item.currency })
  const remaining = item.amount_minor - settled
  const fits =
    item.amount_minor > 0n
      ? amount.minor > 0n && amount.minor <= remaining
      : amount.minor < 0n && amount.minor >= remaining
  if (fits) return
  act.refuse(itemOverSettled, {
    name: item.number ? `${item.party_name} ${item.number}` : item.party_name,
    remaining: owed(item, remaining),
    amount: owed(item, amount.minor),
  })
}

const settlementRow = (act: Act, item: ItemRow, wish: SettleWish) => ({
  id: act.newId(),
  key: wish.key,
  item_id: item.id,
  amount_minor: String(wish.amount.minor),
  settled_on: String(wish.on),
  by_id: wish.byId,
  how: wish.how,
  worth_minor: null as string | null,
})

function insertSettlements(act: Act, rows: readonly ReturnType<typeof settlementRow>[]): void {
  if (rows.length === 0) return
  act.write(sql`insert into ledger.settlement (organisation_id, made_at, id, key, item_id, amount_minor, settled_on, by_id, how, worth_minor)
    select ${act.office.id}::uuid, ${act.at}::timestamptz, s.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id uuid, key text,
      item_id uuid, amount_minor bigint, settled_on date, by_id uuid, how text, worth_minor bigint)`)
}

/** Takes settlements back, so that the items are owed again; their keys may be used anew. */
export async function withdrawSettlements(act: Act, keys: readonly string[]): Promise<readonly string[]> {
  if (keys.length === 0) return []
  const { rows: found } = await sql<{
    id: string
    item_id: string
    settled_on: Temporal.PlainDate
    worth_minor: bigint | null
  }>`
    select id, item_id, settled_on, worth_minor from ledger.settlement
    where organisation_id = ${act.office.id} and key = any(${keys}::text[]) and withdrawn_at is null`.execute(act.db())
  const ids = [...new Set(found.map(({ item_id }) => item_id))]
  await holdItems(act, [], ids)
  await sql`update ledger.settlement set withdrawn_at = ${act.at}, key = left(key, 150) || '#' || id
    where organisation_id = ${act.office.id} and key = any(${keys}::text[]) and withdrawn_at is null`.execute(act.db())
  await reverseKeys(
    act,
    found
      .filter(({ worth_minor }) => worth_minor !== null)
      .map(({ id, settled_on }) => ({
        key: exchangeKey(id),
        on: settled_on,
        text: officeWords(act, 'text.exchange-back', {}),
      })),
  )
  return ids
}

/** Withdraws items that nothing has been settled of; unknown keys are left alone. */
export async function withdrawItems(act: Act, keys: readonly string[]): Promise<readonly string[]> {
  if (keys.length === 0) return []
  const items = (await holdItems(act, keys)).filter(item => item.withdrawn_at === null)
  for (const item of items)
    if (item.settled_minor !== 0n)
      act.refuse(itemSettled, { name: item.number ?? item.party_name, settled: owed(item, item.settled_minor) })
  const ids = items.map(({ id }) => id)
  act.write(sql`
    update ledger.item set withdrawn_at = ${act.at} where organisation_id = ${act.office.id} and id = any(${ids}::uuid[])`)
  return ids
}

/** Says what has become of these items. */
export async function tellMoved(act: Act, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await sql<ItemRow & { settled_on: Temporal.PlainDate | null }>`
    select i.id, i.key, i.side, i.record_id, i.currency, i.amount_minor, i.settled_minor, i.withdrawn_at,
      (select max(s.settled_on) from ledger.settlement s
        where s.organisation_id = i.organisation_id and s.item_id = i.id and s.withdrawn_at is null) as settled_on
    from ledger.item i where i.organisation_id = ${act.office.id} and i.id = any(${ids}::uuid[]) order by i.id`.execute(
    act.db(),
  )
  const moves = rows.map(item => ({
    itemId: item.id,
    key: item.key,
    recordId: item.record_id,
    side: item.side,
    amount: { minor: item.amount_minor, currency: item.currency },
    remaining: { minor: item.amount_minor - item.settled_minor, currency: item.currency },
    state: stateOf(item),
    on: item.settled_on ?? act.today,
  }))
  for (let n = 0; n < moves.length; n += 1000) {
    const items = moves.slice(n, n + 1000)
    act.emit(
      itemsMoved,
      { items },
      items.map(({ recordId }) => recordId),
    )
  }
}

export const stateOf = (item: Pick<ItemRow, 'withdrawn_at' | 'amount_minor' | 'settled_minor'>) =>
  item.withdrawn_at !== null ? 'withdrawn' : item.settled_minor === item.amount_minor ? 'settled' : 'open'

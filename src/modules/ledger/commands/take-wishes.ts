import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { spreadWishes, stopWishes } from '../accrual-wishes.ts'
import { type CurrencyWish, takeWishes } from '../contract.ts'
import { addItems, changeItems, settleItems, tellMoved, withdrawItems, withdrawSettlements } from '../items.ts'
import { postWishes } from '../posting.ts'
import { reverseKeys } from '../reversing.ts'

const keysOf = (wishes: readonly { readonly key: string }[] = []): string[] => wishes.map(({ key }) => key)

/** An account that is kept in some currency already stays in it. */
async function keepIn(act: Act, wishes: readonly CurrencyWish[]): Promise<void> {
  if (wishes.length === 0) return
  await sql`
    update ledger.account a set currency = w.currency
    from unnest(${wishes.map(wish => wish.key)}::text[], ${wishes.map(wish => wish.currency)}::text[]) w(number, currency)
    join ledger.settings s on s.organisation_id = ${act.office.id} and s.currency <> w.currency
    where a.organisation_id = ${act.office.id} and a.number = w.number and a.currency is null`.execute(act.db())
}

/** In an order in which one event may correct: what is taken back first, then what is owed, then what is settled. */
export const takeWishesBody = implementCommand(takeWishes, {
  async run(act, input) {
    await stopWishes(act, keysOf(input.accrualsStopped))
    await reverseKeys(act, input.bookReversed ?? [])
    const posted = await postWishes(act, input.book ?? [])
    await spreadWishes(act, input.accrued ?? [])
    const moved = new Set(await withdrawSettlements(act, keysOf(input.settlementsWithdrawn)))
    for (const id of await withdrawItems(act, keysOf(input.itemsWithdrawn))) moved.add(id)
    const items = await addItems(act, input.items ?? [])
    await changeItems(act, input.itemsChanged ?? [])
    for (const id of await settleItems(act, input.settled ?? [])) moved.add(id)
    await keepIn(act, input.keptIn ?? [])
    await tellMoved(act, [...moved])
    return { output: { entries: posted.map(({ id }) => id), items } }
  },
})

import { sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery } from '../../../kernel/implement.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { ratesOn } from '../chart-facts.ts'
import * as c from '../contract.ts'
import { accountLoss, accountsToRevalue, revaluedAccounts } from '../revaluation-accounts.ts'
import { booksCurrency, itemsToRevalue, lossOf, revalued, standingOn } from '../revaluation.ts'

export const previewRevaluationBody = implementQuery(c.previewRevaluation, async (view, { on }) => {
  const currency = (await booksCurrency(view)) ?? view.office.currency
  const seen = sql`i.record_id in (${visibleRecords(view).select(['id'])})`
  const open = await itemsToRevalue(view, on, seen)
  const kept = await accountsToRevalue(view, on, view.principal.language)
  const rates = await ratesOn(view, [...new Set([...open, ...kept].map(one => one.currency))], on)
  const items = revalued(open, rates, currency)
  const accounts = revaluedAccounts(kept, rates, currency)
  const name = naming(
    await namesOf(
      view,
      items.map(({ record_id }) => record_id),
    ),
  )
  const { standing } = await standingOn(view, on)
  const money = (minor: bigint) => ({ minor, currency })
  return {
    on,
    backOn: on.add({ days: 1 }),
    rows: items.map(item => ({
      id: item.id,
      side: item.side,
      record: name(item.record_id),
      partyName: item.party_name,
      number: item.number,
      left: { minor: item.left_minor, currency: item.currency },
      worth: money(item.left_worth),
      rate: item.rate,
      now: item.now === null ? null : money(item.now),
      loss: item.now === null ? null : money(lossOf(item)),
    })),
    accounts: accounts.map(account => ({
      number: account.number,
      name: account.name,
      left: { minor: account.left_minor, currency: account.currency },
      worth: money(account.left_worth),
      rate: account.rate,
      now: account.now === null ? null : money(account.now),
      loss: account.now === null ? null : money(accountLoss(account)),
      mixed: account.mixed,
    })),
    loss: money(
      items.reduce((sum, item) => sum + lossOf(item), 0n) +
        accounts.reduce((sum, account) => sum + accountLoss(account), 0n),
    ),
    missing: [...new Set([...items, ...accounts].filter(({ rate }) => rate === null).map(one => one.currency))],
    entryIds: standing ? [standing.entryId, standing.backId].filter(id => id !== null) : [],
    can: standing
      ? can(view, c.takeBackRevaluation, { on: String(on) })
      : items.some(item => lossOf(item) !== 0n) || accounts.some(account => accountLoss(account) !== 0n)
        ? can(view, c.revalueItems, { on: String(on) }, { primary: true })
        : [],
  }
})

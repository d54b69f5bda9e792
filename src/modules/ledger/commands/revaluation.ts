import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { ratesOn, requireBooks } from '../chart-facts.ts'
import * as c from '../contract.ts'
import { type EntryWish, postWishes } from '../posting.ts'
import {
  type Difference,
  itemsToRevalue,
  lossOf,
  revaluationKey,
  revaluationLines,
  revalued,
  standingOn,
} from '../revaluation.ts'
import { accountLoss, accountsToRevalue, laterRevaluation, revaluedAccounts } from '../revaluation-accounts.ts'
import { entryOf, reverseEntries } from '../reversing.ts'
import { officeWords } from '../words.ts'

interface Differences {
  readonly items: readonly Difference[]
  readonly accounts: readonly Difference[]
}

/** What items and accounts have gained or lost by a day; refused where a rate is not known. */
async function differencesOn(act: Act, on: Temporal.PlainDate, currency: string): Promise<Differences> {
  const open = await itemsToRevalue(act, on)
  const kept = (await accountsToRevalue(act, on, act.office.language)).filter(({ mixed }) => !mixed)
  const rates = await ratesOn(act, [...new Set([...open, ...kept].map(one => one.currency))], on)
  const items = revalued(open, rates, currency)
  const accounts = revaluedAccounts(kept, rates, currency)
  const missing = [...items, ...accounts].find(({ now }) => now === null)
  if (missing) act.refuse(c.rateMissing, { currency: missing.currency, on: String(on) })
  return {
    items: items.map(item => ({ account: item.worth_account, lost: lossOf(item) })),
    accounts: accounts.map(account => ({ account: account.number, lost: accountLoss(account) })),
  }
}

async function requireNoLater(act: Act, on: Temporal.PlainDate): Promise<void> {
  const later = await laterRevaluation(act, on)
  if (later) act.refuse(c.revaluedLater, { on: String(on), later: String(later) })
}

/**
 * Items are taken back on the next day, so that a payment meets what the item was booked at; what an account is worth stays
 * booked, since nobody ever pays it.
 */
export const revalueItemsBody = implementCommand(c.revalueItems, {
  load: requireBooks,
  async run(act, { on }, { currency }) {
    const { rounds, standing } = await standingOn(act, on)
    if (standing) act.refuse(c.revalued, { on: String(on) })
    const { items, accounts } = await differencesOn(act, on, currency)
    if (accounts.some(({ lost }) => lost !== 0n)) await requireNoLater(act, on)
    const lines = revaluationLines([...items, ...accounts], currency)
    if (lines.length === 0) return act.refuse(c.nothingToRevalue, { on: String(on) })
    const key = revaluationKey(on, rounds + 1)
    const text = officeWords(act, 'text.revaluation', { on: String(on) })
    const back = revaluationLines(items, currency).map(line => ({
      ...line,
      amount: { ...line.amount, minor: -line.amount.minor },
    }))
    const wishes: EntryWish[] = [{ key, book: 'general', on, text, lines }]
    if (back.length > 0)
      wishes.push({
        key: `${key}:back`,
        book: 'general',
        on: on.add({ days: 1 }),
        text: officeWords(act, 'text.revaluation-back', { on: String(on) }),
        lines: back,
      })
    const posted = await postWishes(act, wishes)
    act.emit(c.itemsRevalued, { on, count: [...items, ...accounts].filter(({ lost }) => lost !== 0n).length })
    return {
      output: { entryIds: posted.map(({ id }) => id) },
      undo: { command: 'ledger.take-back-revaluation', input: { on: String(on) } },
    }
  },
})

export const takeBackRevaluationBody = implementCommand(c.takeBackRevaluation, {
  load: requireBooks,
  async run(act, { on }) {
    const { standing } = await standingOn(act, on)
    if (!standing) return act.refuse(c.notRevalued, { on: String(on) })
    await requireNoLater(act, on)
    const wanted = []
    for (const id of [standing.entryId, standing.backId].filter(one => one !== null)) {
      const entry = await entryOf(act, id)
      const voucher = `${entry.series}${entry.number}`
      wanted.push({ entry, on: entry.posted_on, text: officeWords(act, 'text.reversal', { voucher }) })
    }
    const posted = await reverseEntries(act, wanted)
    act.emit(c.revaluationTakenBack, { on })
    return { output: { entryIds: posted.map(({ id }) => id) } }
  },
})

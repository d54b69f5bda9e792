import { implementCommand } from '../../../kernel/implement.ts'
import { ratesOn, requireBooks } from '../chart-facts.ts'
import * as c from '../contract.ts'
import { postWishes } from '../posting.ts'
import { itemsToRevalue, revaluationKey, revaluationLines, revalued, standingOn } from '../revaluation.ts'
import { entryOf, reverseEntries } from '../reversing.ts'
import { officeWords } from '../words.ts'

/** Booked on the day, and taken back on the next, so that a payment meets what the item was booked at. */
export const revalueItemsBody = implementCommand(c.revalueItems, {
  load: requireBooks,
  async run(act, { on }, { currency }) {
    const { rounds, standing } = await standingOn(act, on)
    if (standing) act.refuse(c.revalued, { on: String(on) })
    const open = await itemsToRevalue(act, on)
    const rates = await ratesOn(act, [...new Set(open.map(item => item.currency))], on)
    const items = revalued(open, rates, currency)
    const missing = items.find(({ now }) => now === null)
    if (missing) act.refuse(c.rateMissing, { currency: missing.currency, on: String(on) })
    const lines = revaluationLines(items, currency)
    if (lines.length === 0) return act.refuse(c.nothingToRevalue, { on: String(on) })
    const key = revaluationKey(on, rounds + 1)
    const text = officeWords(act, 'text.revaluation', { on: String(on) })
    const back = lines.map(line => ({ ...line, amount: { ...line.amount, minor: -line.amount.minor } }))
    const posted = await postWishes(act, [
      { key, book: 'general', on, text, lines },
      {
        key: `${key}:back`,
        book: 'general',
        on: on.add({ days: 1 }),
        text: officeWords(act, 'text.revaluation-back', { on: String(on) }),
        lines: back,
      },
    ])
    act.emit(c.itemsRevalued, { on, count: items.filter(({ now, left_worth }) => now !== left_worth).length })
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
    const wanted = []
    for (const id of [standing.entryId, standing.backId]) {
      const entry = await entryOf(act, id)
      const voucher = `${entry.series}${entry.number}`
      wanted.push({ entry, on: entry.posted_on, text: officeWords(act, 'text.reversal', { voucher }) })
    }
    const posted = await reverseEntries(act, wanted)
    act.emit(c.revaluationTakenBack, { on })
    return { output: { entryIds: posted.map(({ id }) => id) } }
  },
})

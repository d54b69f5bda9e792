import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { settingsOf } from '../chart-facts.ts'
import { booksNotKept, importRates, ratesSet, ratesUnreadable, setRate } from '../contract.ts'
import { isCurrency, type Rate, readRates } from '../rates.ts'

async function keep(act: Act, rates: readonly Rate[]): Promise<void> {
  await sql`insert into ledger.rate (organisation_id, currency, rate_on, rate)
    select ${act.office.id}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rates)}::jsonb) as r(currency text, "on" date, rate numeric)
    on conflict (organisation_id, currency, rate_on) do update set rate = excluded.rate`.execute(act.db())
}

const currencyOf = async (act: Act): Promise<string> => (await settingsOf(act))?.currency ?? act.refuse(booksNotKept)

export const setRateBody = implementCommand(setRate, {
  load: currencyOf,
  async run(act, { currency, on, rate }, own) {
    if (!isCurrency(currency) || currency === own || !/[1-9]/.test(rate)) act.refuse(ratesUnreadable, { line: 1 })
    await keep(act, [{ currency, on: String(on), rate }])
    act.emit(ratesSet, { count: 1, on })
    return { output: { currency } }
  },
})

export const importRatesBody = implementCommand(importRates, {
  load: currencyOf,
  async run(act, { table }, own) {
    const rates = readRates(table, own)
    if ('line' in rates) return act.refuse(ratesUnreadable, { line: rates.line })
    const once = [...new Map(rates.map(rate => [`${rate.currency} ${rate.on}`, rate])).values()]
    await keep(act, once)
    const newest = once
      .map(({ on }) => on)
      .sort()
      .at(-1)!
    act.emit(ratesSet, { count: once.length, on: Temporal.PlainDate.from(newest) })
    return { output: { count: once.length } }
  },
})

import { implementQuery } from '../../../kernel/implement.ts'
import { minorOf } from '../amounts.ts'
import * as c from '../contract.ts'
import { categories } from '../contract/shapes.ts'
import { rulesOf } from '../rules.ts'
import type { ExpensesTables } from '../tables.ts'

export const getPolicyBody = implementQuery(c.getPolicy, async view => {
  const rules = await rulesOf(view)
  const { currency } = view.office
  return {
    ...rules.policyOn(view.today),
    categories: categories.map(category => ({ category, ...rules.ruleOn(category, view.today) })),
    rates: rules.ratesOn(view.today).map(({ what, country, rate }) => ({
      rateOf: what,
      country: country || null,
      fromOn: rate.fromOn,
      perUnit: { minor: minorOf(rate.rate, currency), currency },
      source: rate.source,
    })),
  }
})

export const getPayAccountBody = implementQuery(c.getPayAccount, async view => {
  const row = await view
    .db<ExpensesTables>()
    .selectFrom('expenses.claimant')
    .select(['scheme', 'number', 'bic'])
    .where('organisation_id', '=', view.office.id)
    .where('person_id', '=', view.principal.id)
    .executeTakeFirst()
  return { account: row ?? null }
})

/** What the office lays down, each from a day on; and where people are paid. */
import { checkAccount } from '../../../formats/references/check.ts'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague } from '../../../kernel/named.ts'
import * as c from '../contract.ts'
import { itemKey, nameOf, payToOf } from '../entry.ts'
import { maySeeAll, readersOf } from '../rows.ts'
import type { ExpensesTables } from '../tables.ts'

export const setPolicyBody = implementCommand(c.setPolicy, {
  async run(act, input) {
    if (input.receiptAbove.currency !== act.office.currency)
      act.refuse(c.officeCurrencyOnly, { currency: act.office.currency })
    const facts = {
      currency: input.receiptAbove.currency,
      receipt_above_minor: input.receiptAbove.minor < 0n ? 0n : input.receiptAbove.minor,
      hand_in_days: input.handInDays,
      weekends: input.weekends,
      alcohol: input.alcohol,
      four_eyes: input.fourEyes,
    }
    await act
      .db<ExpensesTables>()
      .insertInto('expenses.policy')
      .values({ organisation_id: act.office.id, from_on: input.fromOn, ...facts })
      .onConflict(conflict => conflict.columns(['organisation_id', 'from_on']).doUpdateSet(facts))
      .execute()
    act.emit(c.policySet, { on: input.fromOn.toString() })
    return { output: { fromOn: input.fromOn } }
  },
})

export const setCategoryBody = implementCommand(c.setCategory, {
  async run(act, input) {
    const { limit } = input
    if (limit && limit.currency !== act.office.currency)
      act.refuse(c.officeCurrencyOnly, { currency: act.office.currency })
    const facts = {
      account: input.account ?? null,
      vat_code: input.vatCode ?? null,
      limit_minor: limit ? (limit.minor < 0n ? 0n : limit.minor) : null,
      limit_currency: limit?.currency ?? null,
      per: input.per ?? 'receipt',
      participants: input.withParticipants ?? input.category === 'representation',
    }
    await act
      .db<ExpensesTables>()
      .insertInto('expenses.category_rule')
      .values({ organisation_id: act.office.id, category: input.category, from_on: input.fromOn, ...facts })
      .onConflict(conflict => conflict.columns(['organisation_id', 'category', 'from_on']).doUpdateSet(facts))
      .execute()
    act.emit(c.categorySet, { on: input.fromOn.toString(), category: input.category })
    return { output: { fromOn: input.fromOn } }
  },
})

export const setRateBody = implementCommand(c.setRate, {
  async run(act, { rateOf: what, country, fromOn, perUnit: rate }) {
    const land = what === 'per-diem' ? (country ?? act.office.country) : ''
    await act
      .db<ExpensesTables>()
      .insertInto('expenses.rate')
      .values({ organisation_id: act.office.id, what, country: land, from_on: fromOn, rate })
      .onConflict(conflict => conflict.columns(['organisation_id', 'what', 'country', 'from_on']).doUpdateSet({ rate }))
      .execute()
    act.emit(c.rateSet, { on: fromOn.toString(), rate })
    return { output: { fromOn } }
  },
})

async function claimantOf(act: Act, personId: string) {
  return act
    .db<ExpensesTables>()
    .selectFrom('expenses.claimant')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

export const setPayAccountBody = implementCommand(c.setPayAccount, {
  async run(act, { personId = act.principal.id, scheme, number, bic }) {
    if (personId !== act.principal.id && !maySeeAll(act)) act.refuse(c.onlyOwnReports)
    await requireColleague(act, personId, c.claimantUnknown)
    const { right, compact } = checkAccount(scheme, number, act.office.country)
    if (right === false || !/^[A-Z0-9]{2,34}$/.test(compact)) act.refuse(c.accountUnfit, { number })
    const code = bic?.toUpperCase().replace(/\s/g, '') ?? null
    if (code !== null && !/^[A-Z0-9]{8}([A-Z0-9]{3})?$/.test(code)) act.refuse(c.accountUnfit, { number: code })
    const title = await nameOf(act, personId)
    const before = await claimantOf(act, personId)
    const id = before?.id ?? (await insertClaimant(act, personId, title))
    const facts = { scheme, number: compact, bic: code }
    await act
      .db<ExpensesTables>()
      .insertInto('expenses.claimant')
      .values({ organisation_id: act.office.id, id, person_id: personId, ...facts })
      .onConflict(conflict => conflict.columns(['organisation_id', 'id']).doUpdateSet(facts))
      .execute()
    const payTo = await payToOf(act, personId)
    const open = await act
      .db<ExpensesTables>()
      .selectFrom('expenses.report')
      .select(['id', 'approvals', 'total_minor', 'card_minor', 'advance_minor'])
      .where('organisation_id', '=', act.office.id)
      .where('person_id', '=', personId)
      .where('state', '=', 'approved')
      .execute()
    const itemsChanged = open
      .filter(row => row.total_minor - row.card_minor - row.advance_minor > 0n)
      .map(row => ({ key: itemKey(row.id, row.approvals), payTo }))
    act.emit(c.payAccountSet, { id, title, ...(itemsChanged.length ? { itemsChanged } : {}) }, [id])
    return { output: { id, version: 1 } }
  },
})

/** Who may know of a person's account: the person, and whoever pays. */
async function insertClaimant(act: Act, personId: string, title: string): Promise<string> {
  return act.createRecord({ kind: 'expense-claimant', title, audience: await readersOf(act, personId) })
}

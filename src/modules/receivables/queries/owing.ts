/** Settings, prices, terms; who owes what, and for how long. */
import { type RawBuilder, sql } from 'kysely'
import { can } from '../../../kernel/can.ts'
import { implementQuery, type View } from '../../../kernel/implement.ts'
import { nearestLanguage } from '../../../kernel/language/catalogue.ts'
import { namesOf, naming } from '../../../kernel/named.ts'
import { liked } from '../../../kernel/place.ts'
import { kernelRefusals } from '../../../kernel/refusal.ts'
import { sliceOf } from '../../../kernel/slice-of.ts'
import { visibleRecords } from '../../../kernel/visibility.ts'
import { pile } from '../commands/reminders.ts'
import * as c from '../contract.ts'
import { customerOf, languageOf } from '../customers.ts'
import { interestOf, isPaused, openDues } from '../dues.ts'
import { makePaper } from '../invoice-row.ts'
import { letter } from '../letter.ts'
import { settingOf } from '../setting.ts'
import { saleCodesOn } from '../vat-codes.ts'

export const getInvoicingBody = implementQuery(c.getInvoicing, async view => {
  const setting = await settingOf(view)
  const language = nearestLanguage(view.principal.language)
  const codes = [...(await saleCodesOn(view, view.today)).values()]
  const { interestRates, reminderFee, ...facts } = setting
  return {
    ...facts,
    reminderFee,
    interestRates: [...interestRates],
    codes: codes.map(({ code, name, names, rate, category }) => ({
      code,
      name: names[language] ?? name,
      rate,
      category,
    })),
    mayIssue: view.office.country !== 'PT',
    complete: Boolean(
      setting.town &&
        (setting.companyNumber || setting.vatNumber) &&
        (setting.iban || setting.bankgiro || setting.plusgiro || setting.bankAccount),
    ),
    currency: view.office.currency,
  } as never
})

interface PriceRow {
  readonly id: string
  readonly text: string
  readonly unit: c.Unit
  readonly price: string
  readonly vat_code: string | null
  readonly account: string | null
  readonly article_number: string | null
}

export const listPricesBody = implementQuery(c.listPrices, async (view, input) => {
  const found = input.text
    ? sql`and (p.text ilike ${liked(input.text)} or p.article_number ilike ${liked(input.text)})`
    : sql``
  const lines = sql`(select p.id, p.text, p.unit, trim_scale(p.price) as price, p.vat_code, p.account, p.article_number
    from receivables.price p where p.organisation_id = ${view.office.id} and p.removed_at is null ${found}) l`
  const { shown, ...slice } = await sliceOf<PriceRow>(view, lines, 'text', 'text', input)
  return {
    rows: shown.map(({ vat_code, article_number, ...row }) => ({
      ...row,
      vatCode: vat_code,
      articleNumber: article_number,
    })),
    ...slice,
  }
})

async function requireParty(view: View, id: string) {
  const { rows } = await sql<{ id: string; kind: string; title: string; class: number; version: number }>`
    select id, kind, title, class, version from ${visibleRecords(view).selectAll()} r
    where r.id = ${id} and r.kind in ('organisation', 'person')`.execute(view.db())
  return rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'organisation', id })
}

/** What is agreed with a customer, as answers tell it. */
async function agreedWith(view: View, id: string) {
  const customer = await customerOf(view, id)
  const { terms } = customer
  return {
    mail: terms.mail_to ?? customer.email,
    language: languageOf(view.office, customer),
    terms: {
      paymentDays: terms.payment_days,
      language: terms.language,
      sendBy: terms.delivery,
      mailTo: terms.mail_to,
      reference: terms.reference,
      peppolId: terms.peppol_id,
      vatCode: terms.vat_code,
      withoutReminders: terms.without_reminders,
      note: terms.note,
    },
  }
}

export const getTermsBody = implementQuery(c.getTerms, async (view, { id }) => {
  const { class: _, version: _version, ...customer } = await requireParty(view, id)
  return { customer, ...(await agreedWith(view, id)) }
})

export const getCustomerBody = implementQuery(c.getCustomer, async (view, { id }) => {
  const party = await requireParty(view, id)
  const [agreed, setting] = [await agreedWith(view, id), await settingOf(view)]
  const dues = await openDues(view, sql`i.party_id = ${id}`)
  const interest = await interestOf(view, dues, setting.interestRates, view.today)
  const owed = [...Map.groupBy(dues, due => due.currency)].map(([currency, of]) => {
    const sum = (amounts: readonly bigint[]) => ({ minor: amounts.reduce((all, one) => all + one, 0n), currency })
    const late = of.filter(due => Temporal.PlainDate.compare(due.due_on, view.today) < 0)
    return {
      total: sum(of.map(due => due.remaining_minor)),
      overdue: sum(late.map(due => due.remaining_minor)),
      interest: sum(of.map(due => interest.get(due.item_id) ?? 0n)),
    }
  })
  const { terms } = agreed
  const given = Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== null && value !== ''))
  return {
    record: { ...party, state: 'customer' as const },
    ...agreed,
    paymentDays: terms.paymentDays ?? setting.paymentDays,
    owed,
    can: [
      ...can(view, c.setTerms, { id, ...given }),
      ...(owed.some(({ interest: sum }) => sum.minor > 0n) ? can(view, c.chargeInterest, { id }) : []),
    ],
  }
})

export const listDueBody = implementQuery(c.listDue, async view => {
  const setting = await settingOf(view)
  const piles = await pile(view)
  const all = piles.flatMap(one => one.due)
  const interest = await interestOf(view, all, setting.interestRates, view.today)
  const name = naming(
    await namesOf(
      view,
      piles.map(one => one.customer.party_id),
    ),
  )
  const rows = piles.map(({ customer, due }) => {
    const currency = due[0]!.currency
    const step = Math.max(...due.map(one => one.step)) + 1
    const money = (minor: bigint) => ({ minor, currency })
    const { reminderFee } = setting
    return {
      id: customer.party_id,
      customer: name(customer.party_id),
      currency,
      step,
      remaining: money(due.reduce((sum, one) => sum + one.remaining_minor, 0n)),
      interest: money(due.reduce((sum, one) => sum + (interest.get(one.item_id) ?? 0n), 0n)),
      fee: reminderFee?.currency === currency && step >= setting.feeFromStep ? reminderFee : null,
      mailTo: customer.terms.mail_to ?? customer.email,
      delivery: customer.terms.delivery,
      items: due.map(one => ({
        itemId: one.item_id,
        recordId: one.record_id,
        number: one.number,
        dueOn: one.due_on,
        daysLate: one.due_on.until(view.today).days,
        remaining: money(one.remaining_minor),
        step: one.step,
      })),
    }
  })
  return { rows, total: rows.length, next: null }
})

export const listOwingBody = implementQuery(c.listOwing, async (view, input) => {
  const dues = await openDues(view, input.text ? sql`i.party_name ilike ${liked(input.text)}` : sql`true`)
  const customers = new Map<string, typeof dues>()
  for (const due of dues) {
    const key = `${due.party_id ?? due.party_name} ${due.currency}`
    customers.set(key, [...(customers.get(key) ?? []), due])
  }
  const name = naming(
    await namesOf(
      view,
      dues.map(due => due.party_id),
    ),
  )
  const rows = [...customers.values()].map(of => {
    const { currency, party_id, party_name, record_id } = of[0]!
    const between = (from: number, to: number) => ({
      minor: of.reduce((sum, due) => {
        const late = due.due_on.until(view.today).days
        return late >= from && late <= to ? sum + due.remaining_minor : sum
      }, 0n),
      currency,
    })
    return {
      id: party_id ?? record_id,
      customer: name(party_id),
      name: party_name,
      currency,
      notDue: between(Number.NEGATIVE_INFINITY, 0),
      to30: between(1, 30),
      to60: between(31, 60),
      to90: between(61, 90),
      older: between(91, Number.POSITIVE_INFINITY),
      total: between(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
      oldestOn: of[0]!.due_on,
      paused: of.filter(due => isPaused(due, view.today)).length,
    }
  })
  return { rows: rows.slice(0, input.limit), total: rows.length, next: null }
})

interface Movement {
  readonly moved_on: Temporal.PlainDate
  readonly what:
    | 'invoice'
    | 'credit-note'
    | 'fee'
    | 'payment'
    | 'credit'
    | 'write-off'
    | 'discount'
    | 'rounding'
    | 'exchange'
  readonly number: string | null
  readonly due_on: Temporal.PlainDate | null
  readonly currency: string
  readonly amount_minor: bigint
}

const movements = (view: View, id: string): RawBuilder<unknown> => sql`
  with items as (
    select i.* from ledger.item_fact i
    join ${visibleRecords(view).selectAll()} r on r.id = i.record_id
    where i.organisation_id = ${view.office.id} and i.side = 'receivable' and i.state <> 'withdrawn' and i.party_id = ${id}
  )
  select issued_on as moved_on, case when key like 'receivables.fee:%' then 'fee' when amount_minor < 0 then 'credit-note' else 'invoice' end as what,
    number, due_on, currency, amount_minor, 0 as place, item_id as tie from items
  union all
  select s.settled_on, s.how, i.number, null, i.currency, -s.amount_minor, 1, s.settlement_id
  from ledger.settlement_fact s join items i on i.organisation_id = s.organisation_id and i.item_id = s.item_id
  -- an invoice and its credit note settle each other: the note stands on the statement by itself
  where s.how <> 'credit'
  order by moved_on, place, tie`

export const statementBody = implementQuery(c.statement, async (view, { id, from, until }) => {
  const party = await requireParty(view, id)
  const customer = await customerOf(view, id)
  const last = until ?? view.today
  const first = from ?? last.subtract({ years: 1 })
  const { rows } = await sql<Movement>`${movements(view, id)}`.execute(view.db())
  const { paper } = await makePaper(view, {}, id, 'quote', view.today)
  const currencies = [...new Set(rows.map(row => row.currency))].sort()
  const accounts = currencies.map(currency => {
    let balance = 0n
    const money = (minor: bigint) => ({ minor, currency })
    const lines = []
    let opening = 0n
    for (const row of rows.filter(one => one.currency === currency)) {
      if (Temporal.PlainDate.compare(row.moved_on, last) > 0) continue
      balance += row.amount_minor
      if (Temporal.PlainDate.compare(row.moved_on, first) < 0) {
        opening = balance
        continue
      }
      lines.push({
        on: row.moved_on,
        what: row.what,
        number: row.number,
        dueOn: row.due_on,
        amount: money(row.amount_minor),
        balance: money(balance),
      })
    }
    return { currency, opening: money(opening), closing: money(balance), rows: lines }
  })
  const { seller, buyer } = paper
  const { class: _, version: _version, ...named } = party
  return {
    customer: named,
    seller,
    buyer,
    language: languageOf(view.office, customer),
    from: first,
    until: last,
    accounts,
  }
})

export const getReminderBody = implementQuery(c.getReminder, async (view, { id }) => {
  const { rows } = await sql<{
    customer_id: string
    mail: c.MailState
    mail_to: string | null
    mail_error: string | null
    sent_by: c.Delivery
    letter: never
  }>`
    select m.customer_id, m.mail, m.mail_to, m.mail_error, m.sent_by, m.letter from receivables.reminder m
    where m.organisation_id = ${view.office.id} and m.id = ${id}
      -- whoever may see all that it reminds of
      and not exists (select from receivables.reminder_line l where l.organisation_id = m.organisation_id and l.reminder_id = m.id
        and l.record_id not in (select r.id from ${visibleRecords(view).selectAll()} r))`.execute(view.db())
  const row = rows[0] ?? view.refuse(kernelRefusals.notFound, { kind: 'invoice', id })
  const name = naming(await namesOf(view, [row.customer_id]))
  return {
    id,
    customer: name(row.customer_id),
    mail: row.mail,
    mailTo: row.mail_to,
    mailError: row.mail_error,
    by: row.sent_by,
    letter: letter.decode(row.letter),
  }
})

export const countRemindersBody = implementQuery(c.countReminders, async view => ({
  customers: new Set((await pile(view)).map(one => one.customer.party_id)).size,
}))

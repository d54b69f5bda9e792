import { sql } from 'kysely'
import { implementCommand } from '../../../kernel/implement.ts'
import { minorDigits } from '../../../kernel/money.ts'
import { contentGiven } from '../content.ts'
import * as c from '../contract.ts'
import { customersOf, noTerms } from '../customers.ts'
import { keptFacts, type SettingFacts, settingOf } from '../setting.ts'
import type { ReceivablesTables } from '../tables.ts'

/** A fee has no more decimals than its currency. */
function isReadable({ amount, currency }: { readonly amount: string; readonly currency: string }): boolean {
  const [, fraction = ''] = amount.split('.')
  return Intl.supportedValuesOf('currency').includes(currency) && fraction.length <= minorDigits(currency)
}

export const setInvoicingBody = implementCommand(c.setInvoicing, {
  load: async act => ({ before: await keptFacts(act), usual: await settingOf(act) }),
  async run(act, input, { before, usual }) {
    if (input.reminderFee && !isReadable(input.reminderFee)) act.refuse(c.figureWrong)
    const given = contentGiven(input) as SettingFacts
    const facts = { ...before, ...given }
    await sql`
      insert into receivables.setting (organisation_id, facts) values (${act.office.id}, ${JSON.stringify(facts)}::jsonb)
      on conflict (organisation_id) do update set facts = excluded.facts`.execute(act.db())
    act.emit(c.invoicingSet, {})
    // what was not set before goes back to what is usual, or to nothing
    const defaults: Readonly<Record<string, unknown>> = { ...usual, reminderFee: before.reminderFee, interestRates: [] }
    const undo = Object.fromEntries(
      Object.keys(given)
        .map(key => [key, before[key as keyof SettingFacts] ?? defaults[key] ?? null] as const)
        .filter(([key, value]) => key !== 'reminderFee' || value !== null || before.reminderFee === null),
    )
    return { output: {}, undo: { command: 'receivables.set-invoicing', input: undo } }
  },
})

export const setTermsBody = implementCommand(c.setTerms, {
  locks: ({ id }) => [{ kind: ['organisation', 'person'], id }],
  async run(act, { id, ...input }) {
    const before = (await customersOf(act, [id])).get(id)?.terms ?? noTerms
    const keep = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given)
    const row = {
      payment_days: keep(input.paymentDays, before.payment_days),
      language: keep(input.language, before.language),
      delivery: input.sendBy ?? before.delivery,
      mail_to: keep(input.mailTo, before.mail_to),
      reference: keep(input.reference, before.reference),
      peppol_id: keep(input.peppolId, before.peppol_id),
      vat_code: keep(input.vatCode, before.vat_code),
      without_reminders: input.withoutReminders ?? before.without_reminders,
      note: input.note ?? before.note,
    }
    await act
      .db<ReceivablesTables>()
      .insertInto('receivables.terms')
      .values({ organisation_id: act.office.id, party_id: id, ...row })
      .onConflict(conflict => conflict.columns(['organisation_id', 'party_id']).doUpdateSet(row))
      .execute()
    const { title } = act.locked(id)
    act.emit(c.termsSet, { id, title }, [id])
    return {
      output: { id },
      undo: {
        command: 'receivables.set-terms',
        input: {
          id,
          paymentDays: before.payment_days,
          language: before.language,
          sendBy: before.delivery,
          mailTo: before.mail_to,
          reference: before.reference,
          peppolId: before.peppol_id,
          vatCode: before.vat_code,
          withoutReminders: before.without_reminders,
          note: before.note,
        },
      },
    }
  },
})

export const setPriceBody = implementCommand(c.setPrice, {
  async run(act, { priceId, ...input }) {
    const db = act.db<ReceivablesTables>()
    const row = {
      text: input.text,
      unit: input.unit,
      price: input.price,
      vat_code: input.vatCode ?? null,
      account: input.account ?? null,
      article_number: input.articleNumber ?? null,
      removed_at: null,
    }
    if (priceId === undefined) {
      const id = act.newId()
      await db
        .insertInto('receivables.price')
        .values({ organisation_id: act.office.id, id, ...row })
        .execute()
      act.emit(c.priceSet, { text: input.text })
      return { output: { priceId: id }, undo: { command: 'receivables.remove-price', input: { priceId: id } } }
    }
    const before = await db
      .selectFrom('receivables.price')
      .selectAll()
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', priceId)
      .forUpdate()
      .executeTakeFirst()
    if (!before) return act.refuse(c.priceUnknown)
    await db
      .updateTable('receivables.price')
      .set(row)
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', priceId)
      .execute()
    act.emit(c.priceSet, { text: input.text })
    const undo = before.removed_at
      ? { command: 'receivables.remove-price' as const, input: { priceId } }
      : {
          command: 'receivables.set-price' as const,
          input: {
            priceId,
            text: before.text,
            unit: before.unit,
            price: before.price,
            vatCode: before.vat_code,
            account: before.account,
            articleNumber: before.article_number,
          },
        }
    return { output: { priceId }, undo }
  },
})

export const removePriceBody = implementCommand(c.removePrice, {
  async run(act, { priceId }) {
    const db = act.db<ReceivablesTables>()
    const row = await db
      .updateTable('receivables.price')
      .set({ removed_at: act.at })
      .where('organisation_id', '=', act.office.id)
      .where('id', '=', priceId)
      .where('removed_at', 'is', null)
      .returningAll()
      .executeTakeFirst()
    if (!row) return act.refuse(c.priceUnknown)
    act.emit(c.priceRemoved, { text: row.text })
    return {
      output: { priceId },
      undo: {
        command: 'receivables.set-price',
        input: {
          priceId,
          text: row.text,
          unit: row.unit,
          price: row.price,
          vatCode: row.vat_code,
          account: row.account,
          articleNumber: row.article_number,
        },
      },
    }
  },
})

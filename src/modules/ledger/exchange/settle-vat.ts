/** Settling the VAT of a period, and taking that back. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { factsFor, requireBooks, type Settings } from '../chart-facts.ts'
import type { Posting } from '../compose.ts'
import * as c from '../contract/exchange-commands.ts'
import { periodsLocked } from '../contract/events.ts'
import { roleUnassigned, vatDaysReversed } from '../contract/refusals.ts'
import { setPeriods } from '../periods.ts'
import { postPlans } from '../posting.ts'
import { boxesOf, type CodeSum, codeSums, unitOf } from '../reports/vat.ts'
import { vatReturnOf } from '../reports/vat-returns.ts'
import { entryOf, reverseEntries } from '../reversing.ts'
import { officeWords } from '../words.ts'

type Day = Temporal.PlainDate

const plain = (account: string, amount: bigint, text: string | null = null): Posting => ({
  account,
  amount,
  foreign: null,
  vatCode: null,
  vatPart: null,
  dimensions: null,
  partyId: null,
  text,
})

/** What stands on the accounts of input and output tax by the codes of the period. */
async function taxByAccount(act: Act, from: Day, until: Day): Promise<{ account: string; amount: bigint }[]> {
  const { rows } = await sql<{ account: string; amount: bigint }>`
    select p.account, sum(p.amount_minor)::bigint as amount from ledger.posting p
    where p.organisation_id = ${act.office.id} and p.vat_code is not null and p.vat_part in ('tax', 'due') and p.posted_on between ${from} and ${until}
    group by p.account having sum(p.amount_minor) <> 0 order by p.account`.execute(act.db())
  return rows
}

/** The entry that empties the tax accounts: what the return says is owed to the office that takes it, the rest is rounding. */
async function postSettlement(
  act: Act,
  settings: Settings,
  id: string,
  { from, until }: { from: Day; until: Day },
  toPay: bigint,
): Promise<string | null> {
  const taxes = await taxByAccount(act, from, until)
  if (taxes.length === 0) return null
  const none = { minor: 0n, currency: settings.currency }
  const facts = await factsFor(act, [
    { role: 'vat-settlement', amount: none },
    { role: 'rounding', amount: none },
  ])
  const account = (role: 'vat-settlement' | 'rounding'): string =>
    facts?.roles.get(role) ?? act.refuse(roleUnassigned, { role })
  const rest = taxes.reduce((all, { amount }) => all + amount, 0n) + toPay
  const text = officeWords(act, 'text.vat-settled', { from: String(from), until: String(until) })
  const postings = [
    ...taxes.map(tax => plain(tax.account, -tax.amount)),
    ...(toPay === 0n ? [] : [plain(account('vat-settlement'), -toPay)]),
    ...(rest === 0n ? [] : [plain(account('rounding'), rest)]),
  ]
  if (postings.length < 2) return null
  const [posted] = await postPlans(act, { settings }, [
    { key: `ledger.vat:${id}`, book: 'general', on: until, text, postings },
  ])
  return posted!.id
}

async function lockUntil(act: Act, until: Day): Promise<void> {
  const locked = await setPeriods(act, 'open', 'locked', { endBy: until })
  if (locked.length > 0) act.emit(periodsLocked, { until, count: locked.length })
}

export const settleVatBody = implementCommand(c.settleVat, {
  load: requireBooks,
  constraints: { vat_settlement_apart: c.vatPeriodSettled },
  async run(act, { from, until }, settings) {
    if (Temporal.PlainDate.compare(until, from) < 0) act.refuse(vatDaysReversed)
    // nothing is posted in these months while their tax is added up; those before are locked with them
    await sql`select from ledger.period where organisation_id = ${act.office.id} and starts_on <= ${until}
      order by starts_on for update`.execute(act.db())
    const { rows: taken } = await sql`
      select 1 from ledger.vat_settlement where organisation_id = ${act.office.id} and reopened_at is null and from_on <= ${until} and until_on >= ${from}`.execute(
      act.db(),
    )
    if (taken.length > 0) act.refuse(c.vatPeriodSettled, { from: String(from), until: String(until) })
    const codes: CodeSum[] = await codeSums(act, from, until)
    const { toPay } = boxesOf(codes, vatReturnOf(settings.chart), unitOf(settings.currency))
    const id = act.newId()
    const entryId = await postSettlement(act, settings, id, { from, until }, toPay)
    await sql`
      insert into ledger.vat_settlement (organisation_id, id, from_on, until_on, to_pay_minor, entry_id, settled_at, settled_by_id)
      values (${act.office.id}, ${id}, ${from}, ${until}, ${toPay}, ${entryId}, ${act.at}, ${act.principal.id})`.execute(
      act.db(),
    )
    await lockUntil(act, until)
    act.emit(c.vatSettledEvent, { id, from, until }, entryId ? [entryId] : [])
    return { output: { id, entryId, toPay: { minor: toPay, currency: settings.currency } } }
  },
})

export const reopenVatBody = implementCommand(c.reopenVat, {
  load: requireBooks,
  async run(act, { id }) {
    const { rows } = await sql<{ from_on: Day; until_on: Day; entry_id: string | null }>`
      update ledger.vat_settlement set reopened_at = ${act.at} where organisation_id = ${act.office.id} and id = ${id} and reopened_at is null
      returning from_on, until_on, entry_id`.execute(act.db())
    const settled = rows[0] ?? act.refuse(c.vatPeriodUnknown)
    const { from_on: from, until_on: until, entry_id: entryId } = settled
    if (entryId) {
      const entry = await entryOf(act, entryId)
      const text = officeWords(act, 'text.vat-reopened', { from: String(from), until: String(until) })
      if (entry.reversed_by === null) await reverseEntries(act, [{ entry, on: until, text }])
    }
    act.emit(c.vatReopenedEvent, { id, from, until }, entryId ? [entryId] : [])
    return { output: { id } }
  },
})

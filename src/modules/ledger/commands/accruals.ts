import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { decimalOfMoney } from '../../../kernel/money.ts'
import { type AccrualRow, accrualLines, monthEnds, partsOf, postDue } from '../accruals.ts'
import { factsFor, requireBooks, settingsOf } from '../chart-facts.ts'
import * as c from '../contract.ts'
import { postWishes } from '../posting.ts'
import { entryOf } from '../reversing.ts'

/** What an entry has posted on an account, and how much of it is spread already. */
async function unspread(act: Act, entryId: string, account: string): Promise<bigint> {
  const { rows } = await sql<{ left: bigint }>`
    select (coalesce((select sum(amount_minor) from ledger.posting
        where organisation_id = ${act.office.id} and entry_id = ${entryId} and account = ${account}), 0)
      - coalesce((select sum(amount_minor) from ledger.accrual
        where organisation_id = ${act.office.id} and entry_id = ${entryId} and account = ${account} and stopped_at is null), 0))::bigint as left`.execute(
    act.db(),
  )
  return rows[0]!.left
}

const within = (amount: bigint, left: bigint): boolean =>
  left >= 0n ? amount > 0n && amount <= left : amount < 0n && amount >= left

export const accrueEntryBody = implementCommand(c.accrueEntry, {
  locks: ({ id, expectedVersion }) => [{ kind: 'ledger-entry', id, expectedVersion }],
  load: requireBooks,
  weigh: ({ amount }) => ({ amount }),
  async run(act, { id, account, amount, from, months, ...input }, settings) {
    const entry = await entryOf(act, id)
    const { title } = act.locked(id)
    if (entry.reversed_by) act.refuse(c.entryReversed, { title })
    if (amount.currency !== settings.currency)
      act.refuse(c.currencyForeign, { currency: amount.currency, wanted: settings.currency })
    const left = await unspread(act, id, account)
    if (!within(amount.minor, left))
      act.refuse(c.accrualTooMuch, {
        account,
        left: `${decimalOfMoney({ minor: left, currency: amount.currency })} ${amount.currency}`,
      })
    const facts = await factsFor(act, [{ role: 'prepaid-costs', amount }])
    const held = facts?.roles.get('prepaid-costs') ?? act.refuse(c.roleUnassigned, { role: 'prepaid-costs' })
    const accrual = await insertAccrual(act, { ...input, id, account, held, amount: amount.minor, from, months, entry })
    await postWishes(act, [
      {
        book: 'accruals',
        on: entry.posted_on,
        text: accrual.text,
        lines: accrualLines(accrual, amount.minor, amount.currency, true),
        sourceId: id,
        key: `ledger.accrual:${accrual.id}:held`,
      },
    ])
    await postDue(act, settings.currency, [accrual.id])
    const version = await act.changeRecord(id)
    act.emit(c.costAccrued, { id, title, accrualId: accrual.id, months }, [id])
    return {
      output: { id, version, accrualId: accrual.id },
      undo: { command: 'ledger.stop-accrual', input: { id, accrualId: accrual.id } },
    }
  },
})

async function insertAccrual(
  act: Act,
  given: {
    readonly id: string
    readonly account: string
    readonly held: string
    readonly amount: bigint
    readonly from: Temporal.PlainDate
    readonly months: number
    readonly text?: string | undefined
    readonly entry: { readonly text: string }
  },
): Promise<AccrualRow> {
  const accrual: AccrualRow = {
    id: act.newId(),
    entry_id: given.id,
    account: given.account,
    held_on_account: given.held,
    amount_minor: given.amount,
    text: given.text ?? given.entry.text,
    dimensions: await dimensionsOf(act, given.id, given.account),
    stopped_at: null,
  }
  await sql`insert into ledger.accrual (organisation_id, id, entry_id, account, held_on_account, amount_minor, text, dimensions)
    values (${act.office.id}, ${accrual.id}, ${accrual.entry_id}, ${accrual.account}, ${accrual.held_on_account}, ${accrual.amount_minor},
      ${accrual.text}, ${accrual.dimensions && JSON.stringify(accrual.dimensions)}::jsonb)`.execute(act.db())
  const days = monthEnds(given.from, given.months).map(String)
  const parts = partsOf(given.amount, given.months).map(String)
  await sql`insert into ledger.accrual_part (organisation_id, accrual_id, part_on, amount_minor)
    select ${act.office.id}, ${accrual.id}, d, m from unnest(${days}::date[], ${parts}::bigint[]) p(d, m)`.execute(
    act.db(),
  )
  return accrual
}

async function dimensionsOf(act: Act, entryId: string, account: string): Promise<Record<string, string> | null> {
  const { rows } = await sql<{ dimensions: Record<string, string> | null }>`
    select dimensions from ledger.posting where organisation_id = ${act.office.id} and entry_id = ${entryId} and account = ${account}
    order by line limit 1`.execute(act.db())
  return rows[0]?.dimensions ?? null
}

export const stopAccrualBody = implementCommand(c.stopAccrual, {
  locks: ({ id, expectedVersion }) => [{ kind: 'ledger-entry', id, expectedVersion }],
  load: requireBooks,
  async run(act, { id, accrualId }, settings) {
    const { rows } = await sql<AccrualRow>`
      select * from ledger.accrual where organisation_id = ${act.office.id} and id = ${accrualId} and entry_id = ${id} for update`.execute(
      act.db(),
    )
    const { title } = act.locked(id)
    const [accrual] = rows
    if (!accrual || accrual.stopped_at) return act.refuse(c.accrualStopped, { title })
    const left = await takeUntaken(act, accrualId)
    if (left !== 0n)
      await postWishes(act, [
        {
          book: 'accruals',
          on: act.today,
          text: accrual.text,
          lines: accrualLines(accrual, left, settings.currency, false),
          sourceId: id,
          key: `ledger.accrual:${accrualId}:stopped`,
        },
      ])
    await sql`update ledger.accrual set stopped_at = ${act.at} where organisation_id = ${act.office.id} and id = ${accrualId}`.execute(
      act.db(),
    )
    const version = await act.changeRecord(id)
    act.emit(c.accrualStoppedEvent, { id, title, accrualId }, [id])
    return { output: { id, version } }
  },
})

/** Removes the parts that no month has taken; gives their sum. */
async function takeUntaken(act: Act, accrualId: string): Promise<bigint> {
  const { rows } = await sql<{ amount_minor: bigint }>`
    delete from ledger.accrual_part where organisation_id = ${act.office.id} and accrual_id = ${accrualId} and entry_id is null
    returning amount_minor`.execute(act.db())
  return rows.reduce((sum, row) => sum + row.amount_minor, 0n)
}

export const postAccrualsBody = implementCommand(c.postAccruals, {
  async run(act) {
    const settings = await settingsOf(act)
    return { output: { posted: settings?.mode === 'books' ? await postDue(act, settings.currency) : 0 } }
  },
})

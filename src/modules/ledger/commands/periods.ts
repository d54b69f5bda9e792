/** Months locked and opened again, years opened and closed. */
import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { factsFor, requireBooks, type Settings } from '../chart-facts.ts'
import type { Posting } from '../compose.ts'
import * as c from '../contract.ts'
import { type Posted, postPlans } from '../posting.ts'
import { setPeriods } from '../periods.ts'
import { officeWords } from '../words.ts'
import { openYear, overlaps, usualEnd } from '../years.ts'

type Day = Temporal.PlainDate

export const lockPeriodsBody = implementCommand(c.lockPeriods, {
  load: requireBooks,
  async run(act, { until }) {
    const locked = await setPeriods(act, 'open', 'locked', { endBy: until })
    const [first] = locked
    if (!first) return act.refuse(c.nothingToLock, { on: String(until) })
    act.emit(c.periodsLocked, { until, count: locked.length })
    return {
      output: { count: locked.length },
      undo: {
        command: 'ledger.unlock-periods',
        input: { from: String(first), reason: officeWords(act, 'text.locked-by-mistake', {}) },
      },
    }
  },
})

export const unlockPeriodsBody = implementCommand(c.unlockPeriods, {
  load: requireBooks,
  async run(act, { from, reason }) {
    const opened = await setPeriods(act, 'locked', 'open', { endFrom: from })
    const last = opened.at(-1)
    if (!last) return act.refuse(c.nothingToUnlock, { on: String(from) })
    act.emit(c.periodsUnlocked, { from, count: opened.length, reason })
    const { rows } = await sql<{ ends_on: Day }>`
      select ends_on from ledger.period where organisation_id = ${act.office.id} and starts_on = ${last}`.execute(
      act.db(),
    )
    return {
      output: { count: opened.length },
      undo: { command: 'ledger.lock-periods', input: { until: String(rows[0]!.ends_on) } },
    }
  },
})

export const openYearBody = implementCommand(c.openYear, {
  load: requireBooks,
  async run(act, { from, until = usualEnd(from) }) {
    const wrong =
      Temporal.PlainDate.compare(from, until) >= 0 || Temporal.PlainDate.compare(from.add({ months: 24 }), until) < 0
    if (wrong || (await overlaps(act, from, until)))
      act.refuse(c.yearOverlaps, { from: String(from), until: String(until) })
    return { output: { id: await openYear(act, from, until) } }
  },
})

interface YearRow {
  readonly id: string
  readonly starts_on: Day
  readonly ends_on: Day
  readonly state: 'open' | 'closed'
}

async function yearToClose(act: Act, id: string): Promise<YearRow> {
  const { rows } = await sql<YearRow>`
    select id, starts_on, ends_on, state from ledger.fiscal_year where organisation_id = ${act.office.id} order by starts_on for update`.execute(
    act.db(),
  )
  const year = rows.find(row => row.id === id) ?? act.refuse(c.yearMissing, { on: '' })
  const name = `${year.starts_on} – ${year.ends_on}`
  if (year.state === 'closed') act.refuse(c.yearClosed, { year: name })
  const before = rows.find(row => row.state === 'open' && Temporal.PlainDate.compare(row.starts_on, year.starts_on) < 0)
  if (before) act.refuse(c.yearBefore, { year: `${before.starts_on} – ${before.ends_on}` })
  return year
}

const plain = (account: string, amount: bigint): Posting => ({
  account,
  amount,
  foreign: null,
  vatCode: null,
  vatPart: null,
  dimensions: null,
  partyId: null,
  text: null,
})

/** What income and costs of the year have come to, account by account; held so that nothing is posted meanwhile. */
async function resultOf(act: Act, year: YearRow): Promise<{ account: string; amount: bigint }[]> {
  await sql`select 1 from ledger.period where organisation_id = ${act.office.id} and year_id = ${year.id} for update`.execute(
    act.db(),
  )
  const { rows } = await sql<{ account: string; amount: bigint }>`
    select b.account, sum(b.debit_minor - b.credit_minor)::bigint as amount from ledger.balance b
    join ledger.account a on a.organisation_id = b.organisation_id and a.number = b.account and a.account_type in ('income', 'cost')
    join ledger.period p on p.organisation_id = b.organisation_id and p.starts_on = b.period_on and p.year_id = ${year.id}
    where b.organisation_id = ${act.office.id} group by b.account having sum(b.debit_minor - b.credit_minor) <> 0 order by b.account`.execute(
    act.db(),
  )
  return rows
}

export const closeYearBody = implementCommand(c.closeYear, {
  load: requireBooks,
  async run(act, { yearId }, settings) {
    const year = await yearToClose(act, yearId)
    const zero = { minor: 0n, currency: settings.currency }
    const facts = await factsFor(act, [
      { role: 'result-of-year', amount: zero },
      { role: 'retained-earnings', amount: zero },
    ])
    const ofYear = facts?.roles.get('result-of-year') ?? act.refuse(c.roleUnassigned, { role: 'result-of-year' })
    const retained =
      facts?.roles.get('retained-earnings') ?? act.refuse(c.roleUnassigned, { role: 'retained-earnings' })
    const next = year.ends_on.add({ days: 1 })
    if (!(await overlaps(act, next, next))) await openYear(act, next, usualEnd(next))
    const sums = await resultOf(act, year)
    const result = sums.reduce((sum, { amount }) => sum + amount, 0n)
    const posted = await closingEntries(act, settings, { year, next, sums, result, ofYear, retained })
    await sql`update ledger.period set state = 'closed' where organisation_id = ${act.office.id} and year_id = ${year.id}`.execute(
      act.db(),
    )
    await sql`update ledger.fiscal_year set state = 'closed', closed_at = ${act.at}, closed_by_id = ${act.principal.id}
      where organisation_id = ${act.office.id} and id = ${year.id}`.execute(act.db())
    act.emit(c.yearClosedEvent, { id: year.id, startsOn: year.starts_on, endsOn: year.ends_on })
    return { output: { id: year.id, entryIds: posted.map(({ id }) => id) } }
  },
})

interface Closing {
  readonly year: YearRow
  readonly next: Day
  readonly sums: readonly { readonly account: string; readonly amount: bigint }[]
  readonly result: bigint
  readonly ofYear: string
  readonly retained: string
}

/** How often the year was closed before: a year that was opened again is closed under keys of its own. */
async function closingsOf(act: Act, yearId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ledger.entry
    where organisation_id = ${act.office.id} and reversal_of is null and key like ${`ledger.year:${yearId}:%closed`}`.execute(
    act.db(),
  )
  return rows[0]!.count
}

/** Income and costs go to the year's result on its last day; on the first of the next it joins what was earned before. */
async function closingEntries(act: Act, settings: Settings, closing: Closing): Promise<Posted[]> {
  const { year, next, sums, result, ofYear, retained } = closing
  if (sums.length === 0) return []
  const text = officeWords(act, 'text.closing', { from: String(year.starts_on), until: String(year.ends_on) })
  const key = `ledger.year:${year.id}:${await closingsOf(act, year.id)}`
  const lines = [...sums.map(({ account, amount }) => plain(account, -amount)), plain(ofYear, result)]
  const close = { key: `${key}:closed`, book: 'closing' as const, on: year.ends_on, text, postings: lines }
  const carry = {
    key: `${key}:carried`,
    book: 'opening' as const,
    on: next,
    text: officeWords(act, 'text.carried', { from: String(year.starts_on), until: String(year.ends_on) }),
    postings: [plain(ofYear, -result), plain(retained, result)],
  }
  const posted = await postPlans(act, { settings }, [close])
  return result === 0n || ofYear === retained ? posted : [...posted, ...(await postPlans(act, { settings }, [carry]))]
}

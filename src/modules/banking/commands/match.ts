import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { Money } from '../../../kernel/money.ts'
import { requireColleague } from '../../../kernel/named.ts'
import { adviseByItself } from '../advice/acts.ts'
import { accountOf, wordedAmount } from '../account-row.ts'
import { inLots, noWishes } from '../booking.ts'
import * as c from '../contract.ts'
import { lineName, linesByIds, type LineRow } from '../line-row.ts'
import { learn } from '../rules.ts'
import { bookLineOf, type KeptPart, readNamed, takeBack, throughPayments } from '../match-rows.ts'
import { followPayments, paymentItems, type PaymentRow, settlePayments } from '../run-row.ts'
import { officeWords } from '../words.ts'
import { revivePayments } from './run-end.ts'

const askKey = (lineId: string): string => `banking.line:${lineId}`

/** What leaves or comes in, in the office's currency first: the most of one currency is what is weighed. */
function weightOf(lines: readonly c.LineMatch[]): { amount?: Money } {
  const sums = new Map<string, bigint>()
  for (const { amount } of lines.flatMap(line => line.parts))
    sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + (amount.minor < 0n ? -amount.minor : amount.minor))
  const [[currency, minor] = []] = [...sums].sort((a, b) => (b[1] > a[1] ? 1 : -1))
  return currency === undefined || minor === undefined ? {} : { amount: { minor, currency } }
}

export const matchLinesBody = implementCommand(c.matchLines, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bank-account', id, expectedVersion }],
  load: (act, { id }) => accountOf(act, id),
  weigh: ({ lines }) => weightOf(lines),
  async run(act, { id, lines: asked }, account) {
    const { title } = act.locked(id)
    const known = await linesByIds(
      act,
      id,
      asked.map(({ lineId }) => lineId),
    )
    if (new Set(asked.map(({ lineId }) => lineId)).size !== asked.length) act.refuse(c.lineMatched, { name: title })
    const wanted = await throughPayments(act, asked)
    const named = await readNamed(act, account, wanted)
    const wishes = noWishes()
    const paid: { readonly ids: string[]; readonly line: LineRow }[] = []
    const kept: { id: string; line_id: string; parts: readonly KeptPart[]; entry_key: string | null }[] = []
    for (const match of wanted) {
      const line = known.get(match.lineId) ?? act.refuse(c.lineUnknown)
      if (line.match_id) act.refuse(c.lineMatched, { name: lineName(line) })
      const matchId = act.newId()
      const booked = bookLineOf(act, account, line, match, matchId, named, wishes)
      kept.push({ id: matchId, line_id: line.id, parts: booked.kept, entry_key: booked.entryKey })
      paid.push({ ids: match.parts.flatMap(({ paymentId }) => paymentId ?? []), line })
      if (match.remember) await learn(act, account, line, match.parts)
    }
    requireOnce(act, wanted)
    await keepMatches(act, kept)
    for (const { ids, line } of paid) if (ids.length > 0) await settlePayments(act, ids, line.booked_on, line.id)
    await adviseByItself(
      act,
      paid.flatMap(one => one.ids),
    )
    await follow(
      act,
      paid.flatMap(one => one.ids),
      paid.at(-1)!.line.booked_on,
    )
    const version = await act.changeRecord(id)
    const workDone = kept.map(one => ({ key: askKey(one.line_id) }))
    const told = { id, title, count: kept.length }
    for (const [index, lot] of inLots(wishes).entries())
      act.emit(c.linesMatched, { ...told, ...lot, ...(index === 0 ? { workDone } : {}) }, [id])
    return {
      output: { id, version, count: kept.length },
      undo: { command: 'banking.unmatch-lines', input: { id, lineIds: kept.map(one => one.line_id) } },
    }
  },
})

/** A payment is shown by one line. */
function requireOnce(act: Act, wanted: readonly c.LineMatch[]): void {
  const ids = wanted.flatMap(({ parts }) => parts.flatMap(({ paymentId }) => paymentId ?? []))
  if (new Set(ids).size !== ids.length) act.refuse(c.paymentNotLive, { name: '' })
}

async function keepMatches(
  act: Act,
  kept: readonly { id: string; line_id: string; parts: readonly KeptPart[]; entry_key: string | null }[],
): Promise<void> {
  await sql`
    insert into banking.match (organisation_id, id, line_id, parts, entry_key, matched_at, matched_by_id)
    select ${act.office.id}, x.id, x.line_id, x.parts, x.entry_key, ${act.at}, ${act.principal.id}
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as x(id uuid, line_id uuid, parts jsonb, entry_key text)`.execute(
    act.db(),
  )
  await sql`
    update banking.line l set match_id = m.id from banking.match m
    where l.organisation_id = ${act.office.id} and m.organisation_id = l.organisation_id and m.line_id = l.id
      and m.id = any(${kept.map(({ id }) => id)}::uuid[])`.execute(act.db())
}

/** The runs of these payments stand where their payments do. */
async function follow(act: Act, paymentIds: readonly string[], on: Temporal.PlainDate): Promise<void> {
  if (paymentIds.length === 0) return
  const { rows } = await sql<{ run_id: string }>`
    select distinct run_id from banking.payment where organisation_id = ${act.office.id} and id = any(${[...paymentIds]}::uuid[])`.execute(
    act.db(),
  )
  for (const { run_id } of rows) await followPayments(act, run_id, on)
}

export const unmatchLinesBody = implementCommand(c.unmatchLines, {
  constraints: { payment_item_live_once: c.itemInRun },
  locks: ({ id, expectedVersion }) => [{ kind: 'bank-account', id, expectedVersion }],
  async run(act, { id, lineIds }) {
    const { title } = act.locked(id)
    const lines = await linesByIds(act, id, lineIds)
    const { rows: matches } = await sql<{ id: string; line_id: string; entry_key: string | null; parts: KeptPart[] }>`
      select id, line_id, entry_key, parts from banking.match
      where organisation_id = ${act.office.id} and line_id = any(${lineIds}::uuid[])`.execute(act.db())
    const byLine = new Map(matches.map(match => [match.line_id, match]))
    const payments = await paymentsShown(
      act,
      matches.flatMap(({ parts }) => parts.flatMap(part => part.paymentId ?? [])),
    )
    const wishes = noWishes()
    for (const lineId of new Set(lineIds)) {
      const line = lines.get(lineId) ?? act.refuse(c.lineUnknown)
      const match = byLine.get(lineId) ?? act.refuse(c.lineOpen, { name: lineName(line) })
      const text = officeWords(act, 'banking.entry.taken-back', { name: lineName(line) }).slice(0, 300)
      takeBack(line, match, payments, text, wishes)
    }
    await sql`
      update banking.line set match_id = null where organisation_id = ${act.office.id} and id = any(${lineIds}::uuid[])`.execute(
      act.db(),
    )
    await sql`
      delete from banking.match where organisation_id = ${act.office.id} and line_id = any(${lineIds}::uuid[])`.execute(
      act.db(),
    )
    const all = [...payments.values()].map(({ payment }) => payment)
    const confirmed = all.filter(one => one.confirmed_key)
    await sql`
      update banking.payment set line_id = null
      where organisation_id = ${act.office.id} and id = any(${confirmed.map(one => one.id)}::uuid[])`.execute(act.db())
    const live = all.filter(one => !one.confirmed_key).map(one => one.id)
    await revivePayments(act, live)
    await follow(act, live, act.today)
    const version = await act.changeRecord(id)
    for (const lot of inLots(wishes)) act.emit(c.linesUnmatched, { id, title, count: lineIds.length, ...lot }, [id])
    return { output: { id, version, count: lineIds.length } }
  },
})

async function paymentsShown(act: Act, ids: readonly string[]) {
  const { rows } = await sql<PaymentRow>`
    select * from banking.payment where organisation_id = ${act.office.id} and id = any(${[...ids]}::uuid[]) order by id for update`.execute(
    act.db(),
  )
  const items = await paymentItems(act, ids)
  return new Map(
    rows.map(payment => [payment.id, { payment, items: items.filter(one => one.payment_id === payment.id) }] as const),
  )
}

export const askAboutLineBody = implementCommand(c.askAboutLine, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bank-account', id, expectedVersion }],
  async run(act, { id, lineId, personId, dueOn, note }) {
    const line = (await linesByIds(act, id, [lineId])).get(lineId) ?? act.refuse(c.lineUnknown)
    const name = lineName(line)
    if (line.match_id) act.refuse(c.lineMatched, { name })
    await requireColleague(act, personId, c.personUnknown)
    await sql`
      update banking.line set asked_id = ${personId}, asked_at = ${act.at}
      where organisation_id = ${act.office.id} and id = ${lineId}`.execute(act.db())
    const version = await act.changeRecord(id)
    const { title } = act.locked(id)
    const amount = { minor: line.amount_minor, currency: line.currency }
    const said = { name, amount: wordedAmount(amount), on: String(line.booked_on) }
    const task = {
      key: askKey(lineId),
      title: officeWords(act, 'banking.task.paper-missing', said).slice(0, 300),
      ...(note ? { note } : {}),
      ownerId: personId,
      askedById: act.principal.id,
      dueOn: dueOn ?? act.today.add({ days: 3 }),
      ifLate: 'holds-others' as const,
    }
    act.emit(c.lineAsked, { id, title, name, amount, work: [task] }, [id])
    return { output: { id, version } }
  },
})

export const forgetRuleBody = implementCommand(c.forgetRule, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bank-account', id, expectedVersion }],
  async run(act, { id, ruleId }) {
    const { rows } = await sql<{ shown: string }>`
      delete from banking.rule where organisation_id = ${act.office.id} and account_id = ${id} and id = ${ruleId} returning shown`.execute(
      act.db(),
    )
    const [rule] = rows
    if (!rule) return act.refuse(c.ruleUnknown)
    const version = await act.changeRecord(id)
    act.emit(c.ruleForgotten, { id, title: act.locked(id).title, name: rule.shown }, [id])
    return { output: { id, version } }
  },
})

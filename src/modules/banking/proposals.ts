/** What unmatched lines probably are: the pure matching, fed with what the office owes and is owed, has sent and has learnt. */
import { sql } from 'kysely'
import type { View } from '../../kernel/implement.ts'
import type { AccountRow } from './account-row.ts'
import type { MatchPart } from './contract.ts'
import { exchanged, ratesOn } from './exchange.ts'
import { lineName, type LineRow } from './line-row.ts'
import { compact, counterpartyKey } from './matching/keys.ts'
import { exchangedMatches } from './matching/exchanged.ts'
import { matchLines } from './matching/match.ts'
import type { AdviceSum, MatchItem, MatchLine, OwnPayment, ProposedPart } from './matching/model.ts'
import { type ItemRow, itemsWhere } from './open-items.ts'
import { type RuleRow, rulesOf } from './rules.ts'

export interface ShownPart
  extends Pick<MatchPart, 'itemId' | 'paymentId' | 'account' | 'role' | 'amount' | 'vatCode' | 'text'> {
  readonly title: string
  readonly number: string | null
  readonly dueOn: Temporal.PlainDate | null
  readonly remaining: { readonly minor: bigint; readonly currency: string } | null
  /** What it settles of an item in another currency. */
  readonly settles?: { readonly minor: bigint; readonly currency: string }
}
export interface ShownProposal {
  readonly parts: ShownPart[]
  readonly reasons: { readonly key: string; readonly params: Record<string, unknown> }[]
  readonly sure: boolean
}

/** As many open items are looked through: the oldest due ones. */
const mostItems = 20_000

export async function proposalsFor(
  view: View,
  account: AccountRow,
  lines: readonly LineRow[],
): Promise<Map<string, ShownProposal[]>> {
  if (lines.length === 0) return new Map()
  const all = await itemsWhere(view, sql`i.state = 'open'`, mostItems)
  const items = all.filter(item => item.currency === account.currency)
  const payments = await ownPayments(view, account)
  const rules = await rulesOf(view, account.id)
  const free = items.filter(item => item.run_id === null)
  const found = matchLines({
    lines: lines.map(matchLineOf),
    items: await matchItems(view, free),
    payments: payments.filter(one => one.currency === account.currency),
    advices: await adviceSums(view, account),
    rules: rules.map(({ id, counterparty, direction, uses }) => ({ id, counterparty, direction, uses })),
    ownAccounts: await ownAccounts(view, account),
  })
  const known = {
    items: new Map(free.map(item => [item.item_id, item])),
    payments: new Map(payments.map(payment => [payment.id, payment])),
    rules: new Map(rules.map(rule => [rule.id, rule])),
    names: await accountNames(view, rules),
    currency: account.currency,
  }
  const others = await exchangedProposals(view, account, {
    lines: lines.filter(line => !found.some(one => one.lineId === line.id && one.rest_minor === 0n)),
    items: all.filter(item => item.currency !== account.currency && item.run_id === null),
    payments,
  })
  return new Map([
    ...others,
    ...found
      .filter(({ rest_minor }) => rest_minor === 0n)
      .map(
        ({ lineId, parts, reasons, sure }) =>
          [
            lineId,
            [
              {
                parts: parts.map(part => shown(part, known)),
                reasons: reasons.map(({ name, params }) => ({
                  key: `page.bank.reason.${name}`,
                  params: counted(params),
                })),
                sure,
              },
            ],
          ] as [string, ShownProposal[]],
      ),
  ])
}

interface Others {
  readonly lines: readonly LineRow[]
  readonly items: readonly ItemRow[]
  readonly payments: readonly OwnPayment[]
}

/** What was paid in another currency, for lines that nothing in the account's own was found for. */
async function exchangedProposals(
  view: View,
  account: AccountRow,
  { lines, items, payments }: Others,
): Promise<[string, ShownProposal[]][]> {
  const foreign = payments.filter(one => one.currency !== account.currency)
  if (lines.length === 0 || (items.length === 0 && foreign.length === 0)) return []
  const currencies = [account.currency, ...items.map(one => one.currency), ...foreign.map(one => one.currency)]
  const last = lines
    .map(line => line.booked_on)
    .sort(Temporal.PlainDate.compare)
    .at(-1)!
  const rates = await ratesOn(view, currencies, last)
  const proposals = exchangedMatches({
    lines: lines.map(line => ({
      ...matchLineOf(line),
      original:
        line.original_minor !== null && line.original_currency
          ? { minor: line.original_minor, currency: line.original_currency }
          : null,
    })),
    items: await matchItems(view, items),
    payments: foreign,
    estimate: (minor, currency, line) => exchanged({ minor, currency }, line.currency, rates),
  })
  const byLine = new Map(lines.map(line => [line.id, line]))
  const byItem = new Map(items.map(item => [item.item_id, item]))
  const byPayment = new Map(foreign.map(one => [one.id, one]))
  return proposals.map(({ lineId, itemId, paymentId, reason, sure }) => {
    const amount = { minor: byLine.get(lineId)!.amount_minor, currency: account.currency }
    const item = itemId ? byItem.get(itemId)! : null
    const left = item && { minor: item.remaining_minor, currency: item.currency }
    const part: ShownPart = item
      ? {
          itemId: item.item_id,
          amount,
          settles: left!,
          title: item.party_name,
          number: item.number,
          dueOn: item.due_on,
          remaining: left,
        }
      : { ...bare, paymentId: paymentId!, amount, title: byPayment.get(paymentId!)!.payeeName }
    const reasons = [{ key: `page.bank.reason.${reason.name}`, params: counted(reason.params) }]
    return [lineId, [{ parts: [part], reasons, sure }]]
  })
}

export const matchLineOf = (line: LineRow): MatchLine => ({
  id: line.id,
  kind: line.kind,
  bookedOn: String(line.booked_on),
  minor: line.amount_minor,
  currency: line.currency,
  partyName: line.party_name,
  partyAccount: line.party_account && compact(line.party_account),
  references: line.reference.map(({ value, minor }) => ({ value, minor: minor === null ? null : BigInt(minor) })),
  text: line.text,
  endToEndId: line.end_to_end_id,
  instructionId: line.instruction_id,
  batch: line.batch && {
    id: line.batch.id,
    paymentInfoId: line.batch.paymentInfoId,
    sum_minor: BigInt(line.batch.sumMinor),
    count: line.batch.count,
  },
  fee_minor: line.fee_minor,
  reversal: line.is_reversal,
  counterparty: counterpartyKey(lineName(line)),
})

/** Items with the accounts by which the directory knows their parties. */
async function matchItems(view: View, items: readonly ItemRow[]): Promise<MatchItem[]> {
  const parties = [...new Set(items.flatMap(item => item.party_id ?? []))]
  const { rows } = await sql<{ party_id: string; number: string }>`
    select party_id, number from directory.account_fact
    where organisation_id = ${view.office.id} and party_id = any(${parties}::uuid[])`.execute(view.db())
  const accounts = Map.groupBy(rows, row => row.party_id)
  return items.map(item => ({
    id: item.item_id,
    side: item.side,
    remaining_minor: item.remaining_minor,
    currency: item.currency,
    partyId: item.party_id,
    partyName: item.party_name,
    partyAccounts: [
      ...(item.pay_to ? [compact(item.pay_to.number)] : []),
      ...(accounts.get(item.party_id ?? '') ?? []).map(one => compact(one.number)),
    ],
    number: item.number,
    reference: item.reference,
    issuedOn: String(item.issued_on),
    dueOn: String(item.due_on),
    discount:
      item.discount_on && item.discount_minor !== null
        ? { on: String(item.discount_on), minor: item.discount_minor }
        : null,
  }))
}

/** What went to the bank and no statement has shown yet, also where somebody has said that it was paid. */
async function ownPayments(view: View, account: AccountRow): Promise<OwnPayment[]> {
  const { rows } = await sql<{
    id: string
    minor: bigint
    currency: string
    end_to_end_id: string
    run_id: string
    payment_info_id: string | null
    pay_on: Temporal.PlainDate
    party_name: string
    pay_to: { number: string }
  }>`
    select p.id, p.amount_minor as minor, p.currency, p.end_to_end_id, p.run_id, p.payment_info_id, p.pay_on, p.party_name, p.pay_to
    from banking.payment p join banking.run r on r.organisation_id = p.organisation_id and r.id = p.run_id
    where p.organisation_id = ${view.office.id} and r.account_id = ${account.id} and r.handed_out_at is not null and p.line_id is null
      and (p.state = 'planned' or (p.state = 'settled' and p.confirmed_key is not null)) order by p.pay_on, p.id`.execute(
    view.db(),
  )
  return rows.map(row => ({
    id: row.id,
    minor: row.minor,
    currency: row.currency,
    endToEndId: row.end_to_end_id,
    runId: row.run_id,
    paymentInfoId: row.payment_info_id,
    payOn: String(row.pay_on),
    payeeName: row.party_name,
    payeeAccount: compact(row.pay_to.number),
  }))
}

/** Sums that an advice has told one by one, and no line of the account has been matched with yet. */
async function adviceSums(view: View, account: AccountRow): Promise<AdviceSum[]> {
  const { rows } = await sql<{ id: string; minor: bigint; on: Temporal.PlainDate }>`
    select a.statement_id || ' ' || a.batch_id as id, a.minor, a.booked_on as "on" from (
      select l.statement_id, coalesce(l.batch ->> 'id', '') as batch_id, l.booked_on, sum(l.amount_minor)::bigint as minor
      from banking.line l where l.organisation_id = ${view.office.id} and l.account_id = ${account.id} and l.kind = 'advice'
      group by 1, 2, 3) a
    where not exists (
      select from banking.line s join banking.match m on m.organisation_id = s.organisation_id and m.id = s.match_id
      where s.organisation_id = ${view.office.id} and s.account_id = ${account.id} and s.kind = 'statement' and s.amount_minor = a.minor
        and abs(s.booked_on - a.booked_on) <= 7 and m.parts @> '[{"role": "clearing"}]')
    order by a.booked_on`.execute(view.db())
  return rows.map(row => ({ id: row.id, minor: row.minor, currency: account.currency, on: String(row.on) }))
}

async function ownAccounts(view: View, account: AccountRow): Promise<Set<string>> {
  const { rows } = await sql<{ number: string }>`
    select number from banking.account_number where organisation_id = ${view.office.id} and account_id <> ${account.id}`.execute(
    view.db(),
  )
  return new Set(rows.map(row => row.number))
}

async function accountNames(view: View, rules: readonly RuleRow[]): Promise<ReadonlyMap<string, string>> {
  const numbers = rules.flatMap(({ part }) => part.account ?? [])
  const { rows } = await sql<{ number: string; name: string }>`
    select number, name from ledger.account_fact where organisation_id = ${view.office.id} and number = any(${numbers}::text[])`.execute(
    view.db(),
  )
  return new Map(rows.map(row => [row.number, row.name]))
}

/** What has a plural is told by `count`. */
const counted = (params: Readonly<Record<string, string | number>>): Record<string, unknown> =>
  params['uses'] === undefined ? { ...params } : { ...params, count: params['uses'] }

interface Known {
  readonly items: ReadonlyMap<string, ItemRow>
  readonly payments: ReadonlyMap<string, OwnPayment>
  readonly rules: ReadonlyMap<string, RuleRow>
  readonly names: ReadonlyMap<string, string>
  readonly currency: string
}

const bare = { number: null, dueOn: null, remaining: null }

/** A part with the words for it; what is booked to a role is worded by the page. */
function shown(part: ProposedPart, known: Known): ShownPart {
  const amount = { minor: part.minor, currency: known.currency }
  switch (part.is) {
    case 'item': {
      const item = known.items.get(part.itemId)!
      const remaining = { minor: item.remaining_minor, currency: item.currency }
      return { itemId: part.itemId, amount, title: item.party_name, number: item.number, dueOn: item.due_on, remaining }
    }
    case 'payment':
      return { ...bare, paymentId: part.paymentId, amount, title: known.payments.get(part.paymentId)!.payeeName }
    case 'rule': {
      const { part: booked, shown: name } = known.rules.get(part.ruleId)!
      const title = booked.account ? `${booked.account} ${known.names.get(booked.account) ?? ''}`.trim() : name
      return { ...bare, ...given(booked), amount, title }
    }
    default:
      return { ...bare, role: part.role, amount, title: '' }
  }
}

const given = ({ account, role, vatCode, text }: RuleRow['part']) => ({
  ...(account ? { account } : { role: role as NonNullable<MatchPart['role']> }),
  ...(vatCode ? { vatCode } : {}),
  ...(text ? { text } : {}),
})

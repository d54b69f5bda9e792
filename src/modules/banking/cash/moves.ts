import { sql } from 'kysely'
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireVisible } from '../../../kernel/named.ts'
import type { BookLine, BookWish, SettleWish } from '../../ledger/contract.ts'
import { moneyOf, requireLedgerAccount, wordedAmount } from '../account-row.ts'
import * as c from '../contract.ts'
import { taxIn } from '../match-rows.ts'
import { itemsByIds, roleOf } from '../open-items.ts'
import {
  boxOf,
  type BoxRow,
  enter,
  entryKey,
  type EntryRow,
  linesOf,
  requireAmount,
  requireOpenBox,
} from './box-row.ts'

type Given = ReturnType<typeof c.recordCash.input.parse>

/** The other side of an entry, and what it settles. */
interface Purpose {
  readonly line: BookLine
  readonly minor: bigint
  readonly vat_minor: bigint
  readonly settled: SettleWish[]
}

/** What the tax in an amount is: as the receipt says, else by the code's rate. */
async function taxOf(act: Act, gross: bigint, { vatCode, vat }: Given): Promise<bigint> {
  if (!vatCode) return 0n
  const { rows } = await sql<{ rate: number; kind: string }>`
    select rate, kind from ledger.vat_code_fact where organisation_id = ${act.office.id} and code = ${vatCode}`.execute(
    act.db(),
  )
  const code = rows[0] ?? act.refuse(c.vatCodeUnknown, { code: vatCode })
  if (!vat) return taxIn(gross, code)
  const said = vat.minor < 0n ? -vat.minor : vat.minor
  return gross < 0n ? -said : said
}

/** Spent or received: to an account, net of its tax. `gross` is signed as that account sees it. */
async function booked(act: Act, box: BoxRow, gross: bigint, input: Given): Promise<Purpose> {
  await requireLedgerAccount(act, input.account)
  const tax = await taxOf(act, gross, input)
  const { currency } = box
  const line: BookLine = {
    ...(input.account
      ? { account: input.account }
      : { role: input.what === 'spent' ? ('purchases' as const) : ('sales' as const) }),
    amount: { minor: gross - tax, currency },
    ...(input.vatCode ? { vatCode: input.vatCode, ...(tax === 0n ? {} : { vat: { minor: tax, currency } }) } : {}),
    text: input.text,
  }
  return { line, minor: -gross, vat_minor: tax, settled: [] }
}

/** A bill that is paid from the box, or an invoice paid into it. */
async function paid(
  act: Act,
  box: BoxRow,
  entryId: string,
  on: Temporal.PlainDate,
  { itemId, amount }: Given,
): Promise<Purpose> {
  if (!itemId) return act.refuse(c.cashItemMissing)
  const [item] = await itemsByIds(act, [itemId])
  if (!item || item.state !== 'open') return act.refuse(c.matchItemUnknown)
  if (item.run_id) act.refuse(c.itemInRun, { name: item.party_name })
  if (item.currency !== box.currency)
    act.refuse(c.cashCurrencyOther, { currency: box.currency, title: act.locked(box.id).title })
  const left = item.remaining_minor
  const settles = left < 0n ? -amount.minor : amount.minor
  if (amount.minor > (left < 0n ? -left : left))
    act.refuse(c.cashItemTooMuch, { name: item.party_name, left: wordedAmount(moneyOf(left, item.currency)) })
  // Money out pays what is owed; a credit note of theirs brings money in.
  const minor = item.side === 'payable' ? -settles : settles
  return {
    minor,
    vat_minor: 0n,
    line: {
      role: roleOf(item),
      amount: { minor: -minor, currency: box.currency },
      ...(item.number ? { text: item.number } : {}),
      ...(item.party_id ? { partyId: item.party_id } : {}),
    },
    settled: [
      {
        key: `${entryKey(entryId)}:item`,
        itemId: item.item_id,
        amount: { minor: settles, currency: box.currency },
        on,
        byId: box.id,
        how: 'payment',
      },
    ],
  }
}

function purposeOf(
  act: Act,
  box: BoxRow,
  entryId: string,
  on: Temporal.PlainDate,
  input: Given,
): Promise<Purpose> | Purpose {
  const { minor } = input.amount
  if (input.what === 'paid-item') return paid(act, box, entryId, on, input)
  if (input.what === 'spent') return booked(act, box, minor, input)
  if (input.what === 'received') return booked(act, box, -minor, input)
  // Until the bank's own line shows it, the money is on its way.
  const moved = input.what === 'from-bank' ? minor : -minor
  const line: BookLine = { role: 'clearing', amount: { minor: -moved, currency: box.currency }, text: input.text }
  return { line, minor: moved, vat_minor: 0n, settled: [] }
}

export const recordCashBody = implementCommand(c.recordCash, {
  locks: ({ id, expectedVersion }) => [{ kind: 'cash-box', id, expectedVersion }],
  load: (act, { id }) => boxOf(act, id),
  weigh: ({ amount }) => ({ amount }),
  async run(act, input, box) {
    const { id, documentId } = input
    requireOpenBox(act, box)
    requireAmount(act, box, input.amount, false)
    if (documentId) await requireVisible(act, documentId, ['document'])
    const on = input.on ?? act.today
    const entryId = act.newId()
    const { line, minor, vat_minor, settled } = await purposeOf(act, box, entryId, on, input)
    const { number, balance_minor } = await enter(act, box, {
      id: entryId,
      what: input.what,
      on,
      minor,
      text: input.text,
      counterparty: input.counterparty ?? null,
      account: input.account ?? null,
      vatCode: input.vatCode ?? null,
      vat_minor,
      documentId: documentId ?? null,
      itemId: input.itemId ?? null,
    })
    if (documentId) await act.link(id, documentId, 'receipt')
    const version = await act.changeRecord(id)
    const { title } = act.locked(id)
    const book: BookWish = {
      key: entryKey(entryId),
      book: 'cash',
      on,
      text: [input.text, input.counterparty].filter(Boolean).join(' · ').slice(0, 300),
      sourceId: id,
      ...(documentId ? { documentIds: [documentId] } : {}),
      lines: linesOf(box, minor, line),
    }
    act.emit(
      c.cashMoved,
      {
        id,
        title,
        amount: moneyOf(minor, box.currency),
        text: input.text,
        book: [book],
        ...(settled.length > 0 ? { settled } : {}),
      },
      [id, ...(documentId ? [documentId] : [])],
    )
    return {
      output: { id, version, entryId, number: String(number), balance: moneyOf(balance_minor, box.currency) },
      undo: {
        command: 'banking.take-back-cash',
        input: { id, expectedVersion: version, entryId, reason: input.text },
      },
    }
  },
})

async function entryOf(act: Act, boxId: string, entryId: string): Promise<EntryRow> {
  const { rows } = await sql<EntryRow>`
    select * from banking.cash_entry where organisation_id = ${act.office.id} and box_id = ${boxId} and id = ${entryId}`.execute(
    act.db(),
  )
  return rows[0] ?? act.refuse(c.cashEntryUnknown)
}

export const takeBackCashBody = implementCommand(c.takeBackCash, {
  constraints: { cash_taken_back_once: c.cashEntryTakenBack },
  locks: ({ id, expectedVersion }) => [{ kind: 'cash-box', id, expectedVersion }],
  load: (act, { id }) => boxOf(act, id),
  async run(act, { id, entryId, reason }, box) {
    requireOpenBox(act, box)
    const entry = await entryOf(act, id, entryId)
    // A count is evidence, and what was taken back is settled: neither is undone.
    if (entry.what === 'difference' || entry.what === 'taken-back')
      act.refuse(c.cashEntryStays, { number: String(entry.number) })
    const backId = act.newId()
    const on = Temporal.PlainDate.compare(entry.on_day, act.today) > 0 ? entry.on_day : act.today
    await enter(act, box, {
      id: backId,
      what: 'taken-back',
      on,
      minor: -entry.amount_minor,
      text: reason,
      counterparty: entry.counterparty,
      account: entry.account,
      vatCode: entry.vat_code,
      vat_minor: -entry.vat_minor,
      documentId: entry.document_id,
      takesBackId: entryId,
    })
    const version = await act.changeRecord(id)
    act.emit(
      c.cashTakenBack,
      {
        id,
        title: act.locked(id).title,
        amount: moneyOf(-entry.amount_minor, box.currency),
        text: entry.text,
        bookReversed: [{ key: entryKey(entryId), on, text: reason }],
        ...(entry.item_id ? { settlementsWithdrawn: [{ key: `${entryKey(entryId)}:item` }] } : {}),
      },
      [id],
    )
    return { output: { id, version, entryId: backId } }
  },
})

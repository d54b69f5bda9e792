import { type Act, implementCommand } from '../../../kernel/implement.ts'
import { requireColleague } from '../../../kernel/named.ts'
import { decimalOfMoney } from '../../../kernel/money.ts'
import {
  billAndSettings,
  billOf,
  linesOf,
  moneyOf,
  type NewLine,
  requireBillState,
  searchOf,
  signedTotal,
  updateBill,
  changeWithLines,
} from '../bill-row.ts'
import { approveKey, approveWish, filled, openKeys } from '../bill-work.ts'
import { billToPost } from '../bill-to-post.ts'
import * as c from '../contract.ts'
import type { BillLine } from '../contract/shapes.ts'
import { lookOver } from '../doubts.ts'
import { approverFor } from '../past.ts'
import { billToCode, type Ground, requireBookable } from '../line-ground.ts'
import {
  bookKey,
  differenceOf,
  entryOf,
  itemKey,
  itemOf,
  type Payee,
  payeeOf,
  readiness,
  roundingMost,
} from '../posting.ts'
import type { BillRow } from '../rows.ts'
import { officeWords } from '../words.ts'

const stopWords = (act: Act): string => officeWords(act, 'hold.alarm')

/** The rate of a code whose tax stands on the paper; half up on the amount. */
function rateOf(ground: Ground, code: string): number {
  const known = ground?.codes[code]
  // reverse charge is taxed by the ledger on both sides, and stands on no paper
  return known?.kind === 'purchase' ? known.rate : 0
}

const taxOf = (net: bigint, rate: number): bigint => {
  const size = ((net < 0n ? -net : net) * BigInt(rate) + 5_000n) / 10_000n
  return net < 0n ? -size : size
}

function rowsFrom(act: Act, row: BillRow, lines: readonly BillLine[], ground: Ground): NewLine[] {
  const wanted = row.currency
  for (const { net, vat } of lines)
    for (const money of [net, ...(vat ? [vat] : [])])
      if (money.currency !== wanted) act.refuse(c.currencyDiffers, { currency: money.currency, wanted })
  return lines.map(line => ({
    text: line.text ?? null,
    net_minor: line.net.minor,
    vat_minor: line.vat?.minor ?? (line.vatCode ? taxOf(line.net.minor, rateOf(ground, line.vatCode)) : 0n),
    vat_code: line.vatCode ?? null,
    account: line.account,
    dimensions: line.dimensions ?? {},
    // what is said nothing of is for the time of the whole bill
    period_from: line.periodFrom === undefined ? row.period_from : line.periodFrom,
    period_to: line.periodTo === undefined ? row.period_to : line.periodTo,
  }))
}

function requireSum(act: Act, row: BillRow, lines: readonly NewLine[]): void {
  const difference = differenceOf(row, lines)
  const size = difference < 0n ? -difference : difference
  if (size > roundingMost || lines.length === 0 || lines.some(({ account }) => !account))
    act.refuse(c.linesDiffer, {
      total: decimalOfMoney(moneyOf(row.total_minor, row.currency)),
      difference: decimalOfMoney(moneyOf(difference, row.currency)),
      currency: row.currency,
    })
}

/** Whether the tax of the lines is that of the paper, as far as the paper says it. */
const taxFits = ({ vat_minor }: BillRow, lines: readonly NewLine[]): boolean =>
  vat_minor === null || vat_minor === lines.reduce((sum, line) => sum + line.vat_minor, 0n)

/** What posting asks of the ledger; a bill over nothing owes nothing. */
export function postings(act: Act, row: BillRow, lines: readonly NewLine[], payee: Payee | null) {
  if (row.total_minor === 0n) return {}
  return { book: [entryOf(row, lines)], items: [itemOf(row, payee, stopWords(act))] }
}

export const reversal = (row: BillRow, text: string) => ({
  bookReversed: [{ key: bookKey(row), on: row.book_on, text: text.slice(0, 300) }],
  itemsWithdrawn: [{ key: itemKey(row) }],
})

export const codeBillBody = implementCommand(c.codeBill, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id, lines }) => billToCode(act, id, lines),
  weigh: (_input, { row }) => ({ amount: moneyOf(row.total_minor, row.currency) }),
  async run(act, input, { row: before, settings, ground, approverId, waiting }) {
    const { id } = input
    const { title } = act.locked(id)
    if (before.posted) act.refuse(c.billPosted, { title })
    requireBillState(act, before, ['to-code', 'to-approve'])
    if (input.approverId) await requireColleague(act, input.approverId, c.billPersonUnknown)
    const lines = input.lines ? rowsFrom(act, before, input.lines, ground) : await linesOf(act, id)
    requireSum(act, before, lines)
    requireBookable(act, before, lines, ground)
    const asked = input.lines ? approverId : await approverFor(act, before, lines)
    const approver_id = input.approverId === undefined ? asked : input.approverId
    // it was looked over when it came: only the tax of its lines is new
    const stopped = taxFits(before, lines) ? before.stopped : (await lookOver(act, before, lines)).stopped
    const posts = settings.post_on === 'coding'
    const change = {
      state: 'to-approve' as const,
      coded_at: act.at,
      coded_by_id: act.principal.id,
      approver_id: approver_id ?? before.approver_id,
      stopped,
      posted: posts && before.total_minor > 0n,
      round: before.round + (posts ? 1 : 0),
    }
    if (input.lines) changeWithLines(act, id, change, lines)
    else updateBill(act, id, change)
    const row = { ...before, ...change }
    const version = await act.changeRecord(id, { search: searchOf(row, lines) })
    const work = approveWish(act, row)
    const more = posts ? postings(act, row, lines, await payeeOf(act, row)) : {}
    act.emit(c.billCoded, { id, title, ...filled({ work, workWithdrawn: waiting }), ...more }, [id])
    return {
      output: { id, version },
      undo: { command: 'payables.take-back-coding', input: { id, expectedVersion: version } },
    }
  },
})

export const takeBackCodingBody = implementCommand(c.takeBackCoding, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  async run(act, { id }, row) {
    requireBillState(act, row, ['to-approve'])
    const { title } = act.locked(id)
    updateBill(act, id, { state: 'to-code', coded_at: null, coded_by_id: null, posted: false })
    const version = await act.changeRecord(id)
    const workWithdrawn = await openKeys(act, approveKey(id))
    const more = row.posted ? reversal(row, title) : {}
    act.emit(c.codingTakenBack, { id, title, ...filled({ workWithdrawn }), ...more }, [id])
    return { output: { id, version } }
  },
})

export const approveBillBody = implementCommand(c.approveBill, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billToPost(act, id),
  weigh: (_input, { row, settings }, act) => ({
    amount: moneyOf(row.total_minor, row.currency),
    fourEyes:
      settings.four_eyes_minor !== null &&
      row.coded_by_id === act.principal.id &&
      (settings.four_eyes_currency !== row.currency || row.total_minor > settings.four_eyes_minor),
  }),
  basis: ({ id }, { row }) => ({
    title: [row.supplier_name, row.number].filter(Boolean).join(' · '),
    shown: {
      id,
      supplier: row.supplier_name,
      number: row.number,
      total: { amount: decimalOfMoney(signedTotal(row)), currency: row.currency },
      dueOn: row.due_on.toString(),
      account: row.pay_number,
      round: row.round,
    },
  }),
  async run(act, { id }, { row: before, settings, lines, payee, waiting }) {
    requireBillState(act, before, ['to-approve'])
    const { title } = act.locked(id)
    const posts = !before.posted && settings.post_on !== 'hand'
    const over = before.total_minor === 0n
    const change = {
      state: over ? ('paid' as const) : ('approved' as const),
      approved_at: act.at,
      approved_by_id: act.principal.id,
      posted: before.posted || (posts && !over),
      round: before.round + (posts ? 1 : 0),
      ...(over ? { paid_on: act.today } : {}),
    }
    updateBill(act, id, change)
    const row = { ...before, ...change }
    const version = await act.changeRecord(id)
    const more = posts
      ? postings(act, row, lines, payee)
      : filled({ itemsChanged: before.posted ? [readiness(row, stopWords(act))] : [] })
    act.emit(c.billApproved, { id, title, total: signedTotal(row), ...filled({ workDone: waiting }), ...more }, [id])
    return {
      output: { id, version },
      undo: { command: 'payables.take-back-approval', input: { id, expectedVersion: version } },
    }
  },
})

export const postBillBody = implementCommand(c.postBill, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billToPost(act, id),
  async run(act, { id }, { row: before, lines, payee }) {
    const { title } = act.locked(id)
    requireBillState(act, before, ['approved'])
    if (before.posted) act.refuse(c.billPosted, { title })
    const row = { ...before, posted: true, round: before.round + 1 }
    updateBill(act, id, { posted: true, round: row.round })
    const version = await act.changeRecord(id)
    act.emit(c.billPostedEvent, { id, title, ...postings(act, row, lines, payee) }, [id])
    return {
      output: { id, version },
      undo: { command: 'payables.take-back-approval', input: { id, expectedVersion: version } },
    }
  },
})

export const takeBackApprovalBody = implementCommand(c.takeBackApproval, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billAndSettings(act, id),
  async run(act, { id }, { row, settings }) {
    const { title } = act.locked(id)
    if (row.remaining_minor !== row.total_minor) act.refuse(c.billHasPayments, { title })
    requireBillState(act, row, row.total_minor === 0n ? ['approved', 'paid'] : ['approved'])
    const staysPosted = row.posted && settings.post_on === 'coding'
    const change = {
      state: 'to-approve' as const,
      approved_at: null,
      approved_by_id: null,
      posted: staysPosted,
      paid_on: null,
    }
    updateBill(act, id, change)
    const version = await act.changeRecord(id)
    const more = staysPosted
      ? { itemsChanged: [readiness({ ...row, ...change }, stopWords(act))] }
      : row.posted
        ? reversal(row, title)
        : {}
    act.emit(c.approvalTakenBack, { id, title, ...more }, [id])
    return { output: { id, version } }
  },
})

export const assignBillBody = implementCommand(c.assignBill, {
  locks: ({ id, expectedVersion }) => [{ kind: 'bill', id, expectedVersion }],
  load: (act, { id }) => billOf(act, id),
  async run(act, { id, approverId }, before) {
    requireBillState(act, before, ['to-code', 'to-approve'])
    await requireColleague(act, approverId, c.billPersonUnknown)
    const { title } = act.locked(id)
    updateBill(act, id, { approver_id: approverId })
    const row = { ...before, approver_id: approverId }
    const work = row.state === 'to-approve' ? approveWish(act, row) : []
    const workWithdrawn = await openKeys(act, approveKey(id))
    const version = await act.changeRecord(id)
    act.emit(c.billAssigned, { id, title, ...filled({ work, workWithdrawn }) }, [id])
    return {
      output: { id, version },
      undo: {
        command: 'payables.assign-bill',
        input: { id, expectedVersion: version, approverId: before.approver_id },
      },
    }
  },
})

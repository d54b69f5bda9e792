/** The way of a report: handed in, verified, approved, paid; and back. */
import { type Act, implementCommand } from '../../../kernel/implement.ts'
import type { EventDeclaration } from '../../../kernel/declare.ts'
import type { TaskWish } from '../../work/contract.ts'
import * as c from '../contract.ts'
import { entryOf, itemsOf } from '../entry.ts'
import {
  linesOf,
  numberOf,
  openKeys,
  readersOf,
  reckon,
  reportOf,
  type ReportRow,
  requireReportState,
  taskKey,
  updateReport,
} from '../rows.ts'
import { rulesOf } from '../rules.ts'
import { officeWords } from '../words.ts'

/** A task about a report; whoever looks after the books takes it. */
function wish(
  act: Act,
  row: ReportRow,
  what: 'verify' | 'approve' | 'correct',
  title: string,
  version: number,
): TaskWish {
  const person =
    what === 'correct' ? { ownerId: row.person_id } : { role: what === 'verify' ? 'bookkeeper' : 'manager' }
  return {
    key: `${taskKey(what, row.id)}${version}`,
    title: officeWords(act, `task.${what}-report`, { number: numberOf(row), title }).slice(0, 300),
    sourceId: row.id,
    dueOn: act.today.add({ days: 7 }),
    ifLate: 'holds-others',
    ...person,
  }
}

/** Emits an event of a report that ends some tasks and begins others. */
async function tell(
  act: Act,
  event: EventDeclaration,
  id: string,
  tasks: { readonly done?: readonly string[]; readonly gone?: readonly string[]; readonly new?: readonly TaskWish[] },
  more: object = {},
): Promise<void> {
  const keys = async (prefixes: readonly string[] = []) =>
    (await Promise.all(prefixes.map(prefix => openKeys(act, prefix)))).flat()
  const [workDone, workWithdrawn] = [await keys(tasks.done), await keys(tasks.gone)]
  act.emit(
    event,
    {
      id,
      title: act.locked(id).title,
      ...(tasks.new?.length ? { work: [...tasks.new] } : {}),
      ...(workDone.length ? { workDone } : {}),
      ...(workWithdrawn.length ? { workWithdrawn } : {}),
      ...more,
    },
    [id],
  )
}

export const handInBody = implementCommand(c.handIn, {
  locks: ({ id, expectedVersion }) => [{ kind: 'expense-report', id, expectedVersion }],
  load: (act, { id }) => reportOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    requireReportState(act, row, ['draft'], title)
    const lines = await linesOf(act, id)
    if (lines.length === 0) act.refuse(c.reportEmpty, { title })
    if (lines.some(line => line.office_minor === null)) act.refuse(c.rateMissing, { title })
    await updateReport(act, id, { state: 'handed-in', handed_in_at: act.at, returned_reason: null })
    const doubts = await reckon(act, id)
    const version = await act.changeRecord(id, { audience: await readersOf(act, row.person_id) })
    await tell(act, c.reportHandedIn, id, {
      done: [taskKey('correct', id)],
      new: [wish(act, row, 'verify', title, version)],
    })
    return {
      output: { id, version, doubts },
      undo: { command: 'expenses.take-back', input: { id, expectedVersion: version } },
    }
  },
})

export const takeBackBody = implementCommand(c.takeBack, {
  locks: ({ id, expectedVersion }) => [{ kind: 'expense-report', id, expectedVersion }],
  load: (act, { id }) => reportOf(act, id),
  async run(act, { id }, row) {
    requireReportState(act, row, ['handed-in'], act.locked(id).title)
    await updateReport(act, id, { state: 'draft' })
    const version = await act.changeRecord(id)
    await tell(act, c.reportTakenBack, id, { gone: [taskKey('verify', id)] })
    return {
      output: { id, version },
      undo: { command: 'expenses.hand-in', input: { id, expectedVersion: version } },
    }
  },
})

/** Nobody judges his own report, unless the office is so small that its rules let him. */
async function requireAnother(act: Act, row: ReportRow, title: string): Promise<boolean> {
  if (row.person_id !== act.principal.id) return false
  if ((await rulesOf(act)).policyOn(act.today).fourEyes) act.refuse(c.ownReport, { title })
  return true
}

export const returnReportBody = implementCommand(c.returnReport, {
  locks: ({ id, expectedVersion }) => [{ kind: 'expense-report', id, expectedVersion }],
  load: (act, { id }) => reportOf(act, id),
  async run(act, { id, reason }, row) {
    const { title } = act.locked(id)
    requireReportState(act, row, ['handed-in', 'verified'], title)
    await requireAnother(act, row, title)
    await updateReport(act, id, {
      state: 'draft',
      returned_reason: reason,
      verified_at: null,
      verified_by_id: null,
      alone: false,
    })
    const version = await act.changeRecord(id)
    await tell(
      act,
      c.reportReturned,
      id,
      {
        done: [taskKey('verify', id), taskKey('approve', id)],
        new: [{ ...wish(act, row, 'correct', title, version), note: reason }],
      },
      { reason: reason.slice(0, 300) },
    )
    return { output: { id, version } }
  },
})

export const verifyReportBody = implementCommand(c.verifyReport, {
  locks: ({ id, expectedVersion }) => [{ kind: 'expense-report', id, expectedVersion }],
  load: (act, { id }) => reportOf(act, id),
  async run(act, { id, anyway }, row) {
    const { title } = act.locked(id)
    requireReportState(act, row, ['handed-in'], title)
    const alone = await requireAnother(act, row, title)
    const count = await reckon(act, id)
    if (count > 0 && !anyway) act.refuse(c.doubtsOpen, { title, count })
    await updateReport(act, id, {
      state: 'verified',
      verified_at: act.at,
      verified_by_id: act.principal.id,
      alone,
    })
    const version = await act.changeRecord(id)
    await tell(act, c.reportVerified, id, {
      done: [taskKey('verify', id)],
      new: [wish(act, row, 'approve', title, version)],
    })
    return {
      output: { id, version },
      undo: { command: 'expenses.unverify-report', input: { id, expectedVersion: version } },
    }
  },
})

export const unverifyReportBody = implementCommand(c.unverifyReport, {
  locks: ({ id, expectedVersion }) => [{ kind: 'expense-report', id, expectedVersion }],
  load: (act, { id }) => reportOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    requireReportState(act, row, ['verified'], title)
    await updateReport(act, id, { state: 'handed-in', verified_at: null, verified_by_id: null, alone: false })
    const version = await act.changeRecord(id)
    await tell(act, c.reportUnverified, id, {
      gone: [taskKey('approve', id)],
      new: [wish(act, row, 'verify', title, version)],
    })
    return {
      output: { id, version },
      undo: { command: 'expenses.verify-report', input: { id, expectedVersion: version, anyway: true } },
    }
  },
})

export const approveReportBody = implementCommand(c.approveReport, {
  locks: ({ id, expectedVersion }) => [{ kind: 'expense-report', id, expectedVersion }],
  load: async (act, { id }) => {
    const { fourEyes } = (await rulesOf(act)).policyOn(act.today)
    return { row: await reportOf(act, id), fourEyes }
  },
  weigh: (_input, { row, fourEyes }, act) => ({
    amount: { minor: row.total_minor, currency: row.currency },
    fourEyes: fourEyes && row.person_id === act.principal.id,
  }),
  basis: ({ id }, { row }) => ({
    title: numberOf(row),
    shown: { id, total: String(row.total_minor), currency: row.currency, doubts: row.doubts },
  }),
  async run(act, { id }, { row }) {
    const { title } = act.locked(id)
    requireReportState(act, row, ['verified'], title)
    const nth = row.approvals + 1
    const lines = await linesOf(act, id)
    const { owed, ...items } = await itemsOf(act, row, nth, title)
    const book = await entryOf(act, row, nth, title, lines)
    await updateReport(act, id, {
      // Where nobody is owed anything, nothing is left to be done.
      state: owed === 0n ? 'paid' : 'approved',
      approved_at: act.at,
      approved_by_id: act.principal.id,
      approvals: nth,
    })
    const version = await act.changeRecord(id)
    await tell(act, c.reportApproved, id, { done: [taskKey('approve', id)] }, { ...items, ...book })
    return {
      output: { id, version },
      undo: { command: 'expenses.unapprove-report', input: { id, expectedVersion: version } },
    }
  },
})

export const unapproveReportBody = implementCommand(c.unapproveReport, {
  locks: ({ id, expectedVersion }) => [{ kind: 'expense-report', id, expectedVersion }],
  load: (act, { id }) => reportOf(act, id),
  async run(act, { id }, row) {
    const { title } = act.locked(id)
    requireReportState(act, row, ['approved', 'paid'], title)
    const lines = await linesOf(act, id)
    const { items = [], owed } = await itemsOf(act, row, row.approvals, title)
    if (row.state === 'paid' && owed !== 0n) act.refuse(c.reportPaidAlready, { title })
    const { book = [] } = await entryOf(act, row, row.approvals, title, lines)
    await updateReport(act, id, { state: 'verified', approved_at: null, approved_by_id: null })
    const version = await act.changeRecord(id)
    await tell(
      act,
      c.reportUnapproved,
      id,
      { new: [wish(act, row, 'approve', title, version)] },
      {
        ...(book.length ? { bookReversed: book.map(({ key, text }) => ({ key, on: act.today, text })) } : {}),
        ...(items.length ? { itemsWithdrawn: items.map(({ key }) => ({ key })) } : {}),
      },
    )
    return { output: { id, version } }
  },
})

/** What the ledger tells of its open items: nobody's sight is asked, as a payment is not the report's reader's. */
export const noteItemsMovedBody = implementCommand(c.noteItemsMoved, {
  async run(act, { items }) {
    let moved = 0
    for (const { id, paid } of items) {
      const row = await reportOf(act, id).catch(() => null)
      if (row?.state !== (paid ? 'approved' : 'paid')) continue
      await updateReport(act, id, { state: paid ? 'paid' : 'approved' })
      act.emit(paid ? c.reportPaid : c.reportUnpaid, { id, title: numberOf(row) }, [id])
      moved++
    }
    return { output: { moved } }
  },
})

import type { Act } from '../../kernel/implement.ts'
import type { TaskWish } from '../work/contract.ts'
import { comeBy } from './agreement-row.ts'
import { changeWithLines, insertBill, type NewLine, searchOf, titleOf, updateBill } from './bill-row.ts'
import { accountWish } from './bill-work.ts'
import type { CodedLine } from './coding.ts'
import { lookOver } from './doubts.ts'
import type { FactColumns } from './facts.ts'
import { approverFor, proposalFor, rowsOf } from './past.ts'
import type { Finding } from './rules.ts'
import type { BillKind } from './contract/shapes.ts'
import type { BillRow } from './rows.ts'

export interface BillToMake {
  readonly columns: FactColumns
  readonly kind: BillKind
  readonly origin: 'document' | 'hand'
  readonly documentId: string | null
  readonly receivedOn: Temporal.PlainDate
  readonly class?: number | undefined
  /** What stands on the paper, for a first guess at its account. */
  readonly words?: string
  readonly stated?: readonly CodedLine[]
  readonly more?: readonly Finding[]
}

const untouched = {
  approver_id: null,
  hold: null,
  hold_reason: null,
  coded_by_id: null,
  coded_at: null,
  approved_by_id: null,
  approved_at: null,
  round: 0,
  posted: false,
  paid_on: null,
  payments: 0,
  coding_reason: null,
  agreement_id: null,
  withdrawn_reason: null,
  state_before: null,
  stopped: false,
} as const

/** Makes a bill's record and rows, proposes its coding, and doubts it; gives it and the work that comes of it. */
export async function makeBill(
  act: Act,
  make: BillToMake,
): Promise<{ row: BillRow; title: string; work: TaskWish[]; workDone: { key: string }[] }> {
  const { columns, documentId } = make
  const title = titleOf(columns.supplier_name, columns.number)
  const id = await act.createRecord({
    kind: 'bill',
    title,
    ...(make.class === undefined ? {} : { class: make.class }),
    ...(documentId ? { source: documentId } : {}),
    search: searchOf(columns, []),
  })
  const row: BillRow = {
    organisation_id: act.office.id,
    id,
    ...columns,
    kind: make.kind,
    state: 'to-code',
    origin: make.origin,
    document_id: documentId,
    received_on: make.receivedOn,
    remaining_minor: columns.total_minor,
    ...untouched,
  }
  const proposed = await propose(act, row, make)
  const proposedRow = { ...row, coding_reason: proposed.reason, approver_id: proposed.approverId }
  insertBill(act, proposedRow, proposed.lines)
  if (documentId) await act.link(id, documentId, 'attachment')
  const { row: looked, work, workDone } = await doubt(act, proposedRow, proposed, make, 1)
  return { row: looked, title, work, workDone }
}

type Given = Pick<BillToMake, 'words' | 'stated' | 'more'>

interface Proposed {
  readonly lines: NewLine[]
  readonly reason: BillRow['coding_reason']
  readonly approverId: string | null
}

/** What is proposed for a bill that nobody has coded: its lines, why, and whose approval it would wait for. */
async function propose(act: Act, row: BillRow, { words = '', stated = [] }: Given): Promise<Proposed> {
  const proposal = await proposalFor(act, row, words, stated)
  const lines = rowsOf(proposal.lines, row)
  return { lines, reason: proposal.reason, approverId: row.approver_id ?? (await approverFor(act, row, lines)) }
}

/** Finds out what is doubtful of a bill, with what is proposed for it. */
async function doubt(
  act: Act,
  row: BillRow,
  { lines }: Proposed,
  { stated = [], more = [] }: Given,
  version: number,
): Promise<{ row: BillRow; lines: NewLine[]; work: TaskWish[]; workDone: { key: string }[] }> {
  const came = await comeBy(act, row)
  const found = came?.finding ? [...more, came.finding] : more
  const { stopped, findings } = await lookOver(act, row, stated.length > 0 ? lines : [], found)
  if (stopped !== row.stopped) updateBill(act, row.id, { stopped })
  const looked = { ...row, stopped, agreement_id: came?.agreementId ?? row.agreement_id }
  const changed = stopped && findings.some(({ rule }) => rule === 'account-changed')
  return {
    row: looked,
    lines,
    work: changed ? [accountWish(act, looked, version)] : [],
    workDone: came?.workDone ?? [],
  }
}

/** What is proposed for a bill that nobody has coded, and what is doubtful of it. */
export async function proposeAndDoubt(act: Act, before: BillRow, given: Given, version: number) {
  const proposed = await propose(act, before, given)
  const change = { coding_reason: proposed.reason, approver_id: proposed.approverId }
  changeWithLines(act, before.id, change, proposed.lines)
  return doubt(act, { ...before, ...change }, proposed, given, version)
}

import type { Act } from '../../kernel/implement.ts'
import type { TaskWish } from '../work/contract.ts'
import { comeBy } from './agreement-row.ts'
import { insertBill, type NewLine, searchOf, titleOf, updateBill, writeLines } from './bill-row.ts'
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
  await insertBill(act, row)
  if (documentId) await act.link(id, documentId, 'attachment')
  const { row: looked, work, workDone } = await proposeAndDoubt(act, row, make, 1)
  return { row: looked, title, work, workDone }
}

/** What is proposed for a bill that nobody has coded, and what is doubtful of it. */
export async function proposeAndDoubt(
  act: Act,
  row: BillRow,
  { words = '', stated = [], more = [] }: Pick<BillToMake, 'words' | 'stated' | 'more'>,
  version: number,
): Promise<{ row: BillRow; lines: NewLine[]; work: TaskWish[]; workDone: { key: string }[] }> {
  const proposal = await proposalFor(act, row, words, stated)
  const lines = rowsOf(proposal.lines, row)
  await writeLines(act, row.id, lines)
  const came = await comeBy(act, row)
  const found = came?.finding ? [...more, came.finding] : more
  const { stopped, findings } = await lookOver(act, row, stated.length > 0 ? lines : [], found)
  const approver_id = row.approver_id ?? (await approverFor(act, row, lines))
  const change = { stopped, coding_reason: proposal.reason, approver_id }
  await updateBill(act, row.id, change)
  const looked = { ...row, ...change, agreement_id: came?.agreementId ?? row.agreement_id }
  const changed = stopped && findings.some(({ rule }) => rule === 'account-changed')
  return {
    row: looked,
    lines,
    work: changed ? [accountWish(act, looked, version)] : [],
    workDone: came?.workDone ?? [],
  }
}

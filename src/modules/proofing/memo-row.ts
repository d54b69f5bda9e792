/** Reading and writing a check's own row; one step after the other, each kept so that it can be taken back. */
import { type Selectable, sql, type Updateable } from 'kysely'
import { check } from '../../formats/proof/check.ts'
import type { EventDeclaration } from '../../kernel/declare.ts'
import type { Act, Undo } from '../../kernel/implement.ts'
import type { TaskWish } from '../work/contract.ts'
import { type CheckState, checkStateWrong, type KeptFinding } from './contract.ts'
import { questionOf } from './question.ts'
import type { OutgoingCheckTable, ProofingTables } from './tables.ts'
import { officeWords } from './words.ts'

export type CheckRow = Selectable<OutgoingCheckTable>

export const checkOf = (act: Act, id: string): Promise<CheckRow> =>
  act
    .db<ProofingTables>()
    .selectFrom('proofing.outgoing_check')
    .selectAll()
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export function requireState(act: Act, row: CheckRow, states: readonly CheckState[]): void {
  if (!states.includes(row.state)) act.refuse(checkStateWrong, { title: act.locked(row.id).title })
}

export const findingsOf = (row: Pick<CheckRow, 'findings'>): readonly KeptFinding[] =>
  row.findings as readonly KeptFinding[]
export const loudOf = (row: Pick<CheckRow, 'findings'>): number =>
  findingsOf(row).filter(one => one.severity === 'loud').length

/** A memo's words: as given, else as they were read from the paper. */
export async function memoWords(
  act: Act,
  memo: string | undefined,
  documentId: string | null | undefined,
): Promise<string> {
  if (memo?.trim() || !documentId) return memo ?? ''
  const { rows } = await sql<{ body: string }>`
    select left(body, 200000) as body from kernel.search_entry where organisation_id = ${act.office.id} and record_id = ${documentId}`.execute(
    act.db(),
  )
  return rows[0]?.body ?? ''
}

/** What is doubtful of a memo, as it is kept with it. */
export async function memoFindings(act: Act, title: string, text: string): Promise<KeptFinding[]> {
  const question = await questionOf(act, {
    purpose: 'memo',
    subject: title,
    text,
    format: 'plain',
    recipients: [],
    attachments: [],
    aboutIds: [],
    spelling: false,
  })
  return check(question)
    .findings.slice(0, 50)
    .map(({ rule, severity, words, reason, data }) => ({
      rule,
      severity,
      words: words.slice(0, 400),
      reason: { key: `page.proof.${reason}`, params: { ...data } },
    }))
}

const askKey = (id: string) => `proofing.memo-ask:${id}:`
const lookKey = (id: string) => `proofing.memo-look:${id}:`

/** The task that a step makes: for the author the question, for whoever holds it the corrected memo. */
export function memoWish(
  act: Act,
  row: Pick<CheckRow, 'id' | 'author_id' | 'holder_id'>,
  what: 'ask' | 'look',
  facts: { title: string; version: number; note?: string },
): TaskWish {
  const ownerId = what === 'ask' ? row.author_id : row.holder_id
  return {
    key: `${what === 'ask' ? askKey(row.id) : lookKey(row.id)}${facts.version}`,
    title: officeWords(act, what === 'ask' ? 'task.memo-ask' : 'task.memo-look', { title: facts.title }).slice(0, 300),
    sourceId: row.id,
    dueOn: act.today,
    ...(ownerId ? { ownerId } : {}),
    ...(what === 'ask' ? { askedById: row.holder_id } : {}),
    ...(facts.note ? { note: facts.note } : {}),
  }
}

/** Keys of the open tasks about a memo. */
export async function openKeys(act: Act, id: string): Promise<{ key: string }[]> {
  const { rows } = await sql<{ key: string }>`
    select raised_key as key from work.task_fact where organisation_id = ${act.office.id}
      and (raised_key like ${`${askKey(id)}%`} or raised_key like ${`${lookKey(id)}%`}) and state in ('open', 'waiting')`.execute(
    act.db(),
  )
  return rows
}

export interface Prior {
  readonly columns: Readonly<Record<string, string | null>>
  readonly keys: readonly string[]
}

const plain = (value: unknown): string | null =>
  value === null ? null : typeof value === 'object' && !('toJSON' in value) ? JSON.stringify(value) : String(value)

export interface MemoStep {
  readonly change: Updateable<OutgoingCheckTable>
  readonly event: EventDeclaration
  readonly work?: readonly TaskWish[]
  readonly more?: object
}

/** Changes the row, keeps what it held, says so; the tasks of the step before are done with it. */
export async function take(act: Act, row: CheckRow, step: MemoStep): Promise<{ version: number; undo: Undo }> {
  const { id } = row
  const { title } = act.locked(id)
  const columns = Object.fromEntries(
    Object.keys(step.change).map(name => [name, plain((row as unknown as Record<string, unknown>)[name])]),
  )
  const work = step.work ?? []
  const workDone = await openKeys(act, id)
  await updateCheck(act, id, {
    ...step.change,
    prior: JSON.stringify({ columns, keys: work.map(one => one.key) } satisfies Prior),
  })
  const memo = step.change.memo
  const version = await act.changeRecord(id, typeof memo === 'string' ? { search: { body: memo } } : {})
  act.emit(
    step.event,
    { id, title, ...step.more, ...(work.length ? { work: [...work] } : {}), ...(workDone.length ? { workDone } : {}) },
    [id],
  )
  return { version, undo: { command: 'proofing.take-back-memo-step', input: { id, expectedVersion: version } } }
}

export async function updateCheck(act: Act, id: string, change: Updateable<OutgoingCheckTable>): Promise<void> {
  await act
    .db<ProofingTables>()
    .updateTable('proofing.outgoing_check')
    .set(change)
    .where('organisation_id', '=', act.office.id)
    .where('id', '=', id)
    .execute()
}
